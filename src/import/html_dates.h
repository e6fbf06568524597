/* The dates that a page's text states. [libxml2] */
#ifndef MEDFAQ_IMPORT_HTML_DATES_H
#define MEDFAQ_IMPORT_HTML_DATES_H

#include <libxml/tree.h>

#include "import/draft.h"
#include "import/ledger.h"

/* "Page last reviewed: 6 May 2024", "Next review due", "Last updated", and the
 * date in a <time>; sets what the draft does not state yet. */
void html_read_dates(struct draft *draft, const xmlNode *main);

/* The same from the frame of the site, which a ledger says was left out. */
void html_read_frame_dates(struct draft *draft, const struct ledger *ledger);

/* The same from the text of the draft's body alone. */
void html_read_body_dates(struct draft *draft);

#endif
