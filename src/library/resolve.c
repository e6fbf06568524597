/* Where a link of an article leads. */
#include <stdlib.h>
#include <string.h>

#include "article/article.h"
#include "base/file.h"
#include "library/library.h"
#include "library/name.h"

/* The entry of an id that is the file at path; NULL if none is. */
static const struct entry *entry_at(const struct library *library,
                                    const char *path, const char *id)
{
    struct file_stamp stamp;
    if (!file_stamp_get(path, &stamp))
        return NULL;
    for (size_t i = library_first_of_id(library, id);
         i < library->n_entries && !strcmp(library->by_id[i]->id, id); i++) {
        const struct file_stamp *own = &library->by_id[i]->stamp;
        if (own->device == stamp.device && own->inode == stamp.inode)
            return library->by_id[i];
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
    /* "x.vi.md" means that file; "x.md" the article, in our language. */
    if (!entry || !*target_lang) {
        const struct entry *wanted =
            library_find_id(library, id, *target_lang ? target_lang : lang);
        if (!entry ||
            (wanted && lang && name_same_language(wanted->lang, lang)))
            entry = wanted;
    }
    free(path);
    arena_finish(&arena);
    return entry;
}
