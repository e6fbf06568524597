/* Which records belong together: sorted in memory piece by piece; the pieces
 * wait in a temporary file, and are merged. */
#include "import/record_index.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"

#define RUN_ENTRIES ((size_t)16 * 1024)
#define READ_ENTRIES ((size_t)64)

/* A sorted piece. */
struct run {
    uint64_t at, end; /* in the file, in entries */
    struct record_entry entries[READ_ENTRIES];
    size_t n, next;
};

struct record_index {
    struct record_entry *entries; /* not sorted yet, or all of them */
    size_t n, capacity;
    FILE *file;
    uint64_t n_written;
    struct run *runs;
    size_t n_runs, runs_capacity;
    bool sorted;
    size_t next; /* of entries, where there are no runs */
};

struct record_index *record_index_new(void)
{
    return mem_calloc(1, sizeof(struct record_index));
}

void record_index_free(struct record_index *index)
{
    if (!index)
        return;
    if (index->file)
        fclose(index->file);
    free(index->entries);
    free(index->runs);
    free(index);
}

static int compare(const void *a, const void *b)
{
    const struct record_entry *left = a, *right = b;
    if (left->group != right->group)
        return left->group < right->group ? -1 : 1;
    return left->record.offset < right->record.offset   ? -1
           : left->record.offset > right->record.offset ? 1
                                                        : 0;
}

static bool write_run(struct record_index *index, struct error *err)
{
    if (index->n == 0)
        return true;
    qsort(index->entries, index->n, sizeof *index->entries, compare);
    if (!index->file && !(index->file = file_open_temporary()))
        return error_set(err, _("no temporary file: %s"), strerror(errno));
    if (fwrite(index->entries, sizeof *index->entries, index->n, index->file) <
        index->n)
        return error_set(err, _("temporary file: %s"), strerror(errno));
    index->runs = mem_grow(index->runs, index->n_runs, &index->runs_capacity,
                           sizeof *index->runs);
    struct run *run = &index->runs[index->n_runs++];
    run->n = run->next = 0;
    run->at = index->n_written;
    run->end = index->n_written += index->n;
    index->n = 0;
    return true;
}

bool record_index_add(struct record_index *index,
                      const struct record_entry *entry, struct error *err)
{
    if (index->n == RUN_ENTRIES && !write_run(index, err))
        return false;
    index->entries = mem_grow(index->entries, index->n, &index->capacity,
                              sizeof *index->entries);
    index->entries[index->n++] = *entry;
    return true;
}

static bool sort(struct record_index *index, struct error *err)
{
    index->sorted = true;
    if (index->n_runs > 0)
        return write_run(index, err) &&
               (fflush(index->file) == 0 ||
                error_set(err, _("temporary file: %s"), strerror(errno)));
    if (index->n > 0)
        qsort(index->entries, index->n, sizeof *index->entries, compare);
    return true;
}

static bool fill(const struct record_index *index, struct run *run,
                 struct error *err)
{
    uint64_t n_left = run->end - run->at;
    size_t n = n_left < READ_ENTRIES ? (size_t)n_left : READ_ENTRIES;
    ssize_t n_read =
        pread(fileno(index->file), run->entries, n * sizeof *run->entries,
              (off_t)(run->at * sizeof *run->entries));
    if (n_read != (ssize_t)(n * sizeof *run->entries))
        return error_set(err, _("temporary file: %s"),
                         n_read < 0 ? strerror(errno) : "was cut");
    run->at += n;
    run->n = n;
    run->next = 0;
    return true;
}

bool record_index_next(struct record_index *index, struct record_entry *entry,
                       struct error *err)
{
    *entry = (struct record_entry){0};
    if (!index->sorted && !sort(index, err))
        return false;
    if (index->n_runs == 0) {
        if (index->next < index->n)
            *entry = index->entries[index->next++];
        return true;
    }
    struct run *first = NULL;
    for (size_t i = 0; i < index->n_runs; i++) {
        struct run *run = &index->runs[i];
        if (run->next == run->n && run->at < run->end && !fill(index, run, err))
            return false;
        if (run->next < run->n &&
            (!first || compare(&run->entries[run->next],
                               &first->entries[first->next]) < 0))
            first = run;
    }
    if (first)
        *entry = first->entries[first->next++];
    return true;
}
