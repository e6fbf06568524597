/* Collects Markdown for libcmark and records where its lines come from. */
#include "article/passage.h"

#include <stdlib.h>
#include <string.h>

#include "article/tree_memory.h"
#include "base/mem.h"

void passage_init(struct passage *passage)
{
    *passage = (struct passage){0};
    buf_init(&passage->text);
}

void passage_finish(struct passage *passage)
{
    buf_finish(&passage->text);
    free(passage->lines);
    *passage = (struct passage){0};
}

/* Searches 256 bytes at a time: in a file with only one kind of line ending, a
 * search for the other kind would read to the end of the file for every
 * line. */
size_t passage_line_length(const char *text, size_t n_bytes)
{
    for (size_t at = 0; at < n_bytes; at += 256) {
        size_t n = n_bytes - at < 256 ? n_bytes - at : 256;
        const char *newline = memchr(text + at, '\n', n);
        if (newline)
            n = (size_t)(newline - text) - at;
        const char *cr = memchr(text + at, '\r', n);
        if (cr) {
            size_t after = (size_t)(cr - text) + 1;
            return after + (after < n_bytes && text[after] == '\n');
        }
        if (newline)
            return (size_t)(newline - text) + 1;
    }
    return n_bytes;
}

static void add_line_start(struct passage *passage, size_t start,
                           uint32_t source)
{
    passage->lines = mem_grow(passage->lines, passage->n_lines,
                              &passage->capacity, sizeof *passage->lines);
    passage->lines[passage->n_lines++] =
        (struct passage_line){(uint32_t)start, source};
}

void passage_add(struct passage *passage, const char *text, size_t n_bytes,
                 uint32_t source)
{
    size_t base = passage->text.n_bytes;
    buf_add_n(&passage->text, text, n_bytes);
    for (size_t at = 0; at < n_bytes;) {
        add_line_start(passage, base + at, source + (uint32_t)at);
        at += passage_line_length(text + at, n_bytes - at);
    }
}

void passage_add_line(struct passage *passage, const char *prefix,
                      const char *text, size_t n_bytes, uint32_t source)
{
    size_t n_prefix = strlen(prefix);
    add_line_start(passage, passage->text.n_bytes, source - (uint32_t)n_prefix);
    buf_add_n(&passage->text, prefix, n_prefix);
    buf_add_n(&passage->text, text, n_bytes);
    buf_add_char(&passage->text, '\n');
}

/* SOURCEPOS makes libcmark count the lines within code spans. */
cmark_node *passage_parse(const struct passage *passage)
{
    cmark_parser *parser = cmark_parser_new_with_mem(
        CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_SOURCEPOS, &tree_allocator);
    cmark_parser_feed(parser, passage->text.data, passage->text.n_bytes);
    cmark_node *root = cmark_parser_finish(parser);
    cmark_parser_free(parser);
    return root;
}

uint32_t passage_offset(const struct passage *passage, int line, int column)
{
    if (!passage->n_lines)
        return 0;
    size_t i = line > 0 ? (size_t)line - 1 : 0;
    if (i >= passage->n_lines)
        i = passage->n_lines - 1;
    size_t end = i + 1 < passage->n_lines ? passage->lines[i + 1].start
                                          : passage->text.n_bytes;
    size_t n_bytes = end - passage->lines[i].start;
    /* The newline may be one that passage_add_line appended. */
    if (n_bytes > 0 && passage->text.data[end - 1] == '\n')
        n_bytes--;
    size_t offset = column > 0 ? (size_t)column - 1 : 0;
    if (offset > n_bytes)
        offset = n_bytes;
    return passage->lines[i].source + (uint32_t)offset;
}
