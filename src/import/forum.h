/* What a board puts around a post. */
#ifndef MEDFAQ_IMPORT_FORUM_H
#define MEDFAQ_IMPORT_FORUM_H

#include "import/lines.h"

/* Was it copied from a board? Then its furniture is blanked out: banners,
 * members' names, ranks and counters, buttons. *title is the thread's title,
 * blanked out too, or empty. */
bool forum_clean(struct lines *lines, struct lines_line *title);

#endif
