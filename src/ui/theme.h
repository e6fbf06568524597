/* Styles and themes: colours, and never colours alone. */
#ifndef MEDFAQ_UI_THEME_H
#define MEDFAQ_UI_THEME_H

#include <stdbool.h>
#include <stddef.h>

#include "text/layout.h"

/* The roles of text (enum role; those used outside text too are named here),
 * then the parts of the screen. */
enum theme_style {
    STYLE_TEXT = ROLE_TEXT,
    STYLE_TITLE = ROLE_TITLE,
    STYLE_SUBHEADING = ROLE_SUBHEADING,
    STYLE_LABEL = ROLE_LABEL,
    STYLE_LINK = ROLE_LINK,
    STYLE_CODE = ROLE_CODE,
    STYLE_DIM = ROLE_DIM,
    STYLE_WARNING = ROLE_WARNING,
    STYLE_BAR = ROLE_COUNT, /* the top line */
    STYLE_BAR_TITLE,
    STYLE_STATUS,
    STYLE_STATUS_KEY, /* a key's name in hints */
    STYLE_KEY,        /* a key's name in help and menus */
    STYLE_SELECTED,
    STYLE_FOCUS, /* the link that Enter follows */
    STYLE_MATCH,
    STYLE_MATCH_HERE,
    STYLE_FRAME,  /* frames of boxes and of the list of sections */
    STYLE_TERM,   /* added to the style of the text: an explained word */
    STYLE_SAFETY, /* the "!" beside sections on safety */
    STYLE_MESSAGE,
    STYLE_ERROR,
    STYLE_COUNT,
    STYLE_NONE = STYLE_COUNT, /* no other style than its own */
};

#define COLOR_TERMINAL (-1) /* the terminal's own */

enum look_attribute {
    LOOK_BOLD = 1 << 0,
    LOOK_ITALIC = 1 << 1,
    LOOK_UNDERLINE = 1 << 2,
    LOOK_REVERSE = 1 << 3,
    LOOK_DIM = 1 << 4,
};

/* Colours are numbers of the 256-colour palette or COLOR_TERMINAL. */
struct look {
    short fg, bg;
    unsigned attributes; /* enum look_attribute, or'ed */
};

struct theme {
    const char *name;
    const char *help; /* one line */
    bool colors;      /* false: attributes only */
    struct look looks[STYLE_COUNT];
};

/* All themes; ends with a row whose name is NULL. */
extern const struct theme themes[];

/* Finds a theme by name; NULL if there is none. */
const struct theme *theme_find(const char *name);

/* The nearest colour among the first n_colors of the palette (8, 16, 88,
 * 256). */
short theme_color(short color, int n_colors);

/* The same for text on background bg: never the colour that the background
 * itself becomes. */
short theme_color_on(short color, short bg, int n_colors);

/* Defines the theme's colours in curses; needed before theme_set_style. */
void theme_use(const struct theme *theme);

/* Sets attributes and colour for what is drawn next. extra adds LOOK_BOLD and
 * the like. */
void theme_set_style(const struct theme *theme, enum theme_style style,
                     unsigned extra);

#endif
