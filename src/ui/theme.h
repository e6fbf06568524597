/* Styles and themes: colours, and never colours alone. */
#ifndef MEDFAQ_UI_THEME_H
#define MEDFAQ_UI_THEME_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
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
    STYLE_HIGHLIGHT, /* a passage that the reader highlighted */
    STYLE_CHOSEN,    /* one that is being highlighted or noted */
    STYLE_FRAME,     /* frames, and the rule below the top line */
    STYLE_BEHIND,    /* what lies behind a box */
    STYLE_TERM,      /* added to the style of the text: an explained word */
    STYLE_SAFETY,    /* the "!" beside sections on safety */
    STYLE_BANNER,    /* the line that says to call an ambulance */
    STYLE_MESSAGE,
    STYLE_ERROR,
    STYLE_COUNT,
    STYLE_NONE = STYLE_COUNT, /* no other style than its own */
};

/* In place of a number of the palette: the terminal's own colour, then colours
 * that depend on how many there are and on the ground (theme_resolve). */
enum theme_color {
    COLOR_TERMINAL = -1,
    COLOR_ACCENT = -2,
    COLOR_DANGER = -3,
    COLOR_QUIET = -4,
};

enum look_attribute {
    LOOK_BOLD = 1 << 0,
    LOOK_ITALIC = 1 << 1,
    LOOK_UNDERLINE = 1 << 2,
    LOOK_REVERSE = 1 << 3,
    LOOK_DIM = 1 << 4,
};

/* Colours are numbers of the 256-colour palette or of enum theme_color. */
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

/* What is known of the terminal's background. */
enum theme_ground { GROUND_UNKNOWN, GROUND_DARK, GROUND_LIGHT, GROUND_COUNT };

struct theme_screen {
    int n_colors; /* 0: none */
    enum theme_ground ground;
    bool no_underline; /* the Linux console has none in colour */
};

/* Parts whose colours the user may set; each stands for some styles. */
#define THEME_PARTS_MAX 16

/* The user's own colours. */
struct theme_colors {
    struct look looks[THEME_PARTS_MAX];
    bool is_set[THEME_PARTS_MAX];
};

/* The ground that the environment variable COLORFGBG tells of, such as "15;0";
 * NULL is allowed. */
enum theme_ground theme_ground_of(const char *colorfgbg);

/* Sets the colour of a part, such as "accent", from "63", "bright-blue", "white
 * on 25" or "default bold underline". False with err, and nothing changed, if
 * there is no such part or colour. */
bool theme_colors_set(struct theme_colors *colors, const char *part,
                      const char *value, struct error *err);

/* Gives a look that has COLOR_ACCENT, COLOR_DANGER or COLOR_QUIET the number of
 * that colour, and the attributes that it needs. */
void theme_name_color(struct look *look, struct theme_screen screen);

/* Makes a copy of a theme with the user's colours, and with numbers for
 * COLOR_ACCENT and the like that can be read on the screen's ground. */
void theme_resolve(const struct theme *theme, struct theme_screen screen,
                   const struct theme_colors *own, struct theme *out);

/* Defines a resolved theme's colours in curses; needed before
 * theme_set_style. */
void theme_use(const struct theme *theme);

/* Sets attributes and colour for what is drawn next. extra adds LOOK_BOLD and
 * the like. */
void theme_set_style(const struct theme *theme, enum theme_style style,
                     unsigned extra);

#endif
