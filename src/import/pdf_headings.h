/* Which blocks of a PDF are headings, and of what level. */
#ifndef MEDFAQ_IMPORT_PDF_HEADINGS_H
#define MEDFAQ_IMPORT_PDF_HEADINGS_H

#include "import/pdf_blocks.h"

/* "4.2 Dose" -> number 2, depth 2; a number with a point, or of two parts. 0
 * with depth 0 for none. */
unsigned pdf_headings_number(const char *text, unsigned *depth);

/* Sets type, number and level of blocks that are headings. */
void pdf_headings_find(struct pdf_blocks *blocks);

#endif
