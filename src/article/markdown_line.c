/* Splits a line of Markdown into its indentation, block quote and list markers,
 * and content. */
#include "article/markdown_line.h"

#include <string.h>

#include "base/ascii.h"

size_t markdown_line_skip_white(const char *text, size_t n_bytes, size_t at,
                                unsigned *column)
{
    for (; at < n_bytes; at++) {
        if (text[at] == ' ')
            ++*column;
        else if (text[at] == '\t')
            *column += 4 - *column % 4;
        else
            break;
    }
    return at;
}

/* Counts the bytes at text that repeat its first byte, one of - * _, or are
 * white space. A line of nothing else is a thematic break, not list markers. */
static size_t rule_bytes(const char *text, size_t n_bytes)
{
    if (*text != '-' && *text != '*' && *text != '_')
        return 0;
    size_t i = 0;
    while (i < n_bytes && (text[i] == *text || ascii_is_blank(text[i])))
        i++;
    return i;
}

/* Returns the length of the list marker at text, or 0. */
static size_t marker_bytes(const char *text, size_t n_bytes)
{
    size_t n = 0;
    if (*text == '-' || *text == '+' || *text == '*') {
        n = 1;
    } else {
        while (n < n_bytes && n < 9 && text[n] >= '0' && text[n] <= '9')
            n++;
        if (!n || n == n_bytes || (text[n] != '.' && text[n] != ')'))
            return 0;
        n++;
    }
    return n == n_bytes || ascii_is_blank(text[n]) ? n : 0;
}

void markdown_line_read(struct markdown_line *line, const char *text,
                        size_t n_bytes)
{
    *line = (struct markdown_line){.text = text, .n_bytes = n_bytes};
    size_t at = markdown_line_skip_white(text, n_bytes, 0, &line->column);
    size_t rule_end = 0; /* what rule_bytes has counted up to */
    line->indent = line->column;
    line->blank = at == n_bytes;
    while (at < n_bytes) {
        size_t n = 1;
        if (text[at] == '>') {
            line->n_quotes++;
        } else {
            if (at >= rule_end)
                rule_end = at + rule_bytes(text + at, n_bytes - at);
            n = rule_end == n_bytes ? 0 : marker_bytes(text + at, n_bytes - at);
            if (!n)
                break;
            line->n_items++;
        }
        line->column += (unsigned)n;
        at = markdown_line_skip_white(text, n_bytes, at + n, &line->column);
    }
    line->content = at;
}

size_t markdown_line_run(const struct markdown_line *line, char byte)
{
    size_t at = line->content;
    while (at < line->n_bytes && line->text[at] == byte)
        at++;
    return at - line->content;
}

bool markdown_line_is_heading(const struct markdown_line *line)
{
    size_t n = markdown_line_run(line, '#');
    size_t after = line->content + n;
    return n >= 1 && n <= 6 &&
           (after == line->n_bytes || ascii_is_blank(line->text[after]));
}

size_t markdown_line_label_end(const struct markdown_line *line)
{
    size_t at = line->content;
    if (at >= line->n_bytes || line->text[at] != '[')
        return 0;
    for (at++; at < line->n_bytes && line->text[at] != ']'; at++) {
        if (line->text[at] == '[')
            return 0;
        at += line->text[at] == '\\';
    }
    bool label = at + 1 < line->n_bytes && line->text[at + 1] == ':' &&
                 at > line->content + 1;
    return label ? at + 2 : 0;
}
