/* Dates and words of the front matter, written in their form. */
#include "check/remedy.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

static const char *const months[] = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

static int month_of(const char *word)
{
    size_t n_bytes = strlen(word);
    for (int i = 0; n_bytes >= 3 && i < 12; i++)
        if (!strncasecmp(months[i], word, n_bytes))
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
        *at = (char)tolower((unsigned char)*at);
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

static const char *line_start(const struct article *article, unsigned line)
{
    const char *at = article->source;
    while (at && --line) {
        at = strchr(at, '\n');
        at = at ? at + 1 : NULL;
    }
    return at;
}

void remedy_of_field(const struct article *article, struct arena *arena,
                     struct message *message)
{
    const char *line = line_start(article, message->at.line);
    size_t n_line = line ? strcspn(line, "\r\n#") : 0;
    for (size_t i = 0; i < sizeof remedies / sizeof *remedies; i++) {
        size_t n_field = strlen(remedies[i].field);
        if (n_line <= n_field || line[n_field] != ':' ||
            memcmp(line, remedies[i].field, n_field) != 0)
            continue;
        size_t start = n_field + 1, end = n_line;
        while (start < end && strchr(" \"'", line[start]))
            start++;
        while (end > start && strchr(" \"'", line[end - 1]))
            end--;
        char *value = arena_strndup(arena, line + start, end - start);
        message->remedy = remedies[i].right(arena, value);
        message->remedy_start = (size_t)(line - article->source) + start;
        message->remedy_end = message->remedy_start + (end - start);
    }
}
