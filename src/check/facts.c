/* From sentences to facts. */
#include "check/facts.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/strs.h"
#include "check/advice.h"
#include "check/fraction.h"
#include "check/negation.h"
#include "check/names.h"

#define NAMES_MAX 6  /* of other medicines in a sentence */
#define WORDS_MAX 40 /* of a sentence that is compared */

/* A sentence, and which medicines it is about. */
struct fact_reading {
    struct check *check;
    struct facts *out;
    const struct prose *prose;
    size_t sentence;
    enum kind section; /* kind */
    const char *names[NAMES_MAX];
    size_t n_names;
    bool names_self;             /* by its name */
    bool names_are_old;          /* those of the sentence before */
    bool is_name[WORDS_MAX * 4]; /* words that belong to a name */
};

static const struct sentence *sentence_of(const struct fact_reading *reading)
{
    return &reading->prose->sentences[reading->sentence];
}

static struct fact *add_fact(struct fact_reading *reading, enum fact_kind kind,
                             const char *about, const char *with)
{
    struct facts *out = reading->out;
    out->items =
        mem_grow(out->items, out->n, &out->capacity, sizeof *out->items);
    struct fact *fact = &out->items[out->n++];
    *fact = (struct fact){.kind = kind, .about = about, .with = with};
    report_place(reading->check, sentence_of(reading)->first_word, &fact->line,
                 &fact->column);
    return fact;
}

static void add_name(struct fact_reading *reading, const char *id)
{
    for (size_t i = 0; i < reading->n_names; i++)
        if (str_equal(reading->names[i], id))
            return;
    if (reading->n_names < NAMES_MAX)
        reading->names[reading->n_names++] = id;
}

/* Finds the medicines of the sentence. One that names none goes on about those
 * of the sentence before it in its block. */
static void find_names(struct fact_reading *reading, bool same_block)
{
    const struct sentence *at = sentence_of(reading);
    const char *old[NAMES_MAX];
    size_t n_old = reading->n_names;
    memcpy(old, reading->names, sizeof old);
    reading->n_names = 0;
    reading->names_self = false;
    memset(reading->is_name, 0, sizeof reading->is_name);
    for (size_t word = at->first_word; word < at->end_word; word++) {
        const char *id = NULL;
        size_t n = names_at(reading->out->names, reading->prose, word,
                            at->end_word, &id);
        for (size_t i = word; i < word + n; i++)
            if (i - at->first_word < sizeof reading->is_name)
                reading->is_name[i - at->first_word] = true;
        if (n && str_equal(id, reading->out->id))
            reading->names_self = true;
        else if (n)
            add_name(reading, id);
        word += n ? n - 1 : 0;
    }
    reading->names_are_old = same_block && !reading->n_names;
    if (reading->names_are_old) {
        memcpy(reading->names, old, sizeof old);
        reading->n_names = n_old;
    }
}

/* The medicine that a sentence is about: the only one that it names, or that
 * of the article. NULL if there is none, or more than one. */
static const char *subject_of(const struct fact_reading *reading)
{
    if (reading->n_names == 1 && !reading->names_self)
        return reading->names[0];
    return reading->n_names ? NULL : reading->out->id;
}

/* ---- advice ---- */

/* The levels that a paragraph before a list gives its items. */
static unsigned levels_before(const struct fact_reading *reading)
{
    const struct node *item = sentence_of(reading)->block->parent;
    if (!item || item->type != NODE_ITEM)
        return ADVICE_NONE;
    const struct node *list = item->parent;
    size_t i = reading->sentence;
    while (i-- && i + 60 > reading->sentence)
        if (reading->prose->sentences[i].block->text_end < list->text_start)
            return reading->prose->sentences[i].block->next == list
                       ? advice_of(reading->prose, i)
                       : ADVICE_NONE;
    return ADVICE_NONE;
}

/* What the sentence advises, by its own words, those before its list, or those
 * of its section. */
static unsigned levels_of(const struct fact_reading *reading)
{
    unsigned levels = advice_of(reading->prose, reading->sentence);
    const struct sentence *at = sentence_of(reading);
    if (levels || !at->block->parent)
        return levels;
    if (memchr(reading->prose->text + at->start, '?', at->end - at->start))
        return ADVICE_NONE;
    levels = levels_before(reading);
    bool item = at->block->parent->type == NODE_ITEM;
    if (!levels && item && reading->section == KIND_CONTRAINDICATIONS)
        return ADVICE_FORBID;
    if (!levels && item && reading->section == KIND_WARNINGS)
        return ADVICE_ASK;
    return levels;
}

static void add_advice(struct fact_reading *reading, const char *a,
                       const char *b, unsigned levels)
{
    bool swap = strcmp(a, b) > 0;
    add_fact(reading, FACT_ADVICE, swap ? b : a, swap ? a : b)->levels = levels;
}

/* Advice on two medicines, one of them the article's or named. */
static void read_pairs(struct fact_reading *reading, unsigned levels)
{
    const char *self = reading->out->id;
    for (size_t i = 0; self && i < reading->n_names; i++)
        add_advice(reading, self, reading->names[i], levels);
    for (size_t i = 0; !self && i < reading->n_names; i++)
        for (size_t j = i + 1; j < reading->n_names; j++)
            add_advice(reading, reading->names[i], reading->names[j], levels);
}

/* Advice on one medicine and pregnancy, alcohol, ... */
static void read_topics(struct fact_reading *reading, unsigned levels)
{
    const char *subject = subject_of(reading);
    if (!subject)
        return;
    for (enum topic topic = 0; topic < TOPIC_COUNT; topic++)
        if (topic_stands_in(reading->prose, reading->sentence, topic))
            add_fact(reading, FACT_ADVICE, subject, topic_name(topic))->levels =
                levels;
}

static bool is_about_safety(enum kind section)
{
    return section == KIND_INTERACTIONS || section == KIND_CONTRAINDICATIONS ||
           section == KIND_WARNINGS || section == KIND_PREGNANCY;
}

static void read_advice(struct fact_reading *reading)
{
    unsigned levels = levels_of(reading);
    if (!is_about_safety(reading->section))
        return;
    for (size_t i = 0; reading->out->id && i < reading->n_names; i++) {
        struct fact *fact = add_fact(reading, FACT_MENTION, reading->out->id,
                                     reading->names[i]);
        fact->interaction = reading->section == KIND_INTERACTIONS;
        fact->levels = levels;
    }
    if (!levels || advice_is_limited(reading->prose, reading->sentence))
        return;
    if (reading->section != KIND_PREGNANCY)
        read_pairs(reading, levels);
    read_topics(reading, levels);
}

/* ---- doses ---- */

struct dose_unit {
    const char *word, *unit;
    double factor;
};

static const struct dose_unit dose_units[] = {
    {"mg", "mg", 1},
    {"milligrams", "mg", 1},
    {"g", "mg", 1000},
    {"grams", "mg", 1000},
    {"mcg", "mg", 0.001},
    {"micrograms", "mg", 0.001},
    {"ml", "ml", 1},
    {"tablet", "tablets", 1},
    {"tablets", "tablets", 1},
    {"pill", "tablets", 1},
    {"pills", "tablets", 1},
    {"capsule", "tablets", 1},
    {"capsules", "tablets", 1},
    {"puff", "puffs", 1},
    {"puffs", "puffs", 1},
    {"drop", "drops", 1},
    {"drops", "drops", 1},
    {"units", "units", 1},
};

static const struct dose_unit *find_unit(const struct prose *prose, size_t word,
                                         size_t end)
{
    for (size_t i = 0; word < end && i < sizeof dose_units / sizeof *dose_units;
         i++)
        if (prose_is(prose, word, dose_units[i].word))
            return &dose_units[i];
    return NULL;
}

/* A number in digits, with decimals, or as a word; -1 if it is none. */
static double number_of(const struct prose *prose, size_t word)
{
    long whole = fraction_number(prose, word);
    if (whole >= 0 || !prose_is_number(prose, word))
        return (double)whole;
    char *end;
    double value = strtod(prose->text + prose->words[word].start, &end);
    return end == prose->text + prose->words[word].end ? value : -1;
}

/* Does a sentence speak of people whose dose is another, or of another form of
 * the medicine? */
static bool is_of_some(const struct prose *prose, const struct sentence *at)
{
    static const char *const some[] = {
        "child",  "children", "baby",      "babies",      "aged",   "under",
        "older",  "age",      "weigh",     "kidney",      "liver",  "gel",
        "cream",  "drops",    "injection", "at first",    "start",  "starts",
        "first",  "gout",     "if",        "trial",       "study",  "over",
        "strong", "adults",   "teenagers", "people over", "double", NULL};
    return wording_stands_in(prose, at->first_word, at->end_word, some);
}

static const char *const most[] = {"more than", "most",    "up to",  "maximum",
                                   "limit",     "at most", "exceed", NULL};
static const char *const daily[] = {"a day",     "each day", "per day",
                                    "every day", "daily",    "in 24 hours",
                                    "in a day",  "24 hours", NULL};
static const char *const taking[] = {
    "take", "takes",   "taken", "use",     "used",      "dose", "inject",
    "have", "puffs",   "drink", "swallow", "leave",     "wait", "limit",
    "most", "maximum", "apart", "every",   "more than", NULL};

static void add_dose(struct fact_reading *reading, const char *what,
                     double value)
{
    const char *subject = subject_of(reading);
    if (subject)
        add_fact(reading, FACT_DOSE, subject, what)->value = value;
}

/* "3 times a day", "twice a day", "once a day" at a word. */
static bool read_times(struct fact_reading *reading, size_t word, size_t end)
{
    const struct prose *prose = reading->prose;
    double n = prose_is(prose, word, "once")    ? 1
               : prose_is(prose, word, "twice") ? 2
                                                : 0;
    if (n <= 0 && prose_is(prose, word + 1, "times"))
        n = number_of(prose, word);
    size_t after = word + (n > 0 && !prose_is(prose, word, "once") &&
                                   !prose_is(prose, word, "twice")
                               ? 2
                               : 1);
    if (n <= 0 || !wording_stands_in(prose, after,
                                     after + 2 < end ? after + 2 : end, daily))
        return false;
    add_dose(reading, "times a day", n);
    return true;
}

/* "every 4 hours", "at least 6 hours between doses". */
static void read_gap(struct fact_reading *reading, size_t word)
{
    const struct prose *prose = reading->prose;
    const struct sentence *at = sentence_of(reading);
    static const char *const between[] = {"between", "apart", NULL};
    bool every = word > at->first_word && prose_is(prose, word - 1, "every");
    if (prose_is(prose, word + 1, "hours") &&
        (every || wording_stands_in(prose, word, at->end_word, between)))
        add_dose(reading, "hours between doses", number_of(prose, word));
}

/* What an amount is: the most in a day, what one takes in a day, or a dose. */
static void read_amount(struct fact_reading *reading, size_t word, size_t end,
                        const struct dose_unit *unit)
{
    const struct prose *prose = reading->prose;
    const struct sentence *at = sentence_of(reading);
    size_t back = word - at->first_word < 8 ? at->first_word : word - 8;
    bool is_most = wording_stands_in(prose, back, word, most);
    bool is_daily = wording_stands_in(prose, word + 1, end, daily) &&
                    !wording_stands_in(
                        prose, word + 1, end,
                        (const char *const[]){"times", "twice", "once", NULL});
    const char *what = is_most && is_daily ? "most in a day"
                       : is_most           ? "most at a time"
                       : is_daily          ? "in a day"
                                           : "at a time";
    add_dose(reading,
             arena_printf(reading->out->arena, "%s, %s", what, unit->unit),
             number_of(prose, word) * unit->factor);
}

static void read_doses(struct fact_reading *reading)
{
    const struct prose *prose = reading->prose;
    const struct sentence *at = sentence_of(reading);
    if (at->block->type == NODE_CELL || is_of_some(prose, at) ||
        !wording_stands_in(prose, at->first_word, at->end_word, taking))
        return;
    for (size_t word = at->first_word; word < at->end_word; word++) {
        if (read_times(reading, word, at->end_word) ||
            number_of(prose, word) <= 0)
            continue;
        const struct dose_unit *unit = find_unit(prose, word + 1, at->end_word);
        if (unit)
            read_amount(reading, word, at->end_word, unit);
        else
            read_gap(reading, word);
    }
}

/* ---- what a sentence speaks of ---- */

static const char *const small_words[] = {
    "a",      "about", "all",   "also", "an",    "and",   "any",     "are",
    "as",     "at",    "be",    "been", "but",   "by",    "can",     "come",
    "came",   "did",   "do",    "does", "each",  "every", "for",     "from",
    "get",    "gets",  "had",   "has",  "have",  "if",    "in",      "is",
    "it",     "its",   "may",   "of",   "on",    "one",   "or",      "out",
    "people", "per",   "so",    "some", "such",  "take",  "takes",   "taking",
    "that",   "the",   "their", "them", "then",  "these", "they",    "this",
    "those",  "to",    "up",    "was",  "were",  "when",  "which",   "who",
    "will",   "with",  "you",   "your", "women", "men",   "happens", "comes",
    NULL};

static bool is_negation(const struct prose *prose, size_t word)
{
    const struct prose_word *at = &prose->words[word];
    return negation_is_word(prose->text + at->start, at->end - at->start);
}

/* A word without its ending, hashed: "thins" and "thin" are one. */
static uint32_t stem_of(const struct prose *prose, size_t word)
{
    static const char *const endings[] = {"ing", "ed", "es", "s", "e", NULL};
    const char *text = prose->text + prose->words[word].start;
    size_t n_bytes = prose->words[word].end - prose->words[word].start;
    for (const char *const *ending = endings; *ending; ending++) {
        size_t n = strlen(*ending);
        bool doubled = **ending == 's' && text[n_bytes - 2] == 's';
        if (n_bytes >= n + 3 && !doubled &&
            !memcmp(text + n_bytes - n, *ending, n)) {
            n_bytes -= n;
            break;
        }
    }
    return (uint32_t)map_hash(text, n_bytes < 8 ? n_bytes : 8);
}

static int compare_hashes(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

/* Puts the words of the sentence that tell into the fact. */
static void add_words(struct fact_reading *reading, struct fact *fact)
{
    const struct prose *prose = reading->prose;
    const struct sentence *at = sentence_of(reading);
    uint32_t hashes[WORDS_MAX];
    size_t n = 0;
    for (size_t word = at->first_word; word < at->end_word && n < WORDS_MAX;
         word++)
        if (fraction_number(prose, word) < 0 && !prose_is_number(prose, word) &&
            !(word - at->first_word < sizeof reading->is_name &&
              reading->is_name[word - at->first_word]) &&
            !prose_is_any(prose, word, small_words) &&
            !is_negation(prose, word))
            hashes[n++] = stem_of(prose, word);
    qsort(hashes, n, sizeof *hashes, compare_hashes);
    fact->words = arena_alloc(reading->out->arena, n * sizeof *hashes);
    for (size_t i = 0; i < n; i++)
        if (!i || hashes[i] != hashes[i - 1])
            fact->words[fact->n_words++] = hashes[i];
}

double facts_likeness(const struct fact *a, const struct fact *b)
{
    size_t i = 0, j = 0, n_both = 0;
    while (i < a->n_words && j < b->n_words) {
        n_both += a->words[i] == b->words[j];
        if (a->words[i] <= b->words[j])
            j += a->words[i++] == b->words[j];
        else
            j++;
    }
    size_t n_all = a->n_words + b->n_words - n_both;
    return n_all ? (double)n_both / (double)n_all : 0;
}

static void read_shares(struct fact_reading *reading, const char *subject)
{
    const struct prose *prose = reading->prose;
    const struct sentence *at = sentence_of(reading);
    struct fraction fraction;
    size_t n = 0, word = at->first_word;
    struct fraction found;
    for (; word < at->end_word; word++)
        if (fraction_read(prose, word, at->end_word, &fraction) ||
            fraction_read_reversed(prose, word, at->end_word, &fraction)) {
            found = fraction;
            n++;
        }
    if (n != 1) /* of several numbers nobody knows which is which */
        return;
    struct fact *fact = add_fact(reading, FACT_SHARE, subject, "");
    fact->value = (double)found.n;
    fact->of = (double)found.of;
    add_words(reading, fact);
}

static bool has_number(const struct prose *prose, const struct sentence *at)
{
    for (size_t word = at->first_word; word < at->end_word; word++)
        if (prose_is_number(prose, word))
            return true;
    return false;
}

/* A statement without numbers, with how often it denies. */
static void read_claim(struct fact_reading *reading, const char *subject)
{
    const struct prose *prose = reading->prose;
    const struct sentence *at = sentence_of(reading);
    if (!at->complete || at->end_word - at->first_word > 20 ||
        memchr(prose->text + at->start, '?', at->end - at->start))
        return;
    struct fact *fact = add_fact(reading, FACT_CLAIM, subject, "");
    for (size_t word = at->first_word; word < at->end_word; word++)
        fact->negated ^= is_negation(prose, word);
    add_words(reading, fact);
}

static void read_sentence(struct fact_reading *reading, bool same_block)
{
    find_names(reading, same_block);
    const char *subject = subject_of(reading);
    read_advice(reading);
    read_doses(reading);
    if (!subject)
        return;
    if (has_number(reading->prose, sentence_of(reading)) ||
        fraction_of_people_stands_in(reading->prose,
                                     sentence_of(reading)->first_word,
                                     sentence_of(reading)->end_word))
        read_shares(reading, subject);
    else
        read_claim(reading, subject);
}

static bool is_subject(enum article_type type)
{
    return type == TYPE_MEDICINE || type == TYPE_VACCINE ||
           type == TYPE_PROCEDURE || type == TYPE_TEST;
}

void facts_collect(struct check *check, struct facts *out)
{
    const struct prose *prose = &check->prose;
    const struct article *article = check->article;
    struct fact_reading reading = {.check = check, .out = out, .prose = prose};
    if (!check->english || article->meta.origin.publisher)
        return;
    out->id = is_subject(article->meta.type)
                  ? arena_strdup(out->arena, article->id)
                  : NULL;
    out->is_medicine = article->meta.type == TYPE_MEDICINE;
    out->has_interactions = check_has_kind(article, KIND_INTERACTIONS);
    for (size_t i = 0; i < prose->n_sentences; i++) {
        const struct section *section =
            check_section_of(article, prose->sentences[i].block);
        reading.sentence = i;
        reading.section = section ? section->kind : KIND_NONE;
        read_sentence(&reading, i && prose->sentences[i].block ==
                                         prose->sentences[i - 1].block);
    }
}

void facts_finish(struct facts *facts)
{
    free(facts->items);
    facts->items = NULL;
    facts->n = facts->capacity = 0;
}
