/* Inflects, negates and hedges the verbs of risk blocks.
 *
 * An author writes the plural of the present tense ("have a stroke"). The
 * singular of a verb is in the tables below or follows the rules of its
 * language. */
#include "article/risk_event.h"

#include <string.h>

#include "base/ascii.h"
#include "base/strs.h"

struct verb {
    const char *plural, *singular;
};

static const struct verb english[] = {
    {"have", "has"}, {"do", "does"}, {"go", "goes"}, {"are", "is"}, {0}};
static const struct verb spanish[] = {{"son", "es"}, {0}};
static const struct verb french[] = {{"ont", "a"},
                                     {"sont", "est"},
                                     {"font", "fait"},
                                     {"vont", "va"},
                                     {"peuvent", "peut"},
                                     {"doivent", "doit"},
                                     {"meurent", "meurt"},
                                     {"prennent", "prend"},
                                     {"perdent", "perd"},
                                     {"reçoivent", "reçoit"},
                                     {"sentent", "sent"},
                                     {"ressentent", "ressent"},
                                     {"vivent", "vit"},
                                     {"voient", "voit"},
                                     {0}};
static const struct verb german[] = {
    {"sind", "ist"},         {"haben", "hat"},          {"werden", "wird"},
    {"sterben", "stirbt"},   {"können", "kann"},        {"müssen", "muss"},
    {"fallen", "fällt"},     {"nehmen", "nimmt"},       {"sehen", "sieht"},
    {"schlafen", "schläft"}, {"erbrechen", "erbricht"}, {"geben", "gibt"},
    {"tragen", "trägt"},     {"brechen", "bricht"},     {0}};

static const struct verb *const irregular[LANG_COUNT] = {
    [LANG_EN] = english,
    [LANG_ES] = spanish,
    [LANG_FR] = french,
    [LANG_DE] = german,
};

/* Endings of regular plurals and of their singulars. The first that matches
 * counts. */
static const struct verb english_ends[] = {{"ay", "ays"},
                                           {"ey", "eys"},
                                           {"oy", "oys"},
                                           {"y", "ies"},
                                           {"ss", "sses"},
                                           {"sh", "shes"},
                                           {"ch", "ches"},
                                           {"x", "xes"},
                                           {"z", "zes"},
                                           {"", "s"},
                                           {0}};
static const struct verb spanish_ends[] = {{"n", ""}, {0}};
static const struct verb french_ends[] = {{"issent", "it"}, {"ent", "e"}, {0}};
static const struct verb german_ends[] = {
    {"den", "det"}, {"ten", "tet"}, {"en", "t"}, {"n", "t"}, {0}};

static const struct verb *const regular[LANG_COUNT] = {
    [LANG_EN] = english_ends,
    [LANG_ES] = spanish_ends,
    [LANG_FR] = french_ends,
    [LANG_DE] = german_ends,
};

static const char *const adverbs[LANG_COUNT][RISK_CERTAINTY_COUNT] = {
    [LANG_EN] = {[RISK_MODERATE] = "probably",
                 [RISK_LOW] = "may",
                 [RISK_VERY_LOW] = "may"},
    [LANG_ES] = {[RISK_MODERATE] = "probablemente",
                 [RISK_LOW] = "posiblemente",
                 [RISK_VERY_LOW] = "posiblemente"},
    [LANG_FR] = {[RISK_MODERATE] = "probablement",
                 [RISK_LOW] = "peut-être",
                 [RISK_VERY_LOW] = "peut-être"},
    [LANG_DE] = {[RISK_MODERATE] = "wahrscheinlich",
                 [RISK_LOW] = "möglicherweise",
                 [RISK_VERY_LOW] = "möglicherweise"},
    [LANG_VI] = {[RISK_MODERATE] = "có lẽ",
                 [RISK_LOW] = "có thể",
                 [RISK_VERY_LOW] = "có thể"},
    [LANG_ZH] = {[RISK_MODERATE] = "很可能",
                 [RISK_LOW] = "可能",
                 [RISK_VERY_LOW] = "可能"},
};

/* Returns whether a word, as so many bytes, is one of a list. */
static bool is_word_of(const char *word, size_t n_bytes,
                       const char *const *words)
{
    for (; *words; words++)
        if (strlen(*words) == n_bytes && !ascii_ncasecmp(word, *words, n_bytes))
            return true;
    return false;
}

/* Of a phrase: its verb, auxiliaries and negation stand among these. What a
 * clause behind them says ("a cancer that would never have harmed them") does
 * not matter. */
#define VERB_WORDS_MAX 4

bool risk_event_can_be_told(const char *phrase)
{
    static const char *const negations[] = {
        "not",   "no",     "never", "cannot", "don't", "aren't",
        "can't", "ne",     "pas",   "nunca",  "nicht", "kein",
        "keine", "keinen", "don’t", "aren’t", "can’t", NULL};
    static const char *const first_words[] = {
        "can",    "may", "might", "must", "will",  "would", "could",
        "should", "had", "were",  "was",  "không", "chưa",  NULL};
    static const char *const starts[] = {"没", "不", "未", "无", "n'", "n’"};
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (str_starts(phrase, starts[i]))
            return false;
    size_t n_bytes = strcspn(phrase, " ");
    if (is_word_of(phrase, n_bytes, first_words))
        return false;
    const char *word = phrase;
    for (int i = 0; *word && i < VERB_WORDS_MAX; i++, word += n_bytes) {
        word += strspn(word, " ");
        n_bytes = strcspn(word, " ");
        if (is_word_of(word, n_bytes, negations))
            return false;
    }
    return true;
}

/* The parts of a phrase: the words before its verb, the verb, and the rest with
 * the space before it: "se", "curan", " en un mes". */
struct phrase_parts {
    const char *verb, *rest;
    size_t n_before, n_verb;
};

/* Returns the bytes of a word before the verb, with the space after it. */
static size_t bytes_before_verb(const char *phrase)
{
    static const char *const words[] = {"se ", "le ", "les "};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_starts(phrase, words[i]))
            return strlen(words[i]);
    return 0;
}

static bool verb_is(const struct phrase_parts *parts, const char *verb)
{
    return parts->n_verb == strlen(verb) &&
           !memcmp(parts->verb, verb, parts->n_verb);
}

static struct phrase_parts parts_of(const struct risk_event *event)
{
    struct phrase_parts parts = {0};
    if (event->lang == LANG_ES || event->lang == LANG_FR)
        parts.n_before = bytes_before_verb(event->phrase);
    parts.verb = event->phrase + parts.n_before;
    parts.n_verb = strcspn(parts.verb, " ");
    parts.rest = parts.verb + parts.n_verb;
    for (const struct verb *row = irregular[event->lang]; row && row->plural;
         row++)
        if (verb_is(&parts, row->singular)) {
            parts.verb = row->plural; /* the author wrote "has a stroke" */
            parts.n_verb = strlen(row->plural);
        }
    return parts;
}

static void add_singular(const struct phrase_parts *parts, enum lang lang,
                         struct buf *out)
{
    for (const struct verb *row = irregular[lang]; row && row->plural; row++)
        if (verb_is(parts, row->plural)) {
            buf_add(out, row->singular);
            return;
        }
    for (const struct verb *row = regular[lang]; row && row->plural; row++) {
        size_t n_end = strlen(row->plural);
        size_t n_stem = parts->n_verb - n_end;
        if (n_end > parts->n_verb ||
            memcmp(parts->verb + n_stem, row->plural, n_end) != 0)
            continue;
        buf_add_n(out, parts->verb, n_stem);
        buf_add(out, row->singular);
        return;
    }
    buf_add_n(out, parts->verb, parts->n_verb);
}

static void add_verb(const struct risk_event *event,
                     const struct phrase_parts *parts, struct buf *out)
{
    if (event->n == 1)
        add_singular(parts, event->lang, out);
    else
        buf_add_n(out, parts->verb, parts->n_verb);
}

/* Adds a phrase such as "are probably admitted", "may be admitted", "probably
 * have a stroke" or "may have a stroke". */
static void add_english(const struct risk_event *event,
                        const struct phrase_parts *parts, struct buf *out)
{
    bool are = verb_is(parts, "are");
    const char *adverb = adverbs[LANG_EN][event->certainty];
    bool may = event->certainty >= RISK_LOW;
    if (adverb && (may || !are))
        buf_printf(out, "%s ", adverb);
    if (may && are)
        buf_add(out, "be");
    else if (may)
        buf_add_n(out, parts->verb, parts->n_verb);
    else
        add_verb(event, parts, out);
    if (adverb && are && !may)
        buf_printf(out, " %s", adverb);
    buf_add(out, parts->rest);
}

/* Adds a phrase with the adverb after the verb: "font probablement un AVC". */
static void add_adverb_after_verb(const struct risk_event *event,
                                  const struct phrase_parts *parts,
                                  struct buf *out)
{
    const char *adverb = adverbs[event->lang][event->certainty];
    buf_add_n(out, event->phrase, parts->n_before);
    add_verb(event, parts, out);
    if (adverb)
        buf_printf(out, " %s", adverb);
    buf_add(out, parts->rest);
}

static void add_adverb_before_verb(const struct risk_event *event,
                                   const struct phrase_parts *parts,
                                   struct buf *out)
{
    const char *adverb = adverbs[event->lang][event->certainty];
    if (adverb)
        buf_printf(out, "%s%s", adverb, event->lang == LANG_ZH ? "" : " ");
    buf_add_n(out, event->phrase, parts->n_before);
    add_verb(event, parts, out);
    buf_add(out, parts->rest);
}

void risk_event_add(const struct risk_event *event, struct buf *out)
{
    struct phrase_parts parts = parts_of(event);
    if (event->lang == LANG_EN)
        add_english(event, &parts, out);
    else if (event->lang == LANG_FR || event->lang == LANG_DE)
        add_adverb_after_verb(event, &parts, out);
    else
        add_adverb_before_verb(event, &parts, out);
}

static void add_english_not(const struct risk_event *event, struct buf *out)
{
    struct phrase_parts parts = parts_of(event);
    bool are = verb_is(&parts, "are"), is_one = event->n == 1;
    const char *adverb = adverbs[LANG_EN][event->certainty];
    if (event->certainty >= RISK_LOW)
        buf_add(out, are ? "may not be" : "may not");
    else if (are && adverb)
        buf_printf(out, "%s %s not", is_one ? "is" : "are", adverb);
    else if (are)
        buf_add(out, is_one ? "is not" : "are not");
    else
        buf_printf(out, "%s%s%s not", adverb ? adverb : "", adverb ? " " : "",
                   is_one ? "does" : "do");
}

void risk_event_add_not(const struct risk_event *event, struct buf *out)
{
    static const char *const no[LANG_COUNT] = {[LANG_ES] = "no",
                                               [LANG_FR] = "pas",
                                               [LANG_DE] = "nicht",
                                               [LANG_VI] = "không",
                                               [LANG_ZH] = "没有"};
    const char *adverb = adverbs[event->lang][event->certainty];
    if (event->lang == LANG_EN) {
        add_english_not(event, out);
    } else if (!adverb) {
        buf_add(out, event->lang == LANG_FR ? "non" : no[event->lang]);
    } else {
        const char *space = event->lang == LANG_ZH ? "" : " ";
        buf_printf(out, "%s%s%s", adverb, space, no[event->lang]);
    }
}
