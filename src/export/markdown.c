/* An article as Markdown: the author's own lines, the title before them, and
 * after them what they cite, as footnotes that other programs understand. */
#include <stdlib.h>
#include <string.h>

#include "article/source.h"
#include "base/safe.h"
#include "export/format.h"
#include "export/parts.h"
#include "text/empty.h"

static size_t source_start(const struct article *article, size_t block)
{
    return block < article->n_blocks ? article->blocks[block]->source_start
                                     : article->n_source_bytes;
}

/* Lines of the source, without blank ones at their end. */
static void add_source_lines(struct buf *out, const struct article *article,
                             size_t start, size_t end)
{
    while (end > start && strchr(" \t\r\n", article->source[end - 1]))
        end--;
    export_add_safe_lines(out, article->source + start, end - start);
    buf_add_char(out, '\n');
}

/* "[label]: address", but no "[^note]: text". */
static bool is_definition(const char *line, size_t n_bytes)
{
    size_t indent = 0;
    while (indent < 3 && indent < n_bytes && line[indent] == ' ')
        indent++;
    if (n_bytes < indent + 4 || line[indent] != '[' || line[indent + 1] == '^')
        return false;
    const char *close = memchr(line, ']', n_bytes);
    return close && close + 1 < line + n_bytes && close[1] == ':';
}

/* Does a part show this byte of the source? */
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

/* Adds the link definitions outside the parts: all of them, since it is not
 * known which are used. A title on a second line is not copied. */
static void add_definitions(struct buf *out, const struct article *article,
                            const struct export_parts *parts)
{
    const char *source = article->source;
    size_t n_added = 0;
    for (size_t at = article->body_start; at < article->n_source_bytes;) {
        const char *newline =
            memchr(source + at, '\n', article->n_source_bytes - at);
        size_t next =
            newline ? (size_t)(newline - source) + 1 : article->n_source_bytes;
        if (is_definition(source + at, next - at) &&
            !is_shown(article, parts, at)) {
            export_add_safe_lines(out, source + at, next - at);
            n_added++;
        }
        at = next;
    }
    if (n_added)
        buf_add_char(out, '\n');
}

/* Adds the copy that was read, after the original. */
static void add_reading(const struct source *source, const char *lang,
                        struct buf *line)
{
    if (source->read_at.url) {
        buf_add_char(line, ' ');
        source_add_copy_words(source, lang, line);
        buf_printf(line, " <%s>", source->read_at.url);
    }
    if (source->secondary) {
        buf_add_char(line, ' ');
        source_add_secondary(source, lang, line);
    }
}

static void add_source(struct buf *out, const struct article *article,
                       const struct reference *reference)
{
    struct buf line;
    buf_init(&line);
    buf_printf(&line, "[^%s]: ", reference->id);
    source_add_words(reference->source, article->lang, &line);
    char *address = source_address(reference->source);
    if (address)
        buf_printf(&line, " <%s>", address);
    add_reading(reference->source, article->lang, &line);
    safe_text(line.data, line.n_bytes, NULL, out);
    buf_add_char(out, '\n');
    free(address);
    buf_finish(&line);
}

/* Adds what is cited but not shown yet, as footnotes. */
static void add_references(struct buf *out, const struct article *article,
                           const struct export_parts *parts)
{
    for (size_t i = 0; i < article->n_references; i++) {
        const struct reference *reference = &article->references[i];
        const struct node *note = reference->note;
        if (!parts->cited.references[i] ||
            (note && is_shown(article, parts, note->source_start)))
            continue;
        if (note)
            add_source_lines(out, article, note->source_start,
                             note->source_end);
        else
            add_source(out, article, reference);
    }
}

static void add_emptiness(struct buf *out, const struct article *article,
                          size_t heading)
{
    const char *words =
        heading == SIZE_MAX ? NULL : empty_section_words(article, heading);
    if (words)
        buf_printf(out, "*%s*\n\n", words);
}

void export_markdown(const struct article *article,
                     const struct export_options *options, struct buf *out)
{
    struct buf head;
    struct export_parts parts;
    buf_init(&head);
    buf_add(out, "# ");
    safe_text(article->title, strlen(article->title), NULL, out);
    buf_add(out, "\n\n*");
    export_add_state(&head, article);
    safe_text(head.data, head.n_bytes, NULL, out);
    buf_add(out, "*\n\n");
    buf_finish(&head);

    /* A part reaches to the next block, including link definitions and notes
     * in between. */
    parts_init(&parts, article, options->kind);
    for (size_t i = 0; i < parts.n; i++) {
        add_source_lines(out, article,
                         source_start(article, parts.items[i].blocks.first),
                         source_start(article, parts.items[i].blocks.end));
        buf_add_char(out, '\n');
        add_emptiness(out, article, parts.items[i].heading);
    }
    add_definitions(out, article, &parts);
    add_references(out, article, &parts);
    while (buf_ends(out, "\n\n"))
        buf_truncate(out, out->n_bytes - 1);
    parts_finish(&parts);
}
