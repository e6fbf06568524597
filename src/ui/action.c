/* The table of actions. */
#include "ui/action.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

#include "base/i18n.h"

static const struct action_row rows[] = {
    [ACTION_NONE] = {"", "", NULL, GROUP_MOVE, 0},
    [ACTION_DOWN] = {"down", N_("a line down"), NULL, GROUP_MOVE, IN_ALL},
    [ACTION_UP] = {"up", N_("a line up"), NULL, GROUP_MOVE, IN_ALL},
    [ACTION_PAGE_DOWN] = {"page-down", N_("a screen down"), N_("page"),
                          GROUP_MOVE, IN_ALL},
    [ACTION_PAGE_UP] = {"page-up", N_("a screen up"), NULL, GROUP_MOVE, IN_ALL},
    [ACTION_HALF_DOWN] = {"half-page-down", N_("half a screen down"), NULL,
                          GROUP_MOVE, IN_ALL},
    [ACTION_HALF_UP] = {"half-page-up", N_("half a screen up"), NULL,
                        GROUP_MOVE, IN_ALL},
    [ACTION_START] = {"start", N_("to the start"), NULL, GROUP_MOVE, IN_ALL},
    [ACTION_END] = {"end", N_("to the end"), NULL, GROUP_MOVE, IN_ALL},

    [ACTION_NEXT_SECTION] = {"next-section",
                             N_("the next section; in a list: open"),
                             N_("section"), GROUP_SECTIONS, IN_VIEWS},
    [ACTION_PREVIOUS_SECTION] = {"previous-section",
                                 N_("the previous section; in a list: back"),
                                 NULL, GROUP_SECTIONS, IN_VIEWS},
    [ACTION_DIGIT] = {"section-number",
                      N_("a section by number (12: 1, then 2)"), NULL,
                      GROUP_SECTIONS, IN_ARTICLE},
    [ACTION_PERCENT] = {"percent", N_("go to a percentage, e.g. 50%"), NULL,
                        GROUP_SECTIONS, IN_ARTICLE},
    [ACTION_OUTLINE] = {"outline", N_("the outline: all headings"),
                        N_("outline"), GROUP_SECTIONS, IN_ARTICLE},
    [ACTION_KINDS] = {"jump-to", N_("jump to risks, side effects ... (menu)"),
                      N_("jump to"), GROUP_SECTIONS, IN_ARTICLE},
    [ACTION_EMERGENCY] = {"emergency", N_("emergency advice"), N_("emergency"),
                          GROUP_SECTIONS, IN_VIEWS},
    [ACTION_NEXT_ARTICLE] = {"next-article",
                             N_("the next article with this section"), NULL,
                             GROUP_SECTIONS, IN_ARTICLE},
    [ACTION_PREVIOUS_ARTICLE] = {"previous-article",
                                 N_("the previous article with this section"),
                                 NULL, GROUP_SECTIONS, IN_ARTICLE},

    [ACTION_FIND] = {"find", N_("search this article; in the library: ask"),
                     N_("find"), GROUP_FIND, IN_VIEWS | IN_BOX},
    [ACTION_FIND_NEXT] = {"find-next", N_("the next match"), N_("next"),
                          GROUP_FIND, IN_VIEWS | IN_BOX},
    [ACTION_FIND_PREVIOUS] = {"find-previous", N_("the previous match"), NULL,
                              GROUP_FIND, IN_VIEWS | IN_BOX},

    [ACTION_SEARCH] = {"search", N_("ask the whole library"), N_("search"),
                       GROUP_FIND, IN_VIEWS},

    [ACTION_NEXT_LINK] =
        {"next-link", N_("the next link or source; between prompt and list"),
         N_("link"), GROUP_LINKS, IN_READING | IN_BOX},
    [ACTION_PREVIOUS_LINK] = {"previous-link", N_("the previous link"), NULL,
                              GROUP_LINKS, IN_READING | IN_BOX},
    [ACTION_ENTER] = {"open", N_("open what is selected"), N_("open"),
                      GROUP_LINKS, IN_ALL},
    [ACTION_BACK] = {"back", N_("back to where you were"), NULL, GROUP_LINKS,
                     IN_ARTICLE},
    [ACTION_FORWARD] = {"forward", N_("forward again"), NULL, GROUP_LINKS,
                        IN_ARTICLE},

    [ACTION_MARK] = {"mark", N_("mark this place with a letter"), NULL,
                     GROUP_KEEP, IN_ARTICLE},
    [ACTION_GO_TO_MARK] = {"go-to-mark",
                           N_("to a marked place (twice: last position)"), NULL,
                           GROUP_KEEP, IN_VIEWS},

    [ACTION_PICK] = {"pick", N_("pick an article to compare it"), N_("pick"),
                     GROUP_KEEP, IN_LIBRARY},
    [ACTION_BOOKMARK] = {"bookmark",
                         N_("bookmark this place, with a note if you like"),
                         N_("bookmark"), GROUP_KEEP, IN_ARTICLE},
    [ACTION_BOOKMARKS] = {"bookmarks", N_("bookmarks, notes and highlights"),
                          NULL, GROUP_KEEP, IN_VIEWS},
    [ACTION_HIGHLIGHT] = {"highlight",
                          N_("highlight a sentence; again: the next one too"),
                          NULL, GROUP_KEEP, IN_ARTICLE},
    [ACTION_HISTORY] = {"history", N_("the articles that were opened last"),
                        NULL, GROUP_KEEP, IN_VIEWS},
    [ACTION_SHEET] = {"visit-sheet",
                      N_("the visit sheet: what to take to an appointment"),
                      NULL, GROUP_KEEP, IN_VIEWS},
    [ACTION_CHANGES] = {"changes", N_("what changed since you read it"),
                        N_("changes"), GROUP_KEEP, IN_ARTICLE},
    [ACTION_RENAME] = {"rename", N_("edit the note of a bookmark"), NULL,
                       GROUP_KEEP, IN_BOOKMARKS},
    [ACTION_DELETE] = {"delete", N_("delete a bookmark or highlight"), NULL,
                       GROUP_KEEP, IN_BOOKMARKS},
    [ACTION_UNDO] = {"undo", N_("bring back what was deleted last"), NULL,
                     GROUP_KEEP, IN_BOOKMARKS | IN_ARTICLE},

    [ACTION_SOURCES] = {"sources", N_("sources, dates, who wrote it"),
                        N_("sources"), GROUP_USE, IN_READING},
    [ACTION_DEFINE] = {"define",
                       N_("what words and figures on the screen mean"), NULL,
                       GROUP_USE, IN_ARTICLE},
    [ACTION_COMPARE] = {"compare", N_("compare articles side by side"),
                        N_("compare"), GROUP_USE, IN_READING},
    [ACTION_COPY] = {"copy", N_("copy this section with its sources"), NULL,
                     GROUP_USE, IN_ARTICLE},
    [ACTION_WRITE] = {"write", N_("write the article to a file"), NULL,
                      GROUP_USE, IN_ARTICLE},
    [ACTION_PIPE] = {"pipe", N_("send this section to a command"), NULL,
                     GROUP_USE, IN_ARTICLE},
    [ACTION_EDIT] = {"edit", N_("edit the article in $EDITOR"), NULL, GROUP_USE,
                     IN_READING},
    [ACTION_LANGUAGE] = {"language", N_("the same article in another language"),
                         NULL, GROUP_USE, IN_READING},

    [ACTION_WIDER] = {"wider", N_("wider text"), NULL, GROUP_VIEW, IN_ARTICLE},
    [ACTION_NARROWER] = {"narrower", N_("narrower text"), NULL, GROUP_VIEW,
                         IN_ARTICLE},
    [ACTION_WIDTH_DEFAULT] = {"width-default", N_("text as wide as configured"),
                              NULL, GROUP_VIEW, IN_ARTICLE},
    [ACTION_THEME] = {"theme", N_("choose the colours"), NULL, GROUP_VIEW,
                      IN_VIEWS},
    [ACTION_LINEAR] = {"linear", N_("linear mode: no boxes, no tables"), NULL,
                       GROUP_VIEW, IN_VIEWS},
    [ACTION_SORT] = {"sort", N_("sort the list another way"), N_("sort"),
                     GROUP_VIEW, IN_LIBRARY},
    [ACTION_MOUSE] = {"mouse", N_("mouse on or off (off: it selects text)"),
                      NULL, GROUP_VIEW, IN_VIEWS},
    [ACTION_PROBLEMS] = {"problems", N_("problems in files and settings"), NULL,
                         GROUP_VIEW, IN_VIEWS},
    [ACTION_PLACE] = {"place", N_("file, place and dates"), NULL, GROUP_VIEW,
                      IN_ARTICLE},
    [ACTION_RELOAD] = {"reload", N_("read the files again"), NULL, GROUP_VIEW,
                       IN_READING | IN_COMPARISON},
    [ACTION_REDRAW] = {"redraw", N_("draw the screen again"), NULL, GROUP_VIEW,
                       IN_ALL},
    [ACTION_PALETTE] = {"palette", N_("all actions, found by name"), NULL,
                        GROUP_VIEW, IN_VIEWS},
    [ACTION_HELP] = {"help", N_("this help"), N_("help"), GROUP_VIEW, IN_ALL},

    [ACTION_ESCAPE] = {"escape", N_("close a box, an input or a highlight"),
                       NULL, GROUP_LEAVE, IN_ALL},
    [ACTION_CLOSE] = {"close", N_("close this view; leave from the first"),
                      N_("close"), GROUP_LEAVE, IN_ALL},
    [ACTION_QUIT] = {"quit", N_("leave medfaq"), NULL, GROUP_LEAVE, IN_ALL},
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
        [GROUP_MOVE] = N_("Move"),      [GROUP_SECTIONS] = N_("Sections"),
        [GROUP_FIND] = N_("Find"),      [GROUP_LINKS] = N_("Links"),
        [GROUP_KEEP] = N_("Bookmarks"), [GROUP_USE] = N_("Actions"),
        [GROUP_VIEW] = N_("Display"),   [GROUP_LEAVE] = N_("Leave"),
    };
    static_assert(sizeof(names) / sizeof *names == GROUP_COUNT,
                  "every group has a name");
    return _(names[group]);
}
