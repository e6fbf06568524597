/* Walks through all texts of a part of a page, to tell whether they are new. */
#include "import/schema_said.h"

#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/strs.h"
#include "import/fragment.h"
#include "import/schema_facts.h"
#include "import/schema_module.h"

/* Properties that hold what a page is made of, in the order of reading. */
const char *const schema_part_properties[] = {
    "mainEntity",      "image", "acceptedAnswer",
    "suggestedAnswer", "step",  "itemListElement"};
static const char *const topic_properties[] = {"hasPart", "modules"};
const char schema_modules[] = "mainEntityOfPage";

/* One value, or those of an array. */
size_t schema_count(const json_t *value)
{
    return json_is_array(value) ? json_array_size(value) : value != NULL;
}

const json_t *schema_at(const json_t *value, size_t i)
{
    return json_is_array(value) ? json_array_get(value, i) : value;
}

const json_t *schema_topics(const json_t *node)
{
    const json_t *parts = json_object_get(node, topic_properties[0]);
    return json_array_size(parts) > 0 || json_is_object(parts)
               ? parts
               : json_object_get(node, topic_properties[1]);
}

/* The words of a text, as a key; the caller frees. */
static char *key_of(const char *text)
{
    struct buf words;
    buf_init(&words);
    fragment_words(text, &words);
    char *key = fold_string(words.data, FOLD_ALL | FOLD_SPACES);
    buf_finish(&words);
    return key;
}

/* Calls take with each text below a part: NULL after the last. True as soon as
 * take returns true. */
struct visitor {
    const struct schema_page *page;
    bool words; /* of links and pictures, not their addresses */
    bool (*take)(void *user, const char *text);
    void *user;
};

static bool visit(const struct visitor *visitor, const json_t *part,
                  unsigned depth);

static bool visit_all(const struct visitor *visitor, const json_t *parts,
                      unsigned depth)
{
    for (size_t i = 0; i < schema_count(parts); i++)
        if (visit(visitor, schema_at(parts, i), depth))
            return true;
    return false;
}

static bool visit(const struct visitor *visitor, const json_t *part,
                  unsigned depth)
{
    static const char *const texts[] = {"description", "text", "articleBody"};
    part = schema_graph_resolve(visitor->page->graph, part);
    if (json_is_string(part))
        return visitor->take(visitor->user, json_string_value(part));
    if (depth > SCHEMA_MAX_DEPTH || !json_is_object(part))
        return false;
    if (schema_module_is_image(part) || schema_module_is_link(part))
        return visitor->words
                   ? schema_module_visit_words(part, visitor->take,
                                               visitor->user)
                   : visitor->take(visitor->user, schema_text(part, "url"));
    const char *heading = schema_module_heading(part);
    if (heading[0] && visitor->take(visitor->user, heading))
        return true;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        const json_t *value = json_object_get(part, texts[i]);
        if (!schema_module_has_text(part) && strcmp(texts[i], "text") == 0)
            continue;
        for (size_t j = 0; j < schema_count(value); j++)
            if (json_is_string(schema_at(value, j)) &&
                visitor->take(visitor->user,
                              json_string_value(schema_at(value, j))))
                return true;
    }
    for (size_t i = 0; i < SCHEMA_PART_PROPERTIES; i++)
        if (visit_all(visitor, json_object_get(part, schema_part_properties[i]),
                      depth + 1))
            return true;
    return visit_all(visitor, schema_topics(part), depth + 1) ||
           visit_all(visitor, json_object_get(part, schema_modules), depth + 1);
}

static bool add_length(void *user, const char *text)
{
    *(size_t *)user += text ? strlen(text) : 0;
    return false;
}

size_t schema_said_length(const struct schema_page *page, const json_t *parts)
{
    size_t n_bytes = 0;
    struct visitor visitor = {
        .page = page, .take = add_length, .user = &n_bytes};
    visit_all(&visitor, parts, 0);
    return n_bytes;
}

static bool note_said(void *user, const char *text)
{
    char *key = text ? key_of(text) : NULL;
    if (key && key[0])
        xmlHashAddEntry(user, (const xmlChar *)key, user);
    free(key);
    return false;
}

static bool is_unsaid(void *user, const char *text)
{
    char *key = text ? key_of(text) : NULL;
    bool unsaid = key && key[0] && !xmlHashLookup(user, (const xmlChar *)key);
    free(key);
    return unsaid;
}

/* Has a part something that the page's other form does not say? */
bool schema_said_is_new(const struct schema_page *page, const json_t *part)
{
    struct visitor visitor = {
        .page = page, .take = is_unsaid, .user = page->said};
    return !page->said || visit(&visitor, part, 0);
}

bool schema_said_is_new_text(const struct schema_page *page, const char *text)
{
    return !page->said || is_unsaid(page->said, text);
}

static bool note_said_text(void *user, const char *text)
{
    schema_page_note(user, LEDGER_LEFT_OUT, "the page's other form", text);
    return false;
}

/* A part that the page's other form says, too. */
void schema_said_leave_out(struct schema_page *page, const json_t *part)
{
    struct visitor visitor = {
        .page = page, .words = true, .take = note_said_text, .user = page};
    if (page->ledger)
        visit(&visitor, part, 0);
}

/* What only the other form says stands before or behind the main one. */
void schema_said_note_place(const struct schema_page *page, const char *text)
{
    if (page->said)
        schema_page_note(page, LEDGER_MOVED, "the page's other form", text);
}

static bool begins_with_key(void *user, const char *text)
{
    char *key = text ? key_of(text) : NULL;
    bool begins = key && str_starts(key, user);
    free(key);
    return begins;
}

/* A description that only says what the text says is for search engines. */
bool schema_said_is_repeated(const struct schema_page *page, const json_t *part,
                             const char *description)
{
    static const char *const texts[] = {"text", "articleBody"};
    char *key = key_of(description);
    struct visitor visitor = {
        .page = page, .take = begins_with_key, .user = key};
    bool repeated = false;
    for (size_t i = 0; !repeated && i < sizeof texts / sizeof *texts; i++)
        repeated = visit_all(&visitor, json_object_get(part, texts[i]), 0);
    repeated = repeated || visit_all(&visitor, schema_topics(part), 0) ||
               visit_all(&visitor, json_object_get(part, schema_modules), 0);
    free(key);
    return repeated;
}

void schema_said_add(const struct schema_page *page, const json_t *parts,
                     xmlHashTable *said)
{
    struct visitor visitor = {.page = page, .take = note_said, .user = said};
    visit_all(&visitor, parts, 0);
}
