/* Short names of publishers. */
#include "ui/publisher.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#define SHORT_BYTES 14

static bool is_capital(const char *name, const char *at)
{
    return *at >= 'A' && *at <= 'Z' && (at == name || at[-1] == ' ');
}

static size_t count_capitals(const char *name)
{
    size_t n = 0;
    for (const char *at = name; *at; at++)
        n += is_capital(name, at);
    return n;
}

/* "(NHS)" within a name; NULL if there is none. */
static const char *find_abbreviation(const char *name, size_t *n)
{
    const char *open = strchr(name, '(');
    *n = open ? strspn(open + 1, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") : 0;
    return *n > 1 && open[*n + 1] == ')' ? open + 1 : NULL;
}

/* Common names that the letters of the words do not give. */
static const struct {
    const char *name, *common;
} commons[] = {
    {"A.D.A.M. Medical Encyclopedia", "A.D.A.M."},
    {"Genetic and Rare Diseases Information Center", "GARD"},
    {"Centers for Disease Control and Prevention", "CDC"},
    {"National Institute of Diabetes and Digestive and Kidney Diseases",
     "NIDDK"},
    {"Food and Drug Administration", "FDA"},
    {"Medicines and Healthcare products Regulatory Agency", "MHRA"},
    {"National Library of Medicine", "NLM"},
};

/* The name may have more around it: "US", or the body that it belongs to. */
static const char *find_common(const char *name)
{
    for (size_t i = 0; i < sizeof(commons) / sizeof *commons; i++)
        if (strstr(name, commons[i].name))
            return commons[i].common;
    return NULL;
}

/* What is published by a larger body, "MedlinePlus, National Library of
 * Medicine", is known by its own name; several commas make a list. */
static size_t own_part(const char *publisher)
{
    const char *comma = strchr(publisher, ',');
    return comma && !strchr(comma + 1, ',') ? (size_t)(comma - publisher)
                                            : strlen(publisher);
}

void publisher_add_short(const char *publisher, struct buf *out)
{
    size_t n;
    char *name = mem_strndup(publisher, own_part(publisher));
    const char *abbreviation = find_abbreviation(publisher, &n);
    const char *common = find_common(name);
    if (abbreviation)
        buf_add_n(out, abbreviation, n);
    else if (common)
        buf_add(out, common);
    else if (strlen(name) <= SHORT_BYTES || count_capitals(name) < 3)
        buf_add(out, name);
    else
        for (const char *at = name; *at; at++)
            if (is_capital(name, at))
                buf_add_char(out, *at);
    free(name);
}
