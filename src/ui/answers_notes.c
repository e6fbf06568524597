/* How the question was understood, and what to do if nothing was found. */
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "ui/answers.h"
#include "ui/answers_rows.h"
#include "ui/library_view.h"

#define EXAMPLE_COLUMN 18
#define EXAMPLES_CELLS 50 /* width from which they fit into a row each */

/* Adds a row that does something, such as "Search for X instead". */
static void add_action(struct library_view *view, enum answer_type type,
                       const char *text)
{
    struct leaf *leaf = &view->answers.leaf;
    answers_begin_item(view, (struct answer){type, 0});
    leaf_tab(leaf, leaf->is_linear ? 0 : ITEM_COLUMN);
    leaf_add(leaf, STYLE_LINK, text);
    leaf_end(leaf);
}

static void add_sentence(struct leaf *leaf, const struct search_note *note)
{
    struct search_piece pieces[SEARCH_PIECES_MAX];
    size_t n = search_note_pieces(note, pieces);
    for (size_t i = 0; i < n; i++)
        leaf_add(leaf, pieces[i].is_word ? STYLE_LABEL : STYLE_TEXT,
                 pieces[i].text);
    leaf_end(leaf);
}

/* The beginning of a word is not a mistake: the rest may still be typed. */
static bool is_mistake(const struct search_note *note)
{
    return note->type == NOTE_SPELLING &&
           (note->others ||
            strncmp(note->searched, note->typed, strlen(note->typed)) != 0);
}

/* Replaces a word in the text, once. False if the text does not have it. */
static bool replace_word(struct buf *text, const char *typed,
                         const char *searched)
{
    size_t n = strlen(typed);
    for (size_t at = 0; at + n <= text->n_bytes; at++) {
        if (ascii_ncasecmp(text->data + at, typed, n) != 0)
            continue;
        char *rest = mem_strdup(text->data + at + n);
        buf_truncate(text, at);
        buf_add(text, searched);
        buf_add(text, rest);
        free(rest);
        return true;
    }
    return false;
}

/* Appends the text with all corrections. Returns false if one sentence cannot
 * say them all. */
static bool add_corrected(const struct answers *answers, struct buf *text)
{
    const struct search_results *results = answers->results;
    bool is_corrected = false;
    buf_add(text, answers->typed ? answers->typed : "");
    for (size_t i = 0; i < results->n_notes; i++) {
        const struct search_note *note = &results->notes[i];
        if (!is_mistake(note))
            continue;
        if (note->others || strchr(note->searched, '"') ||
            !replace_word(text, note->typed, note->searched))
            return false;
        is_corrected = true;
    }
    return is_corrected;
}

/* Says all corrections in one sentence, if possible. */
static bool add_corrections(const struct answers *answers, struct leaf *leaf)
{
    struct buf corrected, sentence;
    buf_init(&corrected);
    buf_init(&sentence);
    bool is_one = add_corrected(answers, &corrected);
    if (is_one) {
        buf_printf(&sentence, _("Showing results for \"%s\""), corrected.data);
        leaf_line(leaf, STYLE_LABEL, sentence.data);
    }
    buf_finish(&corrected);
    buf_finish(&sentence);
    return is_one;
}

void answers_add_notes(const struct answers *answers, struct leaf *leaf)
{
    const struct search_results *results = answers->results;
    if (answers->as_typed)
        leaf_line(leaf, STYLE_TEXT, _("Searched for exactly what you typed"));
    if (!results)
        return;
    bool is_one = add_corrections(answers, leaf);
    for (size_t i = 0; i < results->n_notes; i++) {
        const struct search_note *note = &results->notes[i];
        if (note->type != NOTE_SPELLING || (is_mistake(note) && !is_one))
            add_sentence(leaf, note);
    }
}

bool answers_pin_notes(const struct answers *answers)
{
    bool has_rows =
        answers->n_titles || (answers->results && answers->results->n);
    return answers_are_shown(answers) && has_rows;
}

bool answers_have_other_ways(const struct answers *answers)
{
    const struct search_results *results = answers->results;
    bool have = answers->as_typed;
    for (size_t i = 0; results && i < results->n_notes; i++)
        have |= is_mistake(&results->notes[i]) ||
                results->notes[i].type == NOTE_AMOUNT;
    return have;
}

static void add_as_typed(struct library_view *view, const struct app *app)
{
    struct buf text;
    buf_init(&text);
    buf_printf(&text, _("Search for \"%s\" instead"), view->answers.typed);
    if (draw_cells(&app->canvas, text.data) + ITEM_COLUMN >
        (int)view->answers.leaf.cells) {
        buf_clear(&text);
        buf_printf(&text, _("Search for \"%s\""), view->answers.typed);
    }
    add_action(view, ANSWER_AS_TYPED, text.data);
    buf_finish(&text);
}

void answers_add_other_ways(struct library_view *view, const struct app *app)
{
    const struct answers *answers = &view->answers;
    const struct search_results *results = answers->results;
    bool is_corrected = false, has_amount = false;
    if (answers->as_typed)
        add_action(view, ANSWER_CORRECTED, _("Correct the spelling"));
    for (size_t i = 0; results && i < results->n_notes; i++) {
        is_corrected |= is_mistake(&results->notes[i]);
        has_amount |= results->notes[i].type == NOTE_AMOUNT;
    }
    if (is_corrected)
        add_as_typed(view, app);
    if (has_amount)
        add_action(view, ANSWER_OTHER_UNITS, _("Include other units"));
}

static void add_examples(struct leaf *leaf)
{
    static const struct {
        const char *typed, *finds;
    } examples[] = {
        {"risks: scar", N_("only sections on risks")},
        {"kind:", N_("list the kinds of section")},
        {"type:medicine", N_("only articles on medicines")},
        {"lang:es", N_("only articles in Spanish")},
        {"title:peel", N_("only titles with \"peel\"")},
        {"reviewed:>2025", N_("only reviews after 2025")},
        {"\"a phrase\"", N_("these words in this order")},
        {"-word", N_("without this word")},
    };
    leaf_end(leaf);
    leaf_line(leaf, STYLE_DIM, _("Other ways to search:"));
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        leaf_tab(leaf, 2);
        leaf_add(leaf, STYLE_KEY, examples[i].typed);
        leaf_tab(leaf, EXAMPLE_COLUMN);
        leaf_add(leaf, STYLE_TEXT, _(examples[i].finds));
        leaf_end(leaf);
    }
}

/* Whether the notes above already say why nothing was found. */
static bool is_explained(const struct search_results *results)
{
    for (size_t i = 0; i < results->n_notes; i++)
        if (results->notes[i].type != NOTE_ALSO &&
            results->notes[i].type != NOTE_KIND &&
            results->notes[i].type != NOTE_NO_VALUE)
            return true;
    return false;
}

static bool is_unfinished(const struct search_results *results)
{
    for (size_t i = 0; i < results->n_notes; i++)
        if (results->notes[i].type == NOTE_NO_NAME ||
            results->notes[i].type == NOTE_VALUES ||
            results->notes[i].type == NOTE_MAY_BE)
            return true;
    return false;
}

static bool is_reading(const struct app *app)
{
    return !app->library.progress.done && !app->library.is_complete;
}

void answers_add_nothing(struct library_view *view, struct app *app)
{
    const struct answers *answers = &view->answers;
    struct leaf *leaf = &view->answers.leaf;
    const struct search_results *results = answers->results;
    if (is_reading(app)) {
        leaf_line(leaf, STYLE_TEXT,
                  _("Nothing found yet. Still reading the library"));
        return;
    }
    if (answers->is_urgent)
        leaf_line(leaf, STYLE_TEXT,
                  _("No emergency advice found in these articles."));
    else if (!results || !is_explained(results))
        leaf_line(leaf, STYLE_TEXT, _("No results."));
    if (results && results->widen && !is_unfinished(results))
        leaf_line(leaf, STYLE_TEXT, results->widen);
    if (!answers->is_urgent)
        leaf_line(leaf, STYLE_TEXT, _("Press Esc to see all articles"));
    if (!answers->is_urgent && leaf->cells >= EXAMPLES_CELLS)
        add_examples(leaf);
}
