/* What language is a text in? */
#include "import/language.h"

#include <pthread.h>
#include <string.h>

#include "base/ascii.h"
#include "base/map.h"
#include "base/utf8.h"

/* A language is told by this many of its words, and this share of all. */
#define MIN_WORDS 3
#define MIN_PERCENT 8
#define SCRIPT_PERCENT 30
#define WORD_MAX_BYTES 15
#define LOOK_AT_BYTES 20000

/* Function words, which are the commonest of a language. Related languages
 * share some; the others tell them apart. */
static const struct {
    const char *tag;
    const char *words; /* with spaces between */
} languages[] = {
    {"en", "the of and to is that for with are not have this be from can you"},
    {"es",
     "el los las y que del por una con para es se su más como no usted si"},
    {"fr", "le les et des du une est que pour dans qui sur pas au avec vous"},
    {"de", "der die und das den von mit ist nicht ein eine auch auf sich sie"},
    {"vi", "và của là các có được không cho một trong người này những"},
    {"pt", "que uma não com os ao são em se por para mais do da você ou"},
    {"it", "il che di non per una con del della sono gli è dei si più o"},
    {"nl", "het een niet van dat zijn met voor deze u aan bij worden als"},
    {"sv", "och att är som på för inte eller den det med av kan ska om"},
    {"da", "og at er ikke på af til eller den det med kan skal som dig hvis"},
    {"no", "og er ikke på av til eller den det med kan skal som deg hvis å"},
    {"is", "og að er ekki á við eða sem ef til þú það fyrir með um"},
    {"fi", "ja on ei että tai jos ovat myös voi tämä sinun kun olla kuin"},
    {"et", "ja on ei et või kui see ka ning teie kui võib olla pärast"},
    {"lv", "un ir ja vai ar no kas nav par pēc jums jūs lai arī"},
    {"lt", "ir yra kad ar jei su jūs po bei iki arba gali būti kaip"},
    {"pl", "i nie w na z się do jest lub może jeśli przez oraz jak"},
    {"cs", "a se na je v pokud nebo jsou při že pro jako může které"},
    {"sk", "a sa na je v ak alebo sú pri že pre ako môže ktoré"},
    {"sl", "in je se na da ali če za pri so ne lahko kot ki"},
    {"hr", "i je se na da ili ako za su ne može kao koji što"},
    {"hu", "és az nem hogy vagy ha egy ez meg kell lehet mint ne is"},
    {"ro", "și de la în cu sau este pentru dacă mai nu din să o"},
    {"tr", "ve bir bu için ile veya da de olarak eğer çok değil gibi"},
    {"el", "και το η να για με που δεν είναι σε ή αν από του"},
    {"bg", "и на да се не за от или ако с е са при в"},
    {"ru", "и в не на что это или если с при для по как от"},
    {"uk", "і в не на що або якщо з при для та це як від"},
    {"ar", "في من على أو إلى هذا أن لا عن مع ما إذا"},
    {"fa", "در از به را این که و است با یا برای اگر"},
    {"he", "של על לא או את אם זה הוא עם כל גם"},
    {"hi", "है के में का से और को की हैं यह या नहीं"},
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

/* The languages of each word, a bit for each; made once, since the rows of a
 * large table are each guessed. */
static struct map languages_of;
static pthread_once_t languages_of_once = PTHREAD_ONCE_INIT;

static void make_languages_of(void)
{
    for (size_t i = 0; i < N_LANGUAGES; i++) {
        const char *word = languages[i].words;
        while (*word) {
            size_t n = strcspn(word, " ");
            map_put(&languages_of, word, n)->number |= (size_t)1 << i;
            word += n + (word[n] == ' ');
        }
    }
}

static void count_word(const char *word, size_t n_bytes,
                       size_t counts[N_LANGUAGES])
{
    char lower[WORD_MAX_BYTES];
    if (n_bytes > WORD_MAX_BYTES)
        return;
    ascii_lower_copy(lower, word, n_bytes);
    const struct map_entry *entry = map_find(&languages_of, lower, n_bytes);
    for (size_t i = 0; entry && i < N_LANGUAGES; i++)
        counts[i] += entry->number >> i & 1;
}

/* Chinese, Japanese, Korean and Thai are told by their script; they have no
 * spaces between words, or words that change their endings. NULL for others. */
static const char *guess_by_script(const char *text, size_t n_bytes)
{
    enum { HAN, KANA, HANGUL, THAI, N_SCRIPTS };
    static const char *const tags[] = {"zh", "ja", "ko", "th"};
    size_t n = 0, counts[N_SCRIPTS] = {0};
    for (size_t at = 0; at < n_bytes; n++) {
        uint32_t c;
        at += utf8_decode(text + at, n_bytes - at, &c);
        counts[HAN] += c >= 0x4E00 && c <= 0x9FFF;
        counts[KANA] += c >= 0x3040 && c <= 0x30FF;
        counts[HANGUL] += c >= 0xAC00 && c <= 0xD7A3;
        counts[THAI] += c >= 0x0E01 && c <= 0x0E5B;
    }
    if (counts[KANA]) /* beside Chinese characters, and never in Chinese */
        counts[KANA] += counts[HAN], counts[HAN] = 0;
    for (size_t i = 0; i < N_SCRIPTS; i++)
        if (counts[i] * 100 > n * SCRIPT_PERCENT)
            return tags[i];
    return NULL;
}

const char *language_guess(const char *text, size_t n_bytes)
{
    if (n_bytes > LOOK_AT_BYTES)
        n_bytes = utf8_floor(text, n_bytes, LOOK_AT_BYTES);
    const char *tag = guess_by_script(text, n_bytes);
    if (tag)
        return tag;
    size_t counts[N_LANGUAGES] = {0}, n_words = 0;
    pthread_once(&languages_of_once, make_languages_of);
    for (size_t at = 0, n; (n = next_word(text, n_bytes, &at)) > 0; at += n) {
        count_word(text + at, n, counts);
        n_words++;
    }
    size_t best = 0;
    bool is_tie = false;
    for (size_t i = 1; i < N_LANGUAGES; i++)
        if (counts[i] >= counts[best]) {
            is_tie = counts[i] == counts[best];
            best = is_tie ? best : i;
        }
    bool told = !is_tie && counts[best] >= MIN_WORDS &&
                counts[best] * 100 >= n_words * MIN_PERCENT;
    return told ? languages[best].tag : NULL;
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
