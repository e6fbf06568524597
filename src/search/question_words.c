/* How a question is put. English; other languages have rare words enough. */
#include "search/question_words.h"

#include <stdlib.h>
#include <string.h>

#include "base/strs.h"

#define TOGETHER 4 /* asks as much as "safe" in a question */

/* Stems, sorted. */
static const char *const common[] = {
    "a",        "about",    "abov",    "after",   "again",     "age",
    "all",      "also",     "am",      "an",      "and",       "any",
    "anyon",    "anyth",    "as",      "ask",     "at",        "awai",
    "back",     "be",       "becaus",  "been",    "befor",     "below",
    "best",     "better",   "between", "both",    "brother",   "but",
    "by",       "can",      "cannot",  "come",    "could",     "d",
    "dad",      "daughter", "day",     "dear",    "did",       "do",
    "doctor",   "doe",      "don",     "down",    "dr",        "dure",
    "each",     "els",      "etc",     "ever",    "everi",     "father",
    "feel",     "find",     "first",   "for",     "friend",    "from",
    "further",  "gener",    "get",     "give",    "given",     "go",
    "good",     "got",      "greatli", "had",     "happen",    "has",
    "have",     "he",       "health",  "hello",   "help",      "her",
    "here",     "hi",       "him",     "hope",    "how",       "husband",
    "i",        "if",       "in",      "info",    "inform",    "into",
    "is",       "it",       "its",     "itself",  "just",      "kindli",
    "know",     "last",     "let",     "like",    "ll",        "look",
    "lot",      "m",        "make",    "mani",    "may",       "me",
    "mean",     "might",    "mom",     "month",   "more",      "morn",
    "most",     "mother",   "much",    "mum",     "my",        "need",
    "never",    "night",    "no",      "nor",     "not",       "now",
    "of",       "off",      "old",     "on",      "onc",       "onli",
    "or",       "other",    "our",     "out",     "over",      "own",
    "patient",  "peopl",    "person",  "pleas",   "possibl",   "pro",
    "question", "re",       "realli",  "regard",  "s",         "said",
    "same",     "say",      "see",     "she",     "should",    "sinc",
    "sir",      "sister",   "so",      "some",    "someon",    "someth",
    "son",      "still",    "such",    "suggest", "sure",      "t",
    "take",     "taken",    "tell",    "than",    "thank",     "that",
    "the",      "thei",     "their",   "them",    "then",      "there",
    "these",    "thi",      "thing",   "think",   "those",     "through",
    "time",     "to",       "todai",   "told",    "tonight",   "too",
    "try",      "u",        "under",   "until",   "up",        "us",
    "use",      "ve",       "veri",    "term",    "was",       "we",
    "week",     "well",     "went",    "were",    "what",      "when",
    "where",    "whether",  "which",   "while",   "who",       "whom",
    "whose",    "why",      "wife",    "will",    "wish",      "with",
    "wonder",   "work",     "would",   "year",    "yesterdai", "yet",
    "you",      "your",
};

/* What asks for a kind, as stems; of several, the first that stands in the
 * query counts. Words that also name illnesses (pain, cold) are none; those
 * that name treatments (surgery) are topics as well. */
static const struct {
    const char *stems;
    enum kind kind;
    bool is_topic; /* is looked for as well */
    bool is_vague;
} kind_words[] = {
    {"side effect", KIND_SIDE_EFFECTS},
    {"advers effect", KIND_SIDE_EFFECTS},
    {"advers reaction", KIND_SIDE_EFFECTS},
    {"risk factor", KIND_RISK_FACTORS},
    {"at risk", KIND_RISK_FACTORS},
    {"inherit", KIND_RISK_FACTORS},
    {"hereditari", KIND_RISK_FACTORS},
    {"suscept", KIND_RISK_FACTORS},
    {"how common", KIND_PREVALENCE},
    {"preval", KIND_PREVALENCE},
    {"frequenc", KIND_PREVALENCE},
    {"statist", KIND_PREVALENCE},
    {"overdos", KIND_EMERGENCY},
    {"emerg", KIND_EMERGENCY},
    {"how long", KIND_NONE},
    {"what is", KIND_OVERVIEW},
    {"what are", KIND_OVERVIEW},
    {"definit", KIND_OVERVIEW},
    {"overview", KIND_OVERVIEW},
    {"treatment", KIND_TREATMENT},
    {"treat", KIND_TREATMENT},
    {"therapi", KIND_TREATMENT},
    {"cure", KIND_TREATMENT},
    {"remedi", KIND_TREATMENT},
    {"surgeri", KIND_TREATMENT, .is_topic = true},
    {"medicin", KIND_TREATMENT, .is_topic = true},
    {"medic", KIND_TREATMENT, .is_topic = true},
    {"symptom", KIND_SYMPTOMS},
    {"sign", KIND_SYMPTOMS},
    {"caus", KIND_CAUSES},
    {"contagi", KIND_CAUSES},
    {"transmit", KIND_CAUSES},
    {"diagnosi", KIND_DIAGNOSIS},
    {"diagnos", KIND_DIAGNOSIS},
    {"test", KIND_DIAGNOSIS},
    {"screen", KIND_DIAGNOSIS},
    {"prevent", KIND_PREVENTION},
    {"avoid", KIND_PREVENTION},
    {"prognosi", KIND_OUTLOOK},
    {"outlook", KIND_OUTLOOK},
    {"surviv", KIND_OUTLOOK},
    {"fatal", KIND_OUTLOOK, .is_topic = true},
    {"die", KIND_OUTLOOK, .is_topic = true},
    {"death", KIND_OUTLOOK, .is_topic = true},
    {"life expect", KIND_OUTLOOK},
    {"complic", KIND_RISKS},
    {"risk", KIND_RISKS},
    {"contraind", KIND_CONTRAINDICATIONS},
    {"drug interact", KIND_INTERACTIONS},
    {"interact", KIND_INTERACTIONS},
    {"dosag", KIND_DOSAGE},
    {"dose", KIND_DOSAGE},
    {"how to take", KIND_DOSAGE},
    {"stop take", KIND_DOSAGE},
    {"is it safe", KIND_WARNINGS, .is_vague = true},
    {"safe to", KIND_WARNINGS, .is_vague = true},
    {"warn", KIND_WARNINGS},
    {"precaut", KIND_WARNINGS},
    {"safe", KIND_WARNINGS, .is_vague = true},
    {"ok to", KIND_WARNINGS, .is_vague = true},
    {"okai to", KIND_WARNINGS, .is_vague = true},
    {"allerg to", KIND_WARNINGS, .is_topic = true},
    {"storag", KIND_STORAGE},
    {"refriger", KIND_STORAGE, .is_topic = true},
    {"expir", KIND_STORAGE, .is_topic = true},
    {"store", KIND_STORAGE},
    {"pregnanc", KIND_PREGNANCY, .is_topic = true},
    {"pregnant", KIND_PREGNANCY, .is_topic = true},
    {"breastfeed", KIND_PREGNANCY, .is_topic = true},
    {"ingredi", KIND_COMPOSITION},
    {"benefit", KIND_BENEFITS},
    {"effect", KIND_EFFECTIVENESS},
    {"us for", KIND_USES},
    {"stage", KIND_TYPES},
    {"type of", KIND_TYPES},
    {"recoveri", KIND_AFTERCARE},
    {"recov", KIND_AFTERCARE},
    {"aftercar", KIND_AFTERCARE},
    {"heal", KIND_AFTERCARE, .is_topic = true},
    {"support group", KIND_MORE_INFO},
    {"clinic trial", KIND_MORE_INFO},
    {"research", KIND_MORE_INFO},
};

static int by_text(const void *key, const void *item)
{
    return strcmp(key, *(const char *const *)item);
}

bool question_word_is_common(const char *stem)
{
    return bsearch(stem, common, sizeof common / sizeof *common, sizeof *common,
                   by_text);
}

/* Do the words of a list stand in the query from i on? Returns how many. */
static size_t stands_at(const struct query *query, size_t i, const char *stems)
{
    size_t n = 0;
    while (*stems) {
        size_t n_bytes = strcspn(stems, " ");
        const struct query_term *term = &query->terms[i + n];
        if (i + n >= query->n_terms || term->type != QUERY_WORD ||
            strncmp(term->stems, stems, n_bytes) != 0 || term->stems[n_bytes])
            return 0;
        n++;
        stems += n_bytes + (stems[n_bytes] == ' ');
    }
    return n;
}

static void find_kind(struct query *query, size_t i)
{
    for (size_t j = 0; j < sizeof kind_words / sizeof *kind_words; j++) {
        size_t n = stands_at(query, i, kind_words[j].stems);
        if (!n)
            continue;
        query->terms[i].asks = kind_words[j].kind;
        query->terms[i].asks_vaguely = kind_words[j].is_vague;
        for (size_t k = i; k < i + n; k++)
            query->terms[k].names_kind = !kind_words[j].is_topic;
        return;
    }
}

static enum kind kind_of_phrase(const char *stems)
{
    for (size_t i = 0; i < sizeof kind_words / sizeof *kind_words; i++)
        if (!strcmp(kind_words[i].stems, stems))
            return kind_words[i].kind;
    return KIND_NONE;
}

/* "What is" begins many a question that asks for something else. */
static int asks_how_much(const struct query_term *term)
{
    if (term->asks == KIND_NONE || term->in_name)
        return 0;
    return term->asks == KIND_OVERVIEW
               ? 1
               : 2 + !term->asks_vaguely + 2 * term->in_question;
}

void question_words_settle(struct query *query)
{
    int most = query->asks_together ? TOGETHER : 0;
    query->asked = query->asks_together ? KIND_INTERACTIONS : KIND_NONE;
    for (size_t i = 0; i < query->n_terms; i++) {
        int here = asks_how_much(&query->terms[i]);
        if (here > most) {
            most = here;
            query->asked = query->terms[i].asks;
        }
    }
}

void question_words_find(struct query *query)
{
    for (size_t i = 0; i < query->n_terms; i++) {
        struct query_term *term = &query->terms[i];
        if (term->type == QUERY_WORD) {
            term->is_common = question_word_is_common(term->stems);
            find_kind(query, i);
        } else if (term->type == QUERY_PHRASE) {
            term->asks = kind_of_phrase(term->stems);
        }
    }
    question_words_settle(query);
}
