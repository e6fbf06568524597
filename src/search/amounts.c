/* Amounts in other units: "500mcg" is "0.5mg". */
#include "search/amounts.h"

#include <stdio.h>
#include <string.h>

#include "index/terms.h"

#define DIGITS_MAX 24

/* Each a thousand times the one before. */
static const char *const masses[] = {"ng", "mcg", "mg", "g", "kg", NULL};
static const char *const volumes[] = {"ml", "l", NULL};

/* A decimal number as its digits, the first n_whole of them before the sign. */
struct number {
    char digits[2 * DIGITS_MAX];
    size_t n, n_whole;
};

/* The unit behind the number; NULL if it does not fit. */
static const char *read_number(const char *text, struct number *number)
{
    bool after_sign = false;
    *number = (struct number){.n = 0};
    for (; *text && number->n < DIGITS_MAX; text++) {
        if (*text >= '0' && *text <= '9') {
            number->digits[number->n++] = *text;
            number->n_whole += !after_sign;
        } else if ((unsigned char)*text >= 0x80) {
            after_sign = true;
        } else {
            return text;
        }
    }
    return NULL;
}

/* Times a thousand, or a thousandth of it. */
static void shift(struct number *number, bool up)
{
    for (int i = 0; i < 3 && up; i++) {
        if (number->n_whole == number->n)
            number->digits[number->n++] = '0';
        number->n_whole++;
    }
    for (int i = 0; i < 3 && !up; i++) {
        if (number->n_whole == 0) {
            memmove(number->digits + 1, number->digits, number->n++);
            number->digits[0] = '0';
        } else {
            number->n_whole--;
        }
    }
}

/* As people write it: "0.5". */
static void write_number(const struct number *number, const char *sign,
                         struct buf *out)
{
    size_t start = 0, end = number->n;
    while (start < number->n_whole && number->digits[start] == '0')
        start++;
    while (end > number->n_whole && number->digits[end - 1] == '0')
        end--;
    if (start == number->n_whole)
        buf_add_char(out, '0');
    buf_add_n(out, number->digits + start, number->n_whole - start);
    if (end > number->n_whole) {
        buf_add(out, sign);
        buf_add_n(out, number->digits + number->n_whole, end - number->n_whole);
    }
}

/* The amount of a term in the next unit, larger or smaller. */
static void find_in(struct lookups *lookups, size_t i, struct number number,
                    bool up, const char *unit)
{
    struct buf word, text;
    shift(&number, up);
    buf_init(&word);
    buf_init(&text);
    write_number(&number, TERM_POINT, &word);
    buf_add(&word, unit);
    write_number(&number, ".", &text);
    buf_printf(&text, " %s", unit);
    if (lookups_count(lookups, word.data) > 0) {
        bool also = lookups->context->options->other_units;
        if (also)
            lookups_add(lookups, i, word.data, 1);
        notes_add(lookups->notes, also ? NOTE_ALSO : NOTE_AMOUNT,
                  lookups->query->terms[i].typed, text.data);
    }
    buf_finish(&word);
    buf_finish(&text);
}

static void find_in_units(struct lookups *lookups, size_t i,
                          const char *const *units)
{
    struct number number;
    const char *unit = read_number(lookups->query->terms[i].text, &number);
    for (size_t k = 0; unit && units[k]; k++) {
        if (strcmp(units[k], unit) != 0)
            continue;
        if (k > 0)
            find_in(lookups, i, number, true, units[k - 1]);
        if (units[k + 1])
            find_in(lookups, i, number, false, units[k + 1]);
    }
}

void amounts_add(struct lookups *lookups)
{
    for (size_t i = 0; i < lookups->query->n_terms; i++) {
        const struct query_term *term = &lookups->query->terms[i];
        if (term->type == QUERY_NOT || term->again)
            continue;
        find_in_units(lookups, i, masses);
        find_in_units(lookups, i, volumes);
    }
}
