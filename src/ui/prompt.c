/* Edits one line of input, by grapheme clusters. */
#include "ui/prompt.h"

#include <curses.h>
#include <stdlib.h>
#include <string.h>

#include "base/grapheme.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/utf8.h"

#define CONTROL(letter) ((letter)&0x1f)

void prompt_init(struct prompt *prompt, struct view *view, struct strs *history)
{
    *prompt = (struct prompt){.view = view, .history = history};
    buf_init(&prompt->text);
}

void prompt_finish(struct prompt *prompt)
{
    buf_finish(&prompt->text);
    free(prompt->question);
    prompt->question = NULL;
    prompt->ops = NULL;
}

void prompt_open(struct prompt *prompt, const struct prompt_ops *ops,
                 const char *text)
{
    free(prompt->question);
    prompt->question = NULL;
    prompt->ops = ops;
    prompt_set_text(prompt, text);
    prompt->replaces = false;
    prompt->is_changed = false;
    prompt->is_cut = false;
    prompt->n_back = 0;
}

void prompt_set_text(struct prompt *prompt, const char *text)
{
    buf_clear(&prompt->text);
    buf_add(&prompt->text, text);
    prompt->cursor = prompt->text.n_bytes;
}

void prompt_ask(struct prompt *prompt, const struct prompt_ops *ops,
                const char *question)
{
    prompt_open(prompt, ops, "");
    prompt->question = mem_strdup(question);
}

bool prompt_is_open(const struct prompt *prompt)
{
    return prompt->ops != NULL;
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

/* The bytes of the whole clusters at the start of text that fit in room. */
static size_t fitting_bytes(const char *text, size_t room)
{
    size_t n_bytes = strlen(text), at = 0, next = 0;
    if (n_bytes <= room)
        return n_bytes;
    while (next <= room) {
        at = next;
        next += grapheme_next(text + at, n_bytes - at);
    }
    return at;
}

/* Replaces the bytes from start to end. */
static void replace(struct prompt *prompt, size_t start, size_t end,
                    const char *with)
{
    size_t n_left = prompt->text.n_bytes - (end - start);
    size_t room = n_left < PROMPT_MAX_BYTES ? PROMPT_MAX_BYTES - n_left : 0;
    size_t n_with = fitting_bytes(with, room);
    struct buf text;
    prompt->is_cut = n_with < strlen(with);
    if (n_with == 0 && start == end)
        return;
    buf_init(&text);
    buf_add_n(&text, prompt->text.data, start);
    buf_add_n(&text, with, n_with);
    prompt->cursor = text.n_bytes;
    buf_add(&text, prompt->text.data + end);
    buf_finish(&prompt->text);
    prompt->text = text;
    prompt->is_changed = true;
}

static const char *kept_text(const struct prompt *prompt, size_t n_back)
{
    const struct strs *history = prompt->history;
    return history && n_back && n_back <= history->n
               ? history->items[history->n - n_back]
               : "";
}

void prompt_keep(struct prompt *prompt, const char *text)
{
    if (prompt->history && *text && !str_equal(text, kept_text(prompt, 1)))
        strs_add(prompt->history, text);
}

/* Enter or Esc in a prompt that stays open. */
static void tell_end(struct prompt *prompt, struct app *app, bool is_done)
{
    char *text = mem_strdup(prompt->text.data);
    if (is_done)
        prompt->ops->done(prompt->view, app, text);
    else if (prompt->ops->cancelled)
        prompt->ops->cancelled(prompt->view, app);
    free(text);
}

static void finish_input(struct prompt *prompt, struct app *app, bool is_done)
{
    const struct prompt_ops *ops = prompt->ops;
    struct view *view = prompt->view;
    if (!ops->one_key)
        prompt_tell(prompt, app);
    if (is_done && ops->is_kept)
        prompt_keep(prompt, prompt->text.data);
    if (ops->stays) {
        tell_end(prompt, app, is_done);
        return;
    }
    char *text = buf_steal(&prompt->text);
    prompt_close(prompt);
    /* Either may close the view, and the prompt with it. */
    if (is_done)
        ops->done(view, app, text);
    else if (ops->cancelled)
        ops->cancelled(view, app);
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
    prompt->replaces = false;
    return true;
}

static void insert(struct prompt *prompt, const char *text)
{
    bool all = prompt->replaces;
    replace(prompt, all ? 0 : prompt->cursor,
            all ? prompt->text.n_bytes : prompt->cursor, text);
    prompt->replaces = false;
}

bool prompt_takes(const struct prompt *prompt, uint32_t key)
{
    return prompt->ops && key >= ' ' && !(key & KEY_SPECIAL);
}

static bool insert_key(struct prompt *prompt, uint32_t key)
{
    char typed[5] = "";
    if (!prompt_takes(prompt, key))
        return false;
    typed[utf8_encode(key, typed)] = '\0';
    insert(prompt, typed);
    return true;
}

static bool delete_by_key(struct prompt *prompt, uint32_t key)
{
    size_t at = prompt->cursor;
    switch (key) {
    case KEY_SPECIAL | KEY_BACKSPACE:
        replace(prompt, cluster_before(prompt), at, "");
        break;
    case KEY_SPECIAL | KEY_DC:
        replace(prompt, at, cluster_after(prompt), "");
        prompt->cursor = at;
        break;
    case CONTROL('U'): replace(prompt, 0, at, ""); break;
    case CONTROL('K'): replace(prompt, at, prompt->text.n_bytes, ""); break;
    case CONTROL('W'): replace(prompt, word_before(prompt), at, ""); break;
    default: return false;
    }
    prompt->replaces = false;
    return true;
}

void prompt_tell(struct prompt *prompt, struct app *app)
{
    if (!prompt->ops || !prompt->is_changed)
        return;
    prompt->is_changed = false;
    prompt->n_back = 0;
    if (prompt->ops->changed)
        prompt->ops->changed(prompt->view, app, prompt->text.data);
}

static void recall(struct prompt *prompt, struct app *app, size_t n_back)
{
    buf_clear(&prompt->text);
    buf_add(&prompt->text, kept_text(prompt, n_back));
    prompt->cursor = prompt->text.n_bytes;
    prompt->replaces = false;
    prompt->is_cut = false;
    prompt->is_changed = true;
    prompt_tell(prompt, app);
    prompt->n_back = n_back;
}

static void go_back(struct prompt *prompt, struct app *app)
{
    size_t n_back = prompt->n_back + 1;
    size_t n = prompt->history ? prompt->history->n : 0;
    while (n_back <= n &&
           str_equal(kept_text(prompt, n_back), prompt->text.data))
        n_back++;
    if (n_back <= n)
        recall(prompt, app, n_back);
}

static void go_forward(struct prompt *prompt, struct app *app)
{
    if (prompt->n_back)
        recall(prompt, app, prompt->n_back - 1);
}

void prompt_note_kept(const struct prompt *prompt, struct buf *out)
{
    if (prompt->history && prompt->history->n)
        buf_add(out, _("Up earlier  "));
}

/* Up and Down are keys of the history unless they move in a list. True for
 * these keys, even where the history ends. */
static bool recall_by_key(struct prompt *prompt, struct app *app, uint32_t key)
{
    bool arrows = !prompt->ops->in_list;
    bool back =
        key == CONTROL('P') || (arrows && key == (KEY_SPECIAL | KEY_UP));
    bool ahead =
        key == CONTROL('N') || (arrows && key == (KEY_SPECIAL | KEY_DOWN));
    if (!prompt->ops->is_kept || (!back && !ahead))
        return false;
    if (back)
        go_back(prompt, app);
    else
        go_forward(prompt, app);
    return true;
}

bool prompt_key(struct prompt *prompt, struct app *app, uint32_t key)
{
    bool one_key = prompt->ops->one_key;
    bool leaves = prompt->text.n_bytes == 0 && !prompt->ops->stays &&
                  key == (KEY_SPECIAL | KEY_BACKSPACE);
    if (prompt->ops->key && prompt->ops->key(prompt->view, app, key))
        return true;
    if (insert_key(prompt, key)) {
        if (one_key)
            finish_input(prompt, app, true);
        return true;
    }
    if (key == 27 || key == '\n' || leaves) {
        finish_input(prompt, app, key == '\n' && !one_key);
        return true;
    }
    prompt_tell(prompt, app);
    if (recall_by_key(prompt, app, key) || move_cursor(prompt, key))
        return true;
    if (!delete_by_key(prompt, key))
        return false;
    prompt_tell(prompt, app);
    return true;
}

bool prompt_paste(struct prompt *prompt, struct app *app, const char *text)
{
    if (prompt->ops->one_key)
        return false;
    insert(prompt, text);
    prompt_tell(prompt, app);
    return true;
}
