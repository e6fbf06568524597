/* What the front of a journal's article says of it. [libxml2] */
#include "import/jats_front.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/strs.h"
#include "import/rich.h"
#include "import/xml.h"

static const xmlNode *meta_of(const xmlNode *root)
{
    return xml_child(xml_child(root, "front"), "article-meta");
}

/* The words of an element, in the arena; NULL for none. */
static const char *words(struct arena *arena, const xmlNode *node)
{
    char *text = node ? rich_plain(node) : NULL;
    const char *kept = text && text[0] ? arena_strdup(arena, text) : NULL;
    free(text);
    return kept;
}

static const char *article_id(struct arena *arena, const xmlNode *meta,
                              const char *wanted)
{
    for (const xmlNode *id = xml_child(meta, "article-id"); id;
         id = xml_next(id, "article-id")) {
        char *type = xml_attribute(id, "pub-id-type");
        bool right = str_equal(type, wanted);
        xmlFree(type);
        if (right)
            return words(arena, id);
    }
    return NULL;
}

static int number_in(const xmlNode *date, const char *part)
{
    char *text = xml_words(xml_child(date, part));
    int number = atoi(text);
    free(text);
    return number;
}

/* The latest of its dates: a print may come months after. */
static void read_date(struct draft *draft, const xmlNode *meta)
{
    for (const xmlNode *node = xml_child(meta, "pub-date"); node;
         node = xml_next(node, "pub-date")) {
        char text[32];
        struct date date;
        int month = number_in(node, "month"), day = number_in(node, "day");
        snprintf(text, sizeof text,
                 month && day ? "%04d-%02d-%02d"
                 : month      ? "%04d-%02d"
                              : "%04d",
                 number_in(node, "year"), month, day);
        if (date_parse(text, &date) &&
            (draft->updated.year == 0 ||
             date_compare(&date, &draft->updated) > 0))
            draft->updated = date;
    }
}

/* "https://creativecommons.org/licenses/by/4.0/" -> "CC-BY-4.0" */
static const char *licence_of(struct arena *arena, const xmlNode *meta)
{
    const xmlNode *licence =
        xml_find(xml_child(meta, "permissions"), "license");
    xmlChar *href =
        licence ? xmlGetNsProp(licence, (const xmlChar *)"href",
                               (const xmlChar *)"http://www.w3.org/1999/xlink")
                : NULL;
    const char *url = href ? arena_strdup(arena, (char *)href) : NULL;
    xmlFree(href);
    const char *terms =
        url ? strstr(url, "creativecommons.org/licenses/") : NULL;
    if (!terms)
        return url;
    terms += strlen("creativecommons.org/licenses/");
    size_t n_name = strcspn(terms, "/");
    const char *version = terms + n_name + (terms[n_name] == '/');
    char *name = arena_printf(arena, "CC-%.*s-%.*s", (int)n_name, terms,
                              (int)strcspn(version, "/"), version);
    for (char *at = name; *at; at++)
        *at = ascii_upper(*at);
    return name;
}

static void read_authors(struct draft *draft, const xmlNode *meta)
{
    const xmlNode *group = xml_child(meta, "contrib-group");
    for (const xmlNode *contrib = xml_child(group, "contrib"); contrib;
         contrib = xml_next(contrib, "contrib")) {
        const xmlNode *name = xml_child(contrib, "name");
        if (!name)
            name = xml_child(xml_child(contrib, "name-alternatives"), "name");
        const char *given =
            words(&draft->arena, xml_child(name, "given-names"));
        const char *family = words(&draft->arena, xml_child(name, "surname"));
        const char *both =
            given && family
                ? arena_printf(&draft->arena, "%s %s", given, family)
                : family;
        if (!both)
            both = words(&draft->arena, xml_child(contrib, "collab"));
        if (both)
            strs_add(&draft->authors, both);
    }
}

bool jats_read_front(struct draft *draft, const xmlNode *root,
                     const struct document *document)
{
    struct arena *arena = &draft->arena;
    const xmlNode *meta = meta_of(root);
    const xmlNode *journal = xml_find(
        xml_child(xml_child(root, "front"), "journal-meta"), "journal-title");
    const xmlNode *titles = xml_child(meta, "title-group");
    char *lang = xml_attribute(root, "lang");
    draft->title = words(arena, xml_child(titles, "article-title"));
    xmlChar *language = xmlNodeGetLang(root);
    draft->lang = language ? arena_strdup(arena, (char *)language) : "en";
    xmlFree(language);
    xmlFree(lang);
    draft->audience = "clinician";
    draft->licence = licence_of(arena, meta);
    draft->origin.publisher = words(arena, journal);
    draft->origin.id = article_id(arena, meta, "doi");
    if (draft->origin.id)
        draft->origin.url =
            arena_printf(arena, "https://doi.org/%s", draft->origin.id);
    draft->origin.retrieved = document->retrieved;
    read_authors(draft, meta);
    read_date(draft, meta);
    if (draft->title)
        draft_set_id(draft, "paper", draft->origin.id, draft->title);
    return draft->title;
}

static bool is_citation(const xmlNode *node)
{
    char *type = xml_is(node, "xref") ? xml_attribute(node, "ref-type") : NULL;
    bool citation = str_equal(type, "bibr");
    xmlFree(type);
    return citation;
}

/* jats_read_words passes over citations. */
static void note_text(const xmlNode *root, struct ledger *ledger,
                      enum ledger_act act, const char *what)
{
    const xmlNode *node = root;
    while (node) {
        if (node->type == XML_TEXT_NODE)
            ledger_note(ledger, act, what, (const char *)node->content,
                        strlen((const char *)node->content));
        node = is_citation(node) ? xml_skip(root, node) : xml_walk(root, node);
    }
}

static void note_titles(const xmlNode *titles, struct ledger *ledger)
{
    for (const xmlNode *title = titles->children; title; title = title->next)
        note_text(title, ledger,
                  xml_is(title, "article-title") ? LEDGER_STATED
                                                 : LEDGER_LEFT_OUT,
                  "title");
}

/* Texts are noted one by one, but for abstracts, which the body has. */
void jats_note_front(const xmlNode *root, struct ledger *ledger)
{
    const xmlNode *front = xml_child(root, "front");
    const xmlNode *meta = meta_of(root);
    note_text(xml_child(front, "journal-meta"), ledger, LEDGER_LEFT_OUT,
              "about the journal");
    note_text(xml_child(front, "notes"), ledger, LEDGER_LEFT_OUT,
              "about the article");
    for (const xmlNode *node = meta ? meta->children : NULL; node;
         node = node->next)
        if (xml_is(node, "title-group"))
            note_titles(node, ledger);
        else if (node->type == XML_ELEMENT_NODE && !xml_is(node, "abstract") &&
                 !xml_is(node, "trans-abstract"))
            note_text(node, ledger, LEDGER_LEFT_OUT, "about the article");
}
