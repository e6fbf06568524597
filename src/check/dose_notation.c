/* A rule about doses that are misread: "5.0 mg" as 50, ".5 mg" as 5, "10 U" as
 * 100, "QD" as "QID", the sign for micro as m (ISMP's list of error-prone
 * abbreviations). English only. */
#include <string.h>

#include "base/ascii.h"
#include "base/i18n.h"
#include "check/rule.h"

static const char *const units[] = {
    "mg",   "g",     "ml",         "mcg",       "microgram",   "micrograms",
    "unit", "units", "milligrams", "milligram", "millilitres", NULL};

enum fault {
    FAULT_NONE,
    FAULT_TRAILING_ZERO,
    FAULT_NAKED_POINT,
    FAULT_UNIT,
    FAULT_DAILY,
    FAULT_MICRO,
};

/* "5.0": digits, a point, zeros. */
static bool has_trailing_zero(const char *word, size_t n_bytes)
{
    const char *point = memchr(word, '.', n_bytes);
    size_t n_zeros = 0;
    if (!point)
        return false;
    while (n_zeros < n_bytes && word[n_bytes - 1 - n_zeros] == '0')
        n_zeros++;
    return n_zeros && word + n_bytes - n_zeros == point + 1;
}

/* A point before the number, and nothing before the point. */
static bool has_naked_point(const struct prose *prose, size_t start)
{
    return start && prose->text[start - 1] == '.' &&
           (start == 1 || strchr(" (\n", prose->text[start - 2]));
}

/* U+00B5 or U+03BC, then g. */
static bool is_micro(const struct prose *prose, size_t at)
{
    const char *text = prose->text;
    at += text[at] == ' ';
    return (!strncmp(text + at, "\u00B5g", 3) ||
            !strncmp(text + at, "\u03BCg", 3)) &&
           !ascii_is_alnum(text[at + 3]) && text[at + 3] != '/';
}

/* "10U", "10 U" in capitals: no other U follows a number. */
static bool is_capital_u(const struct prose *prose, size_t at)
{
    const char *text = prose->article->text;
    at += text[at] == ' ';
    return text[at] == 'U' && !ascii_is_alnum(text[at + 1]) &&
           !strchr(".-'&/", text[at + 1] ? text[at + 1] : ' ');
}

static enum fault fault_of_number(const struct prose *prose, size_t word)
{
    const struct prose_word *at = &prose->words[word];
    const char *text = prose->text + at->start;
    size_t n_digits = strspn(text, "0123456789.,");
    size_t end =
        at->start +
        (n_digits < at->end - at->start ? n_digits : at->end - at->start);
    if (is_micro(prose, end))
        return FAULT_MICRO;
    if (is_capital_u(prose, end))
        return FAULT_UNIT;
    if (!prose_is_any(prose, word + 1, units) ||
        prose->text[prose->words[word + 1].end] == '/') /* of a test */
        return FAULT_NONE;
    if (has_trailing_zero(text, at->end - at->start))
        return FAULT_TRAILING_ZERO;
    return has_naked_point(prose, at->start) ? FAULT_NAKED_POINT : FAULT_NONE;
}

/* "QD", "QOD", "q.d.", "q.o.d.". */
static bool is_daily(const struct prose *prose, size_t word)
{
    const char *text = prose->article->text + prose->words[word].start;
    size_t n_bytes = prose->words[word].end - prose->words[word].start;
    return (n_bytes == 2 && !strncmp(text, "QD", 2)) ||
           (n_bytes == 3 && !strncmp(text, "QOD", 3)) ||
           !ascii_ncasecmp(text, "q.d.", 4) ||
           !ascii_ncasecmp(text, "q.o.d.", 6);
}

static enum fault fault_of(const struct prose *prose, size_t word)
{
    char first = prose->text[prose->words[word].start];
    if (first == 'q')
        return is_daily(prose, word) ? FAULT_DAILY : FAULT_NONE;
    return ascii_is_digit(first) ? fault_of_number(prose, word) : FAULT_NONE;
}

static const char *advice_on(enum fault fault)
{
    switch (fault) {
    case FAULT_TRAILING_ZERO:
        return _("If the decimal point is overlooked, the dose is read as "
                 "ten times as much. Leave out the zero after the point");
    case FAULT_NAKED_POINT:
        return _("Without a zero before it, the decimal point is easily "
                 "overlooked. Write 0 before the point");
    case FAULT_UNIT: return _("U can be read as 0. Write \"units\"");
    case FAULT_DAILY:
        return _("QD can be read as four times a day. Write \"once a day\"");
    default:
        return _("The sign for micro can be read as m. Write "
                 "\"micrograms\"");
    }
}

void rule_dose_notation(struct check *check)
{
    const struct prose *prose = &check->prose;
    for (size_t i = 0; check->english && i < prose->n_sentences; i++)
        for (size_t word = prose->sentences[i].first_word;
             word < prose->sentences[i].end_word && !report_is_full(check);
             word++) {
            enum fault fault = fault_of(prose, word);
            if (fault != FAULT_NONE)
                report_word(check, word, "%s", advice_on(fault));
        }
}
