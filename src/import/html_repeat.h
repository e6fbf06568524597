/* What the pages of a site repeat: menus, cookie banners, lines of copyright.
 * [libxml2]
 *
 * A first pass over the pages counts on how many of them a block stands;
 * the order of the pages does not matter. Only what can hold no advice is
 * looked at: links before the first heading, and lines about cookies and
 * copyright, without numbers, outside headings and what the page calls its
 * article. */
#ifndef MEDFAQ_IMPORT_HTML_REPEAT_H
#define MEDFAQ_IMPORT_HTML_REPEAT_H

#include <libxml/tree.h>

#include "import/importer.h"

/* On so many pages at least, and on half of all. */
#define HTML_REPEAT_PAGES 5

struct html_repeats;

struct html_repeats *html_repeats_new(void);
void html_repeats_free(struct html_repeats *repeats); /* may be NULL */

/* Counts the blocks of a page; what cannot be parsed is passed over. */
void html_repeats_add(struct html_repeats *repeats,
                      const struct document *page);

/* Takes the blocks that the site repeats out of a page, but for those whose
 * words are the heading of a kind of the safety set in the page's language.
 * repeats may be NULL. */
void html_repeats_take_out(const struct html_repeats *repeats, xmlNode *body,
                           const char *lang, struct ledger *ledger);

#endif
