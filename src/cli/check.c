/* medfaq check: prints messages for authors in the format of compilers.
 * --explain prints the explanations of rules. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/progress.h"
#include "base/platform.h"
#include "base/strs.h"
#include "check/check.h"
#include "check/names.h"
#include "check/pemat.h"
#include "cli/check_print.h"
#include "cli/command.h"
#include "cli/converted.h"
#include "cli/default_folders.h"
#include "library/glossary.h"

static bool counts(const struct checked *file, const struct message *message)
{
    return message->at.severity != SEVERITY_NOTE &&
           !check_is_fixed(file, message);
}

/* A list of paths, which it does not own. */
struct paths {
    const char **items;
    size_t n, capacity;
    bool of_folder; /* some of them come from a folder */
};

static void add_path(struct paths *paths, const char *path)
{
    paths->items = mem_grow(paths->items, paths->n, &paths->capacity,
                            sizeof *paths->items);
    paths->items[paths->n++] = path;
}

/* Returns the folders in which links are resolved: those named, then the
 * default ones. */
static struct paths list_folders(struct cli *cli, int n, char **arguments)
{
    struct paths folders = {0};
    size_t n_defaults;
    const char **defaults = default_folders(cli, &n_defaults);
    for (int i = 0; i < n; i++)
        if (file_is_folder(arguments[i]))
            add_path(&folders, arguments[i]);
    for (size_t i = 0; i < n_defaults; i++)
        add_path(&folders, defaults[i]);
    return folders;
}

static const char *folder_of(struct cli *cli, const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? arena_strndup(&cli->arena, path, (size_t)(slash - path) + 1)
                 : ".";
}

/* Reads the glossaries in the folders of the files, then those in the other
 * folders. */
static struct glossary *open_glossary(struct cli *cli, int n, char **arguments,
                                      const struct paths *folders)
{
    struct paths all = {0};
    for (int i = 0; i < n; i++) {
        if (file_is_folder(arguments[i]))
            continue;
        const char *folder = folder_of(cli, arguments[i]);
        if (!all.n || !str_equal(folder, all.items[all.n - 1]))
            add_path(&all, folder);
    }
    for (size_t i = 0; i < folders->n; i++)
        add_path(&all, folders->items[i]);
    struct glossary *glossary = glossary_open(all.items, all.n, "en");
    free(all.items);
    return glossary;
}

static int compare_paths(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void add_folder(struct paths *paths, const char *folder,
                       const struct library *library)
{
    size_t start = paths->n;
    paths->of_folder = true;
    for (size_t i = 0; i < library->n_entries; i++)
        if (str_equal(library->entries[i].folder, folder))
            add_path(paths, library->entries[i].path);
    if (paths->n > start)
        qsort(paths->items + start, paths->n - start, sizeof *paths->items,
              compare_paths);
}

static bool is_repeated(char **arguments, int i)
{
    for (int j = 0; j < i; j++)
        if (str_equal(arguments[j], arguments[i]))
            return true;
    return false;
}

static void show_progress(void *context, size_t n_done, size_t n_files)
{
    struct progress *progress = context;
    struct buf text;
    if (!progress_is_due(progress))
        return;
    buf_init(&text);
    buf_printf(&text, _("checking: %zu of %zu"), n_done, n_files);
    progress_draw(progress, (double)n_done / (double)n_files, text.data);
    buf_finish(&text);
}

/* Returns whether there are no messages other than notes. Complains of files
 * that cannot be checked. */
static bool is_clean(struct cli *cli, const struct batch *batch)
{
    bool clean = true;
    for (size_t i = 0; i < batch->n_files; i++) {
        const struct checked *file = &batch->files[i];
        if (file->problem)
            cli_complain(cli, "%s", file->problem);
        clean = clean && !file->problem;
        for (size_t j = 0; j < file->messages.n; j++)
            clean = clean && !counts(file, &file->messages.items[j]);
    }
    return clean;
}

/* The arguments, and the paths that are read instead, if they were
 * converted. */
struct check_sources {
    int n;
    const char **named;
    char **read;
};

/* Returns how to show a converted file: "leaf.pdf", or "site.zip: acne.md". */
static const char *shown_path(struct cli *cli, const char *path,
                              const struct check_sources *sources)
{
    for (int i = 0; i < sources->n; i++) {
        const char *named = sources->named[i], *read = sources->read[i];
        if (str_equal(named, read) || !str_starts(path, read))
            continue;
        const char *rest = path + strlen(read);
        return *rest ? arena_printf(&cli->arena, "%s: %s", named, rest + 1)
                     : named;
    }
    return path;
}

static void show_sources(struct cli *cli, struct batch *batch,
                         const struct check_sources *sources)
{
    for (size_t i = 0; i < batch->n_files; i++)
        batch->files[i].path = shown_path(cli, batch->files[i].path, sources);
}

/* Prints the checklist for each article. The messages of the check answer most
 * of it. */
static bool print_checklists(struct cli *cli, const struct paths *paths,
                             const struct check_context *context)
{
    bool all = true;
    for (size_t i = 0; i < paths->n; i++) {
        struct error err;
        struct article *article = article_open(paths->items[i], &err);
        if (!article) {
            cli_complain(cli, "%s", err.message);
            all = false;
            continue;
        }
        struct messages messages;
        struct buf text;
        buf_init(&text);
        messages_init(&messages, &article->arena);
        check_article(article, context, &messages);
        pemat_write(article, &messages, &text);
        cli_print_lines(cli, text.data);
        messages_finish(&messages);
        buf_finish(&text);
        article_free(article);
    }
    return all;
}

static bool run(struct cli *cli, int format, const struct paths *paths,
                const struct check_context *context,
                const struct check_sources *sources)
{
    struct batch batch;
    batch_init(&batch, context, paths->items, paths->n);
    batch.fix = cli_has(cli, OPTION_FIX);
    struct progress progress;
    progress_init(&progress);
    batch.progress = show_progress;
    batch.progress_context = &progress;
    batch_run(&batch);
    progress_clear(&progress);
    show_sources(cli, &batch, sources);
    check_print(cli, format, &batch);
    bool clean = is_clean(cli, &batch);
    if (paths->of_folder && format == check_format_find("text"))
        check_print_totals(cli, &batch);
    batch_finish(&batch);
    return clean;
}

/* Complains of articles in the checked folders that share id and language,
 * since readers see only one of them. Returns whether there are none. */
static bool complain_of_namesakes(struct cli *cli,
                                  const struct library *library,
                                  size_t n_folders)
{
    bool none = true;
    for (size_t i = 1; i < library->n_entries; i++) {
        const struct entry *one = library->by_id[i - 1];
        const struct entry *other = library->by_id[i];
        if (one->n_folder >= n_folders || other->n_folder >= n_folders ||
            !str_equal(one->id, other->id) ||
            !str_equal(one->lang, other->lang) ||
            file_stamp_equal(&one->stamp, &other->stamp))
            continue;
        cli_complain(cli,
                     _("%s and %s have the same id, \"%s\", so readers see "
                       "only one of them; rename one"),
                     one->path, other->path, one->id);
        none = false;
    }
    return none;
}

static enum exit_code check(struct cli *cli, int format,
                            const struct check_sources *sources)
{
    int n = sources->n;
    char **arguments = sources->read;
    struct paths paths = {0}, folders = list_folders(cli, n, arguments);
    struct library *library = library_open(folders.items, folders.n);
    struct glossary *glossary = open_glossary(cli, n, arguments, &folders);
    struct names *names = names_new(library);
    struct check_context context = {library, glossary, date_today(), names};
    for (int i = 0; i < n; i++)
        if (is_repeated(arguments, i))
            continue;
        else if (file_is_folder(arguments[i]))
            add_folder(&paths, arguments[i], library);
        else
            add_path(&paths, arguments[i]);
    size_t n_folders = 0;
    for (int i = 0; i < n; i++)
        n_folders += file_is_folder(arguments[i]);
    bool unique = complain_of_namesakes(cli, library, n_folders);
    for (size_t i = 0; i < glossary->n_problems; i++)
        cli_complain(cli, "%s:%u: %s", glossary->problems[i].path,
                     glossary->problems[i].line, glossary->problems[i].text);
    bool clean = (cli_has(cli, OPTION_CHECKLIST)
                      ? print_checklists(cli, &paths, &context)
                      : run(cli, format, &paths, &context, sources)) &&
                 !glossary->n_problems && unique;
    free(paths.items);
    free(folders.items);
    names_free(names);
    glossary_free(glossary);
    library_free(library);
    return clean ? EXIT_DONE : EXIT_NOT_FOUND;
}

static enum exit_code convert_and_check(struct cli *cli, int format, int n,
                                        char **arguments)
{
    struct check_sources sources = {.n = n, .read = arguments};
    sources.named = mem_alloc((size_t)n * sizeof *sources.named);
    memcpy(sources.named, arguments, (size_t)n * sizeof *sources.named);
    enum exit_code code = EXIT_NOT_FOUND;
    bool good = converted_replace(cli, (size_t)n, (const char **)arguments);
    if (good && cli->converted && cli_has(cli, OPTION_FIX))
        cli_complain(cli, _("--fix only changes Markdown files"));
    else if (good)
        code = check(cli, format, &sources);
    free(sources.named);
    return code;
}

/* Prints a label and a block of indented lines. */
static void print_example(struct cli *cli, const char *label, const char *text)
{
    cli_print(cli, "%s:", label);
    while (*text) {
        size_t n = strcspn(text, "\n");
        cli_print(cli, "    %.*s", (int)n, text);
        text += n + (text[n] == '\n');
    }
}

static void explain(struct cli *cli, const struct rule *rule)
{
    cli_print(cli, "%s %s (%s)", rule->code, rule->name,
              diagnostic_severity_name(rule->severity));
    cli_print(cli, "%s", _(rule->summary));
    cli_print(cli, "%s", "");
    help_print_paragraph(cli, _(rule->why), 0);
    cli_print(cli, "%s", "");
    print_example(cli, _("Wrong"), rule->wrong);
    print_example(cli, _("Right"), rule->right);
}

static void list_rules(struct cli *cli)
{
    for (const struct rule *rule = check_rules; rule->code; rule++)
        cli_print(cli, "%s  %-20s %s", rule->code, rule->name,
                  _(rule->summary));
}

/* Explains messages, given their codes or names. Lists all if none is given. */
static enum exit_code explain_all(struct cli *cli, int n, char **codes)
{
    if (!n)
        list_rules(cli);
    for (int i = 0; i < n; i++) {
        const struct rule *rule = check_rule_find(codes[i]);
        if (!rule) {
            cli_complain(cli,
                         _("no message has the code %s; to list all codes: "
                           "medfaq check --explain"),
                         codes[i]);
            return EXIT_USAGE;
        }
        if (i)
            cli_print(cli, "%s", "");
        explain(cli, rule);
    }
    return EXIT_DONE;
}

enum exit_code command_check(struct cli *cli, int n, char **arguments)
{
    const char *name = cli_value(cli, OPTION_FORMAT);
    int format = check_format_find(name ? name : "text");
    if (cli_has(cli, OPTION_EXPLAIN))
        return explain_all(cli, n, arguments);
    if (format < 0) {
        cli_complain(cli, _("--format=%s: use text, json or github"), name);
        return EXIT_USAGE;
    }
    if (!n) {
        cli_complain(cli, _("name the files or folders to check; try medfaq "
                            "check --help"));
        return EXIT_USAGE;
    }
    if (cli_has(cli, OPTION_FIX) && platform_is_secure()) {
        cli_complain(cli, _("--fix is not allowed while MEDFAQ_SECURE is set"));
        return EXIT_USAGE;
    }
    return convert_and_check(cli, format, n, arguments);
}
