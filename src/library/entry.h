/* Reads the entry of an article from the head of its file. */
#ifndef MEDFAQ_LIBRARY_ENTRY_H
#define MEDFAQ_LIBRARY_ENTRY_H

#include "base/buf.h"
#include "library/library.h"

/* Fills entry from the file at path; the string path must live as long as
 * arena. A file that cannot be read makes an entry with a problem. head is
 * scratch space. */
void entry_read(struct entry *entry, struct arena *arena, const char *path,
                struct buf *head);

/* Sets the title and its folded form. title must live as long as arena. */
void entry_set_title(struct entry *entry, struct arena *arena,
                     const char *title);

#endif
