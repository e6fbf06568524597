/* Paragraphs of rich text, and what only looks like one: typed bullets, bold
 * lines that serve as headings. [libxml2] */
#include "import/rich_paragraph.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/strs.h"
#include "import/xml.h"

/* A bold paragraph up to this length may be a heading. */
#define HEADING_MAX_BYTES 120

static void write_line(struct rich *rich, size_t start, size_t end)
{
    const char *text = rich->inlines.text.data;
    while (start < end && strchr(" \n", text[start]))
        start++;
    while (end > start && strchr(" \n", text[end - 1]))
        end--;
    if (start == end)
        return;
    blocks_begin(&rich->blocks);
    inlines_write(&rich->inlines, start, end, rich->blocks.rest.data,
                  rich->blocks.out);
    blocks_end(&rich->blocks);
    if (rich->list)
        rich->list->written = true;
}

/* Length of a bullet that somebody typed, at the start of text; 0: none. */
static size_t bullet_length(const char *text)
{
    static const char *const bullets[] = {"•", "●", "▪", "■", "◦",
                                          "∙", "◾", "‣", "⁃", "\uF0B7"};
    for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++)
        if (str_starts(text, bullets[i]))
            return strlen(bullets[i]);
    return 0;
}

static size_t find_bullet(const char *text, size_t start, size_t end,
                          size_t *length)
{
    for (size_t at = start; at < end; at++)
        if ((at == 0 || strchr(" \n", text[at - 1])) &&
            (*length = bullet_length(text + at)))
            return at;
    return end;
}

/* "temporarily relieves • sneezing • cough": what comes before the first
 * bullet, then a list; "heart disease • asthma" in an item: the next items. */
static void write_with_bullets(struct rich *rich, size_t first, size_t length)
{
    const char *text = rich->inlines.text.data;
    size_t end = rich->inlines.text.n_bytes;
    struct rich_list *list = rich->list;
    bool siblings = list && !list->ordered && first > 0 && !list->written;
    write_line(rich, 0, first);
    if (list)
        rich->blocks.apart = false;
    while (first < end) {
        size_t start = first + length, opened = 0;
        first = find_bullet(text, start, end, &length);
        if (siblings)
            blocks_close(&rich->blocks, list->opened);
        opened = blocks_open(&rich->blocks, "- ", "  ");
        write_line(rich, start, first);
        if (!siblings)
            blocks_close(&rich->blocks, opened);
        if (first < end)
            rich->blocks.apart = false;
    }
}

static bool has_text(const xmlNode *node)
{
    for (const xmlNode *at = node; at; at = xml_walk(node, at))
        if (at->type == XML_TEXT_NODE && !xmlIsBlankNode(at))
            return true;
    return false;
}

/* Does text come after node, within its parent? */
static bool is_followed(const xmlNode *node)
{
    for (const xmlNode *next = node->next; next; next = next->next)
        if (has_text(next))
            return true;
    return false;
}

static bool is_bold_heading(const struct rich *rich, const xmlNode *node)
{
    const struct buf *text = &rich->inlines.text;
    return node && !rich->options->no_headings && !rich->list &&
           !blocks_are_nested(&rich->blocks) &&
           text->n_bytes <= HEADING_MAX_BYTES &&
           !strchr(".,;:", text->data[text->n_bytes - 1]) &&
           !memchr(text->data, '\n', text->n_bytes) &&
           inlines_are_strong(&rich->inlines) && is_followed(node);
}

void rich_end_heading(struct rich *rich, unsigned level)
{
    struct markdown_heading heading = {.level = level < 6 ? level : 6,
                                       .context = rich->options->context};
    char *text = mem_strdup(rich->inlines.text.data);
    rich_heading(rich, text, &heading);
    free(text);
}

void rich_flush(struct rich *rich, const xmlNode *node)
{
    if (rich->one_line)
        return;
    if (inlines_trim(&rich->inlines)) {
        const struct buf *text = &rich->inlines.text;
        size_t length = 0;
        size_t bullet = find_bullet(text->data, 0, text->n_bytes, &length);
        if (is_bold_heading(rich, node)) {
            unsigned level = rich->level;
            rich_end_heading(rich, level + 1);
            rich->level = level;
        } else if (bullet < text->n_bytes) {
            write_with_bullets(rich, bullet, length);
        } else {
            write_line(rich, 0, text->n_bytes);
        }
    }
    inlines_clear(&rich->inlines);
}

void rich_heading(struct rich *rich, const char *text,
                  const struct markdown_heading *heading)
{
    markdown_blank_line(rich->blocks.out);
    markdown_heading(text, strlen(text), heading, rich->blocks.out);
    rich->blocks.apart = false;
    rich->level = heading->level;
}
