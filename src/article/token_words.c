/* Words for numbers, negations and units. */
#include "article/token_words.h"

#include <string.h>

#include "base/strs.h"

static const char *const negations[LANG_COUNT][24] = {
    [LANG_EN] = {"no", "not", "never", "none", "nor", "neither", "nobody",
                 "nothing", "cannot", "without", "non", "except", "unless",
                 "avoid"},
    [LANG_ES] = {"no", "nunca", "jamás", "sin", "ni", "ningún", "ninguno",
                 "ninguna", "nadie", "nada", "tampoco", "salvo", "excepto",
                 "evite", "evitar"},
    [LANG_FR] = {"ne", "n", "pas", "jamais", "sans", "ni", "aucun", "aucune",
                 "rien", "non", "sauf", "évitez", "éviter"},
    [LANG_DE] = {"nicht", "kein", "keine", "keinen", "keinem", "keiner",
                 "keines", "nie", "niemals", "ohne", "weder", "noch", "nichts",
                 "niemand", "außer", "vermeiden"},
    [LANG_VI] = {"không", "chưa", "chẳng", "đừng", "chớ", "cấm", "trừ",
                 "tránh"},
    [LANG_ZH] = {"不", "没", "沒", "无", "無", "未", "勿", "别", "別", "莫",
                 "非", "禁", "忌", "免"},
};

static const char *const numbers[LANG_COUNT][40] = {
    [LANG_EN] = {"zero",     "one",     "two",    "three",   "four",
                 "five",     "six",     "seven",  "eight",   "nine",
                 "ten",      "eleven",  "twelve", "fifteen", "twenty",
                 "thirty",   "forty",   "fifty",  "sixty",   "hundred",
                 "thousand", "million", "half",   "third",   "quarter",
                 "once",     "twice",   "double", "triple",  "dozen",
                 "first",    "second"},
    [LANG_ES] = {"cero",   "uno",    "una",     "dos",   "tres",   "cuatro",
                 "cinco",  "seis",   "siete",   "ocho",  "nueve",  "diez",
                 "doce",   "veinte", "treinta", "cien",  "ciento", "mil",
                 "millón", "mitad",  "medio",   "media", "doble"},
    [LANG_FR] = {"zéro",   "un",    "une",    "deux",  "trois", "quatre",
                 "cinq",   "six",   "sept",   "huit",  "neuf",  "dix",
                 "douze",  "vingt", "trente", "cent",  "mille", "million",
                 "moitié", "demi",  "demie",  "double"},
    [LANG_DE] = {"null",    "ein",     "eine",    "einen",   "einem",
                 "einer",   "eins",    "zwei",    "drei",    "vier",
                 "fünf",    "sechs",   "sieben",  "acht",    "neun",
                 "zehn",    "zwölf",   "zwanzig", "dreißig", "hundert",
                 "tausend", "million", "halb",    "halbe",   "hälfte",
                 "einmal",  "zweimal", "dreimal", "doppelt"},
    [LANG_VI] = {"một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín",
                 "mười", "trăm", "nghìn", "ngàn", "triệu", "nửa", "rưỡi",
                 "đôi"},
    [LANG_ZH] = {"零", "一", "二", "两", "兩", "三", "四",
                 "五", "六", "七", "八", "九", "十", "百",
                 "千", "万", "萬", "亿", "億", "半", "倍"},
};

static const char *const units[] = {
    "mg",         "g",           "kg",      "mcg",      "µg",        "μg",
    "ng",         "ml",          "l",       "dl",       "iu",        "units",
    "unit",       "mmol",        "mmhg",    "tablet",   "tablets",   "capsule",
    "capsules",   "drop",        "drops",   "puff",     "puffs",     "spoon",
    "teaspoon",   "teaspoons",   "dose",    "doses",    "tableta",   "tabletas",
    "comprimido", "comprimidos", "gotas",   "comprimé", "comprimés", "gouttes",
    "tablette",   "tabletten",   "tropfen", "viên",     "giọt",      "片",
    "粒",         "克",
};

static const char *const fillers[] = {"do",   "does", "did", "any",
                                      "some", "doe",  "ha",  "be"};

static bool has(const char *const *list, size_t n, const char *word)
{
    for (size_t i = 0; i < n && list[i]; i++)
        if (str_equal(list[i], word))
            return true;
    return false;
}

uint32_t token_word_flags(const char *word, enum lang lang)
{
    uint32_t flags = 0;
    size_t n_negations = sizeof negations[0] / sizeof *negations[0];
    size_t n_numbers = sizeof numbers[0] / sizeof *numbers[0];
    if (has(negations[lang], n_negations, word) || str_ends(word, "n't"))
        flags |= TOKEN_NEGATION;
    if (has(numbers[lang], n_numbers, word))
        flags |= TOKEN_NUMBER;
    if (has(units, sizeof units / sizeof *units, word))
        flags |= TOKEN_UNIT;
    return flags;
}

bool token_word_is_filler_n(const char *word, size_t n_bytes)
{
    for (size_t i = 0; i < sizeof fillers / sizeof *fillers; i++)
        if (strlen(fillers[i]) == n_bytes &&
            memcmp(fillers[i], word, n_bytes) == 0)
            return true;
    return false;
}

bool token_word_is_filler(const char *word)
{
    return token_word_is_filler_n(word, strlen(word));
}
