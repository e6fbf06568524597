/* MedQuAD: questions and answers of NIH pages, one XML file a page.
 *
 * Three spellings of the schema are about: Document, DiseaseFile, and doc in
 * lower case. What is left out on purpose: "(are)" in "What is (are) X ?". */
#include "import/medquad.h"

#include <stdlib.h>
#include <string.h>

#include "article/kind.h"
#include "base/ascii.h"
#include "base/mem.h"
#include "import/prose.h"
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

/* A question with its answers: those of the same question, in order. */
struct question {
    char *text;
    enum kind kind;
    struct buf ordinals; /* "1", "1-2": places in the file, from 1 */
    struct buf answers;  /* each ended by a form feed */
    size_t n_answers;
};

struct questions {
    const char *title; /* of the page */
    struct question *items;
    size_t n, capacity;
};

bool medquad_recognise(const struct document *document)
{
    size_t n = document->n_bytes < 4096 ? document->n_bytes : 4096;
    char head[4097];
    memcpy(head, document->data, n);
    head[n] = '\0';
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

static char *trimmed_text(const xmlNode *node)
{
    struct buf text, one_line;
    buf_init(&text);
    buf_init(&one_line);
    xml_text(node, &text);
    const char *at = text.data;
    while (*(at += strspn(at, " \t\r\n"))) {
        size_t n = strcspn(at, " \t\r\n");
        if (one_line.n_bytes > 0)
            buf_add_char(&one_line, ' ');
        buf_add_n(&one_line, at, n);
        at += n;
    }
    buf_finish(&text);
    return buf_steal(&one_line);
}

/* "What is (are) X ?" -> "What is X?", and the first letter a capital. Pages
 * without a focus ask "What is (are) ?": the title is put in. */
static char *question_text(const xmlNode *node, const char *title)
{
    char *text = trimmed_text(node);
    if (strcmp(text, "What is (are) ?") == 0) {
        free(text);
        struct buf named;
        buf_init(&named);
        buf_printf(&named, "What is %s?", title);
        return buf_steal(&named);
    }
    char *are = strstr(text, " (are) ");
    if (are)
        memmove(are, are + strlen(" (are)"), strlen(are + 6) + 1);
    size_t n = strlen(text);
    while (n > 0 && (text[n - 1] == '?' || text[n - 1] == ' '))
        n--;
    if (n < strlen(text))
        memcpy(text + n, "?", 2);
    if (text[0] >= 'a' && text[0] <= 'z')
        text[0] = (char)(text[0] - 'a' + 'A');
    return text;
}

static struct question *find_question(struct questions *questions,
                                      const char *text, enum kind kind)
{
    for (size_t i = 0; i < questions->n; i++)
        if (questions->items[i].kind == kind &&
            strcmp(questions->items[i].text, text) == 0)
            return &questions->items[i];
    return NULL;
}

static void add_pair(struct questions *questions, const xmlNode *pair,
                     unsigned ordinal)
{
    const xmlNode *node = xml_child(pair, "Question");
    char *text = question_text(node, questions->title);
    char *type = xml_attribute(node, "qtype");
    enum kind kind = type ? kind_by_medquad(type) : KIND_NONE;
    xmlFree(type);
    struct question *question = find_question(questions, text, kind);
    if (question) {
        free(text);
    } else {
        questions->items =
            mem_grow(questions->items, questions->n, &questions->capacity,
                     sizeof *questions->items);
        question = &questions->items[questions->n++];
        *question = (struct question){.text = text, .kind = kind};
        buf_init(&question->ordinals);
        buf_init(&question->answers);
    }
    buf_printf(&question->ordinals, "-%u", ordinal);
    size_t before = question->answers.n_bytes;
    xml_text(xml_child(pair, "Answer"), &question->answers);
    const char *answer = question->answers.data + before;
    if (answer[strspn(answer, " \t\r\n")]) {
        question->n_answers++;
        buf_add_char(&question->answers, '\f');
    } else {
        buf_truncate(&question->answers, before);
    }
}

static void read_pairs(struct questions *questions, const xmlNode *root)
{
    unsigned ordinal = 0;
    const xmlNode *pairs = xml_child(root, "QAPairs");
    for (const xmlNode *pair = pairs ? pairs->children : NULL; pair;
         pair = pair->next)
        if (xml_is(pair, "QAPair") || xml_is(pair, "pair"))
            add_pair(questions, pair, ++ordinal);
}

static void questions_finish(struct questions *questions)
{
    for (size_t i = 0; i < questions->n; i++) {
        free(questions->items[i].text);
        buf_finish(&questions->items[i].ordinals);
        buf_finish(&questions->items[i].answers);
    }
    free(questions->items);
}

static void read_codes(struct draft *draft, const xmlNode *umls)
{
    const xmlNode *list = xml_child(umls, "CUIs");
    for (const xmlNode *cui = xml_child(list ? list : umls, "CUI"); cui;
         cui = xml_next(cui, "CUI")) {
        char *value = trimmed_text(cui);
        draft_add_code(draft, "umls", value);
        free(value);
    }
}

static void read_annotations(struct draft *draft, const xmlNode *root)
{
    const xmlNode *notes = xml_child(root, "FocusAnnotations");
    char *category = trimmed_text(xml_child(notes, "Category"));
    draft->type = strcmp(category, "Drug") == 0    ? TYPE_MEDICINE
                  : strcmp(category, "Other") == 0 ? TYPE_OTHER
                                                   : TYPE_CONDITION;
    free(category);
    read_codes(draft, xml_child(notes ? notes : root, "UMLS"));
    const xmlNode *synonyms = xml_child(notes, "Synonyms");
    for (const xmlNode *node = xml_child(synonyms, "Synonym"); node;
         node = xml_next(node, "Synonym")) {
        char *synonym = trimmed_text(node);
        draft_add_synonym(draft, synonym);
        free(synonym);
    }
}

static void write_question(struct draft *draft, const struct question *question,
                           struct kind_classifier *classifier)
{
    struct markdown_heading heading = {
        .level = 2, .kind = question->kind, .classifier = classifier};
    struct buf anchor;
    buf_init(&anchor);
    buf_printf(&anchor, "qa%s", question->ordinals.data);
    heading.anchor = anchor.data;
    markdown_heading(question->text, strlen(question->text), &heading,
                     &draft->body);
    struct markdown_heading below = {.level = 3, .classifier = classifier};
    for (const char *at = question->answers.data; *at;) {
        size_t n = strcspn(at, "\f");
        prose_write(at, n, &below, &draft->body);
        at += n + (at[n] == '\f');
    }
    buf_finish(&anchor);
}

static size_t write_body(struct draft *draft, const struct questions *questions,
                         bool keep_unanswered)
{
    struct kind_context context = {
        .lang = "en",
        .title = draft->title,
        .synonyms = (const char *const *)draft->synonyms.items,
        .n_synonyms = draft->synonyms.n,
        .type = article_type_name(draft->type),
    };
    struct kind_classifier *classifier = kind_classifier_new(&context);
    size_t n_written = 0;
    for (size_t i = 0; i < questions->n; i++) {
        const struct question *question = &questions->items[i];
        if (question->n_answers == 0 && !keep_unanswered)
            continue;
        write_question(draft, question, classifier);
        n_written++;
    }
    kind_classifier_free(classifier);
    return n_written;
}

/* Three pages have an empty <Focus>: the last part of their address then,
 * "visa_vrsa.html" -> "Visa vrsa". */
static char *title_of(const xmlNode *root, const char *url)
{
    const xmlNode *focus = xml_child(root, "Focus");
    char *title =
        trimmed_text(focus ? focus : xml_child(root, "doctitle-focus"));
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
        error_set(err, "<%s> has no %s", (const char *)root->name,
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
        read_pairs(&questions, root);
        if (write_body(&draft, &questions, options->keep_unanswered) > 0)
            sink->take(sink->user, &draft);
        else
            sink->skip(sink->user, document,
                       questions.n == 0 ? "has no questions"
                                        : "none of its questions is answered");
    }
    questions_finish(&questions);
    draft_finish(&draft);
    xmlFreeDoc(xml);
    return good;
}
