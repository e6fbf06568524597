/* Pages of HTML that another program has made of a document. */
#include "import/made_page.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "import/converter.h"
#include "import/date_text.h"
#include "import/docbook.h"
#include "import/html_page.h"
#include "import/language.h"
#include "import/made_words.h"
#include "import/source.h"

struct made_sink {
    const struct sink *outer;
    const struct buf *html;
};

/* The article goes on with what it was made of. */
static void take(void *user, struct draft *draft)
{
    const struct made_sink *made = user;
    draft->source = made->html->data;
    draft->n_source_bytes = made->html->n_bytes;
    made->outer->take(made->outer->user, draft);
}

static void skip(void *user, const struct document *document,
                 const char *reason)
{
    const struct made_sink *made = user;
    made->outer->skip(made->outer->user, document, reason);
}

bool made_page_convert(const struct made_page *made, const struct buf *html,
                       struct error *err)
{
    struct made_sink inner = {made->sink, html};
    struct sink sink = {.user = &inner,
                        .ledger = made->sink->ledger,
                        .take = take,
                        .skip = skip};
    struct document page = *made->document;
    page.data = html->data;
    page.n_bytes = html->n_bytes;
    page.stream = NULL;
    page.charset = "UTF-8";
    page.well_formed = made->well_formed;
    return html_page_convert(&page, made->options, &sink, err);
}

/* ---- what pandoc leaves open ---- */

static void replace(struct buf *html, const char *from, const char *to)
{
    const char *found = strstr(html->data, from);
    if (!found)
        return;
    struct buf out;
    buf_init(&out);
    buf_add_n(&out, html->data, (size_t)(found - html->data));
    buf_add(&out, to);
    buf_add(&out, found + strlen(from));
    buf_finish(html);
    *html = out;
}

/* The day that pandoc writes below a title is a fact, which it states in the
 * head as well. */
static void take_out_date(struct buf *html)
{
    static const char start[] = "<p class=\"date\">", end[] = "</p>\n";
    const char *found = strstr(html->data, start);
    const char *day = found ? found + strlen(start) : NULL;
    const char *stop = day ? strstr(day, end) : NULL;
    if (!stop)
        return;
    struct date date;
    char *text = mem_strndup(day, (size_t)(stop - day));
    char *line = mem_strndup(found, (size_t)(stop - found) + strlen(end));
    if (date_text_parse(text, &date))
        replace(html, line, "");
    free(line);
    free(text);
}

/* Without a title pandoc calls a page "-". Where several sections begin with
 * level-1 headings, none of them is the title: the name of the file is. */
static void complete(struct buf *html, const struct document *document)
{
    const char *first = strstr(html->data, "<h1");
    bool titled = strstr(html->data, "<h1 class=\"title\"") != NULL;
    if (!titled && first && strstr(first + 1, "<h1")) {
        char *stem = document_stem(document);
        struct buf heading;
        buf_init(&heading);
        buf_add(&heading, "<body>\n<h1>");
        for (const char *at = stem; *at; at++)
            buf_add_char(&heading, strchr("<>&", *at) ? ' ' : *at);
        buf_add(&heading, "</h1>");
        replace(html, "<body>", heading.data);
        buf_finish(&heading);
        free(stem);
    }
    take_out_date(html);
    replace(html, "<title>-</title>", "<title></title>");
    const char *lang = language_guess(html->data, html->n_bytes);
    struct buf attribute;
    buf_init(&attribute);
    buf_printf(&attribute, " lang=\"%s\"", lang ? lang : "");
    replace(html, " lang=\"\"", attribute.data);
    buf_finish(&attribute);
}

bool made_page_recognise(const struct document *document)
{
    const struct converter *converter = converter_find(document);
    return converter && converter->gives == CONVERTER_HTML;
}

/* "{\\*\\footnote" asks a program that knows no notes to leave them out; pandoc
 * knows them, and leaves them out. */
static bool prepare_rtf(const struct document *document, struct buf *prepared)
{
    static const char optional[] = "{\\*\\footnote";
    const char *at = document->data, *end = at + document->n_bytes, *mark;
    size_t n = strlen(optional);
    while ((mark = memmem(at, (size_t)(end - at), optional, n))) {
        buf_add_n(prepared, at, (size_t)(mark - at));
        buf_add(prepared, "{\\footnote");
        at = mark + n;
    }
    buf_add_n(prepared, at, (size_t)(end - at));
    return at != document->data;
}

/* pandoc reads the document, or what is made of it first. */
static bool run_pandoc(const struct converter *converter,
                       const struct document *document, struct buf *html,
                       struct error *err)
{
    struct document given = *document;
    struct buf prepared;
    buf_init(&prepared);
    bool rtf = converter->magic && !converter->member;
    if ((converter->root && docbook_prepare(document, &prepared)) ||
        (rtf && prepare_rtf(document, &prepared))) {
        given.data = prepared.data;
        given.n_bytes = prepared.n_bytes;
    }
    bool good = converter_run(converter, &given, html, err);
    buf_finish(&prepared);
    return good;
}

bool made_page_by_pandoc(const struct document *document,
                         const struct import_options *options,
                         const struct sink *sink, struct error *err)
{
    const struct made_page made = {
        .document = document, .options = options, .sink = sink};
    const struct converter *converter = converter_find(document);
    if (!converter || converter->gives != CONVERTER_HTML)
        return error_set(err, _("not a format that medfaq reads with pandoc"));
    struct buf html;
    struct document whole;
    buf_init(&html);
    bool good = document_read_whole(document, SIZE_MAX, &whole, err) &&
                run_pandoc(converter, &whole, &html, err) &&
                made_words_compare(converter, &whole, &html, err);
    if (good) {
        complete(&html, document);
        good = made_page_convert(&made, &html, err);
    }
    document_free_whole(document, &whole);
    buf_finish(&html);
    return good;
}
