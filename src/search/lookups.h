/* From the terms of a query to what is looked up in the index: their stems, how
 * the last one may go on, corrections, other names.
 *
 * A search is a pipeline, each step read-only for the next:
 *
 *     query -> lookups -> candidates -> results */
#ifndef MEDFAQ_SEARCH_LOOKUPS_H
#define MEDFAQ_SEARCH_LOOKUPS_H

#include "base/buf.h"
#include "index/stem.h"
#include "search/notes.h"
#include "search/query.h"
#include "search/search.h"

#define LOOKUPS_MAX 31 /* twice, and a tag: FTS_PHRASES_MAX */
#define PREFIXED_MAX 60
#define VARIANTS_MAX 6

/* What all steps of one search ask in: the index and the options. */
struct search_context {
    struct db *db;
    const struct search_options *options;
    const char *lang; /* of the reader */
    int64_t n_sections;
    double mean_words; /* of a section */
    struct db_query *count_stem;
    unsigned languages[STEM_LANGUAGES]; /* stem.h, of the library */
    size_t n_languages;
};

/* A word or phrase that is looked up, for one of the terms. */
struct lookup {
    size_t term;
    size_t n_terms;    /* from there on, that it stands for */
    const char *words; /* folded, with spaces between */
    const char *stems; /* English: names are compared with these */
    /* The stems in each language in which some section has them. */
    const char *variants[VARIANTS_MAX];
    size_t n_variants;
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

/* Sections that have the rarest of some folded words, in whatever language: at
 * most so many have them in a row. */
int64_t lookups_count(const struct lookups *lookups, const char *words);

/* Whether any section or name has the words in a row. */
bool lookups_has_phrase(const struct lookups *lookups, const char *words);

/* The stems of words in each language in which some section has them, for the
 * caller to free. Returns how many, at most VARIANTS_MAX. */
size_t lookups_variants(const struct lookups *lookups, const char *words,
                        char *variants[static VARIANTS_MAX]);

/* Adds a look-up of folded words for a term; factor is its share of the
 * weight. NULL if there are too many. */
struct lookup *lookups_add(struct lookups *lookups, size_t term,
                           const char *words, double factor);

/* A bit for each term that it stands for. */
uint64_t lookup_terms(const struct lookup *lookup);

/* Whether a term is looked up as a word of the topic. */
bool lookups_is_topic(const struct lookups *lookups, size_t term);

#endif
