/* Web pages that somebody saved. [libxml2]
 *
 * What is left out on purpose: what html_main.c takes for furniture of the
 * site, what rich_role.c lists as showing no text, and a level-1 heading that
 * repeats the title. */
#include "import/html_page.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/fold.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/strs.h"
#include "import/encoding.h"
#include "import/format.h"
#include "import/html.h"
#include "import/html_anchor.h"
#include "import/html_board.h"
#include "import/html_clean.h"
#include "import/html_dates.h"
#include "import/html_head.h"
#include "import/html_main.h"
#include "import/html_notes.h"
#include "import/html_repeat.h"
#include "import/html_shape.h"
#include "import/html_wiki.h"
#include "import/markup.h"
#include "import/qrd.h"
#include "import/rich.h"
#include "import/rich_role.h"
#include "import/schema.h"
#include "import/xml.h"

struct html_page {
    struct draft draft;
    const xmlNode *root;
    const xmlNode *main;
    struct strs data;    /* JSON-LD */
    const char *heading; /* the first, or <title>, or the file's name */
    enum qrd_document document;
};

bool html_page_recognise(const struct document *document)
{
    return format_is_html(document);
}

/* ---- leaflets ---- */

/* Many leaflets have bold paragraphs for headings. */
static bool is_bold_paragraph(const xmlNode *node)
{
    const xmlNode *child = node->children;
    while (child && xmlIsBlankNode(child))
        child = child->next;
    if (!xml_is(node, "p") || (!xml_is(child, "b") && !xml_is(child, "strong")))
        return false;
    for (child = child->next; child; child = child->next)
        if (!xmlIsBlankNode(child))
            return false;
    return true;
}

static void collect_headings(const xmlNode *main, struct strs *headings)
{
    for (const xmlNode *node = main; node; node = xml_walk(main, node))
        if (node->type == XML_ELEMENT_NODE &&
            (role_of(node).type == ROLE_HEADING || is_bold_paragraph(node))) {
            char *text = rich_plain(node);
            if (text[0])
                strs_add(headings, text);
            free(text);
        }
}

/* What the page is by its title, the first headings or their numbers. */
static enum qrd_document document_of(const char *title,
                                     const struct strs *headings)
{
    enum qrd_document document = qrd_document_by_title(title);
    for (size_t i = 0; i < headings->n && i < 2 && document == QRD_NONE; i++)
        document = qrd_document_by_title(headings->items[i]);
    return document ? document : qrd_document_by_numbers(headings);
}

/* "Package leaflet: information for the user" names no product: the next
 * heading does, or what the numbered ones have in common, or <title>. */
static char *product_of(const struct html_page *page, const char *title,
                        const struct strs *headings)
{
    const char *rest = qrd_title_rest(title);
    if (rest[0])
        return mem_strdup(rest);
    for (size_t i = 0; i < headings->n && i < 3; i++) {
        const char *text = headings->items[i];
        if (qrd_document_by_title(text) == QRD_NONE &&
            !ascii_is_digit(text[0]) && strcmp(text, title) != 0)
            return mem_strdup(text);
    }
    char *product = qrd_product(headings);
    if (product[0])
        return product;
    free(product);
    product = html_title(page->root);
    if (product[0] && qrd_document_by_title(product) == QRD_NONE)
        return product;
    free(product);
    return mem_strdup(title);
}

static char *heading_or_title(const struct html_page *page,
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

static void set_title(struct html_page *page, const struct document *document)
{
    struct draft *draft = &page->draft;
    struct strs headings;
    strs_init(&headings);
    collect_headings(page->main, &headings);
    char *title = heading_or_title(page, document);
    page->heading = arena_strdup(&draft->arena, title);
    page->document = document_of(title, &headings);
    if (page->document != QRD_NONE) {
        draft->type = TYPE_MEDICINE;
        if (page->document == QRD_SUMMARY)
            draft->audience = "clinician";
        if (qrd_document_by_title(title) != QRD_NONE) {
            char *product = product_of(page, title, &headings);
            free(title);
            title = product;
        }
    }
    draft->title = arena_strdup(&draft->arena, title);
    free(title);
    strs_finish(&headings);
}

/* What a leaflet calls itself and its product, above all sections, are no
 * headings of it: the one is a line, the other the title. */
static void set_leaflet_heads(const struct html_page *page,
                              struct ledger *ledger)
{
    size_t n = 0;
    bool titled = false;
    for (const xmlNode *node = page->main;
         node && page->document != QRD_NONE && n < 3;
         node = xml_walk(page->main, node)) {
        if (node->type != XML_ELEMENT_NODE ||
            role_of(node).type != ROLE_HEADING)
            continue;
        char *text = rich_plain(node);
        bool names = qrd_document_by_title(text) != QRD_NONE &&
                     qrd_title_rest(text)[0] == '\0';
        n++;
        if (!titled && fold_compare(text, page->draft.title) == 0) {
            xmlNodeSetName((xmlNode *)node, (const xmlChar *)"h1");
            titled = true;
        } else if (names) {
            xml_note(node, ledger, LEDGER_MOVED, "name of the document");
            xmlNodeSetName((xmlNode *)node, (const xmlChar *)"p");
        }
        free(text);
    }
}

/* ---- the page ---- */

/* By address, which is the same whenever the page is saved; without one, by
 * file and title. */
static void set_id(struct html_page *page, const struct document *document)
{
    struct draft *draft = &page->draft;
    if (draft->origin.url) {
        draft_set_web_id(draft, draft->origin.url);
    } else {
        char *file = document_stem(document);
        draft_set_id(draft, "page", file, page->heading);
        free(file);
    }
}

static void write_page(struct html_page *page, struct ledger *ledger)
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
                                   .target_level = 2,
                                   .document = page->document};
    struct rich rich;
    rich_init(&rich, &options, &draft->body);
    rich_write(&rich, page->main);
    rich_finish(&rich);
}

/* Puts the page's article into page->main. */
static void find_main(struct html_page *page, const struct document *document,
                      xmlNode *body, struct ledger *ledger)
{
    bool wiki = html_wiki(body, &page->draft, ledger);
    if (!wiki)
        html_notes(body, ledger);
    xmlNode *thread = wiki ? NULL : html_board(body, &page->draft, ledger);
    xmlNode *main = thread;
    if (thread) {
        html_main_leave_outside(body, thread, ledger);
    } else {
        char *lang = xml_attribute(page->root, "lang");
        html_repeats_take_out(document->repeats, body, lang, ledger);
        xmlFree(lang);
        html_shape(body, ledger);
        main = html_main(body, ledger);
    }
    html_anchor(main);
    page->main = main;
}

/* Names the pages that a set of frames shows. */
static bool set_frames(const struct html_page *page, struct error *err)
{
    struct buf names;
    buf_init(&names);
    for (const xmlNode *node = page->root; node;
         node = xml_walk(page->root, node)) {
        char *src = xml_is(node, "frame") ? xml_attribute(node, "src") : NULL;
        if (src)
            buf_printf(&names, "%s%s", names.n_bytes > 0 ? ", " : "", src);
        xmlFree(src);
    }
    if (names.n_bytes > 0)
        error_set(err,
                  _("a page of frames, without text of its own; import the "
                    "pages that they show: %.300s"),
                  names.data);
    else
        error_set(err, _("a page without a body"));
    buf_finish(&names);
    return false;
}

static bool convert(struct html_page *page, const struct document *document,
                    const struct sink *sink, struct error *err)
{
    const struct strs *data = &page->data;
    struct draft *draft = &page->draft;
    xmlNode *body = xml_find(page->root, "body");
    if (!body)
        return set_frames(page, err);
    find_main(page, document, body, sink->ledger);
    xml_note(xml_find(page->root, "head"), sink->ledger, LEDGER_LEFT_OUT,
             "head of the page");
    html_read_head(draft, page->root, document);
    set_title(page, document);
    draft->origin.retrieved = document->retrieved;
    set_id(page, document);
    set_leaflet_heads(page, sink->ledger);
    schema_add_facts(draft, data);
    write_page(page, sink->ledger);
    schema_add_questions(draft, data, sink->ledger);
    html_read_dates(draft, page->main);
    html_read_frame_dates(draft, sink->ledger);
    if (draft->body.n_bytes > 0)
        sink->take(sink->user, draft);
    else
        sink->skip(sink->user, document, _("a page without text"));
    return true;
}

bool html_page_decode(const struct document *document,
                      const struct import_options *options, struct buf *text,
                      struct error *err)
{
    char *charset = document->charset
                        ? mem_strdup(document->charset)
                        : html_charset(document->data, document->n_bytes);
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
    if (html_page_decode(document, options, &text, NULL))
        markup_read(text.data, text.n_bytes, &rules, letters);
    buf_finish(&text);
}

/* Other XML is none, whatever --from says. */
static bool begins_as_xml(const struct document *document)
{
    struct format_root root;
    format_find_root(document, &root);
    return root.xml || (root.doctype && ascii_casecmp(root.type, "html") != 0);
}

/* Gumbo takes three times as long as libxml2, and is for pages that are none of
 * our own. A character that XML has not may be in any text. */
static xmlDoc *parse(const struct document *document, const struct buf *text,
                     struct strs *data, struct error *err)
{
    xmlDoc *html = document->well_formed && text->n_bytes <= HTML_TEXT_BYTES
                       ? xml_parse(text->data, text->n_bytes, NULL)
                       : NULL;
    return html ? html : html_parse(text->data, text->n_bytes, data, err);
}

bool html_page_convert(const struct document *document,
                       const struct import_options *options,
                       const struct sink *sink, struct error *err)
{
    struct buf text;
    buf_init(&text);
    bool good = (format_is_html(document) || !begins_as_xml(document) ||
                 format_set_advice(document, err)) &&
                html_page_decode(document, options, &text, err);
    struct html_page page = {.root = NULL};
    strs_init(&page.data);
    draft_init(&page.draft);
    xmlDoc *html = good ? parse(document, &text, &page.data, err) : NULL;
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
