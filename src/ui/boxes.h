/* Opens the boxes. */
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
/* The list of marks; a letter goes to its mark. */
void marks_open(struct view *from, struct app *app);

struct mark;
void mark_finish(struct mark *mark);

/* Over an article. */
void outline_open(struct view *view, struct app *app);
void kinds_open(struct view *view, struct app *app);
/* Terms on the screen, and all others of the glossary. */
void define_open(struct view *view, struct app *app);
/* What changed since the article was read. */
void changes_open(struct view *view, struct app *app);
/* Asks for the letter of a new mark. */
void mark_open(struct view *view, struct app *app);

/* The file of an article, the place in it, and dates. */
void place_open(struct view *view, struct app *app);
/* Sources and dates of the article in view or, with view NULL, of an entry. */
void info_open(struct app *app, struct article_view *view,
               const struct entry *entry);

/* A source or note of an article; a web address, or the absolute path of a
 * file. They copy what they show. */
void reference_open(struct app *app, const struct article *article,
                    size_t reference);
void link_open(struct app *app, const char *target);

/* Copies text to the clipboard and shows a message, or the error. */
void link_box_copy(struct app *app, const char *text, const char *message);

#endif
