/* FDA drug labels: Structured Product Labeling, as DailyMed has it.
 *
 * Sections have LOINC codes, which give them their kinds. Boxed warnings that
 * stand at the top come first, as alerts; then the highlights of all sections;
 * then the sections as they lie; last the ingredients. What is left out on
 * purpose: the label's own title, which is a product's name or a sentence about
 * highlights, pictures without a description, and codes of packages and
 * approvals. */
#include "import/spl.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "kind/kind.h"
#include "base/ascii.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/strs.h"
#include "import/conserve.h"
#include "import/format.h"
#include "import/letters.h"
#include "import/markup.h"
#include "import/rich.h"
#include "import/spl_links.h"
#include "import/spl_list.h"
#include "import/spl_name.h"
#include "import/spl_product.h"
#include "import/xml.h"

#define CODE_DATA_ELEMENTS "48780-1"
#define CODE_OTC_LABEL "34390-5"

struct label {
    struct draft draft;
    const xmlNode *body; /* its components hold the sections */
    struct kind_context context;
    struct rich_options options;
    struct rich rich;
    const char *last_label; /* of the section before; NULL: it has a title */
};

bool spl_recognise(const struct document *document)
{
    size_t n = document->n_bytes < 4096 ? document->n_bytes : 4096;
    struct format_root root;
    if (!document_is_markup(document) ||
        !memmem(document->data, n, "urn:hl7-org:v3", 14))
        return false;
    format_find_root(document, &root);
    return strcmp(root.name, "document") == 0;
}

/* ---- sections ---- */

/* The title's words; where there is none, what its code is called, if the code
 * says more than that it is a part. "" for none; the caller frees. */
static char *title_of(const xmlNode *section, bool needed)
{
    const xmlNode *node = xml_child(section, "title");
    char *title = node ? rich_plain(node) : mem_strdup("");
    if (title[0] || (!needed && spl_kind(section) == KIND_NONE))
        return title;
    free(title);
    return spl_name_of_code(section);
}

static bool has_title(const xmlNode *section)
{
    const xmlNode *node = xml_child(section, "title");
    char *title = node ? rich_plain(node) : mem_strdup("");
    bool has = title[0];
    free(title);
    return has;
}

/* The label is an addition; of pictures of packages one heading is enough. */
static bool note_label(struct label *label, const xmlNode *section,
                       const char *title)
{
    if (has_title(section)) {
        label->last_label = NULL;
        return true;
    }
    if (str_equal(label->last_label, title))
        return false;
    label->last_label = arena_strdup(&label->draft.arena, title);
    ledger_note(label->options.ledger, LEDGER_ADDED, "name of a code", title,
                strlen(title));
    return true;
}

static void write_title(struct label *label, const xmlNode *section,
                        unsigned level)
{
    /* At the top, and where it would fall under the heading of a section
     * before it. */
    bool needed = level == 2 || label->rich.level >= level;
    char *title = title_of(section, needed);
    char *anchor = xml_attribute(section, "anchor");
    struct markdown_heading heading = {.level = level < 6 ? level : 6,
                                       .kind = spl_kind(section),
                                       .anchor = anchor,
                                       .context = &label->context};
    if (title[0] && note_label(label, section, title))
        rich_heading(&label->rich, title, &heading);
    free(title);
    xmlFree(anchor);
}

static void write_text(struct label *label, const xmlNode *section)
{
    const xmlNode *text = xml_child(section, "text");
    if (!text)
        return;
    label->options.no_headings = !spl_is_guide(section);
    rich_write(&label->rich, text);
    label->options.no_headings = true;
}

static void write_boxed(struct label *label, const xmlNode *section)
{
    xml_note(xml_child(section, "title"), label->options.ledger, LEDGER_MOVED,
             "boxed warning");
    xml_note(xml_child(section, "text"), label->options.ledger, LEDGER_MOVED,
             "boxed warning");
    struct rich *rich = &label->rich;
    char *title = has_title(section) ? title_of(section, true) : mem_strdup("");
    size_t opened = blocks_open(&rich->blocks, "> ", "> ");
    blocks_begin(&rich->blocks);
    buf_add(rich->blocks.out, "[!WARNING]\n");
    rich_strong_line(rich, title);
    write_text(label, section);
    free(title);
    blocks_close(&rich->blocks, opened);
}

static bool is_boxed(const xmlNode *section)
{
    return spl_has_code(section, SPL_BOXED_WARNING);
}

/* The next <component> of parent that holds a section, which goes to
 * *section. */
static const xmlNode *next_section(const xmlNode *parent,
                                   const xmlNode *component,
                                   const xmlNode **section)
{
    component = component ? xml_next(component, "component")
                          : xml_child(parent, "component");
    while (component && !(*section = xml_child(component, "section")))
        component = xml_next(component, "component");
    return component;
}

static const xmlNode *highlight_of(const xmlNode *section)
{
    const xmlNode *excerpt = xml_child(section, "excerpt");
    return xml_child(xml_child(excerpt, "highlight"), "text");
}

/* Sections are nested no deeper than XML_MAX_DEPTH. */
static void write_section(struct label *label, const xmlNode *section,
                          unsigned level)
{
    const xmlNode *below;
    bool only_highlight = highlight_of(section) &&
                          !xml_child(section, "text") &&
                          !xml_child(section, "component");
    if (only_highlight)
        return;
    if (is_boxed(section)) {
        write_boxed(label, section);
    } else {
        write_title(label, section, level);
        write_text(label, section);
    }
    for (const xmlNode *at = next_section(section, NULL, &below); at;
         at = next_section(section, at, &below))
        write_section(label, below, level + 1);
}

/* ---- the whole ---- */

static void write_highlights(struct label *label)
{
    struct rich *rich = &label->rich;
    const xmlNode *section;
    bool begun = false;
    for (const xmlNode *at = next_section(label->body, NULL, &section); at;
         at = next_section(label->body, at, &section)) {
        const xmlNode *text = highlight_of(section);
        if (!text)
            continue;
        struct markdown_heading heading = {
            .level = 2, .kind = KIND_OVERVIEW, .context = &label->context};
        if (!begun) {
            rich_heading(rich, "Highlights", &heading);
            ledger_note(label->options.ledger, LEDGER_ADDED, "heading",
                        "Highlights", strlen("Highlights"));
        }
        begun = true;
        char *title = title_of(section, true);
        rich_strong_line(rich, title);
        ledger_note(label->options.ledger, LEDGER_ADDED,
                    "section of a highlight", title, strlen(title));
        free(title);
        xml_note(text, label->options.ledger, LEDGER_MOVED, "highlight");
        rich_write(rich, text);
    }
}

static void write_body(struct label *label)
{
    const xmlNode *section, *elements = NULL;
    for (const xmlNode *at = next_section(label->body, NULL, &section); at;
         at = next_section(label->body, at, &section))
        if (is_boxed(section))
            write_section(label, section, 2);
        else if (spl_has_code(section, CODE_DATA_ELEMENTS))
            elements = section;
    write_highlights(label);
    for (const xmlNode *at = next_section(label->body, NULL, &section); at;
         at = next_section(label->body, at, &section))
        if (!is_boxed(section) && section != elements)
            write_section(label, section, 2);
    size_t before = label->draft.body.n_bytes;
    spl_write_ingredients(&label->draft, elements, &label->context);
    conserve_note(label->options.ledger, LEDGER_ADDED, "product data",
                  label->draft.body.data + before,
                  label->draft.body.n_bytes - before);
}

/* "20120229", perhaps with a time after it. */
static struct date date_of(const xmlNode *root)
{
    char *value = xml_attribute(xml_child(root, "effectiveTime"), "value");
    struct date date = {0};
    char text[11];
    if (value && strlen(value) >= 8) {
        snprintf(text, sizeof text, "%.4s-%.2s-%.2s", value, value + 4,
                 value + 6);
        if (!date_parse(text, &date))
            date = (struct date){0};
    }
    xmlFree(value);
    return date;
}

static const char *publisher_of(struct arena *arena, const xmlNode *root)
{
    const xmlNode *entity =
        xml_child(xml_child(root, "author"), "assignedEntity");
    const xmlNode *name =
        xml_child(xml_child(entity, "representedOrganization"), "name");
    char *text = name ? rich_plain(name) : NULL;
    const char *publisher =
        text && text[0] ? arena_strdup(arena, text) : "DailyMed";
    free(text);
    return publisher;
}

static const xmlNode *find_elements(const xmlNode *body)
{
    const xmlNode *section;
    for (const xmlNode *at = next_section(body, NULL, &section); at;
         at = next_section(body, at, &section))
        if (spl_has_code(section, CODE_DATA_ELEMENTS))
            return section;
    return NULL;
}

static bool read_front(struct label *label, const xmlNode *root,
                       const struct document *document, struct error *err)
{
    struct draft *draft = &label->draft;
    char *set_id = xml_attribute(xml_child(root, "setId"), "root");
    if (!set_id || !set_id[0]) {
        xmlFree(set_id);
        return error_set(err, _("a label without a set id"));
    }
    char *language = xml_attribute(xml_child(root, "languageCode"), "code");
    draft->lang =
        language && ascii_ncasecmp(language, "es", 2) == 0 ? "es" : "en";
    xmlFree(language);
    draft->type = TYPE_MEDICINE;
    draft->audience =
        spl_has_code(root, CODE_OTC_LABEL) ? "patient" : "clinician";
    draft->updated = date_of(root);
    draft->origin.publisher = publisher_of(&draft->arena, root);
    draft->origin.id = arena_strdup(&draft->arena, set_id);
    draft->origin.url = arena_printf(
        &draft->arena,
        "https://dailymed.nlm.nih.gov/dailymed/drugInfo.cfm?setid=%s", set_id);
    draft->origin.retrieved = document->retrieved;
    draft->series.id = draft->origin.id;
    char *version = xml_attribute(xml_child(root, "versionNumber"), "value");
    draft->series.version = version ? (unsigned)strtoul(version, NULL, 10) : 0;
    xmlFree(version);
    bool named = spl_read_names(draft, find_elements(label->body));
    if (named) /* eight digits of the set id tell labels of one name apart */
        draft_set_id(draft, "spl", draft->title,
                     arena_printf(&draft->arena, "%.8s", set_id));
    xmlFree(set_id);
    return named || error_set(err, _("a label that names no product"));
}

static void convert(struct label *label, xmlNode *root, struct ledger *ledger)
{
    struct draft *draft = &label->draft;
    label->context = (struct kind_context){
        .lang = draft->lang,
        .title = draft->title,
        .synonyms = (const char *const *)draft->synonyms.items,
        .n_synonyms = draft->synonyms.n,
        .type = article_type_name(draft->type),
    };
    label->options = (struct rich_options){.context = &label->context,
                                           .base_url = draft->origin.url,
                                           .top_level = 1,
                                           .target_level = 2,
                                           .no_headings = true,
                                           .ledger = ledger};
    xml_note(xml_child(root, "title"), ledger, LEDGER_LEFT_OUT,
             "title of the label");
    spl_resolve(root, draft->origin.id, ledger);
    spl_resolve_captions(root, label->options.ledger);
    rich_init(&label->rich, &label->options, &draft->body);
    write_body(label);
    rich_finish(&label->rich);
}

bool spl_convert(const struct document *document,
                 const struct import_options *options, const struct sink *sink,
                 struct error *err)
{
    (void)options;
    xmlDoc *xml = xml_parse(document->data, document->n_bytes, err);
    if (!xml)
        return false;
    xmlNode *root = xmlDocGetRootElement(xml);
    struct label label = {
        .body = xml_child(xml_child(root, "component"), "structuredBody")};
    draft_init(&label.draft);
    bool good = read_front(&label, root, document, err);
    if (good) {
        convert(&label, root, sink->ledger);
        sink->take(sink->user, &label.draft);
    }
    draft_finish(&label.draft);
    xmlFreeDoc(xml);
    return good;
}

/* Product data are facts, which the ingredients are made of; pictures are
 * described where they are shown. */
void spl_read_words(const struct document *document,
                    const struct import_options *options,
                    struct letters *letters)
{
    static const char *const skipped[] = {
        "author",          "subject",          "legalAuthenticator",
        "relatedDocument", "observationMedia", NULL};
    static const struct markup_rules rules = {.skipped = skipped};
    (void)options;
    markup_read(document->data, document->n_bytes, &rules, letters);
}
