/* What a page's head says of it. [libxml2] */
#ifndef MEDFAQ_IMPORT_HTML_HEAD_H
#define MEDFAQ_IMPORT_HTML_HEAD_H

#include <libxml/tree.h>

#include "import/draft.h"
#include "import/importer.h"

/* Sets language, summary, licence, date, publisher and address from the root
 * element, <meta> and <link>, else from what is known of the document; leaves
 * alone what neither states. */
void html_read_head(struct draft *draft, const xmlNode *root,
                    const struct document *document);

/* The page's <title>, without the name of the site behind " | " or " - ";
 * "" if there is none. The caller frees. */
char *html_title(const xmlNode *root);

#endif
