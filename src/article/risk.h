/* A quantified risk or benefit (CONTRIBUTING.md, "Numbers"). */
#ifndef MEDFAQ_ARTICLE_RISK_H
#define MEDFAQ_ARTICLE_RISK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diagnostic.h"

#define RISK_MAX_ROWS 4

struct risk_row {
    const char *label;
    long n;             /* of risk->per */
    long low, high;     /* of an interval; -1 when not stated */
    const char *source; /* id; NULL when not stated */
    int32_t reference;  /* in article->references; -1: nothing has the id */
};

struct risk {
    const char *title, *population, *period; /* NULL when not stated */
    long per;                                /* 100, 1000, 10000 or 100000 */
    bool benefit;                            /* the outcome is something good */
    const char *certainty; /* "high", "moderate", "low", "very low" or NULL */
    struct risk_row rows[RISK_MAX_ROWS];
    size_t n_rows;
};

/* Reads the YAML of a risk block; no row has a reference yet. NULL when there
 * is no row that can be shown; what is wrong goes to out (code "risk").
 * first_line is the line of its first line in the file. */
struct risk *risk_parse(struct arena *arena, const char *text, size_t n_bytes,
                        unsigned first_line, struct diagnostics *out);

/* Appends the block as sentences, a line each: the title, then a row each
 * ("Without vaccine: 23 of 1,000 people have it, 977 do not."), then
 * population, period and certainty. Words are in the article's language for
 * those of headings.tsv, otherwise English. */
void risk_sentences(const struct risk *risk, const char *lang, struct buf *out);

#endif
