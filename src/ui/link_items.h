/* What can be done with a web address: the items of two boxes. */
#ifndef MEDFAQ_UI_LINK_ITEMS_H
#define MEDFAQ_UI_LINK_ITEMS_H

#include <stddef.h>

struct app;
struct leaf;

/* Adds "copy" and, where there is a browser, "open"; they must be the first
 * items of the leaf. */
void link_items_add(struct app *app, struct leaf *leaf, const char *url);
void link_items_run(struct app *app, size_t item, const char *url);

/* Copies and says so. */
void link_items_copy(struct app *app, const char *text, const char *what);

#endif
