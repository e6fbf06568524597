/* Texts that programs often get wrong, with the expected results. */
#ifndef MEDFAQ_TESTS_SAMPLES_H
#define MEDFAQ_TESTS_SAMPLES_H

#include <stddef.h>

struct sample {
    const char *name, *text;
    size_t n_clusters; /* grapheme clusters of text */
    const char *safe;  /* the safe form in UTF-8; NULL: text itself */
    size_t cells;      /* cells of the safe form */
};

#define ZALGO "Z\u0334\u0321\u0352\u0358\u0349\u0318"
#define ZALGO_SAFE "Z\u0334\u0321\u0352\u0358<U+0349><U+0318>"
#define FAMILY "\U0001F468\u200D\U0001F469\u200D\U0001F467"
#define SCOTLAND                                                               \
    "\U0001F3F4\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F"

static const struct sample samples[] = {
    {"empty", "", 0, NULL, 0},
    {"ascii", "Risks: 3 (of 100)", 17, NULL, 17},
    {"precomposed", "caf\u00E9", 4, NULL, 4},
    {"decomposed", "cafe\u0301", 4, NULL, 4},
    {"vietnamese", "Tiếng Việt", 10, NULL, 10},
    {"vietnamese, decomposed", "Vie\u0323\u0302t", 4, NULL, 4},
    {"chinese", "疫苗", 2, NULL, 4},
    {"chinese and latin", "COVID-19疫苗。", 11, NULL, 14},
    {"kana", "か\u3099カ", 2, NULL, 4},
    {"hangul", "백신", 2, NULL, 4},
    {"hangul, conjoining", "\u1112\u1161\u11AB", 1, NULL, 2},
    {"thai", "\u0E27\u0E31\u0E04\u0E0B\u0E35\u0E19", 4, NULL, 4},
    {"devanagari", "\u0939\u093F\u0928\u094D\u0926\u0940", 3, NULL, 5},
    {"devanagari with joiner", "\u0915\u094D\u200D\u0937", 2, NULL, 2},
    {"persian with non-joiner", "\u0645\u06CC\u200C\u062E", 3, NULL, 3},
    {"hebrew with points", "\u05E9\u05B8\u05C1", 1, NULL, 1},
    {"emoji", "\U0001F489", 1, NULL, 2},
    {"emoji family", FAMILY, 1, NULL, 6},
    {"emoji with skin", "\U0001F44D\U0001F3FD", 1, NULL, 4},
    {"emoji presentation", "\u26A0\uFE0F", 1, "\u26A0", 1},
    {"keycap", "1\uFE0F\u20E3", 1, "1\u20E3", 1},
    {"flags", "\U0001F1FB\U0001F1F3\U0001F1EB\U0001F1F7", 2, NULL, 4},
    {"flag of tags", SCOTLAND, 1, "\U0001F3F4", 2},
    {"zalgo", ZALGO, 1, ZALGO_SAFE, 17},
    {"mark alone", "\u0301a", 2, "\u25CC\u0301a", 2},
    {"mark after a space", "a \u0301", 2, "a \u25CC\u0301", 3},
    {"unknown width", "\U0001FABF", 1, "<U+1FABF>", 9},
    {"noncharacter", "\uFFFF", 1, "<U+FFFF>", 8},
    {"escape", "\x1B[31mred\a", 9, "^[[31mred^G", 11},
    {"delete", "a\x7F", 2, "a^?", 3},
    {"tab and newline", "a\tb\nc", 5, "a b c", 5},
    {"c1",
     "\xC2\x9B"
     "31m",
     4, "\uFFFD31m", 4},
    {"bidi override", "a\u202Eb", 3, "a<U+202E>b", 10},
    {"bidi isolate", "\u2066x\u2069", 3, "<U+2066>x<U+2069>", 17},
    {"soft hyphen", "hyper\u00ADtension", 13, "hypertension", 12},
    {"zero width space", "a\u200Bb", 3, "ab", 2},
    {"inner byte order mark", "a\uFEFFb", 3, "ab", 2},
    {"mark after a control", "\x1B\u0301", 2, "^[\u25CC\u0301", 3},
    {"line separator", "a\u2028b", 3, "a b", 3},
    {"annotation", "\uFFF9x", 2, "<U+FFF9>x", 9},
};

#endif
