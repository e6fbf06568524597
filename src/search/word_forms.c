/* Other forms of a word. The spelling rules are those that dictionaries give
 * for British and American English. German and Danish letters are transcribed
 * as is usual in those countries on keyboards that lack them. */
#include "search/word_forms.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/strs.h"
#include "index/terms.h"

#define SPELLING_MIN 5 /* letters of a word with other spellings */
#define PART_MIN 2     /* letters of a part of a compound */
#define JOINED_MIN 4   /* letters of a compound */
#define SECTIONS_PER_SLIP 2000

/* Irregular forms of verbs and nouns that are common in health texts, one word
 * to a row. */
static const char irregular[][64] = {
    "foot feet",
    "tooth teeth",
    "woman women",
    "man men",
    "child children",
    "pregnant pregnancy pregnancies",
    "breastfeed breastfed breastfeeding",
    "mouse mice",
    "louse lice",
    "goose geese",
    "die dies died dying",
    "tie tied tying",
    "lie lies lying lay lain",
    "eat ate eaten",
    "drink drank drunk",
    "bleed bled",
    "break broke broken",
    "feel felt",
    "fall fell fallen",
    "give gave given",
    "keep kept",
    "lose lost",
    "sleep slept",
    "speak spoke spoken",
    "stick stuck",
    "swell swelled swollen",
    "throw threw thrown",
    "wake woke woken",
    "wear wore worn",
    "bite bit bitten",
    "burn burnt burned",
    "choose chose chosen",
    "fight fought",
    "forget forgot forgotten",
    "grow grew grown",
    "run ran",
    "sting stung",
    "stand stood",
    "swim swam swum",
    "think thought",
    "tear tore torn",
    "write wrote written",
    "sit sat",
    "spread spreads",
    "freeze froze frozen",
    "shake shook shaken",
    "breathe breath breathing",
    "hide hid hidden",
    "feed fed",
    "hear heard",
    "catch caught",
    "teach taught",
    "bring brought",
    "buy bought",
    "sell sold",
    "spit spat",
    "steal stole stolen",
    "drive drove driven",
    "rise rose risen",
    "bacterium bacteria",
    "virus viruses",
    "diagnosis diagnoses",
    "prognosis prognoses",
    "metastasis metastases",
    "thrombosis thromboses",
    "testis testes",
    "axis axes",
    "crisis crises",
    "analysis analyses",
    "psychosis psychoses",
    "neurosis neuroses",
    "appendix appendices",
    "index indices",
    "cervix cervices",
    "cortex cortices",
    "fungus fungi",
    "bacillus bacilli",
    "nucleus nuclei",
    "stimulus stimuli",
    "thrombus thrombi",
    "embolus emboli",
    "bronchus bronchi",
    "alveolus alveoli",
    "uterus uteri",
    "ovum ova",
    "serum sera",
    "medium media",
    "septum septa",
    "atrium atria",
    "criterion criteria",
    "phenomenon phenomena",
    "ganglion ganglia",
    "vertebra vertebrae",
    "fistula fistulae",
    "larva larvae",
    "papilla papillae",
    "pleura pleurae",
    "sequela sequelae",
    "stoma stomata",
    "carcinoma carcinomata",
    "half halves",
    "knife knives",
    "life lives",
    "leaf leaves",
    "calf calves",
    "wife wives",
    "lens lenses",
    "sinus sinuses",
    "iris irides",
    "oeil yeux",
    "genou genoux",
    "os osseux",
};

/* Letters and what may replace them. at_end: only at the end of a word. */
static const struct {
    char from[7], to[7];
    bool at_end;
} spellings[] = {
    {"ae", "e"},
    {"oe", "e"},
    {"e", "ae"},
    {"e", "oe"},
    {"our", "or"},
    {"or", "our"},
    {"ise", "ize"},
    {"ize", "ise"},
    {"yse", "yze"},
    {"yze", "yse"},
    {"isation", "ization"},
    {"ization", "isation"},
    {"ising", "izing"},
    {"izing", "ising"},
    {"sulph", "sulf"},
    {"sulf", "sulph"},
    {"gramme", "gram"},
    {"ogue", "og", true},
    {"og", "ogue", true},
    {"re", "er", true},
    {"er", "re", true},
    {"res", "ers", true},
    {"ers", "res", true},
    {"lled", "led", true},
    {"led", "lled", true},
    {"lling", "ling", true},
    {"ling", "lling", true},
    {"ence", "ense", true},
    {"ense", "ence", true},
    {"oea", "ea"},
    {"ea", "oea"},
    {"aemia", "emia"},
    {"emia", "aemia"},
};

/* Transcriptions, tried only for a word that no section has. */
static const struct {
    const char *from, *to;
} transcriptions[] = {
    {"ue", "u"},
    {"oe", "o"},
    {"ae", "a"},
    {"aa", "a"},
};

/* The forms of a term that some section has. */
struct forms {
    struct lookups *lookups;
    size_t term;
    double weight; /* of the word as typed; 0: no section has it */
    int64_t n;     /* sections that have the word as typed */
    struct buf note_words;
};

/* Adds a look-up for a form, unless its stem is looked up already or it is
 * rarer than the word as typed, which then finds most of what there is. */
static void add_form(struct forms *forms, const char *word)
{
    struct lookups *lookups = forms->lookups;
    char stem[TERM_MAX_BYTES + 1];
    word_stem(word, stem);
    for (size_t i = 0; i < lookups->n; i++)
        if (!strcmp(lookups->items[i].stems, stem))
            return;
    int64_t n = lookups_count(lookups, word);
    if (!n || n < forms->n)
        return;
    struct lookup *lookup = lookups_add(lookups, forms->term, word, 1);
    if (!lookup)
        return;
    /* A form never weighs more than what was typed, even if it is rarer. */
    if (forms->weight > 0)
        lookup->weight = fmin(lookup->weight, forms->weight);
    search_notes_add_word(&forms->note_words, word);
}

static bool has_word(const char *words, const char *word)
{
    size_t n = strlen(word);
    for (const char *at = words; (at = strstr(at, word)); at++)
        if ((at == words || at[-1] == ' ') && (!at[n] || at[n] == ' '))
            return true;
    return false;
}

static void add_irregular(struct forms *forms, const char *word)
{
    char form[TERM_MAX_BYTES + 1];
    for (size_t i = 0; i < sizeof irregular / sizeof *irregular; i++) {
        if (!has_word(irregular[i], word))
            continue;
        for (const char *at = irregular[i]; *at;) {
            size_t n = strcspn(at, " ");
            snprintf(form, sizeof form, "%.*s", (int)n, at);
            if (strcmp(form, word) != 0)
                add_form(forms, form);
            at += n + (at[n] == ' ');
        }
    }
}

/* Adds the forms in which letters are replaced, one place at a time. */
static void add_replaced(struct forms *forms, const char *word,
                         const char *from, const char *to, bool at_end)
{
    char form[2 * TERM_MAX_BYTES];
    size_t n_from = strlen(from);
    for (const char *at = word; (at = strstr(at, from)); at++) {
        if (at_end && at[n_from])
            continue;
        snprintf(form, sizeof form, "%.*s%s%s", (int)(at - word), word, to,
                 at + n_from);
        if (strlen(form) <= TERM_MAX_BYTES)
            add_form(forms, form);
    }
}

void word_forms_add(struct lookups *lookups, size_t term)
{
    const char *word = lookups->query->terms[term].text;
    struct forms forms = {.lookups = lookups, .term = term};
    size_t n_before = lookups->n;
    for (size_t i = 0; i < lookups->n; i++)
        if (lookups->items[i].term == term) {
            forms.weight = fmax(forms.weight, lookups->items[i].weight);
            forms.n += lookups->items[i].n;
        }
    buf_init(&forms.note_words);
    add_irregular(&forms, word);
    if (strlen(word) >= SPELLING_MIN)
        for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++)
            add_replaced(&forms, word, spellings[i].from, spellings[i].to,
                         spellings[i].at_end);
    if (lookups->n == n_before && !lookups_count(lookups, word))
        for (size_t i = 0; i < sizeof transcriptions / sizeof *transcriptions;
             i++)
            add_replaced(&forms, word, transcriptions[i].from,
                         transcriptions[i].to, false);
    if (forms.note_words.n_bytes)
        search_notes_add(lookups->notes, NOTE_ALSO,
                         lookups->query->terms[term].typed,
                         forms.note_words.data);
    buf_finish(&forms.note_words);
}

/* Adds a look-up, with a note, for words in place of n terms. */
static void add_compound(struct lookups *lookups, size_t term, size_t n,
                         const char *typed, const char *words)
{
    struct lookup *lookup = lookups_add(lookups, term, words, 1);
    if (!lookup)
        return;
    lookup->n_terms = n;
    search_notes_add(lookups->notes, NOTE_ALSO, typed, words);
}

static bool may_join(const struct query *query, size_t i)
{
    const struct query_term *term = &query->terms[i];
    return term->type == QUERY_WORD && !term->in_fixed && !term->is_repeated &&
           !term->text[strspn(term->text,
                              "abcdefghijklmnopqrstuvwxyz0123456789")];
}

/* Joins two terms: "check up" to "checkup". */
static void join_terms(struct lookups *lookups, size_t i)
{
    const struct query *query = lookups->query;
    if (!may_join(query, i) || !may_join(query, i + 1) ||
        (query->terms[i].is_stop_word && query->terms[i + 1].is_stop_word))
        return;
    const char *joined =
        arena_printf(&lookups->arena, "%s%s", query->terms[i].text,
                     query->terms[i + 1].text);
    const char *typed =
        arena_printf(&lookups->arena, "%s %s", query->terms[i].text,
                     query->terms[i + 1].text);
    int64_t n = lookups_count(lookups, joined);
    /* A missing space in a few texts does not make a compound. */
    bool is_slip = n * SECTIONS_PER_SLIP < lookups->context->n_sections &&
                   lookups_has_phrase(lookups, typed);
    if (strlen(joined) >= JOINED_MIN && n && !is_slip)
        add_compound(lookups, i, 2, typed, joined);
}

/* Splits a word that no section has: "checkup" to "check up". */
static bool split_word(struct lookups *lookups, size_t i)
{
    const char *word = lookups->query->terms[i].text;
    for (size_t n = 1; n + 1 <= strlen(word); n++) {
        bool is_digit = word[n] >= '0' && word[n] <= '9';
        if (n < PART_MIN || (strlen(word) - n < PART_MIN && !is_digit))
            continue;
        const char *parts =
            arena_printf(&lookups->arena, "%.*s %s", (int)n, word, word + n);
        if (lookups_count(lookups, parts) &&
            lookups_has_phrase(lookups, parts)) {
            add_compound(lookups, i, 1, lookups->query->terms[i].typed, parts);
            return true;
        }
    }
    return false;
}

void word_forms_add_compounds(struct lookups *lookups)
{
    const struct query *query = lookups->query;
    for (size_t i = 0; i < query->n_terms && query->n_terms < QUERY_LONG; i++) {
        if (i + 1 < query->n_terms)
            join_terms(lookups, i);
        if (may_join(query, i) && lookups_is_topic(lookups, i) &&
            strlen(query->terms[i].text) >= JOINED_MIN &&
            !lookups_count(lookups, query->terms[i].text))
            split_word(lookups, i);
    }
}
