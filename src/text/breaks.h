/* Where the lines of a flow may end. */
#ifndef MEDFAQ_TEXT_BREAKS_H
#define MEDFAQ_TEXT_BREAKS_H

#include "base/linebreak.h"
#include "text/flow.h"

/* Beside enum line_break: a break before this byte if there is none that is
 * allowed, and if there is not even a poor one. */
enum { BREAK_POOR = LINE_BREAK_MUST + 1, BREAK_BAD, BREAK_COUNT };

/* Fills flow->breaks, a byte for each of the text. A flow of no more bytes
 * than cells, which fits on one line, gets no breaks at all. */
void breaks_find(struct flow *flow, unsigned cells);

#endif
