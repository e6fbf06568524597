/* Editing one line, by grapheme clusters. */
#include "ui/prompt.h"

#include <curses.h>
#include <stdlib.h>

#include "base/grapheme.h"
#include "base/utf8.h"

#define CONTROL(letter) ((letter)&0x1f)

void prompt_init(struct prompt *prompt)
{
    *prompt = (struct prompt){0};
    buf_init(&prompt->text);
}

void prompt_finish(struct prompt *prompt)
{
    buf_finish(&prompt->text);
    strs_finish(&prompt->kept);
}

void prompt_open(struct prompt *prompt, const struct prompt_ops *ops,
                 struct view *view, const char *text)
{
    prompt->ops = ops;
    prompt->view = view;
    buf_clear(&prompt->text);
    buf_add(&prompt->text, text);
    prompt->cursor = prompt->text.n_bytes;
    prompt->replaces = false;
    prompt->n_back = 0;
}

void prompt_close(struct prompt *prompt)
{
    prompt->ops = NULL;
    prompt->cursor = 0;
}

static size_t cluster_before(const struct prompt *prompt)
{
    size_t at = 0, before = 0;
    while (at < prompt->cursor) {
        before = at;
        at += grapheme_next(prompt->text.data + at, prompt->text.n_bytes - at);
    }
    return before;
}

static size_t cluster_after(const struct prompt *prompt)
{
    size_t at = prompt->cursor, n_bytes = prompt->text.n_bytes;
    if (at < n_bytes)
        at += grapheme_next(prompt->text.data + at, n_bytes - at);
    return at;
}

static size_t word_before(const struct prompt *prompt)
{
    const char *text = prompt->text.data;
    size_t at = prompt->cursor;
    while (at > 0 && text[at - 1] == ' ')
        at--;
    while (at > 0 && text[at - 1] != ' ')
        at--;
    return at;
}

/* Replaces the bytes from start to end. */
static void replace(struct prompt *prompt, size_t start, size_t end,
                    const char *with)
{
    struct buf text;
    buf_init(&text);
    buf_add_n(&text, prompt->text.data, start);
    buf_add(&text, with);
    prompt->cursor = text.n_bytes;
    buf_add(&text, prompt->text.data + end);
    buf_finish(&prompt->text);
    prompt->text = text;
}

static const char *kept_text(const struct prompt *prompt, size_t n_back)
{
    const struct strs *kept = &prompt->kept;
    return n_back && n_back <= kept->n ? kept->items[kept->n - n_back] : "";
}

static void keep_text(struct prompt *prompt, const char *text)
{
    if (prompt->ops->is_kept && *text && !str_equal(text, kept_text(prompt, 1)))
        strs_add(&prompt->kept, text);
}

static void end(struct prompt *prompt, struct app *app, bool keep)
{
    const struct prompt_ops *ops = prompt->ops;
    char *text = buf_steal(&prompt->text);
    if (keep)
        keep_text(prompt, text);
    prompt_close(prompt);
    if (keep)
        ops->done(prompt->view, app, text);
    else if (ops->cancelled)
        ops->cancelled(prompt->view, app);
    free(text);
}

static bool move_cursor(struct prompt *prompt, uint32_t key)
{
    switch (key) {
    case KEY_SPECIAL | KEY_LEFT: prompt->cursor = cluster_before(prompt); break;
    case KEY_SPECIAL | KEY_RIGHT: prompt->cursor = cluster_after(prompt); break;
    case KEY_SPECIAL | KEY_HOME:
    case CONTROL('A'): prompt->cursor = 0; break;
    case KEY_SPECIAL | KEY_END:
    case CONTROL('E'): prompt->cursor = prompt->text.n_bytes; break;
    default: return false;
    }
    return true;
}

static void put_in(struct prompt *prompt, const char *text)
{
    replace(prompt, prompt->replaces ? 0 : prompt->cursor,
            prompt->replaces ? prompt->text.n_bytes : prompt->cursor, text);
}

static bool edit(struct prompt *prompt, uint32_t key)
{
    size_t at = prompt->cursor;
    char typed[5] = "";
    switch (key) {
    case KEY_SPECIAL | KEY_BACKSPACE:
        replace(prompt, cluster_before(prompt), at, "");
        return true;
    case KEY_SPECIAL | KEY_DC:
        replace(prompt, at, cluster_after(prompt), "");
        prompt->cursor = at;
        return true;
    case CONTROL('U'): replace(prompt, 0, at, ""); return true;
    case CONTROL('K'): buf_truncate(&prompt->text, at); return true;
    case CONTROL('W'):
        replace(prompt, word_before(prompt), at, "");
        return true;
    default: break;
    }
    if (key < ' ' || key & KEY_SPECIAL)
        return false;
    typed[utf8_encode(key, typed)] = '\0';
    put_in(prompt, typed);
    return true;
}

static void tell_changed(struct prompt *prompt, struct app *app)
{
    prompt->replaces = false;
    prompt->n_back = 0;
    if (prompt->ops->changed)
        prompt->ops->changed(prompt->view, app, prompt->text.data);
}

static void go_to(struct prompt *prompt, struct app *app, size_t n_back)
{
    buf_clear(&prompt->text);
    buf_add(&prompt->text, kept_text(prompt, n_back));
    prompt->cursor = prompt->text.n_bytes;
    tell_changed(prompt, app);
    prompt->n_back = n_back;
}

bool prompt_back(struct prompt *prompt, struct app *app)
{
    size_t n_back = prompt->n_back + 1;
    if (!prompt->ops || !prompt->ops->is_kept)
        return false;
    while (n_back <= prompt->kept.n &&
           str_equal(kept_text(prompt, n_back), prompt->text.data))
        n_back++;
    if (n_back > prompt->kept.n)
        return false;
    go_to(prompt, app, n_back);
    return true;
}

bool prompt_forward(struct prompt *prompt, struct app *app)
{
    if (!prompt->ops || !prompt->n_back)
        return false;
    go_to(prompt, app, prompt->n_back - 1);
    return true;
}

void prompt_note_kept(const struct prompt *prompt, struct buf *out)
{
    if (prompt->kept.n)
        buf_add(out, "Up earlier  ");
}

/* True for the keys, also where there is no more. */
static bool recall(struct prompt *prompt, struct app *app, uint32_t key)
{
    bool up = key == (KEY_SPECIAL | KEY_UP);
    if (!prompt->ops->is_kept || prompt->ops->in_list ||
        (!up && key != (KEY_SPECIAL | KEY_DOWN)))
        return false;
    if (up)
        prompt_back(prompt, app);
    else
        prompt_forward(prompt, app);
    return true;
}

bool prompt_key(struct prompt *prompt, struct app *app, uint32_t key)
{
    bool empty = prompt->text.n_bytes == 0;
    if (key == 27 || (empty && key == (KEY_SPECIAL | KEY_BACKSPACE))) {
        end(prompt, app, false);
        return true;
    }
    if (key == '\n') {
        end(prompt, app, !prompt->ops->one_key);
        return true;
    }
    if (recall(prompt, app, key))
        return true;
    if (move_cursor(prompt, key)) {
        prompt->replaces = false;
        return true;
    }
    if (!edit(prompt, key))
        return false;
    if (prompt->ops->one_key)
        end(prompt, app, true);
    else
        tell_changed(prompt, app);
    return true;
}

bool prompt_paste(struct prompt *prompt, struct app *app, const char *text)
{
    if (prompt->ops->one_key)
        return false;
    put_in(prompt, text);
    tell_changed(prompt, app);
    return true;
}
