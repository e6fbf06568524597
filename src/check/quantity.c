/* Quantities: "1,000 mg" in English is "1.000 mg" in Spanish. */
#include "check/quantity.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "text/frequency_words.h"

/* The forms of a unit, apart by spaces. What is a sign in all languages stands
 * in the first column alone. */
struct unit_row {
    enum unit unit;
    const char *signs;
    const char *names[LANG_COUNT];
};

static const struct unit_row units[] = {
    {UNIT_PERCENT, "%", {"percent", "", "", "Prozent", "", "\uFF05"}},
    {UNIT_MICROGRAM,
     "mcg \u00B5g \u03BCg",
     {"microgram micrograms", "microgramo microgramos",
      "microgramme microgrammes", "Mikrogramm", "microgam", "\u5FAE\u514B"}},
    {UNIT_MILLIGRAM,
     "mg",
     {"milligram milligrams", "miligramo miligramos",
      "milligramme milligrammes", "Milligramm", "miligam", "\u6BEB\u514B"}},
    {UNIT_KILOGRAM,
     "kg",
     {"kilogram kilograms kilo kilos", "kilo kilos kilogramo kilogramos",
      "kilo kilos kilogramme kilogrammes", "Kilogramm Kilo", "k\u00FD c\u00E2n",
      "\u516C\u65A4 \u5343\u514B"}},
    {UNIT_GRAM,
     "g",
     {"gram grams", "gramo gramos", "gramme grammes", "Gramm", "gam",
      "\u514B"}},
    {UNIT_MILLILITRE,
     "ml mL",
     {"millilitre millilitres milliliter milliliters", "mililitro mililitros",
      "millilitre millilitres", "Milliliter", "mililit", "\u6BEB\u5347"}},
    {UNIT_MINUTE,
     "min",
     {"minute minutes", "minuto minutos", "minute minutes", "Minute Minuten",
      "ph\u00FAt", "\u5206\u949F"}},
    {UNIT_HOUR,
     "h",
     {"hour hours", "hora horas", "heure heures", "Stunde Stunden",
      "gi\u1EDD ti\u1EBFng", "\u5C0F\u65F6 \u4E2A\u5C0F\u65F6"}},
    {UNIT_DAY,
     "",
     {"day days", "d\u00EDa d\u00EDas", "jour jours", "Tag Tage Tagen",
      "ng\u00E0y", "\u5929 \u65E5"}},
    {UNIT_WEEK,
     "",
     {"week weeks", "semana semanas", "semaine semaines", "Woche Wochen",
      "tu\u1EA7n", "\u5468 \u661F\u671F"}},
    {UNIT_MONTH,
     "",
     {"month months", "mes meses", "mois", "Monat Monate Monaten", "th\u00E1ng",
      "\u4E2A\u6708 \u6708"}},
    {UNIT_YEAR,
     "",
     {"year years", "a\u00F1o a\u00F1os", "an ans ann\u00E9e ann\u00E9es",
      "Jahr Jahre Jahren", "n\u0103m tu\u1ED5i", "\u5E74 \u5C81"}},
    {UNIT_TIMES,
     "",
     {"times", "veces vez", "fois", "mal", "l\u1EA7n", "\u6B21"}},
};

/* From nothing to twelve; other numbers are written in digits. */
static const char *const number_words[LANG_COUNT][13] = {
    [LANG_EN] = {"no", "one", "two", "three", "four", "five", "six", "seven",
                 "eight", "nine", "ten", "eleven", "twelve"},
    [LANG_ES] = {"ning", "un", "dos", "tres", "cuatro", "cinco", "seis",
                 "siete", "ocho", "nueve", "diez", "once", "doce"},
    [LANG_FR] = {"aucun", "un", "deux", "trois", "quatre", "cinq", "six",
                 "sept", "huit", "neuf", "dix", "onze", "douze"},
    [LANG_DE] = {"kein", "ein", "zwei", "drei", "vier", "f\u00FCnf", "sechs",
                 "sieben", "acht", "neun", "zehn", "elf", "zw\u00F6lf"},
    [LANG_VI] = {"kh\u00F4ng", "m\u1ED9t", "hai", "ba", "b\u1ED1n", "n\u0103m",
                 "s\u00E1u", "b\u1EA3y", "t\u00E1m", "ch\u00EDn",
                 "m\u01B0\u1EDDi", "m\u01B0\u1EDDi m\u1ED9t",
                 "m\u01B0\u1EDDi hai"},
    [LANG_ZH] = {"\u65E0", "\u4E00", "\u4E24", "\u4E09", "\u56DB", "\u4E94",
                 "\u516D", "\u4E03", "\u516B", "\u4E5D", "\u5341",
                 "\u5341\u4E00", "\u5341\u4E8C"},
};

bool quantity_knows(const char *lang)
{
    return lang_find(lang) != LANG_EN || !ascii_ncasecmp(lang, "en", 2);
}

static bool is_letter(char byte)
{
    return ascii_is_alpha(byte) || (unsigned char)byte >= 0x80;
}

/* The end of a form that stands at text, as a whole word; NULL if another word
 * does. Chinese has no spaces behind its words. */
static bool is_form(enum lang lang, const char *text, size_t n_left,
                    const char *form, size_t n_form)
{
    return n_form && n_form <= n_left && !ascii_ncasecmp(text, form, n_form) &&
           (lang == LANG_ZH || n_form == n_left || !is_letter(text[n_form]) ||
            *form == '%');
}

static bool has_form(enum lang lang, const char *text, size_t n_left,
                     const char *forms)
{
    while (forms && *forms) {
        size_t n = strcspn(forms, " ");
        if (is_form(lang, text, n_left, forms, n))
            return true;
        forms += n + (forms[n] == ' ');
    }
    return false;
}

static enum unit unit_at(enum lang lang, const char *text, uint32_t at,
                         uint32_t end)
{
    while (at < end && (text[at] == ' ' || text[at] == '-'))
        at++;
    if (at + 1 < end && !memcmp(text + at, "\u00A0", 2))
        at += 2;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (has_form(lang, text + at, end - at, units[i].signs) ||
            has_form(lang, text + at, end - at, units[i].names[lang]))
            return units[i].unit;
    return UNIT_NONE;
}

/* Do three digits, and no fourth, stand at this offset? */
static bool is_group(const char *text, uint32_t at, uint32_t end)
{
    for (uint32_t i = 0; i < 3; i++)
        if (at + i >= end || !ascii_is_digit(text[at + i]))
            return false;
    return at + 3 >= end || !ascii_is_digit(text[at + 3]);
}

/* Bytes of what separates thousands at this offset: the sign of the language,
 * or, outside English and Chinese, a space. 0: nothing does. */
static uint32_t separator_bytes(enum lang lang, const char *text, uint32_t at,
                                uint32_t end)
{
    static const char *const spaces[] = {" ", "\u00A0", "\u202F"};
    uint32_t n = text[at] == frequency_languages[lang].thousands;
    for (size_t i = 0; lang != LANG_EN && lang != LANG_ZH && !n && i < 3; i++) {
        uint32_t n_space = (uint32_t)strlen(spaces[i]);
        if (n_space < end - at && !memcmp(text + at, spaces[i], n_space))
            n = n_space;
    }
    return n && is_group(text, at + n, end) ? n : 0;
}

/* Reads digits with the separators of a language; returns the end. */
static uint32_t read_number(enum lang lang, const char *text, uint32_t at,
                            uint32_t end, double *value)
{
    const struct frequency_language *language = &frequency_languages[lang];
    double scale = 0;
    *value = 0;
    for (; at < end; at++) {
        if (ascii_is_digit(text[at])) {
            *value = scale > 0 ? *value + (text[at] - '0') * scale
                               : *value * 10 + (text[at] - '0');
            scale /= 10;
        } else if (scale > 0) {
            break;
        } else if (separator_bytes(lang, text, at, end)) {
            at += separator_bytes(lang, text, at, end) - 1;
        } else if (text[at] == language->decimal && at + 1 < end &&
                   ascii_is_digit(text[at + 1])) {
            scale = 0.1;
        } else {
            break;
        }
    }
    return at;
}

/* "Three times as many", "tres veces m\u00E1s": of nothing that is done. */
static bool is_multiple(enum lang lang, const char *text, uint32_t at,
                        uint32_t end)
{
    static const char *const after[LANG_COUNT] = {
        [LANG_EN] = "as more less higher lower greater the likelier that",
        [LANG_ES] = "m\u00E1s mayor menor superior menos el la que",
        [LANG_FR] = "plus moins sup\u00E9rieur que le la",
        [LANG_DE] = "so h\u00F6her mehr gr\u00F6\u00DFer h\u00E4ufiger",
        [LANG_VI] = "h\u01A1n so",
    };
    while (at < end && (is_letter(text[at]) || text[at] == '-'))
        at++;
    at += at < end && text[at] == ' ';
    return has_form(lang, text + at, end - at, after[lang]);
}

/* Reads a Chinese numeral from two to ninety-nine; returns the end, or at. */
static uint32_t read_characters(const char *text, uint32_t at, uint32_t end,
                                double *value)
{
    static const char digits[] = "\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D"
                                 "\u4E03\u516B\u4E5D\u5341\u4E24";
    uint32_t start = at;
    int sum = 0, digit = 0;
    for (; end - at >= 3; at += 3) {
        int i = 0;
        while (digits[3 * i] && memcmp(digits + 3 * i, text + at, 3))
            i++;
        if (!digits[3 * i] || (i != 9 && digit))
            break;
        if (i == 9)
            sum += 10 * (digit ? digit : 1);
        digit = i == 9 ? 0 : i == 10 ? 2 : i + 1;
    }
    *value = sum + digit;
    return *value > 1 ? at : start;
}

/* The end of the word for a number from two to twelve that stands at an offset,
 * or at. German joins what follows: "zweimal". */
static uint32_t read_word(enum lang lang, const char *text, uint32_t at,
                          uint32_t end, double *value)
{
    if (lang == LANG_ZH)
        return read_characters(text, at, end, value);
    for (int i = 12; i > 1; i--) {
        const char *word = number_words[lang][i];
        uint32_t n = (uint32_t)strlen(word);
        bool joined = lang == LANG_DE && n + 3 <= end - at &&
                      !ascii_ncasecmp(text + at + n, "mal", 3);
        *value = i;
        if (n <= end - at && !ascii_ncasecmp(text + at, word, n) &&
            (joined || is_form(lang, text + at, end - at, word, n)))
            return at + n;
    }
    return at;
}

/* Does what looks like a number belong to another word? "th\u00E1ng ba" is
 * March, "th\u1EE9 hai" Monday, "g\u1EA5p hai" twofold, "\u7B2C\u4E09" the
 * third. */
static bool is_of_other(enum lang lang, const char *text, uint32_t at)
{
    static const char *const before[LANG_COUNT][4] = {
        [LANG_VI] = {"th\u00E1ng ", "th\u1EE9 ", "g\u1EA5p "},
        [LANG_ZH] = {"\u7B2C", "\u661F\u671F", "\u5468"},
    };
    for (const char *const *form = before[lang]; *form; form++) {
        size_t n = strlen(*form);
        if (at >= n && !memcmp(text + at - n, *form, n))
            return true;
    }
    return false;
}

/* Reads "three days" and "twice a day". */
static bool find_in_words(enum lang lang, const char *text, uint32_t at,
                          uint32_t end, struct quantity *quantity)
{
    bool twice =
        lang == LANG_EN && is_form(lang, text + at, end - at, "twice", 5);
    double value = 2;
    uint32_t past = twice ? at + 5 : read_word(lang, text, at, end, &value);
    if (past == at || is_of_other(lang, text, at))
        return false;
    enum unit unit = twice ? UNIT_TIMES : unit_at(lang, text, past, end);
    uint32_t behind = past + (past < end && strchr(" -", text[past]));
    bool month = lang == LANG_ZH && end - past >= 3 &&
                 !memcmp(text + past, "\u6708", 3); /* "\u4E09\u6708": March */
    *quantity = (struct quantity){value, unit, at, past, true};
    return unit && !month &&
           !(unit == UNIT_TIMES &&
             is_multiple(lang, text, twice ? past : behind, end));
}

/* The word before an offset, in [*start, *end); false if something else than a
 * space stands between. */
static bool word_before(const char *text, uint32_t at, uint32_t *start,
                        uint32_t *end)
{
    if (!at || text[at - 1] != ' ')
        return false;
    *end = *start = at - 1;
    while (*start && ascii_is_alnum(text[*start - 1]))
        --*start;
    return *start < *end;
}

static bool is_before(const char *text, uint32_t at, const char *forms)
{
    uint32_t start, end;
    return word_before(text, at, &start, &end) &&
           has_form(LANG_EN, text + start, end - start, forms);
}

/* English says "aged 22", "children under 16" and "aged 2 to 4" where others
 * name the years. */
static bool is_age(const char *text, uint32_t at)
{
    uint32_t start, end;
    if (is_before(text, at, "age aged ages"))
        return true;
    if (!word_before(text, at, &start, &end))
        return false;
    if (has_form(LANG_EN, text + start, end - start, "of"))
        return is_before(text, start, "age ages");
    if (has_form(LANG_EN, text + start, end - start, "under over below above"))
        return is_before(text, start,
                         "aged children child people adults adult women men");
    return has_form(LANG_EN, text + start, end - start, "to and or") &&
           word_before(text, start, &start, &end) &&
           ascii_is_digit(text[start]) &&
           is_before(text, start, "age aged ages");
}

bool quantity_find(enum lang lang, const char *text, uint32_t at, uint32_t end,
                   struct quantity *quantity)
{
    for (uint32_t start = at; at < end && !ascii_is_digit(text[at]); at++)
        if ((lang == LANG_ZH || at == start || !is_letter(text[at - 1])) &&
            is_letter(text[at]) && find_in_words(lang, text, at, end, quantity))
            return true;
    if (at >= end)
        return false;
    *quantity = (struct quantity){.start = at};
    quantity->end = read_number(lang, text, at, end, &quantity->value);
    quantity->unit = unit_at(lang, text, quantity->end, end);
    if (lang == LANG_EN && !quantity->unit && is_age(text, quantity->start))
        quantity->unit = UNIT_YEAR;
    if (quantity->unit == UNIT_TIMES &&
        is_multiple(lang, text, quantity->end + 1, end))
        quantity->unit = UNIT_NONE;
    return true;
}

bool quantity_in_words(enum lang lang, double value, const char *text,
                       size_t n_bytes)
{
    if (value < 0 || value > 12 || value != (int)value)
        return false;
    const char *word = number_words[lang][(int)value];
    if (lang == LANG_EN && value == 1 && memmem(text, n_bytes, "once", 4))
        return true;
    size_t n = strlen(word);
    for (size_t i = 0; i + n <= n_bytes; i++)
        if (!ascii_ncasecmp(text + i, word, n) &&
            (lang == LANG_ZH || !i || !is_letter(text[i - 1])))
            return true;
    return false;
}
