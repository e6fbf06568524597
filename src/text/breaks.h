/* Finds where the lines of a flow may be broken. */
#ifndef MEDFAQ_TEXT_BREAKS_H
#define MEDFAQ_TEXT_BREAKS_H

#include "base/linebreak.h"
#include "text/flow.h"

/* Values besides those of enum line_break. BREAK_POOR is used if the line has
 * no allowed break, BREAK_BAD if it does not even have a poor one. */
enum { BREAK_POOR = LINE_BREAK_MUST + 1, BREAK_BAD, BREAK_COUNT };

/* Fills flow->breaks with one value for each byte of the text: how good a line
 * break before this byte is. A flow of no more bytes than cells fits on one
 * line, so it gets no breaks. */
void breaks_find(struct flow *flow, unsigned cells);

#endif
