/* Finds text in an article by comparing bytes in a folded copy of its text. */
#include "text/find.h"

#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "text/readable.h"
#include "text/regex.h"

/* A folded copy of a text, made when it is first needed. */
struct folded {
    bool is_made;
    struct buf text;
    struct fold_map map;
};

/* The last search. A query that extends its query cannot match before its first
 * match. */
struct last_search {
    const struct folded *folded; /* the text searched; NULL: none yet */
    struct buf query;
    size_t first; /* offset of the first match in the folded text, or its end */
};

/* One form of the text: with citations as numbers, or without citations. */
struct find_reading {
    struct readable readable;
    struct folded any_case, same_case;
    struct last_search last_search;
};

struct find_text {
    struct find_reading numbered, plain;
};

static void reading_init(struct find_reading *reading)
{
    buf_init(&reading->any_case.text);
    buf_init(&reading->same_case.text);
    buf_init(&reading->last_search.query);
}

struct find_text *find_text_new(const struct article *article)
{
    struct find_text *text = mem_calloc(1, sizeof *text);
    readable_init(&text->numbered.readable, article);
    readable_init_plain(&text->plain.readable, article);
    reading_init(&text->numbered);
    reading_init(&text->plain);
    return text;
}

static void folded_finish(struct folded *folded)
{
    buf_finish(&folded->text);
    fold_map_finish(&folded->map);
}

static void reading_finish(struct find_reading *reading)
{
    readable_finish(&reading->readable);
    folded_finish(&reading->any_case);
    folded_finish(&reading->same_case);
    buf_finish(&reading->last_search.query);
}

void find_text_free(struct find_text *text)
{
    if (!text)
        return;
    reading_finish(&text->numbered);
    reading_finish(&text->plain);
    free(text);
}

static const struct folded *folded_text(struct find_reading *reading,
                                        unsigned fold)
{
    struct folded *folded =
        fold & FOLD_CASE ? &reading->any_case : &reading->same_case;
    if (!folded->is_made) {
        fold_text_mapped(reading->readable.text.data,
                         reading->readable.text.n_bytes, fold, &folded->text,
                         &folded->map);
        folded->is_made = true;
    }
    return folded;
}

/* Adds a match, unless it overlaps the last one: two matches in what one code
 * point folds to (ﬃ: ffi) are one. */
static void add_match(struct find *find, size_t *capacity,
                      struct find_match match)
{
    if (find->n > 0 && match.text_start < find->matches[find->n - 1].text_end)
        return;
    find->matches =
        mem_grow(find->matches, find->n, capacity, sizeof *find->matches);
    find->matches[find->n++] = match;
}

/* Returns the offset where the search has to start. */
static size_t start_offset(const struct last_search *last_search,
                           const struct folded *folded, const struct buf *query)
{
    bool extends = last_search->folded == folded &&
                   query->n_bytes >= last_search->query.n_bytes &&
                   !memcmp(query->data, last_search->query.data,
                           last_search->query.n_bytes);
    return extends ? last_search->first : 0;
}

static void remember(struct last_search *last_search,
                     const struct folded *folded, const struct buf *query,
                     size_t first)
{
    last_search->folded = folded;
    last_search->first = first;
    buf_clear(&last_search->query);
    buf_add_n(&last_search->query, query->data, query->n_bytes);
}

static struct find_match match_of(const struct find_reading *reading,
                                  const struct folded *folded, uint32_t start,
                                  uint32_t end)
{
    return (struct find_match){
        readable_start(&reading->readable, fold_map_start(&folded->map, start)),
        readable_end(&reading->readable, fold_map_end(&folded->map, end)),
    };
}

static void find_all(struct find *find, struct find_reading *reading,
                     unsigned fold, const struct buf *query)
{
    const struct folded *folded = folded_text(reading, fold);
    struct last_search *last_search = &reading->last_search;
    const char *text = folded->text.data;
    const char *end = text + folded->text.n_bytes, *first = NULL;
    size_t capacity = 0;
    const char *at = text + start_offset(last_search, folded, query);
    for (;; at += query->n_bytes) {
        at = memmem(at, (size_t)(end - at), query->data, query->n_bytes);
        if (!at)
            break;
        first = first ? first : at;
        uint32_t start = (uint32_t)(at - text);
        uint32_t past = start + (uint32_t)query->n_bytes;
        add_match(find, &capacity, match_of(reading, folded, start, past));
    }
    remember(last_search, folded, query,
             (size_t)((first ? first : end) - text));
}

/* Merges the matches of another search into find. Of matches that overlap, the
 * first is kept. */
static void merge(struct find *find, const struct find *other)
{
    struct find both = {0};
    size_t capacity = 0, i = 0, k = 0;
    while (i < find->n || k < other->n) {
        bool is_first =
            k == other->n || (i < find->n && find->matches[i].text_start <=
                                                 other->matches[k].text_start);
        add_match(&both, &capacity,
                  is_first ? find->matches[i++] : other->matches[k++]);
    }
    free(find->matches);
    *find = both;
}

/* Searches the text without citations and, if the query may match one, the text
 * with citations as numbers. */
static void find_in_both(struct find *find, struct find_text *text,
                         unsigned fold, const struct buf *query)
{
    struct find numbered = {0};
    find_all(find, &text->plain, fold, query);
    if (!text->numbered.readable.n ||
        !query->data[strcspn(query->data, "[]0123456789")])
        return;
    find_all(&numbered, &text->numbered, fold, query);
    merge(find, &numbered);
    find_finish(&numbered);
}

static void find_matches(struct find *find, struct regex *regex,
                         const struct find_reading *reading,
                         const struct folded *folded)
{
    size_t capacity = 0, at = 0, n_bytes = folded->text.n_bytes;
    struct regex_range range = {0, n_bytes};
    while (regex_find(regex, folded->text.data, &range)) {
        add_match(find, &capacity,
                  match_of(reading, folded, (uint32_t)range.start,
                           (uint32_t)range.end));
        at = range.end;
        range = (struct regex_range){at, n_bytes};
    }
    if (regex_is_exhausted(regex))
        error_set(&find->problem, _("The search took too long. Some matches "
                                    "may be missing"));
}

/* Finds a regular expression. White space is not folded, since "^" and "$" need
 * the line endings. */
static void find_regex(struct find *find, struct find_text *text,
                       const char *pattern)
{
    const struct find_reading *reading = &text->plain;
    size_t n_bytes = strlen(pattern);
    unsigned fold = FOLD_ACCENTS;
    if (!fold_has_upper(pattern, n_bytes))
        fold |= FOLD_CASE;
    struct folded folded = {.is_made = true};
    struct buf folded_pattern;
    buf_init(&folded.text);
    buf_init(&folded_pattern);
    fold_text(pattern, n_bytes, fold, &folded_pattern);
    struct regex *regex =
        regex_new(folded_pattern.data, folded_pattern.n_bytes, &find->problem);
    if (regex) {
        fold_text_mapped(reading->readable.text.data,
                         reading->readable.text.n_bytes, fold, &folded.text,
                         &folded.map);
        find_matches(find, regex, reading, &folded);
    }
    regex_free(regex);
    folded_finish(&folded);
    buf_finish(&folded_pattern);
}

void find_run(struct find *find, struct find_text *text, const char *query)
{
    *find = (struct find){0};
    if (query[0] == '\\' && query[1] == 'v') {
        find_regex(find, text, query + 2);
        return;
    }
    size_t n_bytes = strlen(query);
    unsigned fold = FOLD_ACCENTS | FOLD_SPACES;
    if (!fold_has_upper(query, n_bytes))
        fold |= FOLD_CASE;
    struct buf folded_query;
    buf_init(&folded_query);
    fold_text(query, n_bytes, fold, &folded_query);
    if (folded_query.n_bytes > 0)
        find_in_both(find, text, fold, &folded_query);
    buf_finish(&folded_query);
}

void find_finish(struct find *find)
{
    if (!find)
        return;
    free(find->matches);
    *find = (struct find){0};
}

/* Counts the matches that start before text_offset. */
static size_t n_before(const struct find *find, uint32_t text_offset)
{
    size_t first = 0, end = find->n;
    while (first < end) {
        size_t middle = first + (end - first) / 2;
        if (find->matches[middle].text_start < text_offset)
            first = middle + 1;
        else
            end = middle;
    }
    return first;
}

size_t find_next(const struct find *find, uint32_t text_offset)
{
    size_t index = n_before(find, text_offset);
    return index < find->n ? index : SIZE_MAX;
}

size_t find_previous(const struct find *find, uint32_t text_offset)
{
    size_t n = n_before(find, text_offset);
    return n > 0 ? n - 1 : SIZE_MAX;
}
