/* What a Composition of FHIR says of itself. [libxml2] */
#include "import/fhir_facts.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/mem.h"
#include "base/strs.h"
#include "import/date_text.h"
#include "import/rich.h"
#include "import/xml.h"

const char *fhir_value(struct arena *arena, const xmlNode *parent,
                       const char *name)
{
    char *text = xml_attribute(xml_child(parent, name), "value");
    const char *value = text && text[strspn(text, " \t\r\n")]
                            ? arena_strdup(arena, text)
                            : NULL;
    xmlFree(text);
    return value;
}

const xmlNode *fhir_next_coding(const xmlNode *concept, const xmlNode *coding)
{
    return coding ? xml_next(coding, "coding") : xml_child(concept, "coding");
}

xmlNode *fhir_first_line(xmlNode *div)
{
    for (xmlNode *node = div ? div->children : NULL; node; node = node->next) {
        if (node->type != XML_ELEMENT_NODE)
            continue;
        char *words = rich_plain(node);
        bool blank = !words[0];
        free(words);
        if (!blank && xml_is(node, "div"))
            return fhir_first_line(node);
        if (!blank)
            return node;
    }
    return NULL;
}

/* ---- what it is ---- */

static enum qrd_document document_by_concept(const xmlNode *concept)
{
    enum qrd_document document = QRD_NONE;
    for (const xmlNode *coding = fhir_next_coding(concept, NULL);
         coding && document == QRD_NONE;
         coding = fhir_next_coding(concept, coding)) {
        char *code = xml_attribute(xml_child(coding, "code"), "value");
        document = qrd_document_by_code(code);
        xmlFree(code);
    }
    return document;
}

/* The titles of all sections, at any depth. */
static void add_titles(struct strs *titles, const xmlNode *composition)
{
    for (const xmlNode *node = composition; node;
         node = xml_walk(composition, node)) {
        if (!xml_is(node, "section"))
            continue;
        char *title = xml_attribute(xml_child(node, "title"), "value");
        if (title)
            strs_add(titles, title);
        xmlFree(title);
    }
}

static enum qrd_document document_by_title(const xmlNode *composition)
{
    char *title = xml_attribute(xml_child(composition, "title"), "value");
    enum qrd_document document =
        title ? qrd_document_by_title(title) : QRD_NONE;
    xmlFree(title);
    return document;
}

enum qrd_document fhir_document(const xmlNode *composition)
{
    enum qrd_document document =
        document_by_concept(xml_child(composition, "type"));
    for (const xmlNode *category = xml_child(composition, "category");
         category && document == QRD_NONE;
         category = xml_next(category, "category"))
        document = document_by_concept(category);
    if (document == QRD_NONE)
        document = document_by_title(composition);
    if (document != QRD_NONE)
        return document;
    struct strs titles;
    strs_init(&titles);
    add_titles(&titles, composition);
    document = qrd_document_by_numbers(&titles);
    strs_finish(&titles);
    return document;
}

/* ---- the bundle ---- */

/* The Bundle, or the resource, that holds what stands beside a Composition. */
static const xmlNode *surroundings(const xmlNode *composition)
{
    const xmlNode *node = composition;
    while (node->parent && node->parent->type == XML_ELEMENT_NODE &&
           !xml_is(node, "Bundle"))
        node = node->parent;
    return xml_is(node, "Bundle") ? node : composition;
}

/* The first resource of a type, outside other Bundles. */
static const xmlNode *find_resource(const xmlNode *root, const char *type)
{
    const xmlNode *node = xml_walk(root, root);
    while (node && !(xml_is(node, type) && node->parent &&
                     (xml_is(node->parent, "resource") ||
                      xml_is(node->parent, "contained"))))
        node = xml_is(node, "Bundle") ? xml_skip(root, node)
                                      : xml_walk(root, node);
    return node;
}

/* ---- the title ---- */

static const char *name_of_product(struct arena *arena, const xmlNode *root)
{
    const xmlNode *product = find_resource(root, "MedicinalProductDefinition");
    const char *name =
        fhir_value(arena, xml_child(product, "name"), "productName");
    if (name)
        return name;
    const xmlNode *medicine = find_resource(root, "Medication");
    return fhir_value(arena, xml_child(medicine, "code"), "text");
}

/* A summary's first section is its product's name. */
static const char *name_in_section(struct arena *arena,
                                   const xmlNode *composition)
{
    const char *name = NULL;
    for (const xmlNode *node = composition; node && !name;
         node = xml_walk(composition, node)) {
        char *title = xml_is(node, "section")
                          ? xml_attribute(xml_child(node, "title"), "value")
                          : NULL;
        xmlNode *div = xml_child(xml_child(node, "text"), "div");
        if (title && div && title[0] == '1' && !ascii_is_digit(title[1])) {
            const xmlNode *line = fhir_first_line(div);
            char *words = line ? rich_plain(line) : mem_strdup("");
            name = words[0] ? arena_strdup(arena, words) : NULL;
            free(words);
        }
        xmlFree(title);
    }
    return name;
}

static const char *name_in_headings(struct arena *arena,
                                    const xmlNode *composition)
{
    struct strs titles;
    strs_init(&titles);
    add_titles(&titles, composition);
    char *name = qrd_product(&titles);
    const char *found = name[0] ? arena_strdup(arena, name) : NULL;
    free(name);
    strs_finish(&titles);
    return found;
}

/* A document is called after its product. */
static const char *find_title(struct arena *arena, const xmlNode *composition,
                              enum qrd_document document)
{
    const char *given = fhir_value(arena, composition, "title");
    const char *rest = given ? qrd_title_rest(given) : "";
    if (rest[0])
        return rest;
    const char *title = NULL;
    if (document == QRD_SUMMARY)
        title = name_in_section(arena, composition);
    else if (document == QRD_LEAFLET)
        title = name_in_headings(arena, composition);
    if (!title)
        title = name_of_product(arena, surroundings(composition));
    return title ? title : given;
}

/* ---- the rest ---- */

/* The author's, the custodian's name, or that of an organisation beside it. */
static const char *publisher_of(struct arena *arena, const xmlNode *composition)
{
    static const char *const parties[] = {"author", "custodian"};
    for (size_t i = 0; i < sizeof parties / sizeof *parties; i++) {
        const char *name =
            fhir_value(arena, xml_child(composition, parties[i]), "display");
        if (name)
            return name;
    }
    return fhir_value(arena,
                      find_resource(surroundings(composition), "Organization"),
                      "name");
}

/* Codes of medicines: the ATC's. */
static void read_codes(struct draft *draft, const xmlNode *root)
{
    const xmlNode *medicine = find_resource(root, "Medication");
    const xmlNode *code = xml_child(medicine, "code");
    for (const xmlNode *coding = fhir_next_coding(code, NULL); coding;
         coding = fhir_next_coding(code, coding)) {
        const char *system = fhir_value(&draft->arena, coding, "system");
        if (system && strstr(system, "whocc.no/atc"))
            draft_add_code(draft, "atc",
                           fhir_value(&draft->arena, coding, "code"));
    }
}

static void read_origin(struct draft *draft, const xmlNode *composition)
{
    struct arena *arena = &draft->arena;
    const xmlNode *bundle = surroundings(composition);
    draft->origin.publisher = publisher_of(arena, composition);
    draft->origin.id =
        fhir_value(arena, xml_child(composition, "identifier"), "value");
    if (!draft->origin.id)
        draft->origin.id =
            fhir_value(arena, xml_child(bundle, "identifier"), "value");
    if (!draft->origin.id)
        draft->origin.id = fhir_value(arena, composition, "id");
}

void fhir_read_facts(struct draft *draft, const xmlNode *composition,
                     enum qrd_document document)
{
    static const char *const names[] = {
        [QRD_NONE] = NULL, [QRD_LEAFLET] = "leaflet", [QRD_SUMMARY] = "smpc"};
    struct arena *arena = &draft->arena;
    const xmlNode *bundle = surroundings(composition);
    draft->title = find_title(arena, composition, document);
    draft->lang = fhir_value(arena, composition, "language");
    if (!draft->lang)
        draft->lang = fhir_value(arena, bundle, "language");
    if (document != QRD_NONE)
        draft->type = TYPE_MEDICINE;
    draft->audience = document == QRD_SUMMARY   ? "clinician"
                      : document == QRD_LEAFLET ? "patient"
                                                : NULL;
    const char *date = fhir_value(arena, composition, "date");
    if (date && !date_text_parse(date, &draft->updated))
        draft->updated = (struct date){0};
    read_origin(draft, composition);
    read_codes(draft, bundle);
    const char *product = name_of_product(arena, bundle);
    if (draft->title && product)
        draft_add_synonym(draft, product);
    if (draft->title)
        draft_set_id(draft, "epi", names[document], draft->title);
}
