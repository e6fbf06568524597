/* Rich text as a tree of elements, HTML's or SPL's, written as Markdown.
 * [libxml2] */
#include "import/rich.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/fold.h"
#include "base/mem.h"
#include "base/strs.h"
#include "base/utf8.h"
#include "import/rich_role.h"
#include "import/rich_table.h"
#include "import/url.h"
#include "import/xml.h"

/* A bold paragraph, and a term of a definition list, up to this length may be
 * a heading. */
#define HEADING_MAX_BYTES 120
#define MAX_NOTES 1000

static void walk(struct rich *rich, const xmlNode *node);

void rich_init(struct rich *rich, const struct rich_options *options,
               struct buf *out)
{
    *rich = (struct rich){.options = options};
    rich->level = options->target_level > 1 ? options->target_level - 1 : 1;
    blocks_init(&rich->blocks, out);
    inlines_init(&rich->inlines);
}

static void write_note(struct rich *rich, size_t i)
{
    struct rich_note *note = &rich->notes[i];
    buf_printf(rich->blocks.out, "[^%zu]: %s\n\n", i + 1,
               note->text.n_bytes > 0 ? note->text.data
                                      : "(not in the original text)");
    free(note->id);
    buf_finish(&note->text);
}

void rich_finish(struct rich *rich)
{
    if (rich->n_notes > 0)
        markdown_blank_line(rich->blocks.out);
    for (size_t i = 0; i < rich->n_notes; i++)
        write_note(rich, i);
    free(rich->notes);
    inlines_finish(&rich->inlines);
    blocks_finish(&rich->blocks);
    arena_finish(&rich->arena);
}

/* ---- paragraphs ---- */

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

static void write_plain_heading(struct rich *rich, unsigned level)
{
    struct markdown_heading heading = {.level = level < 6 ? level : 6,
                                       .context = rich->options->context};
    char *text = mem_strdup(rich->inlines.text.data);
    rich_heading(rich, text, &heading);
    free(text);
}

/* Ends the paragraph that is open; node is the element that it was, or NULL. */
static void flush(struct rich *rich, const xmlNode *node)
{
    if (rich->one_line)
        return;
    if (inlines_trim(&rich->inlines)) {
        const struct buf *text = &rich->inlines.text;
        size_t length = 0;
        size_t bullet = find_bullet(text->data, 0, text->n_bytes, &length);
        if (is_bold_heading(rich, node)) {
            unsigned level = rich->level;
            write_plain_heading(rich, level + 1);
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

void rich_strong_line(struct rich *rich, const char *text)
{
    enum style style = rich->inlines.style;
    rich->inlines.style = STYLE_STRONG;
    inlines_add(&rich->inlines, text, strlen(text));
    flush(rich, NULL);
    rich->inlines.style = style;
}

/* ---- one function a role ---- */

static void walk_styled(struct rich *rich, const xmlNode *node,
                        enum style style)
{
    enum style before = rich->inlines.style;
    if (before != STYLE_STRONG)
        rich->inlines.style = style;
    walk(rich, node);
    rich->inlines.style = before;
}

static void walk_block(struct rich *rich, const xmlNode *node)
{
    if (rich->one_line) {
        inlines_space(&rich->inlines);
        walk(rich, node);
        inlines_space(&rich->inlines);
        return;
    }
    flush(rich, NULL);
    walk(rich, node);
    flush(rich, node);
}

static void add_list_break(struct rich *rich)
{
    struct inlines *inlines = &rich->inlines;
    if (inlines_trim(inlines) &&
        isalnum((unsigned char)inlines->text.data[inlines->text.n_bytes - 1]))
        inlines_add(inlines, ";", 1);
    inlines_space(inlines);
}

static void walk_item(struct rich *rich, const xmlNode *node)
{
    if (rich->one_line) {
        add_list_break(rich);
        walk(rich, node);
        return;
    }
    flush(rich, NULL);
    struct rich_list alone = {0}, *outer = rich->list;
    struct rich_list *list = outer ? outer : &alone;
    char marker[16] = "- ";
    if (list->ordered)
        snprintf(marker, sizeof marker, "%u. ", list->next++);
    if (list->begun)
        rich->blocks.apart = false;
    list->begun = true;
    list->written = false;
    list->opened = blocks_open(&rich->blocks, marker,
                               &"                "[16 - strlen(marker)]);
    rich->list = list;
    walk(rich, node);
    flush(rich, NULL);
    rich->list = outer;
    blocks_close(&rich->blocks, list->opened);
}

static void walk_list(struct rich *rich, const xmlNode *node, bool ordered)
{
    struct rich_list list = {.ordered = ordered, .next = 1};
    struct rich_list *outer = rich->list;
    flush(rich, NULL);
    if (outer)
        rich->blocks.apart = false;
    rich->list = &list;
    walk(rich, node);
    flush(rich, NULL);
    rich->list = outer;
}

static bool says_title(const struct rich *rich, const char *text)
{
    if (!rich->options->title)
        return false;
    return fold_compare(text, rich->options->title) == 0;
}

static void walk_heading(struct rich *rich, const xmlNode *node,
                         unsigned source_level)
{
    if (rich->one_line) {
        walk_block(rich, node);
        return;
    }
    flush(rich, NULL);
    if (blocks_are_nested(&rich->blocks)) {
        walk_styled(rich, node, STYLE_STRONG);
        flush(rich, NULL);
        return;
    }
    rich->one_line = rich->in_heading = true;
    walk(rich, node);
    rich->one_line = rich->in_heading = false;
    const struct rich_options *options = rich->options;
    unsigned level =
        source_level < options->top_level
            ? options->target_level
            : source_level - options->top_level + options->target_level;
    if (inlines_trim(&rich->inlines) &&
        !(source_level == 1 && says_title(rich, rich->inlines.text.data)))
        write_plain_heading(rich, level);
    inlines_clear(&rich->inlines);
}

static void walk_quote(struct rich *rich, const xmlNode *node,
                       const char *alert)
{
    if (rich->one_line) {
        walk_block(rich, node);
        return;
    }
    flush(rich, NULL);
    size_t opened = blocks_open(&rich->blocks, "> ", "> ");
    if (alert) {
        blocks_begin(&rich->blocks);
        buf_printf(rich->blocks.out, "[!%s]\n", alert);
    }
    walk(rich, node);
    flush(rich, NULL);
    blocks_close(&rich->blocks, opened);
}

/* A question with a long answer is a heading, any other term stands in bold
 * type before its definition. */
static void walk_term(struct rich *rich, const xmlNode *node)
{
    char *text = rich_plain(node);
    bool question = str_ends(text, "?");
    free(text);
    if (question && !rich->one_line && !blocks_are_nested(&rich->blocks)) {
        unsigned level = rich->level;
        walk_heading(rich, node,
                     rich->options->top_level + level + 1 -
                         rich->options->target_level);
        rich->level = level;
        return;
    }
    if (!rich->one_line)
        flush(rich, NULL);
    walk_styled(rich, node, STYLE_STRONG);
    if (!rich->one_line)
        flush(rich, NULL);
}

/* What comes after stands on the level of what came before. */
static void walk_details(struct rich *rich, const xmlNode *node)
{
    unsigned level = rich->level;
    walk_block(rich, node);
    rich->level = level;
}

static void walk_preformatted(struct rich *rich, const xmlNode *node)
{
    if (rich->one_line) {
        walk_block(rich, node);
        return;
    }
    flush(rich, NULL);
    struct buf text;
    buf_init(&text);
    xml_text(node, &text);
    blocks_begin(&rich->blocks);
    buf_add(rich->blocks.out, "~~~~~~~~\n");
    for (const char *line = text.data; *line;) {
        size_t n = strcspn(line, "\n");
        blocks_line(&rich->blocks);
        buf_add_n(rich->blocks.out, line, n);
        buf_add_char(rich->blocks.out, '\n');
        line += n + (line[n] == '\n');
    }
    blocks_line(&rich->blocks);
    buf_add(rich->blocks.out, "~~~~~~~~");
    blocks_end(&rich->blocks);
    buf_finish(&text);
}

static void walk_link(struct rich *rich, const xmlNode *node)
{
    char *href = xml_attribute(node, "href");
    const char *outer = rich->inlines.url;
    char *url = outer ? NULL : url_resolve(rich->options->base_url, href);
    if (url)
        rich->inlines.url = arena_strdup(&rich->arena, url);
    walk(rich, node);
    rich->inlines.url = outer;
    free(url);
    xmlFree(href);
}

/* An image without alternative text is an ornament. */
static void add_image(struct rich *rich, const xmlNode *node)
{
    char *alt = xml_attribute(node, "alt"), *src = xml_attribute(node, "src");
    char *url = url_resolve(rich->options->base_url, src);
    const char *outer = rich->inlines.url;
    bool has_alt = alt && alt[strspn(alt, " \t\r\n")];
    if (has_alt && url && !outer && !rich->in_heading) {
        struct inlines image;
        struct buf markdown;
        inlines_init(&image);
        buf_init(&markdown);
        image.url = url;
        inlines_add(&image, alt, strlen(alt));
        inlines_write(&image, 0, image.text.n_bytes, NULL, &markdown);
        inlines_add_markdown(&rich->inlines, "!");
        inlines_add_markdown(&rich->inlines, markdown.data);
        buf_finish(&markdown);
        inlines_finish(&image);
    } else if (has_alt) {
        inlines_add(&rich->inlines, alt, strlen(alt));
    }
    free(url);
    xmlFree(alt);
    xmlFree(src);
}

/* H₂O, m²: digits and signs have forms of their own in Unicode; letters do not
 * all, and stay as they are. */
static void add_raised(struct rich *rich, const xmlNode *node, bool below)
{
    static const char *const digits[2][14] = {
        {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹", "⁺", "⁻", "⁽", "⁾"},
        {"₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉", "₊", "₋", "₍", "₎"}};
    static const char plain[] = "0123456789+-()";
    char *text = rich_plain(node);
    if (text[strspn(text, plain)] || !text[0]) {
        walk(rich, node);
    } else {
        for (const char *at = text; *at; at++) {
            const char *raised = digits[below][strchr(plain, *at) - plain];
            inlines_add(&rich->inlines, raised, strlen(raised));
        }
        const xmlNode *last = node->last;
        if (last && last->type == XML_TEXT_NODE &&
            str_ends((const char *)last->content, " "))
            inlines_space(&rich->inlines);
    }
    free(text);
}

/* ---- notes ---- */

/* The number of a note, from 1; 0: there are too many. */
static size_t note_number(struct rich *rich, const char *id)
{
    for (size_t i = 0; id && i < rich->n_notes; i++)
        if (str_equal(rich->notes[i].id, id))
            return i + 1;
    if (rich->n_notes == MAX_NOTES)
        return 0;
    rich->notes = mem_grow(rich->notes, rich->n_notes, &rich->capacity,
                           sizeof *rich->notes);
    struct rich_note *note = &rich->notes[rich->n_notes++];
    note->id = id ? mem_strdup(id) : NULL;
    buf_init(&note->text);
    return rich->n_notes;
}

static void cite(struct rich *rich, size_t number)
{
    char citation[32];
    snprintf(citation, sizeof citation, "[^%zu]", number);
    inlines_add_markdown(&rich->inlines, citation);
}

static void walk_note(struct rich *rich, const xmlNode *node)
{
    char *id = xml_attribute(node, "ID");
    size_t number = rich->in_heading ? 0 : note_number(rich, id);
    xmlFree(id);
    if (number == 0) {
        walk_block(rich, node);
        return;
    }
    cite(rich, number);
    struct buf text;
    buf_init(&text);
    rich_cell(rich, node, &text);
    struct buf *note = &rich->notes[number - 1].text;
    buf_printf(note, "%s%s", note->n_bytes > 0 ? " " : "", text.data);
    buf_finish(&text);
}

static void walk_note_reference(struct rich *rich, const xmlNode *node)
{
    char *id = xml_attribute(node, "IDREF");
    size_t number = id && !rich->in_heading ? note_number(rich, id) : 0;
    if (number > 0)
        cite(rich, number);
    xmlFree(id);
}

/* ---- the walk ---- */

static void walk_element(struct rich *rich, const xmlNode *node)
{
    struct role role = role_of(node);
    switch (role.type) {
    case ROLE_INLINE: walk(rich, node); break;
    case ROLE_BLOCK: walk_block(rich, node); break;
    case ROLE_HEADING: walk_heading(rich, node, role.level); break;
    case ROLE_DETAILS: walk_details(rich, node); break;
    case ROLE_SUMMARY:
        walk_heading(rich, node,
                     rich->level + 1 + rich->options->top_level -
                         rich->options->target_level);
        break;
    case ROLE_LIST: walk_list(rich, node, false); break;
    case ROLE_ORDERED: walk_list(rich, node, true); break;
    case ROLE_ITEM: walk_item(rich, node); break;
    case ROLE_TERM: walk_term(rich, node); break;
    case ROLE_QUOTE: walk_quote(rich, node, role.alert); break;
    case ROLE_PREFORMATTED: walk_preformatted(rich, node); break;
    case ROLE_TABLE:
        flush(rich, NULL);
        rich_table(rich, node);
        break;
    case ROLE_EMPHASIS: walk_styled(rich, node, STYLE_EMPHASIS); break;
    case ROLE_STRONG: walk_styled(rich, node, STYLE_STRONG); break;
    case ROLE_SUBSCRIPT: add_raised(rich, node, true); break;
    case ROLE_SUPERSCRIPT: add_raised(rich, node, false); break;
    case ROLE_LINK: walk_link(rich, node); break;
    case ROLE_IMAGE: add_image(rich, node); break;
    case ROLE_NOTE: walk_note(rich, node); break;
    case ROLE_NOTE_REFERENCE: walk_note_reference(rich, node); break;
    case ROLE_BREAK:
        if (rich->one_line)
            inlines_space(&rich->inlines);
        else if (str_ends(rich->inlines.text.data, "\n"))
            flush(rich, NULL);
        else
            inlines_break(&rich->inlines);
        break;
    case ROLE_NOTHING: break;
    }
}

static void walk(struct rich *rich, const xmlNode *node)
{
    for (const xmlNode *child = node->children; child; child = child->next)
        if (child->type == XML_TEXT_NODE ||
            child->type == XML_CDATA_SECTION_NODE)
            inlines_add(&rich->inlines, (const char *)child->content,
                        strlen((const char *)child->content));
        else if (child->type == XML_ELEMENT_NODE)
            walk_element(rich, child);
}

void rich_write(struct rich *rich, const xmlNode *node)
{
    walk(rich, node);
    flush(rich, NULL);
}

void rich_cell(struct rich *rich, const xmlNode *cell, struct buf *out)
{
    struct inlines outer = rich->inlines;
    bool one_line = rich->one_line;
    inlines_init(&rich->inlines);
    rich->one_line = true;
    walk(rich, cell);
    if (inlines_trim(&rich->inlines))
        inlines_write(&rich->inlines, 0, rich->inlines.text.n_bytes, NULL, out);
    inlines_finish(&rich->inlines);
    rich->inlines = outer;
    rich->one_line = one_line;
}

char *rich_plain(const xmlNode *node)
{
    static const struct rich_options plain = {.top_level = 1};
    struct buf none;
    struct rich rich;
    buf_init(&none);
    rich_init(&rich, &plain, &none);
    rich.one_line = rich.in_heading = true;
    if (node->type == XML_ELEMENT_NODE)
        walk(&rich, node);
    else if (node->content && node->type == XML_TEXT_NODE)
        inlines_add(&rich.inlines, (const char *)node->content,
                    strlen((const char *)node->content));
    inlines_trim(&rich.inlines);
    char *text = mem_strdup(rich.inlines.text.data);
    rich_finish(&rich);
    buf_finish(&none);
    return text;
}
