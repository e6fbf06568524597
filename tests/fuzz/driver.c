/* Runs a fuzz target without libFuzzer: on the seeds of a folder, on their
 * beginnings, and on them with one byte changed. */
#include <dirent.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/mem.h"
#include "fuzz.h"

#define N_PLACES 200 /* in a seed, where it is cut and changed */

static const char hostile[] = {'\0', '\n', '\x1B', '\x80', '\xE2', '\xFF',
                               '"',  '[',  '`',    ':',    ' ',    '-'};

/* A copy of its own, so that a sanitizer sees what reads past the end. */
static void run(const char *data, size_t n_bytes)
{
    uint8_t *copy = mem_alloc(n_bytes);
    memcpy(copy, data, n_bytes);
    LLVMFuzzerTestOneInput(copy, n_bytes);
    free(copy);
}

static void run_seed(struct buf *seed)
{
    size_t step = seed->n_bytes / N_PLACES + 1;
    run(seed->data, seed->n_bytes);
    for (size_t at = 0; at < seed->n_bytes; at += step) {
        run(seed->data, at);
        char was = seed->data[at];
        seed->data[at] = hostile[at / step % sizeof hostile];
        run(seed->data, seed->n_bytes);
        seed->data[at] = was;
    }
}

static int is_seed(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

static int run_folder(const char *folder)
{
    struct dirent **entries;
    int n = scandir(folder, &entries, is_seed, alphasort);
    for (int i = 0; i < n; i++) {
        struct error err;
        struct buf seed;
        buf_init(&seed);
        char *path = file_join(folder, entries[i]->d_name);
        if (!file_read(path, 0, &seed, NULL, &err)) {
            fprintf(stderr, "%s\n", err.message);
            exit(1);
        }
        fprintf(stderr, "%s\n", path); /* the last one is the culprit */
        run_seed(&seed);
        free(path);
        buf_finish(&seed);
        free(entries[i]);
    }
    if (n >= 0)
        free(entries);
    return n;
}

/* For targets that have none. */
__attribute__((weak)) int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    return 0;
}

int main(int argc, char **argv)
{
    LLVMFuzzerInitialize(&argc, &argv);
    int n_seeds = argc == 2 ? run_folder(argv[1]) : -1;
    if (n_seeds <= 0)
        fprintf(stderr, "usage: %s FOLDER-WITH-SEEDS\n", argv[0]);
    return n_seeds <= 0;
}
