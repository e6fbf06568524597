/* Numbers and units of doses, normalized to one spelling. */
#include "index/amount.h"

#include <string.h>

/* The names of units. Amounts are not converted here; the search does that. */
static const struct {
    char name[16], unit[8];
} units[] = {
    {"mg", "mg"},
    {"mgs", "mg"},
    {"milligram", "mg"},
    {"milligrams", "mg"},
    {"milligramme", "mg"},
    {"milligrammes", "mg"},
    {"miligramos", "mg"},
    {"miligramo", "mg"},
    {"milligramm", "mg"},
    {"mcg", "mcg"},
    {"mcgs", "mcg"},
    {"ug", "mcg"},
    {"\u03bcg", "mcg"},
    {"microgram", "mcg"},
    {"micrograms", "mcg"},
    {"microgramme", "mcg"},
    {"microgrammes", "mcg"},
    {"microgramos", "mcg"},
    {"mikrogramm", "mcg"},
    {"g", "g"},
    {"gm", "g"},
    {"gms", "g"},
    {"gram", "g"},
    {"grams", "g"},
    {"gramme", "g"},
    {"grammes", "g"},
    {"gramos", "g"},
    {"gramm", "g"},
    {"kg", "kg"},
    {"kgs", "kg"},
    {"kilogram", "kg"},
    {"kilograms", "kg"},
    {"kilo", "kg"},
    {"kilos", "kg"},
    {"ml", "ml"},
    {"mls", "ml"},
    {"millilitre", "ml"},
    {"millilitres", "ml"},
    {"milliliter", "ml"},
    {"milliliters", "ml"},
    {"mililitros", "ml"},
    {"cc", "ml"},
    {"l", "l"},
    {"litre", "l"},
    {"litres", "l"},
    {"liter", "l"},
    {"liters", "l"},
    {"litros", "l"},
    {"iu", "iu"},
    {"ius", "iu"},
    {"unit", "iu"},
    {"units", "iu"},
    {"mmhg", "mmhg"},
    {"mmol", "mmol"},
    {"mm", "mm"},
    {"cm", "cm"},
    {"ng", "ng"},
    {"nanogram", "ng"},
    {"nanograms", "ng"},
    {"mci", "mci"},
    {"kcal", "kcal"},
};

static bool is_digit(const char *at, const char *end)
{
    return at < end && *at >= '0' && *at <= '9';
}

static size_t n_digits(const char *at, const char *end)
{
    size_t n = 0;
    while (is_digit(at + n, end))
        n++;
    return n;
}

/* Returns the length of a decimal point or thousands separator, or 0.
 * TERM_POINT is accepted, too. */
static size_t separator_length(const char *at, const char *end)
{
    size_t n_point = sizeof TERM_POINT - 1;
    if (at < end && (*at == '.' || *at == ','))
        return 1;
    return (size_t)(end - at) > n_point && !memcmp(at, TERM_POINT, n_point)
               ? n_point
               : 0;
}

const char *amount_read_number(const char *at, const char *end,
                               char number[static AMOUNT_BYTES],
                               bool *has_separator)
{
    size_t n = 0, n_more;
    bool is_decimal = false, fits = true;
    *has_separator = false;
    while ((n_more = n_digits(at, end)) > 0) {
        fits = fits && n + n_more + 1 < AMOUNT_BYTES / 2;
        if (fits)
            memcpy(number + n, at, n_more);
        n += n_more;
        at += n_more;
        size_t n_separator = separator_length(at, end);
        if (is_decimal || !n_separator || !is_digit(at + n_separator, end))
            break;
        bool thousands = *at == ',' && n_digits(at + 1, end) == 3;
        fits = fits && n + sizeof TERM_POINT < AMOUNT_BYTES / 2;
        if (!thousands && fits)
            memcpy(number + n, TERM_POINT, sizeof TERM_POINT - 1);
        n += thousands ? 0 : sizeof TERM_POINT - 1;
        is_decimal = !thousands;
        *has_separator = true;
        at += n_separator;
    }
    while (fits && is_decimal && n > 1 && number[n - 1] == '0')
        n--;
    if (fits && is_decimal && (unsigned char)number[n - 1] >= 0x80)
        n -= sizeof TERM_POINT - 1;
    number[fits ? n : 0] = '\0';
    return at;
}

const char *amount_unit(const char *word, size_t n_bytes)
{
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (strlen(units[i].name) == n_bytes &&
            !memcmp(units[i].name, word, n_bytes))
            return units[i].unit;
    return NULL;
}
