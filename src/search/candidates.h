/* The sections that may answer: the best by text and names. */
#ifndef MEDFAQ_SEARCH_CANDIDATES_H
#define MEDFAQ_SEARCH_CANDIDATES_H

#include "data/fts.h"
#include "search/lookups.h"

#define CANDIDATES_MAX 500

struct candidate {
    int64_t section;
    double score;         /* of text and names, to choose the best by */
    double text;          /* BM25 of heading and body */
    double text_of_names; /* of it, for terms that the article's names have */
    uint64_t terms;       /* a bit for each that heading or body has */
    bool has_body;        /* is more than a heading */
};

struct candidates {
    const struct lookups *lookups;
    struct candidate items[CANDIDATES_MAX]; /* a heap, the worst on top */
    size_t n;
    struct candidate by_title[CANDIDATES_MAX]; /* by a name alone */
    size_t n_by_title;
    size_t n_found;        /* sections that were met */
    bool is_cut;           /* there are more than were met */
    bool has_all;          /* some section has all terms that were looked up */
    uint64_t looked_up;    /* a bit for each term in the MATCH */
    enum db_result failed; /* DB_DONE: it did not */
};

/* Finds the best sections of the look-ups. */
void candidates_find(struct candidates *candidates,
                     const struct lookups *lookups);

#endif
