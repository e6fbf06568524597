/* MedQuAD: questions and answers of NIH pages, one XML file a page; here, what
 * a file says of its page.
 *
 * Three spellings of the schema are about: Document, DiseaseFile, and doc in
 * lower case. */
#include "import/medquad.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "import/letters.h"
#include "import/markup.h"
#include "import/medquad_questions.h"
#include "import/xml.h"

struct publisher {
    const char *source; /* as MedQuAD names it */
    const char *id;     /* first part of our ids */
    const char *name;
};

static const struct publisher publishers[] = {
    {"CancerGov", "cancergov", "National Cancer Institute"},
    {"GARD", "gard", "Genetic and Rare Diseases Information Center"},
    {"GHR", "ghr", "Genetics Home Reference, National Library of Medicine"},
    {"MPlusHealthTopics", "mplus", "MedlinePlus, National Library of Medicine"},
    {"NIDDK", "niddk",
     "National Institute of Diabetes and Digestive and Kidney Diseases"},
    {"NINDS", "ninds",
     "National Institute of Neurological Disorders and Stroke"},
    {"NIHSeniorHealth", "seniorhealth", "NIH SeniorHealth"},
    {"NHLBI", "nhlbi", "National Heart, Lung, and Blood Institute"},
    {"CDC", "cdc", "Centers for Disease Control and Prevention"},
    {"ADAM", "adam", "A.D.A.M. Medical Encyclopedia, MedlinePlus"},
    {"MPlusDrugs", "mplusdrugs", "MedlinePlus Drug Information"},
    {"MPlusHerbsSuppls", "mplusherbs", "MedlinePlus Herbs and Supplements"},
};

bool medquad_recognise(const struct document *document)
{
    size_t n = document->n_bytes < 4096 ? document->n_bytes : 4096;
    char head[4097];
    memcpy(head, document->data, n);
    head[n] = '\0';
    if (!document_is_markup(document))
        return false;
    return ascii_casestr(head, "<QAPairs") ||
           (strstr(head, "<FocusAnnotations") && strstr(head, "<Focus>"));
}

/* The source as MedQuAD names it; the four odd files say corpus. */
static char *source_of(const xmlNode *root)
{
    char *source = xml_attribute(root, "source");
    return source ? source : xml_attribute(root, "corpus");
}

static const struct publisher *find_publisher(const char *source)
{
    for (size_t i = 0; source && i < sizeof publishers / sizeof *publishers;
         i++)
        if (ascii_casecmp(publishers[i].source, source) == 0)
            return &publishers[i];
    return NULL;
}

static char *number_of(const xmlNode *root)
{
    static const char *const names[] = {"id", "docid", "fid"};
    for (size_t i = 0; i < 3; i++) {
        char *number = xml_attribute(root, names[i]);
        if (number)
            return number;
    }
    return NULL;
}

static void read_codes(struct draft *draft, const xmlNode *umls)
{
    const xmlNode *list = xml_child(umls, "CUIs");
    for (const xmlNode *cui = xml_child(list ? list : umls, "CUI"); cui;
         cui = xml_next(cui, "CUI")) {
        char *value = xml_words(cui);
        draft_add_code(draft, "umls", value);
        free(value);
    }
}

static void read_annotations(struct draft *draft, const xmlNode *root)
{
    const xmlNode *notes = xml_child(root, "FocusAnnotations");
    char *category = xml_words(xml_child(notes, "Category"));
    draft->type = strcmp(category, "Drug") == 0    ? TYPE_MEDICINE
                  : strcmp(category, "Other") == 0 ? TYPE_OTHER
                                                   : TYPE_CONDITION;
    free(category);
    read_codes(draft, xml_child(notes ? notes : root, "UMLS"));
    const xmlNode *synonyms = xml_child(notes, "Synonyms");
    for (const xmlNode *node = xml_child(synonyms, "Synonym"); node;
         node = xml_next(node, "Synonym")) {
        char *synonym = xml_words(node);
        draft_add_synonym(draft, synonym);
        free(synonym);
    }
}

/* Three pages have an empty <Focus>: the last part of their address then,
 * "visa_vrsa.html" -> "Visa vrsa". */
static char *title_of(const xmlNode *root, const char *url)
{
    const xmlNode *focus = xml_child(root, "Focus");
    char *title = xml_words(focus ? focus : xml_child(root, "doctitle-focus"));
    if (title[0] || !url)
        return title;
    free(title);
    size_t end = strlen(url);
    while (end > 0 && url[end - 1] == '/')
        end--;
    size_t start = end;
    while (start > 0 && url[start - 1] != '/')
        start--;
    title = mem_strndup(url + start, end - start);
    title[strcspn(title, ".?#")] = '\0';
    for (char *at = title; *at; at++)
        if (*at == '_' || *at == '-')
            *at = ' ';
    if (title[0] >= 'a' && title[0] <= 'z')
        title[0] = (char)(title[0] - 'a' + 'A');
    return title;
}

static bool read_front(struct draft *draft, const xmlNode *root,
                       const struct document *document, struct error *err)
{
    char *source = source_of(root), *number = number_of(root);
    char *url = xml_attribute(root, "url");
    char *title = title_of(root, url);
    const struct publisher *publisher = find_publisher(source);
    bool good = title[0] && source && number;
    if (good) {
        draft->title = arena_strdup(&draft->arena, title);
        draft->lang = "en";
        draft->audience = "patient";
        draft->licence = "CC-BY-4.0";
        draft->origin.publisher =
            publisher ? publisher->name : arena_strdup(&draft->arena, source);
        draft->origin.url = url ? arena_strdup(&draft->arena, url) : NULL;
        draft->origin.id = arena_printf(&draft->arena, "%s/%s", source, number);
        draft->origin.licence = "CC-BY-4.0";
        draft->origin.retrieved = document->retrieved;
        draft_set_id(draft, publisher ? publisher->id : source, number, title);
    } else {
        error_set(err, _("<%s> has no %s"), (const char *)root->name,
                  !title[0] ? "<Focus>"
                  : !source ? "source attribute"
                            : "id attribute");
    }
    free(title);
    xmlFree(source);
    xmlFree(number);
    xmlFree(url);
    return good;
}

bool medquad_convert(const struct document *document,
                     const struct import_options *options,
                     const struct sink *sink, struct error *err)
{
    xmlDoc *xml = xml_parse(document->data, document->n_bytes, err);
    if (!xml)
        return false;
    const xmlNode *root = xmlDocGetRootElement(xml);
    struct draft draft;
    struct questions questions = {0};
    draft_init(&draft);
    bool good = read_front(&draft, root, document, err);
    if (good) {
        read_annotations(&draft, root);
        questions.title = draft.title;
        questions.ledger = sink->ledger;
        questions_read(&questions, root);
        if (questions_write(&questions, &draft, options->keep_unanswered) > 0)
            sink->take(sink->user, &draft);
        else
            sink->skip(sink->user, document,
                       questions.n == 0 ? _("no questions in it")
                                        : _("no answers in the source"));
    }
    questions_finish(&questions);
    draft_finish(&draft);
    xmlFreeDoc(xml);
    return good;
}

/* What stands before the questions are facts of the page. */
void medquad_read_words(const struct document *document,
                        const struct import_options *options,
                        struct letters *letters)
{
    static const char *const skipped[] = {"Focus",          "FocusAnnotations",
                                          "doctitle-focus", "UMLS",
                                          "Synonyms",       NULL};
    static const struct markup_rules rules = {.skipped = skipped};
    (void)options;
    markup_read(document->data, document->n_bytes, &rules, letters);
}
