/* Text that is to be read as text, written as Markdown. */
#include "import/markdown.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/mem.h"

static bool is_name_byte(char byte)
{
    return ascii_is_alnum(byte) || byte == '#';
}

bool markdown_needs_escape(const char *text, size_t n_bytes, size_t at)
{
    char next = at + 1 < n_bytes ? text[at + 1] : ' ';
    switch (text[at]) {
    case '\\': return ascii_is_punct(next);
    case '*':
    case '`':
    case '[':
    case ']': return true;
    case '_': /* inside a word it is no markup */
        return at == 0 || !ascii_is_alnum(text[at - 1]) ||
               !ascii_is_alnum(next);
    case '<': return ascii_is_alpha(next) || strchr("/!?", next);
    case '&': return is_name_byte(next);
    case '{':
        return next == '#' ||
               (n_bytes - at > 6 && strncmp(text + at, "{kind=", 6) == 0);
    default: return false;
    }
}

/* What may stand as it does, whatever is around it; and one space. */
static size_t plain_length(const char *text, size_t n_bytes)
{
    size_t n = 0;
    while (n < n_bytes &&
           (ascii_is_alnum(text[n]) || text[n] & 0x80 || text[n] == ',' ||
            text[n] == '.' || (text[n] == ' ' && n > 0 && text[n - 1] != ' ')))
        n++;
    return n;
}

static void add_text(const char *text, size_t n_bytes, bool in_cell,
                     struct buf *out)
{
    size_t start = 0; /* of what has not been added yet */
    for (size_t at = 0; at < n_bytes; at++) {
        at += plain_length(text + at, n_bytes - at);
        if (at == n_bytes)
            break;
        bool space = ascii_is_space(text[at]);
        bool word_ends = space && at > 0 && !ascii_is_space(text[at - 1]);
        bool mark = !space && (markdown_needs_escape(text, n_bytes, at) ||
                               (in_cell && text[at] == '|'));
        if (!mark && (!space || (word_ends && text[at] == ' ')))
            continue;
        buf_add_n(out, text + start, at - start);
        if (mark)
            buf_add_char(out, '\\');
        else if (word_ends)
            buf_add_char(out, ' ');
        start = at + space;
    }
    if (start < n_bytes)
        buf_add_n(out, text + start, n_bytes - start);
}

static void trim(const char **text, size_t *n_bytes)
{
    while (*n_bytes > 0 && ascii_is_space((*text)[0]))
        (*text)++, (*n_bytes)--;
    while (*n_bytes > 0 && ascii_is_space((*text)[*n_bytes - 1]))
        (*n_bytes)--;
}

void markdown_text(const char *text, size_t n_bytes, struct buf *out)
{
    trim(&text, &n_bytes);
    add_text(text, n_bytes, false, out);
}

void markdown_cell(const char *text, size_t n_bytes, struct buf *out)
{
    trim(&text, &n_bytes);
    add_text(text, n_bytes, true, out);
}

size_t markdown_block_escape(const char *text, size_t n_bytes)
{
    size_t n_digits = 0;
    while (n_digits < n_bytes && n_digits < 9 && ascii_is_digit(text[n_digits]))
        n_digits++;
    if (n_digits > 0 && n_digits < n_bytes &&
        (text[n_digits] == '.' || text[n_digits] == ')'))
        return n_digits;
    if (n_digits == 0 && n_bytes > 0 && strchr("-+#>=~|", text[0]))
        return 0;
    return n_bytes;
}

static void add_block_text(const char *text, size_t n_bytes, struct buf *out)
{
    size_t at = markdown_block_escape(text, n_bytes);
    if (at == n_bytes) {
        add_text(text, n_bytes, false, out);
        return;
    }
    buf_add_n(out, text, at);
    buf_printf(out, "\\%c", text[at]);
    text += at + 1, n_bytes -= at + 1;
    if (n_bytes > 0 && ascii_is_space(text[0]))
        buf_add_char(out, ' ');
    trim(&text, &n_bytes);
    add_text(text, n_bytes, false, out);
}

void markdown_blank_line(struct buf *out)
{
    if (out->n_bytes == 0 || buf_ends(out, "\n\n"))
        return;
    buf_add(out, out->data[out->n_bytes - 1] == '\n' ? "\n" : "\n\n");
}

void markdown_paragraph(const char *text, size_t n_bytes, struct buf *out)
{
    trim(&text, &n_bytes);
    if (n_bytes == 0)
        return;
    markdown_blank_line(out);
    add_block_text(text, n_bytes, out);
    buf_add(out, "\n\n");
}

void markdown_item(const char *text, size_t n_bytes, unsigned depth,
                   struct buf *out)
{
    trim(&text, &n_bytes);
    if (n_bytes == 0)
        return;
    buf_add_repeat(out, "  ", depth);
    buf_add(out, "- ");
    add_block_text(text, n_bytes, out);
    buf_add_char(out, '\n');
}

static enum kind classify(const char *text,
                          const struct markdown_heading *heading)
{
    return heading->classifier ? kind_classify(heading->classifier, text)
                               : kind_of_heading(text, heading->context);
}

void markdown_heading(const char *text, size_t n_bytes,
                      const struct markdown_heading *heading, struct buf *out)
{
    trim(&text, &n_bytes);
    markdown_blank_line(out);
    buf_add_repeat(out, "#", heading->level);
    buf_add_char(out, ' ');
    add_text(text, n_bytes, false, out);
    /* A closing run of # would be taken for the heading's end mark. */
    if (n_bytes > 0 && text[n_bytes - 1] == '#') {
        buf_truncate(out, out->n_bytes - 1);
        buf_add(out, "\\#");
    }
    char *plain = mem_strndup(text, n_bytes);
    if (heading->kind != KIND_NONE && classify(plain, heading) != heading->kind)
        buf_printf(out, " {kind=%s}", kind_get(heading->kind)->id);
    free(plain);
    if (heading->anchor)
        buf_printf(out, " {#%s}", heading->anchor);
    buf_add(out, "\n\n");
}
