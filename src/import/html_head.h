/* What a page's head says of it. [libxml2] */
#ifndef MEDFAQ_IMPORT_HTML_HEAD_H
#define MEDFAQ_IMPORT_HTML_HEAD_H

#include <libxml/tree.h>

#include "import/draft.h"

/* Sets language, summary, licence, date, publisher and address from the root
 * element, <meta> and <link>; leaves alone what it does not state. url is the
 * page's where it states none itself, or NULL. */
void html_read_head(struct draft *draft, const xmlNode *root, const char *url);

/* The page's <title>, without the name of the site behind " | " or " - ";
 * "" if there is none. The caller frees. */
char *html_title(const xmlNode *root);

#endif
