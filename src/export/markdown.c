/* An article as Markdown: the author's own lines, with the title before them
 * and what they cite behind, as footnotes that other programs know. */
#include <stdlib.h>
#include <string.h>

#include "base/safe.h"
#include "base/strs.h"
#include "export/parts.h"
#include "export/shared.h"

static size_t source_start(const struct article *article, size_t block)
{
    return block < article->n_blocks ? article->blocks[block]->source_start
                                     : article->n_source_bytes;
}

/* The source of a part, up to the next block: link definitions and notes
 * between the two belong to it. Without blank lines at its end. */
static void add_part(struct buf *out, const struct article *article,
                     const struct part *part)
{
    size_t start = source_start(article, part->blocks.first);
    size_t end = source_start(article, part->blocks.end);
    while (end > start && strchr(" \t\r\n", article->source[end - 1]))
        end--;
    add_safe_lines(out, article->source + start, end - start);
    buf_add(out, "\n\n");
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

/* Some parts may use link definitions that stand elsewhere: all are added.
 * One that goes on in a second line loses that line, its title. */
static void add_definitions(struct buf *out, const struct article *article)
{
    const char *line = article->source + article->body_start;
    const char *end = article->source + article->n_source_bytes;
    size_t n_added = 0;
    while (line < end) {
        const char *newline = memchr(line, '\n', (size_t)(end - line));
        const char *next = newline ? newline + 1 : end;
        if (is_definition(line, (size_t)(next - line))) {
            add_safe_lines(out, line, (size_t)(next - line));
            n_added++;
        }
        line = next;
    }
    if (n_added)
        buf_add_char(out, '\n');
}

static void add_source(struct buf *out, const struct source *source)
{
    struct buf line;
    buf_init(&line);
    add_source_title(&line, source);
    char *address = source_address(source);
    if (address)
        buf_printf(&line, " <%s>", address);
    safe_text(line.data, line.n_bytes, NULL, out);
    buf_add_char(out, '\n');
    free(address);
    buf_finish(&line);
}

/* Notes that the body holds stay where they are when all of it is shown. */
static void add_references(struct buf *out, const struct article *article,
                           const struct parts *parts, bool whole)
{
    for (size_t i = 0; i < article->n_references; i++) {
        const struct reference *reference = &article->references[i];
        if (!parts->cites[i] || (reference->note && whole))
            continue;
        buf_add(out, "[^");
        safe_text(reference->id, strlen(reference->id), NULL, out);
        buf_add(out, "]: ");
        if (reference->note) {
            const struct node *note = reference->note;
            add_safe_lines(out, article->source + note->source_start,
                           note->source_end - note->source_start);
            buf_add_char(out, '\n');
        } else if (reference->source) {
            add_source(out, reference->source);
        }
    }
}

void export_markdown(const struct article *article,
                     const struct export_options *options, struct buf *out)
{
    bool whole = options->kind == KIND_NONE;
    struct buf head;
    struct parts parts;
    buf_init(&head);
    buf_add(out, "# ");
    safe_text(article->title, strlen(article->title), NULL, out);
    buf_add(out, "\n\n*");
    add_state(&head, article);
    safe_text(head.data, head.n_bytes, NULL, out);
    buf_add(out, "*\n\n");
    buf_finish(&head);

    parts_init(&parts, article, options->kind);
    for (size_t i = 0; i < parts.n; i++)
        add_part(out, article, &parts.items[i]);
    if (!whole)
        add_definitions(out, article);
    add_references(out, article, &parts, whole);
    while (str_ends(out->data, "\n\n"))
        buf_truncate(out, out->n_bytes - 1);
    parts_finish(&parts);
}
