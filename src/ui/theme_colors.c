/* The user's own colours: the parts of the screen that can have one, and how
 * colours are written. */
#include "ui/theme.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"

#define PART_ACCENT 0
#define PART_DANGER 1
#define PART_QUIET 2

/* The first three stand for all styles that have the colour of this name in the
 * default theme. */
static const struct {
    char name[12];
    signed char styles[3]; /* fewer end with -1 */
} parts[] = {
    [PART_ACCENT] = {"accent", {-1}},
    [PART_DANGER] = {"danger", {-1}},
    [PART_QUIET] = {"quiet", {-1}},
    {"text", {STYLE_TEXT, -1}},
    {"title", {STYLE_TITLE, STYLE_BAR_TITLE, -1}},
    {"heading", {ROLE_HEADING, STYLE_SUBHEADING, -1}},
    {"label", {STYLE_LABEL, ROLE_KIND, -1}},
    {"link", {STYLE_LINK, -1}},
    {"citation", {ROLE_CITATION, ROLE_LINK_NUMBER, -1}},
    {"code", {STYLE_CODE, -1}},
    {"frame", {STYLE_FRAME, ROLE_BORDER, -1}},
    {"key", {STYLE_KEY, STYLE_STATUS_KEY, -1}},
    {"selected", {STYLE_SELECTED, STYLE_FOCUS, -1}},
    {"match", {STYLE_MATCH, STYLE_MATCH_HERE, -1}},
    {"highlight", {STYLE_HIGHLIGHT, STYLE_CHOSEN, -1}},
};

#define N_PARTS (sizeof(parts) / sizeof *parts)
static_assert(N_PARTS <= THEME_PARTS_MAX, "every part has a place");

/* Which part sets a style; N_PARTS: none. The parts of single styles count
 * more. */
static size_t part_of(int style)
{
    for (size_t i = PART_QUIET + 1; i < N_PARTS; i++)
        for (size_t k = 0; k < 3 && parts[i].styles[k] >= 0; k++)
            if (parts[i].styles[k] == style)
                return i;
    return N_PARTS;
}

static void set_look(const struct theme_colors *own, size_t part,
                     struct look *look)
{
    if (part >= N_PARTS || !own->is_set[part])
        return;
    const struct look *set = &own->looks[part];
    if (part <= PART_QUIET)
        *look = (struct look){set->fg, look->bg,
                              look->attributes | set->attributes};
    else
        *look = *set;
}

/* Without underlines explained words are bold, and links, which have the colour
 * of headings, are not. */
static void replace_underlines(struct theme *theme)
{
    struct look *link = &theme->looks[STYLE_LINK];
    struct look *term = &theme->looks[STYLE_TERM];
    if (link->fg == theme->looks[ROLE_HEADING].fg)
        link->attributes &= ~(unsigned)LOOK_BOLD;
    term->attributes = LOOK_BOLD;
}

void theme_resolve(const struct theme *theme, struct theme_screen screen,
                   const struct theme_colors *own, struct theme *out)
{
    *out = *theme;
    for (int style = 0; style < STYLE_COUNT && theme->colors; style++) {
        short named = themes[0].looks[style].fg;
        theme_name_color(&out->looks[style], screen);
        if (named < COLOR_TERMINAL)
            set_look(own, (size_t)(COLOR_ACCENT - named), &out->looks[style]);
        set_look(own, part_of(style), &out->looks[style]);
    }
    if (theme->colors && screen.no_underline)
        replace_underlines(out);
}

static bool find_color(const char *word, short *color)
{
    static const char names[][8] = {"black", "red",     "green", "yellow",
                                    "blue",  "magenta", "cyan",  "white"};
    bool bright = strncmp(word, "bright-", 7) == 0;
    char *end;
    long number = strtol(word, &end, 10);
    if (strcmp(word, "default") == 0)
        return *color = COLOR_TERMINAL, true;
    if (word[0] >= '0' && word[0] <= '9' && !*end && number < 256)
        return *color = (short)number, true;
    for (short i = 0; i < 8; i++)
        if (strcmp(word + (bright ? 7 : 0), names[i]) == 0)
            return *color = (short)(i + (bright ? 8 : 0)), true;
    return false;
}

static unsigned find_attribute(const char *word)
{
    static const struct {
        char name[10];
        unsigned char look;
    } names[] = {
        {"bold", LOOK_BOLD},
        {"italic", LOOK_ITALIC},
        {"underline", LOOK_UNDERLINE},
        {"reverse", LOOK_REVERSE},
    };
    for (size_t i = 0; i < sizeof(names) / sizeof *names; i++)
        if (strcmp(word, names[i].name) == 0)
            return names[i].look;
    return 0;
}

/* Reads "63 on 231 bold"; the colour of the text comes first. */
static bool parse_look(char *rest, struct look *look, struct error *err)
{
    const char *word;
    short *color = &look->fg;
    *look = (struct look){COLOR_TERMINAL, COLOR_TERMINAL, 0};
    while ((word = strsep(&rest, " "))) {
        unsigned attribute = find_attribute(word);
        if (!*word)
            continue;
        if (strcmp(word, "on") == 0)
            color = &look->bg;
        else if (attribute)
            look->attributes |= attribute;
        else if (!find_color(word, color))
            return error_set(err,
                             _("\"%s\" is not a colour. Use a number from 0 "
                               "to 255, default, or a name such as blue or "
                               "bright-blue"),
                             word);
    }
    return true;
}

static bool set_part(struct theme_colors *colors, size_t part, char *value,
                     struct error *err)
{
    struct look look;
    if (!parse_look(value, &look, err))
        return false;
    colors->looks[part] = look;
    colors->is_set[part] = true;
    return true;
}

bool theme_colors_set(struct theme_colors *colors, const char *part,
                      const char *value, struct error *err)
{
    for (size_t i = 0; i < N_PARTS; i++)
        if (strcmp(part, parts[i].name) == 0) {
            char *copy = mem_strdup(value);
            bool done = set_part(colors, i, copy, err);
            free(copy);
            return done;
        }
    return error_set(
        err,
        _("Unknown part of the screen \"%s\". Parts are accent, danger, "
          "quiet, text, title, heading, label, link, citation, code, frame, "
          "key, selected, match and highlight"),
        part);
}
