/* What is said where no article is called so. */
#include <string.h>

#include "base/clock.h"
#include "base/secure.h"
#include "base/strs.h"
#include "cli/command.h"
#include "cli/target.h"
#include "search/search.h"

#define NEAREST_MAX 3
#define HAVING_MAX 8 /* at least NEAREST_MAX */
#define INDEX_MS 200 /* for an index that is not there yet */

static void complain_of_names(struct cli *cli, const char *name,
                              const struct entry *const *entries, size_t n)
{
    cli_complain(cli, "no article is called \"%s\"%s", name,
                 n ? "; the nearest names are:" : "; medfaq list lists them");
    for (size_t i = 0; i < n; i++)
        cli_complain(cli, "    %s (%s)", entries[i]->id, entries[i]->title);
}

/* A mistyped command: one error in a short word, two in a longer one. */
static bool is_near(const char *name, const struct command *command)
{
    unsigned limit = strlen(name) > 4 ? 2 : 1;
    return command->name && str_distance(name, command->name, limit) <= limit;
}

bool target_is_near_command(const char *name)
{
    for (const struct command *command = commands; command->run; command++)
        if (is_near(name, command))
            return true;
    return false;
}

static bool is_late(void *context, const struct index_progress *progress)
{
    (void)progress;
    return clock_ms() > *(const int64_t *)context;
}

/* The index, if it has all articles or can have them at once; otherwise NULL.
 */
static struct index *open_index(const struct library *library)
{
    int64_t until = clock_ms() + INDEX_MS;
    struct index_progress progress;
    struct index *index =
        is_secure()
            ? index_open_memory(library->folders, library->n_folders, NULL)
            : index_open(library->folders, library->n_folders, NULL);
    if (index && !index_is_complete(index))
        index_update(index, &(struct index_watch){is_late, &until}, &progress,
                     NULL);
    if (index && index_is_complete(index))
        return index;
    index_close(index);
    return NULL;
}

static void tell_search(struct cli *cli, const char *words,
                        const struct library *library)
{
    struct index *index = open_index(library);
    if (!index) {
        cli_complain(cli, "    medfaq search %s looks into them", words);
        return;
    }
    const struct search_options options = {.lang = cli_value(cli, OPTION_LANG)};
    struct search_results *results = search_run(index, words, &options);
    if (results->n_found)
        cli_complain(cli, "    medfaq search %s finds %zu%s section%s", words,
                     results->n_found, results->is_cut ? "+" : "",
                     results->n_found == 1 ? "" : "s");
    search_results_free(results);
    index_close(index);
}

void target_complain_absent(struct cli *cli, const char *name,
                            const struct library *library)
{
    const struct entry *nearest[HAVING_MAX];
    bool any = target_has_articles(cli, library);
    size_t n = library_having(library, name, cli_value(cli, OPTION_LANG),
                              nearest, HAVING_MAX);
    size_t n_shown = n < HAVING_MAX ? n : HAVING_MAX;
    if (!n)
        n_shown = library_nearest(library, name, nearest, NEAREST_MAX);
    complain_of_names(cli, name, nearest, n_shown);
    if (n > n_shown)
        cli_complain(cli, "    and %zu more", n - n_shown);
    for (const struct command *command = commands; command->run; command++)
        if (is_near(name, command))
            cli_complain(cli, "    medfaq %s (a command)", command->name);
    if (any)
        tell_search(cli, name, library);
}
