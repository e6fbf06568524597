/* Builds the body of an article that libcmark would take too long to parse: its
 * source, shown as text. */
#include "article/build.h"

#include <string.h>

#include "base/utf8.h"

static void add_notice(struct builder *builder)
{
    static const char why[] =
        "Shown without formatting: lists or brackets in this file are nested "
        "so deep that reading them would take too long.";
    struct node *node = build_node(builder, NODE_NOTICE);
    node->source_start = node->source_end =
        (uint32_t)builder->article->body_start;
    buf_add(&builder->text, why);
    build_end(builder, node);
    struct diagnostic at = {.severity = SEVERITY_WARNING, .code = "hostile"};
    diagnostics_add(&builder->article->diagnostics, at, "%s", why);
}

/* Appends text, with U+FFFD in place of NULs and of what is not valid UTF-8. */
static void add_valid(struct buf *out, const char *text, size_t n_bytes)
{
    while (n_bytes) {
        size_t n = utf8_valid_prefix(text, n_bytes);
        const char *nul = memchr(text, '\0', n);
        if (nul)
            n = (size_t)(nul - text);
        buf_add_n(out, text, n);
        if (n == n_bytes)
            return;
        uint32_t code_point;
        n += utf8_decode(text + n, n_bytes - n, &code_point);
        buf_add_code_point(out, UTF8_REPLACEMENT);
        text += n;
        n_bytes -= n;
    }
}

static void add_line(struct builder *builder, uint32_t start, size_t n_bytes)
{
    if (builder->parent->first) {
        build_node(builder, NODE_HARD_BREAK);
        buf_add_char(&builder->text, '\n');
        builder->parent->last->text_end = (uint32_t)builder->text.n_bytes;
    }
    struct node *node = build_node(builder, NODE_TEXT);
    add_valid(&builder->text, builder->article->source + start, n_bytes);
    node->text_end = (uint32_t)builder->text.n_bytes;
    node->source_start = start;
    node->source_end = start + (uint32_t)n_bytes;
}

void build_unformatted(struct builder *builder, size_t end)
{
    const struct article *article = builder->article;
    struct node *root = builder->parent, *paragraph = NULL;
    add_notice(builder);
    for (size_t at = article->body_start; at < end;) {
        const char *line = article->source + at;
        size_t n = passage_line_length(line, end - at);
        size_t n_text = n;
        while (n_text && memchr("\r\n", line[n_text - 1], 2))
            n_text--;
        bool blank = strspn(line, " \t") >= n_text;
        if (paragraph && blank) {
            build_end(builder, paragraph);
            builder->parent = root;
            paragraph = NULL;
        } else if (!paragraph && !blank) {
            paragraph = build_node(builder, NODE_PARAGRAPH);
            paragraph->source_start = (uint32_t)at;
            builder->parent = paragraph;
        }
        if (!blank) {
            add_line(builder, (uint32_t)at, n_text);
            paragraph->source_end = (uint32_t)(at + n_text);
        }
        at += n;
    }
    if (paragraph)
        build_end(builder, paragraph);
    builder->parent = root;
}
