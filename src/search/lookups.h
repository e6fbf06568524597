/* Look-ups: the words and phrases that are looked up in the index for the terms
 * of a query, including stems, completions of the last word, spelling
 * corrections and synonyms.
 *
 * A search is a pipeline whose steps treat the output of the previous one as
 * read-only:
 *
 *     query -> lookups -> candidates -> results */
#ifndef MEDFAQ_SEARCH_LOOKUPS_H
#define MEDFAQ_SEARCH_LOOKUPS_H

#include "base/buf.h"
#include "index/stem.h"
#include "search/notes.h"
#include "search/query.h"
#include "search/search.h"

#define LOOKUPS_MAX 31 /* limited by FTS_PHRASES_MAX */
#define PREFIXED_MAX 60
#define VARIANTS_MAX 6

/* What all steps of one search share: the index and the options. */
struct search_context {
    struct db *db;
    const struct search_options *options;
    const char *lang; /* the reader's */
    int64_t n_sections;
    double mean_words; /* mean length of a section in words */
    struct db_query *count_stem;
    /* of the library's articles; see stem.h */
    unsigned languages[STEM_LANGUAGES];
    size_t n_languages;
};

/* A word or phrase that is looked up for one or more terms of the query. */
struct lookup {
    size_t term;
    size_t n_terms;    /* number of consecutive terms that it stands for */
    const char *words; /* folded, separated by spaces */
    const char *stems; /* English stems, to compare with article names */
    /* The stems in each language in which some section has them, to search
     * texts. */
    const char *variants[VARIANTS_MAX];
    size_t n_variants;
    int64_t n;      /* upper bound on the document frequency */
    double weight;  /* inverse document frequency times a factor */
    bool is_prefix; /* a prefix, compared with names only, not with texts */
};

/* An article with a name that begins with the letters typed. */
struct prefixed_article {
    int64_t article;
    double weight; /* grows with the document frequency of the name */
};

struct lookups {
    struct arena arena; /* owns the stems */
    const struct search_context *context;
    const struct query *query;
    struct notes *notes; /* for the reader */
    struct lookup items[LOOKUPS_MAX];
    size_t n;

    /* For each term: the highest weight of its look-ups, and the stem that is
     * looked up in its place. */
    double weights[QUERY_TERMS_MAX];
    const char *stems[QUERY_TERMS_MAX];
    double weight; /* sum of weights */
    /* the stems with a space before and after each: " a b " */
    struct buf spaced;

    uint64_t matched; /* one bit for each topic term that some section has */
    const char **unmatched; /* topic terms that no section has, as typed */
    size_t n_unmatched;
    /* one bit for each term whose look-ups fixed_names_drop_halves() dropped */
    uint64_t dropped;
    /* the last term is one or two letters that no section has as a word */
    bool is_last_fragment;

    struct prefixed_article prefixed[PREFIXED_MAX]; /* highest weight first */
    size_t n_prefixed;
};

/* Finds all look-ups for a query and adds notes on what was changed. Free with
 * lookups_finish(). */
void lookups_init(struct lookups *lookups, const struct search_context *context,
                  const struct query *query, struct notes *notes);
void lookups_finish(struct lookups *lookups);

/* Returns an upper bound on the number of sections that contain the folded
 * words in any language: the document frequency of the rarest word. */
int64_t lookups_count(const struct lookups *lookups, const char *words);

/* Returns whether any section or name contains the words as a phrase. */
bool lookups_has_phrase(const struct lookups *lookups, const char *words);

/* Fills variants with the stems of words in each language in which some section
 * has them; the caller frees each. Returns how many there are. */
size_t lookups_variants(const struct lookups *lookups, const char *words,
                        char *variants[static VARIANTS_MAX]);

/* Adds a look-up of folded words for a term. Its weight is the inverse document
 * frequency times factor. Returns NULL if there are too many look-ups. */
struct lookup *lookups_add(struct lookups *lookups, size_t term,
                           const char *words, double factor);

/* Returns one bit for each term that a look-up stands for. */
uint64_t lookup_terms(const struct lookup *lookup);

/* Returns whether a term is looked up because it says what the query is
 * about. */
bool lookups_is_topic(const struct lookups *lookups, size_t term);

#endif
