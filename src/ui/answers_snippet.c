/* The words of a section that show why it was found. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/strs.h"
#include "ui/answers.h"
#include "ui/answers_rows.h"
#include "ui/library_view.h"

#define SNIPPET_COLUMN 4
#define SNIPPET_ROWS 3      /* of the selected section; of others one */
#define SNIPPET_SLACK 6     /* cells that a row may lose to a word that wraps */
#define SNIPPET_CUT 4       /* cells for the signs that it is cut ... */
#define SNIPPET_CUT_ASCII 8 /* ... as dots */
#define CUT "…"             /* as snippets end that are cut */
#define MARKS_MAX 5         /* in one snippet */

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

/* Whether a sentence or an item of a list ends before a position. */
static bool ends_before(const char *text, size_t at)
{
    return text[at] == ' ' &&
           (memchr(".!?", text[at - 1], 3) || !strncmp(text + at, " · ", 4));
}

/* Leaves out the start of a sentence that is cut, if whole ones are before it
 * and no marked word is lost. */
static void end_at_sentence(struct snippet *snippet)
{
    struct buf *text = &snippet->text;
    size_t n = snippet->n_marks;
    size_t first = n ? snippet->marks[n - 1].end : 1;
    size_t at = text->n_bytes;
    if (!buf_ends(text, CUT) || buf_ends(text, " " CUT))
        return;
    for (at -= strlen(CUT); at > first && !ends_before(text->data, at); at--)
        ;
    if (at <= first || at < text->n_bytes / 2)
        return;
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

static const struct article *open_article(struct answers_opened *opened,
                                          const char *path)
{
    if (!opened->path || !str_equal(opened->path, path)) {
        article_free(opened->article);
        opened->article = article_open(path, NULL);
        opened->path = path;
    }
    return opened->article;
}

static void make_snippet(const struct library_view *view, const struct app *app,
                         size_t i, unsigned rows, struct answers_opened *opened,
                         struct snippet *out)
{
    const char *sign = draw_glyph(&app->canvas, GLYPH_CUT);
    const struct answers *answers = &view->answers;
    const struct search_result *result = &answers->results->items[i];
    const struct leaf *leaf = &answers->leaf;
    const struct article *article = open_article(opened, result->path);
    const struct snippet_options options = {snippet_bytes(leaf, rows, sign),
                                            leaf->flow.charset};
    if (article)
        snippet_init(out, article, result, answers->results, &options);
    else
        buf_init(&out->text);
    if (article && rows > 1)
        end_at_sentence(out);
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
                                        bool is_selected,
                                        struct answers_opened *opened)
{
    struct answers *answers = &view->answers;
    if (is_selected) {
        if (answers->n_snippet != i) {
            if (answers->n_snippet != SIZE_MAX)
                snippet_finish(&answers->snippet);
            make_snippet(view, app, i, SNIPPET_ROWS, opened, &answers->snippet);
            answers->n_snippet = i;
        }
        return &answers->snippet;
    }
    if (!answers->snippets)
        answers->snippets =
            mem_calloc(answers->results->n, sizeof *answers->snippets);
    if (!answers->snippets[i].text.data)
        make_snippet(view, app, i, 1, opened, &answers->snippets[i]);
    return &answers->snippets[i];
}

void answers_add_snippet(struct library_view *view, const struct app *app,
                         size_t i, bool is_selected,
                         struct answers_opened *opened)
{
    struct leaf *leaf = &view->answers.leaf;
    const struct snippet *snippet =
        snippet_of(view, app, i, is_selected, opened);
    if (snippet->text.n_bytes) {
        add_marked(leaf, snippet);
        return;
    }
    leaf_tab(leaf, SNIPPET_COLUMN);
    leaf_line(leaf, STYLE_DIM, _("(no text)"));
}
