/* The words of a cell of a table of questions and answers. */
#ifndef MEDFAQ_IMPORT_TABLE_CELL_H
#define MEDFAQ_IMPORT_TABLE_CELL_H

#include <stdbool.h>

#include "import/letters.h"

/* The words of a cell without its marks; the caller frees. */
char *table_cell_words(const char *cell);

/* Appends the words of a cell as another tokenizer sees them. */
void table_cell_letters(const char *cell, struct letters *letters);

/* Does it have as many words as a sentence? Any letter? */
bool table_cell_is_text(const char *cell);
bool table_cell_has_letters(const char *cell);

#endif
