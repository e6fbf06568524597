/* Accordions and tabs: the panels that a page shows when a button, a label or a
 * tab is clicked. [libxml2] */
#ifndef MEDFAQ_IMPORT_HTML_PANEL_H
#define MEDFAQ_IMPORT_HTML_PANEL_H

#include <stdbool.h>

#include <libxml/tree.h>

#include "base/map.h"
#include "import/ledger.h"

/* A page whose elements are being changed to what they do. */
struct html_shape_state {
    xmlNode *body;
    struct ledger *ledger;
    struct map ids; /* of elements; keys are the tree's own */
    size_t n_fallbacks;
};

/* <input type="checkbox" id="a"><label for="a">: a click on the label shows
 * what comes after it, by style sheets alone. */
bool html_panel_is_toggle(const struct html_shape_state *shape,
                          const xmlNode *node);

bool html_panel_is_button(const xmlNode *node);

/* A button is a heading if it asks a question or opens a panel. */
bool html_panel_is_headed_by(const struct html_shape_state *shape,
                             const xmlNode *button);

/* Puts a button, as the heading, and its panel into one element, which ends
 * with the panel. What stands between them goes along. */
void html_panel_wrap(const struct html_shape_state *shape, xmlNode *button);

/* Is it a list of links to panels below it? */
bool html_panel_is_list(const struct html_shape_state *shape,
                        const xmlNode *list);

/* Moves the tabs of a list to the top of their panels. */
void html_panel_name_all(struct html_shape_state *shape, xmlNode *list);

#endif
