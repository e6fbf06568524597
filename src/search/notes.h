/* Notes to the reader on what was searched. */
#ifndef MEDFAQ_SEARCH_NOTES_H
#define MEDFAQ_SEARCH_NOTES_H

#include "base/buf.h"
#include "search/search.h"

struct notes {
    struct arena *arena; /* owns the strings; of the results */
    struct search_note *items;
    size_t n;
};

/* Strings are copied. The caller may fill in the note until the next one is
 * added. */
struct search_note *notes_add(struct notes *notes, enum search_note_type type,
                              const char *typed, const char *searched);

/* Puts all notes into words, once they are complete. */
void notes_say(struct notes *notes);

/* Appends a word to the several words of a note. */
void notes_add_word(struct buf *words, const char *word);

#endif
