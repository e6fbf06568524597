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
    long n;             /* out of risk->per */
    long low, high;     /* of the interval; both -1 if not stated */
    const char *source; /* id; NULL if not stated */
    int32_t reference;  /* in article->references; -1 if nothing has the id */
};

struct risk {
    const char *title, *population, *period; /* NULL if not stated */
    const char *event;                       /* "have a stroke", or NULL */
    long per;     /* 100, 1000, 10000 or 100000; 0 for anything else */
    bool benefit; /* the outcome is desirable */
    enum risk_certainty certainty;
    struct risk_row rows[RISK_MAX_ROWS];
    size_t n_rows;
    /* What is wrong with the block, as lines: "Line 12: ...". */
    const char *faults;
    size_t n_faults;
    bool broken; /* a figure is wrong, so none may be shown as a figure */
    bool opaque; /* some of its text is not in the fields above */
};

/* Reads the YAML of a risk block; never returns NULL. The rows have no
 * references yet. What is wrong is reported to out (code "risk") and in the
 * block's faults. first_line is the number in the file of the text's first
 * line. */
struct risk *risk_parse(struct arena *arena, const char *text, size_t n_bytes,
                        unsigned first_line, struct diagnostics *out);

/* Appends the block in words of a language (BCP 47), as lines that each end in
 * a newline: the title; a sentence for each row ("No warfarin: 45 in 1,000
 * probably have a stroke; 955 probably do not."); a line with population,
 * period and certainty. What is not stated is left out. Appends nothing for a
 * broken block. Not yet safe. */
void risk_add_words(const struct risk *risk, const char *lang, struct buf *out);

/* Appends the words, what is wrong with the block, and its YAML if the words do
 * not say all of it; without a newline at the end. Not yet safe. */
void risk_add_text(const struct risk *risk, const char *lang, const char *yaml,
                   struct buf *out);

/* Appends a number with its thousands separated: "1,000". */
void risk_add_number(long number, const char *lang, struct buf *out);

/* Appends what an icon of a picture stands for: "1 person who has a stroke", "1
 * person who does not". */
void risk_add_key(const struct risk *risk, const char *lang, bool happens,
                  struct buf *out);

/* Returns "Each mark is ten times as many people as the one before it." */
const char *risk_scale_words(const char *lang);

#endif
