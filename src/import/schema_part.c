/* What a page of schema.org's JSON is made of, written as Markdown.
 *
 * A page holds parts, questions or elements, one in another; each may have a
 * heading, text (HTML or plain) and parts of its own. The NHS sends a page in
 * two forms, by topic (hasPart, modules) and by module (mainEntityOfPage): the
 * topics are written, which have kinds, unless the modules say much more, and
 * of the other form what it says besides. Names of modules are words for
 * programs, never headings. [jansson] */
#include "import/schema_part.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/fold.h"
#include "base/mem.h"
#include "base/strs.h"
#include "import/fragment.h"
#include "import/schema_facts.h"
#include "import/schema_module.h"

/* Properties that hold what a page is made of, in the order of reading. */
static const char *const part_properties[] = {
    "mainEntity",      "image", "acceptedAnswer",
    "suggestedAnswer", "step",  "itemListElement"};
static const char *const topic_properties[] = {"hasPart", "modules"};
static const char module_property[] = "mainEntityOfPage";
static const char *const text_properties[] = {"text", "articleBody"};

#define N_PART_PROPERTIES (sizeof part_properties / sizeof *part_properties)
#define N_TEXT_PROPERTIES (sizeof text_properties / sizeof *text_properties)

/* One value, or those of an array. */
static size_t count_values(const json_t *value)
{
    return json_is_array(value) ? json_array_size(value) : value != NULL;
}

static const json_t *value_at(const json_t *value, size_t i)
{
    return json_is_array(value) ? json_array_get(value, i) : value;
}

static const json_t *topics_of(const json_t *node)
{
    const json_t *parts = json_object_get(node, topic_properties[0]);
    return json_array_size(parts) > 0 || json_is_object(parts)
               ? parts
               : json_object_get(node, topic_properties[1]);
}

/* ---- what is said ---- */

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
    for (size_t i = 0; i < count_values(parts); i++)
        if (visit(visitor, value_at(parts, i), depth))
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
        for (size_t j = 0; j < count_values(value); j++)
            if (json_is_string(value_at(value, j)) &&
                visitor->take(visitor->user,
                              json_string_value(value_at(value, j))))
                return true;
    }
    for (size_t i = 0; i < N_PART_PROPERTIES; i++)
        if (visit_all(visitor, json_object_get(part, part_properties[i]),
                      depth + 1))
            return true;
    return visit_all(visitor, topics_of(part), depth + 1) ||
           visit_all(visitor, json_object_get(part, module_property),
                     depth + 1);
}

static bool add_length(void *user, const char *text)
{
    *(size_t *)user += text ? strlen(text) : 0;
    return false;
}

static size_t count_text(const struct schema_page *page, const json_t *parts)
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
static bool is_new(const struct schema_page *page, const json_t *part)
{
    struct visitor visitor = {
        .page = page, .take = is_unsaid, .user = page->said};
    return !page->said || visit(&visitor, part, 0);
}

static bool is_new_text(const struct schema_page *page, const char *text)
{
    return !page->said || is_unsaid(page->said, text);
}

void schema_page_note(const struct schema_page *page, enum ledger_act act,
                      const char *what, const char *text)
{
    if (!page->ledger || !text)
        return;
    struct buf words;
    buf_init(&words);
    fragment_words(text, &words);
    ledger_note(page->ledger, act, what, words.data, words.n_bytes);
    buf_finish(&words);
}

static bool note_said_text(void *user, const char *text)
{
    schema_page_note(user, LEDGER_LEFT_OUT, "the page's other form", text);
    return false;
}

/* A part that the page's other form says, too. */
static void note_said_part(struct schema_page *page, const json_t *part)
{
    struct visitor visitor = {
        .page = page, .words = true, .take = note_said_text, .user = page};
    if (page->ledger)
        visit(&visitor, part, 0);
}

/* What only the other form says stands before or behind the main one. */
static void note_place(const struct schema_page *page, const char *text)
{
    if (page->said)
        schema_page_note(page, LEDGER_MOVED, "the page's other form", text);
}

/* ---- writing ---- */

static void write_text(struct schema_page *page, const char *text,
                       unsigned level)
{
    if (text && !is_new_text(page, text)) {
        note_said_text(page, text);
    } else if (text) {
        note_place(page, text);
        fragment_write(&page->rich, &page->options, text, level);
    }
}

static bool begins_with_key(void *user, const char *text)
{
    char *key = text ? key_of(text) : NULL;
    bool begins = key && str_starts(key, user);
    free(key);
    return begins;
}

/* A description that only says what the text says is for search engines. */
static bool is_repeated(const struct schema_page *page, const json_t *part,
                        const char *description)
{
    char *key = key_of(description);
    struct visitor visitor = {
        .page = page, .take = begins_with_key, .user = key};
    bool repeated = false;
    for (size_t i = 0; !repeated && i < N_TEXT_PROPERTIES; i++)
        repeated =
            visit_all(&visitor, json_object_get(part, text_properties[i]), 0);
    repeated = repeated || visit_all(&visitor, topics_of(part), 0) ||
               visit_all(&visitor, json_object_get(part, module_property), 0);
    free(key);
    return repeated;
}

static void write_description(struct schema_page *page, const json_t *part,
                              unsigned level)
{
    const char *description = schema_text(part, "description");
    if (!description)
        return;
    if (is_repeated(page, part, description))
        schema_page_note(page, LEDGER_LEFT_OUT, "description for machines",
                         description);
    else
        write_text(page, description, level);
}

static bool write_heading(struct schema_page *page, const json_t *part,
                          unsigned level)
{
    enum kind kind = schema_kind(schema_text(part, "hasHealthAspect"));
    const char *text = schema_module_heading(part), *own = text;
    bool overview = kind == KIND_OVERVIEW && page->draft->body.n_bytes == 0;
    if (!text[0] && kind != KIND_NONE && !overview)
        text = kind_label(kind, page->draft->lang);
    if (text[0] && fold_compare(text, page->draft->title) == 0)
        schema_page_note(page, LEDGER_LEFT_OUT, "title", own);
    if (!text[0] || fold_compare(text, page->draft->title) == 0)
        return false;
    if (own[0])
        note_place(page, own);
    else
        schema_page_note(page, LEDGER_ADDED, "name of a kind", text);
    if (blocks_are_nested(&page->rich.blocks)) {
        rich_strong_line(&page->rich, text);
        return false;
    }
    struct markdown_heading heading = {.level = level < 6 ? level : 6,
                                       .kind = kind,
                                       .context = &page->context};
    struct buf plain;
    buf_init(&plain);
    fragment_words(text, &plain);
    rich_heading(&page->rich, plain.data, &heading);
    buf_finish(&plain);
    return true;
}

/* Where parts are written: the level of their headings, and how deep they are
 * nested. */
struct place {
    unsigned level, depth;
};

/* Some of the values of a property. */
struct parts {
    const json_t *all;
    size_t first, end;
};

static struct parts all_of(const json_t *value)
{
    return (struct parts){.all = value, .end = count_values(value)};
}

static void write_part(struct schema_page *page, const json_t *reference,
                       struct place place);

/* Links that follow each other make one list. */
static void write_values(struct schema_page *page, struct parts parts,
                         struct place place)
{
    struct buf links;
    buf_init(&links);
    for (size_t i = parts.first; i < parts.end; i++) {
        const json_t *part =
            schema_graph_resolve(page->graph, value_at(parts.all, i));
        bool link = schema_module_is_link(part);
        if (link && is_new(page, part))
            schema_module_add_link(page, part, &links);
        else if (link)
            note_said_part(page, part);
        if (!link || i + 1 == parts.end)
            schema_module_write_links(page, &links);
        if (!link)
            write_part(page, value_at(parts.all, i), place);
    }
    buf_finish(&links);
}

/* Does a part begin with a heading? */
static bool is_headed(const struct schema_page *page, const json_t *part,
                      unsigned depth)
{
    const char *alert;
    part = schema_graph_resolve(page->graph, part);
    if (schema_module_is_link(part) || schema_module_is_quote(part, &alert))
        return false;
    if (schema_module_heading(part)[0] || schema_text(part, "hasHealthAspect"))
        return true;
    const json_t *parts = topics_of(part);
    if (!parts)
        parts = json_object_get(part, module_property);
    return depth < SCHEMA_MAX_DEPTH && count_values(parts) > 0 &&
           is_headed(page, value_at(parts, 0), depth + 1);
}

/* The first of other's parts that has a heading. */
static size_t count_unheaded(const struct schema_page *page,
                             const json_t *other)
{
    size_t n = 0;
    while (n < count_values(other) && !is_headed(page, value_at(other, n), 0))
        n++;
    return n;
}

static void write_more_heading(struct schema_page *page, unsigned level)
{
    struct markdown_heading heading = {.level = level < 6 ? level : 6,
                                       .kind = KIND_MORE_INFO,
                                       .context = &page->context};
    const char *label = kind_label(KIND_MORE_INFO, page->draft->lang);
    if (blocks_are_nested(&page->rich.blocks))
        return;
    schema_page_note(page, LEDGER_ADDED, "name of a kind", label);
    rich_heading(&page->rich, label, &heading);
}

/* What only the other form says. Where it has no heading it must not fall
 * under the one that happens to come before it. */
static void write_rest(struct schema_page *page, struct parts parts,
                       struct place place)
{
    bool unheaded = false;
    for (size_t i = parts.first; i < count_values(parts.all); i++) {
        const json_t *part = value_at(parts.all, i);
        if (!is_new(page, part)) {
            note_said_part(page, part);
            continue;
        }
        bool headed = is_headed(page, part, 0);
        if (!headed && !unheaded)
            write_more_heading(page, place.level);
        unheaded = !headed;
        write_values(page, (struct parts){parts.all, i, i + 1}, place);
    }
}

/* Both forms of a page: what begins the other one and has no heading, the main
 * one, then what only the other one says besides. */
static void write_both(struct schema_page *page, const json_t *main,
                       const json_t *other, struct place place)
{
    xmlHashTable *said = xmlHashCreate(0), *outer = page->said;
    struct visitor visitor = {.page = page, .take = note_said, .user = said};
    size_t n_unheaded = count_unheaded(page, other);
    visit_all(&visitor, main, 0);
    page->said = said;
    write_values(page, (struct parts){other, 0, n_unheaded}, place);
    page->said = outer;
    write_values(page, all_of(main), place);
    page->said = said;
    write_rest(page, (struct parts){.all = other, .first = n_unheaded}, place);
    page->said = outer;
    xmlHashFree(said, NULL);
}

static void write_forms(struct schema_page *page, const json_t *node,
                        struct place place)
{
    const json_t *topics = topics_of(node);
    const json_t *modules = json_object_get(node, module_property);
    if (!topics || !modules || page->said)
        write_values(page, all_of(topics ? topics : modules), place);
    else if (count_text(page, modules) / 2 > count_text(page, topics))
        write_both(page, modules, topics, place);
    else
        write_both(page, topics, modules, place);
    if (topics && modules && page->said) {
        struct visitor visitor = {
            .page = page, .take = note_said, .user = page->said};
        visit_all(&visitor, topics, 0);
        write_values(page, all_of(modules), place);
    }
}

static void write_parts(struct schema_page *page, const json_t *node,
                        struct place place)
{
    if (place.depth > SCHEMA_MAX_DEPTH) {
        page->too_deep |= schema_has_parts(node);
        return;
    }
    for (size_t i = 0; i < N_PART_PROPERTIES; i++)
        write_values(page, all_of(json_object_get(node, part_properties[i])),
                     place);
    write_forms(page, node, place);
}

static void write_texts(struct schema_page *page, const json_t *node,
                        unsigned level)
{
    for (size_t i = 0; i < N_TEXT_PROPERTIES; i++) {
        const json_t *texts = json_object_get(node, text_properties[i]);
        for (size_t j = 0; j < count_values(texts); j++)
            write_text(page, json_string_value(value_at(texts, j)), level);
    }
}

/* True for a node that is referred to and stands in the page already. */
static bool is_written(struct schema_page *page, const json_t *reference,
                       const json_t *part)
{
    if (reference == part)
        return false;
    const char *id = json_string_value(json_object_get(part, "@id"));
    schema_graph_reach(page->graph, id);
    return xmlHashAddEntry(page->written, (const xmlChar *)id, page) != 0;
}

static void write_object(struct schema_page *page, const json_t *part,
                         struct place place)
{
    const char *alert;
    size_t opened = 0;
    bool quoted = schema_module_is_quote(part, &alert);
    if (quoted)
        opened = schema_module_open_quote(page, alert);
    place.level += write_heading(page, part, place.level);
    place.depth++;
    write_description(page, part, place.level);
    if (schema_module_has_text(part))
        write_texts(page, part, place.level);
    write_parts(page, part, place);
    if (quoted)
        blocks_close(&page->rich.blocks, opened);
}

static void write_part(struct schema_page *page, const json_t *reference,
                       struct place place)
{
    const json_t *part = schema_graph_resolve(page->graph, reference);
    if (json_is_string(part))
        write_text(page, json_string_value(part), place.level);
    else if (!json_is_object(part) || is_written(page, reference, part))
        return;
    else if (!is_new(page, part))
        note_said_part(page, part);
    else if (schema_module_is_image(part))
        schema_module_write_image(page, part);
    else
        write_object(page, part, place);
}

void schema_page_write(struct schema_page *page, const json_t *part,
                       unsigned level)
{
    write_part(page, part, (struct place){.level = level});
}

void schema_page_write_all(struct schema_page *page, const json_t *node)
{
    write_texts(page, node, 2);
    write_parts(page, node, (struct place){.level = 2});
}

bool schema_has_parts(const json_t *node)
{
    bool has = topics_of(node) || json_object_get(node, module_property);
    for (size_t i = 0; i < N_TEXT_PROPERTIES; i++)
        has |= schema_text(node, text_properties[i]) != NULL;
    for (size_t i = 0; i < N_PART_PROPERTIES; i++)
        has |= json_object_get(node, part_properties[i]) != NULL;
    return has;
}

void schema_page_init(struct schema_page *page, struct draft *draft,
                      struct schema_graph *graph)
{
    *page = (struct schema_page){
        .draft = draft,
        .graph = graph,
        .context = {.lang = draft->lang,
                    .title = draft->title,
                    .synonyms = (const char *const *)draft->synonyms.items,
                    .n_synonyms = draft->synonyms.n,
                    .type = article_type_name(draft->type)},
        .written = xmlHashCreate(0)};
    page->options = (struct rich_options){.context = &page->context,
                                          .base_url = draft->origin.url,
                                          .top_level = 2,
                                          .target_level = 2};
    rich_init(&page->rich, &page->options, &draft->body);
}

void schema_page_log(struct schema_page *page, struct ledger *ledger)
{
    page->ledger = page->options.ledger = ledger;
}

void schema_page_finish(struct schema_page *page)
{
    rich_finish(&page->rich);
    xmlHashFree(page->written, NULL);
}
