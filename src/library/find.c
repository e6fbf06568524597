/* Finds entries by a name, by words or by a link. Works on any library: all
 * articles of some folders, or the few that the index finds. */
#include <stdlib.h>
#include <string.h>

#include "article/article.h"
#include "base/ascii.h"
#include "base/buf.h"
#include "base/file.h"
#include "library/library.h"
#include "library/name.h"

/* Rates how well an entry's language fits. Entries that cannot be opened are
 * rated lowest. */
static unsigned language_rank(const struct entry *entry, const char *lang)
{
    if (entry->problem)
        return 0;
    if (lang && !ascii_casecmp(entry->lang, lang))
        return 5;
    if (lang && name_same_language(entry->lang, lang))
        return 4;
    if (name_same_language(entry->lang, name_locale_language()))
        return 3;
    return name_same_language(entry->lang, "en") ? 2 : 1;
}

size_t library_first_of_id(const struct library *library, const char *id)
{
    size_t low = 0, high = library->n_entries;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(library->by_id[middle]->id, id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static const struct entry *entry_of_id(const struct library *library, size_t i,
                                       const char *id)
{
    return i < library->n_entries && !strcmp(library->by_id[i]->id, id)
               ? library->by_id[i]
               : NULL;
}

const struct entry *library_find_id(const struct library *library,
                                    const char *id, const char *lang)
{
    const struct entry *best = NULL, *entry;
    for (size_t i = library_first_of_id(library, id);
         (entry = entry_of_id(library, i, id)); i++) {
        if (!entry->shadowed_by &&
            (!best || language_rank(entry, lang) > language_rank(best, lang)))
            best = entry;
    }
    return best;
}

size_t library_translations(const struct library *library,
                            const struct entry *entry, const struct entry **out,
                            size_t n)
{
    size_t n_found = 0;
    const struct entry *other;
    for (size_t i = library_first_of_id(library, entry->id);
         n_found < n && (other = entry_of_id(library, i, entry->id)); i++) {
        if (!other->shadowed_by)
            out[n_found++] = other;
    }
    return n_found;
}

enum name_match { BY_EXACT_ID, BY_ID, BY_TITLE, BY_SYNONYM, NO_MATCH };

/* Returns how a name matches an entry; key is the name_key of asked. An exact
 * id is better than an id, so that of two ids that differ only in case, the one
 * as typed is found. */
static enum name_match match_name(const struct entry *entry, const char *asked,
                                  const char *key, struct buf *scratch)
{
    const char *name;
    if (!strcmp(entry->id, asked))
        return BY_EXACT_ID;
    for (size_t i = 0; (name = name_of_entry(entry, i)); i++) {
        if (!strcmp(name_key(name, scratch), key))
            return i == 0 ? BY_ID : i == 1 ? BY_TITLE : BY_SYNONYM;
    }
    return NO_MATCH;
}

const struct entry *library_find(const struct library *library,
                                 const char *name, const char *lang)
{
    struct buf key, scratch;
    buf_init(&key);
    buf_init(&scratch);
    name_key(name, &key);
    const struct entry *best = NULL;
    enum name_match best_match = NO_MATCH;
    for (size_t i = 0; i < library->n_entries; i++) {
        const struct entry *entry = &library->entries[i];
        if (entry->shadowed_by)
            continue;
        enum name_match match = match_name(entry, name, key.data, &scratch);
        if (match == NO_MATCH || match > best_match)
            continue;
        if (match < best_match ||
            language_rank(entry, lang) > language_rank(best, lang)) {
            best = entry;
            best_match = match;
        }
    }
    buf_finish(&scratch);
    buf_finish(&key);
    /* A name in one language may be used to find the article in another. */
    return best && lang ? library_find_id(library, best->id, lang) : best;
}

/* Tells whether a byte may be part of a word; all non-ASCII bytes may. */
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

static bool has_word_prefix(const char *name, const char *word)
{
    for (const char *at = name; (at = strstr(at, word)); at++)
        if (at == name || !is_word_part(at[-1]))
            return true;
    return false;
}

typedef bool word_test(const char *name, const char *word);

/* Tells whether a name has all words, by the test has. Splits words in
 * place. */
static bool has_words(const char *name, char *words, word_test *has)
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

static bool has_name_with(const struct entry *entry, const char *key,
                          struct buf *scratch, word_test *has)
{
    struct buf words;
    const char *name;
    bool found = false;
    buf_init(&words);
    for (size_t i = 0; !found && (name = name_of_entry(entry, i)); i++) {
        buf_clear(&words);
        buf_add(&words, key);
        found = has_words(name_key(name, scratch), words.data, has);
    }
    buf_finish(&words);
    return found;
}

size_t library_find_by_words(const struct library *library, const char *words,
                             const char *lang, const struct entry **out,
                             size_t n_max)
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
            !has_name_with(entry, key.data, &scratch, has_word))
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

bool library_has_code(const struct entry *entry, const char *key)
{
    for (size_t i = 0; i < entry->n_codes; i++)
        if (!strcmp(entry->codes[i], key))
            return true;
    return false;
}

bool library_name_matches(const struct entry *entry, const char *beginnings)
{
    struct buf key, scratch;
    buf_init(&key);
    buf_init(&scratch);
    name_key(beginnings, &key);
    bool found = has_name_with(entry, key.data, &scratch, has_word_prefix);
    buf_finish(&scratch);
    buf_finish(&key);
    return found;
}

/* Returns the entry of the file at path, whose base is known; NULL if there is
 * none. */
static const struct entry *entry_at(const struct library *library,
                                    const char *path, const char *base)
{
    struct file_stamp stamp;
    if (!file_stamp_get(path, &stamp))
        return NULL;
    for (size_t i = library_first_of_id(library, base);
         i < library->n_entries && !strcmp(library->by_id[i]->id, base); i++) {
        const struct file_stamp *stamp_of_entry = &library->by_id[i]->stamp;
        if (stamp_of_entry->device == stamp.device &&
            stamp_of_entry->inode == stamp.inode)
            return library->by_id[i];
    }
    for (size_t i = 0; library->n_renamed && i < library->n_entries; i++) {
        const struct entry *entry = &library->entries[i];
        if (entry->id != entry->base && !strcmp(entry->base, base) &&
            entry->stamp.device == stamp.device &&
            entry->stamp.inode == stamp.inode)
            return entry;
    }
    return NULL;
}

const struct entry *library_resolve(const struct library *library,
                                    const char *from_path, const char *target,
                                    const char *lang)
{
    struct arena arena;
    const char *id, *target_lang;
    arena_init(&arena);
    article_name_split(&arena, target, &id, &target_lang);
    char *path = file_beside(from_path ? from_path : "", target);
    const struct entry *entry = entry_at(library, path, id);
    /* "x.vi.md" means that file; "x.md" means the article in our language. */
    if (!entry || !*target_lang) {
        const struct entry *translation = library_find_id(
            library, entry ? entry->id : id, *target_lang ? target_lang : lang);
        if (!entry || (translation && lang &&
                       name_same_language(translation->lang, lang)))
            entry = translation;
    }
    free(path);
    arena_finish(&arena);
    return entry;
}
