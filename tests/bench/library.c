/* The list of a large library beside that of four articles: first screen, to
 * its end, filtering, memory.
 *
 *   MEDFAQ_LIBRARY=FOLDER library MEDFAQ
 *
 * FOLDER holds the large library; without it nothing is measured: status
 * 77. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "pair.h"

#define QUIET_MS 15 /* what is read after the first screen is not it */
#define SETTLED_MS 3000
#define SKIPPED 77

static char folder[] = "/tmp/medfaq-bench-XXXXXX";

static void run_or_leave(const char *command)
{
    if (system(command) == 0)
        return;
    fprintf(stderr, "failed: %s\n", command);
    exit(1);
}

static void write_four(void)
{
    for (int i = 0; i < 4; i++) {
        char path[128];
        snprintf(path, sizeof path, "%s/%d.md", folder, i);
        FILE *out = fopen(path, "w");
        if (!out)
            exit(1);
        fprintf(out, "---\ntitle: Illness %d\ntype: condition\n---\n\nText.\n",
                i);
        fclose(out);
    }
}

static void index_folder(const char *medfaq, const char *path)
{
    char command[1024];
    snprintf(command, sizeof command, "MEDFAQ_PATH='%s' '%s' index", path,
             medfaq);
    run_or_leave(command);
}

static void measure_memory(const char *medfaq, const char *large)
{
    struct run run;
    run_start(&run, (const char *const[]){medfaq, large, NULL}, SETTLED_MS);
    long listing = run_resident_kib(&run);
    run_send(&run, "keloid", 300);
    long searching = run_resident_kib(&run);
    run_end(&run);
    printf("memory\n  resident %.1f MB listing, %.1f MB searching\n",
           (double)listing / 1024, (double)searching / 1024);
}

int main(int argc, char **argv)
{
    const char *large = getenv("MEDFAQ_LIBRARY");
    if (argc != 2 || !large) {
        puts("MEDFAQ_LIBRARY=FOLDER names a large library; skipped");
        return SKIPPED;
    }
    bench_environment();
    if (!mkdtemp(folder)) {
        perror(folder);
        return 1;
    }
    const char *medfaq = argv[1];
    write_four();
    index_folder(medfaq, large);
    index_folder(medfaq, folder);
    pair_compare("first screen of the list", QUIET_MS,
                 (struct series[]){{"large", {medfaq, large}},
                                   {"four", {medfaq, folder}}},
                 2);
    pair_compare("to the end of the list", SETTLED_MS / 10,
                 (struct series[]){{"large", {medfaq, large}, NULL, "\tG"},
                                   {"four", {medfaq, folder}, NULL, "\tG"}},
                 2);
    pair_compare("a letter of a filter", SETTLED_MS / 10,
                 (struct series[]){{"large", {medfaq, large}, "il", "l"},
                                   {"four", {medfaq, folder}, "il", "l"}},
                 2);
    measure_memory(medfaq, large);
    char command[256];
    snprintf(command, sizeof command, "rm -r '%s'", folder);
    run_or_leave(command);
    return 0;
}
