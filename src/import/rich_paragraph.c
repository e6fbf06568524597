/* Paragraphs of rich text, and what only looks like one: typed bullets, bold
 * lines that serve as headings. [libxml2] */
#include "import/rich_paragraph.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/mem.h"
#include "base/strs.h"
#include "import/qrd.h"
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
    rich_resume(rich);
    blocks_begin(&rich->blocks);
    inlines_write(&rich->inlines, start, end, rich->blocks.rest.data,
                  rich->blocks.out);
    blocks_end(&rich->blocks);
    if (rich->list)
        rich->list->written = true;
}

/* Dashes and hollow marks are bullets where a paragraph begins with one, not
 * amid its text, and not before a number. */
static size_t leading_mark(const char *text)
{
    static const char *const marks[] = {"-", "–", "—", "○", "□", "◻",
                                        "◯", "✓", "✔", "➢", "►"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        const char *after = text + strlen(marks[i]);
        if (str_starts(text, marks[i]) &&
            (*after == ' ' || str_starts(after, "\u00A0")) &&
            !ascii_is_digit(after[1]))
            return strlen(marks[i]);
    }
    return 0;
}

/* Length of a bullet that somebody typed, at the start of text; 0: none.
 * U+F0B7 and the like are those of symbol fonts. */
static size_t bullet_length(const char *text)
{
    static const char *const bullets[] = {
        "•", "●",      "▪",      "■",      "◦",      "∙",      "◾",     "‣",
        "⁃", "\uF0B7", "\uF0A7", "\uF0D8", "\uF06E", "\uF0FC", "\uF0E0"};
    for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++)
        if (str_starts(text, bullets[i]))
            return strlen(bullets[i]);
    return 0;
}

/* The first bullet that begins a word, or end. All bullets begin with a byte
 * above ASCII: most text is passed over quickly. */
static size_t find_bullet(const char *text, size_t start, size_t end,
                          size_t *length)
{
    if (start == 0 && end > 0 && (*length = leading_mark(text)))
        return 0;
    for (size_t at = start; at < end; at++)
        if (text[at] & 0x80 &&
            (at == 0 || text[at - 1] == ' ' || text[at - 1] == '\n') &&
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

/* The next sibling with text, of a node or of what holds it alone; NULL if
 * there is none. */
static const xmlNode *follower(const xmlNode *node)
{
    for (;;) {
        for (const xmlNode *next = node->next; next; next = next->next)
            if (has_text(next))
                return next;
        for (const xmlNode *before = node->prev; before; before = before->prev)
            if (has_text(before))
                return NULL;
        node = node->parent;
        if (!xml_is(node, "div") && !xml_is(node, "section"))
            return NULL;
    }
}

bool rich_has_kind(const struct rich *rich, const char *text)
{
    const struct kind_context *context = rich->options->context;
    return context && kind_of_heading(text, context) != KIND_NONE;
}

static bool may_head(const struct rich *rich)
{
    return !rich->options->no_headings && !rich->list &&
           !blocks_are_nested(&rich->blocks);
}

/* Is a node a list, or a paragraph that begins as an item of one? */
static bool begins_list(const xmlNode *node)
{
    if (xml_is(node, "ul") || xml_is(node, "ol"))
        return true;
    char *text = rich_plain(node);
    bool begins = bullet_length(text) > 0 || leading_mark(text) > 0;
    free(text);
    return begins;
}

/* "Do not take Zorvex:" heads a list, or what has its kind; so does "Zorvex
 * darf nicht eingenommen werden," as German leaflets have it. */
static bool is_bold_heading(const struct rich *rich, const xmlNode *node)
{
    const struct buf *text = &rich->inlines.text;
    char last = text->data[text->n_bytes - 1];
    if (!node || !may_head(rich) || text->n_bytes > HEADING_MAX_BYTES ||
        strchr(".;", last) || memchr(text->data, '\n', text->n_bytes) ||
        !inlines_are_strong(&rich->inlines, 0, text->n_bytes))
        return false;
    const xmlNode *next = follower(node);
    if (!next || last == ',')
        return next && begins_list(next);
    return last != ':' || begins_list(next) || rich_has_kind(rich, text->data);
}

/* "Who should not take it?" in bold type on a line of its own, its answer on
 * the next one. */
static bool is_bold_lead(const struct rich *rich, size_t start, size_t end)
{
    const struct buf *text = &rich->inlines.text;
    if (end - start > HEADING_MAX_BYTES || end >= text->n_bytes ||
        !may_head(rich) || !inlines_are_strong(&rich->inlines, start, end))
        return false;
    char *lead = mem_strndup(text->data + start, end - start);
    bool heads = str_ends(lead, "?") || rich_has_kind(rich, lead);
    free(lead);
    return heads;
}

/* "Tell your doctor if you take:" and "Medicines that you must not take:" are
 * parts of "Other medicines" above them, "Pregnancy:" is none of "Warnings". */
static bool is_part(const struct rich *rich, const char *text)
{
    const struct kind_context *context = rich->options->context;
    if (rich->bold_level == 0 || !str_ends(text, ":"))
        return false;
    switch (context ? kind_of_heading(text, context) : KIND_NONE) {
    case KIND_INTERACTIONS:
    case KIND_PREGNANCY:
    case KIND_SIDE_EFFECTS:
    case KIND_EMERGENCY:
    case KIND_STORAGE:
    case KIND_COMPOSITION: return false;
    default: return true;
    }
}

static unsigned bold_level(const struct rich *rich, const char *text)
{
    unsigned level =
        is_part(rich, text) ? rich->bold_level + 1 : rich->level + 1;
    return level < 6 ? level : 6;
}

static void write_heading(struct rich *rich, size_t start, size_t end)
{
    unsigned level = rich->level, bold = rich->bold_level;
    char *text = mem_strndup(rich->inlines.text.data + start, end - start);
    struct markdown_heading heading = {.level = bold_level(rich, text),
                                       .context = rich->options->context};
    heading.kind = qrd_kind_by_number(rich->options->document, text);
    rich_heading(rich, text, &heading);
    free(text);
    rich->level = level;
    rich->bold_level = heading.level == level + 1 ? heading.level : bold;
}

/* A paragraph, or its lines, some of which head those after them. */
static void write_lines(struct rich *rich)
{
    const struct buf *text = &rich->inlines.text;
    size_t start = 0;
    for (size_t at = 0; at < text->n_bytes;) {
        const char *line = memchr(text->data + at, '\n', text->n_bytes - at);
        size_t end = line ? (size_t)(line - text->data) : text->n_bytes;
        if (is_bold_lead(rich, at, end)) {
            write_line(rich, start, at);
            write_heading(rich, at, end);
            start = end;
        }
        at = end + 1;
    }
    write_line(rich, start, text->n_bytes);
}

void rich_end_heading(struct rich *rich, unsigned level, const char *anchor)
{
    struct markdown_heading heading = {.level = level < 6 ? level : 6,
                                       .anchor = anchor,
                                       .context = rich->options->context};
    heading.kind =
        qrd_kind_by_number(rich->options->document, rich->inlines.text.data);
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
        if (is_bold_heading(rich, node))
            write_heading(rich, 0, text->n_bytes);
        else if (bullet < text->n_bytes)
            write_with_bullets(rich, bullet, length);
        else
            write_lines(rich);
    }
    inlines_clear(&rich->inlines);
}

static void keep_heading(struct rich *rich, const char *text, unsigned level)
{
    rich->headings[level] = arena_strdup(&rich->arena, text);
    for (unsigned i = level + 1; i <= 6; i++)
        rich->headings[i] = NULL;
    rich->resumed = 0;
    rich->bold_level = 0;
    rich->level = level;
}

void rich_heading(struct rich *rich, const char *text,
                  const struct markdown_heading *heading)
{
    markdown_blank_line(rich->blocks.out);
    markdown_heading(text, strlen(text), heading, rich->blocks.out);
    rich->blocks.apart = false;
    keep_heading(rich, text, heading->level);
}

/* The heading above is written once more; above none, text is the overview. */
void rich_resume(struct rich *rich)
{
    unsigned level = rich->resumed;
    rich->resumed = 0;
    if (level == 0 || rich->one_line || blocks_are_nested(&rich->blocks))
        return;
    const struct kind_context *context = rich->options->context;
    struct markdown_heading heading = {.level = level, .context = context};
    const char *text = rich->headings[level];
    if (!text) {
        heading.level = rich->options->target_level;
        heading.kind = KIND_OVERVIEW;
        text = kind_label(KIND_OVERVIEW, context ? context->lang : NULL);
    }
    ledger_note(rich->options->ledger,
                rich->headings[level] ? LEDGER_REPEATED : LEDGER_ADDED,
                "heading of the text after", text, strlen(text));
    rich_heading(rich, text, &heading);
}
