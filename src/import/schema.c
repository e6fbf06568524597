/* Pages as schema.org's JSON. [jansson]
 *
 * A page holds parts, questions or elements, one in another; each may have a
 * heading, text (HTML or plain) and parts of its own. What is left out on
 * purpose: breadcrumbs, images, links to other pages, and a description where
 * there is a text. */
#include "import/schema.h"

#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#include <jansson.h>

#include "base/fold.h"
#include "base/mem.h"
#include "import/encoding.h"
#include "import/html.h"
#include "import/rich.h"
#include "import/schema_facts.h"

/* Of parts, one in another; too_deep says the number. */
#define MAX_DEPTH 16

static const char *const page_types[] = {"FAQPage", "QAPage", "MedicalWebPage",
                                         "HealthTopicContent"};

/* Properties that hold what a page is made of, in the order of reading. */
static const char *const part_properties[] = {
    "mainEntity", "hasPart", "mainEntityOfPage", "acceptedAnswer",
    "suggestedAnswer"};

struct page {
    struct draft *draft;
    struct kind_context context;
    struct rich_options options;
    struct rich rich;
    bool too_deep; /* parts were left out for that */
};

static const char too_deep[] = "has parts nested more than 16 deep";

/* Jansson's tables are seeded, or it would open a file for that. */
void schema_init(void)
{
    size_t seed = 0;
    if (getrandom(&seed, sizeof seed, GRND_NONBLOCK) < 0 || seed == 0)
        seed = 1;
    json_object_seed(seed);
}

/* ---- writing ---- */

static void write_html(struct page *page, const char *text, unsigned level)
{
    struct error err;
    xmlDoc *html = html_parse(text, strlen(text), NULL, &err);
    if (!html) { /* as it is: nothing is lost */
        markdown_paragraph(text, strlen(text), page->rich.blocks.out);
        return;
    }
    const xmlNode *root = xmlDocGetRootElement(html);
    page->options.top_level = html_top_level(root, NULL);
    page->options.target_level = level < 6 ? level : 6;
    rich_write(&page->rich, root);
    page->rich.blocks.apart = true;
    xmlFreeDoc(html);
}

static const char *heading_of(const json_t *part)
{
    const char *heading = schema_text(part, "headline");
    return heading ? heading : schema_text(part, "name");
}

static bool write_heading(struct page *page, const json_t *part, unsigned level)
{
    enum kind kind = schema_kind(schema_text(part, "hasHealthAspect"));
    const char *text = heading_of(part);
    bool overview = kind == KIND_OVERVIEW && page->draft->body.n_bytes == 0;
    if (!text && kind != KIND_NONE && !overview)
        text = kind_label(kind, page->draft->lang);
    if (!text || fold_compare(text, page->draft->title) == 0)
        return false;
    struct markdown_heading heading = {.level = level < 6 ? level : 6,
                                       .kind = kind,
                                       .context = &page->context};
    char *plain = mem_strdup(text);
    rich_heading(&page->rich, plain, &heading);
    free(plain);
    return true;
}

static void write_parts(struct page *page, const json_t *parent, unsigned level,
                        unsigned depth);

static void write_part(struct page *page, const json_t *part, unsigned level,
                       unsigned depth)
{
    if (json_is_string(part)) {
        write_html(page, json_string_value(part), level);
        return;
    }
    bool headed = write_heading(page, part, level);
    const char *text = schema_text(part, "text");
    if (!text)
        text = schema_text(part, "articleBody");
    bool has_parts = false;
    for (size_t i = 0; i < sizeof part_properties / sizeof *part_properties;
         i++)
        has_parts |= json_object_get(part, part_properties[i]) != NULL;
    if (!text && !has_parts)
        text = schema_text(part, "description");
    if (text)
        write_html(page, text, level + headed);
    write_parts(page, part, level + headed, depth + 1);
}

static void write_parts(struct page *page, const json_t *parent, unsigned level,
                        unsigned depth)
{
    for (size_t i = 0; i < sizeof part_properties / sizeof *part_properties;
         i++) {
        const json_t *parts = json_object_get(parent, part_properties[i]);
        if (parts && depth == MAX_DEPTH) {
            page->too_deep = true;
            return;
        }
        if (json_is_object(parts))
            write_part(page, parts, level, depth);
        for (size_t j = 0; j < json_array_size(parts); j++)
            write_part(page, json_array_get(parts, j), level, depth);
    }
}

static void page_init(struct page *page, struct draft *draft)
{
    *page = (struct page){
        .draft = draft,
        .context = {.lang = draft->lang,
                    .title = draft->title,
                    .synonyms = (const char *const *)draft->synonyms.items,
                    .n_synonyms = draft->synonyms.n,
                    .type = article_type_name(draft->type)}};
    page->options = (struct rich_options){.context = &page->context,
                                          .base_url = draft->origin.url,
                                          .top_level = 2,
                                          .target_level = 2};
    rich_init(&page->rich, &page->options, &draft->body);
}

/* ---- pages ---- */

static bool is_page(const json_t *node)
{
    for (size_t i = 0; i < sizeof page_types / sizeof *page_types; i++)
        if (schema_is(node, page_types[i]))
            return true;
    return false;
}

/* The pages of a document: the whole, the members of an array, of @graph. */
static size_t count_pages(const json_t *root)
{
    return json_is_array(root) ? json_array_size(root) : 1;
}

static const json_t *page_at(const json_t *root, size_t i)
{
    return json_is_array(root) ? json_array_get(root, i) : root;
}

static const json_t *graph_of(const json_t *root)
{
    const json_t *graph = json_object_get(root, "@graph");
    return graph ? graph : root;
}

static void convert_page(const json_t *node, const struct document *document,
                         const struct sink *sink)
{
    struct draft draft;
    struct page page;
    draft_init(&draft);
    const char *title = schema_text(node, "name");
    if (!title)
        title = schema_text(node, "headline");
    char *stem = document_stem(document);
    draft.title = arena_strdup(&draft.arena, title ? title : stem);
    schema_read_facts(&draft, node);
    draft.origin.retrieved = document->retrieved;
    if (draft.origin.url)
        draft_set_web_id(&draft, draft.origin.url);
    else
        draft_set_id(&draft, "page", stem, title);
    page_init(&page, &draft);
    /* A page that is one part has its text itself. */
    const char *text = schema_text(node, "text");
    if (text)
        write_html(&page, text, 2);
    write_parts(&page, node, 2, 0);
    rich_finish(&page.rich);
    if (draft.body.n_bytes > 0)
        sink->take(sink->user, &draft);
    else
        sink->skip(sink->user, document, "is a page without text");
    if (page.too_deep)
        sink->skip(sink->user, document, too_deep);
    free(stem);
    draft_finish(&draft);
}

bool schema_recognise(const struct document *document)
{
    size_t n = document->n_bytes < 65536 ? document->n_bytes : 65536;
    char *head = mem_strndup(document->data, n);
    const char *start = head + strspn(head, " \t\r\n\xEF\xBB\xBF");
    bool known = (*start == '{' || *start == '[') &&
                 strstr(start, "\"@type\"") && strstr(start, "schema.org");
    free(head);
    return known;
}

bool schema_convert(const struct document *document,
                    const struct import_options *options,
                    const struct sink *sink, struct error *err)
{
    (void)options;
    struct buf text;
    buf_init(&text);
    encoding_to_utf8(document->data, document->n_bytes, "UTF-8", &text, err);
    json_error_t reason;
    json_t *root = json_loadb(text.data, text.n_bytes, 0, &reason);
    buf_finish(&text);
    if (!root)
        return error_set(err, "line %d: not well-formed JSON: %s", reason.line,
                         reason.text);
    const json_t *graph = graph_of(root);
    size_t n_pages = 0;
    for (size_t i = 0; i < count_pages(graph); i++)
        if (is_page(page_at(graph, i))) {
            convert_page(page_at(graph, i), document, sink);
            n_pages++;
        }
    if (n_pages == 0)
        sink->skip(sink->user, document,
                   "holds no page with questions or health topics");
    json_decref(root);
    return true;
}

/* ---- JSON-LD in pages ---- */

void schema_add_facts(struct draft *draft, const struct strs *blocks)
{
    for (size_t b = 0; b < blocks->n; b++) {
        json_t *root = json_loads(blocks->items[b], 0, NULL);
        const json_t *graph = graph_of(root);
        for (size_t i = 0; root && i < count_pages(graph); i++)
            if (is_page(page_at(graph, i)))
                schema_read_facts(draft, page_at(graph, i));
        json_decref(root);
    }
}

/* Folded text, one space between words. */
static char *folded(const char *text)
{
    return fold_string(text, FOLD_ALL | FOLD_SPACES);
}

static void add_question(struct page *page, const json_t *question,
                         const char *body)
{
    const char *name = schema_text(question, "name");
    if (!name || !schema_is(question, "Question"))
        return;
    char *wanted = folded(name);
    if (!strstr(body, wanted))
        write_part(page, question, 2, 0);
    free(wanted);
}

void schema_add_questions(struct draft *draft, const struct strs *blocks)
{
    char *body = folded(draft->body.data);
    struct page page;
    page_init(&page, draft);
    for (size_t b = 0; b < blocks->n; b++) {
        json_t *root = json_loads(blocks->items[b], 0, NULL);
        const json_t *graph = graph_of(root);
        for (size_t i = 0; root && i < count_pages(graph); i++) {
            const json_t *all =
                is_page(page_at(graph, i))
                    ? json_object_get(page_at(graph, i), "mainEntity")
                    : NULL;
            for (size_t j = 0; all && j < count_pages(all); j++)
                add_question(&page, page_at(all, j), body);
        }
        json_decref(root);
    }
    rich_finish(&page.rich);
    free(body);
}
