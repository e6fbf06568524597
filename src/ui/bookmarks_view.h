/* The list of bookmarks, notes, highlights and open questions. */
#ifndef MEDFAQ_UI_BOOKMARKS_VIEW_H
#define MEDFAQ_UI_BOOKMARKS_VIEW_H

#include "ui/app.h"

void bookmarks_view_open(struct view *from, struct app *app);

/* The articles that were opened last. */
void history_open(struct view *from, struct app *app);

#endif
