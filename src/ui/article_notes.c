/* Notes beside the text. A word that its author may use loosely has none: what
 * it means in leaflets is told where it is asked for (K). */
#include "ui/article_notes.h"

#include <string.h>

#include "base/grapheme.h"

#define BODY_COLS_MIN 116
#define NOTE_COLS 22
#define GAP_COLS 2

static void find(struct article_view *view)
{
    const struct text_range all = {0, UINT32_MAX};
    if (!view->has_notes)
        frequency_find(view->article, all, &view->notes);
    view->has_notes = true;
}

int article_notes_cols(struct article_view *view, int body_cols)
{
    if (body_cols < BODY_COLS_MIN)
        return 0;
    find(view);
    for (size_t i = 0; i < view->notes.n; i++)
        if (!view->notes.items[i].loose)
            return GAP_COLS + NOTE_COLS;
    return 0;
}

/* In a row of a table, text between two cells is on another line. */
static bool shows(const struct line *line, uint32_t text_offset)
{
    for (uint32_t i = 0; i < line->n_spans; i++)
        if (line->spans[i].text_start != NO_TEXT &&
            text_offset >= line->spans[i].text_start &&
            text_offset < line->spans[i].text_end)
            return true;
    return false;
}

/* The first note that begins at or after an offset. */
static size_t first_from(const struct frequencies *notes, uint32_t text_offset)
{
    size_t first = 0, end = notes->n;
    while (first < end) {
        size_t middle = first + (end - first) / 2;
        if (notes->items[middle].shows.start < text_offset)
            first = middle + 1;
        else
            end = middle;
    }
    return first;
}

/* Adds a note unless it is there already or has no room. */
static void add_note(const struct frequency *note, const char *lang,
                     struct buf *words)
{
    struct buf own;
    buf_init(&own);
    frequency_add_words(note, lang, &own);
    size_t cells = grapheme_text_cells(words->data, words->n_bytes) +
                   grapheme_text_cells(own.data, own.n_bytes) + 2;
    if (!words->n_bytes)
        buf_add(words, own.data);
    else if (cells <= NOTE_COLS && !strstr(words->data, own.data))
        buf_printf(words, "; %s", own.data);
    buf_finish(&own);
}

void article_notes_draw(const struct article_view *view, struct app *app,
                        struct area row, const struct line *line)
{
    const struct frequencies *notes = &view->notes;
    struct text_range range = layout_line_range(line);
    struct buf words;
    buf_init(&words);
    for (size_t i = first_from(notes, range.start);
         i < notes->n && notes->items[i].shows.start < range.end; i++)
        if (!notes->items[i].loose && shows(line, notes->items[i].shows.start))
            add_note(&notes->items[i], view->article->lang, &words);
    row.cols -= GAP_COLS;
    row.col += GAP_COLS;
    draw_text(&app->canvas, row, STYLE_DIM, words.data);
    buf_finish(&words);
}

void article_notes_forget(struct article_view *view)
{
    frequency_finish(&view->notes);
    view->has_notes = false;
}
