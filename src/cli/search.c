/* medfaq search: prints the sections that answer a question. */
#include <stdlib.h>
#include <string.h>

#include "article/article.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/safe.h"
#include "base/strs.h"
#include "cli/command.h"
#include "cli/default_folders.h"
#include "data/json.h"
#include "index/catalogue.h"
#include "search/search.h"
#include "search/snippet.h"

#define RESULTS_DEFAULT 20
#define SNIPPET_BYTES 150
#define HANG_CELLS 4    /* indentation of continuation lines */
#define SNIPPET_CELLS 6 /* indentation of snippets */

struct search_output {
    struct cli *cli;
    const char *typed;
    const struct search_results *results;
};

/* Prints a note on how the query was interpreted. */
static void print_note(struct cli *cli, const struct search_note *change)
{
    struct search_piece pieces[SEARCH_PIECES_MAX];
    size_t n = search_note_pieces(change, pieces);
    struct buf line;
    buf_init(&line);
    for (size_t i = 0; i < n; i++)
        buf_add(&line, pieces[i].text);
    if (change->type == NOTE_SPELLING)
        buf_add(&line, _(" (to search as typed, use --as-typed)"));
    if (change->type == NOTE_AMOUNT)
        buf_add(&line, _(" (to search for it too, use --other-units)"));
    cli_complain(cli, "%s", line.data);
    buf_finish(&line);
}

static void add_safe(struct cli *cli, const char *text, size_t n_bytes)
{
    safe_text(text, n_bytes, &cli->charset, &cli->out);
}

static void print_snippet(struct cli *cli, const struct snippet *snippet)
{
    const char *text = snippet->text.data;
    bool color = cli_color(cli);
    size_t at = 0, line = cli->out.n_bytes;
    if (!snippet->text.n_bytes)
        return;
    buf_printf(&cli->out, "%*s", SNIPPET_CELLS, "");
    for (size_t i = 0; i < snippet->n_marks; i++) {
        size_t start = snippet->marks[i].start, end = snippet->marks[i].end;
        add_safe(cli, text + at, start - at);
        buf_add(&cli->out, color ? "\033[1m" : "");
        add_safe(cli, text + start, end - start);
        buf_add(&cli->out, color ? "\033[0m" : "");
        at = end;
    }
    add_safe(cli, text + at, snippet->text.n_bytes - at);
    buf_add_char(&cli->out, '\n');
    cli_wrap(cli, line, SNIPPET_CELLS);
}

static void print_parts(struct cli *cli, const struct search_result *result)
{
    struct buf line;
    buf_init(&line);
    size_t start = cli->out.n_bytes;
    buf_printf(&line, "%*s%.2f =", SNIPPET_CELLS, "", result->score);
    for (int i = 0; i < N_PARTS; i++)
        if (result->parts[i] > 0)
            buf_printf(&line, " %s %.2f", search_part_name((enum search_part)i),
                       result->parts[i]);
    cli_print(cli, "%s", line.data);
    cli_wrap(cli, start, SNIPPET_CELLS);
    buf_finish(&line);
}

static void print_section(struct cli *cli, const struct search_result *result,
                          const struct search_results *results)
{
    const char *label =
        article_type_kind_label(result->type, result->kind, result->lang);
    bool said = result->kind == KIND_NONE ||
                (*result->heading && kind_heading_says(result->heading, label));
    size_t line = cli->out.n_bytes;
    cli_print(cli, "  %s%s%s%s", result->heading,
              *result->heading && !said ? "  " : "", said ? "" : label,
              *result->heading || !said ? "" : "(start)");
    cli_wrap(cli, line, HANG_CELLS);
    if (cli_has(cli, OPTION_EXPLAIN))
        print_parts(cli, result);
    struct snippet snippet;
    snippet_open(&snippet, result, results,
                 &(struct snippet_options){SNIPPET_BYTES, &cli->charset});
    print_snippet(cli, &snippet);
    snippet_finish(&snippet);
}

static void print_title(struct cli *cli, const struct search_result *result)
{
    size_t line = cli->out.n_bytes;
    struct buf origin;
    buf_init(&origin);
    if (result->is_namesake)
        search_add_origin(result, &origin);
    cli_print(cli, "%s  %s  %s%s%s", result->id, result->lang, result->title,
              origin.n_bytes ? "  " : "", origin.data);
    buf_finish(&origin);
    cli_wrap(cli, line, HANG_CELLS);
}

/* Prints the words looked up, with their weights. */
static void print_words(struct cli *cli, const struct search_results *results)
{
    struct buf line;
    buf_init(&line);
    for (size_t i = 0; i < results->n_words; i++)
        buf_printf(&line, "%s%s %.2f", i ? ", " : "", results->words[i],
                   results->weights[i]);
    cli_print(cli, _("searched for: %s"), line.data);
    buf_finish(&line);
}

static void print_text(const struct search_output *output)
{
    const struct search_results *results = output->results;
    if (cli_has(output->cli, OPTION_EXPLAIN) && results->n)
        print_words(output->cli, results);
    size_t *order = mem_alloc((results->n + 1) * sizeof *order);
    const char *path = "";
    search_order(results, 0, results->n, order);
    for (size_t i = 0; i < results->n; i++) {
        const struct search_result *result = &results->items[order[i]];
        if (!str_equal(result->path, path))
            print_title(output->cli, result);
        print_section(output->cli, result, results);
        path = result->path;
    }
    free(order);
}

static void add_snippet(struct json *json, const struct search_result *result,
                        const struct search_results *results)
{
    struct snippet snippet;
    snippet_open(&snippet, result, results,
                 &(struct snippet_options){.n_bytes = SNIPPET_BYTES});
    json_key(json, "snippet");
    json_string_n(json, snippet.text.data, snippet.text.n_bytes);
    snippet_finish(&snippet);
}

/* In JSON, scores are integers in thousandths. */
static void add_parts(struct json *json, const struct search_result *result)
{
    json_key(json, "parts");
    json_open_object(json);
    for (int i = 0; i < N_PARTS; i++) {
        json_key(json, search_part_name((enum search_part)i));
        json_long(json, (long)(result->parts[i] * 1000 + 0.5));
    }
    json_close_object(json);
}

/* Adds the words that no article has. They are repeated in each result, so that
 * no result is read without them. */
static void add_absent(struct json *json, const struct search_results *results)
{
    if (!results->n_unmatched)
        return;
    json_key(json, "absent");
    json_open_array(json);
    for (size_t i = 0; i < results->n_unmatched; i++)
        json_string(json, results->unmatched[i]);
    json_close_array(json);
}

static void add_result(const struct search_output *output, struct json *json,
                       const struct search_result *result)
{
    json_open_object(json);
    json_member(json, "id", result->id);
    json_member(json, "path", result->path);
    json_member(json, "origin", *result->origin ? result->origin : NULL);
    json_key(json, "section");
    json_long(json, (long)result->section + 1);
    json_member(json, "anchor", *result->anchor ? result->anchor : NULL);
    if (result->kind != KIND_NONE)
        json_member(json, "kind", kind_get(result->kind)->id);
    json_member(json, "lang", result->lang);
    json_member(json, "title", result->title);
    json_member(json, "heading", result->heading);
    json_key(json, "score");
    json_long(json, (long)(result->score * 1000 + 0.5));
    if (cli_has(output->cli, OPTION_EXPLAIN))
        add_parts(json, result);
    add_snippet(json, result, output->results);
    add_absent(json, output->results);
    json_close_object(json);
}

static void add_results(const struct search_output *output, struct json *json)
{
    json_open_array(json);
    for (size_t i = 0; i < output->results->n; i++)
        add_result(output, json, &output->results->items[i]);
    json_close_array(json);
}

static void print_json(const struct search_output *output)
{
    struct json json;
    output->cli->out_is_utf8 = true;
    json_init(&json, &output->cli->out);
    add_results(output, &json);
}

static void add_note(struct json *json, const struct search_note *note)
{
    struct search_piece pieces[SEARCH_PIECES_MAX];
    size_t n = search_note_pieces(note, pieces);
    struct buf line;
    buf_init(&line);
    for (size_t i = 0; i < n; i++)
        buf_add(&line, pieces[i].text);
    json_string_n(json, line.data, line.n_bytes);
    buf_finish(&line);
}

/* Prints {emergency, notes, results}, since an array of results has no room for
 * the first two. */
static void print_json_object(const struct search_output *output)
{
    struct json json;
    output->cli->out_is_utf8 = true;
    json_init(&json, &output->cli->out);
    json_open_object(&json);
    json_key(&json, "emergency");
    json_bool(&json, output->results->is_emergency);
    json_key(&json, "notes");
    json_open_array(&json);
    for (size_t i = 0; i < output->results->n_notes; i++)
        add_note(&json, &output->results->notes[i]);
    json_close_array(&json);
    json_key(&json, "results");
    add_results(output, &json);
    json_close_object(&json);
}

static void print(const struct search_output *output)
{
    struct cli *cli = output->cli;
    const char *format = cli_value(cli, OPTION_FORMAT);
    if (cli_has(cli, OPTION_COUNTED))
        cli_print(cli, "%zu%s", output->results->n_found,
                  output->results->is_cut ? "+" : "");
    else if (str_equal(format, "json-object"))
        print_json_object(output);
    else if (cli_has(cli, OPTION_JSON) || str_equal(format, "json"))
        print_json(output);
    else
        print_text(output);
}

/* Joins the words, after the filter for --code. */
static char *join(struct cli *cli, int n, char **words)
{
    const char *code = cli_code(cli, NULL);
    struct buf text;
    buf_init(&text);
    if (code)
        buf_printf(&text, "code:%s", code);
    for (int i = 0; i < n; i++)
        buf_printf(&text, "%s%s", text.n_bytes ? " " : "", words[i]);
    return buf_steal(&text);
}

/* Searches the index. If it turns out to be damaged, rebuilds it and searches
 * again. */
static struct search_results *find(struct cli *cli, struct index *index,
                                   const char *typed)
{
    struct index_progress progress;
    unsigned limit = options_number(&cli->options, OPTION_LIMIT);
    const struct search_options options = {
        .n_max = limit ? limit : RESULTS_DEFAULT,
        .as_typed = cli_has(cli, OPTION_AS_TYPED),
        .other_units = cli_has(cli, OPTION_OTHER_UNITS),
        .whole = true,
        .lang = cli_value(cli, OPTION_LANG),
    };
    struct search_results *results = search_run(index, typed, &options);
    if (!results->mended || !index_update(index, NULL, &progress, NULL))
        return results;
    search_results_free(results);
    return search_run(index, typed, &options);
}

/* Returns whether the files of the results to be printed are unchanged since
 * they were indexed. That there are no results, or how many, depends on all
 * files. */
static bool are_fresh(struct cli *cli, struct index *index,
                      const struct search_results *results)
{
    const char *last = NULL;
    bool are = results->n > 0 && !cli_has(cli, OPTION_COUNTED);
    for (size_t i = 0; i < results->n && are; i++) {
        const char *path = results->items[i].path;
        are = str_equal(path, last) || catalogue_is_fresh(index, path);
        last = path;
    }
    return are;
}

enum exit_code command_search(struct cli *cli, int n, char **arguments)
{
    struct index_progress progress;
    const char *format = cli_value(cli, OPTION_FORMAT);
    if (format && !str_equal(format, "text") && !str_equal(format, "json") &&
        !str_equal(format, "json-object")) {
        cli_complain(cli, _("--format=%s: use text, json or json-object"),
                     format);
        return EXIT_USAGE;
    }
    struct index *index = default_folders_index(cli, false, &progress);
    if (!index)
        return EXIT_NOT_FOUND;
    char *typed = join(cli, n, arguments);
    struct search_results *results = find(cli, index, typed);
    if (!progress.done && !are_fresh(cli, index, results) &&
        default_folders_update(cli, index, false, &progress) &&
        (progress.n_read || progress.n_removed)) {
        search_results_free(results);
        results = find(cli, index, typed);
    }
    const struct search_output output = {cli, typed, results};
    if (results->is_emergency)
        cli_complain(cli, "%s", search_emergency_text());
    for (size_t i = 0; i < results->n_notes; i++)
        print_note(cli, &results->notes[i]);
    print(&output);
    bool any = results->n > 0;
    if (!any)
        cli_complain(cli, _("no results for \"%s\"%s%s"), typed,
                     results->widen ? ". " : "",
                     results->widen ? results->widen : "");
    search_results_free(results);
    free(typed);
    default_folders_close(cli, index);
    return any ? EXIT_DONE : EXIT_NOT_FOUND;
}
