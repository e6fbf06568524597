/* medfaq notes: exports bookmarks, notes and highlights. */
#include "cli/notes.h"

#include <time.h>

#include "base/i18n.h"
#include "base/strs.h"
#include "cli/command.h"
#include "data/json.h"
#include "state/kept.h"

const char *const notes_motivations[ANNOTATION_N_MOTIVATIONS] = {
    [ANNOTATION_BOOKMARKING] = "bookmarking",
    [ANNOTATION_HIGHLIGHTING] = "highlighting",
    [ANNOTATION_QUESTIONING] = "questioning",
};

static void add_time(struct json *json, const char *key, int64_t seconds)
{
    time_t moment = (time_t)seconds;
    struct tm tm;
    char text[32];
    if (gmtime_r(&moment, &tm) &&
        strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &tm))
        json_member(json, key, text);
}

static void add_number(struct json *json, const char *key, long number)
{
    json_key(json, key);
    json_long(json, number);
}

static void add_selectors(struct json *json, const struct anchor *anchor)
{
    json_key(json, "selector");
    json_open_array(json);
    json_open_object(json);
    json_member(json, "type", "TextQuoteSelector");
    json_member(json, "exact", anchor->exact);
    json_member(json, "prefix", anchor->prefix);
    json_member(json, "suffix", anchor->suffix);
    json_close_object(json);
    json_open_object(json);
    json_member(json, "type", "TextPositionSelector");
    add_number(json, "start", (long)anchor->start);
    add_number(json, "end", (long)anchor->end);
    json_close_object(json);
    json_close_array(json);
    json_member(json, "medfaq:section", anchor->section);
    add_number(json, "medfaq:same", (long)anchor->n_same);
}

static void add_annotation(struct json *json,
                           const struct annotation *annotation)
{
    json_open_object(json);
    json_member(json, "type", "Annotation");
    json_member(json, "motivation", notes_motivations[annotation->motivation]);
    add_time(json, "created", annotation->created);
    add_time(json, "modified", annotation->modified);
    if (annotation->kind != KIND_NONE)
        json_member(json, "medfaq:kind", kind_get(annotation->kind)->id);
    if (annotation->body && *annotation->body) {
        json_key(json, "body");
        json_open_object(json);
        json_member(json, "type", "TextualBody");
        json_member(json, "format", "text/plain");
        json_member(json, "value", annotation->body);
        json_close_object(json);
    }
    json_key(json, "target");
    json_open_object(json);
    json_member(json, "source", annotation->path);
    json_member(json, "medfaq:name", annotation->name);
    json_member(json, "medfaq:title", annotation->title);
    add_selectors(json, &annotation->anchor);
    json_close_object(json);
    json_close_object(json);
}

static void add_jsonld(const struct annotation_list *list, struct buf *out)
{
    struct json json;
    json_init(&json, out);
    json_open_object(&json);
    json_key(&json, "@context");
    json_open_array(&json);
    json_string(&json, "http://www.w3.org/ns/anno.jsonld");
    json_open_object(&json);
    json_member(&json, "medfaq", "urn:medfaq:");
    json_close_object(&json);
    json_close_array(&json);
    json_member(&json, "type", "AnnotationPage");
    json_key(&json, "items");
    json_open_array(&json);
    for (size_t i = 0; i < list->n; i++)
        add_annotation(&json, &list->items[i]);
    json_close_array(&json);
    json_close_object(&json);
}

static void add_markdown(const struct annotation_list *list, struct buf *out)
{
    buf_printf(out, "# %s\n\n", _("My notes"));
    for (size_t i = 0; i < list->n; i++)
        kept_add(&list->items[i], out);
}

enum exit_code command_notes(struct cli *cli, int n, char **arguments)
{
    (void)n;
    (void)arguments;
    const char *name = cli_value(cli, OPTION_FORMAT);
    bool is_jsonld = str_equal(name, "jsonld");
    if (name && !is_jsonld && !str_equal(name, "markdown")) {
        cli_complain(cli, _("--format=%s: use markdown or jsonld"), name);
        return EXIT_USAGE;
    }
    struct state *state = state_new(STATE_ON);
    enum exit_code code = EXIT_DONE;
    if (cli_has(cli, OPTION_IMPORT)) {
        code = notes_import(cli, state, cli_value(cli, OPTION_IMPORT));
    } else {
        struct annotation_list list = {0};
        kept_list(state, &list);
        cli->out_is_utf8 = true;
        if (is_jsonld)
            add_jsonld(&list, &cli->out);
        else
            add_markdown(&list, &cli->out);
        annotation_list_finish(&list);
    }
    state_free(state);
    return code;
}
