/* Removes what a board puts around posts in text copied from it. */
#ifndef MEDFAQ_IMPORT_FORUM_H
#define MEDFAQ_IMPORT_FORUM_H

#include "import/lines.h"

/* If the text was copied from a board, blanks out its banners, members'
 * names, ranks and counters, and buttons, and returns true. *title is the
 * thread's title, which is blanked out as well, or empty. */
bool forum_clean(struct lines *lines, struct lines_line *title);

#endif
