/* Prefetched articles come in the order of their files, whichever thread reads
 * them. */
#include "index/prefetch.h"

#include <semaphore.h>
#include <time.h>

#include "../library/folder.h"
#include "base/pool.h"

#define N_FILES 100
#define N_UNREADABLE 37
#define N_LARGE 61
#define LARGE_BYTES (300 << 10)

static bool no_threads;
static unsigned n_threads;

/* Replaces the function of base. */
bool pool_start_thread(pthread_t *thread, void *(*work)(void *), void *context)
{
    n_threads++;
    return !no_threads && pthread_create(thread, NULL, work, context) == 0;
}

static pthread_t main_thread;
static bool holds_up;
static sem_t waits, may_go_on;

/* Replaces the function of libc, to hold up the thread where it waits. */
int pthread_cond_wait(pthread_cond_t *condition, pthread_mutex_t *mutex)
{
    static const struct timespec never = {.tv_sec = INT32_MAX};
    if (!holds_up || pthread_equal(pthread_self(), main_thread))
        return pthread_cond_timedwait(condition, mutex, &never);
    pthread_mutex_unlock(mutex);
    sem_post(&waits);
    sem_wait(&may_go_on);
    return pthread_mutex_lock(mutex);
}

struct files {
    char names[N_FILES][16];
    struct to_read items[N_FILES];
};

static void put_large(const char *name)
{
    struct buf text;
    buf_init(&text);
    while (text.n_bytes < LARGE_BYTES)
        buf_add(&text, "One more paragraph.\n\n");
    put(name, text.data);
    buf_finish(&text);
}

/* Article after article; one is missing, and one is large. */
static int enter_files(void **state)
{
    enter_folder(state);
    for (int i = 0; i < N_FILES; i++) {
        char name[16];
        snprintf(name, sizeof name, "a%d.md", i);
        if (i == N_LARGE)
            put_large(name);
        else if (i != N_UNREADABLE)
            put(name, "## Risks\n\nKeloid.\n");
    }
    main_thread = pthread_self();
    no_threads = holds_up = false;
    n_threads = 0;
    return 0;
}

static void list(struct files *files)
{
    *files = (struct files){0};
    for (int i = 0; i < N_FILES; i++) {
        struct walk_file *found = &files->items[i].found;
        snprintf(files->names[i], sizeof files->names[i], "a%d.md", i);
        found->path = files->names[i];
        file_stamp_get(found->path, &found->stamp);
    }
}

static void take(struct prefetch *prefetch, int i)
{
    struct error err = {0};
    char name[16];
    snprintf(name, sizeof name, "a%d", i);
    struct article *article = prefetch_next(prefetch, &err);
    if (i == N_UNREADABLE) {
        assert_null(article);
        assert_non_null(strstr(err.message, name));
        return;
    }
    assert_non_null(article);
    assert_string_equal(article->id, name);
    assert_int_equal(article->n_source_bytes >= LARGE_BYTES, i == N_LARGE);
    article_free(article);
}

static void take_all(void)
{
    struct files files;
    list(&files);
    struct prefetch *prefetch = prefetch_start(files.items, N_FILES);
    for (int i = 0; i < N_FILES; i++)
        take(prefetch, i);
    prefetch_stop(prefetch);
}

static void keeps_the_order(void **state)
{
    (void)state;
    take_all();
}

static void does_without_a_thread(void **state)
{
    (void)state;
    no_threads = true;
    take_all();
}

/* What was read and not taken is freed, whether the thread has finished, waits
 * for room, or is at the large file. */
static void stops_anywhere(void **state)
{
    (void)state;
    struct files files;
    list(&files);
    for (int n = 0; n < N_FILES; n++) {
        struct prefetch *prefetch = prefetch_start(files.items, N_FILES);
        for (int i = 0; i < n; i++)
            take(prefetch, i);
        prefetch_stop(prefetch);
    }
    prefetch_stop(NULL);
}

/* The caller reads the last file before the thread reaches it. */
static void leaves_off_when_others_were_quicker(void **state)
{
    (void)state;
    struct files files;
    list(&files);
    holds_up = true;
    sem_init(&waits, 0, 0);
    sem_init(&may_go_on, 0, 0);
    struct prefetch *prefetch = prefetch_start(files.items, N_FILES);
    if (n_threads)
        sem_wait(&waits);
    for (int i = 0; i < N_FILES; i++)
        take(prefetch, i);
    sem_post(&may_go_on);
    prefetch_stop(prefetch);
    sem_destroy(&waits);
    sem_destroy(&may_go_on);
}

static void starts_no_thread_for_a_few(void **state)
{
    (void)state;
    struct files files;
    list(&files);
    for (size_t n = 0; n < 4; n++) {
        struct prefetch *prefetch = prefetch_start(files.items, n);
        for (size_t i = 0; i < n; i++)
            take(prefetch, (int)i);
        prefetch_stop(prefetch);
    }
    assert_int_equal(n_threads, 0);
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, enter_files, leave_folder)
    const struct CMUnitTest tests[] = {
        TEST(keeps_the_order),
        TEST(does_without_a_thread),
        TEST(stops_anywhere),
        TEST(leaves_off_when_others_were_quicker),
        TEST(starts_no_thread_for_a_few),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
