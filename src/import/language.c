/* What language is a text in? */
#include "import/language.h"

#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"

/* A language is told by this many of its words, and this share of all. */
#define MIN_WORDS 3
#define MIN_PERCENT 8
#define HAN_PERCENT 30
#define WORD_MAX_BYTES 15
#define LOOK_AT_BYTES 20000

static const struct {
    const char *code;
    const char *words; /* that the other languages do not have; spaces around */
} languages[] = {
    {"en", " the of and to is that for with are not have this be from can "},
    {"es", " el los las y que del por una con para es se su más como no "},
    {"fr", " le les et des du une est que pour dans qui sur pas au avec "},
    {"de", " der die und das den von mit ist nicht ein eine auch auf sich "},
    {"vi", " và của là các có được không cho một trong người này những "},
};

#define N_LANGUAGES (sizeof languages / sizeof *languages)

static size_t next_word(const char *text, size_t n_bytes, size_t *at)
{
    while (*at < n_bytes && !ascii_is_alpha(text[*at]) && !(text[*at] & 0x80))
        (*at)++;
    size_t n = 0;
    while (*at + n < n_bytes &&
           (ascii_is_alpha(text[*at + n]) || (text[*at + n] & 0x80)))
        n++;
    return n;
}

static void count_word(const char *word, size_t n_bytes,
                       size_t counts[N_LANGUAGES])
{
    char wanted[WORD_MAX_BYTES + 3] = " ";
    if (n_bytes > WORD_MAX_BYTES)
        return;
    for (size_t i = 0; i < n_bytes; i++)
        wanted[i + 1] = ascii_lower(word[i]);
    strcpy(wanted + n_bytes + 1, " ");
    for (size_t i = 0; i < N_LANGUAGES; i++)
        counts[i] += strstr(languages[i].words, wanted) != NULL;
}

static bool is_chinese(const char *text, size_t n_bytes)
{
    size_t n = 0, n_han = 0;
    for (size_t at = 0; at < n_bytes; n++) {
        uint32_t code_point;
        at += utf8_decode(text + at, n_bytes - at, &code_point);
        n_han += code_point >= 0x4E00 && code_point <= 0x9FFF;
        if (code_point >= 0x3040 && code_point <= 0x30FF)
            return false; /* kana */
    }
    return n_han * 100 > n * HAN_PERCENT;
}

const char *language_guess(const char *text, size_t n_bytes)
{
    if (n_bytes > LOOK_AT_BYTES)
        n_bytes = utf8_floor(text, n_bytes, LOOK_AT_BYTES);
    if (is_chinese(text, n_bytes))
        return "zh";
    size_t counts[N_LANGUAGES] = {0}, n_words = 0;
    for (size_t at = 0, n; (n = next_word(text, n_bytes, &at)) > 0; at += n) {
        count_word(text + at, n, counts);
        n_words++;
    }
    size_t best = 0;
    for (size_t i = 1; i < N_LANGUAGES; i++)
        if (counts[i] > counts[best])
            best = i;
    bool told = counts[best] >= MIN_WORDS &&
                counts[best] * 100 >= n_words * MIN_PERCENT;
    return told ? languages[best].code : NULL;
}

/* ISO 639-2 and 639-3, and the tag; what a language of Europe or a large one of
 * elsewhere has. */
static const char codes[][3][4] = {
    {"ara", "", "ar"},    {"ben", "", "bn"},    {"bul", "", "bg"},
    {"cat", "", "ca"},    {"ces", "cze", "cs"}, {"dan", "", "da"},
    {"deu", "ger", "de"}, {"ell", "gre", "el"}, {"eng", "", "en"},
    {"est", "", "et"},    {"eus", "baq", "eu"}, {"fas", "per", "fa"},
    {"fin", "", "fi"},    {"fra", "fre", "fr"}, {"gle", "", "ga"},
    {"heb", "", "he"},    {"hin", "", "hi"},    {"hrv", "", "hr"},
    {"hun", "", "hu"},    {"ind", "", "id"},    {"isl", "ice", "is"},
    {"ita", "", "it"},    {"jpn", "", "ja"},    {"kor", "", "ko"},
    {"lav", "", "lv"},    {"lit", "", "lt"},    {"mlt", "", "mt"},
    {"nld", "dut", "nl"}, {"nor", "", "no"},    {"pol", "", "pl"},
    {"por", "", "pt"},    {"ron", "rum", "ro"}, {"rus", "", "ru"},
    {"slk", "slo", "sk"}, {"slv", "", "sl"},    {"spa", "", "es"},
    {"srp", "", "sr"},    {"swa", "", "sw"},    {"swe", "", "sv"},
    {"tam", "", "ta"},    {"tha", "", "th"},    {"tur", "", "tr"},
    {"ukr", "", "uk"},    {"urd", "", "ur"},    {"vie", "", "vi"},
    {"zho", "chi", "zh"},
};

const char *language_tag(const char *code)
{
    for (size_t i = 0; code && i < sizeof codes / sizeof *codes; i++)
        for (size_t j = 0; j < 3; j++)
            if (code[0] && ascii_casecmp(code, codes[i][j]) == 0)
                return codes[i][2];
    return NULL;
}
