/* The words of a section that show why it was found. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/number.h"
#include "ui/answers.h"
#include "ui/answers_rows.h"
#include "ui/library_view.h"
#include "ui/publisher.h"

#define SNIPPET_COLUMN 4
#define SNIPPET_ROWS 3      /* of the selected section; of others one */
#define SNIPPET_SLACK 6     /* cells that a row may lose to a word that wraps */
#define SNIPPET_CUT 4       /* cells for the signs that it is cut ... */
#define SNIPPET_CUT_ASCII 8 /* ... as dots */
#define CUT "…"             /* as snippets end that are cut */
#define MOST_BYTES                                                             \
    ((size_t)200)     /* more would gather what does not belong together */
#define SAFETY_ROWS 2 /* of an unselected section on safety */
#define MARKS_MAX 5   /* in one snippet */

static void add_piece(struct leaf *leaf, enum theme_style style,
                      const char *text, size_t n_bytes)
{
    char *piece = mem_strndup(text, n_bytes);
    leaf_add(leaf, style, piece);
    free(piece);
}

static void add_marked(struct leaf *leaf, const struct snippet *snippet)
{
    const char *text = snippet->text.data;
    size_t at = 0;
    leaf_tab(leaf, SNIPPET_COLUMN);
    for (size_t i = 0; i < snippet->n_marks && i < MARKS_MAX; i++) {
        size_t start = snippet->marks[i].start, end = snippet->marks[i].end;
        add_piece(leaf, STYLE_DIM, text + at, start - at);
        add_piece(leaf, STYLE_MATCH, text + start, end - start);
        at = end;
    }
    leaf_add(leaf, STYLE_DIM, text + at);
    leaf_end(leaf);
}

/* As many bytes as fill so many rows without one more for a last word. */
static size_t snippet_bytes(const struct leaf *leaf, unsigned rows,
                            const char *sign)
{
    unsigned least = SNIPPET_COLUMN + 2 * SNIPPET_SLACK;
    unsigned cells = leaf->cells > least ? leaf->cells : least;
    unsigned cut = *sign == '.' ? SNIPPET_CUT_ASCII : SNIPPET_CUT;
    unsigned lost = rows > 1 ? SNIPPET_SLACK : cut;
    return (size_t)rows * (cells - SNIPPET_COLUMN - lost);
}

/* Whether it ends within a sentence, be it with a clause. */
static bool is_cut_within(const struct snippet *snippet, const char *sign)
{
    const struct buf *text = &snippet->text;
    size_t n = text->n_bytes, n_sign = strlen(sign);
    if (!buf_ends(text, sign))
        return false;
    n -= n_sign;
    return n == 0 || text->data[n - 1] != ' ' ||
           (n > 1 && memchr(":,;", text->data[n - 2], 3));
}

/* Whether a sentence or an item of a list ends before a position. */
static bool ends_before(const char *text, size_t at)
{
    return text[at] == ' ' &&
           (memchr(".!?", text[at - 1], 3) || !strncmp(text + at, " · ", 4));
}

/* Leaves out the start of a sentence that is cut, if whole ones are before it
 * and a marked word remains. */
static void end_at_sentence(struct snippet *snippet)
{
    struct buf *text = &snippet->text;
    size_t first = snippet->n_marks ? snippet->marks[0].end : 1;
    size_t at = text->n_bytes;
    if (!is_cut_within(snippet, CUT))
        return;
    for (at -= strlen(CUT); at > first && !ends_before(text->data, at); at--)
        ;
    if (at <= first || at < text->n_bytes / 3)
        return;
    while (snippet->n_marks && snippet->marks[snippet->n_marks - 1].end > at)
        snippet->n_marks--;
    buf_truncate(text, at);
    buf_add(text, " " CUT);
}

/* Where the terminal has no "…" the sign takes as many bytes. */
static void replace_cut(struct snippet *snippet, const char *sign)
{
    size_t n = strlen(CUT);
    for (char *at = snippet->text.data;
         strlen(sign) == n && (at = strstr(at, CUT)); at += n)
        memcpy(at, sign, n);
}

/* A share such as "15 in 1,000", which misleads without the one that it is
 * compared with. */
static bool has_share(const char *text)
{
    static const char *const wholes[] = {"100", "1,000", "1.000", "1\u00A0000",
                                         "10,000"};
    for (size_t i = 0; i < sizeof wholes / sizeof *wholes; i++)
        if (strstr(text, wholes[i]) && strchr(text, ';'))
            return true;
    return false;
}

/* Whether a snippet on one row would be misread: what is said about safety is
 * not cut within a sentence, and no share stands alone. */
static bool misleads(const struct snippet *snippet,
                     const struct search_result *result, const char *sign)
{
    return has_share(snippet->text.data) ||
           (kind_get(result->kind)->safety && is_cut_within(snippet, sign));
}

/* Makes a snippet of at most so many rows; of safety, of one more if it would
 * be cut within a sentence. */
static void make_snippet(const struct library_view *view, const struct app *app,
                         size_t i, unsigned rows, struct snippet *out)
{
    const char *sign = draw_glyph(&app->canvas, GLYPH_CUT);
    const struct search_result *result = &view->answers.results->items[i];
    const struct leaf *leaf = &view->answers.leaf;
    bool is_safety = kind_get(result->kind)->safety;
    for (unsigned n = rows;; n++) {
        const struct snippet_options options = {
            number_min(snippet_bytes(leaf, n, sign), MOST_BYTES),
            leaf->flow.charset};
        snippet_open(out, result, view->answers.results, &options);
        if (rows > 1 || is_safety)
            end_at_sentence(out);
        if (!is_safety || !is_cut_within(out, CUT) || n >= SAFETY_ROWS)
            break;
        snippet_finish(out);
    }
    replace_cut(out, sign);
}

void answers_drop_snippets(struct answers *answers)
{
    for (size_t i = 0; answers->snippets && i < answers->results->n; i++)
        if (answers->snippets[i].text.data)
            snippet_finish(&answers->snippets[i]);
    if (answers->n_snippet != SIZE_MAX)
        snippet_finish(&answers->snippet);
    free(answers->snippets);
    answers->snippets = NULL;
    answers->n_snippet = SIZE_MAX;
}

/* The snippet of a result: three rows of the selected one, one of others. They
 * need the text of articles, so they are made once. */
static const struct snippet *snippet_of(struct library_view *view,
                                        const struct app *app, size_t i,
                                        bool is_selected)
{
    struct answers *answers = &view->answers;
    if (is_selected) {
        if (answers->n_snippet != i) {
            if (answers->n_snippet != SIZE_MAX)
                snippet_finish(&answers->snippet);
            make_snippet(view, app, i, SNIPPET_ROWS, &answers->snippet);
            answers->n_snippet = i;
        }
        return &answers->snippet;
    }
    if (!answers->snippets)
        answers->snippets =
            mem_calloc(answers->results->n, sizeof *answers->snippets);
    if (!answers->snippets[i].text.data)
        make_snippet(view, app, i, 1, &answers->snippets[i]);
    return &answers->snippets[i];
}

/* Imported articles may have questions whose answers only their source has. */
static void add_no_text(struct leaf *leaf, const struct search_result *result)
{
    struct buf publisher, text;
    buf_init(&publisher);
    buf_init(&text);
    publisher_add_short(result->publisher, &publisher);
    if (publisher.n_bytes)
        buf_printf(&text, _("No text here. The source is %s"), publisher.data);
    else
        buf_add(&text, _("No text here"));
    leaf_tab(leaf, SNIPPET_COLUMN);
    leaf_line(leaf, STYLE_DIM, text.data);
    buf_finish(&publisher);
    buf_finish(&text);
}

void answers_add_snippet(struct library_view *view, const struct app *app,
                         size_t i, bool is_selected)
{
    struct leaf *leaf = &view->answers.leaf;
    const struct snippet *snippet = snippet_of(view, app, i, is_selected);
    const struct search_result *result = &view->answers.results->items[i];
    if (!is_selected &&
        misleads(snippet, result, draw_glyph(&app->canvas, GLYPH_CUT)))
        leaf->item = NO_ITEM;
    else if (snippet->text.n_bytes)
        add_marked(leaf, snippet);
    else
        add_no_text(leaf, result);
}
