/* The table of actions. */
#include "ui/action.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

#include "base/i18n.h"

static const struct action_row rows[] = {
    [ACTION_NONE] = {"", "", NULL, GROUP_MOVE, 0},
    [ACTION_DOWN] = {"down", N_("Move down one line"), NULL, GROUP_MOVE,
                     IN_ALL},
    [ACTION_UP] = {"up", N_("Move up one line"), NULL, GROUP_MOVE, IN_ALL},
    [ACTION_PAGE_DOWN] = {"page-down", N_("Move down one screen"), N_("page"),
                          GROUP_MOVE, IN_ALL},
    [ACTION_PAGE_UP] = {"page-up", N_("Move up one screen"), NULL, GROUP_MOVE,
                        IN_ALL},
    [ACTION_HALF_DOWN] = {"half-page-down", N_("Move down half a screen"), NULL,
                          GROUP_MOVE, IN_ALL},
    [ACTION_HALF_UP] = {"half-page-up", N_("Move up half a screen"), NULL,
                        GROUP_MOVE, IN_ALL},
    [ACTION_START] = {"start", N_("Go to the start"), NULL, GROUP_MOVE, IN_ALL},
    [ACTION_END] = {"end", N_("Go to the end"), NULL, GROUP_MOVE, IN_ALL},

    [ACTION_NEXT_SECTION] = {"next-section",
                             N_("Next section; in a list, open"), N_("section"),
                             GROUP_SECTIONS, IN_VIEWS},
    [ACTION_PREVIOUS_SECTION] = {"previous-section",
                                 N_("Previous section; in a list, go back"),
                                 NULL, GROUP_SECTIONS, IN_VIEWS},
    [ACTION_DIGIT] = {"section-number",
                      N_("Go to a section by number (12: press 1, then 2)"),
                      NULL, GROUP_SECTIONS, IN_ARTICLE},
    [ACTION_PERCENT] = {"percent", N_("Go to a percentage, e.g. 50%"), NULL,
                        GROUP_SECTIONS, IN_ARTICLE},
    [ACTION_OUTLINE] = {"outline", N_("Show the outline: all headings"),
                        N_("outline"), GROUP_SECTIONS, IN_ARTICLE},
    [ACTION_KINDS] = {"jump-to", N_("Jump to risks, side effects and so on"),
                      N_("jump to"), GROUP_SECTIONS, IN_ARTICLE},
    [ACTION_EMERGENCY] = {"emergency", N_("See emergency advice"),
                          N_("emergency"), GROUP_SECTIONS, IN_VIEWS},
    [ACTION_NEXT_ARTICLE] = {"next-article",
                             N_("Next article with this kind of section"), NULL,
                             GROUP_SECTIONS, IN_ARTICLE},
    [ACTION_PREVIOUS_ARTICLE] = {"previous-article",
                                 N_("Previous article with this kind of "
                                    "section"),
                                 NULL, GROUP_SECTIONS, IN_ARTICLE},

    [ACTION_FIND] = {"find", N_("Search this article or list"), N_("find"),
                     GROUP_FIND, IN_VIEWS | IN_BOX},
    [ACTION_FIND_NEXT] = {"find-next", N_("Next match"), N_("next"), GROUP_FIND,
                          IN_VIEWS | IN_BOX},
    [ACTION_FIND_PREVIOUS] = {"find-previous", N_("Previous match"), NULL,
                              GROUP_FIND, IN_VIEWS | IN_BOX},

    [ACTION_SEARCH] = {"search", N_("Search the whole library"), N_("search"),
                       GROUP_FIND, IN_VIEWS},

    [ACTION_NEXT_LINK] = {"next-link",
                          N_("Next link or source; in the library, prompt or "
                             "list"),
                          N_("link"), GROUP_LINKS, IN_READING | IN_BOX},
    [ACTION_PREVIOUS_LINK] = {"previous-link", N_("Previous link or source"),
                              NULL, GROUP_LINKS, IN_READING | IN_BOX},
    [ACTION_ENTER] = {"open", N_("Open what is selected"), N_("open"),
                      GROUP_LINKS, IN_ALL},
    [ACTION_BACK] = {"back", N_("Back to where you were"), NULL, GROUP_LINKS,
                     IN_ARTICLE},
    [ACTION_FORWARD] = {"forward", N_("Forward again"), NULL, GROUP_LINKS,
                        IN_ARTICLE},

    [ACTION_MARK] = {"mark", N_("Mark this place with a letter"), NULL,
                     GROUP_KEEP, IN_ARTICLE},
    [ACTION_GO_TO_MARK] = {"go-to-mark",
                           N_("Go to a mark (press it twice for the last "
                              "position)"),
                           NULL, GROUP_KEEP, IN_VIEWS},

    [ACTION_PICK] = {"pick", N_("Pick an article to compare"), N_("pick"),
                     GROUP_KEEP, IN_LIBRARY},
    [ACTION_BOOKMARK] = {"bookmark",
                         N_("Bookmark this place, with a note if you like"),
                         N_("bookmark"), GROUP_KEEP, IN_ARTICLE},
    [ACTION_BOOKMARKS] = {"bookmarks",
                          N_("Show bookmarks, notes and "
                             "highlights"),
                          NULL, GROUP_KEEP, IN_VIEWS},
    [ACTION_HIGHLIGHT] = {"highlight",
                          N_("Highlight a sentence; press again to add the "
                             "next"),
                          NULL, GROUP_KEEP, IN_ARTICLE},
    [ACTION_HISTORY] = {"history", N_("Show recently opened articles"), NULL,
                        GROUP_KEEP, IN_VIEWS},
    [ACTION_SHEET] =
        {"visit-sheet",
         N_("Show the visit sheet: what to take to an appointment"), NULL,
         GROUP_KEEP, IN_VIEWS},
    [ACTION_CHANGES] = {"changes",
                        N_("Show what has changed since you last "
                           "read it"),
                        N_("changes"), GROUP_KEEP, IN_ARTICLE},
    [ACTION_RENAME] = {"rename", N_("Edit the note of a bookmark"), NULL,
                       GROUP_KEEP, IN_BOOKMARKS},
    [ACTION_DELETE] = {"delete", N_("Delete a bookmark or highlight"), NULL,
                       GROUP_KEEP, IN_BOOKMARKS},
    [ACTION_UNDO] = {"undo", N_("Undo the last deletion"), NULL, GROUP_KEEP,
                     IN_BOOKMARKS | IN_ARTICLE},

    [ACTION_SOURCES] = {"sources", N_("See sources, dates and authors"),
                        N_("sources"), GROUP_USE, IN_READING},
    [ACTION_DEFINE] = {"define", N_("Explain words and figures on the screen"),
                       NULL, GROUP_USE, IN_ARTICLE},
    [ACTION_COMPARE] = {"compare", N_("Compare articles side by side"),
                        N_("compare"), GROUP_USE, IN_READING},
    [ACTION_COPY] = {"copy", N_("Copy this section with its sources"), NULL,
                     GROUP_USE, IN_ARTICLE},
    [ACTION_WRITE] = {"write", N_("Save the article to a file"), NULL,
                      GROUP_USE, IN_ARTICLE},
    [ACTION_PIPE] = {"pipe", N_("Send this section to another program"), NULL,
                     GROUP_USE, IN_ARTICLE},
    [ACTION_EDIT] = {"edit", N_("Edit the article in your text editor"), NULL,
                     GROUP_USE, IN_READING},
    [ACTION_LANGUAGE] = {"language",
                         N_("Read the article in another "
                            "language"),
                         NULL, GROUP_USE, IN_READING},

    [ACTION_WIDER] = {"wider", N_("Make the text wider"), NULL, GROUP_VIEW,
                      IN_ARTICLE},
    [ACTION_NARROWER] = {"narrower", N_("Make the text narrower"), NULL,
                         GROUP_VIEW, IN_ARTICLE},
    [ACTION_WIDTH_DEFAULT] = {"width-default", N_("Reset the text width"), NULL,
                              GROUP_VIEW, IN_ARTICLE},
    [ACTION_THEME] = {"theme", N_("Choose the colours"), NULL, GROUP_VIEW,
                      IN_VIEWS},
    [ACTION_LINEAR] = {"linear",
                       N_("Linear mode, for screen readers, on or off"), NULL,
                       GROUP_VIEW, IN_VIEWS},
    [ACTION_SORT] = {"sort", N_("Change the sort order"), N_("sort"),
                     GROUP_VIEW, IN_LIBRARY},
    [ACTION_MOUSE] = {"mouse",
                      N_("Mouse on or off (off: your terminal "
                         "selects text)"),
                      NULL, GROUP_VIEW, IN_VIEWS},
    [ACTION_PROBLEMS] = {"problems",
                         N_("See problems with files and "
                            "settings"),
                         NULL, GROUP_VIEW, IN_VIEWS},
    [ACTION_PLACE] = {"place", N_("Show the file, your place and dates"), NULL,
                      GROUP_VIEW, IN_ARTICLE},
    [ACTION_RELOAD] = {"reload", N_("Reload the files"), NULL, GROUP_VIEW,
                       IN_READING | IN_COMPARISON},
    [ACTION_REDRAW] = {"redraw", N_("Redraw the screen"), NULL, GROUP_VIEW,
                       IN_ALL},
    [ACTION_PALETTE] = {"palette", N_("Find any action by name"), NULL,
                        GROUP_VIEW, IN_VIEWS},
    [ACTION_HELP] = {"help", N_("Show this help"), N_("help"), GROUP_VIEW,
                     IN_ALL},

    [ACTION_ESCAPE] = {"escape", N_("Close a box, a prompt or a highlight"),
                       NULL, GROUP_LEAVE, IN_ALL},
    [ACTION_CLOSE] = {"close",
                      N_("Close this view; from the first one, "
                         "leave medfaq"),
                      N_("close"), GROUP_LEAVE, IN_ALL},
    [ACTION_QUIT] = {"quit", N_("Leave medfaq"), NULL, GROUP_LEAVE, IN_ALL},
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
        [GROUP_FIND] = N_("Search"),    [GROUP_LINKS] = N_("Links"),
        [GROUP_KEEP] = N_("Bookmarks"), [GROUP_USE] = N_("Actions"),
        [GROUP_VIEW] = N_("Display"),   [GROUP_LEAVE] = N_("Leave"),
    };
    static_assert(sizeof(names) / sizeof *names == GROUP_COUNT,
                  "every group has a name");
    return _(names[group]);
}
