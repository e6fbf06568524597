/* Pages as schema.org's JSON. [jansson]
 *
 * What is left out on purpose: breadcrumbs, the names of modules, links to the
 * other pages of a topic (relatedLink), keywords, a description that only says
 * what the text begins with, and of the two forms of a page what the other
 * one says. */
#include "import/schema.h"

#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#include <jansson.h>

#include "base/fold.h"
#include "base/i18n.h"
#include "base/map.h"
#include "base/mem.h"
#include "import/conserve.h"
#include "import/encoding.h"
#include "import/language.h"
#include "import/schema_answer.h"
#include "import/schema_facts.h"
#include "import/schema_module.h"
#include "import/schema_part.h"

static const char *const page_types[] = {"FAQPage", "QAPage", "MedicalWebPage",
                                         "HealthTopicContent"};

/* These are pages where they hold text, and say what is known of the pages
 * beside them where they hold none. */
static const char *const web_types[] = {"WebPage", "Article", "NewsArticle",
                                        "BlogPosting", "ItemPage"};

static const char *const too_deep = N_("parts nested more than 16 levels "
                                       "deep");

/* Jansson's tables are seeded, or it would open a file for that. */
void schema_init(void)
{
    size_t seed = 0;
    json_set_alloc_funcs(mem_alloc, free);
    if (getrandom(&seed, sizeof seed, GRND_NONBLOCK) < 0 || seed == 0)
        seed = 1;
    json_object_seed(seed);
}

/* ---- pages ---- */

static bool is_one_of(const json_t *node, const char *const *types,
                      size_t n_types)
{
    for (size_t i = 0; i < n_types; i++)
        if (schema_is(node, types[i]))
            return true;
    return false;
}

static bool is_web_page(const json_t *node)
{
    return is_one_of(node, web_types, sizeof web_types / sizeof *web_types);
}

/* What the NHS answers to modules=true has no type. */
bool schema_is_page(const json_t *node)
{
    return is_one_of(node, page_types,
                     sizeof page_types / sizeof *page_types) ||
           (is_web_page(node) && schema_has_parts(node)) ||
           (json_object_get(node, "modules") && json_object_get(node, "about"));
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

struct schema_reading {
    const struct document *document;
    const struct sink *sink;
    const json_t *nodes; /* a page, or an array of nodes */
    struct schema_graph graph;
};

/* What stands beside a page in its graph may say more of it. */
static void read_facts(struct draft *draft,
                       const struct schema_reading *reading, const json_t *node)
{
    const json_t *about = json_object_get(node, "about");
    schema_read_facts(draft, node);
    if (json_object_get(node, "modules"))
        schema_read_facts(draft, about);
    for (size_t i = 0; i < count_pages(reading->nodes); i++)
        if (is_web_page(page_at(reading->nodes, i)))
            schema_read_facts(draft, page_at(reading->nodes, i));
}

static const char *title_of(const json_t *node)
{
    const char *title = schema_text(node, "name");
    if (!title)
        title = schema_text(node, "headline");
    return title ? title : schema_text(node, "about");
}

static void draft_page(struct draft *draft,
                       const struct schema_reading *reading, const json_t *node)
{
    char *stem = document_stem(reading->document);
    const char *title = title_of(node);
    draft->title = arena_strdup(&draft->arena, title ? title : stem);
    read_facts(draft, reading, node);
    draft->origin.retrieved = reading->document->retrieved;
    if (draft->origin.url)
        draft_set_web_id(draft, draft->origin.url);
    else
        draft_set_id(draft, "page", stem, title);
    free(stem);
}

static void give_out(const struct schema_reading *reading, struct draft *draft,
                     bool deep)
{
    const struct sink *sink = reading->sink;
    if (!draft->lang)
        draft->lang = language_guess(draft->body.data, draft->body.n_bytes);
    if (draft->body.n_bytes > 0)
        sink->take(sink->user, draft);
    else
        sink->skip(sink->user, reading->document, _("a page without text"));
    if (deep)
        sink->skip(sink->user, reading->document, _(too_deep));
}

/* Writes the questions that stand beside the pages of a graph and that no page
 * refers to; returns how many. */
static size_t write_alone(struct schema_page *page,
                          const struct schema_reading *reading)
{
    size_t n = 0;
    for (size_t i = 0; i < count_pages(reading->nodes); i++) {
        const json_t *node = page_at(reading->nodes, i);
        if (schema_is(node, "Question") &&
            !schema_graph_is_reached(&reading->graph, node)) {
            schema_page_write(page, node, 2);
            n++;
        }
    }
    return n;
}

static void convert_page(struct schema_reading *reading, const json_t *node,
                         bool is_only)
{
    struct draft draft;
    struct schema_page page;
    draft_init(&draft);
    draft_page(&draft, reading, node);
    schema_page_init(&page, &draft, &reading->graph);
    schema_page_log(&page, reading->sink->ledger);
    schema_page_write_all(&page, node);
    if (is_only)
        write_alone(&page, reading);
    schema_page_finish(&page);
    give_out(reading, &draft, page.too_deep);
    draft_finish(&draft);
}

/* An article of the questions that stand alone, where no page or several might
 * hold them. */
static size_t convert_questions(struct schema_reading *reading)
{
    struct draft draft;
    struct schema_page page;
    draft_init(&draft);
    draft_page(&draft, reading, NULL);
    schema_page_init(&page, &draft, &reading->graph);
    schema_page_log(&page, reading->sink->ledger);
    size_t n_questions = write_alone(&page, reading);
    schema_page_finish(&page);
    if (n_questions > 0)
        give_out(reading, &draft, page.too_deep);
    draft_finish(&draft);
    return n_questions;
}

static size_t convert_nodes(struct schema_reading *reading)
{
    size_t n_pages = 0;
    for (size_t i = 0; i < count_pages(reading->nodes); i++)
        n_pages += schema_is_page(page_at(reading->nodes, i));
    for (size_t i = 0; i < count_pages(reading->nodes); i++)
        if (schema_is_page(page_at(reading->nodes, i)))
            convert_page(reading, page_at(reading->nodes, i), n_pages == 1);
    return n_pages + (n_pages == 1 ? 0 : convert_questions(reading));
}

bool schema_recognise(const struct document *document)
{
    size_t n = document->n_bytes < 65536 ? document->n_bytes : 65536;
    char *head = mem_strndup(document->data, n);
    const char *start = head + strspn(head, " \t\r\n\xEF\xBB\xBF");
    bool known = (*start == '{' || *start == '[') &&
                 strstr(start, "\"@type\"") &&
                 (strstr(start, "schema.org") || strstr(start, "\"@graph\""));
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
        return error_set(err, _("line %d: not well-formed JSON: %s"),
                         reason.line, reason.text);
    struct schema_reading reading = {
        .document = document, .sink = sink, .nodes = graph_of(root)};
    schema_graph_init(&reading.graph, root);
    if (convert_nodes(&reading) == 0)
        sink->skip(sink->user, document,
                   _("no page with questions or health topics in it"));
    schema_graph_finish(&reading.graph);
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
            if (schema_is_page(page_at(graph, i)) ||
                is_web_page(page_at(graph, i)))
                schema_read_facts(draft, page_at(graph, i));
        json_decref(root);
    }
}

/* Folded text, one space between words. */
static char *folded(const char *text)
{
    return fold_string(text, FOLD_ALL | FOLD_SPACES);
}

/* What is asked; "" where nothing is. */
static const char *question_of(const json_t *node)
{
    const char *name = schema_text(node, "name");
    return name && !schema_module_is_named(node) ? name
                                                 : schema_module_heading(node);
}

/* A page with questions in its data. */
struct schema_asked {
    struct schema_page page;
    const char *body;   /* of the article so far, folded */
    struct map visited; /* questions, as JSON */
    struct ledger *ledger;
};

typedef void visit_question(struct schema_asked *asked, const json_t *question,
                            bool is_known);

/* Writes a question that the page does not have. */
static void add_question(struct schema_asked *asked, const json_t *question,
                         bool is_known)
{
    if (!is_known)
        schema_page_write(&asked->page, question, 2);
}

/* Writes what the answer of one that it has says besides. */
static void add_answer(struct schema_asked *asked, const json_t *question,
                       bool is_known)
{
    if (!is_known)
        return;
    struct draft *draft = asked->page.draft, alone;
    struct schema_page page;
    draft_init(&alone);
    alone.lang = draft->lang;
    alone.title = draft->title;
    schema_page_init(&page, &alone, asked->page.graph);
    schema_page_write(&page, question, 2);
    schema_page_finish(&page);
    schema_answer_complete(&draft->body, question_of(question), alone.body.data,
                           asked->ledger);
    draft_finish(&alone);
}

/* True the first time, also of questions that are the same word for word. */
static bool is_new(struct schema_asked *asked, const json_t *question)
{
    char *text = json_dumps(question, JSON_COMPACT | JSON_SORT_KEYS);
    size_t n_bytes = text ? strlen(text) : 0, n_before = asked->visited.n;
    struct arena *arena = &asked->page.draft->arena;
    map_put(&asked->visited, arena_strndup(arena, text ? text : "", n_bytes),
            n_bytes);
    free(text);
    return asked->visited.n > n_before;
}

static void visit(struct schema_asked *asked, const json_t *question,
                  visit_question *add)
{
    question = schema_graph_resolve(asked->page.graph, question);
    if (!schema_is(question, "Question") || !question_of(question)[0] ||
        !is_new(asked, question))
        return;
    char *wanted = folded(question_of(question));
    add(asked, question, strstr(asked->body, wanted) != NULL);
    free(wanted);
}

/* Questions that no page holds, wherever they stand. */
static void visit_alone(struct schema_asked *asked, const json_t *value,
                        visit_question *add)
{
    const char *key;
    json_t *member;
    size_t i;
    if (schema_is(value, "Question")) {
        visit(asked, value, add);
        return;
    }
    json_array_foreach(value, i, member)
    {
        visit_alone(asked, member, add);
    }
    json_object_foreach((json_t *)value, key, member)
    {
        visit_alone(asked, member, add);
    }
}

static void visit_questions(struct schema_asked *asked, const json_t *nodes,
                            visit_question *add)
{
    for (size_t i = 0; i < count_pages(nodes); i++) {
        const json_t *all =
            schema_is_page(page_at(nodes, i))
                ? json_object_get(page_at(nodes, i), "mainEntity")
                : NULL;
        for (size_t j = 0; all && j < count_pages(all); j++)
            visit(asked, page_at(all, j), add);
    }
    visit_alone(asked, nodes, add);
}

static void visit_blocks(struct schema_asked *asked, struct draft *draft,
                         const struct strs *blocks, visit_question *add)
{
    for (size_t b = 0; b < blocks->n; b++) {
        json_t *root = json_loads(blocks->items[b], 0, NULL);
        struct schema_graph graph;
        schema_graph_init(&graph, root);
        schema_page_init(&asked->page, draft, &graph);
        visit_questions(asked, graph_of(root), add);
        schema_page_finish(&asked->page);
        schema_graph_finish(&graph);
        json_decref(root);
    }
    map_finish(&asked->visited);
}

void schema_add_questions(struct draft *draft, const struct strs *blocks,
                          struct ledger *ledger)
{
    size_t n_before = draft->body.n_bytes;
    char *body = folded(draft->body.data);
    struct schema_asked asked = {.body = body, .ledger = ledger};
    visit_blocks(&asked, draft, blocks, add_question);
    conserve_note(ledger, LEDGER_ADDED, "questions in the page's data",
                  draft->body.data + n_before, draft->body.n_bytes - n_before);
    visit_blocks(&asked, draft, blocks, add_answer);
    free(body);
}
