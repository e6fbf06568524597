/* The names of publishers, short enough for a row of a list. */
#ifndef MEDFAQ_UI_PUBLISHER_H
#define MEDFAQ_UI_PUBLISHER_H

#include "base/buf.h"

/* Appends what a publisher is commonly called: an abbreviation in brackets, a
 * common one ("GARD"), or the first letters of a long name's words ("NHLBI"); a
 * short name whole. */
void publisher_add_short(const char *publisher, struct buf *out);

#endif
