/* Reads what medfaq notes --format=jsonld wrote. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/ascii.h"
#include "base/diagnostic.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/strs.h"
#include "cli/find_article.h"
#include "cli/notes.h"
#include "data/yaml.h"
#include "state/kept.h"

#define NOTES_MAX_BYTES ((size_t)256 << 20)

/* JSON is YAML, but for the pairs that stand for code points beyond 16 bits:
 * "\ud83d\ude00" becomes "\U0001f600". */
static void join_surrogates(struct buf *text)
{
    struct buf joined;
    buf_init(&joined);
    const char *at = text->data, *end = at + text->n_bytes;
    while (at < end) {
        unsigned high, low;
        if (at[0] == '\\' && end - at >= 12 &&
            sscanf(at, "\\u%4x\\u%4x", &high, &low) == 2 &&
            high - 0xD800 < 0x400 && low - 0xDC00 < 0x400) {
            buf_printf(&joined, "\\U%08x",
                       0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00));
            at += 12;
            continue;
        }
        size_t n = at[0] == '\\' && end - at >= 2 ? 2 : 1;
        buf_add_n(&joined, at, n);
        at += n;
    }
    buf_clear(text);
    buf_add_n(text, joined.data, joined.n_bytes);
    buf_finish(&joined);
}

static char *copy_of(const struct yaml *map, const char *key)
{
    const char *text = yaml_text(yaml_get(map, key));
    return mem_strdup(text ? text : "");
}

static int64_t time_of(const struct yaml *map, const char *key)
{
    const char *text = yaml_text(yaml_get(map, key));
    struct tm tm = {0};
    return text && strptime(text, "%Y-%m-%dT%H:%M:%SZ", &tm) ? timegm(&tm) : 0;
}

static long number_of(const struct yaml *map, const char *key)
{
    long number = 0;
    return yaml_long(yaml_get(map, key), &number) && number >= 0 &&
                   number <= UINT32_MAX
               ? number
               : 0;
}

static const struct yaml *selector_of(const struct yaml *target,
                                      const char *type)
{
    const struct yaml *list = yaml_get(target, "selector");
    for (const struct yaml *item = list ? list->first : NULL; item;
         item = item->next)
        if (str_equal(yaml_text(yaml_get(item, "type")), type))
            return item;
    return NULL;
}

/* Reads an item; false if its motivation is none that is kept here. */
static bool read_annotation(const struct yaml *item, struct annotation *out)
{
    const struct yaml *target = yaml_get(item, "target");
    const struct yaml *quote = selector_of(target, "TextQuoteSelector");
    const struct yaml *position = selector_of(target, "TextPositionSelector");
    const char *motivation = yaml_text(yaml_get(item, "motivation"));
    const char *kind = yaml_text(yaml_get(item, "medfaq:kind"));
    *out = (struct annotation){
        .created = time_of(item, "created"),
        .modified = time_of(item, "modified"),
        .kind = kind ? kind_find(kind) : KIND_NONE,
        .body = copy_of(yaml_get(item, "body"), "value"),
        .path = copy_of(target, "source"),
        .name = copy_of(target, "medfaq:name"),
        .title = copy_of(target, "medfaq:title"),
        .anchor = {.exact = copy_of(quote, "exact"),
                   .prefix = copy_of(quote, "prefix"),
                   .suffix = copy_of(quote, "suffix"),
                   .section = copy_of(target, "medfaq:section"),
                   .start = (uint32_t)number_of(position, "start"),
                   .end = (uint32_t)number_of(position, "end"),
                   .n_same = (unsigned)number_of(target, "medfaq:same")},
    };
    while (out->motivation < ANNOTATION_N_MOTIVATIONS &&
           !str_equal(motivation, notes_motivations[out->motivation]))
        out->motivation++;
    return out->motivation < ANNOTATION_N_MOTIVATIONS && quote;
}

static bool is_known(const struct annotation_list *list,
                     const struct annotation *annotation)
{
    for (size_t i = 0; i < list->n; i++) {
        const struct annotation *known = &list->items[i];
        if (known->created == annotation->created &&
            known->motivation == annotation->motivation &&
            known->kind == annotation->kind &&
            known->anchor.start == annotation->anchor.start &&
            str_equal(known->anchor.exact, annotation->anchor.exact) &&
            str_equal(known->body, annotation->body) &&
            str_equal(known->name, annotation->name))
            return true;
    }
    return false;
}

/* Where the article is now: at its path, or by its name in the library. */
static struct article *open_article(struct cli *cli,
                                    const struct annotation *annotation)
{
    struct error err;
    struct found_article found;
    enum kind kind;
    char *name = annotation->name;
    struct article *article =
        *annotation->path == '/' ? article_open(annotation->path, &err) : NULL;
    if (!article && *name && find_article_exists(cli, name) &&
        find_article_named(cli, 1, &name, &found, &kind) &&
        str_equal(found.id, name))
        article = find_article_open(cli, &found);
    return article;
}

/* Keeps an item. False, after complaining, if it cannot be kept. */
static bool keep(struct cli *cli, struct state *state,
                 struct annotation *annotation)
{
    struct error err;
    struct article *article = open_article(cli, annotation);
    if (!article) {
        cli_complain(cli,
                     _("skipped a note on %s, which is not in the "
                       "library"),
                     *annotation->title ? annotation->title : annotation->name);
        return false;
    }
    bool kept = annotation_keep(state, article, annotation, &err);
    if (!kept)
        cli_complain(cli, _("skipped a note: %s"), err.message);
    article_free(article);
    return kept;
}

static bool import_items(struct cli *cli, struct state *state,
                         const struct yaml *items)
{
    struct annotation_list known = {0};
    bool all = true;
    kept_list(state, &known);
    for (const struct yaml *item = items->first; item; item = item->next) {
        struct annotation annotation;
        if (!read_annotation(item, &annotation)) {
            cli_complain(cli, _("line %u: not a note from medfaq"), item->line);
            all = false;
        } else if (!is_known(&known, &annotation)) {
            all &= keep(cli, state, &annotation);
        }
        annotation_finish(&annotation);
    }
    annotation_list_finish(&known);
    return all;
}

enum exit_code notes_import(struct cli *cli, struct state *state,
                            const char *path)
{
    struct buf text;
    struct error err;
    struct diagnostics faults;
    struct arena arena;
    bool done = false;
    arena_init(&arena);
    diagnostics_init(&faults, &arena);
    buf_init(&text);
    if (!file_read(path, NOTES_MAX_BYTES, &text, NULL, &err)) {
        cli_complain(cli, "%s", err.message);
        goto out;
    }
    join_surrogates(&text);
    const struct yaml_text yaml = {text.data, text.n_bytes, NOTES_MAX_BYTES, 1};
    const struct yaml *items =
        yaml_get(yaml_parse(&arena, &yaml, &faults), "items");
    if (!items || items->type != YAML_LIST || faults.n)
        cli_complain(cli,
                     _("%s was not written by medfaq notes "
                       "--format=jsonld"),
                     path);
    else
        done = import_items(cli, state, items);
out:
    diagnostics_finish(&faults);
    arena_finish(&arena);
    buf_finish(&text);
    return done ? EXIT_DONE : EXIT_NOT_FOUND;
}
