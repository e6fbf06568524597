/* Rules that are lists of phrases: absolute claims, words that hurt, numbers
 * needed to treat, and the dodges that reading formulas breed. English only. */
#include "check/wording.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "check/rule.h"

#define ABSOLUTE "M064"
#define STIGMA "M065"
#define NNT "M059"
#define DODGE "M063"

static const struct wording table[] = {
    {"100 effective", ABSOLUTE},
    {"100 per cent effective", ABSOLUTE},
    {"100 percent effective", ABSOLUTE},
    {"100 per cent safe", ABSOLUTE},
    {"100 percent safe", ABSOLUTE},
    {"100 safe", ABSOLUTE},
    {"always cures", ABSOLUTE},
    {"always works", ABSOLUTE},
    {"completely harmless", ABSOLUTE},
    {"completely safe", ABSOLUTE},
    {"cures everyone", ABSOLUTE},
    {"entirely safe", ABSOLUTE},
    {"guaranteed cure", ABSOLUTE},
    {"guaranteed results", ABSOLUTE},
    {"guaranteed to", ABSOLUTE},
    {"has no risks", ABSOLUTE},
    {"magic bullet", ABSOLUTE},
    {"miracle", ABSOLUTE},
    {"miraculous", ABSOLUTE},
    {"never fails", ABSOLUTE},
    {"no risks at all", ABSOLUTE},
    {"no side effects", ABSOLUTE},
    {"perfectly safe", ABSOLUTE},
    {"risk-free", ABSOLUTE},
    {"side-effect-free", ABSOLUTE},
    {"totally safe", ABSOLUTE},
    {"wonder drug", ABSOLUTE},
    {"without any risk", ABSOLUTE},
    {"works for everyone", ABSOLUTE},

    {"addicts", STIGMA, "people who are addicted to"},
    {"aids victims", STIGMA, "people with AIDS"},
    {"alcoholics", STIGMA, "people who depend on alcohol"},
    {"asthmatics", STIGMA, "people with asthma"},
    {"cancer victims", STIGMA, "people with cancer"},
    {"commit suicide", STIGMA, "die by suicide"},
    {"commits suicide", STIGMA, "dies by suicide"},
    {"committed suicide", STIGMA, "died by suicide"},
    {"confined to a wheelchair", STIGMA, "uses a wheelchair"},
    {"diabetics", STIGMA, "people with diabetes"},
    {"drug abusers", STIGMA, "people who use drugs"},
    {"drug addict", STIGMA, "someone who is addicted to drugs"},
    {"epileptics", STIGMA, "people with epilepsy"},
    {"mental retardation", STIGMA, "learning disability"},
    {"mentally retarded", STIGMA, "with a learning disability"},
    {"non-compliant", STIGMA, "what stops people from taking it"},
    {"noncompliant", STIGMA, "what stops people from taking it"},
    {"schizophrenics", STIGMA, "people with schizophrenia"},
    {"stroke victim", STIGMA, "someone who has had a stroke"},
    {"stroke victims", STIGMA, "people who have had a stroke"},
    {"substance abusers", STIGMA, "people who use drugs or alcohol"},
    {"suffer from", STIGMA, "have"},
    {"suffering from", STIGMA, "who has"},
    {"suffers from", STIGMA, "has"},
    {"the disabled", STIGMA, "disabled people"},
    {"the elderly", STIGMA, "older people"},
    {"the handicapped", STIGMA, "disabled people"},
    {"the mentally ill", STIGMA, "people with a mental illness"},
    {"the obese", STIGMA, "people who are very overweight"},
    {"wheelchair bound", STIGMA, "who use a wheelchair"},
    {"wheelchair-bound", STIGMA, "who use a wheelchair"},

    {"nnh", NNT},
    {"nnt", NNT},
    {"number needed to harm", NNT},
    {"number needed to screen", NNT},
    {"number needed to treat", NNT},
    {"number needed to vaccinate", NNT},
    {"number-needed-to-harm", NNT},
    {"number-needed-to-treat", NNT},
    {"numbers needed to treat", NNT},

    {"holds", DODGE, "contains"},
    {"most usual", DODGE, "most common"},
    {"mostly", DODGE, "usually"},
    {"of late", DODGE, "recently"},
    {"with ease", DODGE, "easily"},
};

size_t wording_at(const struct prose *prose, size_t word, size_t end,
                  const char *phrase)
{
    size_t n = 0;
    for (;; n++) {
        size_t n_bytes = strcspn(phrase, " ");
        if (word + n >= end)
            return 0;
        const struct prose_word *at = &prose->words[word + n];
        if (at->end - at->start != n_bytes ||
            memcmp(prose->text + at->start, phrase, n_bytes))
            return 0;
        if (!phrase[n_bytes])
            return n + 1;
        phrase += n_bytes + 1;
    }
}

bool wording_stands_in(const struct prose *prose, size_t word, size_t end,
                       const char *const *phrases)
{
    for (; word < end; word++) {
        const char *text = prose->text + prose->words[word].start;
        for (const char *const *phrase = phrases; *phrase; phrase++)
            if ((*phrase)[0] == text[0] && (*phrase)[1] == text[1] &&
                wording_at(prose, word, end, *phrase))
                return true;
    }
    return false;
}

#define N_WORDINGS (sizeof table / sizeof *table)
#define CHAINS 512

static size_t chain_of(const char *text)
{
    return ((size_t)(unsigned char)text[0] * 16 + (unsigned char)text[1]) %
           CHAINS;
}

/* Rows by the first two bytes of their phrases, as chains of 1 + index: most
 * words of a text have none to be compared with. */
struct chains {
    uint8_t first[CHAINS];
    uint8_t next[N_WORDINGS];
};

_Static_assert(N_WORDINGS < UINT8_MAX, "an index has a byte");

static void chains_init(struct chains *chains)
{
    *chains = (struct chains){.first = {0}};
    for (size_t i = 0; i < N_WORDINGS; i++) {
        uint8_t *first = &chains->first[chain_of(table[i].phrase)];
        chains->next[i] = *first;
        *first = (uint8_t)(i + 1);
    }
}

static void look_at_word(struct wordings *wordings, const struct prose *prose,
                         const struct chains *chains,
                         struct wording_place place)
{
    const char *text = prose->text + prose->words[place.word].start;
    uint8_t row = chains->first[chain_of(text)];
    for (; row; row = chains->next[row - 1]) {
        place.wording = &table[row - 1];
        if (place.wording->phrase[0] != text[0] ||
            place.wording->phrase[1] != text[1] ||
            !wording_at(prose, place.word,
                        prose->sentences[place.sentence].end_word,
                        place.wording->phrase))
            continue;
        wordings->items =
            mem_grow(wordings->items, wordings->n, &wordings->capacity,
                     sizeof *wordings->items);
        wordings->items[wordings->n++] = place;
    }
}

void wordings_init(struct wordings *wordings, const struct prose *prose)
{
    struct chains chains;
    chains_init(&chains);
    *wordings = (struct wordings){0};
    for (uint32_t i = 0; i < prose->n_sentences; i++)
        for (uint32_t word = prose->sentences[i].first_word;
             word < prose->sentences[i].end_word; word++)
            look_at_word(wordings, prose, &chains,
                         (struct wording_place){NULL, i, word});
}

void wordings_finish(struct wordings *wordings)
{
    free(wordings->items);
    *wordings = (struct wordings){0};
}

/* ---- the rules ---- */

/* Looks at the phrases of the running rule. */
static void look_at_wordings(struct check *check,
                             void (*look)(struct check *check,
                                          const struct wording_place *place))
{
    for (size_t i = 0; i < check->wordings.n && !report_is_full(check); i++)
        if (!strcmp(check->wordings.items[i].wording->code, check->rule->code))
            look(check, &check->wordings.items[i]);
}

static bool is_question(const struct prose *prose, size_t sentence)
{
    const struct sentence *at = &prose->sentences[sentence];
    return memchr(prose->text + at->start, '?', at->end - at->start);
}

/* "No treatment is completely safe", "is it risk-free?" */
static bool is_claimed(const struct prose *prose,
                       const struct wording_place *place)
{
    const struct sentence *at = &prose->sentences[place->sentence];
    static const char *const denials[] = {
        "no",     "not",     "never",     "nobody",     "none",    "nothing",
        "cannot", "can't",   "isn't",     "aren't",     "don't",   "doesn't",
        "few",    "hardly",  "claims",    "claim",      "if",      "whether",
        "won't",  "wasn't",  "expecting", "beware",     "promise", "promises",
        "only",   "may",     "might",     "impossible", "some",    "many",
        "people", "without", "neither",   "unless",     NULL};
    size_t n_words =
        wording_at(prose, place->word, at->end_word, place->wording->phrase);
    for (size_t word = at->first_word; word < at->end_word; word++)
        if ((word < place->word || word >= place->word + n_words) &&
            prose_is_any(prose, word, denials))
            return false;
    return at->complete && !is_question(prose, place->sentence);
}

static void look_at_claim(struct check *check,
                          const struct wording_place *place)
{
    if (is_claimed(&check->prose, place))
        report_word(check, place->word,
                    _("\"%s\" promises too much. Say how many it helps, and "
                      "what can go wrong"),
                    place->wording->phrase);
}

void rule_absolute_claims(struct check *check)
{
    look_at_wordings(check, look_at_claim);
}

/* "The disabled person", "the elderly woman", "pain and suffering from it":
 * what stands beside the phrase decides. */
static bool is_of_people(const struct prose *prose,
                         const struct wording_place *place)
{
    static const char *const nouns[] = {
        "person",   "people",     "patient", "patients", "man",
        "woman",    "men",        "women",   "child",    "children",
        "user",     "population", "adults",  "adult",    "persons",
        "relative", "and",        "parent",  NULL};
    static const char *const before[] = {"and",   "or",   "the", "their",
                                         "great", "of",   "no",  "human",
                                         "cause", "less", NULL};
    size_t n = wording_at(prose, place->word,
                          prose->sentences[place->sentence].end_word,
                          place->wording->phrase);
    if (!strcmp(place->wording->phrase, "suffering from"))
        return !place->word || !prose_is_any(prose, place->word - 1, before);
    if (prose_is(prose, place->word + n, "anonymous"))
        return false;
    return strncmp(place->wording->phrase, "the ", 4) ||
           !prose_is_any(prose, place->word + n, nouns);
}

/* "Care for the Elderly": a name in capitals is somebody else's. */
static bool is_in_name(const struct prose *prose,
                       const struct wording_place *place)
{
    const struct sentence *at = &prose->sentences[place->sentence];
    size_t n =
        wording_at(prose, place->word, at->end_word, place->wording->phrase);
    size_t last = place->word + n - 1;
    return last > at->first_word &&
           ascii_is_upper(prose->article->text[prose->words[last].start]);
}

static void look_at_stigma(struct check *check,
                           const struct wording_place *place)
{
    if (is_of_people(&check->prose, place) &&
        !is_in_name(&check->prose, place) &&
        !check_is_topic(check->article, place->wording->phrase,
                        strlen(place->wording->phrase)))
        report_word(check, place->word,
                    _("\"%s\" can hurt the people it is about. Write \"%s\""),
                    place->wording->phrase, place->wording->advice);
}

void rule_stigma(struct check *check)
{
    look_at_wordings(check, look_at_stigma);
}

static void look_at_number_needed(struct check *check,
                                  const struct wording_place *place)
{
    static const char *const genes[] = {"gene", "genes", "protein", "enzyme",
                                        NULL};
    if (prose_is_any(&check->prose, place->word + 1, genes))
        return;
    report_word(
        check, place->word,
        _("\"%s\" misleads. Say how many of 100 or 1,000 people have it "
          "with and without the treatment"),
        place->wording->phrase);
}

void rule_number_needed(struct check *check)
{
    look_at_wordings(check, look_at_number_needed);
}

/* "Holds" for "contains", "of late" for "recently": the same words have other
 * uses. */
static bool is_dodge(const struct prose *prose,
                     const struct wording_place *place)
{
    static const char *const holders[] = {
        "it",    "nothing", "tablet", "pill", "medicine", "product", "cream",
        "gel",   "drink",   "food",   "take", "capsule",  "spray",   "vaccine",
        "syrup", "milk",    "juice",  "dose", "leaf",     "liquid",  NULL};
    static const char *const held[] = {
        "for",  "true", "up",  "back", "still", "your",    "the", "water",
        "that", "a",    "an",  "it",   "them",  "his",     "her", "together",
        "in",   "on",   "out", "off",  "their", "promise", NULL};
    static const char *const goes_on[] = {"and",  "or",  "you", "have",
                                          "feel", "but", NULL};
    static const char *const verbs[] = {
        "goes",  "go",   "ends",  "end",   "gets",   "get",
        "lasts", "last", "heals", "heal",  "clears", "clear",
        "works", "work", "tried", "fades", "needs",  NULL};
    const char *phrase = place->wording->phrase;
    const struct sentence *sentence = &prose->sentences[place->sentence];
    size_t word = place->word;
    if (!strcmp(phrase, "holds"))
        return word > sentence->first_word && word + 1 < sentence->end_word &&
               prose_is_any(prose, word - 1, holders) &&
               !prose_is_any(prose, word + 1, held) &&
               !prose_is_number(prose, word + 1);
    if (!strcmp(phrase, "of late"))
        return word + 2 == sentence->end_word ||
               prose_is_any(prose, word + 2, goes_on);
    if (!strcmp(phrase, "mostly"))
        return prose_is_any(prose, word + 1, verbs);
    return true;
}

static void look_at_dodge(struct check *check,
                          const struct wording_place *place)
{
    if (is_dodge(&check->prose, place))
        report_word(check, place->word,
                    _("\"%s\" sounds odd here. Write \"%s\""),
                    place->wording->phrase, place->wording->advice);
}

void report_dodges(struct check *check)
{
    look_at_wordings(check, look_at_dodge);
}
