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
#include "import/schema_said.h"

static const char *const text_properties[] = {"text", "articleBody"};

#define N_TEXT_PROPERTIES (sizeof text_properties / sizeof *text_properties)

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

static void write_text(struct schema_page *page, const char *text,
                       unsigned level)
{
    if (text && !schema_said_is_new_text(page, text)) {
        schema_page_note(page, LEDGER_LEFT_OUT, "the page's other form", text);
    } else if (text) {
        schema_said_note_place(page, text);
        fragment_write(&page->rich, &page->options, text, level);
    }
}

static void write_description(struct schema_page *page, const json_t *part,
                              unsigned level)
{
    const char *description = schema_text(part, "description");
    if (!description)
        return;
    if (schema_said_is_repeated(page, part, description))
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
        schema_said_note_place(page, own);
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
struct schema_place {
    unsigned level, depth;
};

/* Some of the values of a property. */
struct parts {
    const json_t *all;
    size_t first, end;
};

static struct parts all_of(const json_t *value)
{
    return (struct parts){.all = value, .end = schema_count(value)};
}

static void write_part(struct schema_page *page, const json_t *reference,
                       struct schema_place place);

/* Links that follow each other make one list. */
static void write_values(struct schema_page *page, struct parts parts,
                         struct schema_place place)
{
    struct buf links;
    buf_init(&links);
    for (size_t i = parts.first; i < parts.end; i++) {
        const json_t *part =
            schema_graph_resolve(page->graph, schema_at(parts.all, i));
        bool link = schema_module_is_link(part);
        if (link && schema_said_is_new(page, part))
            schema_module_add_link(page, part, &links);
        else if (link)
            schema_said_leave_out(page, part);
        if (!link || i + 1 == parts.end)
            schema_module_write_links(page, &links);
        if (!link)
            write_part(page, schema_at(parts.all, i), place);
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
    const json_t *parts = schema_topics(part);
    if (!parts)
        parts = json_object_get(part, schema_modules);
    return depth < SCHEMA_MAX_DEPTH && schema_count(parts) > 0 &&
           is_headed(page, schema_at(parts, 0), depth + 1);
}

/* The first of other's parts that has a heading. */
static size_t count_unheaded(const struct schema_page *page,
                             const json_t *other)
{
    size_t n = 0;
    while (n < schema_count(other) && !is_headed(page, schema_at(other, n), 0))
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
                       struct schema_place place)
{
    bool unheaded = false;
    for (size_t i = parts.first; i < schema_count(parts.all); i++) {
        const json_t *part = schema_at(parts.all, i);
        if (!schema_said_is_new(page, part)) {
            schema_said_leave_out(page, part);
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
                       const json_t *other, struct schema_place place)
{
    xmlHashTable *said = xmlHashCreate(0), *outer = page->said;
    size_t n_unheaded = count_unheaded(page, other);
    schema_said_add(page, main, said);
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
                        struct schema_place place)
{
    const json_t *topics = schema_topics(node);
    const json_t *modules = json_object_get(node, schema_modules);
    if (!topics || !modules || page->said)
        write_values(page, all_of(topics ? topics : modules), place);
    else if (schema_said_length(page, modules) / 2 >
             schema_said_length(page, topics))
        write_both(page, modules, topics, place);
    else
        write_both(page, topics, modules, place);
    if (topics && modules && page->said) {
        schema_said_add(page, topics, page->said);
        write_values(page, all_of(modules), place);
    }
}

static void write_parts(struct schema_page *page, const json_t *node,
                        struct schema_place place)
{
    if (place.depth > SCHEMA_MAX_DEPTH) {
        page->too_deep |= schema_has_parts(node);
        return;
    }
    for (size_t i = 0; i < SCHEMA_PART_PROPERTIES; i++)
        write_values(page,
                     all_of(json_object_get(node, schema_part_properties[i])),
                     place);
    write_forms(page, node, place);
}

static void write_texts(struct schema_page *page, const json_t *node,
                        unsigned level)
{
    for (size_t i = 0; i < N_TEXT_PROPERTIES; i++) {
        const json_t *texts = json_object_get(node, text_properties[i]);
        for (size_t j = 0; j < schema_count(texts); j++)
            write_text(page, json_string_value(schema_at(texts, j)), level);
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
                         struct schema_place place)
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
                       struct schema_place place)
{
    const json_t *part = schema_graph_resolve(page->graph, reference);
    if (json_is_string(part))
        write_text(page, json_string_value(part), place.level);
    else if (!json_is_object(part) || is_written(page, reference, part))
        return;
    else if (!schema_said_is_new(page, part))
        schema_said_leave_out(page, part);
    else if (schema_module_is_image(part))
        schema_module_write_image(page, part);
    else
        write_object(page, part, place);
}

void schema_page_write(struct schema_page *page, const json_t *part,
                       unsigned level)
{
    write_part(page, part, (struct schema_place){.level = level});
}

void schema_page_write_all(struct schema_page *page, const json_t *node)
{
    write_texts(page, node, 2);
    write_parts(page, node, (struct schema_place){.level = 2});
}

bool schema_has_parts(const json_t *node)
{
    bool has = schema_topics(node) || json_object_get(node, schema_modules);
    for (size_t i = 0; i < N_TEXT_PROPERTIES; i++)
        has |= schema_text(node, text_properties[i]) != NULL;
    for (size_t i = 0; i < SCHEMA_PART_PROPERTIES; i++)
        has |= json_object_get(node, schema_part_properties[i]) != NULL;
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
