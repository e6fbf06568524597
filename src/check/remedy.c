/* Dates and words of the front matter, written in their form. */
#include "check/remedy.h"

#include <stdio.h>
#include <string.h>

#include "article/passage.h"
#include "base/ascii.h"

static const char *const months[] = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

static int month_of(const char *word)
{
    size_t n_bytes = strlen(word);
    for (int i = 0; n_bytes >= 3 && i < 12; i++)
        if (!ascii_ncasecmp(months[i], word, n_bytes))
            return i + 1;
    return 0;
}

/* "2026/11/22", "22 November 2026", "November 22, 2026"; 22/11/2026 may be
 * two things where both numbers are small, and is left alone. */
static bool read_date(const char *text, struct date *date)
{
    char word[16];
    int year, month, day, n = 0;
    if (sscanf(text, "%4d%*1[/.]%2d%*1[/.]%2d%n", &year, &month, &day, &n) ==
            3 &&
        n && !text[n])
        goto found;
    if (sscanf(text, "%2d %15[A-Za-z] %4d%n", &day, word, &year, &n) == 3 &&
        n && !text[n] && (month = month_of(word)))
        goto found;
    if (sscanf(text, "%15[A-Za-z] %2d, %4d%n", word, &day, &year, &n) == 3 &&
        n && !text[n] && (month = month_of(word)))
        goto found;
    return false;
found:
    *date = (struct date){year, month, day};
    return true;
}

static const char *right_date(struct arena *arena, const char *value)
{
    struct date date, checked;
    char text[11];
    if (!read_date(value, &date))
        return NULL;
    date_format(&date, text);
    return date_parse(text, &checked) ? arena_strdup(arena, text) : NULL;
}

static char *lower(struct arena *arena, const char *value)
{
    char *word = arena_strdup(arena, value);
    for (char *at = word; *at; at++)
        *at = ascii_lower(*at);
    return word;
}

static const char *right_type(struct arena *arena, const char *value)
{
    const char *word = lower(arena, value);
    return article_type_find(word) != TYPE_NONE ? word : NULL;
}

static const char *right_audience(struct arena *arena, const char *value)
{
    const char *word = lower(arena, value);
    return !strcmp(word, "patient") || !strcmp(word, "carer") ||
                   !strcmp(word, "clinician")
               ? word
               : NULL;
}

static const struct {
    const char *field;
    const char *(*right)(struct arena *arena, const char *value);
} remedies[] = {
    {"updated", right_date},      {"reviewed", right_date},
    {"review_due", right_date},   {"type", right_type},
    {"audience", right_audience},
};

/* A line of the front matter; messages come nearly in the order of lines. */
struct front_matter {
    const char *source;
    struct meta_extent extent;
    size_t start, n_bytes; /* of the line, with its end; 0: the end */
    unsigned line;
};

static void go_first(struct front_matter *front)
{
    size_t start = front->extent.yaml_start;
    front->start = start;
    front->line = 2; /* below the fence */
    front->n_bytes = passage_line_length(front->source + start,
                                         front->extent.yaml_end - start);
}

/* False if the line is none of the YAML. */
static bool go_line(struct front_matter *front, unsigned line)
{
    if (line < 2 || line >= front->extent.body_line)
        return false;
    if (line < front->line)
        go_first(front);
    for (; front->line < line && front->n_bytes; front->line++) {
        front->start += front->n_bytes;
        front->n_bytes =
            passage_line_length(front->source + front->start,
                                front->extent.yaml_end - front->start);
    }
    return front->n_bytes > 0;
}

/* Where a field's value stands in the line, without quotes and comment. */
static bool find_value(const struct front_matter *front, const char *field,
                       size_t *start, size_t *end)
{
    const char *line = front->source + front->start;
    size_t n_field = strlen(field), n_line = 0;
    while (n_line < front->n_bytes && !memchr("\r\n#", line[n_line], 3))
        n_line++;
    if (n_line <= n_field || line[n_field] != ':' ||
        memcmp(line, field, n_field) != 0)
        return false;
    *start = n_field + 1;
    *end = n_line;
    while (*start < *end && memchr(" \"'", line[*start], 3))
        ++*start;
    while (*end > *start && memchr(" \"'", line[*end - 1], 3))
        --*end;
    *start += front->start;
    *end += front->start;
    return true;
}

static void add_remedy(const struct front_matter *front, struct arena *arena,
                       struct message *message)
{
    size_t start, end;
    for (size_t i = 0; i < sizeof remedies / sizeof *remedies; i++) {
        if (!find_value(front, remedies[i].field, &start, &end))
            continue;
        char *value = arena_strndup(arena, front->source + start, end - start);
        message->remedy = remedies[i].right(arena, value);
        message->remedy_start = start;
        message->remedy_end = end;
    }
}

void remedies_of_fields(const struct article *article,
                        struct messages *messages)
{
    struct front_matter front = {
        .source = article->source,
        .extent = meta_find(article->source, article->n_source_bytes),
    };
    go_first(&front);
    for (size_t i = 0; i < messages->n; i++) {
        struct message *message = &messages->items[i];
        if (!message->is_cause && go_line(&front, message->at.line))
            add_remedy(&front, messages->arena, message);
    }
}
