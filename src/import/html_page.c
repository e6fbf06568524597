/* Web pages that somebody saved. [libxml2]
 *
 * What is left out on purpose: what html_main.c takes for furniture of the
 * site, what rich_role.c lists as showing no text, and a level-1 heading that
 * repeats the title. */
#include "import/html_page.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/mem.h"
#include "base/strs.h"
#include "import/encoding.h"
#include "import/html.h"
#include "import/html_head.h"
#include "import/html_main.h"
#include "import/markup.h"
#include "import/rich.h"
#include "import/schema.h"
#include "import/xml.h"

struct page {
    struct draft draft;
    const xmlNode *root;
    const xmlNode *main;
    struct strs data; /* JSON-LD */
};

bool html_page_recognise(const struct document *document)
{
    static const char *const signs[] = {"<!doctype html", "<html", "<head>",
                                        "<body"};
    char head[2049];
    size_t n = 0;
    for (size_t i = 0; i < document->n_bytes && n < sizeof head - 1; i++)
        if (document->data[i]) /* UTF-16 is half NULs */
            head[n++] = document->data[i];
    head[n] = '\0';
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (ascii_casestr(head, signs[i]))
            return true;
    return false;
}

static char *find_title(const struct page *page,
                        const struct document *document)
{
    const xmlNode *heading = xml_find(page->main, "h1");
    char *title = heading ? rich_plain(heading) : mem_strdup("");
    if (!title[0]) {
        free(title);
        title = html_title(page->root);
    }
    if (!title[0]) {
        free(title);
        title = document_stem(document);
    }
    return title;
}

/* By address, which is the same whenever the page is saved; without one, by
 * file and title. */
static void set_id(struct draft *draft, const struct document *document)
{
    if (draft->origin.url) {
        draft_set_web_id(draft, draft->origin.url);
    } else {
        char *file = document_stem(document);
        draft_set_id(draft, "page", file, draft->title);
        free(file);
    }
}

static void write_page(struct page *page, struct ledger *ledger)
{
    struct draft *draft = &page->draft;
    struct kind_context context = {
        .lang = draft->lang,
        .title = draft->title,
        .synonyms = (const char *const *)draft->synonyms.items,
        .n_synonyms = draft->synonyms.n,
        .type = article_type_name(draft->type),
    };
    struct rich_options options = {.context = &context,
                                   .base_url = draft->origin.url,
                                   .ledger = ledger,
                                   .title = draft->title,
                                   .top_level =
                                       html_top_level(page->main, draft->title),
                                   .target_level = 2};
    struct rich rich;
    rich_init(&rich, &options, &draft->body);
    rich_write(&rich, page->main);
    rich_finish(&rich);
}

static bool convert(struct page *page, const struct document *document,
                    const struct sink *sink, struct error *err)
{
    const struct strs *data = &page->data;
    xmlNode *body = xml_find(page->root, "body");
    if (!body)
        return error_set(err, "is a page without a body");
    struct draft *draft = &page->draft;
    page->main = html_main(body, sink->ledger);
    xml_note(xml_find(page->root, "head"), sink->ledger, LEDGER_LEFT_OUT,
             "head of the page");
    html_read_head(draft, page->root);
    char *title = find_title(page, document);
    draft->title = arena_strdup(&draft->arena, title);
    free(title);
    draft->origin.retrieved = document->retrieved;
    set_id(draft, document);
    schema_add_facts(draft, data);
    write_page(page, sink->ledger);
    schema_add_questions(draft, data, sink->ledger);
    if (draft->body.n_bytes > 0)
        sink->take(sink->user, draft);
    else
        sink->skip(sink->user, document, "is a page without text");
    return true;
}

/* As UTF-8, by the character set that the page or the user states. */
static bool decode(const struct document *document,
                   const struct import_options *options, struct buf *text,
                   struct error *err)
{
    char *charset = html_charset(document->data, document->n_bytes);
    bool good = encoding_to_utf8(
        document->data, document->n_bytes,
        options->encoding ? options->encoding : charset, text, err);
    free(charset);
    return good;
}

void html_page_read_words(const struct document *document,
                          const struct import_options *options,
                          struct letters *letters)
{
    static const struct markup_rules rules = {.html = true};
    struct buf text;
    buf_init(&text);
    if (decode(document, options, &text, NULL))
        markup_read(text.data, text.n_bytes, &rules, letters);
    buf_finish(&text);
}

bool html_page_convert(const struct document *document,
                       const struct import_options *options,
                       const struct sink *sink, struct error *err)
{
    struct buf text;
    buf_init(&text);
    bool good = decode(document, options, &text, err);
    struct page page = {.root = NULL};
    strs_init(&page.data);
    draft_init(&page.draft);
    xmlDoc *html =
        good ? html_parse(text.data, text.n_bytes, &page.data, err) : NULL;
    if (html) {
        page.root = xmlDocGetRootElement(html);
        good = convert(&page, document, sink, err);
    }
    xmlFreeDoc(html);
    draft_finish(&page.draft);
    strs_finish(&page.data);
    buf_finish(&text);
    return html && good;
}
