/* What was changed in a question, and what to do where nothing was found. */
#include "base/i18n.h"
#include "ui/answers.h"
#include "ui/answers_rows.h"
#include "ui/library_view.h"

#define EXAMPLE_COLUMN 18

/* An action of its own row, such as "Search for X instead". */
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

static void add_as_typed(struct library_view *view)
{
    struct buf text;
    buf_init(&text);
    buf_printf(&text, _("Search for \"%s\" instead"), view->answers.typed);
    add_action(view, ANSWER_AS_TYPED, text.data);
    buf_finish(&text);
}

void answers_add_notes(struct library_view *view)
{
    const struct answers *answers = &view->answers;
    const struct search_results *results = answers->results;
    bool is_corrected = false, has_amount = false;
    if (answers->as_typed) {
        leaf_line(&view->answers.leaf, STYLE_TEXT,
                  _("Searched for exactly what you typed"));
        add_action(view, ANSWER_CORRECTED, _("Correct the spelling"));
    }
    for (size_t i = 0; results && i < results->n_notes; i++) {
        add_sentence(&view->answers.leaf, &results->notes[i]);
        is_corrected |= results->notes[i].type == NOTE_SPELLING;
        has_amount |= results->notes[i].type == NOTE_AMOUNT;
    }
    if (is_corrected)
        add_as_typed(view);
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
        {"reviewed:>2025", N_("reviewed after 2025")},
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

void answers_add_nothing(struct library_view *view, struct app *app)
{
    const struct answers *answers = &view->answers;
    struct leaf *leaf = &view->answers.leaf;
    const struct search_results *results = answers->results;
    if (answers->is_urgent)
        leaf_line(leaf, STYLE_TEXT,
                  _("No emergency advice found in these articles."));
    else if (!results || !is_explained(results))
        leaf_line(leaf, STYLE_TEXT, _("No results."));
    if (!app->library.progress.done && !app->library.is_complete)
        leaf_line(leaf, STYLE_TEXT, _("The library is still loading."));
    else if (results && results->widen && !is_unfinished(results))
        leaf_line(leaf, STYLE_TEXT, results->widen);
    if (!answers->is_urgent)
        add_examples(leaf);
}
