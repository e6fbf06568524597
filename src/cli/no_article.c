/* Prints suggestions if no article has a name. */
#include <string.h>

#include "base/i18n.h"
#include "base/number.h"
#include "base/platform.h"
#include "base/strs.h"
#include "cli/command.h"
#include "cli/default_folders.h"
#include "cli/finder.h"
#include "index/catalogue.h"
#include "search/search.h"

#define NEAREST_MAX 3
#define NAMES_MAX 8  /* articles listed; at least NEAREST_MAX */
#define INDEX_MS 200 /* time limit for building a missing index */

static void complain_of_names(struct cli *cli, const char *name,
                              const struct entry *const *entries, size_t n)
{
    if (n)
        cli_complain(cli, _("no article called \"%s\". Did you mean:"), name);
    else
        cli_complain(cli,
                     _("no article called \"%s\"; to list them all: medfaq "
                       "list"),
                     name);
    for (size_t i = 0; i < n; i++)
        cli_complain(cli, "    %s (%s)", entries[i]->id, entries[i]->title);
}

/* Lists the articles that have the words in their names, or else those with
 * similar names. */
static void complain_of_nearest(struct finder *finder, const char *name)
{
    const struct entry *entries[NAMES_MAX];
    size_t n = library_find_by_words(
        finder_candidates(finder, catalogue_with_words, name), name,
        cli_value(finder->cli, OPTION_LANG), entries, NAMES_MAX);
    size_t n_shown = number_min(n, NAMES_MAX);
    if (!n)
        n_shown =
            library_nearest(finder_candidates(finder, catalogue_like, name),
                            name, entries, NEAREST_MAX);
    complain_of_names(finder->cli, name, entries, n_shown);
    if (n > n_shown)
        cli_complain(finder->cli, _("    and %zu more"), n - n_shown);
}

/* Returns whether a word is a command with one typing error, or two if it is
 * long. */
static bool is_near(const char *word, const struct command *command)
{
    unsigned limit = strlen(word) > 4 ? 2 : 1;
    return command->name && str_distance(word, command->name, limit) <= limit;
}

bool find_article_is_command(const char *word)
{
    for (const struct command *command = commands; command->run; command++)
        if (is_near(word, command))
            return true;
    return false;
}

static bool is_late(void *context, const struct index_progress *progress)
{
    (void)progress;
    return platform_now_ms() > *(const int64_t *)context;
}

/* Opens the index, and builds it if that takes no longer than INDEX_MS.
 * Otherwise the finder has none. */
static void make_index(struct finder *finder)
{
    int64_t until = platform_now_ms() + INDEX_MS;
    struct index_progress progress;
    size_t n;
    const char **folders = default_folders(finder->cli, &n);
    finder->index = platform_is_secure() ? index_open_memory(folders, n, NULL)
                                         : index_open(folders, n, NULL);
    if (finder->index && !index_is_complete(finder->index))
        index_update(finder->index, &(struct index_watch){is_late, &until},
                     &progress, NULL);
    if (finder->index && index_is_complete(finder->index))
        return;
    default_folders_close(finder->cli, finder->index);
    finder->index = NULL;
}

static void suggest_search(struct finder *finder, const char *words)
{
    struct cli *cli = finder->cli;
    if (!finder->index)
        make_index(finder);
    if (!finder->index) {
        cli_complain(cli, _("    to search the articles: medfaq search %s"),
                     words);
        return;
    }
    const struct search_options options = {.lang = cli_value(cli, OPTION_LANG)};
    struct search_results *results = search_run(finder->index, words, &options);
    size_t n = results->n_found;
    if (n)
        cli_complain(cli,
                     n_("    medfaq search %s finds %zu%s section",
                        "    medfaq search %s finds %zu%s sections", n),
                     words, n, results->is_cut ? "+" : "");
    search_results_free(results);
}

void no_article_complain(struct finder *finder)
{
    const char *name = finder->absent;
    bool any = finder_has_articles(finder);
    complain_of_nearest(finder, name);
    for (const struct command *command = commands; command->run; command++)
        if (is_near(name, command))
            cli_complain(finder->cli, _("    medfaq %s (a command)"),
                         command->name);
    if (any)
        suggest_search(finder, name);
}
