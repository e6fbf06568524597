/* One search while it runs: what its files share. */
#ifndef MEDFAQ_SEARCH_SEEK_H
#define MEDFAQ_SEARCH_SEEK_H

#include "base/buf.h"
#include "data/fts.h"
#include "search/query.h"
#include "search/search.h"

#define RUNS_MAX 8
#define STARTS_MAX 60
#define SOUGHT_MAX 31 /* twice, and a tag: FTS_PHRASES_MAX */
#define CANDIDATES_MAX 500

/* A word or phrase that is looked up, for one of the wants. */
struct sought {
    size_t want;
    size_t n_wants; /* from there on, that it stands for */
    const char *stems;
    int64_t n;      /* sections that have it, at most */
    double worth;   /* rare ones say more */
    bool is_source; /* candidates come from it */
    bool is_start;  /* of a word of a name; not looked for in texts */
};

/* A name of an article that stands in the query. */
struct run {
    size_t start, n; /* wants */
};

/* How much each kind of section is asked for, 0 to 1, in articles of a
 * type. */
struct wanted {
    double kinds[KIND_COUNT];
    bool any, ready;
};

/* An article whose name begins so. */
struct start {
    int64_t article;
    double worth; /* how much it is spoken of */
};

/* A section that may answer. */
struct candidate {
    int64_t section;
    double worth; /* of text and names, to choose the best by */
    double text;
    double text_of_name; /* of it, for words that the article's names have */
    uint64_t wants;      /* a bit for each that heading or body has */
    bool has_body;       /* is more than a heading */
};

struct seek {
    struct index *index;
    struct db *db;
    struct query query;
    const struct search_options *options;
    struct search_results *results;
    const char *lang; /* of the reader */
    int64_t n_sections;
    double mean_words; /* of a section */
    struct db_query *count_stem;
    double worths[QUERY_WANTS_MAX];
    double worth;      /* of all wants together */
    struct buf spaced; /* the stems of the query, spaces around each */
    const char *stems[QUERY_WANTS_MAX]; /* each, or what stands for it */

    bool last_is_begun; /* a letter or two, which no text has as a word */

    struct run runs[RUNS_MAX]; /* side by side */
    size_t n_runs;
    struct wanted wanted[TYPE_COUNT];

    struct sought sought[SOUGHT_MAX];
    size_t n_sought;
    uint64_t topics;     /* a bit for each want that some section has */
    uint64_t looked_for; /* the same for those in the MATCH */
    bool has_all;        /* a section was met that has all of both */

    /* What each phrase of the MATCH is; -1: a filter or a repetition. */
    int phrases[FTS_PHRASES_MAX];
    int n_phrases;
    int kind_phrase;       /* the tag of the kind that was asked for; -1 */
    double lengths[16];    /* BM25's share of the length, by length class */
    struct candidate row;  /* that was looked at last */
    enum db_result failed; /* DB_DONE: it did not */

    /* A heap, the worst on top. */
    struct candidate candidates[CANDIDATES_MAX];
    size_t n_candidates;

    struct start starts[STARTS_MAX]; /* the best first */
    size_t n_starts;
    struct candidate named[CANDIDATES_MAX]; /* by name alone */
    size_t n_named;
};

/* Sections that have a stem. */
int64_t seek_count(struct seek *seek, const char *stem);
/* The least of the words of a phrase: no more can have it. */
int64_t seek_count_phrase(struct seek *seek, const char *stems);
/* Adds what is looked up for a want; stems is copied. */
void seek_add(struct seek *seek, size_t want, const char *stems, int64_t n,
              double factor);

/* A bit for each want that it stands for. */
uint64_t seek_wants_of(const struct sought *sought);

/* Is more asked for than words? */
bool seek_has_filters(const struct seek *seek);

/* Is this want to be looked for, as a word of the topic? */
bool seek_is_topic(const struct seek *seek, size_t want);
/* Is it nothing but digits? */
bool seek_is_number(const struct seek *seek, size_t want);

/* choose.c: from wants to what is looked up. */
void choose_sought(struct seek *seek);

/* phrases.c: adjacent words that are one thing count together, and other
 * names for them. */
void phrases_add(struct seek *seek);
void phrases_add_synonyms(struct seek *seek);

/* candidates.c: the best sections by text and names. */
void candidates_find(struct seek *seek);
double candidates_score(void *context, const struct fts_hits *hits);

/* rank.c: from candidates to results. */
void rank_candidates(struct seek *seek);

#endif
