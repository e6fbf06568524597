/* The best sections by text and names, out of those that have one of the
 * rarest words: to rank all that have any word would take a second. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "index/schema.h"
#include "search/seek.h"

#define SECTIONS_LOOKED_AT 20000
#define SECTIONS_WHEN_QUICK 5000
#define OTHERS_LOOKED_AT 200000 /* of words that are no source */
#define K1 1.2                  /* BM25: how soon more of a word is no more */
#define B 0.75                  /* BM25: how much length counts */
#define HEADING_WEIGHT 3
#define NAMES_WEIGHT 2.0
#define KIND_WEIGHT 2.0

static int by_n(const void *a, const void *b)
{
    const struct sought *x = *(struct sought *const *)a;
    const struct sought *y = *(struct sought *const *)b;
    return (x->n > y->n) - (x->n < y->n);
}

/* The rarest words are sources, until they have sections enough. Returns how
 * many have any. */
static size_t choose_sources(struct seek *seek)
{
    struct sought *sorted[SOUGHT_MAX];
    int64_t n_left =
        seek->options->quick ? SECTIONS_WHEN_QUICK : SECTIONS_LOOKED_AT;
    size_t n_sources = 0;
    for (size_t i = 0; i < seek->n_sought; i++)
        sorted[i] = &seek->sought[i];
    qsort(sorted, seek->n_sought, sizeof *sorted, by_n);
    for (size_t i = 0; i < seek->n_sought; i++) {
        if (sorted[i]->n == 0)
            continue;
        if (n_sources && sorted[i]->n > n_left)
            break;
        sorted[i]->is_source = true;
        n_left -= sorted[i]->n;
        n_sources++;
    }
    return n_sources;
}

static bool add_phrase(struct seek *seek, struct buf *out, const char *text,
                       int meaning)
{
    if (seek->n_phrases == FTS_PHRASES_MAX)
        return false;
    seek->phrases[seek->n_phrases++] = meaning;
    if (meaning >= 0)
        seek->looked_for |= seek_wants_of(&seek->sought[meaning]);
    buf_printf(out, "\"%s\"", text);
    return true;
}

/* Words with OR between; the others of them only if they are not too many. */
static void add_any(struct seek *seek, struct buf *out, bool sources)
{
    const char *separator = "";
    int64_t n_left = OTHERS_LOOKED_AT;
    for (size_t i = 0; i < seek->n_sought; i++) {
        const struct sought *sought = &seek->sought[i];
        bool wanted = sources ? sought->is_source
                              : !sought->is_source && sought->n > 0 &&
                                    sought->n <= n_left;
        if (!wanted)
            continue;
        n_left -= sources ? 0 : sought->n;
        buf_add(out, separator);
        if (!add_phrase(seek, out, sought->stems, (int)i))
            return;
        separator = " OR ";
    }
}

/* Sources again, so that what follows counts without being asked for; AND
 * looks it up for the sections of the sources alone. */
static void add_uncounted(struct seek *seek, struct buf *out)
{
    size_t before = out->n_bytes;
    buf_add(out, " AND (");
    size_t n_before = out->n_bytes;
    add_any(seek, out, false);
    if (seek->query.asked != KIND_NONE && seek->n_phrases < FTS_PHRASES_MAX) {
        char tag[16];
        snprintf(tag, sizeof tag, TAG_KIND "%d", seek->query.asked);
        if (out->n_bytes > n_before)
            buf_add(out, " OR ");
        seek->kind_phrase = seek->n_phrases;
        add_phrase(seek, out, tag, -1);
    }
    if (out->n_bytes == n_before) {
        buf_truncate(out, before);
        return;
    }
    for (size_t i = 0; i < seek->n_sought; i++) {
        if (!seek->sought[i].is_source)
            continue;
        buf_add(out, " OR ");
        if (!add_phrase(seek, out, seek->sought[i].stems, -1))
            break;
    }
    buf_add_char(out, ')');
}

static void add_tag(struct seek *seek, struct buf *out, const char *prefix,
                    const char *value)
{
    struct buf tag;
    buf_init(&tag);
    buf_printf(&tag, "%s%s", prefix, value);
    buf_add(out, out->n_bytes ? " AND " : "");
    add_phrase(seek, out, tag.data, -1);
    buf_finish(&tag);
}

/* What must be there, and then what must not be. */
static void add_filters(struct seek *seek, struct buf *out)
{
    const struct query *query = &seek->query;
    char number[16];
    if (query->kind != KIND_NONE) {
        snprintf(number, sizeof number, "%d", query->kind);
        add_tag(seek, out, TAG_KIND, number);
    }
    if (query->type != TYPE_NONE) {
        snprintf(number, sizeof number, "%d", query->type);
        add_tag(seek, out, TAG_TYPE, number);
    }
    if (query->lang)
        add_tag(seek, out, TAG_LANG, query->lang);
    for (size_t i = 0; i < query->n_wants; i++) {
        const struct want *want = &query->wants[i];
        if (want->type != WANT_PHRASE && want->type != WANT_TITLE)
            continue;
        buf_add(out, out->n_bytes ? " AND " : "");
        buf_add(out, want->type == WANT_TITLE ? "names : " : "");
        add_phrase(seek, out, want->stems, -1);
    }
}

static void add_exclusions(struct seek *seek, struct buf *out)
{
    for (size_t i = 0; i < seek->query.n_wants; i++) {
        const struct want *want = &seek->query.wants[i];
        if (want->type == WANT_NOT && out->n_bytes) {
            buf_add(out, " NOT ");
            add_phrase(seek, out, want->stems, -1);
        }
    }
}

/* The MATCH: false if there is nothing to look for. */
static bool make_expression(struct seek *seek, struct buf *out)
{
    seek->kind_phrase = -1;
    size_t n_sources = choose_sources(seek);
    bool any_word = false;
    for (size_t i = 0; i < seek->query.n_wants; i++)
        any_word = any_word || seek->query.wants[i].type == WANT_WORD;
    if (any_word && !n_sources)
        return false;
    add_filters(seek, out);
    if (n_sources) {
        buf_add(out, out->n_bytes ? " AND (" : "(");
        add_any(seek, out, true);
        buf_add_char(out, ')');
        add_uncounted(seek, out);
    }
    if (out->n_bytes) {
        struct buf whole;
        buf_init(&whole);
        buf_printf(&whole, "(%s)", out->data);
        buf_clear(out);
        buf_add_n(out, whole.data, whole.n_bytes);
        buf_finish(&whole);
    }
    add_exclusions(seek, out);
    return out->n_bytes > 0;
}

/* BM25 of heading and body together, by want: the best of what stands for
 * it. */
double candidates_score(void *context, const struct fts_hits *hits)
{
    struct seek *seek = context;
    double text[QUERY_WANTS_MAX] = {0}, names[QUERY_WANTS_MAX] = {0};
    uint64_t named = 0;
    double length = seek->lengths[hits->row & (LENGTH_CLASSES - 1)];
    seek->row = (struct candidate){
        .section = hits->row >> LENGTH_BITS,
        .has_body = hits->row & (LENGTH_CLASSES - 1),
    };
    for (int i = 0; i < hits->n_phrases && i < seek->n_phrases; i++) {
        if (seek->phrases[i] < 0)
            continue;
        const struct sought *sought = &seek->sought[seek->phrases[i]];
        double n = hits->n[i][COLUMN_HEADING] * HEADING_WEIGHT +
                   hits->n[i][COLUMN_BODY];
        double worth = sought->worth * n * (K1 + 1) / (n + length);
        seek->row.wants |= n > 0 ? seek_wants_of(sought) : 0;
        text[sought->want] = fmax(text[sought->want], worth);
        if (!hits->n[i][COLUMN_NAMES])
            continue;
        named |= seek_wants_of(sought);
        names[sought->want] = fmax(names[sought->want], sought->worth);
    }
    seek->has_all = seek->has_all || !(seek->topics & seek->looked_for &
                                       ~(seek->row.wants | named));
    double sum_names = 0;
    for (size_t i = 0; i < seek->query.n_wants; i++) {
        seek->row.text += text[i];
        seek->row.text_of_name += named >> i & 1 ? text[i] : 0;
        sum_names += names[i];
    }
    bool kind =
        seek->kind_phrase >= 0 && hits->n[seek->kind_phrase][COLUMN_TAGS] > 0;
    seek->row.worth =
        seek->row.text + NAMES_WEIGHT * sum_names + (kind ? KIND_WEIGHT : 0);
    return seek->row.worth;
}

static void sift_down(struct candidate *heap, size_t n, size_t i)
{
    for (size_t child; (child = 2 * i + 1) < n; i = child) {
        child += child + 1 < n && heap[child + 1].worth < heap[child].worth;
        if (heap[i].worth <= heap[child].worth)
            return;
        struct candidate swap = heap[i];
        heap[i] = heap[child];
        heap[child] = swap;
    }
}

static void add_candidate(struct seek *seek, struct candidate candidate)
{
    struct candidate *heap = seek->candidates;
    if (seek->n_candidates == CANDIDATES_MAX) {
        if (candidate.worth <= heap[0].worth)
            return;
        heap[0] = candidate;
        sift_down(heap, CANDIDATES_MAX, 0);
        return;
    }
    size_t i = seek->n_candidates++;
    for (; i > 0 && heap[(i - 1) / 2].worth > candidate.worth; i = (i - 1) / 2)
        heap[i] = heap[(i - 1) / 2];
    heap[i] = candidate;
}

static void find_lengths(struct seek *seek)
{
    for (int i = 0; i < LENGTH_CLASSES; i++) {
        double n_words = exp2((i + 0.5) / CLASSES_A_DOUBLING) - 1;
        seek->lengths[i] = K1 * (1 - B + B * n_words / seek->mean_words);
    }
}

void candidates_find(struct seek *seek)
{
    struct buf expression;
    buf_init(&expression);
    if (make_expression(seek, &expression)) {
        size_t n_most = seek->options->quick ? 2 * SECTIONS_WHEN_QUICK
                                             : 2 * SECTIONS_LOOKED_AT;
        struct db_query *query =
            db_query(seek->db, "SELECT rowid, worth(section_text)"
                               " FROM section_text"
                               " WHERE section_text MATCH ?1");
        enum db_result result = DB_DONE;
        find_lengths(seek);
        db_bind_text(query, 1, expression.data);
        while ((result = db_step(query)) == DB_ROW) {
            if (seek->results->n_found++ == n_most) {
                seek->results->is_cut = true;
                break;
            }
            add_candidate(seek, seek->row);
        }
        seek->failed = result != DB_ROW && result != DB_DONE ? result : DB_DONE;
        db_query_free(query);
    }
    buf_finish(&expression);
}
