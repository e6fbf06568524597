/* Searching the library: from what was typed to the sections that answer it,
 * best first. */
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

/* How a result came to its score; each part is already weighed. */
enum search_part {
    PART_TEXT,     /* the words in heading and text, against the best */
    PART_NAME,     /* words that stand in the article's names */
    PART_COVERED,  /* of the words, those that the best name has */
    PART_COVERS,   /* of the best name, what the words have */
    PART_REST,     /* of the other words, those that the text has */
    PART_EXACT,    /* a whole name stands in the query */
    PART_KIND,     /* the kind that was asked for */
    PART_OVERVIEW, /* no kind was asked for, and this is the overview */
    PART_USUAL,    /* no kind was asked for, and this is what mostly is */
    PART_LANG,     /* the language of the reader */
    PART_MEET,     /* two things that were named meet here */
    N_PARTS
};

/* "text", "name", ... */
const char *search_part_name(enum search_part part);

struct search_result {
    const char *path, *id, *lang, *title;
    const char *origin;    /* "" for none */
    const char *publisher; /* of the original; "" for none */
    int year;              /* of the last update; 0: not stated */
    bool is_namesake;      /* another article here has the same title */
    enum article_type type;
    size_t section; /* in article->sections */
    enum kind kind;
    const char *heading; /* "" before the first */
    const char *anchor;  /* of the heading, or its slug; "" for none */
    size_t place;        /* offset in the source */
    bool is_asked;       /* of a kind that the words ask for */
    bool is_urgent;      /* says what to do in an emergency that is asked of */
    bool is_titled;      /* the best of an article whose title was typed */
    bool is_foreign;     /* in another language than the reader's */
    uint64_t terms;      /* a bit for each word that it or its names have */
    double score;
    double parts[N_PARTS];
};

/* What the reader has to be told of what was searched. */
enum search_note_type {
    NOTE_SPELLING,     /* nothing has typed: searched was looked for */
    NOTE_ALSO,         /* searched was looked for as well */
    NOTE_MAYBE,        /* not searched: nearest to typed, which nothing has */
    NOTE_UNMATCHED,    /* nothing has typed: it was left out */
    NOTE_APART,        /* both are somewhere, but no section has both */
    NOTE_KIND,         /* typed asked for the kind with the label searched */
    NOTE_AMOUNT,       /* not searched: typed in another unit */
    NOTE_NO_NAME,      /* a letter or two, which no name begins with */
    NOTE_NO_VALUE,     /* typed is not "searched", which a filter wanted */
    NOTE_VALUES,       /* typed is a filter that takes what searched says */
    NOTE_MAY_BE,       /* typed is how several values begin: not searched */
    NOTE_PUBLISHERS,   /* typed filters by the publishers searched */
    NOTE_NO_PUBLISHER, /* typed is none; there are those that searched says */
};

#define SEARCH_PIECES_MAX 12
struct search_piece {
    const char *text;
    bool is_word; /* typed or searched */
};

/* Several words have quotes and commas between: a", "b. */
struct search_note {
    enum search_note_type type;
    const char *typed, *searched;
    const char *others; /* names that are as near; NULL: none */
    bool has_rest;      /* what the other words find is shown */
    struct search_piece *pieces;
    size_t n_pieces;
};

/* The sentence that says it, in pieces, words apart from what is around
 * them; no mark ends it. Returns how many pieces. */
size_t search_note_say(const struct search_note *note,
                       struct search_piece pieces[static SEARCH_PIECES_MAX]);

/* What is said where is_emergency is set, before any result. */
const char *search_emergency_text(void);

struct search_results {
    struct arena arena; /* owns everything below */
    struct search_result *items;
    size_t n;
    size_t n_found;    /* sections that match: n of them are here */
    bool is_cut;       /* there are more than were met */
    bool is_emergency; /* the question has a red flag: say so before all */
    bool mended;       /* the index was damaged and is empty now: update it */
    bool stopped;      /* before it was done: to be thrown away */
    struct search_note *notes;
    size_t n_notes;
    const char **unmatched; /* words of the topic that no article has */
    size_t n_unmatched;
    const char *widen;        /* what would find more, if n is 0; or NULL */
    enum kind asked;          /* by the words; KIND_NONE */
    const char *const *words; /* folded, to be marked in the text */
    const double *weights;    /* of each: rare ones say more */
    size_t n_words;
};

struct search_options {
    size_t n_max;     /* results; 0: 50 */
    bool as_typed;    /* no spelling, no synonyms */
    bool other_units; /* amounts in other units, too */
    bool whole;       /* the last word is whole, not a beginning */
    bool quick;       /* fewer sections are looked at: while somebody types */
    const char *lang; /* of the reader; NULL: the locale's */
    bool (*stop)(void *); /* asked now and then; NULL: never */
    void *context;
};

/* Never NULL; nothing typed is an error, and a broken index gives no results.
 * The results need the index no longer. */
struct search_results *search_run(struct index *index, const char *text,
                                  const struct search_options *options);
void search_results_free(struct search_results *results);
/* The words alone, with what each is weight, to mark other articles with; no
 * results. search_results_free frees. */
struct search_results *
search_results_words(const struct search_results *results);

/* The kind that words ask for ("contra", "SE", "max dose"), KIND_NONE if they
 * ask for none; and whether a word begins a name that is known, so that it is
 * not the beginning of another ("cipro"). */
enum kind search_find_kind(const char *words);
bool search_knows_name(const char *name);

/* Appends what tells an article from its namesakes: "NHS, 2024, en". */
void search_add_origin(const struct search_result *result, struct buf *out);

/* Results are shown by article, but what was asked for of all articles before
 * what else these say. Do two belong to one group? */
bool search_is_group(const struct search_result *a,
                     const struct search_result *b);

/* The numbers of results first to before end in the order in which they are
 * shown: those of a group together, and groups of articles that have the same
 * title. */
void search_order(const struct search_results *results, size_t first,
                  size_t end, size_t *order);

#endif
