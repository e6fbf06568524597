/* Names of articles and languages, compared. */
#include "library/name.h"

#include <string.h>
#include <strings.h>

#include "base/fold.h"

const char *name_key(const char *name, struct buf *key)
{
    buf_clear(key);
    fold_text(name, strlen(name), FOLD_ALL, key);
    for (size_t i = 0; i < key->n_bytes; i++) {
        if (key->data[i] == '-' || key->data[i] == '_')
            key->data[i] = ' ';
    }
    return key->data;
}

const char *name_of_entry(const struct entry *entry, size_t i)
{
    if (i < 2)
        return i == 0 ? entry->id : entry->title;
    return i - 2 < entry->n_synonyms ? entry->synonyms[i - 2] : NULL;
}

bool name_same_language(const char *a, const char *b)
{
    size_t n = strcspn(a, "-_.@");
    return n > 0 && n == strcspn(b, "-_.@") && !strncasecmp(a, b, n);
}
