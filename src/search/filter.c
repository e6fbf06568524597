/* Filters that can be typed, by name. */
#include "search/filter.h"

#include <string.h>

static bool set_kind(struct query *query, const char *value)
{
    enum kind kind = kind_find(value);
    if (kind != KIND_NONE)
        query->kind = kind;
    return kind != KIND_NONE;
}

static bool set_type(struct query *query, const char *value)
{
    enum article_type type = article_type_find(value);
    if (type != TYPE_NONE)
        query->type = type;
    return type != TYPE_NONE;
}

static bool set_lang(struct query *query, const char *value)
{
    size_t n = strcspn(value, "-_");
    if (n < 2 || n > 3 || strspn(value, "abcdefghijklmnopqrstuvwxyz") < n)
        return false;
    query->lang = arena_strndup(&query->arena, value, n);
    return true;
}

static bool set_reviewed(struct query *query, const char *value)
{
    int order = *value == '>' ? 1 : *value == '<' ? -1 : 0;
    struct date date;
    value += order != 0;
    if (!date_parse(value, &date))
        return false;
    query->reviewed_order = order;
    query->reviewed = date;
    return true;
}

/* Words of a title are looked for: query.c sees to them. */
static bool set_nothing(struct query *query, const char *value)
{
    (void)query;
    (void)value;
    return false;
}

static void add_kinds(struct buf *out)
{
    for (int i = KIND_NONE + 1; i < KIND_COUNT; i++)
        buf_printf(out, "%s%s", out->n_bytes ? ", " : "",
                   kind_get((enum kind)i)->id);
}

static void add_types(struct buf *out)
{
    for (int i = TYPE_NONE + 1; i < TYPE_COUNT; i++)
        buf_printf(out, "%s%s", out->n_bytes ? ", " : "",
                   article_type_name((enum article_type)i));
}

static const struct filter {
    const char *name;
    bool (*set)(struct query *, const char *value);
    const char *noun;
    void (*add_values)(struct buf *out); /* NULL: what example says */
    const char *example;
} filters[] = {
    {"kind", set_kind, "kind", add_kinds, NULL},
    {"type", set_type, "type", add_types, NULL},
    {"lang", set_lang, "language", NULL, "a language, such as en, es or vi"},
    {"reviewed", set_reviewed, "date", NULL,
     "a date, such as 2025, >2025 or <2025-06"},
    {"title", set_nothing, "word", NULL, "a word of the title or a synonym"},
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

bool filter_set(struct query *query, const char *name, const char *value)
{
    const struct filter *filter = find(name);
    return filter && filter->set(query, value);
}

const char *filter_noun(const char *name)
{
    return find(name)->noun;
}

void filter_add_values(const char *name, struct buf *out)
{
    const struct filter *filter = find(name);
    if (filter->add_values)
        filter->add_values(out);
    else
        buf_add(out, filter->example);
}
