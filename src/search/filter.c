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

static const struct filter {
    const char *name;
    bool (*set)(struct query *, const char *value);
} filters[] = {
    {"kind", set_kind},
    {"type", set_type},
    {"lang", set_lang},
    {"reviewed", set_reviewed},
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
