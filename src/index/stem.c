/* Stems words with Snowball's stemmers. */
#include "index/stem.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include <libstemmer.h>

#include "base/map.h"
#include "base/mem.h"

#define STEMMED_MIN 4 /* bytes; "EDS" is not a plural */
#define STEMMED_MAX 48
#define SLOTS 2048
#define ARABIC_MIN 12 /* bytes: six letters */

/* The numbers are part of the index: add a new language at the end. */
static const struct {
    const char *lang, *stemmer;
    bool drops_prefixes;
} languages[STEM_LANGUAGES] = {
    [STEM_ENGLISH] = {"en", "english"},
    [STEM_NONE] = {"", NULL},
    {"es", "spanish"},
    {"fr", "french"},
    {"de", "german"},
    {"pt", "portuguese"},
    {"it", "italian"},
    {"nl", "dutch"},
    {"da", "danish"},
    {"nb", "norwegian"},
    {"no", "norwegian"},
    {"sv", "swedish"},
    {"fi", "finnish"},
    {"ru", "russian"},
    {"tr", "turkish"},
    {"ro", "romanian"},
    {"hu", "hungarian"},
    {"ca", "catalan"},
    {"el", "greek"},
    {"id", "indonesian", .drops_prefixes = true},
    {"ga", "irish", .drops_prefixes = true},
    {"lt", "lithuanian"},
    {"ar", "arabic"},
};

/* Only one thread at a time may use a stemmer. Each is created when it is first
 * needed and then kept, since creating one takes longer than stemming an
 * article. */
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static struct sb_stemmer *stemmers[STEM_LANGUAGES];

/* A cache of words stemmed recently, by hash. Most words of a text are
 * repeated, and stemming each of them took a third of the time of a search that
 * prints 20 results. */
static struct stemmed {
    char word[STEMMED_MAX], stem[STEMMED_MAX];
    unsigned char n, n_stem, language;
} cache[SLOTS];

/* The functions of libstemmer, which is loaded when the first stemmer is
 * needed. Its tables are full of pointers that the dynamic linker relocates at
 * once; that took a fifth of the time until the reader shows an article, for
 * which no stemmer is needed. */
static struct {
    __typeof__(&sb_stemmer_new) new;
    __typeof__(&sb_stemmer_stem) stem;
    __typeof__(&sb_stemmer_length) length;
} snowball;

unsigned stem_language(const char *lang)
{
    size_t n = strcspn(lang, "-_");
    for (unsigned i = 0; i < STEM_LANGUAGES; i++)
        if (languages[i].stemmer && strlen(languages[i].lang) == n &&
            !strncmp(languages[i].lang, lang, n))
            return i;
    return STEM_NONE;
}

static bool begins_arabic(char first)
{
    return (unsigned char)first >= 0xD8 && (unsigned char)first <= 0xDB;
}

static bool has_letter(const char *word, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if ((word[i] >= 'a' && word[i] <= 'z') ||
            (unsigned char)word[i] >= 0x80)
            return true;
    return false;
}

static bool has_digit(const char *word, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (word[i] >= '0' && word[i] <= '9')
            return true;
    return false;
}

static void *find_function(void *library, const char *name)
{
    void *function = library ? dlsym(library, name) : NULL;
    char reason[512];
    if (function)
        return function;
    const char *error = dlerror();
    snprintf(reason, sizeof reason,
             "cannot load the Snowball stemmers; install libstemmer: %s",
             error ? error : name);
    mem_end_program(reason);
}

/* Without the stemmers the index would be a different one, so the program ends
 * if libstemmer is missing, as it does for libraries that it is linked with. */
static void load_snowball(void)
{
    void *library = dlopen(MEDFAQ_LIBSTEMMER, RTLD_NOW | RTLD_LOCAL);
    *(void **)&snowball.new = find_function(library, "sb_stemmer_new");
    *(void **)&snowball.stem = find_function(library, "sb_stemmer_stem");
    *(void **)&snowball.length = find_function(library, "sb_stemmer_length");
}

static struct sb_stemmer *stemmer_of(unsigned language)
{
    if (!snowball.new)
        load_snowball();
    if (!stemmers[language])
        stemmers[language] = snowball.new(languages[language].stemmer, "UTF_8");
    if (!stemmers[language])
        mem_exhausted();
    return stemmers[language];
}

/* Stems a word in place. A few stems are longer than their word, which then
 * stays unchanged. */
static size_t stem_uncached(unsigned language, char *word, size_t n)
{
    struct sb_stemmer *stemmer = stemmer_of(language);
    const sb_symbol *stem =
        snowball.stem(stemmer, (const sb_symbol *)word, (int)n);
    if (!stem)
        mem_exhausted();
    size_t n_stem = (size_t)snowball.length(stemmer);
    if (n_stem == 0 || n_stem > n)
        return n;
    memcpy(word, stem, n_stem);
    return n_stem;
}

/* Stems a word in place, from the cache if it was stemmed recently. */
static size_t stem_cached(unsigned language, char *word, size_t n)
{
    pthread_mutex_lock(&mutex);
    struct stemmed *slot = &cache[map_hash(word, n) % SLOTS];
    if (slot->language != language || slot->n != n ||
        memcmp(slot->word, word, n) != 0) {
        memcpy(slot->word, word, n);
        memcpy(slot->stem, word, n);
        slot->language = (unsigned char)language;
        slot->n = (unsigned char)n;
        slot->n_stem = (unsigned char)stem_uncached(language, slot->stem, n);
    }
    size_t n_stem = slot->n_stem;
    memcpy(word, slot->stem, n_stem);
    pthread_mutex_unlock(&mutex);
    return n_stem;
}

/* Handles Spanish plurals that the stemmer misses: "lápices" of "lápiz". */
static size_t to_singular(unsigned language, char *word, size_t n)
{
    if (strcmp(languages[language].lang, "es") != 0 || n < 5 ||
        memcmp(word + n - 3, "ces", 3) != 0)
        return n;
    word[n - 3] = 'z';
    return n - 2;
}

/* Removes an Arabic conjunction or preposition ("and", "in", "for") that is
 * attached to a word before the article: "w-al-su'al". */
static size_t drop_conjunction(char *word, size_t n)
{
    static const char letters[] = "وفبكل";
    static const char article[] = "ال";
    if (n < ARABIC_MIN || memcmp(word + 2, article, 4) != 0)
        return n;
    for (const char *at = letters; *at; at += 2)
        if (!memcmp(word, at, 2)) {
            memmove(word, word + 2, n - 2);
            return n - 2;
        }
    return n;
}

static size_t add_mark(unsigned language, char *word, size_t n)
{
    const char mark[STEM_MARK_BYTES] = {'\xEE', '\x81',
                                        (char)(0x80 + language)};
    if (language == STEM_ENGLISH)
        return n;
    memcpy(word + n, mark, sizeof mark);
    return n + sizeof mark;
}

bool stem_may_drop_prefix(unsigned language, char first)
{
    return languages[language].drops_prefixes || begins_arabic(first);
}

size_t stem_word(unsigned language, char *word, size_t n)
{
    if (!has_letter(word, n))
        return n;
    if (n >= 2 && begins_arabic(word[0])) {
        language = stem_language("ar");
        n = drop_conjunction(word, n);
    }
    if (n >= STEMMED_MIN && n <= STEMMED_MAX && !has_digit(word, n) &&
        languages[language].stemmer) {
        n = to_singular(language, word, n);
        n = stem_cached(language, word, n);
    }
    return add_mark(language, word, n);
}
