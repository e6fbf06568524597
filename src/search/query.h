/* The query parser. No text is an error: what is not a filter is read as words.
 *
 *   kind:risks  type:medicine  lang:es  title:word  reviewed:>2025  pub:nhs
 *   code:rxnorm:11289
 *   risks: words      a kind and a colon at the start, as kind:risks
 *                     (in both, a prefix is enough: kind:contra)
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

#define QUERY_TERMS_MAX 64 /* further terms are ignored */
#define QUERY_LONG 9 /* terms; from here on a query is a text in sentences */
#define QUERY_MAX_BYTES 8192
#define QUERY_QUESTIONS_MAX 4
#define QUERY_MISFITS_MAX 4
#define QUERY_NAMES_MAX 8

enum query_term_type {
    QUERY_WORD,
    QUERY_PHRASE, /* required, as a phrase */
    QUERY_TITLE,  /* required in a name of the article */
    QUERY_NOT,    /* excluded */
};

struct query_term {
    enum query_term_type type;
    const char *text;  /* folded: a word, or several of a phrase */
    const char *typed; /* as typed, with accents */
    const char *stems; /* English stems, separated by spaces */
    bool is_stop_word;
    bool in_question; /* part of a question */
    bool in_name;     /* part of an article's name of several words */
    bool in_fixed;    /* part of a fixed name; see fixed_names.h */
    /* number of terms of the fixed name that begins here, or 0 */
    size_t n_fixed;
    bool names_kind;     /* only asks for a kind of section */
    enum kind asks;      /* the kind that the phrase beginning here asks for */
    enum kind asks_also; /* second meaning of an abbreviation; KIND_NONE */
    bool asks_vaguely;   /* any other kind asked for takes precedence */
    /* more reliable than the classifier's reading of the sentence */
    bool asks_clearly;
    bool asks_briefly; /* by an abbreviation or the prefix of a kind's name */
    bool is_repeated;  /* its stem occurs earlier in the query */
};

/* An article's name that the query contains. */
struct query_name {
    size_t start, n; /* terms */
};

/* A filter whose value is missing, invalid or incomplete. */
struct misfit {
    const char *filter, *value;
    bool begins; /* the value may be incomplete; it is not searched as a word */
};

struct query {
    struct arena arena; /* owns all strings */
    struct query_term terms[QUERY_TERMS_MAX];
    size_t n_terms;
    bool is_last_incomplete; /* the last word may still be being typed */
    enum kind kind;          /* filter; KIND_NONE: any */
    enum kind asked;         /* the kind that the words ask for; not a filter */
    /* the words name nothing but the kind, which became a filter */
    bool is_kind_alone;
    /* a medicine and something taken with it are named */
    bool asks_interaction;
    /* Sentences that are questions, folded. A query of one sentence always is
     * one. */
    const char *questions[QUERY_QUESTIONS_MAX];
    size_t n_questions;
    struct query_name names[QUERY_NAMES_MAX]; /* in order, not overlapping */
    size_t n_names;
    /* The distinct entities (medicines, conditions, ...) that the query names,
     * each as one bit for each of its terms. */
    uint64_t entities[QUERY_NAMES_MAX];
    size_t n_entities;
    enum article_type type;
    const char *lang;      /* NULL: any */
    const char *publisher; /* folded, part of its name; NULL: any */
    const char *code;      /* key of a code (article/code.h); NULL: any */
    int reviewed_order;    /* -1 before, 0 in, 1 after the date */
    struct date reviewed;  /* year 0: any */
    struct misfit misfits[QUERY_MISFITS_MAX];
    size_t n_misfits;
};

/* Parses a query, which may be any bytes. Free with query_finish(). */
void query_init(struct query *query, const char *text, size_t n_bytes);
void query_finish(struct query *query);

/* Returns whether the query has anything but plain words: a filter, a phrase, a
 * title word or an exclusion. The filter by review date is applied later and
 * does not count. */
bool query_has_filters(const struct query *query);
/* Returns whether a term consists of digits. */
static inline bool query_term_is_number(const struct query *query, size_t term)
{
    const char *text = query->terms[term].text;
    return text[strspn(text, "0123456789")] == '\0';
}

/* Returns whether there is neither a term nor a filter. */
bool query_is_empty(const struct query *query);

#endif
