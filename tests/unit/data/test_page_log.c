/* A database and a log from different times give the content of one time, or
 * are reported as damaged; never a mixture. */
#include "data/db.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../unit.h"
#include "base/file.h"

#define N_ROWS 1300 /* of half a page each: two checksum groups */
#define N_STEPS 16
#define GROUP_BYTES (505 * 4096)

static char folder[] = "/tmp/medfaq-log-XXXXXX";

static int make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) && chdir(folder) == 0 ? 0 : -1;
}

static int remove_folder(void **state)
{
    (void)state;
    char command[100];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    return chdir("/") == 0 ? system(command) : -1;
}

/* Does not wait for the disk, as file_write would. */
static void put(const char *path, const struct buf *content)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_int_equal(fwrite(content->data, 1, content->n_bytes, file),
                     content->n_bytes);
    assert_int_equal(fclose(file), 0);
}

static void copy(const char *from, const char *to)
{
    struct buf content;
    buf_init(&content);
    unlink(to);
    if (file_read(from, 0, &content, NULL, NULL))
        put(to, &content);
    buf_finish(&content);
}

static const char *saved(const char *what, int step)
{
    static char names[2][40];
    static int n;
    char *name = names[n++ % 2];
    snprintf(name, sizeof names[0], "%s.%d", what, step);
    return name;
}

static struct db *open_db(const char *path)
{
    enum db_result result;
    struct error err;
    struct db *db = db_open(path, &result, &err);
    if (!db)
        assert_int_equal(result, DB_DAMAGED);
    return db;
}

static void fill(struct db *db)
{
    char sql[300];
    snprintf(
        sql, sizeof sql,
        "BEGIN; CREATE TABLE t(i INTEGER PRIMARY KEY, n INTEGER, text TEXT);"
        "CREATE TABLE sum(n INTEGER); INSERT INTO sum VALUES(0);"
        "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM c"
        " WHERE i<%d) INSERT INTO t SELECT i, 0, hex(zeroblob(900))"
        " FROM c; COMMIT;",
        N_ROWS);
    assert_int_equal(db_run(db, sql), DB_DONE);
}

/* Changes rows throughout the file. sum is the sum of all numbers. */
static void change(struct db *db, int step)
{
    char sql[200];
    snprintf(sql, sizeof sql,
             "BEGIN IMMEDIATE; UPDATE t SET n=%d WHERE i%%7=%d;"
             "UPDATE sum SET n=(SELECT sum(n) FROM t); COMMIT;",
             1000 + step, step % 7);
    assert_int_equal(db_run(db, sql), DB_DONE);
}

/* Returns the sum, or -1 if the database reports damage. A mixture fails the
 * test. */
static int64_t sum_of(const char *path)
{
    struct db *db = open_db(path);
    if (!db)
        return -1;
    int64_t n = db_number(db, "SELECT n FROM sum", -1);
    int64_t real = db_number(db, "SELECT sum(n) FROM t", -1);
    bool is_damaged = db_is_damaged(db) || db_last_result(db) == DB_DAMAGED;
    db_close(db);
    if (is_damaged)
        return -1;
    assert_int_equal(n, real);
    return n;
}

static void save(int step)
{
    copy("db", saved("db", step));
    copy("db-wal", saved("wal", step));
}

/* Does one step: a change, a checkpoint, a checkpoint that a reader blocks, or
 * a close, which removes the log. */
static struct db *take_step(struct db *db, struct db *reader, int step)
{
    if (step % 5 == 4) {
        db_close(db);
        return open_db("db");
    }
    struct db_query *old = NULL;
    if (step % 5 == 2) {
        old = db_query(reader, "SELECT i FROM t");
        assert_int_equal(db_step(old), DB_ROW);
    }
    change(db, step);
    if (step % 5 >= 2)
        db_number(db, "PRAGMA wal_checkpoint(PASSIVE)", 0);
    db_query_free(old);
    return db;
}

static void make_steps(int64_t *sums)
{
    struct db *db = open_db("db"), *reader = NULL;
    fill(db);
    for (int step = 0; step < N_STEPS; step++) {
        if (step % 5 == 2)
            reader = open_db("db");
        db = take_step(db, reader, step);
        if (step % 5 == 2) {
            save(step); /* while it is open */
            db_close(reader);
            reader = NULL;
        }
        sums[step] = db_number(db, "SELECT n FROM sum", -1);
        save(step);
    }
    db_close(db);
}

static void put_back(const char *db, const char *wal)
{
    copy(db, "try");
    copy(wal, "try-wal");
    unlink("try-shm");
    unlink("try-journal");
}

static void believes_what_belongs_together(void **state)
{
    (void)state;
    int64_t sums[N_STEPS];
    size_t n_damaged = 0;
    make_steps(sums);
    for (int i = 0; i < N_STEPS; i++)
        for (int j = -1; j < N_STEPS; j++) {
            put_back(saved("db", i), saved("wal", j));
            int64_t sum = sum_of("try");
            n_damaged += sum < 0;
            if (i == j)
                assert_int_equal(sum, sums[i]);
        }
    assert_true(n_damaged > N_STEPS);
}

static void cut(const char *path, off_t n_bytes)
{
    struct stat st;
    if (stat(path, &st) == 0 && st.st_size > n_bytes)
        assert_int_equal(truncate(path, n_bytes), 0);
}

static void notices_a_log_that_is_cut(void **state)
{
    (void)state;
    for (int i = 0; i < N_STEPS; i++)
        for (off_t n_bytes = 16; n_bytes < 3000000; n_bytes = n_bytes * 7 / 3) {
            put_back(saved("db", i), saved("wal", i));
            cut("try-wal", n_bytes);
            sum_of("try");
        }
}

/* The first part of one file and the rest of another, as if copying was
 * interrupted, in the worst case between two groups. */
static void notices_a_file_of_two_times(void **state)
{
    (void)state;
    static const int64_t ends[] = {GROUP_BYTES, GROUP_BYTES + 4096, 100 * 4096,
                                   GROUP_BYTES - 4096};
    size_t n_damaged = 0;
    for (int i = 4; i < N_STEPS; i += 5)
        for (int j = 4; j < N_STEPS; j += 5)
            for (size_t k = 0; k < N_ELEMENTS(ends); k++) {
                struct buf first, rest;
                buf_init(&first);
                buf_init(&rest);
                file_read(saved("db", i), 0, &first, NULL, NULL);
                file_read(saved("db", j), 0, &rest, NULL, NULL);
                assert_true((int64_t)rest.n_bytes > GROUP_BYTES + 8192);
                memcpy(rest.data, first.data, (size_t)ends[k]);
                put_back("none", "none");
                put("try", &rest);
                int64_t sum = sum_of("try");
                n_damaged += sum < 0;
                assert_true(i != j || sum >= 0);
                buf_finish(&first);
                buf_finish(&rest);
            }
    assert_true(n_damaged >= 20);
}

static void swap(char *a, char *b, size_t n_bytes)
{
    for (size_t i = 0; i < n_bytes; i++) {
        char was = a[i];
        a[i] = b[i];
        b[i] = was;
    }
}

/* Two pages of a table are swapped together with their checksums while the file
 * is open: each is valid, except for its number. */
static void notices_pages_that_change_places(void **state)
{
    (void)state;
    enum { FIRST = 100, SECOND = 300, PAGE = 4096 };
    struct buf content;
    buf_init(&content);
    put_back(saved("db", 4), "none");
    assert_true(sum_of("try") > 0);
    struct db *db = open_db("try");
    assert_non_null(db);
    assert_true(file_read("try", 0, &content, NULL, NULL));
    swap(content.data + PAGE * (FIRST + 1), content.data + PAGE * (SECOND + 1),
         PAGE);
    swap(content.data + 8 * FIRST, content.data + 8 * SECOND, 8);
    int fd = open("try", O_WRONLY);
    assert_int_equal(pwrite(fd, content.data, content.n_bytes, 0),
                     content.n_bytes);
    close(fd);
    db_number(db, "SELECT sum(n) FROM t", -1);
    assert_true(db_is_damaged(db));
    /* and no page after that, whole as it may be */
    assert_int_equal(db_number(db, "SELECT n FROM sum", -1), -1);
    db_close(db);
    buf_finish(&content);
}

/* Goes on from a log that was not taken over yet, and takes it over. */
static void go_on_from(int saved_step, int step, const char *file,
                       const char *to)
{
    put_back(saved("db", saved_step), saved("wal", saved_step));
    struct db *db = open_db("try");
    assert_non_null(db);
    change(db, step);
    db_number(db, "PRAGMA wal_checkpoint(PASSIVE)", 0);
    copy(file, to);
    db_close(db);
}

/* Two histories that begin alike have logs with the same salts. */
static void notices_a_log_of_another_history(void **state)
{
    (void)state;
    go_on_from(5, 101, "try", "one");
    go_on_from(5, 102, "try-wal", "another-wal");
    put_back("one", "another-wal");
    int64_t sum = sum_of("try");
    assert_int_equal(sum, -1);
}

/* A rollback journal from an earlier time is not played back. */
static void obeys_no_journal(void **state)
{
    (void)state;
    put_back(saved("db", 4), "none");
    int64_t sum = sum_of("try");
    assert_true(sum > 0);
    enum db_result result;
    struct error err;
    unlink("kept");
    struct db *kept = db_open_kept("kept", 0, &result, &err);
    fill(kept);
    assert_int_equal(db_run(kept, "BEGIN; UPDATE t SET n=5 WHERE i%100=0"),
                     DB_DONE);
    assert_int_equal(db_run(kept, "PRAGMA cache_spill=1;"
                                  "PRAGMA cache_size=5;"
                                  "UPDATE t SET n=5 WHERE i%7=1"),
                     DB_DONE);
    copy("kept-journal", "try-journal");
    assert_true(file_stamp_get("try-journal", &(struct file_stamp){0}));
    db_close(kept);
    sum = sum_of("try");
    assert_int_equal(sum, -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(believes_what_belongs_together),
        cmocka_unit_test(notices_a_log_that_is_cut),
        cmocka_unit_test(notices_a_file_of_two_times),
        cmocka_unit_test(notices_pages_that_change_places),
        cmocka_unit_test(notices_a_log_of_another_history),
        cmocka_unit_test(obeys_no_journal),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
