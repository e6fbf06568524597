/* All terms of a glossary: a list that is filtered by what one types. */
#ifndef MEDFAQ_UI_TERMS_VIEW_H
#define MEDFAQ_UI_TERMS_VIEW_H

#include "library/glossary.h"
#include "ui/view.h"

extern const struct view_ops terms_view_ops;

/* The glossary is borrowed and must outlive the view. */
void terms_view_open(struct app *app, const struct glossary *glossary);

#endif
