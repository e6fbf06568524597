/* medfaq list: the articles of a library. */
#include "cli/list.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/grapheme.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/safe.h"
#include "base/strs.h"
#include "cli/command.h"
#include "cli/converted.h"
#include "cli/default_folders.h"
#include "data/json.h"
#include "index/catalogue.h"
#include "library/name.h"

#define ID_CELLS_MAX 32 /* on a terminal a longer id has its own line */
#define HANG_CELLS 4    /* of lines that are wider than the terminal */

/* With more rows than these, looking through the folders is quicker than
 * looking at their files one by one. */
#define CHECKED_ROWS_MAX 200

/* The entries of a library that are printed. */
struct listing {
    const struct library *library;
    const struct entry **entries;
    size_t n;
};

static size_t id_cells(struct cli *cli, const struct entry *entry)
{
    char *id = safe_string(entry->id, &cli->charset);
    size_t cells = grapheme_text_cells(id, strlen(id));
    free(id);
    return cells;
}

static size_t widest_id(struct cli *cli, const struct listing *listing)
{
    size_t widest = 0, most = cli_wraps(cli) ? ID_CELLS_MAX : SIZE_MAX;
    for (size_t i = 0; i < listing->n; i++) {
        size_t cells = id_cells(cli, listing->entries[i]);
        if (cells > widest && cells <= most)
            widest = cells;
    }
    return widest;
}

static void add_spaces(struct buf *out, size_t cells, size_t wanted)
{
    buf_add_repeat(out, " ", cells < wanted ? wanted - cells : 0);
}

static void add_column(struct buf *out, const char *text, size_t wanted)
{
    buf_add(out, text);
    add_spaces(out, grapheme_text_cells(text, strlen(text)), wanted);
    buf_add(out, "  ");
}

/* "procedure  not reviewed  2026-11-22  Microneedling", or why not. */
static void add_columns(struct buf *out, const struct entry *entry)
{
    char date[11];
    date_format(&entry->updated, date);
    add_column(out, entry->lang, 2);
    if (entry->problem) {
        buf_printf(out, _("cannot be opened: %s"), entry->problem);
    } else {
        add_column(out, article_type_name(entry->type), 9);
        add_column(out, library_review_words(entry), 12);
        add_column(out, date, 10);
        buf_add(out, entry->title);
    }
    if (entry->shadowed_by)
        buf_printf(out, _(" (not used; %s comes first)"),
                   entry->shadowed_by->path);
}

static void print_entry(struct cli *cli, const struct entry *entry,
                        size_t widest)
{
    size_t cells = id_cells(cli, entry), line = cli->out.n_bytes;
    struct buf columns;
    buf_init(&columns);
    if (cells > widest) {
        cli_print(cli, "%s", entry->id);
        cli_wrap(cli, line, HANG_CELLS);
        line = cli->out.n_bytes;
        cells = 0;
    } else {
        buf_add(&columns, entry->id);
    }
    add_spaces(&columns, cells, widest);
    buf_add(&columns, "  ");
    add_columns(&columns, entry);
    cli_print(cli, "%s", columns.data);
    cli_wrap(cli, line, HANG_CELLS);
    buf_finish(&columns);
}

static void list_text(struct cli *cli, const struct listing *listing)
{
    size_t widest = widest_id(cli, listing);
    for (size_t i = 0; i < listing->n; i++)
        print_entry(cli, listing->entries[i], widest);
    for (size_t i = 0; i < listing->library->n_skipped; i++)
        cli_complain(cli, "%s: %s", listing->library->skipped[i].path,
                     listing->library->skipped[i].reason);
}

static int compare_ids(const void *a, const void *b)
{
    const struct entry *const *x = a, *const *y = b;
    return strcmp((*x)->id, (*y)->id);
}

static void list_ids(struct cli *cli, const struct listing *listing)
{
    const char *last = NULL;
    qsort(listing->entries, listing->n, sizeof *listing->entries, compare_ids);
    for (size_t i = 0; i < listing->n; i++) {
        const struct entry *entry = listing->entries[i];
        if (str_equal(entry->id, last) || entry->shadowed_by || entry->problem)
            continue;
        last = entry->id;
        cli_print(cli, "%s", last);
    }
}

static void add_entry(struct json *json, const struct entry *entry)
{
    char date[11];
    json_open_object(json);
    json_member(json, "id", entry->id);
    json_member(json, "lang", entry->lang);
    json_member(json, "path", entry->path);
    json_member(json, "title", entry->title);
    if (entry->type != TYPE_NONE)
        json_member(json, "type", article_type_name(entry->type));
    json_member(json, "summary", entry->summary);
    json_key(json, "synonyms");
    json_open_array(json);
    for (size_t i = 0; i < entry->n_synonyms; i++)
        json_string(json, entry->synonyms[i]);
    json_close_array(json);
    json_key(json, "reviewed");
    json_bool(json, entry->reviewed);
    date_format(&entry->updated, date);
    json_member(json, "updated", *date ? date : NULL);
    date_format(&entry->review_due, date);
    json_member(json, "review_due", *date ? date : NULL);
    json_key(json, "n_sources");
    json_long(json, (long)entry->n_sources);
    if (entry->shadowed_by)
        json_member(json, "shadowed_by", entry->shadowed_by->path);
    json_member(json, "problem", entry->problem);
    json_close_object(json);
}

static void list_json(struct cli *cli, const struct listing *listing)
{
    struct json json;
    cli->out_is_utf8 = true;
    json_init(&json, &cli->out);
    json_open_array(&json);
    for (size_t i = 0; i < listing->n; i++)
        add_entry(&json, listing->entries[i]);
    json_close_array(&json);
}

static const struct {
    const char *name;
    void (*print)(struct cli *cli, const struct listing *listing);
} formats[] = {
    {"text", list_text},
    {"ids", list_ids},
    {"json", list_json},
};

/* Filters, each NULL, "" or 0 where it is not set, and the form of the output.
 */
struct list_request {
    const char *lang, *words;
    enum article_type type; /* TYPE_NONE: any */
    const char *reviewed, *code;
    void (*print)(struct cli *cli, const struct listing *listing);
};

static bool has_filter(const struct list_request *request)
{
    return request->lang || *request->words || request->type ||
           request->reviewed || request->code;
}

/* Files that cannot be opened are listed only where no filter is set. */
static bool is_wanted(const struct entry *entry,
                      const struct list_request *request)
{
    if (!has_filter(request) || entry->problem)
        return !has_filter(request);
    return (!request->lang || name_same_language(entry->lang, request->lang)) &&
           (!request->type || entry->type == request->type) &&
           (!request->reviewed ||
            entry->reviewed == str_equal(request->reviewed, "yes")) &&
           (!request->code || library_has_code(entry, request->code)) &&
           (!*request->words || library_name_matches(entry, request->words));
}

/* Filters a library; the caller frees the entries. */
static struct listing choose(const struct library *library,
                             const struct list_request *request)
{
    struct listing listing = {
        library, mem_calloc(library->n_entries + 1, sizeof *listing.entries),
        0};
    for (size_t i = 0; i < library->n_entries; i++)
        if (is_wanted(&library->entries[i], request))
            listing.entries[listing.n++] = &library->entries[i];
    return listing;
}

/* Moves the paths, which are there or have a slash, to the front and joins the
 * other words; returns the number of paths. */
static size_t part(struct cli *cli, int n, char **arguments, const char **words)
{
    size_t n_paths = 0;
    *words = "";
    for (int i = 0; i < n; i++)
        if (strchr(arguments[i], '/') || access(arguments[i], F_OK) == 0)
            arguments[n_paths++] = arguments[i];
        else
            *words = arena_printf(&cli->arena, "%s %s", *words, arguments[i]);
    return n_paths;
}

/* Prints what is wanted of a library; any says whether there are articles. */
static bool print_wanted(struct cli *cli, const struct library *library,
                         bool any, const struct list_request *request)
{
    struct listing listing = choose(library, request);
    request->print(cli, &listing);
    if (!any)
        default_folders_complain(cli, library->folders, library->n_folders);
    else if (!listing.n)
        cli_complain(cli, _("no articles match"));
    bool found = any && listing.n;
    free(listing.entries);
    return found;
}

static bool list_paths(struct cli *cli, const char *const *paths, size_t n,
                       const struct list_request *request)
{
    struct library *library = library_open(paths, n);
    bool found = print_wanted(cli, library, library->n_entries, request);
    library_free(library);
    return found;
}

/* Whether the files of the rows that will be printed are as the index has them.
 * That there are none depends on all files. */
static bool are_fresh(void *context, struct index *index,
                      const struct library *library)
{
    struct listing listing = choose(library, context);
    bool are = listing.n > 0 && listing.n <= CHECKED_ROWS_MAX;
    for (size_t i = 0; i < listing.n && are; i++)
        are = catalogue_is_fresh(index, listing.entries[i]->path);
    free(listing.entries);
    return are;
}

static bool list_default(struct cli *cli, struct list_request *request)
{
    bool any;
    struct library *library = default_folders_articles(
        cli,
        &(struct articles_wanted){
            .words = request->words,
            .are_fresh = has_filter(request) ? are_fresh : NULL,
            .context = request,
        },
        &any);
    bool found = print_wanted(cli, library, any, request);
    library_free(library);
    return found;
}

static const struct list_request everything = {.words = "", .print = list_text};

bool list_folder(struct cli *cli, const char *path)
{
    return list_paths(cli, &path, 1, &everything);
}

bool list_library(struct cli *cli)
{
    struct list_request request = everything;
    return list_default(cli, &request);
}

enum exit_code command_list(struct cli *cli, int n, char **arguments)
{
    const char *name =
        cli_has(cli, OPTION_FORMAT) ? cli_value(cli, OPTION_FORMAT) : "text";
    const char *type = cli_value(cli, OPTION_TYPE);
    size_t i = 0, n_formats = sizeof formats / sizeof *formats;
    while (i < n_formats && !str_equal(formats[i].name, name))
        i++;
    if (i == n_formats) {
        cli_complain(cli, _("--format=%s: use text, ids or json"), name);
        return EXIT_USAGE;
    }
    struct list_request request = {
        .lang = cli_value(cli, OPTION_LANG),
        .reviewed = cli_value(cli, OPTION_REVIEWED),
        .code = cli_code(cli, NULL),
        .type = type ? article_type_find(type) : TYPE_NONE,
        .print = formats[i].print,
    };
    size_t n_paths = part(cli, n, arguments, &request.words);
    if (!converted_replace(cli, n_paths, (const char **)arguments))
        return EXIT_NOT_FOUND;
    bool found = n_paths ? list_paths(cli, (const char *const *)arguments,
                                      n_paths, &request)
                         : list_default(cli, &request);
    return found ? EXIT_DONE : EXIT_NOT_FOUND;
}
