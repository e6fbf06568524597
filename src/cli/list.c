/* medfaq list: the articles of a library. */
#include "cli/list.h"

#include <stdlib.h>
#include <string.h>

#include "base/grapheme.h"
#include "base/safe.h"
#include "base/strs.h"
#include "cli/command.h"
#include "cli/target.h"
#include "cli/wrap.h"
#include "data/json.h"

#define ID_CELLS_MAX 32 /* longer ids push their line out */
#define HANG_CELLS 4    /* of lines that are wider than the terminal */

static size_t id_cells(struct cli *cli, const struct entry *entry)
{
    char *id = safe_string(entry->id, &cli->charset);
    size_t cells = text_cells(id, strlen(id));
    free(id);
    return cells;
}

static size_t widest_id(struct cli *cli, const struct library *library)
{
    size_t widest = 0;
    for (size_t i = 0; i < library->n_entries; i++) {
        size_t cells = id_cells(cli, &library->entries[i]);
        if (cells > widest && cells <= ID_CELLS_MAX)
            widest = cells;
    }
    return widest;
}

/* "procedure  not reviewed  2026-11-22  Microneedling", or why not. */
static void add_columns(struct buf *out, const struct entry *entry)
{
    char date[11];
    date_format(&entry->updated, date);
    if (entry->problem)
        buf_printf(out, "cannot be opened: %s", entry->problem);
    else
        buf_printf(
            out, "%-9s  %-12s  %-10s  %s", article_type_name(entry->type),
            entry->reviewed ? "reviewed" : "not reviewed", date, entry->title);
    if (entry->shadowed_by)
        buf_printf(out, " (not used: %s comes first)",
                   entry->shadowed_by->path);
}

void list_print(struct cli *cli, const struct library *library)
{
    size_t widest = widest_id(cli, library);
    for (size_t i = 0; i < library->n_entries; i++) {
        const struct entry *entry = &library->entries[i];
        size_t cells = id_cells(cli, entry);
        int padding = cells < widest ? (int)(widest - cells) : 0;
        struct buf columns;
        buf_init(&columns);
        add_columns(&columns, entry);
        size_t line = cli->out.n_bytes;
        cli_print(cli, "%s%*s  %-2s  %s", entry->id, padding, "", entry->lang,
                  columns.data);
        cli_wrap(cli, line, HANG_CELLS);
        buf_finish(&columns);
    }
    for (size_t i = 0; i < library->n_skipped; i++)
        cli_complain(cli, "%s: %s", library->skipped[i].path,
                     library->skipped[i].reason);
}

static void list_ids(struct cli *cli, const struct library *library)
{
    const char *last = NULL;
    for (size_t i = 0; i < library->n_entries; i++) {
        const struct entry *entry = library->by_id[i];
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

static void list_json(struct cli *cli, const struct library *library)
{
    struct json json;
    cli->out_is_utf8 = true;
    json_init(&json, &cli->out);
    json_open_array(&json);
    for (size_t i = 0; i < library->n_entries; i++)
        add_entry(&json, &library->entries[i]);
    json_close_array(&json);
}

static const struct {
    const char *name;
    void (*print)(struct cli *cli, const struct library *library);
} formats[] = {
    {"text", list_print},
    {"ids", list_ids},
    {"json", list_json},
};

enum exit_code command_list(struct cli *cli, int n, char **arguments)
{
    const char *name = cli->options.format ? cli->options.format : "text";
    size_t i = 0, n_formats = sizeof formats / sizeof *formats;
    while (i < n_formats && !str_equal(formats[i].name, name))
        i++;
    if (i == n_formats) {
        cli_complain(cli, "--format=%s: list has text, ids and json", name);
        return EXIT_USAGE;
    }
    struct library *library =
        n ? library_open((const char *const *)arguments, (size_t)n)
          : target_library(cli);
    formats[i].print(cli, library);
    bool found = target_has_articles(cli, library);
    library_free(library);
    return found ? EXIT_DONE : EXIT_NOT_FOUND;
}
