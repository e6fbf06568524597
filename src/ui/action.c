/* The table of actions. */
#include "ui/action.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

static const struct action_row rows[] = {
    [ACTION_NONE] = {"", "", NULL, GROUP_MOVE, 0},
    [ACTION_DOWN] = {"down", "a line down", NULL, GROUP_MOVE, IN_ALL},
    [ACTION_UP] = {"up", "a line up", NULL, GROUP_MOVE, IN_ALL},
    [ACTION_PAGE_DOWN] = {"page-down", "a screen down", "page", GROUP_MOVE,
                          IN_ALL},
    [ACTION_PAGE_UP] = {"page-up", "a screen up", NULL, GROUP_MOVE, IN_ALL},
    [ACTION_HALF_DOWN] = {"half-page-down", "half a screen down", NULL,
                          GROUP_MOVE, IN_ALL},
    [ACTION_HALF_UP] = {"half-page-up", "half a screen up", NULL, GROUP_MOVE,
                        IN_ALL},
    [ACTION_START] = {"start", "to the start", NULL, GROUP_MOVE, IN_ALL},
    [ACTION_END] = {"end", "to the end", NULL, GROUP_MOVE, IN_ALL},

    [ACTION_NEXT_SECTION] = {"next-section", "the next section", "section",
                             GROUP_SECTIONS, IN_ARTICLE},
    [ACTION_PREVIOUS_SECTION] = {"previous-section", "the section before", NULL,
                                 GROUP_SECTIONS, IN_ARTICLE},
    [ACTION_DIGIT] = {"section-number",
                      "a section by its number (1 then 2: the 12th)", NULL,
                      GROUP_SECTIONS, IN_ARTICLE},
    [ACTION_PERCENT] = {"percent", "after digits: to that per cent (5 0 %)",
                        NULL, GROUP_SECTIONS, IN_ARTICLE},
    [ACTION_OUTLINE] = {"outline", "the outline: all headings", "outline",
                        GROUP_SECTIONS, IN_ARTICLE},
    [ACTION_KINDS] = {"jump-to", "jump to risks, side effects, ... from a menu",
                      "jump to", GROUP_SECTIONS, IN_ARTICLE},
    [ACTION_EMERGENCY] = {"emergency", "emergency advice", "emergency",
                          GROUP_SECTIONS, IN_VIEWS},
    [ACTION_NEXT_ARTICLE] = {"next-article",
                             "the next article that has this kind of section",
                             NULL, GROUP_SECTIONS, IN_ARTICLE},
    [ACTION_PREVIOUS_ARTICLE] = {"previous-article",
                                 "the article before that has it", NULL,
                                 GROUP_SECTIONS, IN_ARTICLE},

    [ACTION_FIND] = {"find",
                     "find in the article; in lists: filter, search anew",
                     "find", GROUP_FIND, IN_VIEWS | IN_BOX},
    [ACTION_FIND_NEXT] = {"find-next", "the next place found", "next",
                          GROUP_FIND, IN_ARTICLE | IN_BOX | IN_SEARCH},
    [ACTION_FIND_PREVIOUS] = {"find-previous", "the place found before", NULL,
                              GROUP_FIND, IN_ARTICLE | IN_BOX | IN_SEARCH},

    [ACTION_SEARCH] = {"search", "search the whole library", "search",
                       GROUP_FIND, IN_VIEWS},

    [ACTION_NEXT_LINK] = {"next-link", "the next link or source", "link",
                          GROUP_LINKS, IN_ARTICLE | IN_BOX},
    [ACTION_PREVIOUS_LINK] = {"previous-link", "the link before", NULL,
                              GROUP_LINKS, IN_ARTICLE | IN_BOX},
    [ACTION_ENTER] = {"open", "open what is selected", "open", GROUP_LINKS,
                      IN_ALL},
    [ACTION_BACK] = {"back", "back to the place one came from", NULL,
                     GROUP_LINKS, IN_ARTICLE},
    [ACTION_FORWARD] = {"forward", "forward again", NULL, GROUP_LINKS,
                        IN_ARTICLE},

    [ACTION_MARK] = {"mark", "mark this place with a letter", NULL, GROUP_KEEP,
                     IN_ARTICLE},
    [ACTION_GO_TO_MARK] = {"go-to-mark",
                           "to a marked place (twice: where one was)", NULL,
                           GROUP_KEEP, IN_VIEWS},

    [ACTION_SOURCES] = {"sources", "sources, dates, who wrote it", "sources",
                        GROUP_USE, IN_READING},
    [ACTION_DEFINE] = {"define", "what words on the screen mean", NULL,
                       GROUP_USE, IN_ARTICLE},
    [ACTION_COPY] = {"copy", "copy this section with its sources", NULL,
                     GROUP_USE, IN_ARTICLE},
    [ACTION_WRITE] = {"write", "write the article to a file", NULL, GROUP_USE,
                      IN_ARTICLE},
    [ACTION_PIPE] = {"pipe", "send this section to a command", NULL, GROUP_USE,
                     IN_ARTICLE},
    [ACTION_EDIT] = {"edit", "edit the article in $EDITOR", NULL, GROUP_USE,
                     IN_READING},
    [ACTION_LANGUAGE] = {"language", "the same article in another language",
                         NULL, GROUP_USE, IN_READING},

    [ACTION_WIDER] = {"wider", "wider text", NULL, GROUP_VIEW, IN_ARTICLE},
    [ACTION_NARROWER] = {"narrower", "narrower text", NULL, GROUP_VIEW,
                         IN_ARTICLE},
    [ACTION_WIDTH_DEFAULT] = {"width-default", "text as wide as configured",
                              NULL, GROUP_VIEW, IN_ARTICLE},
    [ACTION_THEME] = {"theme", "choose the colours", NULL, GROUP_VIEW,
                      IN_VIEWS},
    [ACTION_LINEAR] = {"linear", "linear mode: no boxes, no tables", NULL,
                       GROUP_VIEW, IN_VIEWS},
    [ACTION_SORT] = {"sort", "sort the list another way", "sort", GROUP_VIEW,
                     IN_LIBRARY},
    [ACTION_MOUSE] = {"mouse", "mouse on or off (off: select text with it)",
                      NULL, GROUP_VIEW, IN_VIEWS},
    [ACTION_PROBLEMS] = {"problems", "what is wrong with files and settings",
                         NULL, GROUP_VIEW, IN_VIEWS},
    [ACTION_RELOAD] = {"reload", "read the files again", NULL, GROUP_VIEW,
                       IN_READING},
    [ACTION_REDRAW] = {"redraw", "draw the screen again", NULL, GROUP_VIEW,
                       IN_ALL},
    [ACTION_PALETTE] = {"palette", "all actions, found by name", NULL,
                        GROUP_VIEW, IN_VIEWS},
    [ACTION_HELP] = {"help", "this help", "help", GROUP_VIEW, IN_ALL},

    [ACTION_ESCAPE] = {"escape", "close a box, an input or a highlight", NULL,
                       GROUP_LEAVE, IN_ALL},
    [ACTION_CLOSE] = {"close", "close this view; from the first one: leave",
                      "close", GROUP_LEAVE, IN_ALL},
    [ACTION_QUIT] = {"quit", "leave medfaq", NULL, GROUP_LEAVE, IN_ALL},
};

static_assert(sizeof(rows) / sizeof *rows == ACTION_COUNT,
              "every action has a row");

const struct action_row *action_get(enum action action)
{
    return &rows[action];
}

enum action action_find(const char *name)
{
    for (int i = 1; i < ACTION_COUNT; i++)
        if (strcmp(rows[i].name, name) == 0)
            return (enum action)i;
    return ACTION_NONE;
}

const char *action_group_name(enum action_group group)
{
    static const char *const names[] = {
        [GROUP_MOVE] = "Move",         [GROUP_SECTIONS] = "Sections",
        [GROUP_FIND] = "Find",         [GROUP_LINKS] = "Links",
        [GROUP_KEEP] = "Keep a place", [GROUP_USE] = "Use",
        [GROUP_VIEW] = "Show",         [GROUP_LEAVE] = "Leave",
    };
    static_assert(sizeof(names) / sizeof *names == GROUP_COUNT,
                  "every group has a name");
    return names[group];
}
