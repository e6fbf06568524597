/* Articles by some words of what they are called. */
#include <string.h>

#include "base/ascii.h"
#include "base/buf.h"
#include "library/library.h"
#include "library/name.h"

/* What is no ASCII belongs to a word. */
static bool is_word_part(char c)
{
    return ascii_is_alnum(c) || (unsigned char)c >= 0x80;
}

static bool has_word(const char *name, const char *word)
{
    for (const char *at = name; (at = strstr(at, word)); at++)
        if ((at == name || !is_word_part(at[-1])) &&
            !is_word_part(at[strlen(word)]))
            return true;
    return false;
}

static bool has_beginning(const char *name, const char *word)
{
    for (const char *at = name; (at = strstr(at, word)); at++)
        if (at == name || !is_word_part(at[-1]))
            return true;
    return false;
}

typedef bool has_one(const char *name, const char *word);

/* words is cut up in passing. */
static bool has_words(const char *name, char *words, has_one *has)
{
    bool any = false;
    for (char *word; (word = strsep(&words, " "));) {
        if (!*word)
            continue;
        if (!has(name, word))
            return false;
        any = true;
    }
    return any;
}

static bool is_called(const struct entry *entry, const char *key,
                      struct buf *scratch, has_one *has)
{
    struct buf words;
    const char *name;
    bool is = false;
    buf_init(&words);
    for (size_t i = 0; !is && (name = name_of_entry(entry, i)); i++) {
        buf_clear(&words);
        buf_add(&words, key);
        is = has_words(name_key(name, scratch), words.data, has);
    }
    buf_finish(&words);
    return is;
}

size_t library_having(const struct library *library, const char *words,
                      const char *lang, const struct entry **out, size_t n_max)
{
    struct buf key, scratch;
    const char *last = "";
    size_t n = 0;
    buf_init(&key);
    buf_init(&scratch);
    name_key(words, &key);
    for (size_t i = 0; i < library->n_entries; i++) {
        const struct entry *entry = library->by_id[i];
        if (entry->problem || entry->shadowed_by || !strcmp(entry->id, last) ||
            !is_called(entry, key.data, &scratch, has_word))
            continue;
        last = entry->id;
        if (n < n_max)
            out[n] = library_find_id(library, last, lang);
        n++;
    }
    buf_finish(&scratch);
    buf_finish(&key);
    return n;
}

bool library_is_called(const struct entry *entry, const char *beginnings)
{
    struct buf key, scratch;
    buf_init(&key);
    buf_init(&scratch);
    name_key(beginnings, &key);
    bool is = is_called(entry, key.data, &scratch, has_beginning);
    buf_finish(&scratch);
    buf_finish(&key);
    return is;
}
