/* Actions: what a key can do. One row each, with the texts for help and
 * palette. */
#ifndef MEDFAQ_UI_ACTION_H
#define MEDFAQ_UI_ACTION_H

enum action {
    ACTION_NONE,
    ACTION_DOWN,
    ACTION_UP,
    ACTION_PAGE_DOWN,
    ACTION_PAGE_UP,
    ACTION_HALF_DOWN,
    ACTION_HALF_UP,
    ACTION_START,
    ACTION_END,
    ACTION_NEXT_SECTION,
    ACTION_PREVIOUS_SECTION,
    ACTION_DIGIT,
    ACTION_PERCENT,
    ACTION_OUTLINE,
    ACTION_KINDS,
    ACTION_EMERGENCY,
    ACTION_NEXT_ARTICLE,
    ACTION_PREVIOUS_ARTICLE,
    ACTION_FIND,
    ACTION_FIND_NEXT,
    ACTION_FIND_PREVIOUS,
    ACTION_SEARCH,
    ACTION_NEXT_LINK,
    ACTION_PREVIOUS_LINK,
    ACTION_ENTER,
    ACTION_BACK,
    ACTION_FORWARD,
    ACTION_MARK,
    ACTION_GO_TO_MARK,
    ACTION_PICK,
    ACTION_BOOKMARK,
    ACTION_BOOKMARKS,
    ACTION_HIGHLIGHT,
    ACTION_HISTORY,
    ACTION_SHEET,
    ACTION_CHANGES,
    ACTION_RENAME,
    ACTION_DELETE,
    ACTION_UNDO,
    ACTION_SOURCES,
    ACTION_DEFINE,
    ACTION_COMPARE,
    ACTION_COPY,
    ACTION_WRITE,
    ACTION_PIPE,
    ACTION_EDIT,
    ACTION_LANGUAGE,
    ACTION_WIDER,
    ACTION_NARROWER,
    ACTION_WIDTH_DEFAULT,
    ACTION_THEME,
    ACTION_LINEAR,
    ACTION_SORT,
    ACTION_MOUSE,
    ACTION_PROBLEMS,
    ACTION_PLACE,
    ACTION_RELOAD,
    ACTION_REDRAW,
    ACTION_PALETTE,
    ACTION_HELP,
    ACTION_ESCAPE,
    ACTION_CLOSE,
    ACTION_QUIT,
    ACTION_COUNT
};

/* The kinds of view, or'ed where an action exists in several. */
enum where {
    IN_LIBRARY = 1 << 0,
    IN_ARTICLE = 1 << 1,
    IN_BOX = 1 << 2,
    IN_COMPARISON = 1 << 3,
    IN_BOOKMARKS = 1 << 4,
    IN_READING = IN_LIBRARY | IN_ARTICLE,
    IN_VIEWS = IN_READING | IN_COMPARISON | IN_BOOKMARKS,
    IN_ALL = IN_VIEWS | IN_BOX,
};

/* The headings of the help screen, in order. */
enum action_group {
    GROUP_MOVE,
    GROUP_SECTIONS,
    GROUP_FIND,
    GROUP_LINKS,
    GROUP_KEEP,
    GROUP_USE,
    GROUP_VIEW,
    GROUP_LEAVE,
    GROUP_COUNT
};

struct action_row {
    const char *name; /* "next-section": in the configuration, the palette */
    const char *help; /* one line */
    const char *hint; /* a word or two for the status line; NULL for none */
    enum action_group group;
    unsigned where; /* enum where, or'ed */
};

const struct action_row *action_get(enum action action);
/* Finds an action by its name; ACTION_NONE if there is none. */
enum action action_find(const char *name);
const char *action_group_name(enum action_group group);

#endif
