/* Draws a prompt: label, the text as it scrolls, a note at the right. */
#include <stdlib.h>
#include <string.h>

#include "base/grapheme.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/safe.h"
#include "base/strs.h"
#include "ui/app.h"

#define TEXT_CELLS_MIN 6 /* room for the text, beside a note */

/* Drops the last part of a note; two spaces separate its parts. */
static void drop_last_part(struct buf *note)
{
    size_t at = note->n_bytes;
    while (at > 1 && memcmp(note->data + at - 2, "  ", 2) != 0)
        at--;
    buf_truncate(note, at > 1 ? at - 1 : 0);
}

/* Draws the parts of a note: the key that one begins with stands out, as in
 * hints. */
static void draw_parts(struct app *app, struct area area, char *note)
{
    static const char *const keys[] = {"Enter ", "Esc ", "Up/Down "};
    for (size_t n; *note; note += n) {
        size_t n_key = 0;
        n = strcspn(note + 1, " ") + 1;
        for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
            if (str_starts(note, keys[i]))
                n_key = strlen(keys[i]);
        n = n_key ? n_key : n;
        char *word = mem_strndup(note, n);
        area = area_right_of(
            area, draw_text(&app->canvas, area,
                            n_key ? STYLE_STATUS_KEY : STYLE_STATUS, word));
        free(word);
    }
}

/* Draws as many parts of the note as leave room for the text. Returns the cells
 * that it takes. */
static int draw_note(const struct prompt *prompt, struct app *app,
                     struct area area, int text_cells)
{
    struct buf note;
    int cells;
    buf_init(&note);
    if (prompt->is_cut)
        buf_printf(&note, _("  Only the first %zu KB fit here "),
                   PROMPT_MAX_BYTES / 1024);
    else if (prompt->ops->note)
        prompt->ops->note(prompt->view, app, &note);
    while ((cells = draw_cells(&app->canvas, note.data)) >
               area.cols - text_cells &&
           note.n_bytes && !prompt->is_cut)
        drop_last_part(&note);
    if (cells < area.cols)
        area = area_right_of(area, area.cols - cells);
    draw_parts(app, area, note.data);
    buf_finish(&note);
    return cells;
}

/* Where the text before the cursor begins to show, so that the cursor is on the
 * last cell at most. */
static const char *visible_part(const char *before, int cols)
{
    size_t n_bytes = strlen(before), at = 0;
    size_t cells = grapheme_text_cells(before, n_bytes);
    while (at < n_bytes && cols > 1 && cells >= (size_t)cols) {
        size_t length = grapheme_next(before + at, n_bytes - at);
        cells -= grapheme_cells(before + at, length);
        at += length;
    }
    return before + at;
}

/* Draws the text before the cursor, with a sign where its start does not show.
 * Returns the cells used. */
static int draw_before(struct app *app, struct area area,
                       enum theme_style style, const char *before)
{
    int cut = 0;
    if (visible_part(before, area.cols) != before)
        cut = draw_text(&app->canvas, area, STYLE_DIM,
                        draw_glyph(&app->canvas, GLYPH_CUT));
    area = area_right_of(area, cut);
    return cut + draw_text(&app->canvas, area, style,
                           visible_part(before, area.cols));
}

static void draw_input(const struct prompt *prompt, struct app *app,
                       struct area area, enum theme_style style)
{
    const char *text = prompt->text.data;
    char *before = mem_strndup(text, prompt->cursor);
    char *safe = safe_string(before, app->canvas.charset);
    if (prompt->replaces)
        style = STYLE_SELECTED;
    int used = draw_before(app, area, style, safe);
    struct area rest = area_right_of(area, used);
    draw_text(&app->canvas, rest, style, text + prompt->cursor);
    if (prompt->text.n_bytes == 0 && prompt->ops->placeholder)
        draw_text(&app->canvas, rest, STYLE_DIM, _(prompt->ops->placeholder));
    draw_cursor(&app->canvas, rest.row, rest.col);
    free(before);
    free(safe);
}

void prompt_draw(const struct prompt *prompt, struct app *app, struct area area)
{
    const char *label =
        prompt->question ? prompt->question : _(prompt->ops->label);
    int label_cells = draw_cells(&app->canvas, label);
    size_t n_bytes = prompt->text.n_bytes;
    int cells = n_bytes > (size_t)area.cols
                    ? area.cols
                    : draw_cells(&app->canvas, prompt->text.data);
    if (cells < TEXT_CELLS_MIN)
        cells = TEXT_CELLS_MIN;
    area.cols -= draw_note(prompt, app, area, label_cells + cells + 2);
    /* What waits for an answer is not quiet. */
    enum theme_style style = prompt->ops->one_key ? STYLE_MESSAGE : STYLE_KEY;
    int used = draw_text(&app->canvas, area, style, label);
    draw_input(prompt, app, area_right_of(area, used), STYLE_TEXT);
}
