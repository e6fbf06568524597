/* Text of a JSON string or a table's cell: what it is, and written as that.
 * [libxml2]
 *
 * A "<" counts as markup only where a tag of HTML begins and ends: "age<2" is
 * text. Plain text keeps its paragraphs, its lists and its short lines. */
#include "import/fragment.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/mem.h"
#include "base/strs.h"
#include "import/html.h"
#include "import/html_tag.h"
#include "import/xml.h"

/* A line shorter than this was ended on purpose. */
#define SHORT_LINE_BYTES 60

static bool has_tag(const char *text)
{
    struct html_tags tags;
    bool found = false;
    html_tags_init(&tags, text, strlen(text));
    for (const char *at = text; !found && (at = strchr(at, '<')); at++)
        found = html_tag_length(&tags, at) > 0;
    html_tags_finish(&tags);
    return found;
}

char *fragment_unescape(const char *text)
{
    static const struct {
        const char *entity;
        char byte;
    } entities[] = {{"&lt;", '<'},
                    {"&gt;", '>'},
                    {"&quot;", '"'},
                    {"&#39;", '\''},
                    {"&amp;", '&'}};
    struct buf out;
    buf_init(&out);
    while (*text) {
        size_t i = 0, n = sizeof entities / sizeof *entities;
        while (*text == '&' && i < n && !str_starts(text, entities[i].entity))
            i++;
        bool known = *text == '&' && i < n;
        buf_add_char(&out, known ? entities[i].byte : *text);
        text += known ? strlen(entities[i].entity) : 1;
    }
    return buf_steal(&out);
}

/* ---- Markdown ---- */

static bool line_is_marked(const char *line)
{
    size_t n = strspn(line, "#");
    return (n > 0 && n <= 6 && line[n] == ' ') || str_starts(line, "```") ||
           str_starts(line, "|---") || str_starts(line, "| ---") ||
           str_starts(line, "|:--");
}

/* "**wet**": two marks around words. */
static bool has_pair(const char *text, const char *mark)
{
    const char *open = strstr(text, mark);
    return open && open[2] && !ascii_is_space(open[2]) &&
           strstr(open + 3, mark);
}

static bool is_markdown(const char *text)
{
    if (has_pair(text, "**") || strstr(text, "](http"))
        return true;
    for (const char *line = text; line; line = strchr(line, '\n')) {
        line += *line == '\n';
        if (line_is_marked(line))
            return true;
    }
    return false;
}

enum fragment_form fragment_form(const char *text)
{
    if (has_tag(text))
        return FRAGMENT_HTML;
    if (strstr(text, "&lt;")) {
        char *inner = fragment_unescape(text);
        bool tagged = has_tag(inner);
        free(inner);
        if (tagged)
            return FRAGMENT_ESCAPED_HTML;
    }
    return is_markdown(text) ? FRAGMENT_MARKDOWN : FRAGMENT_PLAIN;
}

static unsigned top_heading(const char *text)
{
    unsigned top = 6;
    for (const char *line = text; line; line = strchr(line, '\n')) {
        line += *line == '\n';
        size_t n = strspn(line, "#");
        if (n > 0 && n < top && line[n] == ' ')
            top = (unsigned)n;
    }
    return top;
}

/* As it is, but for headings, which move to their level, and "<", which would
 * begin HTML that is none. */
static void write_markdown(struct rich *rich, const char *text, unsigned level)
{
    unsigned top = top_heading(text);
    blocks_begin(&rich->blocks);
    for (const char *line = text; line; line = strchr(line, '\n')) {
        line += *line == '\n';
        if (line > text) {
            buf_add_char(rich->blocks.out, '\n');
            blocks_line(&rich->blocks);
        }
        size_t n = strspn(line, "#");
        if (n > 0 && n <= 6 && line[n] == ' ')
            for (unsigned i = top; i < level && n + i - top < 6; i++)
                buf_add_char(rich->blocks.out, '#');
        for (const char *at = line; *at && *at != '\n'; at++) {
            if (*at == '<' && ascii_is_alpha(at[1]))
                buf_add_char(rich->blocks.out, '\\');
            if (*at != '\r')
                buf_add_char(rich->blocks.out, *at);
        }
    }
    blocks_end(&rich->blocks);
}

/* ---- plain text, as HTML ---- */

struct list_mark {
    size_t n_bytes; /* with the space after it; 0: no item */
    bool ordered;
    int number;
};

static struct list_mark list_mark(const char *line)
{
    static const char *const marks[] = {"- ", "* ", "+ ", "• ", "· ", "– "};
    size_t indent = strspn(line, " \t");
    const char *at = line + indent;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (str_starts(at, marks[i]))
            return (struct list_mark){.n_bytes = indent + strlen(marks[i])};
    size_t n = strspn(at, "0123456789");
    if (n > 0 && n <= 2 && (at[n] == '.' || at[n] == ')') && at[n + 1] == ' ')
        return (struct list_mark){
            .n_bytes = indent + n + 2, .ordered = true, .number = atoi(at)};
    return (struct list_mark){0};
}

struct plain {
    struct buf *out;
    struct ledger *ledger; /* may be NULL */
    const char *open;      /* "p", "ul", "ol", or NULL */
    int number;            /* of the last item of an ordered list */
    bool line_is_over;     /* the line before was ended on purpose */
};

static const char paragraph[] = "p", bullets[] = "ul", numbers[] = "ol";

static void open_element(struct plain *plain, const char *name)
{
    if (plain->open == name)
        return;
    if (plain->open)
        buf_printf(plain->out, "</%s>", plain->open);
    if (name)
        buf_printf(plain->out, "<%s>", name);
    plain->open = name;
}

static bool ends_line(const char *line, size_t n_bytes)
{
    return n_bytes > 0 &&
           (n_bytes < SHORT_LINE_BYTES || strchr(".!?:;", line[n_bytes - 1]));
}

/* Numbers are kept: a list of 1, 2, 3 is one, anything else is text. */
static bool is_item(const struct plain *plain, struct list_mark mark)
{
    if (mark.n_bytes == 0 || !mark.ordered)
        return mark.n_bytes > 0;
    return mark.number == (plain->open == numbers ? plain->number + 1 : 1);
}

static void add_item(struct plain *plain, const char *line, size_t n_bytes)
{
    struct list_mark mark = list_mark(line);
    open_element(plain, mark.ordered ? numbers : bullets);
    plain->number = mark.number;
    if (mark.ordered)
        ledger_note(plain->ledger, LEDGER_LEFT_OUT, "number of a list's item",
                    line, mark.n_bytes);
    buf_add(plain->out, "<li>");
    buf_add_n(plain->out, line + mark.n_bytes, n_bytes - mark.n_bytes);
    buf_add(plain->out, "</li>");
}

static void add_line(struct plain *plain, const char *line, size_t n_bytes)
{
    struct list_mark mark = list_mark(line);
    if (n_bytes == 0) {
        if (plain->open == paragraph)
            open_element(plain, NULL);
    } else if (mark.n_bytes < n_bytes && is_item(plain, mark)) {
        add_item(plain, line, n_bytes);
    } else {
        if (plain->open == paragraph)
            buf_add(plain->out, plain->line_is_over ? "<br>" : " ");
        open_element(plain, paragraph);
        buf_add_n(plain->out, line, n_bytes);
        plain->line_is_over = ends_line(line, n_bytes);
    }
}

static void plain_to_html(const char *text, struct ledger *ledger,
                          struct buf *out)
{
    struct plain plain = {.out = out, .ledger = ledger};
    for (const char *line = text; *line;) {
        size_t n = strcspn(line, "\n");
        size_t n_trimmed = n;
        while (n_trimmed > 0 && ascii_is_space(line[n_trimmed - 1]))
            n_trimmed--;
        add_line(&plain, line, n_trimmed);
        line += n + (line[n] == '\n');
    }
    open_element(&plain, NULL);
}

/* ---- HTML ---- */

/* Where only words are marked, line ends are all that tells paragraphs. */
static bool has_blocks(const char *text)
{
    static const char *const tags[] = {"<p",  "<br", "<div", "<ul", "<ol",
                                       "<li", "<dl", "<h",   "<t",  "<pre"};
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        if (ascii_casestr(text, tags[i]))
            return true;
    return false;
}

/* The ledger may be NULL. */
static void to_html(const char *text, enum fragment_form form,
                    struct ledger *ledger, struct buf *out)
{
    if (form == FRAGMENT_ESCAPED_HTML) {
        char *inner = fragment_unescape(text);
        buf_add(out, inner);
        free(inner);
    } else if (form == FRAGMENT_HTML && has_blocks(text)) {
        buf_add(out, text);
    } else {
        plain_to_html(text, ledger, out);
    }
}

void fragment_write(struct rich *rich, struct rich_options *options,
                    const char *text, unsigned level)
{
    enum fragment_form form = fragment_form(text);
    level = level < 6 ? level : 6;
    if (form == FRAGMENT_MARKDOWN) {
        write_markdown(rich, text, level);
        return;
    }
    struct buf html;
    struct error err;
    buf_init(&html);
    to_html(text, form, options->ledger, &html);
    xmlDoc *document = html_parse(html.data, html.n_bytes, NULL, &err);
    if (document) {
        const xmlNode *root = xmlDocGetRootElement(document);
        options->top_level = html_top_level(root, NULL);
        options->target_level = level;
        rich_write(rich, root);
        rich->blocks.apart = true;
        xmlFreeDoc(document);
    } else if (text[strspn(text, " \t\r\n")]) { /* as it is: nothing is lost */
        markdown_paragraph(text, strlen(text), rich->blocks.out);
    }
    buf_finish(&html);
}

void fragment_words(const char *text, struct buf *out)
{
    struct buf html;
    struct error err;
    enum fragment_form form = fragment_form(text);
    buf_init(&html);
    to_html(text, form == FRAGMENT_MARKDOWN ? FRAGMENT_PLAIN : form, NULL,
            &html);
    xmlDoc *document = html_parse(html.data, html.n_bytes, NULL, &err);
    if (document) {
        char *words = rich_plain(xmlDocGetRootElement(document));
        buf_add(out, words);
        free(words);
    }
    xmlFreeDoc(document);
    buf_finish(&html);
}
