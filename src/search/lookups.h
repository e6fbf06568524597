/* From the terms of a query to what is looked up in the index: their stems, how
 * the last one may go on, corrections, other names.
 *
 * A search is a pipeline, each step read-only for the next:
 *
 *     query -> lookups -> candidates -> results */
#ifndef MEDFAQ_SEARCH_LOOKUPS_H
#define MEDFAQ_SEARCH_LOOKUPS_H

#include "base/buf.h"
#include "search/notes.h"
#include "search/query.h"
#include "search/search.h"

#define LOOKUPS_MAX 31 /* twice, and a tag: FTS_PHRASES_MAX */
#define PREFIXED_MAX 60

/* What all steps of one search ask in: the index and the options. */
struct search_context {
    struct db *db;
    const struct search_options *options;
    const char *lang; /* of the reader */
    int64_t n_sections;
    double mean_words; /* of a section */
    struct db_query *count_stem;
};

/* A word or phrase that is looked up, for one of the terms. */
struct lookup {
    size_t term;
    size_t n_terms; /* from there on, that it stands for */
    const char *stems;
    int64_t n;      /* sections that have it, at most */
    double weight;  /* inverse document frequency: rare ones say more */
    bool is_prefix; /* begins a word of a name; not looked up in texts */
};

/* An article with a name that begins with what was typed. */
struct prefixed_article {
    int64_t article;
    double weight; /* how often texts have the name */
};

struct lookups {
    struct arena arena; /* owns the stems */
    const struct search_context *context;
    const struct query *query;
    struct notes *notes; /* what the reader is told */
    struct lookup items[LOOKUPS_MAX];
    size_t n;

    /* Of each term: the most that a look-up for it weighs, and what is looked
     * up in its place. */
    double weights[QUERY_TERMS_MAX];
    const char *stems[QUERY_TERMS_MAX];
    double weight;     /* of all terms together */
    struct buf spaced; /* the stems in a row, spaces around each */

    uint64_t matched;       /* a bit for each topic that some section has */
    const char **unmatched; /* topics that none has, as typed; in arena */
    size_t n_unmatched;
    uint64_t dropped;   /* a bit for each shared half of a name not found */
    bool last_is_begun; /* the last term is one or two letters and no word */

    struct prefixed_article prefixed[PREFIXED_MAX]; /* the best first */
    size_t n_prefixed;
};

/* Finds all look-ups of a query; notes tell what was changed. lookups_finish
 * frees. */
void lookups_init(struct lookups *lookups, const struct search_context *context,
                  const struct query *query, struct notes *notes);
void lookups_finish(struct lookups *lookups);

/* Sections that have a stem. */
int64_t lookups_count(const struct lookups *lookups, const char *stem);
/* Sections that have the rarest stem of a phrase: the phrase is in no more. */
int64_t lookups_count_phrase(const struct lookups *lookups, const char *stems);

/* Whether any section or name has the stems in a row. */
bool lookups_has_phrase(const struct lookups *lookups, const char *stems);

/* Adds a look-up for a term, which n sections have at most; factor is its share
 * of the weight. stems is copied. NULL if there are too many. */
struct lookup *lookups_add(struct lookups *lookups, size_t term,
                           const char *stems, int64_t n, double factor);

/* A bit for each term that it stands for. */
uint64_t lookup_terms(const struct lookup *lookup);

/* Whether a term is looked up as a word of the topic. */
bool lookups_is_topic(const struct lookups *lookups, size_t term);

#endif
