/* Doses in sentences, so that articles can be held against each other. */
#include <stdlib.h>

#include "check/fact_reading.h"
#include "check/fraction.h"

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
        "child",  "children",  "baby",        "babies", "aged",
        "under",  "older",     "age",         "weigh",  "kidney",
        "liver",  "gel",       "cream",       "drops",  "injection",
        "gout",   "if",        "trial",       "study",  "over",
        "strong", "teenagers", "people over", "double", NULL};
    return wording_stands_in(prose, at->first_word, at->end_word, some);
}

static const char *const most[] = {"more than", "most",    "up to",  "maximum",
                                   "limit",     "at most", "exceed", NULL};
static const char *const daily[] = {"a day",     "each day", "per day",
                                    "every day", "daily",    "in 24 hours",
                                    "in a day",  "24 hours", NULL};
static const char *const taking[] = {
    "take",      "takes", "taken", "use",     "used",    "dose",
    "inject",    "have",  "puffs", "drink",   "swallow", "leave",
    "wait",      "limit", "most",  "maximum", "apart",   "every",
    "more than", "need",  "needs", "start",   "begin",   NULL};
static const char *const beginning[] = {"start", "starts",   "begin",
                                        "first", "at first", NULL};

static void add_dose(struct fact_reading *reading, const char *what,
                     double value)
{
    const struct sentence *at = fact_reading_sentence(reading);
    const char *subject = fact_reading_subject(reading);
    if (wording_stands_in(reading->prose, at->first_word, at->end_word,
                          beginning))
        what = arena_printf(reading->out->arena, "%s, at first", what);
    if (subject)
        fact_reading_add(reading, FACT_DOSE, subject, what)->value = value;
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
    const struct sentence *at = fact_reading_sentence(reading);
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
    const struct sentence *at = fact_reading_sentence(reading);
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

void fact_doses_read(struct fact_reading *reading)
{
    const struct prose *prose = reading->prose;
    const struct sentence *at = fact_reading_sentence(reading);
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
