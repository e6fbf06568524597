/* A sentence that is read for its facts; what facts.c and the readers of one
 * kind of fact share. */
#ifndef MEDFAQ_CHECK_FACT_READING_H
#define MEDFAQ_CHECK_FACT_READING_H

#include "check/facts.h"
#include "check/rule.h"

#define NAMES_MAX 6  /* of other medicines in a sentence */
#define WORDS_MAX 40 /* of a sentence that is compared */

/* A sentence, and which medicines it is about. */
struct fact_reading {
    struct check *check;
    struct facts *out;
    const struct prose *prose;
    size_t sentence;
    enum kind section; /* kind */
    const char *names[NAMES_MAX];
    size_t n_names;
    bool names_self;             /* by its name */
    bool names_are_old;          /* those of the sentence before */
    bool is_name[WORDS_MAX * 4]; /* words that belong to a name */
};

const struct sentence *
fact_reading_sentence(const struct fact_reading *reading);

/* Adds a fact where the sentence stands. */
struct fact *fact_reading_add(struct fact_reading *reading, enum fact_kind kind,
                              const char *about, const char *with);

/* The medicine that a sentence is about: the only one that it names, or that
 * of the article. NULL if there is none, or more than one. */
const char *fact_reading_subject(const struct fact_reading *reading);

/* Doses, and how often and far apart they are taken. */
void fact_doses_read(struct fact_reading *reading);

/* What a sentence says of its subject: of how many people, how long, or only
 * that something is so or not. */
void fact_claims_read(struct fact_reading *reading);

#endif
