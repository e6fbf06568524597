/* Converts amounts to other units: "500mcg" to "0.5mg". */
#include "search/amounts.h"

#include <stdio.h>
#include <string.h>

#include "index/terms.h"

#define DIGITS_MAX 24

/* Each unit is a thousand times the one before it. */
static const char *const masses[] = {"ng", "mcg", "mg", "g", "kg", NULL};
static const char *const volumes[] = {"ml", "l", NULL};

/* A decimal number: its digits, n_whole of them before the decimal point. */
struct number {
    char digits[2 * DIGITS_MAX];
    size_t n, n_whole;
};

/* Reads the number that an amount begins with. Returns the unit after it, or
 * NULL if there are too many digits or no unit. */
static const char *read_number(const char *text, struct number *number)
{
    bool after_point = false;
    *number = (struct number){.n = 0};
    for (; *text && number->n < DIGITS_MAX; text++) {
        if (*text >= '0' && *text <= '9') {
            number->digits[number->n++] = *text;
            number->n_whole += !after_point;
        } else if ((unsigned char)*text >= 0x80) {
            after_point = true;
        } else {
            return text;
        }
    }
    return NULL;
}

/* Multiplies a number by 1,000, or divides it. */
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

/* Appends a number without superfluous zeros: "0.5". */
static void write_number(const struct number *number, const char *point,
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
        buf_add(out, point);
        buf_add_n(out, number->digits + number->n_whole, end - number->n_whole);
    }
}

/* Looks for the amount of a term in the next smaller unit (up, since its number
 * is larger) or the next larger one. */
static void find_in_unit(struct lookups *lookups, size_t i,
                         struct number number, bool up, const char *unit)
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
        search_notes_add(lookups->notes, also ? NOTE_ALSO : NOTE_AMOUNT,
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
            find_in_unit(lookups, i, number, true, units[k - 1]);
        if (units[k + 1])
            find_in_unit(lookups, i, number, false, units[k + 1]);
    }
}

void amounts_add(struct lookups *lookups)
{
    for (size_t i = 0; i < lookups->query->n_terms; i++) {
        const struct query_term *term = &lookups->query->terms[i];
        if (term->type == QUERY_NOT || term->is_repeated)
            continue;
        find_in_units(lookups, i, masses);
        find_in_units(lookups, i, volumes);
    }
}
