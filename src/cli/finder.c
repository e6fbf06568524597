/* Gets the articles that the words of a command line may mean: from the index
 * if there is one, else from the folders. */
#include "cli/finder.h"

#include "base/platform.h"
#include "cli/default_folders.h"

void finder_finish(struct finder *finder)
{
    library_free(finder->library);
    default_folders_close(finder->cli, finder->index);
    finder->library = NULL;
    finder->index = NULL;
}

bool finder_update(struct finder *finder)
{
    struct index_progress progress = {0};
    if (!finder->index || finder->updated)
        return false;
    finder->updated = true;
    if (default_folders_update(finder->cli, finder->index, false, &progress))
        return progress.n_read || progress.n_removed;
    finder_finish(finder);
    return true;
}

/* Opens the index when it is first needed; a path needs none. Even reading an
 * index writes files next to it, so it is not used under MEDFAQ_SECURE. */
static void open_index(struct finder *finder)
{
    size_t n;
    if (finder->opened)
        return;
    finder->opened = true;
    const char **folders = default_folders(finder->cli, &n);
    finder->index =
        platform_is_secure() ? NULL : index_open_complete(folders, n);
    if (finder->index &&
        !default_folders_are_current(finder->cli, finder->index))
        finder_update(finder);
}

const struct library *finder_candidates(struct finder *finder, finder_ask *ask,
                                        const char *name)
{
    open_index(finder);
    if (finder->index) {
        library_free(finder->library);
        finder->library = ask(finder->index, name);
    }
    if (finder->index && (index_mend(finder->index, DB_DONE) ||
                          !index_n_articles(finder->index)))
        finder_finish(finder); /* a damaged index is empty now */
    if (!finder->library)
        finder->library = default_folders_library(finder->cli);
    return finder->library;
}

const char *finder_join(const struct finder *finder, int first, int end)
{
    const char *text = finder->words[first];
    for (int i = first + 1; i < end; i++)
        text =
            arena_printf(&finder->cli->arena, "%s %s", text, finder->words[i]);
    return text;
}

bool finder_has_articles(struct finder *finder)
{
    size_t n;
    const char **folders = default_folders(finder->cli, &n);
    open_index(finder);
    bool any = finder->index ? index_n_articles(finder->index) > 0
                             : finder_candidates(finder, NULL, NULL)->n_entries;
    if (!any)
        default_folders_complain(finder->cli, folders, n);
    return any;
}
