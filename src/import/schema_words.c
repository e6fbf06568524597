/* The words of pages of schema.org's JSON, for the comparison: all strings of
 * content fields, whether another form of the page says them or not.
 * [jansson] */
#include <string.h>

#include <jansson.h>

#include "import/encoding.h"
#include "import/letters.h"
#include "import/schema.h"
#include "import/schema_facts.h"
#include "import/schema_module.h"
#include "import/table_cell.h"

static const char *const texts[] = {"description", "text", "articleBody"};
static const char *const parts[] = {
    "mainEntity",      "image",   "acceptedAnswer", "suggestedAnswer", "step",
    "itemListElement", "hasPart", "modules",        "mainEntityOfPage"};

#define N(array) (sizeof(array) / sizeof *(array))

struct words {
    struct schema_graph graph;
    xmlHashTable *referred; /* nodes that were named already */
    struct letters *letters;
};

static void read_node(struct words *words, const json_t *reference,
                      unsigned depth);

static void read_value(struct words *words, const json_t *value, unsigned depth)
{
    const json_t *member;
    size_t i;
    if (!json_is_array(value)) {
        read_node(words, value, depth);
        return;
    }
    json_array_foreach(value, i, member)
    {
        read_node(words, member, depth);
    }
}

static bool read_text(void *user, const char *text)
{
    struct words *words = user;
    table_cell_letters(text, words->letters);
    return false;
}

static void read_heading(struct words *words, const json_t *node)
{
    const char *heading = schema_module_heading(node);
    if (heading[0])
        read_text(words, heading);
}

static void read_texts(struct words *words, const json_t *value)
{
    const json_t *member;
    size_t i;
    if (json_is_string(value))
        read_text(words, json_string_value(value));
    json_array_foreach(value, i, member)
    {
        if (json_is_string(member))
            read_text(words, json_string_value(member));
    }
}

static bool is_named_again(struct words *words, const json_t *reference,
                           const json_t *node)
{
    const char *id = json_string_value(json_object_get(node, "@id"));
    if (reference == node)
        return false;
    schema_graph_reach(&words->graph, id);
    return xmlHashAddEntry(words->referred, (const xmlChar *)id, words);
}

static void read_parts(struct words *words, const json_t *node, unsigned depth)
{
    for (size_t i = 0; i < N(parts) && depth <= SCHEMA_MAX_DEPTH; i++) {
        bool again = strcmp(parts[i], "modules") == 0 &&
                     json_array_size(json_object_get(node, "hasPart")) > 0;
        const json_t *value = json_object_get(node, parts[i]);
        if (value && !again)
            read_value(words, value, depth);
    }
}

static void read_node(struct words *words, const json_t *reference,
                      unsigned depth)
{
    const json_t *node = schema_graph_resolve(&words->graph, reference);
    if (json_is_string(node))
        read_text(words, json_string_value(node));
    if (!json_is_object(node) || is_named_again(words, reference, node))
        return;
    if (schema_module_is_image(node) || schema_module_is_link(node)) {
        schema_module_visit_words(node, read_text, words);
        return;
    }
    read_heading(words, node);
    for (size_t i = 0; i < N(texts); i++)
        if (schema_module_has_text(node) || strcmp(texts[i], "text") != 0)
            read_texts(words, json_object_get(node, texts[i]));
    read_parts(words, node, depth + 1);
}

/* Of a page the name is the title, the description its summary. */
static void read_page(struct words *words, const json_t *node)
{
    words->referred = xmlHashCreate(0);
    read_texts(words, json_object_get(node, "text"));
    read_texts(words, json_object_get(node, "articleBody"));
    read_parts(words, node, 0);
    xmlHashFree(words->referred, NULL);
}

static void read_questions(struct words *words, const json_t *nodes)
{
    const json_t *member;
    size_t i;
    words->referred = xmlHashCreate(0);
    json_array_foreach(nodes, i, member)
    {
        if (schema_is(member, "Question") &&
            !schema_graph_is_reached(&words->graph, member))
            read_node(words, member, 0);
    }
    if (schema_is(nodes, "Question"))
        read_node(words, nodes, 0);
    xmlHashFree(words->referred, NULL);
}

static void read_all(struct words *words, const json_t *root)
{
    const json_t *graph = json_object_get(root, "@graph"), *member;
    const json_t *nodes = graph ? graph : root;
    size_t i;
    if (schema_is_page(nodes))
        read_page(words, nodes);
    json_array_foreach(nodes, i, member)
    {
        if (schema_is_page(member))
            read_page(words, member);
    }
    read_questions(words, nodes);
}

void schema_read_words(const struct document *document,
                       const struct import_options *options,
                       struct letters *letters)
{
    (void)options;
    struct words words = {.letters = letters};
    struct buf text;
    struct error err;
    buf_init(&text);
    encoding_to_utf8(document->data, document->n_bytes, "UTF-8", &text, &err);
    json_t *root = json_loadb(text.data, text.n_bytes, 0, NULL);
    if (root) {
        schema_graph_init(&words.graph, root);
        read_all(&words, root);
        schema_graph_finish(&words.graph);
    }
    json_decref(root);
    buf_finish(&text);
}
