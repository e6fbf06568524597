/* Threads of boards, saved as pages: XenForo, phpBB, Discourse, vBulletin.
 * [libxml2] */
#ifndef MEDFAQ_IMPORT_HTML_BOARD_H
#define MEDFAQ_IMPORT_HTML_BOARD_H

#include <libxml/tree.h>

#include "import/draft.h"
#include "import/ledger.h"

/* Makes an article of a thread, below body: its title, then post after post, a
 * heading with author and date above each but the first. NULL, with nothing
 * done, if the page is no thread. Sets the date of the last post. What else is
 * in a post goes to the ledger; what is outside, the caller sees to. */
xmlNode *html_board(xmlNode *body, struct draft *draft, struct ledger *ledger);

#endif
