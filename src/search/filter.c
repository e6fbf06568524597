/* The table of filters, and the parsers of their values. */
#include "search/filter.h"

#include <string.h>

#include "article/code.h"
#include "base/i18n.h"

static enum filter_fit set_kind(struct query *query, const char *value)
{
    enum kind begun[KIND_COUNT], kind = kind_find(value);
    size_t n = kind == KIND_NONE ? kind_find_beginning(value, begun) : 0;
    if (n == 1)
        kind = begun[0];
    if (kind != KIND_NONE)
        query->kind = kind;
    return kind != KIND_NONE ? FILTER_FITS : n ? FILTER_BEGINS : FILTER_NO;
}

/* A prefix is enough: no two types begin with the same letter. */
static enum filter_fit set_type(struct query *query, const char *value)
{
    size_t n_bytes = strlen(value);
    for (int i = TYPE_NONE + 1; i < TYPE_COUNT; i++) {
        enum article_type type = (enum article_type)i;
        if (n_bytes && !strncmp(article_type_name(type), value, n_bytes)) {
            query->type = type;
            return FILTER_FITS;
        }
    }
    return FILTER_NO;
}

static enum filter_fit set_lang(struct query *query, const char *value)
{
    size_t n = strcspn(value, "-_");
    if (n > 3 || strspn(value, "abcdefghijklmnopqrstuvwxyz") < n)
        return FILTER_NO;
    if (n < 2)
        return FILTER_BEGINS;
    query->lang = arena_strndup(&query->arena, value, n);
    return FILTER_FITS;
}

static enum filter_fit set_reviewed(struct query *query, const char *value)
{
    int order = *value == '>' ? 1 : *value == '<' ? -1 : 0;
    struct date date;
    value += order != 0;
    if (!date_parse(value, &date))
        return value[strspn(value, "0123456789-")] ? FILTER_NO : FILTER_BEGINS;
    query->reviewed_order = order;
    query->reviewed = date;
    return FILTER_FITS;
}

static enum filter_fit set_publisher(struct query *query, const char *value)
{
    query->publisher = arena_strdup(&query->arena, value);
    return FILTER_FITS;
}

/* A value that is not a code may be one that is not complete yet. */
static enum filter_fit set_code(struct query *query, const char *value)
{
    struct buf key;
    buf_init(&key);
    bool is_code = code_parse(value, &key, NULL);
    if (is_code)
        query->code = arena_strdup(&query->arena, key.data);
    buf_finish(&key);
    return is_code ? FILTER_FITS : FILTER_BEGINS;
}

/* query.c adds the words of a title as terms. */
static enum filter_fit set_nothing(struct query *query, const char *value)
{
    (void)query;
    (void)value;
    return FILTER_NO;
}

static void add_value(struct buf *out, const char *value)
{
    buf_printf(out, "%s%s", out->n_bytes ? ", " : "", value);
}

static void add_kinds(struct buf *out)
{
    for (int i = KIND_NONE + 1; i < KIND_COUNT; i++)
        add_value(out, kind_get((enum kind)i)->id);
}

static void add_types(struct buf *out)
{
    for (int i = TYPE_NONE + 1; i < TYPE_COUNT; i++)
        add_value(out, article_type_name((enum article_type)i));
}

static const struct filter {
    const char *name;
    enum filter_fit (*set)(struct query *, const char *value);
    const char *noun;                    /* with its article */
    void (*add_values)(struct buf *out); /* NULL: use example */
    const char *example;
} filters[] = {
    {"kind", set_kind, N_("a kind"), add_kinds, NULL},
    {"type", set_type, N_("a type"), add_types, NULL},
    {"lang", set_lang, N_("a language"), NULL,
     N_("a language, such as en, es or vi")},
    {"reviewed", set_reviewed, N_("a date"), NULL,
     N_("a date, such as 2025, >2025 or <2025-06")},
    {"pub", set_publisher, N_("a publisher"), NULL,
     N_("part of a publisher's name, such as nhs")},
    {"code", set_code, N_("a code"), NULL,
     N_("a system and a code, such as rxnorm:11289 or icd10:I48")},
    {"title", set_nothing, N_("a word"), NULL,
     N_("a word from the title or a synonym")},
};

static const struct filter *find(const char *name)
{
    for (size_t i = 0; i < sizeof filters / sizeof *filters; i++)
        if (!strcmp(filters[i].name, name))
            return &filters[i];
    return NULL;
}

bool filter_exists(const char *name)
{
    return find(name);
}

enum filter_fit filter_set(struct query *query, const char *name,
                           const char *value)
{
    const struct filter *filter = find(name);
    return filter ? filter->set(query, value) : FILTER_NO;
}

const char *filter_noun(const char *name)
{
    return _(find(name)->noun);
}

bool filter_add_values(const char *name, const char *prefix, struct buf *out)
{
    const struct filter *filter = find(name);
    enum kind kinds[KIND_COUNT];
    size_t n = filter->set == set_kind ? kind_find_beginning(prefix, kinds) : 0;
    for (size_t i = 0; i < n; i++)
        add_value(out, kind_get(kinds[i])->id);
    if (n)
        return true;
    if (filter->add_values)
        filter->add_values(out);
    else
        buf_add(out, _(filter->example));
    return false;
}
