/* What an article says of medicines, so that articles can be held against each
 * other: advice, doses, how many people, what is claimed. English only. */
#ifndef MEDFAQ_CHECK_FACTS_H
#define MEDFAQ_CHECK_FACTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

struct check;
struct names;

enum fact_kind {
    FACT_ADVICE,  /* on about with another medicine, or a topic */
    FACT_DOSE,    /* of about; with is what is measured: "most in a day" */
    FACT_SHARE,   /* so many of so many people */
    FACT_TIME,    /* so long; with is the unit: "days" */
    FACT_CLAIM,   /* a sentence that is of no share */
    FACT_MENTION, /* about's article names another medicine */
};

struct fact {
    enum fact_kind kind;
    const char *about, *with; /* ids; with may be a topic, or "" */
    unsigned levels;          /* of advice */
    bool negated;             /* a claim */
    bool interaction;         /* a mention in the section on interactions */
    double value, of;         /* a dose; n of so many */
    uint32_t *words;          /* hashes of what a sentence speaks of, sorted */
    size_t n_words;
    unsigned line, column;
};

/* A growing list; what facts point to lives in arena. */
struct facts {
    struct arena *arena;
    const struct names *names;
    const char *id; /* of the article, if a medicine has it; or NULL */
    bool is_medicine;
    bool has_interactions; /* there is a section on them */
    struct fact *items;
    size_t n, capacity;
};

/* Collects the facts of an article that is being checked. */
void facts_collect(struct check *check, struct facts *out);
void facts_finish(struct facts *facts);

/* The share of words that two sentences have in common, from 0 to 1. */
double facts_likeness(const struct fact *a, const struct fact *b);

#endif
