/* Quantified risks, read from YAML. */
#include "article/risk.h"

#include <string.h>

#include "article/yaml_field.h"

struct reader {
    struct yaml_fields fields;
    struct risk *risk;
};

/* An empty text says as little as none. */
static const char *text_of(struct reader *reader, const struct yaml *map,
                           const char *key)
{
    const char *text = yaml_field_member(&reader->fields, map, key);
    return text && *text ? text : NULL;
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
        yaml_field_complain(&reader->fields, SEVERITY_ERROR, value,
                            "%s must be a whole number from 0 to %ld", key,
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
        yaml_field_complain(&reader->fields, SEVERITY_ERROR, element,
                            "a row is {label: ..., n: ...}");
        return;
    }
    yaml_field_warn_of_unknown(&reader->fields, element, known);
    struct risk_row row = {
        .label = text_of(reader, element, "label"),
        .n = count_of(reader, element, "n"),
        .low = count_of(reader, element, "low"),
        .high = count_of(reader, element, "high"),
        .source = text_of(reader, element, "source"),
        .reference = -1,
    };
    if (row.low >= 0 && row.high >= 0 && (row.low > row.n || row.n > row.high))
        yaml_field_complain(&reader->fields, SEVERITY_ERROR, element,
                            "n must be between low and high");
    if (!row.label)
        yaml_field_complain(&reader->fields, SEVERITY_ERROR, element,
                            "a row needs a label");
    else if (row.n < 0 && !yaml_get(element, "n"))
        yaml_field_complain(&reader->fields, SEVERITY_ERROR, element,
                            "a row needs a number: n");
    else if (row.n >= 0)
        risk->rows[risk->n_rows++] = row;
}

static void read_rows(struct reader *reader, const struct yaml *root)
{
    const struct yaml *rows = yaml_get(root, "rows");
    if (!rows || rows->type != YAML_LIST) {
        yaml_field_complain(&reader->fields, SEVERITY_ERROR, rows ? rows : root,
                            "rows must be a list of {label: ..., n: ...}");
        return;
    }
    for (const struct yaml *row = rows->first; row; row = row->next) {
        if (reader->risk->n_rows == RISK_MAX_ROWS) {
            yaml_field_complain(&reader->fields, SEVERITY_ERROR, row,
                                "more than %d rows", RISK_MAX_ROWS);
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
        yaml_field_complain(&reader->fields, SEVERITY_ERROR,
                            value ? value : root,
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
        yaml_field_complain(&reader->fields, SEVERITY_ERROR,
                            yaml_get(root, key), "%s cannot be \"%s\"", key,
                            text);
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
    yaml_field_warn_of_unknown(&reader->fields, root, known);
    risk->title = text_of(reader, root, "title");
    risk->population = text_of(reader, root, "population");
    risk->period = text_of(reader, root, "period");
    const char *outcome = one_of(reader, root, "outcome", outcomes);
    risk->benefit = outcome == outcomes[1];
    risk->certainty = one_of(reader, root, "certainty", grades);
    if (!risk->population)
        yaml_field_complain(&reader->fields, SEVERITY_ERROR, root,
                            "population is missing: who was counted?");
    if (!risk->period)
        yaml_field_complain(&reader->fields, SEVERITY_ERROR, root,
                            "period is missing: over what time?");
}

struct risk *risk_parse(struct arena *arena, const char *text, size_t n_bytes,
                        unsigned first_line, struct diagnostics *out)
{
    struct yaml empty = {.line = first_line, .column = 1};
    const struct yaml *root = yaml_parse(
        arena, &(struct yaml_text){text, n_bytes, .first_line = first_line},
        out);
    struct reader reader = {.fields = {arena, out, "risk"},
                            .risk = arena_alloc(arena, sizeof(struct risk))};
    if (!root || root->type != YAML_MAP) {
        yaml_field_complain(&reader.fields, SEVERITY_ERROR,
                            root ? root : &empty,
                            "a risk block is YAML: per: 1000, rows: ...");
        return NULL;
    }
    read_words(&reader, root);
    if (read_per(&reader, root))
        read_rows(&reader, root);
    return reader.risk->n_rows ? reader.risk : NULL;
}
