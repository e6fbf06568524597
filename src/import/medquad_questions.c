/* The questions of a MedQuAD page: gathered, then written as sections. What is
 * left out on purpose: "(are)" in "What is (are) X ?". */
#include "import/medquad_questions.h"

#include <stdlib.h>
#include <string.h>

#include "kind/kind.h"
#include "base/buf.h"
#include "base/mem.h"
#include "import/prose.h"
#include "import/xml.h"

/* A question with its answers: those of the same question, in order. */
struct medquad_question {
    char *asked; /* as the page has it */
    char *text;
    enum kind kind;
    struct buf ordinals; /* "-1", "-1-2": places in the file, from 1 */
    struct buf answers;  /* each ended by a form feed */
    size_t n_answers;
};

/* "What is (are) X ?" -> "What is X?", and the first letter a capital. Pages
 * without a focus ask "What is (are) ?": the title is put in. */
static char *question_text(const char *asked, const char *title)
{
    struct buf named;
    if (strcmp(asked, "What is (are) ?") == 0) {
        buf_init(&named);
        buf_printf(&named, "What is %s?", title);
        return buf_steal(&named);
    }
    char *text = mem_strdup(asked);
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

static void note(const struct questions *questions, enum ledger_act act,
                 const char *what, const char *text)
{
    ledger_note(questions->ledger, act, what, text, strlen(text));
}

/* Tells what question_text did. */
static void note_question(const struct questions *questions,
                          const struct medquad_question *question)
{
    char first[2] = {question->asked[0], '\0'};
    if (strcmp(question->asked, "What is (are) ?") == 0)
        note(questions, LEDGER_ADDED, "title", questions->title);
    if (strstr(question->asked, " (are) "))
        note(questions, LEDGER_LEFT_OUT, "\"(are)\"", "are");
    if (first[0] >= 'a' && first[0] <= 'z') {
        size_t n = strcspn(question->asked, " ");
        ledger_note(questions->ledger, LEDGER_LEFT_OUT, "small letter",
                    question->asked, n);
        ledger_note(questions->ledger, LEDGER_ADDED, "capital letter",
                    question->text, n);
    }
}

/* The question of a text and a kind; a new one if it was not asked before. */
static struct medquad_question *find_question(struct questions *questions,
                                              const char *asked, enum kind kind,
                                              bool *again)
{
    char *text = question_text(asked, questions->title);
    struct buf key;
    buf_init(&key);
    buf_printf(&key, "%d %s", (int)kind, text);
    if (!questions->index)
        questions->index = xmlHashCreate(0);
    uintptr_t at =
        (uintptr_t)xmlHashLookup(questions->index, (xmlChar *)key.data);
    *again = at > 0;
    if (*again) {
        free(text);
    } else {
        questions->items =
            mem_grow(questions->items, questions->n, &questions->capacity,
                     sizeof *questions->items);
        struct medquad_question *question = &questions->items[questions->n++];
        *question = (struct medquad_question){
            .asked = mem_strdup(asked), .text = text, .kind = kind};
        buf_init(&question->ordinals);
        buf_init(&question->answers);
        at = questions->n;
        xmlHashAddEntry(questions->index, (xmlChar *)key.data, (void *)at);
    }
    buf_finish(&key);
    return &questions->items[at - 1];
}

static void add_pair(struct questions *questions, const xmlNode *pair,
                     unsigned ordinal)
{
    const xmlNode *node = xml_child(pair, "Question");
    char *asked = xml_words(node);
    char *type = xml_attribute(node, "qtype");
    enum kind kind = type ? kind_by_medquad(type) : KIND_NONE;
    xmlFree(type);
    bool again;
    struct medquad_question *question =
        find_question(questions, asked, kind, &again);
    if (again) /* its answer stands below the first one's */
        note(questions, LEDGER_LEFT_OUT, "question that is there already",
             asked);
    free(asked);
    buf_printf(&question->ordinals, "-%u", ordinal);
    size_t before = question->answers.n_bytes;
    xml_text(xml_child(pair, "Answer"), &question->answers);
    const char *answer = question->answers.data + before;
    if (answer[strspn(answer, " \t\r\n")]) {
        if (again)
            note(questions, LEDGER_MOVED, "second answer of a question",
                 answer);
        question->n_answers++;
        buf_add_char(&question->answers, '\f');
    } else {
        buf_truncate(&question->answers, before);
    }
}

void questions_read(struct questions *questions, const xmlNode *root)
{
    unsigned ordinal = 0;
    const xmlNode *pairs = xml_child(root, "QAPairs");
    for (const xmlNode *pair = pairs ? pairs->children : NULL; pair;
         pair = pair->next)
        if (xml_is(pair, "QAPair") || xml_is(pair, "pair"))
            add_pair(questions, pair, ++ordinal);
}

static void write_question(struct draft *draft,
                           const struct medquad_question *question,
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

size_t questions_write(const struct questions *questions, struct draft *draft,
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
        const struct medquad_question *question = &questions->items[i];
        if (question->n_answers == 0 && !keep_unanswered) {
            note(questions, LEDGER_LEFT_OUT, "question without an answer",
                 question->asked);
            continue;
        }
        note_question(questions, question);
        write_question(draft, question, classifier);
        n_written++;
    }
    kind_classifier_free(classifier);
    return n_written;
}

void questions_finish(struct questions *questions)
{
    for (size_t i = 0; i < questions->n; i++) {
        free(questions->items[i].asked);
        free(questions->items[i].text);
        buf_finish(&questions->items[i].ordinals);
        buf_finish(&questions->items[i].answers);
    }
    free(questions->items);
    xmlHashFree(questions->index, NULL);
}
