/* The elements of JATS made those of HTML, and its references sources.
 * [libxml2] */
#include "import/jats_tree.h"

#include <stdlib.h>
#include <string.h>

#include <libxml/entities.h>
#include <libxml/hash.h>

#include "base/ascii.h"
#include "base/mem.h"
#include "base/strs.h"
#include "import/rich.h"
#include "import/xml.h"

/* Front matter is limited to 64 KiB; a source has fields besides its text. */
#define SOURCES_MAX_BYTES ((size_t)40 * 1024)
#define SOURCE_BYTES ((size_t)120)

#define XLINK ((const xmlChar *)"http://www.w3.org/1999/xlink")

/* What is an element of HTML by another name. */
static const struct {
    const char *name, *html;
} renamed[] = {
    {"italic", "i"},
    {"bold", "b"},
    {"list-item", "li"},
    {"disp-quote", "blockquote"},
    {"boxed-text", "blockquote"},
    {"preformat", "pre"},
    {"def-list", "dl"},
    {"term", "dt"},
    {"def", "dd"},
    {"def-item", "div"},
    {"fig", "figure"},
    {"fig-group", "div"},
    {"table-wrap", "div"},
    {"table-wrap-group", "div"},
    {"table-wrap-foot", "div"},
    {"fn", "div"},
    {"disp-formula", "p"},
    {"statement", "div"},
    {"supplementary-material", "div"},
    {"media", "div"},
    {"verse-group", "div"},
    {"verse-line", "p"},
    {"speech", "div"},
    {"attrib", "p"},
    {"break", "br"},
    {"alt-text", "span"},
    {"long-desc", "span"},
    {"permissions", "div"},
    {"license", "div"},
    {"license-p", "p"},
    {"caption", "div"},
};

static void rename_element(xmlNode *node, const char *name)
{
    xmlNodeSetName(node, (const xmlChar *)name);
}

static void set_attribute(xmlNode *node, const char *name, const char *value)
{
    xmlSetProp(node, (const xmlChar *)name, (const xmlChar *)value);
}

/* "B 1" as the name of a note: only letters, digits and hyphens. */
static char *note_id(const char *id)
{
    char *name = mem_strdup(id);
    for (char *at = name; *at; at++)
        if (!ascii_is_alnum(*at) && *at != '-' && *at != '_')
            *at = '-';
    return name;
}

/* ---- references ---- */

/* What goes before the parts of a reference that has no punctuation. */
static const char *separator_of(const xmlNode *text)
{
    static const struct {
        const char *element, *separator;
    } separators[] = {{"article-title", ". "}, {"source", ". "},
                      {"year", ". "},          {"volume", ";"},
                      {"issue", "/"},          {"fpage", ":"},
                      {"lpage", "–"},          {"pub-id", ". "},
                      {"surname", ", "},       {"publisher-name", ". "}};
    for (size_t i = 0; i < sizeof separators / sizeof *separators; i++)
        if (xml_is(text->parent, separators[i].element))
            return separators[i].separator;
    return " ";
}

/* All of a reference, in its order. Text between the elements is punctuation
 * already. */
static char *citation_text(const xmlNode *reference)
{
    struct buf text;
    buf_init(&text);
    bool mixed = xml_find(reference, "mixed-citation");
    for (const xmlNode *node = reference; node;
         node = xml_walk(reference, node)) {
        if (node->type != XML_TEXT_NODE || (!mixed && xmlIsBlankNode(node)))
            continue;
        bool first = text.n_bytes == 0 || xml_is(node->parent, "label");
        const char *separator = mixed ? "" : separator_of(node);
        if (!first && !(separator[0] == ',' && buf_ends(&text, ". ")))
            buf_add(&text, separator);
        buf_add(&text, (const char *)node->content);
        if (xml_is(node->parent, "label"))
            buf_add(&text, ". ");
    }
    char *words = buf_steal(&text), *out = words;
    for (const char *at = words; *at; at++)
        if (!ascii_is_space(*at) || (out > words && out[-1] != ' '))
            *out++ = ascii_is_space(*at) ? ' ' : *at;
    *out = '\0';
    return words;
}

static const char *child_words(struct arena *arena, const xmlNode *reference,
                               const char *name)
{
    const xmlNode *node = xml_find(reference, name);
    char *text = node ? xml_words(node) : NULL;
    const char *kept = text && text[0] ? arena_strdup(arena, text) : NULL;
    free(text);
    return kept;
}

static const char *doi_of(struct arena *arena, const xmlNode *reference)
{
    for (const xmlNode *node = reference; node;
         node = xml_walk(reference, node)) {
        char *type =
            xml_is(node, "pub-id") ? xml_attribute(node, "pub-id-type") : NULL;
        bool doi = str_equal(type, "doi");
        xmlFree(type);
        if (doi) {
            char *text = xml_words(node);
            const char *kept = arena_strdup(arena, text);
            free(text);
            return kept;
        }
    }
    return NULL;
}

/* What is known of the references while the tree is changed. */
struct references {
    struct draft *draft;
    struct ledger *ledger;
    xmlHashTable *ids; /* of the article's sources */
};

static void read_reference(struct references *references,
                           const xmlNode *reference)
{
    struct draft *draft = references->draft;
    struct arena *arena = &draft->arena;
    char *id = xml_attribute(reference, "id");
    char *name = note_id(id ? id : "");
    char *text = citation_text(reference);
    if (name[0] && text[0] &&
        xmlHashAddEntry(references->ids, (const xmlChar *)name, draft) == 0)
        draft_add_source(draft,
                         &(struct draft_source){
                             .id = arena_strdup(arena, name),
                             .title = arena_strdup(arena, text),
                             .year = child_words(arena, reference, "year"),
                             .doi = doi_of(arena, reference)});
    ledger_note(references->ledger, LEDGER_STATED, "reference", text,
                strlen(text));
    free(text);
    free(name);
    xmlFree(id);
}

static const xmlNode *next_reference(const xmlNode *list, const xmlNode *node)
{
    node = node ? xml_skip(list, node) : list;
    while (node && !xml_is(node, "ref"))
        node = xml_walk(list, node);
    return node;
}

/* Do all fit into front matter, and can all be cited? */
static bool can_be_sources(const xmlNode *list)
{
    size_t n_bytes = 0;
    for (const xmlNode *node = next_reference(list, NULL); node;
         node = next_reference(list, node)) {
        char *text = citation_text(node);
        char *id = xml_attribute(node, "id");
        n_bytes += strlen(text) + SOURCE_BYTES;
        bool named = id && id[0];
        xmlFree(id);
        free(text);
        if (!named || n_bytes > SOURCES_MAX_BYTES)
            return false;
    }
    return n_bytes > 0;
}

/* A section of paragraphs, then. */
static void keep_references(xmlNode *list)
{
    for (const xmlNode *node = next_reference(list, NULL), *next; node;
         node = next) {
        next = next_reference(list, node);
        xmlNode *reference = (xmlNode *)node;
        char *text = citation_text(node);
        xmlChar *escaped =
            xmlEncodeSpecialChars(reference->doc, (const xmlChar *)text);
        xmlNodeSetContent(reference, escaped);
        rename_element(reference, "p");
        xmlFree(escaped);
        free(text);
    }
    rename_element(list, "sec");
}

static void read_references(struct references *references, xmlNode *root)
{
    xmlNode *list = xml_find(root, "ref-list");
    if (!list)
        return;
    if (!can_be_sources(list)) {
        keep_references(list);
        return;
    }
    const xmlNode *title = xml_child(list, "title");
    if (title)
        xml_note(title, references->ledger, LEDGER_LEFT_OUT,
                 "heading of the references");
    for (const xmlNode *node = next_reference(list, NULL); node;
         node = next_reference(list, node))
        read_reference(references, node);
}

/* A number that cites nothing here, apart from the words around it. */
static void keep_number(xmlNode *node, struct ledger *ledger)
{
    char *number = rich_plain(node);
    struct buf text;
    buf_init(&text);
    const char *open = strchr(number, '[') ? " " : " [";
    buf_add(&text, open);
    buf_add(&text, number);
    buf_add(&text, open[1] ? "]" : " ");
    ledger_note(ledger, LEDGER_ADDED, "number of a reference", number,
                strlen(number));
    xmlNode *kept = xmlNewDocText(node->doc, (const xmlChar *)text.data);
    xmlAddPrevSibling(node, kept);
    xmlNodeSetContent(node, (const xmlChar *)"");
    rename_element(node, "span");
    buf_finish(&text);
    free(number);
}

/* <xref ref-type="bibr" rid="B1">1</xref> cites a source; others are text. */
static void resolve_reference(xmlNode *node,
                              const struct references *references)
{
    char *type = xml_attribute(node, "ref-type");
    char *rid = xml_attribute(node, "rid");
    char *id = note_id(rid ? rid : "");
    if (!str_equal(type, "bibr")) {
        rename_element(node, "span");
    } else if (xmlHashLookup(references->ids, (const xmlChar *)id)) {
        rename_element(node, "footnoteRef");
        set_attribute(node, "source", id);
    } else {
        keep_number(node, references->ledger);
    }
    free(id);
    xmlFree(rid);
    xmlFree(type);
}

/* ---- other elements ---- */

static void set_href(xmlNode *node)
{
    xmlChar *href = xmlGetNsProp(node, (const xmlChar *)"href", XLINK);
    rename_element(node, "a");
    if (href) {
        xmlUnsetNsProp(node, xmlSearchNsByHref(node->doc, node, XLINK),
                       (const xmlChar *)"href");
        set_attribute(node, "href", (char *)href);
    }
    xmlFree(href);
}

static void resolve_list(xmlNode *node)
{
    char *type = xml_attribute(node, "list-type");
    bool ordered = type && strcmp(type, "order") == 0;
    rename_element(node, ordered ? "ol" : "ul");
    xmlFree(type);
}

/* Titles and labels of figures, tables and boxes are lines of their own. */
static void resolve_label(xmlNode *node)
{
    bool inside =
        xml_is(node->parent, "sec") || xml_is(node->parent, "app") ||
        xml_is(node->parent, "ack") || xml_is(node->parent, "abstract") ||
        xml_is(node->parent, "trans-abstract") ||
        xml_is(node->parent, "notes") || xml_is(node->parent, "glossary") ||
        xml_is(node->parent, "fn-group") || xml_is(node->parent, "ref-list") ||
        xml_is(node->parent, "bio");
    bool note = xml_is(node->parent, "fn") || xml_is(node->parent, "div") ||
                xml_is(node->parent, "p") || xml_is(node->parent, "li");
    if (inside)
        return;
    if (xml_is(node, "label") && note && !xml_find(node->parent, "table"))
        rename_element(node, "span");
    else
        rename_element(node, xml_is(node->parent, "tr") ? "span" : "strong");
    if (strcmp((const char *)node->name, "strong") == 0 && node->next)
        xmlAddNextSibling(
            node, xmlNewDocNode(node->doc, NULL, (const xmlChar *)"br", NULL));
}

/* Numbers of figures, for programs. */
static void leave_out(xmlNode *node, struct ledger *ledger)
{
    xml_note(node, ledger, LEDGER_LEFT_OUT, "number for programs");
    xmlNodeSetContent(node, (const xmlChar *)"");
}

static void resolve(xmlNode *node, const struct references *references)
{
    if (xml_is(node, "xref"))
        resolve_reference(node, references);
    else if (xml_is(node, "object-id"))
        leave_out(node, references->ledger);
    else if (xml_is(node, "ext-link") || xml_is(node, "uri"))
        set_href(node);
    else if (xml_is(node, "list"))
        resolve_list(node);
    else if (xml_is(node, "title") || xml_is(node, "label"))
        resolve_label(node);
    else
        for (size_t i = 0; i < sizeof renamed / sizeof *renamed; i++)
            if (xml_is(node, renamed[i].name)) {
                rename_element(node, renamed[i].html);
                return;
            }
}

static bool is_text(const xmlNode *node)
{
    return xml_is(node, "abstract") || xml_is(node, "trans-abstract") ||
           xml_is(node, "body") || xml_is(node, "back") ||
           xml_is(node, "floats-group") || xml_is(node, "floats-wrap");
}

static bool is_in_text(const xmlNode *node)
{
    while (node && !is_text(node) && !xml_is(node, "ref-list"))
        node = node->parent;
    return node && is_text(node);
}

void jats_tree_prepare(xmlNode *root, struct draft *draft,
                       struct ledger *ledger)
{
    struct references references = {
        .draft = draft, .ledger = ledger, .ids = xmlHashCreate(0)};
    read_references(&references, root);
    for (const xmlNode *node = root; node; node = xml_walk(root, node))
        if (node->type == XML_ELEMENT_NODE && is_in_text(node))
            resolve((xmlNode *)node, &references);
    xmlHashFree(references.ids, NULL);
}
