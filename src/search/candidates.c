/* Finds the best sections by text and names, among those that contain one of
 * the rarest look-ups. */
#include "search/candidates.h"

#include <math.h>

#include "index/schema.h"
#include "search/match_expression.h"

#define K1 1.2 /* BM25: term-frequency saturation */
#define B 0.75 /* BM25: length normalisation */
#define HEADING_WEIGHT 3
#define NAMES_WEIGHT 2.0
#define KIND_WEIGHT 2.0

/* A scan of all matching sections, one row at a time. */
struct candidate_scan {
    struct candidates *candidates;
    const struct match_expression *expression;
    /* BM25 length normalisation of each length class */
    double lengths[LENGTH_CLASSES];
    struct candidate row; /* the row scored last */
};

/* The weights of the terms found in a row's text and in its names. */
struct row_weights {
    double text[QUERY_TERMS_MAX], names[QUERY_TERMS_MAX];
    uint64_t in_names; /* one bit for each term */
};

/* Scores a phrase by BM25 over heading and body together. For each term the
 * best of its look-ups counts. */
static void weigh_phrase(struct candidate_scan *scan,
                         const struct fts_hits *hits, int phrase,
                         struct row_weights *weights)
{
    const struct lookup *lookup =
        &scan->candidates->lookups->items[scan->expression->phrases[phrase]];
    double length = scan->lengths[hits->row & (LENGTH_CLASSES - 1)];
    double n = hits->n[phrase][COLUMN_HEADING] * HEADING_WEIGHT +
               hits->n[phrase][COLUMN_BODY];
    double *text = &weights->text[lookup->term];
    double *names = &weights->names[lookup->term];
    scan->row.terms |= n > 0 ? lookup_terms(lookup) : 0;
    *text = fmax(*text, lookup->weight * n * (K1 + 1) / (n + length));
    if (!hits->n[phrase][COLUMN_NAMES])
        return;
    weights->in_names |= lookup_terms(lookup);
    *names = fmax(*names, lookup->weight);
}

static void add_weights(struct candidate_scan *scan,
                        const struct row_weights *weights)
{
    struct candidate *row = &scan->row;
    double names = 0;
    for (size_t i = 0; i < scan->candidates->lookups->query->n_terms; i++) {
        row->text += weights->text[i];
        row->text_of_names += weights->in_names >> i & 1 ? weights->text[i] : 0;
        names += weights->names[i];
    }
    row->score = row->text + NAMES_WEIGHT * names;
}

static double score_row(void *context, const struct fts_hits *hits)
{
    struct candidate_scan *scan = context;
    struct candidates *candidates = scan->candidates;
    const struct match_expression *expression = scan->expression;
    struct row_weights weights = {0};
    scan->row = (struct candidate){
        .section = hits->row >> LENGTH_BITS,
        .has_body = hits->row & (LENGTH_CLASSES - 1),
    };
    for (int i = 0; i < hits->n_phrases && i < expression->n_phrases; i++)
        if (expression->phrases[i] >= 0)
            weigh_phrase(scan, hits, i, &weights);
    add_weights(scan, &weights);
    if (expression->kind_phrase >= 0 &&
        hits->n[expression->kind_phrase][COLUMN_TAGS] > 0)
        scan->row.score += KIND_WEIGHT;
    uint64_t wanted = candidates->lookups->matched & expression->looked_up;
    candidates->has_all = candidates->has_all ||
                          !(wanted & ~(scan->row.terms | weights.in_names));
    return scan->row.score;
}

static void sift_down(struct candidate *heap, size_t n, size_t i)
{
    for (size_t child; (child = 2 * i + 1) < n; i = child) {
        child += child + 1 < n && heap[child + 1].score < heap[child].score;
        if (heap[i].score <= heap[child].score)
            return;
        struct candidate swap = heap[i];
        heap[i] = heap[child];
        heap[child] = swap;
    }
}

/* Adds a candidate, in place of the worst one if the heap is full. */
static void add_candidate(struct candidates *candidates,
                          const struct candidate *candidate)
{
    struct candidate *heap = candidates->items;
    if (candidates->n == CANDIDATES_MAX) {
        if (candidate->score <= heap[0].score)
            return;
        heap[0] = *candidate;
        sift_down(heap, CANDIDATES_MAX, 0);
        return;
    }
    size_t i = candidates->n++;
    for (; i > 0 && heap[(i - 1) / 2].score > candidate->score; i = (i - 1) / 2)
        heap[i] = heap[(i - 1) / 2];
    heap[i] = *candidate;
}

static void find_lengths(struct candidate_scan *scan)
{
    double mean = scan->candidates->lookups->context->mean_words;
    for (int i = 0; i < LENGTH_CLASSES; i++) {
        double n_words = exp2((i + 0.5) / CLASSES_PER_DOUBLING) - 1;
        scan->lengths[i] = K1 * (1 - B + B * n_words / mean);
    }
}

static void scan_sections(struct candidate_scan *scan)
{
    static const char sql[] = "SELECT rowid, score(section_text)"
                              " FROM section_text"
                              " WHERE section_text MATCH ?1";
    struct candidates *candidates = scan->candidates;
    const struct search_context *context = candidates->lookups->context;
    size_t limit = context->options->quick ? 2 * SECTIONS_SCANNED_QUICK
                                           : 2 * SECTIONS_SCANNED_MAX;
    struct db_query *query = db_query(context->db, sql);
    enum db_result result;
    db_bind_text(query, 1, scan->expression->text.data);
    while ((result = db_step(query)) == DB_ROW) {
        if (candidates->n_found++ == limit) {
            candidates->is_cut = true;
            break;
        }
        add_candidate(candidates, &scan->row);
    }
    candidates->failed =
        result != DB_ROW && result != DB_DONE ? result : DB_DONE;
    db_query_free(query);
}

void candidates_find(struct candidates *candidates,
                     const struct lookups *lookups)
{
    struct match_expression expression;
    struct candidate_scan scan = {.candidates = candidates,
                                  .expression = &expression};
    candidates->lookups = lookups;
    candidates->n = candidates->n_by_title = candidates->n_found = 0;
    candidates->is_cut = candidates->has_all = false;
    candidates->failed = DB_DONE;
    if (match_expression_init(&expression, lookups) &&
        fts_set_score(lookups->context->db, "score", score_row, &scan)) {
        find_lengths(&scan);
        scan_sections(&scan);
    }
    candidates->looked_up = expression.looked_up;
    match_expression_finish(&expression);
}
