/* Finds the article that words name: library_find() and the like choose among
 * the articles that finder_candidates() returns. */
#include "cli/find_article.h"

#include <string.h>
#include <unistd.h>

#include "base/ascii.h"
#include "base/i18n.h"
#include "base/lang.h"
#include "base/platform.h"
#include "base/strs.h"
#include "cli/converted.h"
#include "cli/default_folders.h"
#include "cli/find_code.h"
#include "cli/find_kind.h"
#include "cli/finder.h"
#include "index/catalogue.h"
#include "library/name.h"
#include "search/search.h"

#define PREFIX_MIN 4 /* letters */

static struct article *read_article(struct cli *cli,
                                    const struct found_article *found,
                                    struct error *err)
{
    if (found->type != FOUND_INPUT) {
        struct article *article = article_open(found->path, err);
        if (article && found->id)
            article->id = arena_strdup(&article->arena, found->id);
        return article;
    }
    const struct buf *input = cli_input(cli, err);
    return input ? article_parse(input->data, input->n_bytes, NULL) : NULL;
}

static bool looks_like_path(const char *name)
{
    return strchr(name, '/') || str_ends(name, ".md") || str_equal(name, ".") ||
           str_equal(name, "..");
}

/* A path that does not exist is taken as a file, so that opening it gives the
 * reason. */
static void take_path(struct finder *finder, const char *path)
{
    *finder->found = (struct found_article){
        .type = file_is_folder(path) ? FOUND_FOLDER : FOUND_FILE,
        .path = arena_strdup(&finder->cli->arena, path),
    };
}

static const char *language_name(struct cli *cli, const char *tag)
{
    static const char *const names[LANG_COUNT] = {
        [LANG_EN] = N_("English"),    [LANG_ES] = N_("Spanish"),
        [LANG_FR] = N_("French"),     [LANG_DE] = N_("German"),
        [LANG_VI] = N_("Vietnamese"), [LANG_ZH] = N_("Chinese"),
    };
    enum lang lang = lang_find(tag);
    bool known = lang != LANG_EN || !ascii_ncasecmp(tag, "en", 2);
    return known ? _(names[lang]) : arena_printf(&cli->arena, "\"%s\"", tag);
}

void finder_take(struct finder *finder, const struct entry *entry,
                 const char *lang)
{
    struct cli *cli = finder->cli;
    take_path(finder, entry->path);
    finder->found->lang = arena_strdup(&cli->arena, entry->lang);
    finder->found->id = arena_strdup(&cli->arena, entry->id);
    finder->stale = finder->index && !finder->updated &&
                    !catalogue_is_fresh(finder->index, entry->path);
    if (lang && !name_same_language(entry->lang, lang))
        finder->found->note = arena_printf(
            &cli->arena, _("%s has no %s version; showing the %s one"),
            entry->id, language_name(cli, lang),
            language_name(cli, entry->lang));
}

/* Finds a translation by the name of its file: "peel.vi". */
static const struct entry *find_translation(struct finder *finder,
                                            const char *name, const char **lang)
{
    const char *dot = strrchr(name, '.');
    if (!dot || !lang_is_tag(dot + 1))
        return NULL;
    *lang = dot + 1;
    const char *base =
        arena_strndup(&finder->cli->arena, name, (size_t)(dot - name));
    return library_find(finder_candidates(finder, catalogue_named, base), base,
                        *lang);
}

/* Returns the only article with a name that begins with a prefix ("micro"), or
 * NULL if there is none or more than one. A word that is a known name or occurs
 * in the index is not a prefix. */
static const struct entry *find_by_prefix(struct finder *finder,
                                          const char *name, const char *lang)
{
    const struct library *library =
        finder_candidates(finder, catalogue_with_words, name);
    const struct entry *found = NULL;
    if (strlen(name) < PREFIX_MIN || strchr(name, ' ') ||
        search_knows_name(name) ||
        (finder->index && catalogue_has_word(finder->index, name)))
        return NULL;
    for (size_t i = 0; i < library->n_entries; i++) {
        const struct entry *entry = &library->entries[i];
        if (entry->problem || entry->shadowed_by ||
            !library_name_matches(entry, name))
            continue;
        if (found && strcmp(found->id, entry->id) != 0)
            return NULL;
        found = entry;
    }
    return found ? library_find_id(library, found->id, lang) : NULL;
}

/* Finds an article by its whole name, as a file, as a translation, or by words
 * that no other article has. */
static bool find_by_name(struct finder *finder, const char *name)
{
    const char *lang = cli_value(finder->cli, OPTION_LANG);
    const struct entry *entry = library_find(
        finder_candidates(finder, catalogue_named, name), name, lang);
    if (!entry && access(name, F_OK) == 0) {
        take_path(finder, name);
        return true;
    }
    if (!entry)
        entry = find_translation(finder, name, &lang);
    size_t n = 1;
    if (!entry)
        n = library_find_by_words(
            finder_candidates(finder, catalogue_with_words, name), name, lang,
            &entry, 1);
    bool is_by_prefix = !n && (entry = find_by_prefix(finder, name, lang));
    if (n != 1 && !is_by_prefix)
        return false;
    finder_take(finder, entry, lang);
    if (is_by_prefix)
        finder->found->note = arena_printf(&finder->cli->arena,
                                           _("no article called \"%s\"; "
                                             "showing %s"),
                                           name, entry->title);
    return true;
}

/* Returns whether the words from first up to, but not including, end name
 * something. */
static bool find_range(struct finder *finder, int first, int end)
{
    const char *name = finder_join(finder, first, end);
    if (str_equal(name, "-"))
        *finder->found = (struct found_article){.type = FOUND_INPUT};
    else if (looks_like_path(name))
        take_path(finder, name);
    else
        return find_by_name(finder, name);
    return true;
}

/* Returns whether the words before end name something. */
static bool find(struct finder *finder, int end)
{
    return find_range(finder, 0, end);
}

static bool begins_with_path(const struct finder *finder)
{
    return str_equal(finder->words[0], "-") ||
           looks_like_path(finder->words[0]);
}

/* Finds the longest end that is a kind, by its id or its English label. Returns
 * its first word, or 0 if there is none. */
static int find_named_kind(const struct finder *finder)
{
    for (int i = 1; i < finder->n; i++) {
        *finder->kind = kind_find(finder_join(finder, i, finder->n));
        if (*finder->kind != KIND_NONE)
            return i;
    }
    return 0;
}

enum kind finder_localized_kind(struct finder *finder, const char *name)
{
    if (finder->found->lang)
        return find_kind_in(name, finder->found->lang);
    struct article *article = read_article(finder->cli, finder->found, NULL);
    enum kind kind = article ? find_kind_in(name, article->lang) : KIND_NONE;
    article_free(article);
    return kind;
}

/* Finds the longest end that is a kind in the language of the article that the
 * words before it name. */
static bool find_with_localized_kind(struct finder *finder)
{
    for (int i = 1; i < finder->n; i++)
        if (find(finder, i) &&
            (*finder->kind = finder_localized_kind(
                 finder, finder_join(finder, i, finder->n))) != KIND_NONE)
            return true;
    return false;
}

/* Recognizes words that ask for a kind as in a search, after a name or before
 * it: "warfarin CI", "contra warfarin". */
static bool find_with_asked_kind(struct finder *finder)
{
    int n = finder->n;
    for (int i = 1; i < n; i++) {
        *finder->kind = search_find_kind(finder_join(finder, i, n));
        if (*finder->kind != KIND_NONE && find(finder, i))
            return true;
        *finder->kind = search_find_kind(finder_join(finder, 0, i));
        if (*finder->kind != KIND_NONE && find_range(finder, i, n))
            return true;
    }
    *finder->kind = KIND_NONE;
    return false;
}

static enum finder_outcome find_words(struct finder *finder)
{
    if (cli_has(finder->cli, OPTION_CODE))
        return find_code(finder);
    *finder->kind = KIND_NONE;
    int n = finder->n, end = find_named_kind(finder);
    finder->absent = finder_join(finder, 0, end ? end : n);
    if (end && (find(finder, end) || find_with_asked_kind(finder)))
        return ARTICLE;
    if (end)
        return NO_ARTICLE_OF_KIND;
    if ((n == 1 || !begins_with_path(finder)) && find(finder, n))
        return ARTICLE;
    if (find_with_localized_kind(finder) || find_with_asked_kind(finder))
        return ARTICLE;
    if (n == 1 || !find(finder, n - 1))
        return NO_ARTICLE;
    *finder->kind = find_kind(finder->cli, finder->words[n - 1]);
    return *finder->kind == KIND_NONE ? NO_KIND : ARTICLE;
}

/* Looks again in an updated index if nothing was found or what was found has
 * changed, since files may have been edited in place. */
static enum finder_outcome find_again(struct finder *finder)
{
    enum finder_outcome outcome = find_words(finder);
    bool is_sure = outcome == NO_KIND || (outcome == ARTICLE && !finder->stale);
    if (!is_sure && finder_update(finder))
        outcome = find_words(finder);
    return outcome;
}

/* Takes words that name nothing, or a code that several articles have, for a
 * search, unless there are no articles. */
static bool take_words(struct finder *finder)
{
    bool coded = cli_has(finder->cli, OPTION_CODE);
    *finder->found = (struct found_article){
        .type = FOUND_WORDS,
        .path =
            coded ? find_code_query(finder) : finder_join(finder, 0, finder->n),
    };
    if (finder_has_articles(finder))
        return true;
    no_article_complain(finder);
    return false;
}

static bool find_all(struct finder *finder, bool or_words)
{
    enum finder_outcome outcome = find_again(finder);
    bool found = outcome == ARTICLE;
    bool coded = cli_has(finder->cli, OPTION_CODE);
    if (or_words && outcome == (coded ? SEVERAL_ARTICLES : NO_ARTICLE))
        found = take_words(finder);
    else if (coded && (outcome == NO_ARTICLE || outcome == SEVERAL_ARTICLES))
        find_code_complain(finder);
    else if (outcome == NO_ARTICLE || outcome == NO_ARTICLE_OF_KIND)
        no_article_complain(finder);
    if (found && !converted_open(finder->cli, finder->found))
        found = false;
    if (found && finder->found->note)
        cli_complain(finder->cli, "%s", finder->found->note);
    finder_finish(finder);
    return found;
}

bool find_article_or_words(struct cli *cli, int n, char **words,
                           struct found_article *found, enum kind *kind)
{
    struct finder finder = {cli, n, words, .found = found, .kind = kind};
    return find_all(&finder, true);
}

bool find_article_named(struct cli *cli, int n, char **words,
                        struct found_article *found, enum kind *kind)
{
    struct finder finder = {cli, n, words, .found = found, .kind = kind};
    return find_all(&finder, false);
}

bool find_article_exists(struct cli *cli, const char *name)
{
    char *word = arena_strdup(&cli->arena, name);
    struct found_article found = {0};
    enum kind kind;
    struct finder finder = {cli, 1, &word, .found = &found, .kind = &kind};
    bool exists = find_again(&finder) == ARTICLE && found.lang;
    finder_finish(&finder);
    return exists;
}

struct article *find_article_open(struct cli *cli,
                                  const struct found_article *found)
{
    struct error err;
    struct article *article = read_article(cli, found, &err);
    if (!article)
        cli_complain(cli, "%s", err.message);
    return article;
}
