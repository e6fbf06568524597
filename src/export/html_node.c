/* Writes the nodes of an article as HTML elements. */
#include "export/html_node.h"

#include <string.h>

#include "article/risk.h"
#include "base/ascii.h"
#include "export/format.h"
#include "text/empty.h"
#include "text/word.h"

static void add_escaped(struct html *html, const char *text, size_t n_bytes)
{
    buf_clear(&html->safe);
    export_add_safe_lines(&html->safe, text, n_bytes);
    for (size_t i = 0; i < html->safe.n_bytes; i++) {
        char byte = html->safe.data[i];
        switch (byte) {
        case '&': buf_add(html->out, "&amp;"); break;
        case '<': buf_add(html->out, "&lt;"); break;
        case '>': buf_add(html->out, "&gt;"); break;
        case '"': buf_add(html->out, "&quot;"); break;
        default: buf_add_char(html->out, byte);
        }
    }
}

void html_add_text(struct html *html, const char *text)
{
    add_escaped(html, text, strlen(text));
}

static void open_list(struct html *html, const struct node *node)
{
    if (!node->list.ordered)
        buf_add(html->out, "<ul>\n");
    else if (node->list.start == 1)
        buf_add(html->out, "<ol>\n");
    else
        buf_printf(html->out, "<ol start=\"%u\">\n", node->list.start);
}

static void close_list(struct html *html, const struct node *node)
{
    buf_add(html->out, node->list.ordered ? "</ol>\n" : "</ul>\n");
}

static bool is_tight(const struct node *paragraph)
{
    const struct node *item = paragraph->parent;
    return item && item->type == NODE_ITEM && item->parent &&
           item->parent->type == NODE_LIST && item->parent->list.tight;
}

static void open_paragraph(struct html *html, const struct node *node)
{
    if (!is_tight(node))
        buf_add(html->out, "<p>");
}

static void close_paragraph(struct html *html, const struct node *node)
{
    buf_add(html->out, is_tight(node) ? "\n" : "</p>\n");
}

static void open_alert(struct html *html, const struct node *node)
{
    buf_printf(html->out, "<div class=\"alert %s\">\n<p><strong>",
               alert_name(node->alert));
    html_add_text(html, alert_label(node->alert, html->article->lang));
    buf_add(html->out, "</strong></p>\n");
}

/* Computes the level of a heading: at most one deeper than the heading before,
 * so that no level is skipped. */
static void update_heading_level(struct html *html, const struct node *node)
{
    unsigned level = node->heading.level, deepest = html->level + 1;
    level = level > html->heading_base ? level - html->heading_base + 2 : 2;
    level = level < 6 ? level : 6;
    html->level = level < deepest ? level : deepest;
}

static void open_heading(struct html *html, const struct node *node)
{
    const struct heading *heading =
        &html->article->headings[node->heading.index];
    update_heading_level(html, node);
    buf_printf(html->out, "<h%u id=\"", html->level);
    html_add_text(html, heading->anchor ? heading->anchor : heading->slug);
    buf_add(html->out, "\">");
}

static void close_heading(struct html *html, const struct node *node)
{
    const char *words = empty_section_words(html->article, node->heading.index);
    buf_printf(html->out, "</h%u>\n", html->level);
    if (words && empty_section_warns(html->article, node->heading.index))
        buf_printf(html->out, "<p><strong>%s</strong></p>\n", words);
    else if (words)
        buf_printf(html->out, "<p>%s</p>\n", words);
}

static bool is_header(const struct node *row)
{
    return row == row->parent->first;
}

/* Wide tables scroll. The element around a table is focusable, so that the
 * keyboard scrolls it, too. */
static void open_table(struct html *html, const struct node *node)
{
    (void)node;
    buf_printf(html->out,
               "<div class=\"table\" role=\"group\" tabindex=\"0\" "
               "aria-label=\"%s\">\n<table>\n",
               word_in(WORD_TABLE, html->article->lang));
}

static void close_table(struct html *html, const struct node *node)
{
    if (node->first && node->first->next)
        buf_add(html->out, "</tbody>\n");
    buf_add(html->out, "</table>\n</div>\n");
}

static void open_row(struct html *html, const struct node *node)
{
    html->column = 0;
    if (is_header(node))
        buf_add(html->out, "<thead>\n");
    else if (node == node->parent->first->next)
        buf_add(html->out, "<tbody>\n");
    buf_add(html->out, "<tr>");
}

static void close_row(struct html *html, const struct node *node)
{
    buf_add(html->out, is_header(node) ? "</tr>\n</thead>\n" : "</tr>\n");
}

static const char *cell_tag(const struct node *cell)
{
    return is_header(cell->parent) ? "th" : "td";
}

static void open_cell(struct html *html, const struct node *cell)
{
    static const char *const styles[] = {
        [ALIGN_NONE] = "",
        [ALIGN_LEFT] = " style=\"text-align: left\"",
        [ALIGN_CENTRE] = " style=\"text-align: center\"",
        [ALIGN_RIGHT] = " style=\"text-align: right\"",
    };
    const struct node *table = cell->parent->parent;
    unsigned column = html->column++;
    buf_printf(html->out, "<%s%s%s>", cell_tag(cell),
               is_header(cell->parent) ? " scope=\"col\"" : "",
               column < table->table.n_columns
                   ? styles[table->table.align[column]]
                   : "");
}

static void close_cell(struct html *html, const struct node *cell)
{
    buf_printf(html->out, "</%s>", cell_tag(cell));
}

/* Tells whether a link or image has no visible content. */
static bool is_blank(const struct html *html, const struct node *link)
{
    const char *text = html->article->text;
    uint32_t at = link->text_start;
    while (at < link->text_end && ascii_is_space(text[at]))
        at++;
    for (const struct node *node = node_walk(link, link); node;
         node = node_walk(link, node))
        if (node->type == NODE_IMAGE)
            return false;
    return at == link->text_end;
}

/* Tells whether a link becomes an <a> element: not within another link, and not
 * if it might run code. */
static bool is_linked(const struct html *html, const char *url)
{
    return html_is_harmless(url) && html->n_links == 0;
}

static void open_link(struct html *html, const struct node *node)
{
    const char *url = html->article->links[node->index].url;
    if (is_linked(html, url)) {
        buf_add(html->out, "<a href=\"");
        html_add_text(html, url);
        buf_add(html->out, "\">");
    }
    html->n_links += html_is_harmless(url);
}

/* Adds "(image: address)", as on the screen, or "(address)" for other links. */
static void add_address(struct html *html, const char *url, bool is_image)
{
    const char *lang = html->article->lang;
    buf_add_char(html->out, '(');
    if (is_image)
        buf_printf(html->out, "%s: ", word_in(WORD_IMAGE, lang));
    html_add_text(html, url);
    buf_add_char(html->out, ')');
}

/* Closes a link or image. Its address is shown if it cannot be a link or has no
 * visible content. */
static void close_link(struct html *html, const struct node *node)
{
    const char *url = html->article->links[node->index].url;
    bool is_harmless = html_is_harmless(url), is_empty = is_blank(html, node);
    bool is_image = node->type == NODE_IMAGE && is_harmless;
    html->n_links -= is_harmless;
    bool linked = is_linked(html, url);
    if (!linked && !is_empty)
        buf_add_char(html->out, ' ');
    if (is_empty && linked && !is_image)
        html_add_text(html, url);
    else if (is_empty || !linked)
        add_address(html, url, is_image);
    if (linked)
        buf_add(html->out, "</a>");
}

static void add_citation(struct html *html, int32_t index)
{
    if (html->n_links)
        buf_printf(html->out, "<sup>[%d]</sup>", index + 1);
    else
        buf_printf(html->out,
                   "<sup><a href=\"#source-%d\" role=\"doc-noteref\">[%d]</a>"
                   "</sup>",
                   index + 1, index + 1);
}

/* Adds the citations after the sentences, one for consecutive rows with the
 * same source. */
static void close_risk(struct html *html, const struct node *node)
{
    int32_t last = -1;
    for (size_t i = 0; i < node->risk->n_rows; i++) {
        int32_t index = node->risk->rows[i].reference;
        if (index >= 0 && index != last)
            add_citation(html, index);
        last = index;
    }
    buf_add(html->out, "</pre>\n");
}

static void open_citation(struct html *html, const struct node *node)
{
    if (node->index >= 0)
        add_citation(html, node->index);
    else
        add_escaped(html, html->article->text + node->text_start,
                    node->text_end - node->text_start);
}

static void open_code_block(struct html *html, const struct node *node)
{
    if (!*node->info) {
        buf_add(html->out, "<pre><code>");
        return;
    }
    buf_add(html->out, "<pre><code class=\"language-");
    add_escaped(html, node->info, strcspn(node->info, " \t"));
    buf_add(html->out, "\">");
}

/* How a node is written: by tags, or by functions where tags are not enough. */
struct element {
    const char *open, *close;
    void (*write_open)(struct html *html, const struct node *node);
    void (*write_close)(struct html *html, const struct node *node);
    bool has_text; /* it shows its range of article->text */
};

static const struct element elements[] = {
    [NODE_DOCUMENT] = {.open = ""},
    [NODE_QUOTE] = {"<blockquote>\n", "</blockquote>\n"},
    [NODE_ALERT] = {.write_open = open_alert, .close = "</div>\n"},
    [NODE_LIST] = {.write_open = open_list, .write_close = close_list},
    [NODE_ITEM] = {"<li>", "</li>\n"},
    [NODE_TABLE] = {.write_open = open_table, .write_close = close_table},
    [NODE_ROW] = {.write_open = open_row, .write_close = close_row},
    [NODE_PARAGRAPH] = {.write_open = open_paragraph,
                        .write_close = close_paragraph},
    [NODE_HEADING] = {.write_open = open_heading, .write_close = close_heading},
    [NODE_CELL] = {.write_open = open_cell, .write_close = close_cell},
    [NODE_CODE_BLOCK] = {.write_open = open_code_block,
                         .close = "</code></pre>\n",
                         .has_text = true},
    [NODE_HTML_BLOCK] = {"<pre>", "</pre>\n", .has_text = true},
    [NODE_RISK] = {.open = "<pre class=\"risk\">",
                   .write_close = close_risk,
                   .has_text = true},
    [NODE_RULE] = {.open = "<hr>\n"},
    [NODE_NOTICE] = {"<p class=\"notice\">", "</p>\n", .has_text = true},
    [NODE_EMPH] = {"<em>", "</em>"},
    [NODE_STRONG] = {"<strong>", "</strong>"},
    [NODE_LINK] = {.write_open = open_link, .write_close = close_link},
    [NODE_IMAGE] = {.write_open = open_link, .write_close = close_link},
    [NODE_TEXT] = {.has_text = true},
    [NODE_CODE] = {"<code>", "</code>", .has_text = true},
    [NODE_HTML] = {.has_text = true},
    [NODE_CITATION] = {.write_open = open_citation},
    [NODE_SOFT_BREAK] = {.open = "\n"},
    [NODE_HARD_BREAK] = {.open = "<br>\n"},
};

/* ---- what is struck out ---- */

static const char strike[] = "~~"; /* before and behind */
#define STRIKE_BYTES 2

/* The next mark in text from an offset to the end of its node; UINT32_MAX if
 * there is none. */
static uint32_t find_strike(const struct html *html, uint32_t from,
                            const struct node *node)
{
    const char *text = html->article->text;
    const char *at =
        from < node->text_end
            ? memmem(text + from, node->text_end - from, strike, STRIKE_BYTES)
            : NULL;
    return at ? (uint32_t)(at - text) : UINT32_MAX;
}

/* Returns the mark that closes an opening mark, or 0. It must be in the same
 * element, so that tags nest. */
static uint32_t strike_end(const struct html *html, uint32_t start,
                           const struct node *node)
{
    const char *text = html->article->text;
    uint32_t from = start + STRIKE_BYTES, end = UINT32_MAX;
    for (const struct node *in = node; in && end == UINT32_MAX; in = in->next)
        if (in->type == NODE_TEXT)
            end = find_strike(html, in == node ? from : in->text_start, in);
    if (end == UINT32_MAX || end == from || text[from] == ' ' ||
        text[end - 1] == ' ')
        return 0;
    return end;
}

/* Adds text of the article. What is between two marks is struck out. */
static void add_text(struct html *html, const struct node *node)
{
    const char *text = html->article->text;
    uint32_t at = node->text_start, mark = find_strike(html, at, node);
    for (; mark != UINT32_MAX; mark = find_strike(html, at, node)) {
        bool ends = html->struck_end && html->struck_end == mark;
        uint32_t end =
            ends || html->struck_end ? 0 : strike_end(html, mark, node);
        add_escaped(html, text + at, mark - at);
        at = mark + STRIKE_BYTES;
        if (!ends && !end) {
            buf_add(html->out, strike);
            continue;
        }
        buf_add(html->out, ends ? "</del>" : "<del>");
        html->struck_end = end;
    }
    add_escaped(html, text + at, node->text_end - at);
}

/* Recursion is limited by NODE_MAX_DEPTH. */
void html_add_node(struct html *html, const struct node *node)
{
    const struct element *element = &elements[node->type];
    if (element->write_open)
        element->write_open(html, node);
    else if (element->open)
        buf_add(html->out, element->open);
    if (node->type == NODE_TEXT)
        add_text(html, node);
    else if (element->has_text)
        add_escaped(html, html->article->text + node->text_start,
                    node->text_end - node->text_start);
    for (const struct node *child = node->first; child; child = child->next)
        html_add_node(html, child);
    if (element->write_close)
        element->write_close(html, node);
    else if (element->close)
        buf_add(html->out, element->close);
}
