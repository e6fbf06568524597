/* The index survives whatever may happen to a cache. */
#include "index/index.h"

#include <dirent.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "../library/folder.h"
#include "index/index_data.h"
#include "index/indexer.h"
#include "search/search.h"

#define N_ARTICLES 60

static const char *const folders[] = {"library"};

static int enter_library(void **state)
{
    enter_folder_with_cache(state);
    for (int i = 0; i < N_ARTICLES; i++) {
        char path[64], text[256];
        snprintf(path, sizeof path, "library/%d/article-%d.md", i % 3, i);
        snprintf(text, sizeof text,
                 "---\ntitle: Illness number%d\n---\n\n## Risks\n\nKeloid.\n\n"
                 "## Treatment\n\nRest %d.\n",
                 i, i);
        put(path, text);
    }
    return 0;
}

static struct index *open_index(void)
{
    struct error err = {0};
    struct index *index = index_open(folders, 1, &err);
    assert_string_equal(err.message, "");
    assert_non_null(index);
    return index;
}

static struct index_progress update(struct index *index)
{
    struct error err = {0};
    struct index_progress progress;
    assert_true(index_update(index, NULL, &progress, &err));
    return progress;
}

static size_t n_found(struct index *index, const char *text)
{
    struct search_results *results = search_run(
        index, text, &(struct search_options){.n_max = 1000, .whole = true});
    size_t n = results->n;
    search_results_free(results);
    return n;
}

static void assert_is_whole(struct index *index)
{
    update(index);
    assert_int_equal(index_n_articles(index), N_ARTICLES);
    assert_int_equal(n_found(index, "keloid"), N_ARTICLES);
}

/* Returns the path of the only file of the index, in a static string. */
static const char *index_file(void)
{
    static char path[300];
    DIR *dir = opendir("cache/medfaq");
    const struct dirent *entry;
    assert_non_null(dir);
    while ((entry = readdir(dir)))
        if (strlen(entry->d_name) > 3 &&
            !strcmp(entry->d_name + strlen(entry->d_name) - 3, ".db"))
            snprintf(path, sizeof path, "cache/medfaq/%s", entry->d_name);
    closedir(dir);
    return path;
}

static void keeps_up_with_the_folder(void **state)
{
    (void)state;
    struct index *index = open_index();
    struct index_progress progress = update(index);
    assert_int_equal(progress.n_read, N_ARTICLES);
    assert_true(progress.done);
    assert_int_equal(update(index).n_read, 0);

    put("library/1/article-1.md", "---\ntitle: Gout\n---\n\nPodagra.\n");
    put("library/new.md", "# Hives\n\n## Causes\n\nNettles.\n");
    unlink("library/2/article-2.md");
    progress = update(index);
    assert_int_equal(progress.n_read, 2);
    assert_int_equal(progress.n_removed, 1);
    assert_int_equal(index_n_articles(index), N_ARTICLES);
    assert_int_equal(n_found(index, "podagra"), 1);
    assert_int_equal(n_found(index, "nettles"), 1);
    assert_int_equal(n_found(index, "keloid"), N_ARTICLES - 2);
    assert_int_equal(n_found(index, "number2"), 0);
    index_close(index);

    index = open_index();
    assert_int_equal(update(index).n_read, 0);
    assert_int_equal(n_found(index, "podagra"), 1);
    index_close(index);
    index_close(NULL);
}

static void survives_a_folder_that_vanishes(void **state)
{
    (void)state;
    struct index *index = open_index();
    update(index);
    assert_int_equal(rename("library", "elsewhere"), 0);
    assert_int_equal(update(index).n_removed, N_ARTICLES);
    assert_int_equal(n_found(index, "keloid"), 0);
    index_close(index);
}

static void is_made_anew_when_mostly_dead(void **state)
{
    (void)state;
    struct index *index = open_index();
    update(index);
    for (int round = 0; round < 12; round++) {
        for (int i = 0; i < N_ARTICLES; i++) {
            char path[64], text[100];
            snprintf(path, sizeof path, "library/%d/article-%d.md", i % 3, i);
            snprintf(text, sizeof text, "## Risks\n\nKeloid.\n%*s## B\n", round,
                     "\n");
            put(path, text);
        }
        update(index);
    }
    assert_is_whole(index);
    assert_true(db_number(index->db, "SELECT n FROM counter WHERE name='dead'",
                          0) < 1300);
    index_close(index);
}

static void truncate_file(const char *path, long share)
{
    struct stat st;
    assert_int_equal(stat(path, &st), 0);
    assert_int_equal(truncate(path, st.st_size * share / 100), 0);
}

/* Overwrites the file with pseudo-random bytes, the same each time, from a
 * hundredth of its length on. */
static void scribble(const char *path, long share)
{
    struct stat st;
    unsigned noise = (unsigned)share * 2654435761u + 1;
    int fd = open(path, O_WRONLY);
    assert_true(fd >= 0 && fstat(fd, &st) == 0);
    for (int i = 0; i < 4096; i++) {
        noise = noise * 1103515245u + 12345;
        char byte = (char)(noise >> 16);
        assert_int_equal(pwrite(fd, &byte, 1, st.st_size * share / 100 + i), 1);
    }
    close(fd);
}

static void put_garbage(const char *path, long share)
{
    (void)share;
    put(path, "This is not the index that you are looking for.");
}

static void put_foreign(const char *path, long share)
{
    (void)share;
    enum db_result result;
    struct error err;
    unlink(path);
    struct db *db = db_open(path, &result, &err);
    assert_non_null(db);
    assert_int_equal(db_run(db, "CREATE TABLE article(x)"), DB_DONE);
    db_close(db);
}

static void make_older(const char *path, long share)
{
    (void)share;
    enum db_result result;
    struct error err;
    struct db *db = db_open(path, &result, &err);
    assert_int_equal(db_run(db, "PRAGMA user_version=0"), DB_DONE);
    db_close(db);
}

static const struct {
    void (*spoil)(const char *path, long share);
    long shares[8];
} spoilings[] = {
    {truncate_file, {0, 5, 40, 80, 99}},
    {scribble, {0, 10, 30, 50, 70, 90}},
    {put_garbage, {0}},
    {put_foreign, {0}},
    {make_older, {0}},
};

/* Searching a damaged index may find something or nothing; it is rebuilt when
 * it is next written, or earlier. */
static void mends_what_is_spoiled(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ELEMENTS(spoilings); i++)
        for (size_t j = 0; j == 0 || (j < 8 && spoilings[i].shares[j]); j++) {
            struct index *index = open_index();
            update(index);
            index_close(index);
            spoilings[i].spoil(index_file(), spoilings[i].shares[j]);
            index = open_index();
            assert_null(index_why_temporary(index));
            n_found(index, "keloid treatment");
            for (int n = 0; n < N_ARTICLES; n++) {
                char path[64];
                snprintf(path, sizeof path, "library/%d/article-%d.md", n % 3,
                         n);
                put(path, "## Risks\n\nKeloid.\n");
            }
            assert_is_whole(index);
            index_close(index);
        }
}

/* What the index has no longer matches the query. */
static void empties_an_older_one(void **state)
{
    (void)state;
    struct index *index = open_index();
    assert_is_whole(index);
    index_close(index);
    make_older(index_file(), 0);
    index = open_index();
    assert_int_equal(index_n_articles(index), 0);
    index_close(index);
}

static void follows_another_file(void **state)
{
    (void)state;
    struct index *index = open_index();
    assert_is_whole(index);
    unlink(index_file());
    struct index *other = open_index();
    assert_is_whole(other);
    index_close(other);
    put("library/later.md", "## Risks\n\nLater.\n");
    assert_int_equal(update(index).n_read, 1);
    assert_int_equal(n_found(index, "later"), 1);
    index_close(index);
}

static bool stop_at_once(void *context, const struct index_progress *progress)
{
    (void)context;
    return progress->n_read > 0;
}

static void goes_on_where_it_was_stopped(void **state)
{
    (void)state;
    struct error err;
    struct index_progress progress;
    struct index *index = open_index();
    assert_false(index_update(index, &(struct index_watch){stop_at_once, NULL},
                              &progress, &err));
    assert_false(progress.done);
    int64_t n_before = index_n_articles(index);
    assert_true(n_before > 0 && n_before < N_ARTICLES);
    assert_int_equal(update(index).n_read, N_ARTICLES - n_before);
    assert_is_whole(index);
    index_close(index);
}

static bool die(void *context, const struct index_progress *progress)
{
    if (progress->n_read >= *(const size_t *)context)
        raise(SIGKILL);
    return false;
}

static void survives_a_killed_writer(void **state)
{
    (void)state;
    for (size_t n = 1; n < N_ARTICLES; n += 16) {
        pid_t pid = fork();
        if (pid == 0) {
            struct error err;
            struct index_progress progress;
            struct index *index = index_open(folders, 1, &err);
            index_update(index, &(struct index_watch){die, &n}, &progress,
                         &err);
            _exit(0);
        }
        assert_int_equal(waitpid(pid, NULL, 0), pid);
        struct index *index = open_index();
        assert_is_whole(index);
        index_close(index);
        unlink(index_file());
    }
}

static void wait_until_done(struct indexer *indexer)
{
    struct indexer_state state = {0};
    for (int i = 0; i < 300 && !state.progress.done; i++) {
        struct pollfd fd = {indexer_fd(indexer), POLLIN, 0};
        poll(&fd, 1, 100);
        indexer_take(indexer, &state);
    }
    assert_true(state.progress.done);
    assert_string_equal(state.err.message, "");
}

static void is_kept_up_by_a_thread(void **state)
{
    (void)state;
    struct error err;
    for (int in_memory = 0; in_memory < 2; in_memory++) {
        struct index *index =
            in_memory ? index_open_memory(folders, 1, &err) : open_index();
        struct indexer *indexer = indexer_start(index, &err);
        assert_non_null(indexer);
        wait_until_done(indexer);
        assert_int_equal(n_found(index, "keloid"), N_ARTICLES);
        put("library/later.md", "## Risks\n\nKeloid, later.\n");
        indexer_wake(indexer);
        wait_until_done(indexer);
        assert_int_equal(n_found(index, "later"), 1);
        unlink("library/later.md");
        indexer_wake(indexer); /* stopped at once */
        indexer_stop(indexer);
        index_close(index);
    }
    indexer_stop(NULL);
}

/* In memory, a writer locks out readers, so they take turns. */
static void lets_others_read_while_it_is_filled(void **state)
{
    (void)state;
    struct error err;
    struct indexer_state now = {0};
    bool saw_part = false;
    for (int i = 0; i < 600; i++) {
        char path[64];
        snprintf(path, sizeof path, "library/many/article-%d.md", i);
        put(path, "# One of many\n\n## Risks\n\nKeloid.\n");
    }
    struct index *index = index_open_memory(folders, 1, &err);
    struct indexer *indexer = indexer_start(index, &err);
    assert_non_null(indexer);
    while (!now.progress.done) {
        int64_t n = index_n_articles(index);
        saw_part = saw_part || (n > 0 && n < N_ARTICLES + 600);
        indexer_take(indexer, &now);
    }
    assert_true(saw_part);
    assert_int_equal(index_n_articles(index), N_ARTICLES + 600);
    indexer_stop(indexer);
    index_close(index);
}

static void serves_eight_readers_at_once(void **state)
{
    (void)state;
    pid_t pids[8];
    for (int i = 0; i < 8; i++) {
        if ((pids[i] = fork()) != 0)
            continue;
        struct error err;
        struct index_progress progress;
        bool ok = true;
        for (int n = 0; n < 5; n++) {
            struct index *index = index_open(folders, 1, &err);
            ok = ok && index && !index_why_temporary(index) &&
                 index_update(index, NULL, &progress, &err);

            if (index)
                n_found(index, "keloid rest");
            index_close(index);
        }
        _exit(ok ? 0 : 1);
    }
    for (int i = 0; i < 8; i++) {
        int status;
        assert_int_equal(waitpid(pids[i], &status, 0), pids[i]);
        assert_true(WIFEXITED(status));
        assert_int_equal(WEXITSTATUS(status), 0);
    }
    struct index *index = open_index();
    assert_is_whole(index);
    index_close(index);
}

static void have_no_cache(void)
{
    char cwd[200], cache[220];
    put("file", "");
    assert_non_null(getcwd(cwd, sizeof cwd));
    snprintf(cache, sizeof cache, "%s/file", cwd);
    setenv("XDG_CACHE_HOME", cache, 1);
}

static void is_temporary(enum index_place place)
{
    have_no_cache();
    struct index *index = open_index(), *second = open_index();
    assert_int_equal(index_place(index), place);
    assert_non_null(index_why_temporary(index));
    assert_is_whole(index);
    assert_int_equal(n_found(second, "keloid"), N_ARTICLES);
    struct error err;
    struct index *again = index_open_again(index, &err);
    assert_int_equal(n_found(again, "keloid"), N_ARTICLES);
    index_close(again);
    index_close(second);
    index_close(index);
}

static void goes_without_a_cache(void **state)
{
    assert_int_equal(mkdir("runtime", 0700), 0);
    char runtime[200];
    snprintf(runtime, sizeof runtime, "%s/runtime", (char *)*state);
    setenv("XDG_RUNTIME_DIR", runtime, 1);
    is_temporary(INDEX_IN_PRIVATE_FOLDER);
    assert_int_equal(rmdir("runtime"), 0); /* empty */
    unsetenv("XDG_RUNTIME_DIR");
}

static void goes_without_a_disk(void **state)
{
    char absent[200];
    snprintf(absent, sizeof absent, "%s/absent", (char *)*state);
    setenv("XDG_RUNTIME_DIR", absent, 1);
    setenv("TMPDIR", absent, 1);
    is_temporary(INDEX_IN_MEMORY);
    unsetenv("XDG_RUNTIME_DIR");
    unsetenv("TMPDIR");
}

static void is_mended_in_a_private_folder(void **state)
{
    (void)state;
    have_no_cache();
    struct index *index = open_index();
    assert_is_whole(index);
    put(index->path, "nothing");
    assert_true(index_mend(index, DB_DAMAGED));
    assert_int_equal(index_place(index), INDEX_IN_PRIVATE_FOLDER);
    assert_is_whole(index);
    index_close(index);
}

static void goes_without_room_on_the_disk(void **state)
{
    (void)state;
    struct rlimit limit, before;
    signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &before);
    limit = before;
    limit.rlim_cur = 100 * 1000;
    struct index *index = open_index();
    setrlimit(RLIMIT_FSIZE, &limit);
    assert_is_whole(index);
    setrlimit(RLIMIT_FSIZE, &before);
    assert_int_equal(index_place(index), INDEX_IN_MEMORY);
    index_close(index);
}

/* A file that is named itself and is in a folder that is named. */
static void counts_a_file_once(void **state)
{
    (void)state;
    static const char *const twice[] = {"library/1/article-1.md", "library"};
    struct error err;
    struct index *index = index_open(twice, 2, &err);
    assert_non_null(index);
    assert_is_whole(index);
    assert_int_equal(update(index).n_read, 0);
    put("library/1/article-1.md", "# Changed\n\nKeloid.\n");
    struct index_progress progress = update(index);
    assert_int_equal(progress.n_read, 1);
    assert_int_equal(progress.n_removed, 0);
    assert_is_whole(index);
    index_close(index);
}

/* An index opened before its folder exists works in its thread when it does. */
static void is_the_same_when_its_folder_comes_later(void **state)
{
    (void)state;
    static const char *const later[] = {"later", "/nowhere"};
    struct error err;
    struct index *index = index_open(later, 2, &err);
    put("later/one.md", "# One\n");
    struct index *again = index_open_again(index, &err);
    update(again);
    assert_int_equal(index_n_articles(index), 1);
    index_close(again);
    again = index_open(later, 2, &err);
    assert_int_equal(index_n_articles(again), 1);
    index_close(again);
    index_close(index);
}

/* Its paths are relative as given, so they are invalid in another folder. */
static void is_another_for_a_path_from_elsewhere(void **state)
{
    (void)state;
    char cwd[200], path[220];
    assert_non_null(getcwd(cwd, sizeof cwd));
    snprintf(path, sizeof path, "%s/library", cwd);
    struct error err;
    struct index *index = open_index();
    update(index);
    struct index *whole = index_open((const char *const[]){path}, 1, &err);
    assert_int_equal(index_n_articles(whole), 0);
    index_close(whole);
    index_close(index);
}

static void make_old(const char *path)
{
    struct timespec times[2] = {{.tv_sec = 1000}, {.tv_sec = 1000}};
    put(path, "old");
    assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
}

static void removes_indexes_that_nobody_uses(void **state)
{
    (void)state;
    struct file_stamp stamp;
    struct index *index = open_index();
    make_old("cache/medfaq/index-0123456789abcdef.db");
    make_old("cache/medfaq/index-0123456789abcdef.db-wal");
    make_old("cache/medfaq/index-of-mine.db");
    put("cache/medfaq/index-00000000000000aa.db", "new");
    update(index);
    assert_false(
        file_stamp_get("cache/medfaq/index-0123456789abcdef.db", &stamp));
    assert_false(
        file_stamp_get("cache/medfaq/index-0123456789abcdef.db-wal", &stamp));
    assert_true(file_stamp_get("cache/medfaq/index-of-mine.db", &stamp));
    assert_true(
        file_stamp_get("cache/medfaq/index-00000000000000aa.db", &stamp));
    index_close(index);
}

static void opens_a_complete_one(void **state)
{
    (void)state;
    struct index *index = open_index();
    update(index);
    index_close(index);
    index = index_open_complete(folders, 1);
    assert_non_null(index);
    assert_int_equal(index_n_articles(index), N_ARTICLES);
    index_close(index);
    /* it neither creates nor repairs one */
    put(index_file(), "nothing");
    assert_null(index_open_complete(folders, 1));
    assert_null(index_open_complete((const char *const[]){"elsewhere"}, 1));
}

static void age_folder(const char *path)
{
    struct timespec times[2] = {{.tv_sec = 1000}, {.tv_sec = 1000}};
    assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
}

static const char *const walked[] = {"library", "library/0", "library/1",
                                     "library/2"};

static void age_library(void)
{
    for (size_t i = 0; i < N_ELEMENTS(walked); i++)
        age_folder(walked[i]);
}

static struct index *open_aged(const char *const *roots, size_t n)
{
    struct error err;
    struct index *index = index_open(roots, n, &err);
    age_library();
    update(index);
    return index;
}

static void knows_that_files_came_and_went(void **state)
{
    (void)state;
    static const char *const roots[] = {"mine", "library", "mine"};
    struct index *index = open_aged(roots, 3);
    assert_true(index_is_current(index));
    put("library/1/later.md", "# Later\n");
    assert_false(index_is_current(index));
    index_close(index);
    index = open_aged(roots, 3);
    assert_true(index_is_current(index));
    put("mine/first.md", "# A root that was not there\n");
    assert_false(index_is_current(index));
    /* a recent change may be followed by another with the same time */
    update(index);
    assert_false(index_is_current(index));
    age_folder("mine");
    update(index);
    assert_true(index_is_current(index));
    unlink("mine/first.md");
    assert_false(index_is_current(index));
    index_close(index);
}

/* The target of a link may be created later without changing the folder. */
static void knows_that_a_link_leads_somewhere(void **state)
{
    (void)state;
    static const char *const roots[] = {"library"};
    assert_int_equal(symlink("../../later.md", "library/1/link.md"), 0);
    struct index *index = open_aged(roots, 1);
    assert_true(index_is_current(index));
    put("later.md", "# Later\n\nPodagra.\n");
    assert_false(index_is_current(index));
    update(index);
    assert_true(index_is_current(index));
    assert_int_equal(n_found(index, "podagra"), 1);
    index_close(index);
}

#define NOBODY 65534

/* Root can read everything, so another user has to try. */
static void become(uid_t user)
{
    if (getuid() == 0)
        assert_int_equal(seteuid(user), 0);
}

static void set_mode(const char *path, mode_t mode)
{
    become(0);
    assert_int_equal(chmod(path, mode), 0);
    become(NOBODY);
}

static struct index *open_as_nobody(const char *folder)
{
    become(0);
    assert_int_equal(chmod(folder, 0755), 0);
    for (size_t i = 0; i < N_ELEMENTS(walked); i++)
        assert_int_equal(chmod(walked[i], 0755), 0);
    age_library();
    mkdir("cache", 0700);
    assert_true(getuid() != 0 || chown("cache", NOBODY, NOBODY) == 0);
    become(NOBODY);
    return open_index();
}

static int become_root(void **state)
{
    become(0);
    return leave_folder(state);
}

static void reads_again_what_could_not_be_read(void **state)
{
    static const char path[] = "library/1/article-1.md";
    assert_int_equal(chmod(path, 0), 0);
    struct index *index = open_as_nobody(*state);
    assert_int_equal(update(index).n_failed, 1);
    assert_int_equal(update(index).n_to_read, 0);
    assert_true(index_is_current(index));
    set_mode(path, 0644);
    assert_false(index_is_current(index));
    struct index_progress again = update(index);
    assert_true(index_is_current(index));
    assert_int_equal(again.n_read, 1);
    assert_int_equal(again.n_failed, 0);
    assert_int_equal(n_found(index, "keloid"), N_ARTICLES);
    index_close(index);
}

static void reads_a_folder_that_could_not_be_read(void **state)
{
    struct index *index = open_as_nobody(*state);
    set_mode("library/2", 0);
    update(index);
    assert_true(index_is_current(index));
    assert_int_equal(n_found(index, "keloid"), N_ARTICLES - N_ARTICLES / 3);
    set_mode("library/2", 0755);
    assert_false(index_is_current(index));
    update(index);
    assert_true(index_is_current(index));
    assert_int_equal(n_found(index, "keloid"), N_ARTICLES);
    index_close(index);
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, enter_library, leave_folder)
#define TEST_AS_NOBODY(f)                                                      \
    cmocka_unit_test_setup_teardown(f, enter_library, become_root)
    const struct CMUnitTest tests[] = {
        TEST(keeps_up_with_the_folder),
        TEST(survives_a_folder_that_vanishes),
        TEST(is_made_anew_when_mostly_dead),
        TEST(mends_what_is_spoiled),
        TEST(empties_an_older_one),
        TEST(follows_another_file),
        TEST(goes_on_where_it_was_stopped),
        TEST(survives_a_killed_writer),
        TEST(is_kept_up_by_a_thread),
        TEST(lets_others_read_while_it_is_filled),
        TEST(serves_eight_readers_at_once),
        TEST(goes_without_a_cache),
        TEST(goes_without_a_disk),
        TEST(is_mended_in_a_private_folder),
        TEST(goes_without_room_on_the_disk),
        TEST(counts_a_file_once),
        TEST(is_the_same_when_its_folder_comes_later),
        TEST(is_another_for_a_path_from_elsewhere),
        TEST(removes_indexes_that_nobody_uses),
        TEST(knows_that_files_came_and_went),
        TEST(knows_that_a_link_leads_somewhere),
        TEST_AS_NOBODY(reads_again_what_could_not_be_read),
        TEST_AS_NOBODY(reads_a_folder_that_could_not_be_read),
        TEST(opens_a_complete_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
