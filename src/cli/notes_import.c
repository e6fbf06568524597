/* Imports what medfaq notes --format=jsonld wrote. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/ascii.h"
#include "base/diagnostic.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/strs.h"
#include "cli/find_article.h"
#include "cli/notes.h"
#include "data/yaml.h"
#include "state/kept.h"

#define NOTES_MAX_BYTES ((size_t)256 << 20)
#define PAIR_BYTES 12 /* length of \ud83d\ude00 */

/* JSON is valid YAML except for surrogate pairs, so "\ud83d\ude00" is replaced
 * by "\U0001f600". */
static void join_surrogates(struct buf *text)
{
    struct buf joined;
    buf_init(&joined);
    const char *at = text->data, *end = at + text->n_bytes;
    while (at < end) {
        unsigned high, low;
        /* A copy, since sscanf() scans its input to the end. */
        char pair[PAIR_BYTES + 1] = "";
        if (at[0] == '\\' && end - at >= PAIR_BYTES)
            memcpy(pair, at, PAIR_BYTES);
        if (*pair && sscanf(pair, "\\u%4x\\u%4x", &high, &low) == 2 &&
            high - 0xD800 < 0x400 && low - 0xDC00 < 0x400) {
            buf_printf(&joined, "\\U%08x",
                       0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00));
            at += PAIR_BYTES;
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

/* Reads an item. Returns false if its motivation is unknown or it has no
 * quote. */
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

/* An import. Notes of the same article follow each other, so that it is opened
 * once and they are saved together. */
struct importing {
    struct cli *cli;
    struct state *state;
    struct map known;            /* annotations saved already */
    struct arena keys;           /* owns the keys of known */
    struct annotation_list next; /* the next ones to save, all of one article */
    bool all;                    /* nothing has been left out so far */
};

/* Returns whether an annotation is saved already, and marks it as saved. */
static bool is_known(struct importing *importing,
                     const struct annotation *annotation)
{
    struct buf key;
    buf_init(&key);
    buf_printf(&key, "%lld %d %d %lu\n%s\n%s\n%s",
               (long long)annotation->created, (int)annotation->motivation,
               (int)annotation->kind, (unsigned long)annotation->anchor.start,
               annotation->name, annotation->anchor.exact, annotation->body);
    bool is_known = map_find(&importing->known, key.data, key.n_bytes);
    if (!is_known)
        map_put(&importing->known,
                arena_strndup(&importing->keys, key.data, key.n_bytes),
                key.n_bytes);
    buf_finish(&key);
    return is_known;
}

/* Opens the article of an annotation: at its path, or by its name in the
 * library. */
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

/* Saves the annotations of an article, or complains. */
static void save_next(struct importing *importing)
{
    struct error err;
    struct annotation_list *next = &importing->next;
    if (!next->n)
        return;
    struct article *article = open_article(importing->cli, next->items);
    bool kept =
        article && annotation_keep_list(importing->state, article, next, &err);
    if (!article)
        for (size_t i = 0; i < next->n; i++)
            cli_complain(importing->cli,
                         _("skipped a note on %s, which is not in the "
                           "library"),
                         *next->items[i].title ? next->items[i].title
                                               : next->items[i].name);
    else if (!kept)
        cli_complain(importing->cli, _("skipped a note: %s"), err.message);
    importing->all &= kept;
    article_free(article);
    annotation_list_finish(next);
}

/* Adds an annotation, and takes ownership of it. */
static void add(struct importing *importing, struct annotation *annotation)
{
    struct annotation_list *next = &importing->next;
    if (next->n && (!str_equal(next->items->path, annotation->path) ||
                    !str_equal(next->items->name, annotation->name)))
        save_next(importing);
    next->items =
        mem_grow(next->items, next->n, &next->capacity, sizeof *next->items);
    next->items[next->n++] = *annotation;
}

static bool import_items(struct cli *cli, struct state *state,
                         const struct yaml *items)
{
    struct importing importing = {.cli = cli, .state = state, .all = true};
    struct annotation_list known = {0};
    arena_init(&importing.keys);
    kept_list(state, &known);
    for (size_t i = 0; i < known.n; i++)
        is_known(&importing, &known.items[i]);
    annotation_list_finish(&known);
    for (const struct yaml *item = items->first; item; item = item->next) {
        struct annotation annotation;
        if (!read_annotation(item, &annotation)) {
            cli_complain(cli, _("line %u: not a note from medfaq"), item->line);
            importing.all = false;
            annotation_finish(&annotation);
        } else if (is_known(&importing, &annotation)) {
            annotation_finish(&annotation);
        } else {
            add(&importing, &annotation);
        }
    }
    save_next(&importing);
    map_finish(&importing.known);
    arena_finish(&importing.keys);
    return importing.all;
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
