/* Candidates: the sections that may answer the query, the best by text and
 * names. */
#ifndef MEDFAQ_SEARCH_CANDIDATES_H
#define MEDFAQ_SEARCH_CANDIDATES_H

#include "data/fts.h"
#include "search/lookups.h"

#define CANDIDATES_MAX 500

struct candidate {
    int64_t section;
    double score; /* of text and names, to choose candidates by */
    double text;  /* BM25 score of heading and body */
    /* its share from terms that the article's names have */
    double text_of_names;
    uint64_t terms; /* one bit for each term in heading or body */
    bool has_body;  /* the section is more than a heading */
};

struct candidates {
    const struct lookups *lookups;
    struct candidate items[CANDIDATES_MAX]; /* a heap with the worst on top */
    size_t n;
    struct candidate by_title[CANDIDATES_MAX]; /* found by name only */
    size_t n_by_title;
    size_t n_found;        /* sections that the scan visited */
    bool is_cut;           /* the scan stopped at its limit */
    bool has_all;          /* some section has all terms looked up */
    uint64_t looked_up;    /* one bit for each term in the MATCH expression */
    enum db_result failed; /* DB_DONE if the query succeeded */
};

/* Finds the best sections for the look-ups. */
void candidates_find(struct candidates *candidates,
                     const struct lookups *lookups);

#endif
