/* An article as a page of HTML: nothing is fetched, nothing runs. */
#include <stdlib.h>

#include "article/source.h"
#include "export/format.h"
#include "export/html_node.h"
#include "export/parts.h"
#include "text/word.h"

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

/* Adds one of the lines of a source. */
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

static void add_references(struct html *html, const struct export_parts *parts)
{
    bool any = false;
    for (size_t i = 0; i < html->article->n_references; i++) {
        const struct reference *reference = &html->article->references[i];
        if (!parts->cited.references[i])
            continue;
        if (!any)
            buf_printf(html->out, "<h2 id=\"sources\">%s</h2>\n<ol>\n",
                       word_in(WORD_SOURCES, html->article->lang));
        any = true;
        buf_printf(html->out, "<li id=\"source-%zu\" value=\"%zu\">", i + 1,
                   i + 1);
        if (reference->source)
            add_source(html, reference->source);
        if (reference->note)
            html_add_node(html, reference->note);
        buf_add(html->out, "</li>\n");
    }
    if (any)
        buf_add(html->out, "</ol>\n");
}

static void add_head(struct html *html)
{
    struct buf state;
    buf_add(html->out, "<!DOCTYPE html>\n<html lang=\"");
    html_add_text(html, html->article->lang);
    buf_add(html->out, "\">\n<meta charset=\"utf-8\">\n<title>");
    html_add_text(html, html->article->title);
    buf_add(html->out, "</title>\n"
                       "<style>body { max-width: 42em; margin: auto; "
                       "padding: 1em; font-family: sans-serif; "
                       "line-height: 1.5 } pre { white-space: pre-wrap } "
                       ".alert { border: 2px solid; padding: 0 1em }"
                       "</style>\n<h1>");
    html_add_text(html, html->article->title);
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
    };
    struct export_parts parts;
    buf_init(&html.safe);
    parts_init(&parts, article, options->kind);
    add_head(&html);
    for (size_t i = 0; i < parts.n; i++)
        for (size_t block = parts.items[i].blocks.first;
             block < parts.items[i].blocks.end; block++)
            html_add_node(&html, article->blocks[block]);
    add_references(&html, &parts);
    buf_add(out, "</html>\n");
    parts_finish(&parts);
    buf_finish(&html.safe);
}
