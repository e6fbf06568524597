/* How frequencies are written: "1 in 200", "2 to 5%", "uncommon". */
#include "text/frequency_read.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "text/frequency_context.h"

/* A decimal number: digits, of which so many are behind the point. */
struct decimal {
    long digits;
    unsigned n_decimals;
};

/* The share of a number that rounding may change: a percentage stays exact. */
#define EXACT 0
#define ONE_IN_TWENTY 20
#define DIGITS_MAX 9

/* Does a word begin here? Chinese has no spaces between its words. */
static bool begins_word(const struct frequency_scan *scan, uint32_t at)
{
    if (at == scan->start)
        return true;
    char before = scan->text[at - 1];
    return scan->lang == LANG_ZH
               ? !ascii_is_alnum(before)
               : !frequency_is_letter(before) || frequency_space_ends(scan, at);
}

static bool is_digit_at(const struct frequency_scan *scan, uint32_t at)
{
    return at < scan->end && ascii_is_digit(scan->text[at]);
}

static bool are_three_digits_at(const struct frequency_scan *scan, uint32_t at)
{
    return is_digit_at(scan, at) && is_digit_at(scan, at + 1) &&
           is_digit_at(scan, at + 2) && !is_digit_at(scan, at + 3);
}

/* Bytes of what stands between two groups of digits here; 0 if nothing does. A
 * space may, in any language. */
static uint32_t thousands_at(const struct frequency_scan *scan, uint32_t at)
{
    uint32_t n = (uint32_t)(frequency_skip_spaces(scan, at) - at);
    if (!n && at < scan->end && scan->text[at] == scan->language->thousands)
        n = 1;
    return n && are_three_digits_at(scan, at + n) ? n : 0;
}

/* A point or a comma; the one that groups thousands only before another number
 * of digits than three. */
static bool is_point_at(const struct frequency_scan *scan, uint32_t at)
{
    return at < scan->end && strchr(".,", scan->text[at]) &&
           is_digit_at(scan, at + 1) &&
           (scan->text[at] == scan->language->decimal ||
            !are_three_digits_at(scan, at + 1));
}

/* Reads a number; returns its end, or at if there is none. */
static uint32_t read_decimal(const struct frequency_scan *scan, uint32_t at,
                             struct decimal *number)
{
    uint32_t start = at, n_group;
    unsigned n_digits = 0;
    bool after_point = false;
    *number = (struct decimal){0};
    while (at < scan->end && n_digits <= DIGITS_MAX) {
        if (is_digit_at(scan, at)) {
            number->digits = number->digits * 10 + (scan->text[at++] - '0');
            number->n_decimals += after_point;
            n_digits++;
        } else if (!after_point && n_digits &&
                   (n_group = thousands_at(scan, at))) {
            at += n_group;
        } else if (!after_point && n_digits && is_point_at(scan, at)) {
            after_point = true;
            at++;
        } else {
            break;
        }
    }
    return n_digits && n_digits <= DIGITS_MAX ? at : start;
}

static long power_of_ten(unsigned exponent)
{
    long power = 1;
    while (exponent--)
        power *= 10;
    return power;
}

/* ---- "1 in 200" ---- */

/* Does a number go on, so that it was not read whole: "1 in 5-10", "2 million",
 * "1 in 20%"? */
static bool goes_on(const struct frequency_scan *scan, uint32_t at)
{
    uint32_t n = (uint32_t)frequency_any_at(scan, at, scan->language->to);
    if (at < scan->end && scan->text[at] == '%')
        return true;
    if (n && is_digit_at(scan, at + n)) /* but "1 in 5 to 1 in 10" */
        return !(scan->text[at + n] == '1' && !is_digit_at(scan, at + n + 1));
    return at + 1 < scan->end && strchr("'.,:/", scan->text[at]) &&
           is_digit_at(scan, at + 1);
}

/* Turns one of number into people. */
static uint32_t take_one_of(const struct frequency_scan *scan, uint32_t at,
                            uint32_t end, const struct decimal *number,
                            struct frequency *frequency)
{
    if (number->n_decimals || number->digits < 2 || goes_on(scan, end) ||
        frequency_is_natural(number->digits))
        return at;
    frequency->low = frequency->high = 1;
    frequency->per = number->digits;
    return frequency_make_natural(frequency, ONE_IN_TWENTY) ? end : at;
}

/* The number of "1 in 200", "one woman in 200"; at if there is none. */
static uint32_t skip_one_in(const struct frequency_scan *scan, uint32_t at)
{
    const struct frequency_language *language = scan->language;
    uint32_t one = at + (uint32_t)frequency_any_at(scan, at, language->ones);
    if (one == at)
        return at;
    uint32_t in = one;
    if (frequency_phrase_at(scan, in, " ")) {
        uint32_t person = frequency_people_at(scan, in + 1);
        in = person > in + 1 ? person : in;
    }
    uint32_t n = (uint32_t)frequency_any_at(scan, in, language->ins);
    return n ? in + n : at;
}

static uint32_t read_one_in(const struct frequency_scan *scan, uint32_t at,
                            struct frequency *frequency)
{
    struct decimal number;
    uint32_t start = skip_one_in(scan, at);
    uint32_t end = start > at ? read_decimal(scan, start, &number) : start;
    if (end == start)
        return at;
    end = take_one_of(scan, at, end, &number, frequency);
    if (end > at && !frequency_context_is_one_in(scan, at, end))
        *frequency = (struct frequency){0};
    return end;
}

/* "每200人中有1人". */
static uint32_t read_each(const struct frequency_scan *scan, uint32_t at,
                          struct frequency *frequency)
{
    const struct frequency_language *language = scan->language;
    struct decimal number;
    uint32_t start =
        at + (uint32_t)frequency_any_at(scan, at, language->each_before);
    uint32_t end = start > at ? read_decimal(scan, start, &number) : at;
    uint32_t n = (uint32_t)frequency_any_at(scan, end, language->each_after);
    return end > start && n ? take_one_of(scan, at, end + n, &number, frequency)
                            : at;
}

/* Returns the end of a word after a space; at if there is none: "24 fewer of
 * 1,000". */
static uint32_t skip_word(const struct frequency_scan *scan, uint32_t at)
{
    uint32_t end = at + (uint32_t)frequency_phrase_at(scan, at, " ");
    while (end > at && end < scan->end && frequency_is_letter(scan->text[end]))
        end++;
    return end;
}

bool frequency_is_count(const struct frequency_scan *scan, uint32_t at)
{
    const struct frequency_language *language = scan->language;
    struct decimal number;
    if (!begins_word(scan, at))
        return false;
    uint32_t each = (uint32_t)frequency_any_at(scan, at, language->each);
    uint32_t end = each ? at + each : read_decimal(scan, at, &number);
    uint32_t in = (uint32_t)frequency_any_at(scan, end, language->out_of);
    if (!in && !each && end > at) {
        end = skip_word(scan, end);
        in = (uint32_t)frequency_any_at(scan, end, language->out_of);
    }
    return end > at && (each || in) &&
           read_decimal(scan, end + in, &number) > end + in &&
           !number.n_decimals && frequency_is_natural(number.digits);
}

/* ---- "0.5%" ---- */

/* The end of "%" or a word for it; at if there is none. */
static uint32_t read_percent_sign(const struct frequency_scan *scan,
                                  uint32_t at)
{
    uint32_t sign = frequency_skip_spaces(scan, at);
    if (frequency_phrase_at(scan, sign, "%"))
        return sign + 1;
    uint32_t n = (uint32_t)frequency_any_at(scan, at, scan->language->percent);
    bool goes_on = n && at + n < scan->end && scan->lang != LANG_ZH &&
                   frequency_is_letter(scan->text[at + n]) &&
                   frequency_skip_spaces(scan, at + n) == at + n;
    return goes_on ? at : at + n;
}

/* Reads "0.5%", "2 to 5%", "2% to 5%", and behind "between" "2% and 5%"; the
 * end, or at if there is none. */
static uint32_t read_percentages(const struct frequency_scan *scan, uint32_t at,
                                 bool is_between, struct decimal *low,
                                 struct decimal *high)
{
    uint32_t end = read_decimal(scan, at, low);
    if (end == at)
        return at;
    uint32_t sign = read_percent_sign(scan, end);
    uint32_t second =
        sign + (uint32_t)frequency_any_at(scan, sign, scan->language->to);
    if (second == sign && is_between)
        second += (uint32_t)frequency_any_at(scan, sign, scan->language->and_);
    uint32_t second_end =
        second > sign ? read_decimal(scan, second, high) : second;
    uint32_t second_sign =
        second_end > second ? read_percent_sign(scan, second_end) : second_end;
    if (second_sign > second_end)
        return second_sign;
    *high = *low;
    return sign > end ? sign : at;
}

/* Turns percentages into people; false if they are no share of people. */
static bool take_share(const struct decimal *low, const struct decimal *high,
                       struct frequency *frequency)
{
    unsigned n_decimals =
        low->n_decimals > high->n_decimals ? low->n_decimals : high->n_decimals;
    if (n_decimals > 4)
        return false;
    frequency->per = 100 * power_of_ten(n_decimals);
    frequency->low = low->digits * power_of_ten(n_decimals - low->n_decimals);
    frequency->high =
        high->digits * power_of_ten(n_decimals - high->n_decimals);
    return frequency->low && frequency->low <= frequency->high &&
           frequency->high < frequency->per &&
           frequency_make_natural(frequency, EXACT);
}

/* A percentage, or a range of them; what is no share of people has per 0. */
static uint32_t read_percent(const struct frequency_scan *scan, uint32_t at,
                             bool is_between, struct frequency *frequency)
{
    struct decimal low, high;
    uint32_t end = read_percentages(scan, at, is_between, &low, &high);
    if (end > at && !take_share(&low, &high, frequency))
        *frequency = (struct frequency){0};
    return end;
}

/* "less than", and the like: which bound; its end goes to *end. */
static enum frequency_bound read_bound(const struct frequency_scan *scan,
                                       uint32_t at, uint32_t *end)
{
    int bound = FREQUENCY_BOUND_COUNT - 1;
    for (; bound > FREQUENCY_EXACT; bound--) {
        size_t n = frequency_any_at(scan, at, scan->language->bounds[bound]);
        *end = at + (uint32_t)n;
        if (n)
            break;
    }
    return (enum frequency_bound)bound;
}

/* Bytes of the ending that a term may have in its language: "häufige". */
static uint32_t skip_ending(const struct frequency_scan *scan, uint32_t at)
{
    unsigned n_max =
        scan->lang == LANG_ES || scan->lang == LANG_FR || scan->lang == LANG_DE
            ? 2
            : 0;
    while (n_max-- && at < scan->end && ascii_is_lower(scan->text[at]))
        at++;
    return at;
}

/* Does a word stand as a leaflet's do: first in its block, or before a colon or
 * a bracket, as in "Common (1 in 10): rash"? */
static bool is_as_in_leaflets(const struct frequency_scan *scan, uint32_t at,
                              uint32_t end)
{
    uint32_t next = frequency_skip_spaces(scan, end);
    return at == scan->start ||
           (next < scan->end && strchr(":(", scan->text[next])) ||
           frequency_phrase_at(scan, next, "：") ||
           frequency_phrase_at(scan, next, "（");
}

/* "uncommon". */
static uint32_t read_term(const struct frequency_scan *scan, uint32_t at,
                          struct frequency *frequency)
{
    const struct frequency_language *language = scan->language;
    for (const struct frequency_term *term = language->terms;
         scan->with_terms && term->words; term++) {
        size_t n_bytes = frequency_phrase_at(scan, at, term->words);
        uint32_t end = skip_ending(scan, at + (uint32_t)n_bytes);
        if (!n_bytes || (scan->lang != LANG_ZH && end < scan->end &&
                         frequency_is_letter(scan->text[end]) &&
                         frequency_skip_spaces(scan, end) == end))
            continue;
        if (frequency_context_is_other(scan, at, end))
            return at;
        *frequency =
            (struct frequency){.low = term->low,
                               .high = term->high,
                               .per = term->per,
                               .bound = term->bound,
                               .term = true,
                               .loose = !is_as_in_leaflets(scan, at, end)};
        return end;
    }
    return at;
}

/* A figure in numbers, behind its bound. */
static uint32_t read_figure(const struct frequency_scan *scan, uint32_t at,
                            struct frequency *frequency)
{
    const struct frequency_language *language = scan->language;
    uint32_t before = at;
    bool is_between = false;
    for (const char *const *words = language->between; *words; words++) {
        size_t n = strlen(*words);
        is_between |= n <= at - scan->start &&
                      frequency_phrase_at(scan, at - (uint32_t)n, *words);
    }
    enum frequency_bound bound = read_bound(scan, at, &before);
    uint32_t end = read_each(scan, before, frequency);
    if (end == before)
        end = read_one_in(scan, before, frequency);
    if (end == before) {
        end = read_percent(scan, before, is_between, frequency);
        if (end > before && !frequency_context_is_share(scan, at, end))
            *frequency = (struct frequency){0};
    }
    if (frequency->low == frequency->high)
        frequency->bound = bound;
    return end > before ? end : at;
}

uint32_t frequency_read(const struct frequency_scan *scan, uint32_t at,
                        struct frequency *frequency)
{
    bool is_middle = at > scan->start && is_digit_at(scan, at) &&
                     strchr(".,/-", scan->text[at - 1]);
    *frequency = (struct frequency){0};
    if (!begins_word(scan, at) || is_middle)
        return at;
    uint32_t end = read_figure(scan, at, frequency);
    if (end == at)
        *frequency = (struct frequency){0};
    return end > at ? end : read_term(scan, at, frequency);
}
