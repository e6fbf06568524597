/* How well the names of an article are meant by a query. */
#ifndef MEDFAQ_SEARCH_NAMES_H
#define MEDFAQ_SEARCH_NAMES_H

#include "search/seek.h"

struct name_match {
    double name;    /* share of the words, by worth, that any name has */
    double covered; /* the same for the best name */
    double covers;  /* share of the best name that the words have */
    uint64_t wants; /* a bit for each that the best name has */
    double exact;   /* 1: a whole name stands in the query, word for word */
};

/* names: the stems of title and synonyms, a line each. */
void names_match(const struct seek *seek, const char *names,
                 struct name_match *match);

/* Finds the names that stand in the query, side by side, of several the one
 * that begins first and is longest. "Iron overdose" is a name, and asks for
 * nothing. */
void names_find_runs(struct seek *seek);

/* What stands for a name in the table of names. */
int64_t names_hash(const struct seek *seek, const struct run *run);

/* Articles with a name that stands in the query word for word, at most
 * n_max, those with longer names first; returns how many. */
size_t names_find_exact(struct seek *seek, int64_t *articles, size_t n_max);

#endif
