/* Documents of FHIR, each Composition an article. [libxml2]
 *
 * A section's code gives it its kind, or its number does where the document is
 * a leaflet or a summary of product characteristics. What is left out on
 * purpose: a heading in the text that repeats the section's, the text of a
 * section that says it is empty, and resources besides the document. */
#include "import/fhir.h"

#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/strs.h"
#include "import/encoding.h"
#include "import/fhir_facts.h"
#include "import/fhir_json.h"
#include "import/html.h"
#include "import/language.h"
#include "import/rich.h"
#include "import/xml.h"

#define HEAD_BYTES ((size_t)65536)

struct leaflet {
    struct draft draft;
    const xmlNode *composition;
    enum qrd_document document;
    struct kind_context context;
    struct rich_options options;
    struct rich rich;
};

bool fhir_is_json(const struct document *document)
{
    const char *at = document->data, *end = at + document->n_bytes;
    while (at < end && strchr(" \t\r\n\xEF\xBB\xBF", *at) && *at)
        at++;
    return at < end && *at == '{';
}

bool fhir_recognise(const struct document *document)
{
    size_t n = document->n_bytes < HEAD_BYTES ? document->n_bytes : HEAD_BYTES;
    if (fhir_is_json(document))
        return memmem(document->data, n, "\"resourceType\"", 14);
    n = n < 4096 ? n : 4096;
    return document_is_markup(document) &&
           (memmem(document->data, n, "http://hl7.org/fhir\"", 20) ||
            memmem(document->data, n, "http://hl7.org/fhir'", 20));
}

/* ---- sections ---- */

/* What a section's codes say: of SPOR, of LOINC. A code that names the
 * document says nothing of a section. */
static enum kind kind_by_code(const xmlNode *section)
{
    enum kind kind = KIND_NONE;
    const xmlNode *concept = xml_child(section, "code");
    for (const xmlNode *coding = fhir_next_coding(concept, NULL);
         coding && kind == KIND_NONE;
         coding = fhir_next_coding(concept, coding)) {
        char *code = xml_attribute(xml_child(coding, "code"), "value");
        if (qrd_document_by_code(code) == QRD_NONE) {
            kind = qrd_kind_by_code(code);
            if (kind == KIND_NONE && code)
                kind = kind_by_loinc(code);
        }
        xmlFree(code);
    }
    return kind;
}

/* A heading may be of another language than the document. */
static enum kind kind_by_words(const struct leaflet *leaflet, const char *title)
{
    struct kind_context other = leaflet->context;
    other.lang = language_guess(title, strlen(title));
    bool foreign = other.lang && leaflet->draft.lang &&
                   strncmp(other.lang, leaflet->draft.lang, 2) != 0;
    return foreign ? kind_of_heading(title, &other) : KIND_NONE;
}

static enum kind kind_of_section(const struct leaflet *leaflet,
                                 const xmlNode *section, const char *title)
{
    enum kind kind = kind_by_code(section);
    if (kind == KIND_NONE)
        kind = qrd_kind_by_number(leaflet->document, title);
    return kind != KIND_NONE ? kind : kind_by_words(leaflet, title);
}

/* The title; without one what its code is called. "" for none. */
static const char *title_of(struct leaflet *leaflet, const xmlNode *section)
{
    struct arena *arena = &leaflet->draft.arena;
    const xmlNode *code = xml_child(section, "code");
    const char *title = fhir_value(arena, section, "title");
    if (!title)
        title = fhir_value(arena, code, "text");
    if (!title)
        title = fhir_value(arena, fhir_next_coding(code, NULL), "display");
    enum kind kind = title ? KIND_NONE : kind_by_code(section);
    if (kind != KIND_NONE)
        title = kind_label(kind, leaflet->draft.lang);
    return title ? title : "";
}

static xmlNode *narrative_of(const xmlNode *section)
{
    return xml_child(xml_child(section, "text"), "div");
}

/* The line of a text that says the section's title again; NULL for none. */
static xmlNode *repeated_title(const xmlNode *section, const char *title)
{
    xmlNode *div = narrative_of(section);
    xmlNode *line = div && title[0] ? fhir_first_line(div) : NULL;
    char *words = line ? rich_plain(line) : mem_strdup("");
    bool repeated = line && fold_compare(words, title) == 0;
    free(words);
    return repeated ? line : NULL;
}

/* Its words are those of the heading that is written; true if they are the
 * same to the letter. */
static bool unlink_repeated_title(const struct leaflet *leaflet,
                                  const xmlNode *section, const char *title)
{
    xmlNode *line = repeated_title(section, title);
    if (!line)
        return false;
    char *words = rich_plain(line);
    bool same = strcmp(words, title) == 0;
    if (!same)
        xml_note(line, leaflet->options.ledger, LEDGER_LEFT_OUT,
                 "heading that is there twice");
    free(words);
    xmlUnlinkNode(line);
    xmlFreeNode(line);
    return same;
}

static void write_text(struct leaflet *leaflet, const xmlNode *section,
                       unsigned level)
{
    xmlNode *div = narrative_of(section);
    if (div && xml_child(section, "emptyReason"))
        xml_note(div, leaflet->options.ledger, LEDGER_LEFT_OUT,
                 "text of an empty section");
    if (!div || xml_child(section, "emptyReason"))
        return;
    for (const xmlNode *at = div->parent->prev; at; at = at->prev)
        if (xml_is(at, "section")) {
            xml_note(div, leaflet->options.ledger, LEDGER_MOVED,
                     "text behind its sections");
            break;
        }
    leaflet->options.top_level = html_top_level(div, NULL);
    leaflet->options.target_level = level < 6 ? level : 6;
    rich_write(&leaflet->rich, div);
    leaflet->rich.blocks.apart = true;
}

/* Does a section hold the whole document? Not one that is about something. */
static bool is_wrapper(const struct leaflet *leaflet, const xmlNode *section,
                       const char *title)
{
    return section->parent == leaflet->composition &&
           xml_child(section, "section") &&
           !xml_next(xml_child(leaflet->composition, "section"), "section") &&
           kind_of_section(leaflet, section, title) == KIND_NONE &&
           kind_of_heading(title, &leaflet->context) == KIND_NONE;
}

static void note_title(const struct leaflet *leaflet, const char *title)
{
    ledger_note(leaflet->options.ledger, LEDGER_ADDED, "title of a section",
                title, strlen(title));
}

static void write_title(struct leaflet *leaflet, const xmlNode *section,
                        const char *title, unsigned level)
{
    struct markdown_heading heading = {
        .level = level < 6 ? level : 6,
        .kind = kind_of_section(leaflet, section, title),
        .context = &leaflet->context};
    if (!title[0])
        return;
    if (!unlink_repeated_title(leaflet, section, title))
        note_title(leaflet, title);
    rich_heading(&leaflet->rich, title, &heading);
}

/* "Prospecto" and "Prospecto: información para el usuario". */
static bool begins_with_title(const xmlNode *section, const char *title)
{
    xmlNode *div = narrative_of(section);
    xmlNode *line = div && title[0] ? fhir_first_line(div) : NULL;
    char *words = line ? rich_plain(line) : mem_strdup("");
    bool begins = str_starts(words, title);
    free(words);
    return begins;
}

/* The title of all is no heading that the others would stand below; where the
 * text has it, that is enough. */
static void write_wrapper_title(struct leaflet *leaflet, const xmlNode *section,
                                const char *title)
{
    if (fold_compare(title, leaflet->draft.title) == 0 ||
        begins_with_title(section, title))
        return;
    note_title(leaflet, title);
    rich_strong_line(&leaflet->rich, title);
}

/* Sections are nested no deeper than XML_MAX_DEPTH. */
static void write_section(struct leaflet *leaflet, const xmlNode *section,
                          unsigned level)
{
    const char *title = title_of(leaflet, section);
    bool wrapper = is_wrapper(leaflet, section, title);
    if (wrapper)
        write_wrapper_title(leaflet, section, title);
    else
        write_title(leaflet, section, title, level);
    write_text(leaflet, section, level + !wrapper);
    for (const xmlNode *below = xml_child(section, "section"); below;
         below = xml_next(below, "section"))
        write_section(leaflet, below, level + !wrapper);
}

/* ---- documents ---- */

/* The text of a document that says by its status that its sections do not have
 * all of it; NULL for none. */
static xmlNode *own_text(const xmlNode *composition)
{
    const xmlNode *text = xml_is(composition, "Composition")
                              ? xml_child(composition, "text")
                              : NULL;
    char *status = xml_attribute(xml_child(text, "status"), "value");
    bool additional = str_equal(status, "additional");
    xmlFree(status);
    return additional ? xml_child(text, "div") : NULL;
}

static void write_body(struct leaflet *leaflet, struct ledger *ledger)
{
    struct draft *draft = &leaflet->draft;
    leaflet->context = (struct kind_context){
        .lang = draft->lang,
        .title = draft->title,
        .synonyms = (const char *const *)draft->synonyms.items,
        .n_synonyms = draft->synonyms.n,
        .type = article_type_name(draft->type),
    };
    leaflet->options = (struct rich_options){.context = &leaflet->context,
                                             .top_level = 2,
                                             .target_level = 2,
                                             .ledger = ledger};
    rich_init(&leaflet->rich, &leaflet->options, &draft->body);
    const xmlNode *text = own_text(leaflet->composition);
    if (text) {
        xml_note(text, ledger, LEDGER_MOVED, "text besides the sections");
        write_text(leaflet, leaflet->composition, 2);
    }
    for (const xmlNode *section = xml_child(leaflet->composition, "section");
         section; section = xml_next(section, "section"))
        write_section(leaflet, section, 2);
    rich_finish(&leaflet->rich);
}

static void convert(const xmlNode *composition, const struct document *document,
                    const struct sink *sink)
{
    struct leaflet leaflet = {.composition = composition,
                              .document = fhir_document(composition)};
    struct draft *draft = &leaflet.draft;
    draft_init(draft);
    fhir_read_facts(draft, composition, leaflet.document);
    draft->origin.retrieved = document->retrieved;
    if (!draft->title) {
        char *stem = document_stem(document);
        draft->title = arena_strdup(&draft->arena, stem);
        draft_set_id(draft, "epi", NULL, stem);
        free(stem);
    }
    write_body(&leaflet, sink->ledger);
    if (!draft->lang)
        draft->lang = language_guess(draft->body.data, draft->body.n_bytes);
    if (draft->body.n_bytes > 0)
        sink->take(sink->user, draft);
    else
        sink->skip(sink->user, document, _("a document without text"));
    draft_finish(draft);
}

/* A patient's own record is no leaflet, whatever else stands beside it. */
static bool names_patient(const xmlNode *root)
{
    for (const xmlNode *node = root; node; node = xml_walk(root, node)) {
        if (xml_is(node, "Patient"))
            return true;
        if (!xml_is(node, "subject"))
            continue;
        char *reference = xml_attribute(xml_child(node, "reference"), "value");
        bool patient = reference && (str_starts(reference, "Patient/") ||
                                     strstr(reference, "/Patient/"));
        xmlFree(reference);
        if (patient)
            return true;
    }
    return false;
}

static const char *resource_type(const xmlNode *root)
{
    const xmlNode *top = root;
    if (xml_is(root, "resource")) {
        top = root->children;
        while (top && top->type != XML_ELEMENT_NODE)
            top = top->next;
    }
    return top ? (const char *)top->name : "resource";
}

/* Narratives that are no section's: "electronic Product Information". */
static void note_others(const xmlNode *root, struct ledger *ledger)
{
    for (const xmlNode *node = root; node; node = xml_walk(root, node))
        if (xml_is(node, "div") && xml_is(node->parent, "text") &&
            !xml_is(node->parent->parent, "section") &&
            node != own_text(node->parent->parent))
            xml_note(node, ledger, LEDGER_LEFT_OUT,
                     "text besides the sections");
}

static bool convert_all(const xmlNode *root, const struct document *document,
                        const struct sink *sink, struct error *err)
{
    if (names_patient(root))
        return error_set(err, _("a patient's record, not a leaflet"));
    size_t n_compositions = 0;
    note_others(root, sink->ledger);
    for (const xmlNode *node = root; node; node = xml_walk(root, node))
        if (xml_is(node, "Composition") && xml_child(node, "section")) {
            convert(node, document, sink);
            n_compositions++;
        }
    if (n_compositions == 0)
        return error_set(err,
                         _("no document in it: a FHIR %s without a "
                           "Composition"),
                         resource_type(root));
    return true;
}

static xmlDoc *parse(const struct document *document, struct error *err)
{
    if (!fhir_is_json(document))
        return xml_parse(document->data, document->n_bytes, err);
    struct buf text;
    buf_init(&text);
    encoding_to_utf8(document->data, document->n_bytes, "UTF-8", &text, err);
    xmlDoc *xml = fhir_json_parse(text.data, text.n_bytes, err);
    buf_finish(&text);
    return xml;
}

bool fhir_convert(const struct document *document,
                  const struct import_options *options, const struct sink *sink,
                  struct error *err)
{
    (void)options;
    xmlDoc *xml = parse(document, err);
    bool good =
        xml && convert_all(xmlDocGetRootElement(xml), document, sink, err);
    xmlFreeDoc(xml);
    return good;
}
