/* Drug labels as openFDA has them, each result an article. [jansson]
 *
 * Written from the list of fields on open.fda.gov. A field is a section of a
 * label, its name that of the section's code; a field whose name ends in
 * "_table" has the section's tables. What is left out on purpose: numbers of
 * packages and approvals, and other facts under "openfda". */
#include "import/openfda.h"

#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "base/ascii.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/strs.h"
#include "import/conserve.h"
#include "import/date_text.h"
#include "import/fragment.h"
#include "import/json_scan.h"
#include "import/letters.h"
#include "import/records.h"
#include "import/rich.h"
#include "import/table_cell.h"

#define HEAD_BYTES ((size_t)65536)
#define TABLE_ENDING "_table"

/* Fields whose name alone does not tell their kind, or is no heading. */
static const struct {
    const char *field, *name, *loinc;
} fields[] = {
    {"boxed_warning", "Boxed warning", "34066-1"},
    {"indications_and_usage", NULL, "34067-9"},
    {"purpose", NULL, "55105-1"},
    {"dosage_and_administration", NULL, "34068-7"},
    {"dosage_forms_and_strengths", NULL, "43678-2"},
    {"contraindications", NULL, "34070-3"},
    {"do_not_use", NULL, "50570-1"},
    {"warnings", NULL, "34071-1"},
    {"warnings_and_cautions", NULL, "43685-7"},
    {"precautions", NULL, "42232-9"},
    {"general_precautions", NULL, "34072-9"},
    {"user_safety_warnings", NULL, "54433-8"},
    {"when_using", "When using this product", "50567-7"},
    {"stop_use", "Stop use and ask a doctor", "50566-9"},
    {"ask_doctor", "Ask a doctor before use", "50569-3"},
    {"ask_doctor_or_pharmacist", "Ask a doctor or pharmacist before use",
     "50568-5"},
    {"keep_out_of_reach_of_children", NULL, "50565-1"},
    {"adverse_reactions", NULL, "34084-4"},
    {"drug_interactions", NULL, "34073-7"},
    {"drug_and_or_laboratory_test_interactions", NULL, "34074-5"},
    {"use_in_specific_populations", NULL, "43684-0"},
    {"pregnancy", NULL, "42228-7"},
    {"pregnancy_or_breast_feeding", "Pregnancy or breast-feeding", "53414-9"},
    {"teratogenic_effects", NULL, "34077-8"},
    {"nonteratogenic_effects", NULL, "34078-6"},
    {"labor_and_delivery", NULL, "34079-4"},
    {"nursing_mothers", NULL, "34080-2"},
    {"lactation", NULL, "77290-5"},
    {"pediatric_use", NULL, "34081-0"},
    {"geriatric_use", NULL, "34082-8"},
    {"overdosage", NULL, "34088-5"},
    {"description", NULL, "34089-3"},
    {"clinical_pharmacology", NULL, "34090-1"},
    {"mechanism_of_action", NULL, "43679-0"},
    {"clinical_studies", NULL, "34092-7"},
    {"how_supplied", NULL, "34069-5"},
    {"storage_and_handling", NULL, "44425-7"},
    {"active_ingredient", NULL, "55106-9"},
    {"inactive_ingredient", "Inactive ingredients", "51727-6"},
    {"information_for_patients", NULL, "34076-0"},
    {"spl_medguide", "Medication guide", "42231-1"},
    {"spl_patient_package_insert", "Patient package insert", "42230-3"},
    {"patient_medication_information", NULL, "68498-5"},
    {"package_label_principal_display_panel", "Package label", "51945-4"},
    {"spl_product_data_elements", "Names and ingredients", "55106-9"},
    {"spl_unclassified_section", "Other information", NULL},
    {"questions", NULL, "53413-1"},
};

struct openfda_label {
    struct draft draft;
    struct ledger *ledger;
    struct kind_context context;
    struct rich_options options;
    struct rich rich;
};

bool openfda_recognise(const struct document *document)
{
    size_t n = document->n_bytes < HEAD_BYTES ? document->n_bytes : HEAD_BYTES;
    char *head = mem_strndup(document->data, n);
    const char *start = head + strspn(head, " \t\r\n\xEF\xBB\xBF");
    bool known =
        (*start == '{' || *start == '[') &&
        (strstr(start, "\"openfda\"") ||
         (strstr(start, "\"set_id\"") && strstr(start, "\"effective_time\"")));
    free(head);
    return known;
}

/* ---- facts ---- */

/* The i-th of the texts of a fact; NULL past the last. */
static const char *fact(const json_t *result, const char *name, size_t i)
{
    const json_t *facts = json_object_get(result, "openfda");
    return json_string_value(json_array_get(json_object_get(facts, name), i));
}

static const char *text_of(const json_t *result, const char *field)
{
    const json_t *value = json_object_get(result, field);
    return json_string_value(json_is_array(value) ? json_array_get(value, 0)
                                                  : value);
}

static const char *keep(struct draft *draft, const char *text)
{
    return text && text[0] ? arena_strdup(&draft->arena, text) : NULL;
}

/* Without facts a label is named by the first words of its product's data. */
static const char *title_of(struct draft *draft, const json_t *result)
{
    const char *title = fact(result, "brand_name", 0);
    if (!title)
        title = fact(result, "generic_name", 0);
    if (title)
        return keep(draft, title);
    const char *data = text_of(result, "spl_product_data_elements");
    size_t n = data ? strcspn(data, " ") : 0;
    n += data && data[n] ? 1 + strcspn(data + n + 1, " ") : 0;
    return n > 0 ? arena_strndup(&draft->arena, data, n) : NULL;
}

static void read_names(struct draft *draft, const json_t *result)
{
    static const char *const names[] = {"brand_name", "generic_name",
                                        "substance_name"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        for (size_t j = 0; fact(result, names[i], j); j++)
            draft_add_synonym(draft, fact(result, names[i], j));
    for (size_t i = 0; fact(result, "rxcui", i); i++)
        draft_add_code(draft, "rxnorm", fact(result, "rxcui", i));
}

static bool read_facts(struct draft *draft, const json_t *result)
{
    const char *set_id = text_of(result, "set_id");
    const char *kind = fact(result, "product_type", 0);
    const char *time = text_of(result, "effective_time");
    draft->title = title_of(draft, result);
    draft->lang = "en";
    draft->type = TYPE_MEDICINE;
    draft->audience = kind && strstr(kind, "OTC") ? "patient" : "clinician";
    if (time && !date_text_parse(time, &draft->updated))
        draft->updated = (struct date){0};
    draft->origin.publisher = keep(draft, fact(result, "manufacturer_name", 0));
    const char *version = text_of(result, "version");
    draft->origin.id = draft->series.id = keep(draft, set_id);
    draft->series.version = version ? (unsigned)strtoul(version, NULL, 10) : 0;
    if (set_id)
        draft->origin.url = arena_printf(
            &draft->arena,
            "https://dailymed.nlm.nih.gov/dailymed/drugInfo.cfm?setid=%s",
            set_id);
    read_names(draft, result);
    if (draft->title)
        draft_set_id(draft, "openfda", draft->title,
                     set_id ? arena_printf(&draft->arena, "%.8s", set_id)
                            : NULL);
    return draft->title;
}

/* ---- sections ---- */

static enum kind kind_of(const char *field)
{
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (strcmp(fields[i].field, field) == 0)
            return fields[i].loinc ? kind_by_loinc(fields[i].loinc) : KIND_NONE;
    return KIND_NONE;
}

/* "indications_and_usage" -> "Indications and usage"; the caller frees. */
static char *name_of(const char *field)
{
    struct buf name;
    buf_init(&name);
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (strcmp(fields[i].field, field) == 0 && fields[i].name)
            buf_add(&name, fields[i].name);
    if (name.n_bytes == 0)
        for (const char *at = field; *at; at++)
            buf_add_char(&name, *at == '_'    ? ' '
                                : at == field ? ascii_upper(*at)
                                              : *at);
    return buf_steal(&name);
}

static void write_texts(struct openfda_label *label, const json_t *texts)
{
    for (size_t i = 0; i < json_array_size(texts); i++) {
        const char *text = json_string_value(json_array_get(texts, i));
        if (text)
            fragment_write(&label->rich, &label->options, text, 3);
    }
}

/* A piece of the body that stands elsewhere in the source. */
static void note_moved(struct openfda_label *label, size_t from)
{
    struct draft *draft = &label->draft;
    conserve_note(label->ledger, LEDGER_MOVED, "order of the fields",
                  draft->body.data + from, draft->body.n_bytes - from);
}

static void write_tables(struct openfda_label *label, const json_t *result,
                         const char *field)
{
    struct buf name;
    buf_init(&name);
    buf_printf(&name, "%s" TABLE_ENDING, field);
    const json_t *tables = json_object_get(result, name.data);
    for (size_t i = 0; i < json_array_size(tables); i++) {
        size_t from = label->draft.body.n_bytes;
        const char *text = json_string_value(json_array_get(tables, i));
        if (text)
            fragment_write(&label->rich, &label->options, text, 3);
        note_moved(label, from);
    }
    buf_finish(&name);
}

static void write_section(struct openfda_label *label, const json_t *result,
                          const char *field)
{
    struct markdown_heading heading = {
        .level = 2, .kind = kind_of(field), .context = &label->context};
    char *name = name_of(field);
    rich_heading(&label->rich, name, &heading);
    ledger_note(label->ledger, LEDGER_ADDED, "name of a field", name,
                strlen(name));
    write_texts(label, json_object_get(result, field));
    write_tables(label, result, field);
    free(name);
}

static void write_boxed(struct openfda_label *label, const json_t *texts)
{
    if (json_array_size(texts) == 0)
        return;
    struct blocks *blocks = &label->rich.blocks;
    size_t opened = blocks_open(blocks, "> ", "> ");
    blocks_begin(blocks);
    buf_add(blocks->out, "[!WARNING]\n");
    write_texts(label, texts);
    blocks_close(blocks, opened);
    note_moved(label, 0);
}

static bool is_tables_of_another(const json_t *result, const char *field)
{
    if (!str_ends(field, TABLE_ENDING))
        return false;
    char *other = strdup(field);
    other[strlen(field) - strlen(TABLE_ENDING)] = '\0';
    bool there = json_object_get(result, other);
    free(other);
    return there;
}

static void write_label(struct openfda_label *label, const json_t *result)
{
    const char *field;
    json_t *value;
    write_boxed(label, json_object_get(result, "boxed_warning"));
    json_object_foreach((json_t *)result, field, value)
    {
        if (json_is_array(value) && strcmp(field, "boxed_warning") != 0 &&
            !is_tables_of_another(result, field))
            write_section(label, result, field);
    }
    write_tables(label, result, "boxed_warning");
}

/* ---- results ---- */

static void convert_result(const json_t *result, const struct buf *text,
                           const struct document *document,
                           const struct sink *sink)
{
    struct openfda_label label = {.ledger = sink->ledger};
    struct draft *draft = &label.draft;
    draft_init(draft);
    if (!read_facts(draft, result)) {
        sink->skip(sink->user, document, _("a label that names no product"));
        draft_finish(draft);
        return;
    }
    label.context = (struct kind_context){
        .lang = "en",
        .title = draft->title,
        .synonyms = (const char *const *)draft->synonyms.items,
        .n_synonyms = draft->synonyms.n,
        .type = article_type_name(draft->type)};
    label.options = (struct rich_options){.context = &label.context,
                                          .top_level = 3,
                                          .target_level = 3,
                                          .no_headings = true,
                                          .ledger = sink->ledger};
    rich_init(&label.rich, &label.options, &draft->body);
    write_label(&label, result);
    rich_finish(&label.rich);
    draft->origin.retrieved = document->retrieved;
    draft->source = text->data;
    draft->n_source_bytes = text->n_bytes;
    if (draft->body.n_bytes > 0)
        sink->take(sink->user, draft);
    draft_finish(draft);
}

/* False with err: the record cannot be read. */
static bool convert_record(struct records *records, const struct record *record,
                           const struct document *document,
                           const struct sink *sink, struct error *err)
{
    struct buf text;
    json_error_t reason;
    buf_init(&text);
    bool good = records_read(records, record, "UTF-8", &text, err);
    json_t *result =
        good ? json_loadb(text.data, text.n_bytes, 0, &reason) : NULL;
    if (good && !result)
        good = error_set(err, _("line %zu: not well-formed JSON: %s"),
                         record->line, reason.text);
    if (result)
        convert_result(result, &text, document, sink);
    json_decref(result);
    buf_finish(&text);
    return good;
}

bool openfda_convert(const struct document *document,
                     const struct import_options *options,
                     const struct sink *sink, struct error *err)
{
    (void)options;
    struct records *records = records_open(document, RECORDS_OBJECTS, 0, err);
    struct record record = {0};
    size_t n_results = 0;
    bool good = records;
    while (good && (good = records_next(records, &record, err)) &&
           record.n_bytes > 0) {
        good = convert_record(records, &record, document, sink, err);
        n_results++;
    }
    records_close(records);
    return good && (n_results > 0 || error_set(err, _("no list of results")));
}

/* ---- the other route ---- */

/* Strings in the lists of a label, outside of what else it holds: where they
 * begin is told by the brackets around them. */
void openfda_read_words(const struct document *document,
                        const struct import_options *options,
                        struct letters *letters)
{
    (void)options;
    const char *at = document->data, *end = at + document->n_bytes;
    unsigned depth = 0;
    bool in_list = false;
    struct buf text;
    buf_init(&text);
    while (at < end) {
        if (*at == '"') {
            buf_clear(&text);
            at = json_string_end(at + 1, end, &text);
            if (in_list && depth == 2)
                table_cell_letters(text.data, letters);
            continue;
        }
        depth += *at == '{' || *at == '[';
        depth -= *at == '}' || *at == ']';
        if (*at == '[' && depth == 2)
            in_list = true;
        else if (*at == ']' && depth == 1)
            in_list = false;
        at++;
    }
    buf_finish(&text);
}
