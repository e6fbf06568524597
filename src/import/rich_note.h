/* Notes of rich text: cited where they stand, written at the end. [libxml2] */
#ifndef MEDFAQ_IMPORT_RICH_NOTE_H
#define MEDFAQ_IMPORT_RICH_NOTE_H

#include "import/rich.h"

/* Cites a note and keeps its text. False where it cannot be a note, in a
 * heading and past the number that is allowed: its text goes where it is. */
bool rich_note(struct rich *rich, const xmlNode *node);

/* Keeps the text of a note that a reference cites, and writes nothing here.
 * False where it cannot be a note. */
bool rich_note_text(struct rich *rich, const xmlNode *node);

/* Cites the note that a reference names. */
void rich_refer(struct rich *rich, const xmlNode *node);

/* Writes all notes, and frees them. */
void rich_write_notes(struct rich *rich);

#endif
