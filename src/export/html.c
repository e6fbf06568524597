/* Exports an article as an HTML page without scripts and external resources. */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "article/source.h"
#include "base/ascii.h"
#include "export/format.h"
#include "export/html_node.h"
#include "export/html_schema.h"
#include "export/parts.h"
#include "text/word.h"

bool html_is_harmless(const char *address)
{
    static const char *const schemes[] = {"http:", "https:", "mailto:", "tel:"};
    if (address[strcspn(address, ":/?#")] != ':')
        return true;
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (!ascii_ncasecmp(address, schemes[i], strlen(schemes[i])))
            return true;
    return false;
}

static void add_address(struct html *html, const char *address)
{
    if (!address || !html_is_harmless(address))
        return;
    buf_add(html->out, " <a href=\"");
    html_add_text(html, address);
    buf_add(html->out, "\">");
    html_add_text(html, address);
    buf_add(html->out, "</a>");
}

/* Adds a line about a source, if add writes one. */
static void add_source_line(struct html *html, const char *separator,
                            const struct source *source,
                            void (*add)(const struct source *source,
                                        const char *lang, struct buf *out))
{
    struct buf line;
    buf_init(&line);
    add(source, html->article->lang, &line);
    if (line.n_bytes)
        buf_add(html->out, separator);
    html_add_text(html, line.data);
    buf_finish(&line);
}

static void add_source(struct html *html, const struct source *source)
{
    char *address = source_address(source);
    add_source_line(html, "", source, source_add_words);
    add_address(html, address);
    add_source_line(html, "<br>", source, source_add_copy_words);
    add_address(html, source->read_at.url);
    add_source_line(html, "<br>", source, source_add_secondary);
    free(address);
}

static bool is_note(const struct reference *reference)
{
    return reference->note && !reference->source;
}

static bool is_source(const struct reference *reference)
{
    return reference->source;
}

static void add_reference(struct html *html, size_t index)
{
    const struct reference *reference = &html->article->references[index];
    buf_printf(html->out, "<li id=\"source-%zu\" value=\"%zu\">", index + 1,
               index + 1);
    if (reference->source)
        add_source(html, reference->source);
    if (reference->note)
        html_add_node(html, reference->note);
    buf_add(html->out, "</li>\n");
}

/* Adds a heading of medfaq's own. A section of the article may already have its
 * id. */
static void add_heading(struct html *html, enum word word, const char *id)
{
    buf_add(html->out, "<h2");
    if (article_find_fragment(html->article, id) == SIZE_MAX)
        buf_printf(html->out, " id=\"%s\"", id);
    buf_printf(html->out, ">%s</h2>\n", word_in(word, html->article->lang));
    html->level = 2;
}

/* Adds the footnotes or the sources. */
static void add_references(struct html *html, const struct export_parts *parts,
                           bool (*is)(const struct reference *reference))
{
    bool any = false;
    for (size_t i = 0; i < html->article->n_references; i++) {
        if (!parts->cited.references[i] || !is(&html->article->references[i]))
            continue;
        if (!any && is == is_note)
            add_heading(html, WORD_NOTES, "notes");
        else if (!any)
            add_heading(html, WORD_SOURCES, "sources");
        if (!any)
            buf_add(html->out, "<ol>\n");
        any = true;
        add_reference(html, i);
    }
    if (any)
        buf_add(html->out, "</ol>\n");
}

static void add_unused(struct html *html)
{
    const struct article *article = html->article;
    if (!article->n_unused_definitions)
        return;
    add_heading(html, WORD_UNUSED, "unused");
    buf_add(html->out, "<ul>\n");
    for (size_t i = 0; i < article->n_unused_definitions; i++) {
        buf_add(html->out, "<li>");
        html_add_text(html, article->unused_definitions[i]);
        buf_add(html->out, "</li>\n");
    }
    buf_add(html->out, "</ul>\n");
}

/* Paper may be A4 or Letter, so there are margins but no widths. Addresses of
 * links are printed. On a narrow screen, a wide table scrolls instead of
 * breaking words. */
static const char style[] =
    ":root { color-scheme: light dark }\n"
    "body { max-width: 42em; margin: auto; padding: 1em; "
    "font-family: sans-serif; line-height: 1.5; overflow-wrap: break-word }\n"
    "h1, h2, h3 { line-height: 1.2 }\n"
    "a, code { overflow-wrap: anywhere }\n"
    "pre { white-space: pre-wrap }\n"
    "pre.risk { font: inherit }\n"
    ".table { overflow-x: auto }\n"
    "table { border-collapse: collapse }\n"
    "th, td { border: 1px solid; padding: 0.2em 0.5em; text-align: left; "
    "vertical-align: top }\n"
    "sup { line-height: 0 }\n"
    ".alert { border: 2px solid; padding: 0 1em; margin: 1em 0 }\n"
    "@page { margin: 2cm }\n"
    "@media print { :root { color-scheme: light }\n"
    "body { max-width: none; padding: 0; font-size: 11pt }\n"
    ".table { overflow-x: visible }\n"
    "h1, h2, h3 { break-after: avoid }\n"
    ".alert, pre.risk, li, tr { break-inside: avoid }\n"
    "a { color: inherit }\n"
    "p a[href^=http]::after { content: \" (\" attr(href) \")\" } }\n";

static void add_head(struct html *html)
{
    const char *title = *html->article->title ? html->article->title : "-";
    struct buf state;
    buf_add(html->out, "<!DOCTYPE html>\n<html lang=\"");
    html_add_text(html, html->article->lang);
    buf_add(html->out, "\">\n<head>\n<meta charset=\"utf-8\">\n"
                       "<meta name=\"viewport\" content=\"width=device-width, "
                       "initial-scale=1\">\n<title>");
    html_add_text(html, title);
    buf_printf(html->out, "</title>\n<style>%s</style>\n", style);
    buf_add(html->out, "</head>\n<body>\n<div role=\"main\">\n<h1>");
    html_add_text(html, title);
    buf_add(html->out, "</h1>\n<p>");
    buf_init(&state);
    export_add_state(&state, html->article);
    html_add_text(html, state.data);
    buf_finish(&state);
    buf_add(html->out, "</p>\n");
}

static unsigned section_level(const struct article *article)
{
    for (size_t i = 0; i < article->n_sections; i++)
        if (article->sections[i].heading != SIZE_MAX)
            return article->headings[article->sections[i].heading].level;
    return 2;
}

void export_html(const struct article *article,
                 const struct export_options *options, struct buf *out)
{
    struct html html = {
        .article = article,
        .out = out,
        .heading_base = section_level(article),
        .level = 1,
    };
    struct export_parts parts;
    buf_init(&html.safe);
    parts_init(&parts, article, options->kind);
    add_head(&html);
    for (size_t i = 0; i < parts.n; i++)
        for (size_t block = parts.items[i].blocks.first;
             block < parts.items[i].blocks.end; block++)
            html_add_node(&html, article->blocks[block]);
    add_references(&html, &parts, is_note);
    if (parts.is_whole)
        add_unused(&html);
    add_references(&html, &parts, is_source);
    buf_add(out, "</div>\n");
    if (!article->is_personal)
        html_add_schema(article, parts.is_whole, out);
    buf_add(out, "</body>\n</html>\n");
    parts_finish(&parts);
    buf_finish(&html.safe);
}
