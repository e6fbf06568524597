/* What was typed, understood. Nothing typed is ever an error: what is no
 * filter is words.
 *
 *   kind:risks  type:medicine  lang:es  title:word  reviewed:>2025  pub:nhs
 *   code:rxnorm:11289
 *   risks: words      a kind and a colon at the start, as kind:risks
 *                     (of both the beginning is enough: kind:contra)
 *   "a phrase"  -word  -"a phrase"
 */
#ifndef MEDFAQ_SEARCH_QUERY_H
#define MEDFAQ_SEARCH_QUERY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "article/meta.h"
#include "base/arena.h"
#include "kind/kind.h"

#define QUERY_TERMS_MAX 64 /* what follows is not searched */
#define QUERY_LONG 9       /* terms: a question in sentences */
#define QUERY_MAX_BYTES 8192
#define QUERY_QUESTIONS_MAX 4
#define QUERY_MISFITS_MAX 4
#define QUERY_NAMES_MAX 8

enum query_term_type {
    QUERY_WORD,
    QUERY_PHRASE, /* must be there */
    QUERY_TITLE,  /* must be in a name */
    QUERY_NOT,    /* must not be there */
};

struct query_term {
    enum query_term_type type;
    const char *text;    /* folded: a word, or words */
    const char *typed;   /* the word with its accents */
    const char *stems;   /* the same as stems, with spaces between */
    bool is_common;      /* a word that questions are made of */
    bool in_question;    /* in a sentence that asks */
    bool in_name;        /* in a name of an article, which is longer */
    bool in_fixed;       /* in a name of which no part may be left out */
    size_t n_fixed;      /* terms of the one that begins here; 0: none does */
    bool names_kind;     /* asks for a kind of section, and is no topic */
    enum kind asks;      /* for which, at the first of its words; KIND_NONE */
    enum kind asks_also; /* an abbreviation may mean two; KIND_NONE */
    bool asks_vaguely;   /* whatever else is asked says more */
    bool asks_clearly;   /* in several words */
    bool asks_briefly;   /* by an abbreviation, or the beginning of a name */
    bool again;          /* stands in the query before */
};

/* A name of an article that stands in the query. */
struct query_name {
    size_t start, n; /* terms */
};

/* A filter that says nothing, with the value "", or nothing that it takes. */
struct misfit {
    const char *filter, *value;
    bool begins; /* may become what it takes, and is no word */
};

struct query {
    struct arena arena; /* owns the strings */
    struct query_term terms[QUERY_TERMS_MAX];
    size_t n_terms;
    bool is_last_open;  /* the last word may go on: it was typed last */
    enum kind kind;     /* a filter; KIND_NONE: any */
    enum kind asked;    /* what the words ask for; no filter */
    bool is_kind_alone; /* kind is what all words asked for */
    bool asks_together; /* a medicine is named, and what one takes with it */
    /* Sentences that ask, folded; one that stands alone always does. */
    const char *questions[QUERY_QUESTIONS_MAX];
    size_t n_questions;
    struct query_name names[QUERY_NAMES_MAX]; /* side by side */
    size_t n_names;
    uint64_t things[QUERY_NAMES_MAX]; /* that are named, different ones: a bit
                                         for each of their terms */
    size_t n_things;
    enum article_type type;
    const char *lang;      /* NULL: any */
    const char *publisher; /* folded, a part of the name; NULL: any */
    const char *code;      /* a key: see article/code.h; NULL: any */
    int reviewed_order;    /* -1 before, 0 in, 1 after the date */
    struct date reviewed;  /* year 0: any */
    struct misfit misfits[QUERY_MISFITS_MAX];
    size_t n_misfits;
};

/* Any bytes; query_finish frees. */
void query_init(struct query *query, const char *text, size_t n_bytes);
void query_finish(struct query *query);

/* Whether more is asked for than words. */
bool query_has_filters(const struct query *query);
/* Whether a term is nothing but digits. */
static inline bool query_term_is_number(const struct query *query, size_t term)
{
    const char *text = query->terms[term].text;
    return text[strspn(text, "0123456789")] == '\0';
}

/* Nothing to search and nothing to filter by? */
bool query_is_empty(const struct query *query);

#endif
