#include "data/db.h"
#include "data/fts.h"

#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../unit.h"
#include "base/file.h"
#include "base/paths.h"
#include "base/sandbox.h"

static char folder[] = "/tmp/medfaq-sqlite-XXXXXX";

static int make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) && chdir(folder) == 0 ? 0 : -1;
}

static int remove_folder(void **state)
{
    (void)state;
    static const char *const names[] = {
        "new",    "new-wal", "new-shm", "link", "garbage", "fifo",
        "target", "theirs",  "kept",    "old",  "whole"};
    for (size_t i = 0; i < N_ELEMENTS(names); i++)
        unlink(names[i]);
    return chdir("/") == 0 ? rmdir(folder) : -1;
}

static mode_t mode_of(const char *path)
{
    struct stat st;
    assert_int_equal(stat(path, &st), 0);
    return st.st_mode & 0777;
}

static void makes_a_file_for_us_alone(void **state)
{
    (void)state;
    enum db_result result;
    struct error err;
    mode_t mask = umask(0);
    struct db *db = db_open("new", &result, &err);
    umask(mask);
    assert_non_null(db);
    assert_int_equal(db_run(db, "CREATE TABLE t(a)"), DB_DONE);
    assert_int_equal(mode_of("new"), 0600);
    db_close(db);
    db_close(NULL);
}

/* An index reveals what somebody reads. If others could read it, this is
 * changed for it and for the files that SQLite makes beside it. */
static void takes_a_file_from_others(void **state)
{
    (void)state;
    enum db_result result;
    struct error err;
    mode_t mask = umask(0);
    assert_int_equal(chmod("new", 0664), 0);
    struct db *db = db_open("new", &result, &err);
    assert_non_null(db);
    assert_int_equal(db_run(db, "INSERT INTO t VALUES(1)"), DB_DONE);
    umask(mask);
    assert_int_equal(mode_of("new"), 0600);
    assert_int_equal(mode_of("new-wal"), 0600);
    assert_int_equal(mode_of("new-shm"), 0600);
    db_close(db);
}

static bool file_has(const char *path, const char *text)
{
    struct buf content;
    struct error err;
    buf_init(&content);
    assert_true(file_read(path, 0, &content, NULL, &err));
    bool has = memmem(content.data, content.n_bytes, text, strlen(text));
    buf_finish(&content);
    return has;
}

/* What is deleted is overwritten, dependent rows are deleted, and no log is
 * left beside the file. */
static void keeps_nothing_that_was_deleted(void **state)
{
    (void)state;
    enum db_result result;
    struct error err;
    struct db *db = db_open_kept("kept", 1000, &result, &err);
    assert_non_null(db);
    assert_int_equal(
        db_run(db, "CREATE TABLE a(id INTEGER PRIMARY KEY);"
                   "CREATE TABLE b(a REFERENCES a ON DELETE CASCADE, t);"
                   "INSERT INTO a VALUES(1), (2);"
                   "INSERT INTO b VALUES(1, 'canary-1'), (2, 'canary-2')"),
        DB_DONE);
    assert_int_equal(mode_of("kept"), 0600);
    assert_int_not_equal(access("kept-wal", F_OK), 0);
    assert_true(file_has("kept", "canary-1"));
    assert_int_equal(db_run(db, "DELETE FROM a WHERE id=1"), DB_DONE);
    assert_int_equal(db_number(db, "SELECT count(*) FROM b", 0), 1);
    assert_false(file_has("kept", "canary-1"));
    assert_int_equal(db_vacuum(db), DB_DONE);
    assert_true(file_has("kept", "canary-2"));
    db_close(db);
}

/* SQLite would trust, or wait for, what somebody put beside the file. */
static void refuses_odd_files_beside_it(void **state)
{
    (void)state;
    static const char *const beside[] = {"new-wal", "new-shm", "new-journal"};
    enum db_result result;
    struct error err;
    for (size_t i = 0; i < N_ELEMENTS(beside); i++) {
        assert_int_equal(mkfifo(beside[i], 0600), 0);
        assert_null(db_open("new", &result, &err));
        assert_non_null(strstr(err.message, beside[i]));
        assert_int_equal(unlink(beside[i]), 0);
        assert_int_equal(symlink("target", beside[i]), 0);
        assert_null(db_open("new", &result, &err));
        assert_int_equal(unlink(beside[i]), 0);
        int fd = open(beside[i], O_CREAT | O_WRONLY | O_EXCL, 0600);
        assert_true(fd >= 0 && close(fd) == 0);
        assert_int_equal(chmod(beside[i], 0666), 0);
        struct db *db = db_open("new", &result, &err);
        assert_non_null(db);
        assert_true(access(beside[i], F_OK) != 0 || mode_of(beside[i]) == 0600);
        db_close(db);
        unlink(beside[i]);
    }
}

/* Reports what failed, not the success of the ROLLBACK after it. */
static void says_what_failed(void **state)
{
    (void)state;
    struct error err;
    struct db *db = db_open_memory("says", &err);
    assert_non_null(db);
    assert_int_equal(db_run(db, "PRAGMA max_page_count=2; BEGIN;"
                                "CREATE TABLE a(b); CREATE TABLE c(d)"),
                     DB_NO_SPACE);
    assert_int_equal(db_run(db, "ROLLBACK"), DB_DONE);
    assert_string_equal(db_message(db), "database or disk is full");
    db_close(db);
}

#define PAGE_BYTES 4096

static void copy_page(const char *from, off_t from_page, const char *to,
                      off_t to_page)
{
    char bytes[PAGE_BYTES];
    int in = open(from, O_RDONLY), out = open(to, O_WRONLY | O_CREAT, 0600);
    assert_true(in >= 0 && out >= 0);
    assert_int_equal(pread(in, bytes, PAGE_BYTES, from_page * PAGE_BYTES),
                     PAGE_BYTES);
    assert_int_equal(pwrite(out, bytes, PAGE_BYTES, to_page * PAGE_BYTES),
                     PAGE_BYTES);
    close(in);
    close(out);
}

static bool is_same_page(const char *a, const char *b, off_t page)
{
    char bytes[2][PAGE_BYTES];
    const char *const paths[] = {a, b};
    for (int i = 0; i < 2; i++) {
        int fd = open(paths[i], O_RDONLY);
        assert_int_equal(pread(fd, bytes[i], PAGE_BYTES, page * PAGE_BYTES),
                         PAGE_BYTES);
        close(fd);
    }
    return !memcmp(bytes[0], bytes[1], PAGE_BYTES);
}

static off_t n_pages_of(const char *path)
{
    struct stat st;
    assert_int_equal(stat(path, &st), 0);
    assert_int_equal(st.st_size % PAGE_BYTES, 0);
    return st.st_size / PAGE_BYTES;
}

/* Reads all rows of the database in the file "new"; returns DB_ROW or why it
 * failed. */
static enum db_result read_rows(int64_t *sum)
{
    enum db_result result;
    struct error err;
    struct db *db = db_open("new", &result, &err);
    if (!db)
        return result;
    struct db_query *query = db_query(db, "SELECT sum(n+length(t)) FROM rows");
    result = query ? db_step(query) : db_last_result(db);
    *sum = result == DB_ROW ? db_long(query, 0) : -1;
    assert_int_equal(db_is_damaged(db), result == DB_DAMAGED);
    db_query_free(query);
    db_close(db);
    return result;
}

static void run_on_new(const char *sql)
{
    enum db_result result;
    struct error err;
    struct db *db = db_open("new", &result, &err);
    assert_non_null(db);
    assert_int_equal(db_run(db, sql), DB_DONE);
    db_close(db);
}

/* Replaces the checksum of a page by that of another one in the first group. */
static void copy_sum(const char *path, off_t from, off_t to)
{
    char sum[8];
    int fd = open(path, O_RDWR);
    assert_true(fd >= 0);
    assert_int_equal(pread(fd, sum, sizeof sum, (from - 1) * 8), sizeof sum);
    assert_int_equal(pwrite(fd, sum, sizeof sum, (to - 1) * 8), sizeof sum);
    close(fd);
}

/* More pages than one block of checksums covers: a page is restored from an
 * earlier state, or replaced by another one, also together with its
 * checksum. */
static void notices_every_damaged_page(void **state)
{
    (void)state;
    int64_t sum, right;
    int n_changed = 0;
    unlink("new");
    run_on_new(
        "CREATE TABLE rows(n INTEGER PRIMARY KEY, t);"
        "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n+1 FROM c"
        " WHERE n<600) INSERT INTO rows SELECT n, zeroblob(3000) FROM c");
    off_t n_pages = n_pages_of("new");
    assert_true(n_pages > 600);
    for (off_t i = 0; i < n_pages; i++)
        copy_page("new", i, "old", i);
    run_on_new("UPDATE rows SET t=zeroblob(3001)");
    assert_int_equal(n_pages_of("new"), n_pages);
    assert_int_equal(read_rows(&right), DB_ROW);
    for (off_t i = 0; i < n_pages; i++)
        copy_page("new", i, "whole", i);
    for (off_t i = 0; i < n_pages; i += i < 4 || i > 508 ? 1 : 24) {
        bool is_same = is_same_page("old", "new", i);
        off_t other = (i + 5) % n_pages;
        copy_page("old", i, "new", i);
        assert_int_equal(read_rows(&sum), is_same ? DB_ROW : DB_DAMAGED);
        n_changed += !is_same;
        copy_page("whole", i, "new", i);
        copy_page("whole", i, "new", other);
        assert_int_equal(read_rows(&sum), DB_DAMAGED);
        copy_page("whole", other, "new", other);
    }
    copy_page("whole", 9, "new", 10);
    copy_sum("new", 9, 10);
    assert_int_equal(read_rows(&sum), DB_DAMAGED);
    copy_page("whole", 10, "new", 10);
    copy_page("whole", 0, "new", 0);
    assert_int_equal(read_rows(&sum), DB_ROW);
    assert_int_equal(sum, right);
    assert_true(n_changed > 20);
    assert_int_equal(truncate("new", n_pages * PAGE_BYTES - 1), 0);
    assert_int_equal(read_rows(&sum), DB_DAMAGED);
    assert_int_equal(truncate("new", (n_pages - 2) * PAGE_BYTES), 0);
    enum db_result result = read_rows(&sum);
    assert_true(result == DB_DAMAGED);
    unlink("new");
}

/* Tells whether another process finds a lock on the file. */
static bool is_locked(const char *path)
{
    int status;
    pid_t child = fork();
    if (child == 0) {
        struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
        int fd = open(path, O_RDWR);
        _exit(fcntl(fd, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    return WEXITSTATUS(status) == 1;
}

/* The system releases all locks of a process on a file when the process closes
 * any descriptor of it. */
static void keeps_its_locks_when_opened_again(void **state)
{
    (void)state;
    enum db_result result;
    struct error err;
    struct db *db = db_open("new", &result, &err);
    assert_non_null(db);
    assert_true(is_locked("new"));
    struct db *again = db_open("new", &result, &err);
    assert_non_null(again);
    assert_true(is_locked("new"));
    db_close(again);
    assert_true(is_locked("new"));
    db_close(db);
}

static void tells_what_it_met(void **state)
{
    (void)state;
    enum db_result result;
    struct error err;
    assert_true(
        file_write("garbage", "no database at all, I am afraid, no", 35, &err));
    assert_null(db_open("garbage", &result, &err));
    assert_int_equal(result, DB_DAMAGED);
    assert_int_equal(mkfifo("fifo", 0600), 0);
    assert_null(db_open("fifo", &result, &err));
    assert_int_equal(result, DB_NO_SPACE);
    assert_true(file_write("target", "", 0, &err));
    assert_int_equal(symlink("target", "link"), 0);
    assert_null(db_open("link", &result, &err));
    assert_int_equal(result, DB_NO_SPACE);
    assert_null(db_open("not/there", &result, &err));
    assert_int_equal(result, DB_NO_SPACE);
    assert_non_null(strstr(err.message, "not/there"));
}

static double no_score(void *context, const struct fts_hits *hits)
{
    (void)context;
    (void)hits;
    return 0;
}

/* A file may come from anywhere: its views and triggers can only call harmless
 * functions of SQLite. */
static void does_not_trust_what_a_file_defines(void **state)
{
    (void)state;
    enum db_result result;
    struct error err;
    struct db *db = db_open("new", &result, &err);
    assert_non_null(db);
    assert_int_equal(db_number(db, "PRAGMA trusted_schema", -1), 0);
    assert_true(fts_set_score(db, "score", no_score, NULL));
    assert_int_equal(db_run(db, "CREATE VIEW v AS SELECT score(a) FROM t;"
                                "SELECT * FROM v"),
                     DB_FAILED);
    assert_non_null(strstr(db_message(db), "unsafe use of score"));
    db_close(db);
}

/* Only root can change the owner of a file. */
static void refuses_files_of_others(void **state)
{
    (void)state;
    enum db_result result;
    struct error err;
    if (geteuid() != 0) {
        puts("# skipped: only root can make a file that somebody else owns");
        return;
    }
    assert_true(file_write("theirs", "", 0, &err));
    assert_int_equal(chown("theirs", 65534, (gid_t)-1), 0);
    assert_null(db_open("theirs", &result, &err));
    assert_int_equal(result, DB_NO_SPACE);
    assert_non_null(strstr(err.message, "theirs: "));
}

static void refuses_what_opens_more(void **state)
{
    (void)state;
    static const char *const refused[] = {
        "ATTACH 'new' AS other",
        "SELECT load_extension('x')",
        "SELECT \"no such column\"",
        "PRAGMA writable_schema=ON; DELETE FROM sqlite_schema",
    };
    struct error err;
    struct db *db = db_open_memory("refuses", &err);
    for (size_t i = 0; i < N_ELEMENTS(refused); i++)
        assert_int_equal(db_run(db, refused[i]), DB_FAILED);
    db_close(db);
}

static void asks_and_is_answered(void **state)
{
    (void)state;
    struct error err;
    struct db *db = db_open_memory("asks", &err);
    assert_int_equal(db_run(db, "CREATE TABLE t(a, b)"), DB_DONE);
    struct db_query *query = db_query(db, "INSERT INTO t VALUES(?1, ?2)");
    db_bind_long(query, 1, 7);
    db_bind_text(query, 2, "seven");
    assert_int_equal(db_do(query), DB_DONE);
    db_query_free(query);
    query = db_query(db, "SELECT a, b, NULL, a / 2.0 FROM t");
    assert_int_equal(db_step(query), DB_ROW);
    assert_int_equal(db_long(query, 0), 7);
    assert_string_equal(db_text(query, 1), "seven");
    assert_string_equal(db_text(query, 2), "");
    assert_string_equal(db_text(query, 3), "3.5");
    assert_int_equal(db_step(query), DB_DONE);
    db_query_free(query);
    assert_int_equal(db_number(db, "SELECT max(a) FROM t", 0), 7);
    assert_int_equal(db_number(db, "nonsense", -1), -1);
    assert_int_equal(db_step(NULL), DB_FAILED);
    db_close(db);
}

static bool always(void *context)
{
    ++*(int *)context;
    return true;
}

/* Not the value of the previous row. */
static void takes_too_long_a_text_for_none(void **state)
{
    (void)state;
    struct error err;
    struct db *db = db_open_memory("long", &err);
    struct db_query *query = db_query(db, "SELECT ?1 IS NULL");
    db_bind_text(query, 1, "before");
    db_bind_text_n(query, 1, "x", (size_t)INT_MAX + 1);
    assert_int_equal(db_step(query), DB_ROW);
    assert_int_equal(db_long(query, 0), 1);
    db_query_free(query);
    db_close(db);
}

static void stops_when_told(void **state)
{
    (void)state;
    struct error err;
    int n_asked = 0;
    struct db *db = db_open_memory("stops", &err);
    db_on_step(db, always, &n_asked);
    assert_int_equal(db_run(db, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL"
                                " SELECT i + 1 FROM n) SELECT max(i) FROM n"),
                     DB_STOPPED);
    assert_int_equal(n_asked, 1);
    db_close(db);
}

static double twice_the_first(void *context, const struct fts_hits *hits)
{
    *(int *)context = hits->n_phrases;
    return 2.0 * hits->n[0][0] + hits->n[1][1];
}

static void counts_phrases(void **state)
{
    (void)state;
    struct error err;
    int n_phrases = 0;
    struct db *db = db_open_memory("counts", &err);
    assert_true(fts_set_score(db, "score", twice_the_first, &n_phrases));
    assert_int_equal(
        db_run(db, "CREATE VIRTUAL TABLE t USING fts5(a, b, content='');"
                   "INSERT INTO t(rowid, a, b) VALUES(5, 'x y x', 'y z y')"),
        DB_DONE);
    assert_int_equal(
        db_number(db, "SELECT score(t) FROM t WHERE t MATCH 'x OR y'", 0),
        2 * 2 + 2);
    assert_int_equal(n_phrases, 2);
    db_close(db);
}

/* Fills a database that does not fit into its memory; writable is the only
 * writable folder. */
static bool fill_temporary(const char *writable)
{
    const char *const folders[] = {writable, NULL};
    struct error err;
    sandbox_enter(NULL, folders);
    struct db *db = db_open_temporary(&err);
    FILE *file = file_open_temporary();
    bool done =
        db && file && fputs("x", file) >= 0 && fclose(file) == 0 &&
        db_run(db, "CREATE TABLE t(a, b);"
                   "INSERT INTO t WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL"
                   " SELECT i + 1 FROM n LIMIT 4096)"
                   " SELECT i, hex(zeroblob(1024)) FROM n") == DB_DONE &&
        db_number(db, "SELECT count(*) FROM t", 0) == 4096;
    db_close(db);
    return done;
}

/* Runs in a child process, since rights are given up permanently. */
static void assert_fills_temporary(void)
{
    pid_t pid = fork();
    int status;
    if (pid == 0)
        _exit(fill_temporary(paths_temporary()) ? 0 : 1);
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_int_equal(status, 0);
}

static void writes_temporary_files_where_it_may(void **state)
{
    (void)state;
    char *kept = getenv("TMPDIR") ? strdup(getenv("TMPDIR")) : NULL;
    unsetenv("TMPDIR");
    assert_fills_temporary();
    setenv("TMPDIR", folder, 1);
    assert_fills_temporary();
    if (kept)
        setenv("TMPDIR", kept, 1);
    else
        unsetenv("TMPDIR");
    free(kept);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        /* First, since SQLite is configured only once. */
        cmocka_unit_test(writes_temporary_files_where_it_may),
        cmocka_unit_test(makes_a_file_for_us_alone),
        cmocka_unit_test(takes_a_file_from_others),
        cmocka_unit_test(keeps_nothing_that_was_deleted),
        cmocka_unit_test(refuses_odd_files_beside_it),
        cmocka_unit_test(says_what_failed),
        cmocka_unit_test(keeps_its_locks_when_opened_again),
        cmocka_unit_test(tells_what_it_met),
        cmocka_unit_test(does_not_trust_what_a_file_defines),
        cmocka_unit_test(refuses_files_of_others),
        cmocka_unit_test(refuses_what_opens_more),
        cmocka_unit_test(notices_every_damaged_page),
        cmocka_unit_test(asks_and_is_answered),
        cmocka_unit_test(takes_too_long_a_text_for_none),
        cmocka_unit_test(stops_when_told),
        cmocka_unit_test(counts_phrases),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
