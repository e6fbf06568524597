/* Search: turns what the reader typed into the sections that answer it, best
 * first. */
#ifndef MEDFAQ_SEARCH_SEARCH_H
#define MEDFAQ_SEARCH_SEARCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "kind/kind.h"
#include "article/meta.h"
#include "base/arena.h"
#include "base/buf.h"
#include "index/index.h"

/* The parts of a result's score, each already multiplied by its weight.
 * Coverage counts terms by their weight. */
enum search_part {
    PART_TEXT, /* BM25 of heading and body, relative to the best candidate */
    PART_NAME, /* query terms in any of the article's names */
    PART_QUERY_COVERAGE, /* query terms in the best name */
    PART_NAME_COVERAGE,  /* words of the best name that are query terms */
    PART_OTHER_TERMS,    /* terms not in the best name, but in the text */
    PART_EXACT,          /* the query contains a whole name */
    PART_KIND,           /* the section is of a kind that the query asks for */
    PART_OVERVIEW,       /* the overview, if the query asks for no kind */
    PART_USUAL,          /* what most people ask, if it asks for no kind */
    PART_LANG,           /* the article is in the reader's language */
    PART_BOTH_ENTITIES,  /* covers two entities that the query names */
    N_PARTS
};

/* Returns the name of a part: "text", "name", ... */
const char *search_part_name(enum search_part part);

struct search_result {
    const char *path, *id, *lang, *title;
    const char *origin;    /* "" for none */
    const char *publisher; /* of the original article; "" for none */
    int year;              /* of the last update; 0: unknown */
    bool is_namesake; /* another article in the results has the same title */
    enum article_type type;
    size_t section; /* in article->sections */
    int64_t row;    /* in the index's table of sections */
    enum kind kind;
    const char *heading; /* "" for the text before the first heading */
    /* explicit anchor of the heading, or its slug; "" for none */
    const char *anchor;
    size_t place;  /* byte offset in the article's source */
    size_t end;    /* where the section ends; UINT32_MAX: with the article */
    bool is_asked; /* the query asks for its kind */
    /* says what to do in the emergency that the query describes */
    bool is_urgent;
    /* the best section of an article whose title is the query */
    bool is_titled;
    bool is_foreign; /* not in the reader's language */
    /* one bit for each query term that it or its best name has */
    uint64_t terms;
    double score;
    double parts[N_PARTS];
};

/* What the reader is told about how the query was interpreted. "typed" and
 * "searched" are the fields of struct search_note. */
enum search_note_type {
    NOTE_SPELLING,  /* no section has typed; searched replaces it */
    NOTE_ALSO,      /* searched was looked up as well */
    NOTE_MAYBE,     /* no section has typed; searched is only suggested */
    NOTE_UNMATCHED, /* no section has typed; the search ignores it */
    NOTE_APART,     /* some sections have typed, others searched, none both */
    NOTE_KIND,      /* typed asks for the kind whose label is searched */
    NOTE_AMOUNT,    /* searched is typed in another unit; not looked up */
    NOTE_NO_NAME,   /* one or two letters that begin no name */
    NOTE_NO_VALUE,  /* typed is not "searched", which the filter takes */
    NOTE_VALUES,    /* typed is a filter without a value; searched lists them */
    NOTE_MAY_BE, /* typed is a prefix of several values, which searched lists */
    NOTE_PUBLISHERS,   /* the filter typed selects the publishers searched */
    NOTE_NO_PUBLISHER, /* no publisher matches typed; searched lists some */
};

#define SEARCH_PIECES_MAX 12
struct search_piece {
    const char *text;
    bool is_word; /* a word from the note, as opposed to the text around it */
};

/* If typed or searched holds several words, they are joined as they appear
 * between the quotation marks of the sentence: a", "b. */
struct search_note {
    enum search_note_type type;
    const char *typed, *searched;
    const char *others; /* other words that may be meant; NULL: none */
    bool has_rest;      /* the results are those of the other words */
    struct search_piece *pieces;
    size_t n_pieces;
};

/* Copies the sentence for the reader, without a final full stop, split into
 * pieces so that callers can style the words in it. Returns the number of
 * pieces. */
size_t search_note_pieces(const struct search_note *note,
                          struct search_piece pieces[static SEARCH_PIECES_MAX]);

/* Returns the order of a result among advice for an emergency: 0 for an article
 * that the question names, 1 for a condition that it may be a sign of, 2 for
 * tests and treatments that it may follow. */
int search_urgent_rank(const struct search_result *result);

/* Returns the advice to show before any result if is_emergency is set. */
const char *search_emergency_text(void);

struct search_results {
    struct arena arena; /* owns everything below */
    struct search_result *items;
    size_t n;
    size_t n_found;    /* sections that match; only the best n are in items */
    bool is_cut;       /* the scan stopped at its limit: more sections match */
    bool is_emergency; /* the question has a red flag */
    bool mended;  /* the index was damaged and has been emptied: update it */
    bool stopped; /* the search was interrupted: discard the results */
    struct search_note *notes;
    size_t n_notes;
    const char **unmatched; /* topic words that no article has */
    size_t n_unmatched;
    const char *widen; /* advice for finding more, if n is 0; NULL: none */
    enum kind asked;   /* the kind that the words ask for; KIND_NONE */
    const char *const *words; /* folded words to highlight in the text */
    const double *weights;    /* inverse document frequency of each word */
    size_t n_words;
};

struct search_options {
    size_t n_max;     /* number of results; 0: 50 */
    bool as_typed;    /* no spelling corrections, no synonyms */
    bool other_units; /* also look up amounts converted to other units */
    bool whole;       /* the last word is complete, not a prefix */
    bool quick;       /* scan fewer sections: for search as you type */
    const char *lang; /* of the reader; NULL: from the locale */
    bool (*stop)(
        void *); /* polled during the search; true interrupts it; may be NULL */
    void *context;
};

/* Runs a search. Never returns NULL: any text is a valid query, and a damaged
 * index gives no results. The results do not refer to the index. */
struct search_results *search_run(struct index *index, const char *text,
                                  const struct search_options *options);
void search_results_free(struct search_results *results);
/* Returns a copy with the words and their weights only, to highlight them in
 * other articles. Free it with search_results_free(). */
struct search_results *
search_results_words(const struct search_results *results);

/* Returns the kind that words ask for ("contra", "SE", "max dose"), or
 * KIND_NONE. */
enum kind search_find_kind(const char *words);
/* Returns whether a word begins a known name, so that it is complete and not a
 * prefix of another name ("cipro"). */
bool search_knows_name(const char *name);

/* Appends what distinguishes an article from others of the same title: "NHS,
 * 2024, en". */
void search_add_origin(const struct search_result *result, struct buf *out);

/* Returns whether two results are shown as one group. Results are grouped by
 * article, except that sections of the kind asked for come before the other
 * sections of all articles. */
bool search_is_group(const struct search_result *a,
                     const struct search_result *b);

/* Fills order with the indexes from first up to, but not including, end in the
 * order in which they are shown: each group together, and next to each other
 * the groups of articles with the same title. */
void search_order(const struct search_results *results, size_t first,
                  size_t end, size_t *order);

#endif
