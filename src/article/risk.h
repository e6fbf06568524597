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

enum risk_certainty {
    RISK_NOT_GRADED,
    RISK_HIGH,
    RISK_MODERATE,
    RISK_LOW,
    RISK_VERY_LOW,
    RISK_CERTAINTY_COUNT
};

struct risk_row {
    const char *label;
    long n;             /* of risk->per */
    long low, high;     /* of an interval; both -1 when not stated */
    const char *source; /* id; NULL when not stated */
    int32_t reference;  /* in article->references; -1: nothing has the id */
};

struct risk {
    const char *title, *population, *period; /* NULL when not stated */
    const char *event;                       /* "have a stroke", or NULL */
    long per;     /* 100, 1000, 10000 or 100000; 0 when none of them */
    bool benefit; /* the outcome is something good */
    enum risk_certainty certainty;
    struct risk_row rows[RISK_MAX_ROWS];
    size_t n_rows;
    /* What is wrong with the block, as lines to show: "Line 12: ...". */
    const char *faults;
    size_t n_faults;
    bool broken; /* some figure is wrong: none may be shown as a figure */
    bool opaque; /* some of its text is not in the fields above */
};

/* Reads the YAML of a risk block, never NULL; no row has a reference yet. What
 * is wrong goes to out (code "risk") and to the block's faults. first_line is
 * the line of its first line in the file. */
struct risk *risk_parse(struct arena *arena, const char *text, size_t n_bytes,
                        unsigned first_line, struct diagnostics *out);

/* Appends the block in words of the article's language (BCP 47), as lines that
 * each end in a newline: the title; a sentence for each row ("No warfarin: 45
 * in 1,000 probably have a stroke; 955 probably do not."); one line with
 * population, period and certainty. What is not stated has no line. Nothing of
 * a broken block. Not yet safe. */
void risk_add_words(const struct risk *risk, const char *lang, struct buf *out);

/* Appends the words, what is wrong with the block, and its YAML where that is
 * not all in the words; without a newline at the end. Not yet safe. */
void risk_add_text(const struct risk *risk, const char *lang, const char *yaml,
                   struct buf *out);

/* Appends a number with its thousands apart: "1,000". */
void risk_add_number(long number, const char *lang, struct buf *out);

/* "Each mark is ten times as many people as the one before it." */
const char *risk_scale_words(const char *lang);

#endif
