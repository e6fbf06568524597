#include "import/source.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <archive.h>
#include <archive_entry.h>

#include "../unit.h"
#include "base/buf.h"
#include "base/file.h"

static char path[] = "/tmp/medfaq-source-XXXXXX";

/* Everything that a walk said, a line each. */
static bool on_document(void *user, const struct document *document)
{
    const char *name = strstr(document->name, ": ");
    if (document->stream) {
        char bytes[65536];
        size_t n, all = 0;
        struct error err;
        bool good;
        while ((good = stream_read(document->stream, bytes, sizeof bytes, &n,
                                   &err)) &&
               n > 0)
            all += n;
        buf_printf(user, "stream %s %zu %s\n", name ? name + 2 : "", all,
                   good ? "" : err.message);
    } else {
        buf_printf(user, "%s %zu\n", name ? name + 2 : "file",
                   document->n_bytes);
    }
    return true;
}

static void on_skip(void *user, const char *name, const char *reason)
{
    const char *member = strstr(name, ": ");
    buf_printf(user, "skip %s: %s\n", member ? member + 2 : "", reason);
}

static bool on_progress(void *user, uint64_t n_bytes)
{
    (void)user, (void)n_bytes;
    return true;
}

static void walk(const char *from, struct buf *said)
{
    struct source_walker walker = {.user = said,
                                   .document = on_document,
                                   .skip = on_skip,
                                   .progress = on_progress};
    struct error err;
    if (!source_walk(from, &walker, &err))
        buf_printf(said, "error %s\n", err.message);
}

static struct archive *begin(void)
{
    struct archive *archive = archive_write_new();
    archive_write_set_format_zip(archive);
    assert_int_equal(archive_write_open_filename(archive, path), ARCHIVE_OK);
    return archive;
}

/* A member of zeros, or of a short text. */
static void add(struct archive *archive, const char *name, unsigned type,
                size_t n_bytes)
{
    static char zeros[1 << 20];
    struct archive_entry *entry = archive_entry_new();
    archive_entry_set_pathname(entry, name);
    archive_entry_set_filetype(entry, type);
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_size(entry, (la_int64_t)n_bytes);
    if (type == AE_IFLNK)
        archive_entry_set_symlink(entry, "/etc/passwd");
    assert_int_equal(archive_write_header(archive, entry), ARCHIVE_OK);
    while (n_bytes > 0) {
        size_t n = n_bytes < sizeof zeros ? n_bytes : sizeof zeros;
        assert_int_equal(archive_write_data(archive, zeros, n), (la_ssize_t)n);
        n_bytes -= n;
    }
    archive_entry_free(entry);
}

/* A member that is the file at path, which is then written anew. */
static struct archive *begin_around(const char *name)
{
    struct buf inner;
    buf_init(&inner);
    struct error err;
    assert_true(file_read(path, 0, &inner, NULL, &err));
    struct archive *archive = begin();
    struct archive_entry *entry = archive_entry_new();
    archive_entry_set_pathname(entry, name);
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_size(entry, (la_int64_t)inner.n_bytes);
    assert_int_equal(archive_write_header(archive, entry), ARCHIVE_OK);
    archive_write_data(archive, inner.data, inner.n_bytes);
    archive_entry_free(entry);
    buf_finish(&inner);
    return archive;
}

static void end(struct archive *archive)
{
    assert_int_equal(archive_write_close(archive), ARCHIVE_OK);
    archive_write_free(archive);
}

static int setup(void **state)
{
    (void)state;
    memcpy(strrchr(path, '-'), "-XXXXXX", 7);
    int fd = mkstemp(path);
    return fd < 0 ? -1 : close(fd);
}

static int teardown(void **state)
{
    (void)state;
    return unlink(path);
}

static void passes_over_what_leads_out(void **state)
{
    (void)state;
    struct archive *archive = begin();
    add(archive, "good.xml", AE_IFREG, 10);
    add(archive, "../../evil.xml", AE_IFREG, 10);
    add(archive, "a/../../evil.xml", AE_IFREG, 10);
    add(archive, "folder/a..name.xml", AE_IFREG, 3);
    add(archive, "link.xml", AE_IFLNK, 0);
    add(archive, "folder/.hidden", AE_IFREG, 3);
    end(archive);
    struct buf said;
    buf_init(&said);
    walk(path, &said);
    assert_string_equal(said.data,
                        "good.xml 10\n"
                        "skip ../../evil.xml: its path leads out of the "
                        "archive\n"
                        "skip a/../../evil.xml: its path leads out of the "
                        "archive\n"
                        "folder/a..name.xml 3\n"
                        "skip link.xml: not a regular file\n");
    buf_finish(&said);
}

static void stops_a_bomb(void **state)
{
    (void)state;
    struct archive *archive = begin();
    add(archive, "good.xml", AE_IFREG, 10);
    add(archive, "bomb.xml", AE_IFREG, (size_t)300 << 20);
    add(archive, "never.xml", AE_IFREG, 10);
    end(archive);
    struct buf said;
    buf_init(&said);
    walk(path, &said);
    assert_non_null(strstr(said.data, "good.xml 10\n"));
    assert_non_null(strstr(said.data, "unpacks to more than 200 times"));
    assert_null(strstr(said.data, "never.xml"));
    buf_finish(&said);
}

/* Bulk files are zips of zips; deeper is where bombs are. */
static void goes_into_archives_within(void **state)
{
    (void)state;
    struct buf said;
    buf_init(&said);
    struct archive *archive = begin();
    add(archive, "label.xml", AE_IFREG, 10);
    add(archive, "picture.jpg", AE_IFREG, 20);
    end(archive);
    archive = begin_around("labels/a.zip");
    add(archive, "next.xml", AE_IFREG, 30);
    end(archive);
    walk(path, &said);
    assert_string_equal(said.data, "labels/a.zip: label.xml 10\n"
                                   "labels/a.zip: picture.jpg 20\n"
                                   "next.xml 30\n");
    end(begin_around("b.zip"));
    buf_clear(&said);
    walk(path, &said);
    assert_non_null(strstr(said.data, "b.zip: labels/a.zip: label.xml 10\n"));
    end(begin_around("c.zip"));
    buf_clear(&said);
    walk(path, &said);
    assert_null(strstr(said.data, "label.xml 10"));
    assert_non_null(strstr(said.data, "within more than 2 others"));
    buf_finish(&said);
}

static void stops_a_bomb_within(void **state)
{
    (void)state;
    struct buf said;
    buf_init(&said);
    struct archive *archive = begin();
    add(archive, "bomb.xml", AE_IFREG, (size_t)300 << 20);
    end(archive);
    archive = begin_around("a.zip");
    add(archive, "never.xml", AE_IFREG, 10);
    end(archive);
    walk(path, &said);
    assert_non_null(strstr(said.data, "unpacks to more than 200 times"));
    assert_null(strstr(said.data, "never.xml"));
    buf_finish(&said);
}

static void streams_what_is_large(void **state)
{
    (void)state;
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_int_equal(fseek(file, 20000000 - 1, SEEK_SET), 0);
    fputc('x', file);
    assert_int_equal(fclose(file), 0);
    struct buf said;
    buf_init(&said);
    walk(path, &said);
    assert_string_equal(said.data, "stream  20000000 \n");
    buf_finish(&said);
}

static void refuses_what_is_no_file(void **state)
{
    (void)state;
    struct buf said;
    buf_init(&said);
    walk("/dev/zero", &said);
    walk("/nonexistent", &said);
    assert_string_equal(said.data,
                        "error not a regular file, folder or archive\n"
                        "error No such file or directory\n");
    buf_finish(&said);
}

/* A terminal that is opened becomes that of a session without one, and its
 * ^C would end the import. */
static void takes_no_terminal(void **state)
{
    (void)state;
    int terminal = posix_openpt(O_RDWR | O_NOCTTY), status;
    assert_true(terminal >= 0 && !grantpt(terminal) && !unlockpt(terminal));
    pid_t child = fork();
    if (child == 0) {
        struct buf said;
        buf_init(&said);
        setsid();
        walk(ptsname(terminal), &said);
        _exit(open("/dev/tty", O_RDWR) >= 0 ||
              !strstr(said.data, "not a regular file"));
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    close(terminal);
}

static void says_when_an_archive_is_cut_short(void **state)
{
    (void)state;
    struct archive *archive = begin();
    add(archive, "good.xml", AE_IFREG, 100000);
    end(archive);
    assert_int_equal(truncate(path, 60), 0);
    struct buf said;
    buf_init(&said);
    walk(path, &said);
    assert_non_null(strstr(said.data, "damaged or cut short"));
    buf_finish(&said);
}

#define WITH_FILE(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_FILE(passes_over_what_leads_out),
        WITH_FILE(stops_a_bomb),
        WITH_FILE(goes_into_archives_within),
        WITH_FILE(stops_a_bomb_within),
        WITH_FILE(streams_what_is_large),
        WITH_FILE(refuses_what_is_no_file),
        WITH_FILE(takes_no_terminal),
        WITH_FILE(says_when_an_archive_is_cut_short),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
