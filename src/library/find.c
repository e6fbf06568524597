/* From a name to an entry: ids, titles, synonyms. */
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/buf.h"
#include "library/library.h"
#include "library/name.h"

/* How much an entry's language is wanted; what cannot be opened comes last. */
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

enum name_match { BY_ID, BY_TITLE, BY_SYNONYM, NO_MATCH };

static enum name_match match_name(const struct entry *entry, const char *key,
                                  struct buf *scratch)
{
    const char *name;
    for (size_t i = 0; (name = name_of_entry(entry, i)); i++) {
        if (!strcmp(name_key(name, scratch), key))
            return i < BY_SYNONYM ? (enum name_match)i : BY_SYNONYM;
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
        enum name_match match = match_name(entry, key.data, &scratch);
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
    /* A name in one language may ask for the article in another. */
    return best && lang ? library_find_id(library, best->id, lang) : best;
}
