/* Dates as people and programs write them. */
#include "import/date_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/fold.h"
#include "base/strs.h"

/* How far into a text a date may begin: "Wednesday, 27 March 2024". */
#define MAX_WORDS 12

/* Beginnings of the months' names, folded, without those that begin another
 * word of the same list. */
static const char *const months[12][4] = {
    {"jan", "ene"}, {"feb", "fev"},  {"mar"},         {"apr", "abr", "avr"},
    {"may", "mai"}, {"jun", "juin"}, {"jul", "juil"}, {"aug", "ago", "aou"},
    {"sep", "set"}, {"oct", "okt"},  {"nov"},         {"dec", "dic", "dez"},
};

enum date_part { PART_NUMBER, PART_MONTH };

/* A number or a month's name, and what stands right after it. */
struct date_token {
    enum date_part part;
    int value;
    size_t n_digits;
    char after;
};

struct date_tokens {
    struct date_token items[3];
    size_t n;
};

static int month_of(const char *word, size_t n_bytes)
{
    if (n_bytes < 3)
        return 0;
    for (int month = 0; month < 12; month++)
        for (size_t i = 0; i < 4 && months[month][i]; i++)
            if (strncmp(word, months[month][i], strlen(months[month][i])) == 0)
                return month + 1;
    return 0;
}

static bool is_letter(char byte)
{
    return ascii_is_alpha(byte) || (byte & 0x80);
}

/* Ordinals ("27th") and what the Chinese write between the numbers end a
 * number as a space does. */
static const char *pass_number(const char *at, struct date_tokens *tokens)
{
    struct date_token token = {.part = PART_NUMBER};
    for (; ascii_is_digit(*at); at++, token.n_digits++)
        if (token.n_digits < 8)
            token.value = token.value * 10 + *at - '0';
    token.after = *at;
    tokens->items[tokens->n++] = token;
    static const char *const ordinals[] = {"st", "nd", "rd", "th", "er"};
    for (size_t i = 0; i < sizeof ordinals / sizeof *ordinals; i++)
        if (str_starts(at, ordinals[i]) && !is_letter(at[2]))
            return at + 2;
    return at;
}

/* "March 2027" is a whole date where another word follows. */
static bool is_month_and_year(const struct date_tokens *tokens)
{
    const struct date_token *items = tokens->items;
    return tokens->n == 2 && items[0].part == PART_MONTH &&
           items[1].part == PART_NUMBER && items[1].n_digits == 4;
}

/* Takes numbers and month names until there are three; other words are passed
 * over before the first and between, but end the date after the second. */
static void tokenize(const char *text, struct date_tokens *tokens)
{
    unsigned n_words = 0;
    for (const char *at = text; *at && tokens->n < 3 && n_words < MAX_WORDS;) {
        if (ascii_is_digit(*at)) {
            at = pass_number(at, tokens);
            if (*at == 'T' || *at == 't')
                return;
            continue;
        }
        size_t n = 0;
        while (is_letter(at[n]))
            n++;
        int month = n ? month_of(at, n) : 0;
        if (month)
            tokens->items[tokens->n++] =
                (struct date_token){.part = PART_MONTH, .value = month};
        else if ((*at == ':' && tokens->n > 0) ||
                 (n > 0 && is_month_and_year(tokens)))
            return;
        n_words += n > 0;
        at += n ? n : 1;
    }
}

static bool set_date(struct date *date, int year, int month, int day)
{
    char text[32];
    if (year < 1000 || year > 9999)
        return false;
    if (month && day)
        snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, day);
    else if (month)
        snprintf(text, sizeof text, "%04d-%02d", year, month);
    else
        snprintf(text, sizeof text, "%04d", year);
    return date_parse(text, date);
}

/* "27/03/2024", "03/27/2024", and "27.03.2024", which is never American. */
static bool set_numbers(struct date *date, const struct date_token *first,
                        const struct date_token *second, int year)
{
    if (first->after == '.' || first->value > 12)
        return set_date(date, year, second->value, first->value);
    if (second->value > 12)
        return set_date(date, year, first->value, second->value);
    if (first->value == second->value)
        return set_date(date, year, first->value, first->value);
    return set_date(date, year, 0, 0);
}

static bool is_year(const struct date_token *token)
{
    return token->part == PART_NUMBER && token->n_digits == 4;
}

static bool set_three(struct date *date, const struct date_token *items)
{
    if (is_year(&items[0]))
        return set_date(date, items[0].value, items[1].value, items[2].value);
    if (!is_year(&items[2]))
        return false;
    if (items[0].part == PART_MONTH)
        return set_date(date, items[2].value, items[0].value, items[1].value);
    if (items[1].part == PART_MONTH)
        return set_date(date, items[2].value, items[1].value, items[0].value);
    return set_numbers(date, &items[0], &items[1], items[2].value);
}

bool date_text_parse(const char *text, struct date *date)
{
    struct date_tokens tokens = {.n = 0};
    char *folded = fold_string(text, FOLD_ALL);
    tokenize(folded, &tokens);
    free(folded);
    const struct date_token *items = tokens.items;
    if (tokens.n > 0 && items[0].part == PART_NUMBER && items[0].n_digits == 8)
        return set_date(date, items[0].value / 10000,
                        items[0].value / 100 % 100, items[0].value % 100);
    if (tokens.n == 3)
        return set_three(date, items);
    if (tokens.n == 2 && is_year(&items[0]))
        return set_date(date, items[0].value, items[1].value, 0);
    if (tokens.n == 2 && is_year(&items[1]))
        return set_date(date, items[1].value, items[0].value, 0);
    return tokens.n == 1 && is_year(&items[0]) &&
           set_date(date, items[0].value, 0, 0);
}
