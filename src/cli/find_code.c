/* Finds the article with a code, such as rxnorm:11289. */
#include "cli/find_code.h"

#include <string.h>

#include "base/i18n.h"
#include "base/number.h"
#include "cli/find_kind.h"
#include "index/catalogue.h"
#include "search/search.h"

#define ARTICLES_MAX 20 /* listed if several articles have the code */

/* Finds the articles with the code, one entry for each id. Returns how many
 * there are, and stores up to ARTICLES_MAX in out. */
static size_t find_having(struct finder *finder, const struct entry **out)
{
    const char *code = cli_code(finder->cli, NULL);
    const char *lang = cli_value(finder->cli, OPTION_LANG);
    const struct library *library =
        finder_candidates(finder, catalogue_coded, code);
    const char *last = NULL;
    size_t n = 0;
    for (size_t i = 0; i < library->n_entries; i++) {
        const struct entry *entry = library->by_id[i];
        if (entry->shadowed_by || !library_has_code(entry, code) ||
            (last && !strcmp(entry->id, last)))
            continue;
        last = entry->id;
        if (n < ARTICLES_MAX)
            out[n] = library_find_id(library, entry->id, lang);
        n++;
    }
    return n;
}

/* Reads the kind that all words together name. Returns NO_KIND if they name
 * none. */
static enum finder_outcome read_kind(struct finder *finder)
{
    if (!finder->n)
        return ARTICLE;
    const char *name = finder_join(finder, 0, finder->n);
    *finder->kind = kind_find(name);
    if (*finder->kind == KIND_NONE)
        *finder->kind = search_find_kind(name);
    if (*finder->kind == KIND_NONE)
        *finder->kind = finder_localized_kind(finder, name);
    if (*finder->kind == KIND_NONE)
        *finder->kind = find_kind(finder->cli, name);
    return *finder->kind == KIND_NONE ? NO_KIND : ARTICLE;
}

enum finder_outcome find_code(struct finder *finder)
{
    const struct entry *entries[ARTICLES_MAX];
    size_t n = find_having(finder, entries);
    *finder->kind = KIND_NONE;
    if (n != 1)
        return n ? SEVERAL_ARTICLES : NO_ARTICLE;
    finder_take(finder, entries[0], cli_value(finder->cli, OPTION_LANG));
    return read_kind(finder);
}

const char *find_code_query(struct finder *finder)
{
    const char *code = cli_code(finder->cli, NULL);
    return arena_printf(&finder->cli->arena, "code:%s%s%s", code,
                        finder->n ? " " : "",
                        finder->n ? finder_join(finder, 0, finder->n) : "");
}

void find_code_complain(struct finder *finder)
{
    struct cli *cli = finder->cli;
    const struct entry *entries[ARTICLES_MAX];
    size_t n = find_having(finder, entries);
    const char *typed = cli_value(cli, OPTION_CODE);
    if (!n && finder_has_articles(finder))
        cli_complain(cli, _("no article has the code %s"), typed);
    else if (n)
        cli_complain(cli, _("%zu articles have the code %s:"), n, typed);
    for (size_t i = 0; i < number_min(n, ARTICLES_MAX); i++)
        cli_complain(cli, "    %s (%s)", entries[i]->id, entries[i]->title);
    if (n > ARTICLES_MAX)
        cli_complain(cli, _("    and %zu more"), n - ARTICLES_MAX);
}
