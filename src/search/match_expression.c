/* Builds the FTS5 MATCH expression. It matches sections that contain one of the
 * rarest look-ups, called sources: ranking all sections that contain any word
 * would take a second in a large library. */
#include "search/match_expression.h"

#include <stdio.h>
#include <stdlib.h>

#include "index/schema.h"
#include "search/publishers.h"

/* sections of all optional look-ups together */
#define OPTIONAL_SECTIONS_MAX 200000

static int by_n(const void *a, const void *b)
{
    const struct lookup *x = *(const struct lookup *const *)a;
    const struct lookup *y = *(const struct lookup *const *)b;
    return (x->n > y->n) - (x->n < y->n);
}

/* Chooses the rarest look-ups as sources until they have enough sections.
 * Returns how many there are. */
static size_t choose_sources(struct match_expression *expression)
{
    const struct lookups *lookups = expression->lookups;
    const struct lookup *sorted[LOOKUPS_MAX];
    int64_t n_left = lookups->context->options->quick ? SECTIONS_SCANNED_QUICK
                                                      : SECTIONS_SCANNED_MAX;
    size_t n_sources = 0;
    for (size_t i = 0; i < lookups->n; i++)
        sorted[i] = &lookups->items[i];
    qsort(sorted, lookups->n, sizeof *sorted, by_n);
    for (size_t i = 0; i < lookups->n; i++) {
        if (sorted[i]->n == 0)
            continue;
        if (n_sources && sorted[i]->n > n_left)
            break;
        expression->is_source[sorted[i] - lookups->items] = true;
        n_left -= sorted[i]->n;
        n_sources++;
    }
    return n_sources;
}

static bool add_phrase(struct match_expression *expression, const char *text,
                       int lookup)
{
    if (expression->n_phrases == FTS_PHRASES_MAX)
        return false;
    expression->phrases[expression->n_phrases++] = lookup;
    if (lookup >= 0)
        expression->looked_up |=
            lookup_terms(&expression->lookups->items[lookup]);
    buf_printf(&expression->text, "\"%s\"", text);
    return true;
}

/* Adds the sources, or else the optional look-ups, separated by OR. Optional
 * look-ups are left out once they have too many sections. */
static void add_disjunction(struct match_expression *expression, bool sources)
{
    const struct lookups *lookups = expression->lookups;
    const char *separator = "";
    int64_t n_left = OPTIONAL_SECTIONS_MAX;
    for (size_t i = 0; i < lookups->n; i++) {
        const struct lookup *lookup = &lookups->items[i];
        bool is_source = expression->is_source[i];
        if (sources ? !is_source
                    : is_source || lookup->n == 0 || lookup->n > n_left)
            continue;
        n_left -= sources ? 0 : lookup->n;
        for (size_t k = 0; k < lookup->n_variants; k++) {
            if (expression->n_phrases == FTS_PHRASES_MAX)
                return;
            buf_add(&expression->text, separator);
            add_phrase(expression, lookup->variants[k], (int)i);
            separator = " OR ";
        }
    }
}

static void add_kind(struct match_expression *expression, size_t n_before)
{
    const struct query *query = expression->lookups->query;
    char tag[16];
    if (query->asked == KIND_NONE || expression->n_phrases == FTS_PHRASES_MAX)
        return;
    snprintf(tag, sizeof tag, TAG_KIND "%d", query->asked);
    if (expression->text.n_bytes > n_before)
        buf_add(&expression->text, " OR ");
    expression->kind_phrase = expression->n_phrases;
    add_phrase(expression, tag, -1);
}

static void repeat_source(struct match_expression *expression,
                          const struct lookup *lookup)
{
    for (size_t k = 0; k < lookup->n_variants; k++) {
        if (expression->n_phrases == FTS_PHRASES_MAX)
            return;
        buf_add(&expression->text, " OR ");
        add_phrase(expression, lookup->variants[k], -1);
    }
}

/* Adds the optional look-ups: they count for the score, but a section need not
 * have them. The sources are repeated among them, so that this part is true for
 * every section of the sources; since it follows AND, FTS5 evaluates it for
 * those sections only. */
static void add_optional(struct match_expression *expression)
{
    struct buf *out = &expression->text;
    size_t before = out->n_bytes;
    buf_add(out, " AND (");
    size_t n_before = out->n_bytes;
    add_disjunction(expression, false);
    add_kind(expression, n_before);
    if (out->n_bytes == n_before) {
        buf_truncate(out, before);
        return;
    }
    for (size_t i = 0; i < expression->lookups->n; i++)
        if (expression->is_source[i])
            repeat_source(expression, &expression->lookups->items[i]);
    buf_add_char(out, ')');
}

static void add_tag(struct match_expression *expression, const char *prefix,
                    const char *value)
{
    struct buf tag;
    buf_init(&tag);
    buf_printf(&tag, "%s%s", prefix, value);
    buf_add(&expression->text, expression->text.n_bytes ? " AND " : "");
    add_phrase(expression, tag.data, -1);
    buf_finish(&tag);
}

static void add_number_tag(struct match_expression *expression,
                           const char *prefix, int number)
{
    char text[16];
    snprintf(text, sizeof text, "%d", number);
    add_tag(expression, prefix, text);
}

static void add_code(struct match_expression *expression, const char *code)
{
    struct buf tag;
    buf_init(&tag);
    schema_add_code_tag(code, &tag);
    add_tag(expression, "", tag.data);
    buf_finish(&tag);
}

/* Adds the publishers that the filter may mean, separated by OR. If there are
 * too many, ranking checks the publisher of each article instead. */
static void add_publishers(struct match_expression *expression)
{
    const struct lookups *lookups = expression->lookups;
    struct buf *out = &expression->text;
    int64_t ids[PUBLISHERS_MAX] = {0};
    size_t n =
        publishers_find(lookups->context->db, lookups->query->publisher, ids);
    if (n > PUBLISHERS_MAX)
        return;
    buf_add(out, out->n_bytes ? " AND (" : "(");
    for (size_t i = 0; i < (n ? n : 1); i++) {
        char tag[32];
        snprintf(tag, sizeof tag, TAG_PUBLISHER "%lld", (long long)ids[i]);
        buf_add(out, i ? " OR " : "");
        add_phrase(expression, tag, -1);
    }
    buf_add_char(out, ')');
}

/* Adds a phrase as stemmed in each language that has it. If none has, its
 * English stems, which match nothing. */
static void add_variants(struct match_expression *expression,
                         const struct query_term *term)
{
    char *variants[VARIANTS_MAX];
    size_t n = lookups_variants(expression->lookups, term->text, variants);
    buf_add(&expression->text, n > 1 ? "(" : "");
    for (size_t i = 0; i < n; i++) {
        buf_add(&expression->text, i ? " OR " : "");
        add_phrase(expression, variants[i], -1);
        free(variants[i]);
    }
    buf_add(&expression->text, n > 1 ? ")" : "");
    if (!n)
        add_phrase(expression, term->stems, -1);
}

/* Adds the filters, required phrases and title words. */
static void add_filters(struct match_expression *expression)
{
    const struct query *query = expression->lookups->query;
    struct buf *out = &expression->text;
    if (query->kind != KIND_NONE)
        add_number_tag(expression, TAG_KIND, (int)query->kind);
    if (query->type != TYPE_NONE)
        add_number_tag(expression, TAG_TYPE, (int)query->type);
    if (query->lang)
        add_tag(expression, TAG_LANG, query->lang);
    if (query->publisher)
        add_publishers(expression);
    if (query->code)
        add_code(expression, query->code);
    for (size_t i = 0; i < query->n_terms; i++) {
        const struct query_term *term = &query->terms[i];
        if (term->type != QUERY_PHRASE && term->type != QUERY_TITLE)
            continue;
        buf_add(out, out->n_bytes ? " AND " : "");
        buf_add(out, term->type == QUERY_TITLE ? "names : " : "");
        add_variants(expression, term);
    }
}

/* Adds the excluded words and phrases. */
static void add_exclusions(struct match_expression *expression)
{
    const struct query *query = expression->lookups->query;
    for (size_t i = 0; i < query->n_terms; i++) {
        const struct query_term *term = &query->terms[i];
        if (term->type == QUERY_NOT && expression->text.n_bytes) {
            buf_add(&expression->text, " NOT ");
            add_variants(expression, term);
        }
    }
}

static void enclose(struct buf *text)
{
    struct buf whole;
    buf_init(&whole);
    buf_printf(&whole, "(%s)", text->data);
    buf_clear(text);
    buf_add_n(text, whole.data, whole.n_bytes);
    buf_finish(&whole);
}

static bool any_word(const struct query *query)
{
    for (size_t i = 0; i < query->n_terms; i++)
        if (query->terms[i].type == QUERY_WORD)
            return true;
    return false;
}

bool match_expression_init(struct match_expression *expression,
                           const struct lookups *lookups)
{
    *expression =
        (struct match_expression){.lookups = lookups, .kind_phrase = -1};
    struct buf *out = &expression->text;
    buf_init(out);
    size_t n_sources = choose_sources(expression);
    if (any_word(lookups->query) && !n_sources)
        return false;
    add_filters(expression);
    if (n_sources) {
        buf_add(out, out->n_bytes ? " AND (" : "(");
        add_disjunction(expression, true);
        buf_add_char(out, ')');
        add_optional(expression);
    }
    if (out->n_bytes)
        enclose(out);
    add_exclusions(expression);
    return out->n_bytes > 0;
}

void match_expression_finish(struct match_expression *expression)
{
    buf_finish(&expression->text);
}
