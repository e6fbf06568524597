/* Compares names of articles, and language tags. */
#include "library/name.h"

#include <stdlib.h>
#include <string.h>

#include "article/article.h"
#include "base/ascii.h"
#include "base/fold.h"
#include "base/strs.h"

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

/* Tells whether there is a NAME.md beside NAME.LANG.md. */
static bool has_original(const char *path, const char *lang)
{
    size_t n_ending = str_ends(path, ".md") ? strlen(".md") : 0;
    size_t n = strlen(path) - n_ending - strlen(lang) - 1;
    struct buf original;
    buf_init(&original);
    buf_add_n(&original, path, n);
    buf_add(&original, ".md");
    struct file_stamp stamp;
    bool has = file_stamp_get(original.data, &stamp);
    buf_finish(&original);
    return has;
}

void name_of_file(struct arena *arena, const char *path,
                  const char *stated_lang, const char **id, const char **lang)
{
    article_name_split(arena, path, id, lang);
    if (**lang && !(stated_lang ? name_same_language(stated_lang, *lang)
                                : has_original(path, *lang))) {
        *id = arena_printf(arena, "%s.%s", *id, *lang);
        *lang = "";
    }
    if (stated_lang)
        *lang = arena_strdup(arena, stated_lang);
    else if (!**lang)
        *lang = "en";
}

const char *name_locale_language(void)
{
    static const char *const variables[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
        const char *value = getenv(variables[i]);
        if (value && *value)
            return value;
    }
    return "";
}

bool name_same_language(const char *a, const char *b)
{
    size_t n = strcspn(a, "-_.@");
    return n > 0 && n == strcspn(b, "-_.@") && !ascii_ncasecmp(a, b, n);
}
