/* Exports an article as Markdown: the title, the author's own lines, and the
 * sources they cite, as footnotes that other programs understand. */
#include <stdlib.h>
#include <string.h>

#include "article/source.h"
#include "base/ascii.h"
#include "base/safe.h"
#include "export/format.h"
#include "export/parts.h"
#include "text/empty.h"

/* Tells whether a byte is in a set. NUL never is. */
static bool is_one_of(char byte, const char *set)
{
    return byte && strchr(set, byte);
}

/* Returns where a block begins in the source, including its indentation. */
static size_t source_start(const struct article *article, size_t block)
{
    if (block >= article->n_blocks)
        return article->n_source_bytes;
    size_t at = article->blocks[block]->source_start;
    while (at > article->body_start &&
           memchr(" \t", article->source[at - 1], 2))
        at--;
    return at;
}

/* Adds lines of the source as they are, but with "\n" as the line ending. The
 * last line gets one if it has none. */
static void add_verbatim(struct buf *out, const struct article *article,
                         size_t start, size_t end)
{
    while (start < end) {
        const char *line = article->source + start;
        size_t n = 0;
        while (n < end - start && line[n] != '\n' && line[n] != '\r')
            n++;
        export_add_safe_lines(out, line, n);
        buf_add_char(out, '\n');
        start += n + 1;
        if (line[n] == '\r' && line[n + 1] == '\n')
            start++;
    }
}

/* Adds lines of the source without trailing blank lines. */
static void add_source_lines(struct buf *out, const struct article *article,
                             size_t start, size_t end)
{
    while (end > start && is_one_of(article->source[end - 1], " \t\r\n"))
        end--;
    add_verbatim(out, article, start, end);
}

void export_add_plain_markdown(const char *text, struct buf *out)
{
    struct buf safe;
    buf_init(&safe);
    safe_text_in_file(text, strlen(text), &safe);
    for (size_t i = 0; i < safe.n_bytes; i++) {
        bool is_in_word = safe.data[i] == '_' && i > 0 &&
                          ascii_is_alnum(safe.data[i - 1]) &&
                          ascii_is_alnum(safe.data[i + 1]);
        if (is_one_of(safe.data[i], "\\`*_[]<#&~") && !is_in_word)
            buf_add_char(out, '\\');
        buf_add_char(out, safe.data[i]);
    }
    buf_finish(&safe);
}

/* Tells whether one of the parts contains this offset of the source. */
static bool is_shown(const struct article *article,
                     const struct export_parts *parts, size_t offset)
{
    size_t low = 0, high = parts->n;
    while (low < high) {
        size_t middle = (low + high) / 2;
        const struct block_range *blocks = &parts->items[middle].blocks;
        if (offset < source_start(article, blocks->first))
            high = middle;
        else if (offset >= source_start(article, blocks->end))
            low = middle + 1;
        else
            return true;
    }
    return false;
}

/* Returns the end of the address at an offset of the source. */
static size_t skip_address(const char *source, size_t at, size_t end)
{
    const char *stop = source[at] == '<' ? ">\n" : " \t\n";
    while (at < end && !is_one_of(source[at], stop))
        at++;
    return at + (at < end && source[at] == '>');
}

/* Returns the end of a link reference definition, whose title may span
 * lines. */
static size_t definition_end(const struct article *article,
                             const struct source_range *definition)
{
    static const char white[] = " \t\r\n";
    const char *source = article->source;
    size_t end = article->n_source_bytes;
    const char *label = strstr(source + definition->start, "]:");
    size_t at = label ? (size_t)(label - source) + 2 : end;
    at += strspn(source + at, white);
    at = skip_address(source, at, end);
    at += strspn(source + at, white);
    char closing = source[at] == '(' ? ')' : source[at];
    if (at >= definition->end || !is_one_of(closing, "\"')"))
        return definition->end;
    for (at++; at < end && source[at] != closing; at++) {
        at += source[at] == '\\' && at + 1 < end;
        if (source[at] == '\n' &&
            strspn(source + at + 1, " \t\r") == strcspn(source + at + 1, "\n"))
            return definition->end;
    }
    at += strcspn(source + at, "\n");
    return at > definition->end ? at : definition->end;
}

/* Adds all link reference definitions outside the parts, since it is not known
 * which of them are used. Those in block quotes lose their markers. */
static void add_definitions(struct buf *out, const struct article *article,
                            const struct export_parts *parts)
{
    for (size_t i = 0; i < article->n_definitions; i++) {
        size_t at = article->definitions[i].start;
        size_t end = definition_end(article, &article->definitions[i]);
        if (is_shown(article, parts, at))
            continue;
        while (at < end) {
            size_t n = strcspn(article->source + at, "\n") + 1;
            if (n > end - at)
                n = end - at;
            add_verbatim(out, article, at, at + n);
            at += n;
            if (at < end)
                at += strspn(article->source + at, " \t>");
        }
    }
    if (article->n_definitions)
        buf_add_char(out, '\n');
}

static void add_address(struct buf *out, const char *address)
{
    buf_add(out, " <");
    for (; *address; address++)
        if (is_one_of(*address, " <>\n"))
            buf_printf(out, "%%%02X", (unsigned)*address);
        else
            buf_add_n(out, address, 1);
    buf_add_char(out, '>');
}

/* Adds what add writes about a source, preceded by before, or nothing. */
static void add_words(struct buf *out, const char *before,
                      const struct source *source, const char *lang,
                      void (*add)(const struct source *source, const char *lang,
                                  struct buf *out))
{
    struct buf words;
    buf_init(&words);
    add(source, lang, &words);
    if (words.n_bytes)
        buf_add(out, before);
    export_add_plain_markdown(words.data, out);
    buf_finish(&words);
}

static void add_source(struct buf *out, const struct article *article,
                       const struct reference *reference)
{
    const struct source *source = reference->source;
    struct buf line;
    buf_init(&line);
    buf_printf(&line, "[^%s]: ", reference->id);
    add_words(&line, "", source, article->lang, source_add_words);
    char *address = source_address(source);
    if (address)
        add_address(&line, address);
    if (source->read_at.url) {
        add_words(&line, " ", source, article->lang, source_add_copy_words);
        add_address(&line, source->read_at.url);
    }
    add_words(&line, " ", source, article->lang, source_add_secondary);
    safe_text_in_file(line.data, line.n_bytes, out);
    buf_add_char(out, '\n');
    free(address);
    buf_finish(&line);
}

/* Adds the cited sources and footnotes that the text does not contain, as
 * footnotes. */
static void add_references(struct buf *out, const struct article *article,
                           const struct export_parts *parts)
{
    size_t start = out->n_bytes;
    for (size_t i = 0; i < article->n_references; i++) {
        const struct reference *reference = &article->references[i];
        const struct node *note = reference->note;
        bool is_in_text =
            note &&
            (parts->is_whole || is_shown(article, parts, note->source_start));
        if (!parts->cited.references[i] || is_in_text)
            continue;
        if (note)
            add_source_lines(out, article, note->source_start,
                             note->source_end);
        else
            add_source(out, article, reference);
    }
    if (out->n_bytes > start)
        buf_add_char(out, '\n');
}

static void add_empty_remark(struct buf *out, const struct article *article,
                             size_t heading)
{
    const char *words =
        heading == SIZE_MAX ? NULL : empty_section_words(article, heading);
    if (words)
        buf_printf(out, "\n*%s*\n\n", words);
}

/* Returns the end of a line. The source may contain NUL bytes, so strcspn would
 * not do. */
static size_t line_end(const struct article *article, size_t at)
{
    const char *source = article->source;
    while (at < article->n_source_bytes && !is_one_of(source[at], "\r\n"))
        at++;
    at += source[at] == '\r';
    return at + (source[at] == '\n');
}

static size_t skip_blank_lines(const struct article *article, size_t at)
{
    while (at < article->n_source_bytes) {
        size_t n = strspn(article->source + at, " \t");
        if (at + n < article->n_source_bytes &&
            !is_one_of(article->source[at + n], "\r\n"))
            break;
        at = line_end(article, at);
    }
    return at;
}

/* Returns the lines of the heading that is the title, which add_title has
 * already written. libcmark counts link reference definitions before a setext
 * heading as part of it, and may be wrong about where it ends. */
static struct source_range title_lines(const struct article *article)
{
    const char *source = article->source;
    size_t start = article->title_heading.start, end;
    for (size_t i = 0; i < article->n_definitions; i++)
        if (article->definitions[i].start >= start &&
            article->definitions[i].end <= article->title_heading.end)
            start = line_end(article, article->definitions[i].end);
    while (start > article->body_start && !is_one_of(source[start - 1], "\r\n"))
        start--;
    bool is_setext = source[start + strspn(source + start, " ")] != '#';
    for (end = line_end(article, start);
         is_setext && end < article->n_source_bytes;
         end = line_end(article, end))
        if (source[end + strspn(source + end, " ")] == '=') {
            end = line_end(article, end);
            break;
        }
    return (struct source_range){(uint32_t)start, (uint32_t)end};
}

/* Adds a range of the source without the title. */
static void add_text(struct buf *out, const struct article *article,
                     size_t start, size_t end)
{
    if (article->title_heading.end) {
        struct source_range title = title_lines(article);
        if (title.start >= start && title.start < end) {
            add_verbatim(out, article, start, title.start);
            if (!buf_ends(out, "\n\n"))
                buf_add_char(out, '\n');
            start = skip_blank_lines(article, title.end);
        }
    }
    add_verbatim(out, article, start, end);
}

/* Adds the whole text, including what is not part of any block, such as
 * footnotes and link reference definitions. */
static void add_whole(struct buf *out, const struct article *article,
                      const struct export_parts *parts)
{
    size_t at = skip_blank_lines(article, article->body_start);
    for (size_t i = 0; i < parts->n; i++) {
        size_t next = i + 1 < parts->n ? parts->items[i + 1].blocks.first
                                       : article->n_blocks;
        size_t end = source_start(article, next);
        add_text(out, article, at, end);
        add_empty_remark(out, article, parts->items[i].heading);
        at = end > at ? end : at;
    }
    add_text(out, article, at, article->n_source_bytes);
}

/* Adds parts of the article. Each extends to the next block, including the
 * definitions and footnotes in between. */
static void add_parts(struct buf *out, const struct article *article,
                      const struct export_parts *parts)
{
    for (size_t i = 0; i < parts->n; i++) {
        add_source_lines(out, article,
                         source_start(article, parts->items[i].blocks.first),
                         source_start(article, parts->items[i].blocks.end));
        add_empty_remark(out, article, parts->items[i].heading);
        buf_add_char(out, '\n');
    }
    add_definitions(out, article, parts);
}

/* Tells whether the last block may be unclosed in the source, so that what is
 * added after it would become part of it. */
static bool may_be_unclosed(const struct article *article,
                            const struct export_parts *parts)
{
    if (!parts->n)
        return false;
    const struct node *node =
        article->blocks[parts->items[parts->n - 1].blocks.end - 1];
    while (node->last && !node_holds_inlines(node->type))
        node = node->last;
    return node->type == NODE_CODE_BLOCK || node->type == NODE_HTML_BLOCK ||
           node->type == NODE_RISK;
}

static void add_title(struct buf *out, const struct article *article)
{
    struct buf state;
    buf_init(&state);
    if (*article->title) {
        buf_add(out, "# ");
        export_add_plain_markdown(article->title, out);
        buf_add(out, "\n\n");
    }
    buf_add_char(out, '*');
    export_add_state(&state, article);
    export_add_plain_markdown(state.data, out);
    buf_add(out, "*\n\n");
    buf_finish(&state);
}

void export_markdown(const struct article *article,
                     const struct export_options *options, struct buf *out)
{
    struct export_parts parts;
    parts_init(&parts, article, options->kind);
    bool is_unclosed = may_be_unclosed(article, &parts);
    add_title(out, article);
    if (is_unclosed)
        add_references(out, article, &parts);
    if (parts.is_whole)
        add_whole(out, article, &parts);
    else
        add_parts(out, article, &parts);
    if (!is_unclosed) {
        if (!buf_ends(out, "\n\n"))
            buf_add_char(out, '\n');
        add_references(out, article, &parts);
        while (buf_ends(out, "\n\n"))
            buf_truncate(out, out->n_bytes - 1);
    }
    parts_finish(&parts);
}
