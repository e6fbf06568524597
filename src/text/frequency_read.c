/* How frequencies are written: "1 in 200", "2 to 5%", "uncommon". */
#include "text/frequency_read.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"

/* A decimal number: digits, of which so many are behind the point. */
struct decimal {
    long digits;
    unsigned n_decimals;
};

#define DIGITS_MAX 9

static bool is_letter(char byte)
{
    return ascii_is_alnum(byte) || (unsigned char)byte >= 0x80;
}

/* Bytes of a phrase at a place, its case aside; 0 if it is not there. */
static size_t phrase_at(const struct frequency_scan *scan, uint32_t at,
                        const char *phrase)
{
    size_t n_bytes = strlen(phrase);
    return n_bytes <= scan->end - at &&
                   !ascii_ncasecmp(scan->text + at, phrase, n_bytes)
               ? n_bytes
               : 0;
}

static size_t any_phrase_at(const struct frequency_scan *scan, uint32_t at,
                            const char *const *phrases)
{
    size_t n_bytes = 0;
    for (; *phrases && !n_bytes; phrases++)
        n_bytes = phrase_at(scan, at, *phrases);
    return n_bytes;
}

/* Does a word begin here? Chinese has no spaces between its words. */
static bool begins_word(const struct frequency_scan *scan, uint32_t at)
{
    return at == scan->start || scan->lang == LANG_ZH ||
           !is_letter(scan->text[at - 1]);
}

static bool is_digit_at(const struct frequency_scan *scan, uint32_t at)
{
    return at < scan->end && ascii_is_digit(scan->text[at]);
}

static uint32_t skip_spaces(const struct frequency_scan *scan, uint32_t at)
{
    for (;;) {
        size_t n = phrase_at(scan, at, " ");
        n = n ? n : phrase_at(scan, at, "\u00A0");
        n = n ? n : phrase_at(scan, at, "\u202F");
        if (!n)
            return at;
        at += (uint32_t)n;
    }
}

/* Does a group of three digits follow the sign between thousands here? */
static bool is_thousands_at(const struct frequency_scan *scan, uint32_t at)
{
    return at < scan->end && scan->text[at] == scan->language->thousands &&
           is_digit_at(scan, at + 1) && is_digit_at(scan, at + 2) &&
           is_digit_at(scan, at + 3) && !is_digit_at(scan, at + 4);
}

/* Reads a number; returns its end, or at if there is none. */
static uint32_t read_decimal(const struct frequency_scan *scan, uint32_t at,
                             struct decimal *number)
{
    uint32_t start = at;
    unsigned n_digits = 0;
    bool after_point = false;
    *number = (struct decimal){0};
    for (; at < scan->end && n_digits <= DIGITS_MAX; at++) {
        if (is_digit_at(scan, at)) {
            number->digits = number->digits * 10 + (scan->text[at] - '0');
            number->n_decimals += after_point;
            n_digits++;
        } else if (!after_point && n_digits && is_thousands_at(scan, at)) {
            continue;
        } else if (!after_point && n_digits &&
                   scan->text[at] == scan->language->decimal &&
                   is_digit_at(scan, at + 1)) {
            after_point = true;
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

/* number of out_of as so many of per, rounded; *about: it is not exact. */
static long out_of_per(long number, long out_of, long per, bool *about)
{
    *about = number * per % out_of != 0;
    return (number * per + out_of / 2) / out_of;
}

/* The share of a number that rounding may change: a percentage stays exact. */
#define EXACT 0
#define ONE_IN_TWENTY 20

static bool is_near(long number, long out_of, long per, long share)
{
    bool about;
    long n = out_of_per(number, out_of, per, &about);
    long off = labs(n * out_of - number * per);
    return n > 0 && (share ? off * share <= number * per : !off);
}

/* Turns low to high of frequency->per into numbers out of the smallest of 100,
 * 1,000, ... that serves both. */
static bool make_natural(struct frequency *frequency, long share)
{
    long low = frequency->low, high = frequency->high, out_of = frequency->per;
    for (long per = 100; per <= 1000000; per *= 10) {
        if (!is_near(low, out_of, per, share) ||
            !is_near(high, out_of, per, share))
            continue;
        bool about_low, about_high;
        frequency->per = per;
        frequency->low = out_of_per(low, out_of, per, &about_low);
        frequency->high = out_of_per(high, out_of, per, &about_high);
        frequency->about = about_low || about_high;
        return true;
    }
    return false;
}

static bool is_natural_denominator(long number)
{
    return number == 100 || number == 1000 || number == 10000 ||
           number == 100000;
}

/* "1 in 200". Returns the end, or at if there is none. */
static uint32_t read_one_in(const struct frequency_scan *scan, uint32_t at,
                            struct frequency *frequency)
{
    struct decimal number;
    size_t n_before = any_phrase_at(scan, at, scan->language->one_in);
    uint32_t start = at + (uint32_t)n_before;
    uint32_t end = n_before ? read_decimal(scan, start, &number) : start;
    if (end == start || number.n_decimals || number.digits < 2 ||
        is_natural_denominator(number.digits) ||
        (end < scan->end && scan->text[end] == '%'))
        return at;
    *frequency = (struct frequency){.low = 1, .high = 1, .per = number.digits};
    return make_natural(frequency, ONE_IN_TWENTY) ? end : at;
}

/* Does one of some beginnings of words stand up to three words before? */
static bool stands_before(const struct frequency_scan *scan, uint32_t at,
                          const char *const *beginnings)
{
    unsigned n_words = 0;
    while (at > scan->start && n_words < 3) {
        at--;
        if (!begins_word(scan, at) || !is_letter(scan->text[at]))
            continue;
        if (any_phrase_at(scan, at, beginnings))
            return true;
        n_words += scan->lang != LANG_ZH ||
                   ((unsigned char)scan->text[at] & 0xC0) != 0x80;
        if (scan->text[at - (at > scan->start)] == '.')
            return false;
    }
    return false;
}

/* Do they stand next, or one word later? */
static bool stands_after(const struct frequency_scan *scan, uint32_t at,
                         const char *const *beginnings)
{
    for (unsigned i = 0; i < 2; i++) {
        at = skip_spaces(scan, at);
        if (any_phrase_at(scan, at, beginnings))
            return true;
        while (at < scan->end && is_letter(scan->text[at]))
            at++;
    }
    return false;
}

/* The end of "%" or a word for it; at if there is none. */
static uint32_t read_percent_sign(const struct frequency_scan *scan,
                                  uint32_t at)
{
    uint32_t sign = skip_spaces(scan, at);
    if (phrase_at(scan, sign, "%"))
        return sign + 1;
    return at + (uint32_t)any_phrase_at(scan, at, scan->language->percent);
}

/* Reads "0.5%", "2 to 5%", "2% to 5%"; the end, or at if there is none. */
static uint32_t read_percentages(const struct frequency_scan *scan, uint32_t at,
                                 struct decimal *low, struct decimal *high)
{
    uint32_t end = read_decimal(scan, at, low);
    if (end == at)
        return at;
    uint32_t sign = read_percent_sign(scan, end);
    uint32_t second =
        sign + (uint32_t)any_phrase_at(scan, sign, scan->language->to);
    uint32_t second_end =
        second > sign ? read_decimal(scan, second, high) : second;
    uint32_t second_sign =
        second_end > second ? read_percent_sign(scan, second_end) : second_end;
    if (second_sign > second_end)
        return second_sign;
    *high = *low;
    return sign > end ? sign : at;
}

/* A percentage of people, or a range of them. */
static uint32_t read_percent(const struct frequency_scan *scan, uint32_t at,
                             struct frequency *frequency)
{
    struct decimal low, high;
    uint32_t end = read_percentages(scan, at, &low, &high);
    if (end == at)
        return at;
    unsigned n_decimals =
        low.n_decimals > high.n_decimals ? low.n_decimals : high.n_decimals;
    long hundred = 100 * power_of_ten(n_decimals);
    long least = low.digits * power_of_ten(n_decimals - low.n_decimals);
    long most = high.digits * power_of_ten(n_decimals - high.n_decimals);
    if (n_decimals > 4 || !least || least > most || most >= hundred)
        return at;
    if (stands_before(scan, at, scan->language->not_before) ||
        stands_after(scan, end, scan->language->not_after))
        return end;
    *frequency = (struct frequency){.low = least, .high = most, .per = hundred};
    return make_natural(frequency, EXACT) ? end : at;
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
    uint32_t next = skip_spaces(scan, end);
    return at == scan->start ||
           (next < scan->end && strchr(":(", scan->text[next])) ||
           phrase_at(scan, next, "：") || phrase_at(scan, next, "（");
}

/* "uncommon". */
static uint32_t read_term(const struct frequency_scan *scan, uint32_t at,
                          struct frequency *frequency)
{
    const struct frequency_language *language = scan->language;
    for (const struct frequency_term *term = language->terms;
         scan->with_terms && term->words; term++) {
        size_t n_bytes = phrase_at(scan, at, term->words);
        uint32_t end = skip_ending(scan, at + (uint32_t)n_bytes);
        if (!n_bytes || (scan->lang != LANG_ZH && end < scan->end &&
                         is_letter(scan->text[end])))
            continue;
        if (stands_before(scan, at, language->other_before) ||
            stands_after(scan, end, language->other_after))
            return at;
        *frequency =
            (struct frequency){.low = term->low,
                               .high = term->high,
                               .per = term->per,
                               .term = true,
                               .loose = !is_as_in_leaflets(scan, at, end)};
        return end;
    }
    return at;
}

uint32_t frequency_read(const struct frequency_scan *scan, uint32_t at,
                        struct frequency *frequency)
{
    bool goes_on = at > scan->start && is_digit_at(scan, at) &&
                   strchr(".,/-", scan->text[at - 1]);
    *frequency = (struct frequency){0};
    if (!begins_word(scan, at) || goes_on)
        return at;
    uint32_t end = read_one_in(scan, at, frequency);
    end = end > at ? end : read_percent(scan, at, frequency);
    return end > at ? end : read_term(scan, at, frequency);
}
