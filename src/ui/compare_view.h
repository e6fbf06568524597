/* Two or three articles side by side, question by question. */
#ifndef MEDFAQ_UI_COMPARE_VIEW_H
#define MEDFAQ_UI_COMPARE_VIEW_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/view.h"

extern const struct view_ops compare_view_ops;

/* Compares articles in this order, by their paths. Says why if it cannot. */
void compare_view_open(struct app *app, const char *const *paths, size_t n);

/* Before the title of a picked article. */
#define PICKED_SIGN "[x] "

/* In a list: picks an article, or drops it if it is picked. */
void compare_pick(struct app *app, const char *path, const char *title);
/* Whether an article is picked. */
bool compare_is_picked(const struct app *app, const char *path);
/* "c" in a list: compares the picked articles; a single one with the selected
 * article, whose path may be NULL. */
void compare_picked(struct app *app, const char *selected);
/* "c" in an article: asks with which one to compare it. */
void compare_open(struct view *view, struct app *app);

#endif
