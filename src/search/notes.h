/* Notes that tell the reader how the query was interpreted. */
#ifndef MEDFAQ_SEARCH_NOTES_H
#define MEDFAQ_SEARCH_NOTES_H

#include "base/buf.h"
#include "search/search.h"

struct notes {
    struct arena *arena; /* owns the strings; belongs to the results */
    struct search_note *items;
    size_t n;
};

/* Adds a note and copies the strings. The caller may set other fields of it
 * until the next note is added. */
struct search_note *search_notes_add(struct notes *notes,
                                     enum search_note_type type,
                                     const char *typed, const char *searched);

/* Writes the sentences of all notes. Call it once they are complete. */
void search_notes_format(struct notes *notes);

/* Appends a word to the words of a note, separated as in struct search_note. */
void search_notes_add_word(struct buf *words, const char *word);

#endif
