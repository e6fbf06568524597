/* The boxes, each a file: what opens them. */
#ifndef MEDFAQ_UI_BOXES_H
#define MEDFAQ_UI_BOXES_H

#include <stddef.h>

struct app;
struct article;
struct article_view;
struct entry;
struct view;

/* Over any view. */
void help_open(struct view *from, struct app *app);
void palette_open(struct view *from, struct app *app);
void theme_open(struct view *from, struct app *app);
void problems_open(struct view *from, struct app *app);
/* Marked places; a letter goes there. */
void marks_open(struct view *from, struct app *app);

struct mark;
void mark_finish(struct mark *mark);

/* Over an article. */
void outline_open(struct view *view, struct app *app);
void kinds_open(struct view *view, struct app *app);
/* What words on the screen mean, and all others of the glossary. */
void define_open(struct view *view, struct app *app);
/* Asks for the letter of a mark. */
void mark_open(struct view *view, struct app *app);

/* Sources and dates: of the article in view, or of an entry (then view is
 * NULL). */
void info_open(struct app *app, struct article_view *view,
               const struct entry *entry);

/* A source or note of an article, whole; a web address, whole. What they show
 * is copied. */
void reference_open(struct app *app, const struct article *article,
                    size_t reference);
void link_open(struct app *app, const char *url);

/* Copies text to the clipboard and says what was copied. */
void link_box_copy(struct app *app, const char *text, const char *what);

#endif
