/* Which records belong together, in no more memory than for some of them. */
#ifndef MEDFAQ_IMPORT_RECORD_INDEX_H
#define MEDFAQ_IMPORT_RECORD_INDEX_H

#include "import/records.h"

struct record_entry {
    uint64_t group; /* a digest of what its records have in common */
    struct record record;
};

struct record_index;

struct record_index *record_index_new(void);
void record_index_free(struct record_index *index); /* may be NULL */

/* False with err: no room on the disk. */
bool record_index_add(struct record_index *index,
                      const struct record_entry *entry, struct error *err);

/* After the last one: the entries by group, those of a group in their order.
 * record.n_bytes is 0 at the end. */
bool record_index_next(struct record_index *index, struct record_entry *entry,
                       struct error *err);

#endif
