/* From words to articles. */
#include "cli/target.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/lang.h"
#include "base/ascii.h"
#include "base/secure.h"
#include "base/strs.h"
#include "library/name.h"
#include "index/catalogue.h"

/* Beside the program, or where they were to be installed. */
static const char *installed_articles(struct cli *cli)
{
    static const char where[] = "/" MEDFAQ_BINDIR "/medfaq";
    const char *program = cli_program(cli);
    if (!str_ends(program, where))
        return MEDFAQ_PREFIX "/" MEDFAQ_ARTICLES;
    size_t n_prefix = strlen(program) - strlen(where);
    return arena_printf(&cli->arena, "%.*s/%s", (int)n_prefix, program,
                        MEDFAQ_ARTICLES);
}

const char **target_folders(struct cli *cli, size_t *n)
{
    return library_default_folders(&cli->arena, installed_articles(cli), n);
}

struct library *target_library(struct cli *cli)
{
    size_t n;
    const char **folders = target_folders(cli, &n);
    return library_open(folders, n);
}

static bool looks_like_path(const char *name)
{
    return strchr(name, '/') || str_ends(name, ".md") || str_equal(name, ".") ||
           str_equal(name, "..");
}

/* A path that is not there counts as a file, whose opening says why. */
static struct target target_at(struct cli *cli, const char *path)
{
    return (struct target){
        .type = file_is_folder(path) ? TARGET_FOLDER : TARGET_FILE,
        .path = arena_strdup(&cli->arena, path),
    };
}

void target_complain_empty(struct cli *cli, const char *const *folders,
                           size_t n)
{
    for (size_t i = 0; i < n; i++)
        cli_complain(cli, "%s: %s", folders[i],
                     access(folders[i], R_OK) == 0 ? "no articles"
                                                   : strerror(errno));
}

bool target_has_articles(struct cli *cli, const struct library *library)
{
    if (!library->n_entries)
        target_complain_empty(cli, library->folders, library->n_folders);
    return library->n_entries;
}

static const char *language_name(struct cli *cli, const char *tag)
{
    static const char *const names[LANG_COUNT] = {
        [LANG_EN] = "English", [LANG_ES] = "Spanish",    [LANG_FR] = "French",
        [LANG_DE] = "German",  [LANG_VI] = "Vietnamese", [LANG_ZH] = "Chinese",
    };
    enum lang lang = lang_find(tag);
    bool known = lang != LANG_EN || !ascii_ncasecmp(tag, "en", 2);
    return known ? names[lang] : arena_printf(&cli->arena, "\"%s\"", tag);
}

/* The file of an entry, with a note if its language is not the one asked for.
 */
static struct target choose(struct cli *cli, const struct entry *entry,
                            const char *lang)
{
    struct target target = target_at(cli, entry->path);
    if (lang && !name_same_language(entry->lang, lang))
        target.note = arena_printf(
            &cli->arena, "%s: there is no %s version; here is the %s one",
            entry->id, language_name(cli, lang),
            language_name(cli, entry->lang));
    return target;
}

/* An article by its name, if it need not be looked for in the files. That
 * takes seconds in a large library: its index knows, unless files came or went
 * since. To ask it writes beside it. */
static bool find_in_index(struct cli *cli, const char *name,
                          struct target *target)
{
    size_t n;
    const char **folders = target_folders(cli, &n);
    struct index *index = is_secure() ? NULL : index_open_large(folders, n);
    if (!index || !index_is_current(index)) {
        index_close(index);
        return false;
    }
    struct library *library = catalogue_named(index, name);
    const struct entry *entry =
        library_find(library, name, cli_value(cli, OPTION_LANG));
    if (entry)
        *target = choose(cli, entry, cli_value(cli, OPTION_LANG));
    library_free(library);
    index_close(index);
    return entry;
}

/* "peel.vi": a translation as its file is called. */
static const struct entry *find_translation(struct cli *cli,
                                            const struct library *library,
                                            const char *name, const char **lang)
{
    const char *dot = strrchr(name, '.');
    if (!dot || !lang_is_tag(dot + 1))
        return NULL;
    *lang = dot + 1;
    return library_find(
        library, arena_strndup(&cli->arena, name, (size_t)(dot - name)), *lang);
}

/* By its whole name, as a file, as a translation, by words that no other
 * article has. */
static bool find_in(struct cli *cli, const struct library *library,
                    const char *name, struct target *target)
{
    const char *lang = cli_value(cli, OPTION_LANG);
    const struct entry *entry = library_find(library, name, lang);
    if (!entry && access(name, F_OK) == 0) {
        *target = target_at(cli, name);
        return true;
    }
    if (!entry)
        entry = find_translation(cli, library, name, &lang);
    if (!entry && library_having(library, name, lang, &entry, 1) != 1)
        return false;
    *target = choose(cli, entry, lang);
    return true;
}

/* What one command line looks for; the library is opened when it must be. */
struct looking {
    struct cli *cli;
    int n;
    char **words;
    struct library *library;
    struct target *target;
    enum kind *kind;
};

static const char *join(const struct looking *looking, int first, int end)
{
    const char *text = looking->words[first];
    for (int i = first + 1; i < end; i++)
        text = arena_printf(&looking->cli->arena, "%s %s", text,
                            looking->words[i]);
    return text;
}

static const struct library *open_library(struct looking *looking)
{
    if (!looking->library)
        looking->library = target_library(looking->cli);
    return looking->library;
}

/* Do the words before end name something? */
static bool find(struct looking *looking, int end)
{
    struct cli *cli = looking->cli;
    const char *name = join(looking, 0, end);
    if (str_equal(name, "-")) {
        *looking->target = (struct target){.type = TARGET_INPUT};
        return true;
    }
    if (looks_like_path(name)) {
        *looking->target = target_at(cli, name);
        return true;
    }
    if (find_in_index(cli, name, looking->target))
        return true;
    return find_in(cli, open_library(looking), name, looking->target);
}

static bool begins_with_path(const struct looking *looking)
{
    return str_equal(looking->words[0], "-") ||
           looks_like_path(looking->words[0]);
}

/* The longest end that is a kind, by its id or its English label: where it
 * begins; 0 if there is none. */
static int find_kind(const struct looking *looking)
{
    for (int i = 1; i < looking->n; i++) {
        *looking->kind = kind_find(join(looking, i, looking->n));
        if (*looking->kind != KIND_NONE)
            return i;
    }
    return 0;
}

/* The longest end that is a kind in the words of the article that the others
 * name. */
static bool find_said_kind(struct looking *looking)
{
    for (int i = 1; i < looking->n; i++)
        if (find(looking, i) &&
            (*looking->kind = target_said_kind(looking->cli, looking->target,
                                               join(looking, i, looking->n))) !=
                KIND_NONE)
            return true;
    return false;
}

static bool find_words(struct looking *looking)
{
    struct cli *cli = looking->cli;
    int n = looking->n, end = find_kind(looking);
    if (end && find(looking, end))
        return true;
    if (end) {
        target_complain_absent(cli, join(looking, 0, end),
                               open_library(looking));
        return false;
    }
    if ((n == 1 || !begins_with_path(looking)) && find(looking, n))
        return true;
    if (find_said_kind(looking))
        return true;
    if (n > 1 && find(looking, n - 1))
        return (*looking->kind = target_kind(cli, looking->words[n - 1])) !=
               KIND_NONE;
    *looking->target =
        (struct target){.type = TARGET_WORDS, .path = join(looking, 0, n)};
    if (open_library(looking)->n_entries)
        return true;
    target_complain_absent(cli, looking->target->path, looking->library);
    return false;
}

static bool find_all(struct looking *looking)
{
    *looking->kind = KIND_NONE;
    if (!find_words(looking))
        return false;
    if (looking->target->note)
        cli_complain(looking->cli, "%s", looking->target->note);
    return true;
}

bool target_look(struct cli *cli, int n, char **words, struct target *target,
                 enum kind *kind)
{
    struct looking looking = {
        .cli = cli, .n = n, .words = words, .target = target, .kind = kind};
    bool found = find_all(&looking);
    library_free(looking.library);
    return found;
}

bool target_find(struct cli *cli, int n, char **words, struct target *target,
                 enum kind *kind)
{
    struct looking looking = {
        .cli = cli, .n = n, .words = words, .target = target, .kind = kind};
    bool found = find_all(&looking);
    if (found && target->type == TARGET_WORDS) {
        target_complain_absent(cli, target->path, open_library(&looking));
        found = false;
    }
    library_free(looking.library);
    return found;
}

const struct buf *target_input(struct cli *cli, struct error *err)
{
    if (!cli->has_input)
        cli->has_input =
            file_read_fd(STDIN_FILENO, ARTICLE_MAX_BYTES, &cli->input, err) ||
            error_prefix(err, "standard input: ");
    return cli->has_input ? &cli->input : NULL;
}

struct article *target_open(struct cli *cli, const struct target *target)
{
    struct error err;
    struct article *article = NULL;
    if (target->type == TARGET_INPUT) {
        const struct buf *input = target_input(cli, &err);
        if (input)
            article = article_parse(input->data, input->n_bytes, NULL);
    } else {
        article = article_open(target->path, &err);
    }
    if (!article)
        cli_complain(cli, "%s", err.message);
    return article;
}
