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

#define LETTERS_LEAST 4 /* "EDS" is no plural */
#define LETTERS_MOST 48
#define SLOTS 2048
#define ARABIC_LEAST 12 /* bytes: six letters */

/* The order is part of the index: a new language goes to the end. */
static const struct {
    const char *lang, *stemmer;
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
    {"id", "indonesian"},
    {"ga", "irish"},
    {"lt", "lithuanian"},
    {"ar", "arabic"},
};

/* Only one thread at a time may use a stemmer. Each is made when it is first
 * needed and kept, since making one takes longer than stemming an article. */
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static struct sb_stemmer *stemmers[STEM_LANGUAGES];

/* Words that were stemmed lately, by their hashes. Most words of a text have
 * been there before, and stemming them again took a third of the time of a
 * search that prints 20 results. */
static struct stemmed {
    char word[LETTERS_MOST], stem[LETTERS_MOST];
    unsigned char n, n_stem, language;
} lately[SLOTS];

/* The library is loaded with the first stemmer: its tables are full of pointers
 * that are relocated at once, which took a fifth of the time until the reader
 * shows an article, and it shows that without a stemmer. */
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

static bool is_arabic(const char *word, size_t n)
{
    return n >= 2 && (unsigned char)word[0] >= 0xD8 &&
           (unsigned char)word[0] <= 0xDB;
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

/* Without its stems the index would be another, so without the library the
 * program ends, as it does without those that it is linked with. */
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

/* Stems a word in place. A few stems are one letter longer than the word, which
 * then stays as it is. */
static size_t run(unsigned language, char *word, size_t n)
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

/* The same, but a word that was stemmed lately only once. */
static size_t run_once(unsigned language, char *word, size_t n)
{
    pthread_mutex_lock(&mutex);
    struct stemmed *slot = &lately[map_hash(word, n) % SLOTS];
    if (slot->language != language || slot->n != n ||
        memcmp(slot->word, word, n) != 0) {
        memcpy(slot->word, word, n);
        memcpy(slot->stem, word, n);
        slot->language = (unsigned char)language;
        slot->n = (unsigned char)n;
        slot->n_stem = (unsigned char)run(language, slot->stem, n);
    }
    size_t n_stem = slot->n_stem;
    memcpy(word, slot->stem, n_stem);
    pthread_mutex_unlock(&mutex);
    return n_stem;
}

/* Spanish "lápices" is the plural of "lápiz". */
static size_t singular(unsigned language, char *word, size_t n)
{
    if (strcmp(languages[language].lang, "es") != 0 || n < 5 ||
        memcmp(word + n - 3, "ces", 3) != 0)
        return n;
    word[n - 3] = 'z';
    return n - 2;
}

/* Arabic "and", "in", "for" are written before the article: "w-al-su'al". */
static size_t drop_conjunction(char *word, size_t n)
{
    static const char letters[] = "وفبكل";
    static const char article[] = "ال";
    if (n < ARABIC_LEAST || memcmp(word + 2, article, 4) != 0)
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

size_t stem_word(unsigned language, char *word, size_t n)
{
    if (!has_letter(word, n))
        return n;
    if (is_arabic(word, n)) {
        language = stem_language("ar");
        n = drop_conjunction(word, n);
    }
    if (n >= LETTERS_LEAST && n <= LETTERS_MOST && !has_digit(word, n) &&
        languages[language].stemmer) {
        n = singular(language, word, n);
        n = run_once(language, word, n);
    }
    return add_mark(language, word, n);
}
