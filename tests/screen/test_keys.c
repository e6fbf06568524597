/* Presses every key of the keymap in the real program. A key that no scene
 * presses fails the test. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "terminal.h"
#include "ui/key.h"
#include "ui/keymap.h"

#define MAX_STEPS 12
#define OWN_ARTICLE ".local/share/medfaq/articles/own.md"

enum wait {
    SHOWN, /* on the screen */
    ROW,   /* in one row */
    GONE,
    CURSOR, /* in the cursor's row */
    BYTES,  /* sent to the terminal, after the keys */
    FILE_HAS,
    ENDED, /* the program has ended and restored the terminal */
};

/* A step: keys to send, then text to wait for. */
struct step {
    const char *send;
    const char *wait;
    enum wait where;
    int row;          /* for ROW; SEE_ROW counts from the first of the text */
    const char *file; /* for FILE_HAS, in the home */
};

#define SEE(keys, text)                                                        \
    {                                                                          \
        (keys), (text), SHOWN, 0, NULL                                         \
    }
#define SEE_ROW(keys, n, text)                                                 \
    {                                                                          \
        (keys), (text), ROW, TEXT_ROW + (n), NULL                              \
    }
#define TOP(keys, text) SEE_ROW(keys, 0, text)
#define BAR(keys, text) SEE_ROW(keys, -TEXT_ROW, text)

#define STATUS(keys, text) SEE_ROW(keys, STATUS_ROW - TEXT_ROW, text)
#define LOSE(keys, text)                                                       \
    {                                                                          \
        (keys), (text), GONE, 0, NULL                                          \
    }
#define ON(keys, text)                                                         \
    {                                                                          \
        (keys), (text), CURSOR, 0, NULL                                        \
    }
#define SENT(keys, bytes)                                                      \
    {                                                                          \
        (keys), (bytes), BYTES, 0, NULL                                        \
    }
#define IN_FILE(keys, name, text)                                              \
    {                                                                          \
        (keys), (text), FILE_HAS, 0, (name)                                    \
    }
#define END(keys)                                                              \
    {                                                                          \
        (keys), NULL, ENDED, 0, NULL                                           \
    }

struct scene {
    const char *name;
    const char *keys; /* keys that it presses, by their names in the help */
    const char *arguments[3]; /* NULL: the library */
    struct step steps[MAX_STEPS];
};

static const struct scene scenes[] = {
    {"lines",
     "Down j ^E Up k ^Y",
     {"alpha"},
     {SEE_ROW("", 3, "What is alpha?"), SEE_ROW(KEY_SEND_DOWN, 2, "What is"),
      TOP("jj", "What is alpha?"), SEE_ROW("k", 1, "What is alpha?"),
      SEE_ROW(KEY_SEND_UP, 2, "What is alpha?"),
      SEE_ROW("\x05", 1, "What is alpha?"),
      SEE_ROW("\x19", 2, "What is alpha?")}},
    {"screens keep two lines",
     "Space f PgDn ^F b PgUp ^B",
     {"alpha"},
     {SEE("", "What line 6"), TOP(" ", "What line 6"),
      SEE_ROW("f", 1, "Uses line 6"),
      SEE_ROW(KEY_SEND_PAGE_DOWN, 2, "Works line 6"),
      SEE_ROW("b", 1, "Uses line 6"), TOP(KEY_SEND_PAGE_UP, "What line 6"),
      SEE_ROW("\x06", 1, "Uses line 6"), TOP("\x02", "What line 6")}},
    {"half screens",
     "d u ^D ^U",
     {"alpha"},
     {SEE("", "What line 3"), TOP("d", "What line 3"),
      TOP("u", "Alpha overview"), TOP("\x04", "What line 3"),
      TOP("\x15", "Alpha overview")}},
    {"the ends",
     "g Home < G End >",
     {"alpha"},
     {SEE("", "Alpha overview"), SEE("G", "Emergency line 6"),
      TOP("g", "Alpha overview"), SEE(KEY_SEND_END, "Emergency line 6"),
      TOP("<", "Alpha overview"), SEE(">", "Emergency line 6"),
      /* Space stops there */
      SEE(" ", "Emergency line 6"), TOP(KEY_SEND_HOME, "Alpha overview")}},
    {"sections in turn",
     "Right ] l Left [ h",
     {"alpha"},
     {SEE("", "Alpha overview"), TOP(KEY_SEND_RIGHT, "What is alpha?"),
      TOP("]", "What is alpha used for?"), TOP(KEY_SEND_LEFT, "What is alpha?"),
      TOP("[", "Alpha overview"), TOP("l", "What is alpha?"),
      TOP("h", "Alpha overview")}},
    {"sections by number",
     "1 2 0",
     {"alpha"},
     {SEE("", "Alpha overview"), TOP("2", "What is alpha?"),
      TOP(KEY_SEND_LEFT, "Alpha overview"), TOP("12", "Alpha in pregnancy"),
      TOP(KEY_SEND_LEFT, "Alpha and other medicines"),
      TOP("10", "Who should not"),
      /* no 105th and no 59th: the 5th, the 9th */
      TOP("5", "benefits"), TOP("9", "side effects"), STATUS("%", " 59%")}},
    {"section 3", "3", {"alpha"}, {SEE("", "Alpha"), TOP("3", "used for?")}},
    {"section 4", "4", {"alpha"}, {SEE("", "Alpha"), TOP("4", "alpha work?")}},
    {"section 5", "5", {"alpha"}, {SEE("", "Alpha"), TOP("5", "benefits")}},
    {"section 6", "6", {"alpha"}, {SEE("", "Alpha"), TOP("6", "How well")}},
    {"section 7", "7", {"alpha"}, {SEE("", "Alpha"), TOP("7", "What happens")}},
    {"section 8", "8", {"alpha"}, {SEE("", "Alpha"), TOP("8", "the risks of")}},
    {"section 9", "9", {"alpha"}, {SEE("", "Alpha"), TOP("9", "side effects")}},
    {"a share of the article",
     "%",
     {"alpha"},
     {SEE("", "Alpha overview"), STATUS("50%", " 49%"),
      SEE("100%", "Emergency line 6")}},
    {"the outline",
     "t Esc Enter",
     {"alpha"},
     {SEE("", "Alpha overview"), SEE("t", "Outline"),
      SEE("", "15  Emergency !"), LOSE(KEY_SEND_ESCAPE, "Outline"),
      SEE("tjjj", "Outline"), TOP(KEY_SEND_ENTER, "How does alpha work?")}},
    {"the outline by number",
     "t 1",
     {"alpha"},
     {SEE("", "Alpha overview"), SEE("t", "Outline"),
      TOP("13", "Recovery after alpha"), SEE("t", "Outline"),
      TOP("2", "What is alpha?"), SEE("t", "Outline"),
      STATUS("0", "There are only 15 sections")}},
    {"finding in the outline",
     "t / n N",
     {"alpha"},
     {SEE("", "Alpha overview"), STATUS("t", "1 of 15"),
      STATUS("/risks\r", "8 of 15"), TOP("\r", "the risks of alpha?"),
      STATUS("t", "8 of 15"), STATUS("/al\r", "2 of 15"),
      STATUS("n", "3 of 15"), STATUS("N", "2 of 15"), STATUS("jjn", "5 of 15"),
      STATUS("/zzz" KEY_SEND_ESCAPE, "5 of 15")}},
    {"kinds",
     "s",
     {"alpha"},
     {SEE("", "Alpha overview"), SEE("s", "Jump to"),
      SEE("", "c  Who should not have it !"), TOP("c", "Who should not have"),
      SEE("s", "Jump to"), TOP("r", "the risks of alpha?")}},
    {"See emergency advice",
     "!",
     {"alpha"},
     {SEE("", "Alpha overview"), TOP("!", "Emergency"),
      SEE("", "Call your local emergency number")}},
    {"emergency advice from the list",
     "!",
     {NULL},
     {SEE("!", "call your local emergency number now"),
      SEE("", "Emergency advice by article"), TOP(KEY_SEND_ENTER, "Emergency"),
      SEE("q", "Emergency advice by article"),
      SEE(KEY_SEND_ESCAPE, "Beta medicine")}},
    {"the same kind in the next article",
     "} {",
     {NULL},
     {SEE("", "Beta medicine"), TOP(KEY_SEND_ENTER, "Alpha overview"),
      SEE("s", "Jump to"), TOP("c", "Who should not have alpha?"),
      TOP("}", "Contraindications"), SEE("", "Beta contraindications text"),
      STATUS("}", "No later article has"),
      TOP("{", "Who should not have alpha?")}},
    {"finding",
     "/ n N",
     {"alpha"},
     {SEE("", "Alpha overview"), STATUS("/line 6", "1 of 14"),
      STATUS("\r", "1 of 14"), STATUS("n", "2 of 14"), STATUS("N", "1 of 14"),
      LOSE(KEY_SEND_ESCAPE, "1 of 14"),
      /* across a soft break, without accents, in any case */
      STATUS("/keloid scarring\r", "1 of 1"), STATUS("/muller\r", "1 of 1"),
      STATUS("/MULLER\r", "No matches for"),
      /* a citation as it shows */
      STATUS("/[1]\r", "1 of 1")}},
    {"finding by regular expressions",
     "/ n",
     {"alpha"},
     {SEE("", "Alpha overview"), STATUS("/\\vline [56]", "1 of 28"),
      STATUS("\r", "1 of 28"), STATUS("n", "2 of 28"),
      STATUS("/\\vLINE [56]\r", "No matches for"),
      STATUS("/\\v(line", "Missing \")\""), STATUS("\r", "Missing \")\""),
      STATUS("n", "3 of 28")}},
    {"what is not found leaves what was",
     "/ n",
     {"alpha"},
     {SEE("", "Alpha overview"), STATUS("/line 6\r", "1 of 14"),
      STATUS("/zzzz\r", "No matches for \"zzzz\""), STATUS("n", "2 of 14"),
      STATUS("/keloid", "1 of 1"),
      STATUS(KEY_SEND_ESCAPE, "\"line 6\" 2 of 14"), STATUS("/\r", "3 of 14")}},
    {"what was found before",
     "/",
     {NULL},
     {SEE("", "Beta medicine"), SEE("/alph\r", "Alpha overview"),
      STATUS("/line 6\r", "1 of 14"), STATUS("/", "Up earlier"),
      STATUS(KEY_SEND_UP, "Find: line 6"), STATUS(KEY_SEND_UP, "Find: alph"),
      STATUS("\r?/" KEY_SEND_UP, "Find: alph"),
      STATUS(KEY_SEND_UP, "Find: line 6"),
      SEE_ROW(KEY_SEND_ESCAPE "qq\020", 0, "Find: line 6"),
      SEE_ROW("\020\t", 0, "Find: alph")}},
    {"what is found goes along",
     "/ n",
     {"alpha"},
     {SEE("", "Alpha overview"), STATUS("/beta\r", "1 of "),
      TOP("\t\r", "Risks of beta"), STATUS("n", "\"beta\" 4 of 6"),
      LOSE(KEY_SEND_ESCAPE, "4 of 6")}},
    {"searching the library",
     "S",
     {NULL},
     {SEE("", "Beta medicine"), SEE("S", "type a word or a question"),
      SEE("uses betta", "Showing results for \"uses beta\""),
      SEE("", "Beta uses text."), TOP(KEY_SEND_ENTER, "Uses of beta"),
      SEE("q", "Beta uses text."), SEE("S\025zzzz", "try another name"),
      SEE("\025risks: beta", "Beta risks text."), STATUS("\t", "1 of "),
      TOP(KEY_SEND_ENTER, "Risks of beta"),
      SEE("q" KEY_SEND_ESCAPE, "Gamma condition")}},
    {"links, and back",
     "Tab Enter Backspace ^O ^N",
     {"alpha"},
     {SEE("", "Alpha overview"), ON("\t", "the beta page"),
      TOP(KEY_SEND_ENTER, "Risks of beta"),
      TOP(KEY_SEND_BACKSPACE, "Alpha overview"), TOP("\016", "Risks of beta"),
      TOP("\017", "Alpha overview")}},
    {"where links lead",
     "Tab",
     {"alpha"},
     {SEE("", "Alpha overview"),
      STATUS("\t", "→ Beta medicine: Risks and complications"),
      STATUS("", "Enter open"), STATUS("\t", "→ Risks and complications"),
      STATUS("\t", "https://web.example/alpha?a=1&b=2"),
      STATUS("\t", "[1] First House: The first source, 2020"),
      STATUS("", "! emergency")}},
    {"links from what was found",
     "/ n Tab Shift-Tab",
     {"alpha"},
     {SEE("", "Alpha overview"), SEE("/its risks\r", "1 of 1"),
      ON("\t", "its risks"), SEE("/and a web\r", "1 of 1"),
      TOP("\t\r", "and a web page"), LOSE(KEY_SEND_ESCAPE, "Web page"),
      SEE("/and a web\r", "1 of 1"),
      TOP(KEY_SEND_BACK_TAB "\r", "What are the risks")}},
    {"a web address, and a source",
     "Shift-Tab",
     {"alpha"},
     {SEE("", "Alpha overview"),
      SEE("\t\t\t\t" KEY_SEND_ENTER, "The first source"),
      LOSE(KEY_SEND_ESCAPE, "Copy the full reference"),
      SEE(KEY_SEND_BACK_TAB KEY_SEND_ENTER,
          "https://web.example/alpha?a=1&b=2")}},
    {"marks",
     "m '",
     {"alpha"},
     {SEE("", "Alpha overview"), TOP("]]", "What is alpha used for?"),
      STATUS("ma", "Marked"), TOP("g", "Alpha overview"),
      TOP("'a", "What is alpha used for?"), TOP("''", "Alpha overview")}},
    {"bookmarks and notes",
     "a B r D Delete U",
     {"alpha"},
     {SEE("", "Alpha overview"), STATUS("]a", "Note: "),
      STATUS("first note\r", "Bookmark saved"),
      ON("B", "first note · Alpha treatment · What is alpha?"),
      STATUS("r and more\r", "Note saved"), ON("", "first note and more ·"),
      STATUS("D", "Deleted. U: undo"), SEE("U", "first note and more"),
      SEE(KEY_SEND_DELETE, "No bookmarks yet"), STATUS("U", "Restored"),
      TOP("\r", "What is alpha?")}},
    {"the visit sheet",
     "v",
     {"alpha"},
     {SEE("", "Alpha overview"), SEE("v", "For my appointment"),
      SEE("", "1. What are my options"), LOSE("q", "For my appointment")}},
    {"highlights",
     "x",
     {"alpha"},
     {SEE("", "Alpha overview"), SEE("]x", "Esc keep"),
      STATUS(KEY_SEND_ESCAPE, "Highlight saved"),
      SEE("B", "\"What is alpha?\""), END("Q")}},
    {"history",
     "H",
     {NULL},
     {SEE("", "Beta medicine"), SEE("H", "You have not opened any"),
      LOSE("q", "You have not opened"), TOP(KEY_SEND_ENTER, "Alpha overview"),
      SEE("q", "Beta medicine"), STATUS("H", "1 of 1"),
      TOP("\r", "Alpha overview")}},
    {"what changed",
     "C",
     {"alpha"},
     {SEE("", "Alpha overview"), SEE("C", "Nothing has changed since"),
      LOSE("q", "Nothing has changed since")}},
    {"sources and dates",
     "i",
     {"alpha"},
     {SEE("", "Alpha overview"), SEE("i", "Sources and dates"),
      SEE("", "not medically reviewed"), SEE("", "The first source"),
      SEE("", "https://one.example/page"), SEE("", "Retrieved 2026-10-31"),
      SEE("", "We read this copy (2026-11-01):"),
      SEE("", "https://copy.example/two"),
      SEE("", "Secondary source: The report itself is"),
      LOSE(KEY_SEND_ESCAPE, "Sources and dates")}},
    {"comparing",
     "x c",
     {NULL},
     {SEE("", "Beta medicine"), STATUS("x", "Picked: Alpha treatment"),
      STATUS("jx", "Press c to compare"),
      BAR("c", "Alpha treatment | Beta medicine"),
      LOSE("q", "Alpha treatment | Beta"), SEE("", "Beta medicine")}},
    {"what words mean",
     "K",
     {"alpha"},
     {SEE("", "Alpha overview"), SEE("K", " Words on this screen "),
      SEE("", "alpha: The first letter"), STATUS("", "1 of 2"),
      SEE("j\r", "The last letter"), STATUS("/ome", "1 term "),
      LOSE("\r", "The first letter"), SEE(KEY_SEND_ESCAPE, "2 of 2"),
      LOSE(KEY_SEND_ESCAPE, "The last letter"), SEE("", "Alpha overview")}},
    {"what words mean in the article's language",
     "K L",
     {"alpha"},
     {SEE("", "Alpha overview"), SEE("L", "Bản dịch tiếng Việt"),
      SEE("K", "Chữ cái đầu tiên"), LOSE(KEY_SEND_ESCAPE, "Chữ cái đầu tiên")}},
    {"copying",
     "y",
     {"alpha"},
     {SEE("", "Alpha overview"), SENT("y", "\033]52;c;")}},
    {"writing",
     "w",
     {"alpha"},
     {SEE("", "Alpha overview"), SEE("w", "alpha.txt"),
      IN_FILE("\r", "alpha.txt", "Who should not have alpha?"),
      IN_FILE("", "alpha.txt", "Licence: CC-BY-4.0"), SEE("", "alpha.txt"),
      /* what is there is not overwritten */
      SEE("w", "Save as:"), STATUS("\r", "Replace it?"),
      LOSE("n", "Replace it?"), SEE("w", "Save as:"),
      SEE("\x15~/a.pdf\r", "a.pdf as text")}},
    {"piping",
     "|",
     {"alpha"},
     {SEE("", "Alpha overview"), TOP("]", "What is alpha?"),
      SEE("|", "Pipe section to"),
      IN_FILE("tee piped.txt\r", "piped.txt", "What line 1 of section 1"),
      SEE("", "Press Enter"), STATUS(KEY_SEND_ENTER, "2/15")}},
    {"editing",
     "e",
     {"copy.md"},
     {SEE("", "Before the edit"),
      STATUS("e", "Change the file of \"Copy\" in editor.sh? (y/n)"),
      STATUS("n", "? help"), SEE("ey", "Added by the editor")}},
    {"editing an article of one's own",
     "e",
     {OWN_ARTICLE},
     {SEE("", "Before the edit"), SEE("e", "Added by the editor")}},
    {"editing from the list",
     "e",
     {NULL},
     {SEE("", "Beta medicine"),
      STATUS("je", "Change the file of \"Beta medicine\" in editor.sh? (y/n)"),
      STATUS("n", "2 of 4")}},
    {"languages",
     "L",
     {"alpha"},
     {SEE("", "Alpha overview"), SEE("L", "Bản dịch tiếng Việt"),
      SEE("L", "Alpha overview")}},
    {"width",
     "+ - =",
     {"alpha"},
     {SEE("", "Alpha overview"), STATUS("-", "Text width: 72 columns"),
      STATUS("-", "Text width: 68 columns"),
      STATUS("+", "Text width: 72 columns"),
      STATUS("=", "Text width: 80 columns"),
      STATUS("+", "already as wide as the screen")}},
    {"themes",
     "T",
     {"alpha"},
     {SEE("", "Alpha overview"), SEE("T", "high-contrast"),
      LOSE(KEY_SEND_DOWN KEY_SEND_DOWN KEY_SEND_ENTER, "high-contrast")}},
    {"linear mode",
     "V",
     {"alpha"},
     {SEE("", "Alpha overview"), SEE("8", "┌"), LOSE("V", "┌"),
      SEE("", "Risk: small"), SEE("V", "┌")}},
    {"linear mode from the start",
     "V",
     {"--linear", "alpha"},
     {SEE("", "Section: What is"), LOSE("V", "Section: "),
      SEE("V", "Section: ")}},
    {"sorting",
     "O",
     {NULL},
     {SEE_ROW("", 2, "Alpha treatment"), SEE_ROW("O", 2, "Alpha"),
      BAR("", "newest first")}},
    {"the mouse",
     "M",
     {"alpha"},
     {SEE("", "Alpha overview"), SENT("M", "1000h"), STATUS("", "Mouse on"),
      SENT("M", "1000l"), STATUS("", "Mouse off")}},
    {"problems",
     "P",
     {"broken.md"},
     {SEE("", "Broken text"), SEE("P", "Line 2: title"),
      LOSE(KEY_SEND_ESCAPE, "Problems")}},
    {"reloading",
     "R",
     {"alpha"},
     {SEE("", "Alpha overview"), STATUS("R", "Reloaded")}},
    {"Show the file, your place and dates",
     "^G",
     {"alpha"},
     {SEE("", "Alpha overview"), SEE("3\007", "3 of 15: What it is used for"),
      SEE("", "alpha.md"), LOSE(KEY_SEND_ESCAPE, "alpha.md")}},
    {"drawing again",
     "^L",
     {"alpha"},
     {SEE("", "Alpha overview"), SENT("\014", "\033[2J")}},
    {"the palette",
     ":",
     {"alpha"},
     {SEE("", "Alpha overview"), SEE(":", "type to find"),
      LOSE("linea", "page-down"), LOSE(KEY_SEND_ESCAPE, "linea"),
      /* typed before the screen is drawn */
      TOP(":emerg" KEY_SEND_ENTER, "Emergency"),
      /* matches of prefixes come first */
      SEE(":w", "▸ w          Save the article"),
      LOSE(KEY_SEND_ESCAPE, "Save the article")}},
    {"commands as in vi",
     ":",
     {"alpha"},
     {SEE("", "Alpha overview"), TOP(":12\r", "Alpha in pregnancy"),
      SEE(":99", "There are only 15 sections"),
      IN_FILE(KEY_SEND_ESCAPE ":w mine.md\r", "mine.md",
              "## Who should not have alpha?"),
      STATUS("", "mine.md"), STATUS(":w mine.md\r", "Replace it?"),
      STATUS("n", "Not saved"), SEE(":help\r", "Move down one line"),
      LOSE("?", "Move down one line"), END(":q\r")}},
    {"finding in the help",
     "/ n N",
     {"alpha"},
     {SEE("", "Alpha overview"), SEE("?", "Move down one line"),
      SEE("/emerg", "See emergency advice"), SEE("\r", "end "),
      SEE("nN", "See emergency advice"), SEE("/zzz", "no matches"),
      SEE(KEY_SEND_ESCAPE, "See emergency advice"),
      SEE("/zzz\r", "No matches for \"zzz\"")}},
    {"help",
     "? F1",
     {"alpha"},
     {SEE("", "Alpha overview"), SEE("?", "Move down one line"),
      LOSE(KEY_SEND_ESCAPE, "Move down one line"),
      SEE(KEY_SEND_F1, "Move down one line"), LOSE("q", "Move down one line"),
      SEE("?", "Jump to risks, side effects"),
      LOSE("?", "Move down one line")}},
    {"help in the list",
     "?",
     {NULL},
     {SEE("", "Beta medicine"), SEE("?", "Search: type a word or a question"),
      LOSE("?", "Search: type"), SEE("/?", "answers appear as you type"),
      LOSE("?", "answers appear"), SEE("i" KEY_SEND_F1, "answers appear"),
      LOSE(KEY_SEND_F1, "answers appear"), STATUS("\t", "/ find")}},
    {"closing",
     "q",
     {NULL},
     {SEE("", "Beta medicine"), SEE(KEY_SEND_ENTER, "Alpha overview"),
      LOSE("q", "Alpha overview"), SEE("", "Beta medicine"), END("q")}},
    {"quitting",
     "Q",
     {NULL},
     {SEE("", "Beta medicine"), SEE(KEY_SEND_ENTER, "Alpha overview"),
      SEE("?", "Move down one line"), END("Q")}},
};

/* ---- playing ---- */

static void wait_for_file(const struct step *step)
{
    /* Files are written atomically, so it is enough to check for the name. */
    char *text = NULL;
    for (int i = 0; i < WAIT_SECONDS * 100 && !text; i++) {
        if (file_is_there(home_path(step->file)))
            text = read_whole(home_path(step->file));
        if (text && !strstr(text, step->wait)) {
            free(text);
            text = NULL;
        }
        if (!text)
            wait_briefly();
    }
    if (!text)
        fail_msg("%s does not hold \"%s\"", step->file, step->wait);
    free(text);
}

static void play_step(struct terminal *terminal, const struct step *step)
{
    size_t n_before;
    terminal_raw(terminal, &n_before);
    terminal_send(terminal, step->send);
    switch (step->where) {
    case SHOWN: terminal_wait(terminal, step->wait); break;
    case ROW: terminal_wait_row(terminal, step->row, step->wait); break;
    case GONE: terminal_wait_gone(terminal, step->wait); break;
    case CURSOR: terminal_wait_cursor_on(terminal, step->wait); break;
    case BYTES: terminal_wait_raw_after(terminal, n_before, step->wait); break;
    case FILE_HAS: wait_for_file(step); break;
    case ENDED: terminal_assert_clean_exit(terminal); break;
    }
}

static void play(void **state)
{
    const struct scene *scene = *state;
    char editor[512], path[512];
    snprintf(editor, sizeof editor, "EDITOR=%s/screen/editor.sh",
             getenv("MEDFAQ_TESTS"));
    const char *const env[] = {editor, NULL};
    struct terminal_options options = {.env = env};
    home_write("copy.md", "# Copy\n\nBefore the edit.\n");
    home_write(OWN_ARTICLE, "# Own\n\nBefore the edit.\n");
    home_write("broken.md", "---\ntitle: [\n---\n\nBroken text.\n");
    const char *arguments[3] = {scene->arguments[0], scene->arguments[1]};
    if (arguments[0] && strchr(arguments[0], '.')) {
        snprintf(path, sizeof path, "%s", home_path(arguments[0]));
        arguments[0] = path;
    }
    struct terminal *terminal = terminal_start(&options, arguments);
    const struct step *last = scene->steps;
    for (const struct step *step = scene->steps;
         step < scene->steps + MAX_STEPS && step->send; step++) {
        play_step(terminal, step);
        last = step;
    }
    if (last->where == ENDED)
        return;
    terminal_send(terminal, "Q");
    terminal_assert_clean_exit(terminal);
}

/* ---- is every key pressed? ---- */

/* Returns what a terminal sends for the name of a key; out has room for 8
 * bytes. */
static const char *bytes_of(const char *name, char *out)
{
    static const struct {
        const char *name, *bytes;
    } special[] = {
        {"Up", KEY_SEND_UP},
        {"Down", KEY_SEND_DOWN},
        {"Left", KEY_SEND_LEFT},
        {"Right", KEY_SEND_RIGHT},
        {"Home", KEY_SEND_HOME},
        {"End", KEY_SEND_END},
        {"PgUp", KEY_SEND_PAGE_UP},
        {"PgDn", KEY_SEND_PAGE_DOWN},
        {"F1", KEY_SEND_F1},
        {"Delete", KEY_SEND_DELETE},
        {"Tab", "\t"},
        {"Shift-Tab", KEY_SEND_BACK_TAB},
        {"Backspace", KEY_SEND_BACKSPACE},
        {"Enter", KEY_SEND_ENTER},
        {"Esc", KEY_SEND_ESCAPE},
        {"Space", " "},
    };
    for (size_t i = 0; i < N_ELEMENTS(special); i++)
        if (strcmp(special[i].name, name) == 0)
            return special[i].bytes;
    if (name[0] == '^' && name[1])
        snprintf(out, 8, "%c", name[1] & 0x1F);
    else
        snprintf(out, 8, "%s", name);
    return out;
}

static bool presses(const struct scene *scene, const char *bytes)
{
    for (size_t i = 0; i < MAX_STEPS; i++)
        if (scene->steps[i].send && strstr(scene->steps[i].send, bytes))
            return true;
    return false;
}

/* Tells whether a scene names the key and presses it. */
static bool covers(const struct scene *scene, uint32_t key)
{
    char names[128], out[8], *rest = names, *name;
    snprintf(names, sizeof names, "%s", scene->keys);
    while ((name = strsep(&rest, " "))) {
        uint32_t named;
        if (!key_parse(name, &named))
            fail_msg("\"%s\" is no key (%s)", name, scene->name);
        if (!presses(scene, bytes_of(name, out)))
            fail_msg("%s does not press %s", scene->name, name);
        if (named == key)
            return true;
    }
    return false;
}

static void presses_every_key(void **state)
{
    (void)state;
    static struct keymap keymap;
    keymap_init(&keymap);
    assert_true(keymap.n > 50);
    for (size_t i = 0; i < keymap.n; i++) {
        bool covered = false;
        for (size_t j = 0; j < N_ELEMENTS(scenes) && !covered; j++)
            covered = covers(&scenes[j], keymap.bindings[i].key);
        if (!covered)
            fail_msg("no scene presses the key of \"%s\"",
                     action_get(keymap.bindings[i].action)->name);
    }
}

int main(void)
{
    struct CMUnitTest tests[N_ELEMENTS(scenes) + 1];
    for (size_t i = 0; i < N_ELEMENTS(scenes); i++)
        tests[i] = (struct CMUnitTest){
            .name = scenes[i].name,
            .test_func = play,
            .setup_func = home_setup_in_list,
            .teardown_func = home_teardown,
            .initial_state = (void *)&scenes[i],
        };
    tests[N_ELEMENTS(scenes)] =
        (struct CMUnitTest)cmocka_unit_test(presses_every_key);
    return _cmocka_run_group_tests("keys", tests, N_ELEMENTS(tests), NULL,
                                   NULL);
}
