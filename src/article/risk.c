/* Quantified risks, read from YAML. */
#include "article/risk.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "data/yaml.h"

struct reader {
    struct arena *arena;
    struct diagnostics *out;
    struct risk *risk;
};

static void complain(struct reader *reader, const struct yaml *at,
                     const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static void complain(struct reader *reader, const struct yaml *at,
                     const char *format, ...)
{
    char text[512];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    struct diagnostic place = {SEVERITY_ERROR, at->line, at->column, "risk",
                               NULL};
    diagnostics_add(reader->out, place, "%s", text);
}

static const char *text_of(struct reader *reader, const struct yaml *map,
                           const char *key)
{
    const struct yaml *value = yaml_get(map, key);
    if (value && value->type != YAML_SCALAR)
        complain(reader, value, "%s must be one text", key);
    const char *text = yaml_text(value);
    return text && *text ? text : NULL;
}

static void warn_of_unknown(struct reader *reader, const struct yaml *map,
                            const char *const *known)
{
    for (const struct yaml *value = map->first; value; value = value->next) {
        const char *const *name = known;
        while (*name && strcmp(*name, value->key->scalar))
            name++;
        if (!*name)
            complain(reader, value->key, "unknown field \"%s\"",
                     value->key->scalar);
    }
}

/* Reads a count of per people; -1, with a message, if it is none, and -1 if
 * it is not stated. */
static long count_of(struct reader *reader, const struct yaml *row,
                     const char *key)
{
    const struct yaml *value = yaml_get(row, key);
    long number = -1;
    if (value && (!yaml_long(value, &number) || number < 0 ||
                  number > reader->risk->per)) {
        complain(reader, value, "%s must be a whole number from 0 to %ld", key,
                 reader->risk->per);
        return -1;
    }
    return number;
}

static void read_row(struct reader *reader, const struct yaml *element)
{
    static const char *const known[] = {"label", "n",      "low",
                                        "high",  "source", NULL};
    struct risk *risk = reader->risk;
    if (element->type != YAML_MAP) {
        complain(reader, element, "a row is {label: ..., n: ...}");
        return;
    }
    warn_of_unknown(reader, element, known);
    struct risk_row row = {
        .label = text_of(reader, element, "label"),
        .n = count_of(reader, element, "n"),
        .low = count_of(reader, element, "low"),
        .high = count_of(reader, element, "high"),
        .source = text_of(reader, element, "source"),
    };
    if (row.low >= 0 && row.high >= 0 && (row.low > row.n || row.n > row.high))
        complain(reader, element, "n must be between low and high");
    if (!row.label)
        complain(reader, element, "a row needs a label");
    else if (row.n < 0 && !yaml_get(element, "n"))
        complain(reader, element, "a row needs a number: n");
    else if (row.n >= 0)
        risk->rows[risk->n_rows++] = row;
}

static void read_rows(struct reader *reader, const struct yaml *root)
{
    const struct yaml *rows = yaml_get(root, "rows");
    if (!rows || rows->type != YAML_LIST) {
        complain(reader, rows ? rows : root,
                 "rows must be a list of {label: ..., n: ...}");
        return;
    }
    for (const struct yaml *row = rows->first; row; row = row->next) {
        if (reader->risk->n_rows == RISK_MAX_ROWS) {
            complain(reader, row, "more than %d rows", RISK_MAX_ROWS);
            return;
        }
        read_row(reader, row);
    }
}

static bool read_per(struct reader *reader, const struct yaml *root)
{
    static const long allowed[] = {100, 1000, 10000, 100000};
    const struct yaml *value = yaml_get(root, "per");
    long per = 0;
    yaml_long(value, &per);
    for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++)
        if (per == allowed[i])
            reader->risk->per = per;
    if (!reader->risk->per)
        complain(reader, value ? value : root,
                 "per must be 100, 1000, 10000 or 100000");
    return reader->risk->per;
}

static const char *one_of(struct reader *reader, const struct yaml *root,
                          const char *key, const char *const *words)
{
    const char *text = text_of(reader, root, key);
    for (const char *const *word = words; text && *word; word++)
        if (!strcmp(text, *word))
            return *word;
    if (text)
        complain(reader, yaml_get(root, key), "%s cannot be \"%s\"", key, text);
    return NULL;
}

static void read_words(struct reader *reader, const struct yaml *root)
{
    static const char *const known[] = {"title",     "population", "period",
                                        "per",       "rows",       "outcome",
                                        "certainty", NULL};
    static const char *const outcomes[] = {"harm", "benefit", NULL};
    static const char *const grades[] = {"high", "moderate", "low", "very low",
                                         NULL};
    struct risk *risk = reader->risk;
    warn_of_unknown(reader, root, known);
    risk->title = text_of(reader, root, "title");
    risk->population = text_of(reader, root, "population");
    risk->period = text_of(reader, root, "period");
    const char *outcome = one_of(reader, root, "outcome", outcomes);
    risk->benefit = outcome == outcomes[1];
    risk->certainty = one_of(reader, root, "certainty", grades);
    if (!risk->population)
        complain(reader, root, "population is missing: who was counted?");
    if (!risk->period)
        complain(reader, root, "period is missing: over what time?");
}

const struct risk *risk_parse(struct arena *arena, const char *text,
                              size_t n_bytes, unsigned first_line,
                              struct diagnostics *out)
{
    struct yaml empty = {.line = first_line, .column = 1};
    const struct yaml *root =
        yaml_parse(arena, text, n_bytes, 0, first_line, out);
    struct reader reader = {arena, out,
                            arena_alloc(arena, sizeof(struct risk))};
    if (!root || root->type != YAML_MAP) {
        complain(&reader, root ? root : &empty,
                 "a risk block is YAML: per: 1000, rows: ...");
        return NULL;
    }
    read_words(&reader, root);
    if (read_per(&reader, root))
        read_rows(&reader, root);
    return reader.risk->n_rows ? reader.risk : NULL;
}
