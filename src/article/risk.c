/* Reads risk blocks from YAML. A single wrong figure breaks the whole block: it
 * is shown as its text, with what is wrong. */
#include "article/risk.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "article/risk_event.h"
#include "article/yaml_field.h"
#include "base/i18n.h"
#include "base/strs.h"

struct risk_reader {
    struct yaml_fields fields;
    struct risk *risk;
    /* Faults that leave all of the text in the fields. */
    size_t n_missing;
};

/* Reports a fault that makes the figures wrong. */
static void fail_figures(struct risk_reader *reader, const struct yaml *at,
                         const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static void fail_figures(struct risk_reader *reader, const struct yaml *at,
                         const char *format, ...)
{
    char text[256];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    yaml_field_complain(&reader->fields, SEVERITY_ERROR, at, "%s", text);
    reader->risk->broken = true;
}

/* Complains about a field that is given twice: two denominators or two counts
 * cannot both be right. */
static void reject_repeated(struct risk_reader *reader, const struct yaml *map,
                            const char *const *known)
{
    for (; *known; known++) {
        const struct yaml *first = NULL;
        for (const struct yaml *at = map->first; at; at = at->next) {
            if (strcmp(at->key->scalar, *known) != 0)
                continue;
            if (first)
                fail_figures(reader, at->key, _("%s appears twice"), *known);
            first = at;
        }
    }
}

/* Reads a text as one line. Returns NULL if it is missing or empty. */
static const char *read_text(struct risk_reader *reader, const struct yaml *map,
                             const char *key)
{
    const char *text = yaml_field_member(&reader->fields, map, key);
    if (!text || !*text)
        return NULL;
    char *line = arena_strdup(reader->fields.arena, text);
    size_t n_bytes = strlen(line);
    while (n_bytes && strchr(" \r\n", line[n_bytes - 1]))
        line[--n_bytes] = '\0';
    for (char *at = line; *at; at++)
        *at = *at == '\n' || *at == '\r' ? ' ' : *at;
    return n_bytes ? line : NULL;
}

/* Reads the event, without a full stop, since it is put into a sentence. */
static const char *read_event(struct risk_reader *reader,
                              const struct yaml *root)
{
    const char *event = read_text(reader, root, "event");
    if (event && str_ends(event, "."))
        event = arena_strndup(reader->fields.arena, event, strlen(event) - 1);
    if (!event || risk_event_can_be_told(event))
        return event;
    yaml_field_complain(&reader->fields, SEVERITY_ERROR,
                        yaml_get(root, "event"),
                        _("event must be a verb in the present, without "
                          "\"not\", such as: have a stroke"));
    return NULL;
}

/* Reads a text that the figures would be meaningless without. */
static const char *read_required_text(struct risk_reader *reader,
                                      const struct yaml *root, const char *key,
                                      const char *complaint)
{
    const char *text = read_text(reader, root, key);
    if (text)
        return text;
    yaml_field_complain(&reader->fields, SEVERITY_ERROR, root, "%s", complaint);
    reader->n_missing++;
    return NULL;
}

/* Reads a count of people out of risk->per. Returns -1 if it is invalid or
 * missing. */
static long read_count(struct risk_reader *reader, const struct yaml *row,
                       const char *key)
{
    const struct yaml *value = yaml_get(row, key);
    long number = -1;
    if (!value)
        return -1;
    if (yaml_long(value, &number) && number >= 0 && number <= reader->risk->per)
        return number;
    fail_figures(reader, value, _("%s must be a whole number from 0 to %ld"),
                 key, reader->risk->per);
    return -1;
}

static void read_interval(struct risk_reader *reader,
                          const struct yaml *element, struct risk_row *row)
{
    row->low = read_count(reader, element, "low");
    row->high = read_count(reader, element, "high");
    bool is_half = !yaml_get(element, "low") != !yaml_get(element, "high");
    if (is_half)
        fail_figures(reader, element, _("low and high must both be given"));
    else if (row->low >= 0 && row->high >= 0 && row->n >= 0 &&
             (row->low > row->n || row->n > row->high))
        fail_figures(reader, element, _("n must be between low and high"));
}

static void read_row(struct risk_reader *reader, const struct yaml *element)
{
    static const char *const known[] = {"label", "n",      "low",
                                        "high",  "source", NULL};
    struct risk *risk = reader->risk;
    if (element->type != YAML_MAP) {
        fail_figures(reader, element, _("A row must be {label: ..., n: ...}"));
        return;
    }
    if (yaml_get(element, "per"))
        fail_figures(reader, yaml_get(element, "per"),
                     _("per must come once, before the rows, because all rows "
                       "share it"));
    else
        yaml_field_warn_of_unknown(&reader->fields, element, known);
    reject_repeated(reader, element, known);
    struct risk_row row = {
        .label = read_text(reader, element, "label"),
        .n = read_count(reader, element, "n"),
        .source = read_text(reader, element, "source"),
        .reference = -1,
    };
    read_interval(reader, element, &row);
    if (!row.label)
        fail_figures(reader, element, _("A row needs a label"));
    if (!yaml_get(element, "n"))
        fail_figures(reader, element, _("A row needs a number: n"));
    risk->rows[risk->n_rows++] = row;
}

static void read_rows(struct risk_reader *reader, const struct yaml *root)
{
    const struct yaml *rows = yaml_get(root, "rows");
    if (!rows || rows->type != YAML_LIST || !rows->first) {
        fail_figures(reader, rows ? rows : root,
                     _("rows must be a list of {label: ..., n: ...}"));
        return;
    }
    for (const struct yaml *row = rows->first; row; row = row->next) {
        if (reader->risk->n_rows == RISK_MAX_ROWS) {
            fail_figures(reader, row, _("There are more than %d rows"),
                         RISK_MAX_ROWS);
            return;
        }
        read_row(reader, row);
    }
}

static void read_per(struct risk_reader *reader, const struct yaml *root)
{
    static const long allowed[] = {100, 1000, 10000, 100000};
    const struct yaml *value = yaml_get(root, "per");
    long per = 0;
    yaml_long(value, &per);
    for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++)
        if (per == allowed[i])
            reader->risk->per = per;
    if (!reader->risk->per)
        fail_figures(reader, value ? value : root,
                     _("per must be 100, 1000, 10000 or 100000"));
}

/* Returns the index in words (ended by NULL) of a key's text, or -1. */
static int read_choice(struct risk_reader *reader, const struct yaml *root,
                       const char *key, const char *const *words)
{
    const char *text = read_text(reader, root, key);
    for (int i = 0; text && words[i]; i++)
        if (!strcmp(text, words[i]))
            return i;
    if (text)
        yaml_field_complain(&reader->fields, SEVERITY_ERROR,
                            yaml_get(root, key), _("%s cannot be \"%s\""), key,
                            text);
    return -1;
}

static void read_outcome(struct risk_reader *reader, const struct yaml *root)
{
    static const char *const outcomes[] = {"harm", "benefit", NULL};
    if (yaml_get(root, "outcome")) {
        reader->risk->benefit =
            read_choice(reader, root, "outcome", outcomes) == 1;
        return;
    }
    yaml_field_complain(&reader->fields, SEVERITY_ERROR, root,
                        _("outcome is missing: harm or benefit?"));
    reader->n_missing++;
}

static void read_words(struct risk_reader *reader, const struct yaml *root)
{
    static const char *const known[] = {"title",   "population", "period",
                                        "event",   "per",        "rows",
                                        "outcome", "certainty",  NULL};
    static const char *const certainties[] = {"high", "moderate", "low",
                                              "very low", NULL};
    struct risk *risk = reader->risk;
    yaml_field_warn_of_unknown(&reader->fields, root, known);
    reject_repeated(reader, root, known);
    risk->title = read_text(reader, root, "title");
    risk->event = read_event(reader, root);
    risk->population =
        read_required_text(reader, root, "population",
                           _("population is missing: who was studied?"));
    risk->period = read_required_text(reader, root, "period",
                                      _("period is missing: over what time?"));
    risk->certainty = (enum risk_certainty)(
        read_choice(reader, root, "certainty", certainties) + 1);
    read_outcome(reader, root);
}

static void read_block(struct risk_reader *reader, const struct yaml *root,
                       unsigned first_line)
{
    const struct yaml start = {.line = first_line, .column = 1};
    if (!root || root->type != YAML_MAP) {
        fail_figures(reader, root ? root : &start,
                     _("A risk block must be YAML: per: 1000, rows: ..."));
        return;
    }
    read_words(reader, root);
    read_per(reader, root);
    if (reader->risk->per)
        read_rows(reader, root);
}

/* Returns the messages from index first on, one per line. */
static const char *faults_of(struct arena *arena,
                             const struct diagnostics *list, size_t first)
{
    struct buf lines;
    buf_init(&lines);
    for (size_t i = first; i < list->n; i++) {
        size_t start = lines.n_bytes;
        buf_printf(&lines, _("Line %u: %s"), list->items[i].line,
                   list->items[i].text);
        if (!strchr("?.", lines.data[lines.n_bytes - 1]))
            buf_add_char(&lines, '.');
        for (char *at = lines.data + start; *at; at++)
            *at = *at == '\n' || *at == '\r' ? ' '
                                             : *at; /* from a quoted value */
        buf_add_char(&lines, '\n');
    }
    char *faults = arena_strndup(arena, lines.data, lines.n_bytes);
    buf_finish(&lines);
    return faults;
}

struct risk *risk_parse(struct arena *arena, const char *text, size_t n_bytes,
                        unsigned first_line, struct diagnostics *out)
{
    size_t n_before = out->n;
    struct risk *risk = arena_alloc(arena, sizeof *risk);
    struct risk_reader reader = {.fields = {arena, out, "risk"}, .risk = risk};
    const struct yaml *root = yaml_parse(
        arena, &(struct yaml_text){text, n_bytes, .first_line = first_line},
        out);
    risk->broken = out->n > n_before;
    if (!risk->broken) /* otherwise only a part of it was read */
        read_block(&reader, root, first_line);
    risk->n_faults = out->n - n_before;
    risk->faults = faults_of(arena, out, n_before);
    risk->opaque = risk->n_faults > reader.n_missing;
    return risk;
}
