/* What it buys to read articles in a thread while others are indexed.
 *
 *   MEDFAQ_LIBRARY=FOLDER prefetch
 *
 * Builds the index of FOLDER with and without the thread by turns. The least
 * time counts: what else runs can only add to it. Without a folder nothing is
 * measured: status 77. */
#include <sys/resource.h>
#include <unistd.h>

#include "base/pool.h"
#include "index/index.h"
#include "measure.h"

#define ROUNDS 5
#define SKIPPED 77

static char cache[] = "/tmp/medfaq-bench-XXXXXX";
static bool with_thread;

/* In place of the one in base. */
bool pool_start_thread(pthread_t *thread, void *(*work)(void *), void *context)
{
    return with_thread && pthread_create(thread, NULL, work, context) == 0;
}

static double cpu_ms(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3 +
           (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3;
}

static void remove_cache(void)
{
    char command[64];
    snprintf(command, sizeof command, "rm -rf '%s'", cache);
    if (system(command) != 0)
        exit(1);
}

struct cost {
    double wall_ms, cpu_ms;
};

static void build(const char *folder, struct cost *least)
{
    struct error err = {0};
    struct index_progress progress;
    double wall = now_ms(), cpu = cpu_ms();
    struct index *index = index_open(&folder, 1, &err);
    if (!index || !index_update(index, NULL, &progress, &err) ||
        !progress.n_read) {
        fprintf(stderr, "%s: %s\n", folder, err.message);
        exit(1);
    }
    index_close(index);
    wall = now_ms() - wall;
    cpu = cpu_ms() - cpu;
    least->wall_ms = wall < least->wall_ms ? wall : least->wall_ms;
    least->cpu_ms = cpu < least->cpu_ms ? cpu : least->cpu_ms;
    remove_cache();
}

int main(void)
{
    const char *folder = getenv("MEDFAQ_LIBRARY");
    struct cost least[2] = {{1e9, 1e9}, {1e9, 1e9}};
    if (!folder) {
        puts("MEDFAQ_LIBRARY is not set: nothing to measure");
        return SKIPPED;
    }
    if (!mkdtemp(cache) || setenv("XDG_CACHE_HOME", cache, 1) != 0)
        return 1;
    for (int i = 0; i < 2 * ROUNDS; i++) {
        with_thread = i % 2;
        build(folder, &least[with_thread]);
    }
    printf("index of %s, least of %d\n", folder, ROUNDS);
    for (int i = 0; i < 2; i++)
        printf("  %-15s %6.0f ms wall, %6.0f ms CPU\n",
               i ? "with a thread" : "without", least[i].wall_ms,
               least[i].cpu_ms);
    return 0;
}
