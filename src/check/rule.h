/* What the rules have in common: a rule is one row of rules[] in check.c, and
 * one function that looks at an article and reports. */
#ifndef MEDFAQ_CHECK_RULE_H
#define MEDFAQ_CHECK_RULE_H

#include <stddef.h>

#include "article/article.h"
#include "base/diagnostic.h"
#include "library/library.h"

struct check;

struct rule {
    const char *code; /* stable: one for each thing that can be wrong */
    enum severity severity;
    void (*run)(struct check *check);
};

/* Line and column of an offset that mostly grows. */
struct cursor {
    size_t offset;
    unsigned line, column; /* from 1; column in code points */
};

struct check {
    struct article *article;
    const struct library *library; /* may be NULL */
    struct diagnostics *out;
    const struct rule *rule; /* that is running */
    size_t n_reports;        /* of this rule */
    struct cursor cursor;
};

/* Reports what the running rule found, at a byte of the source; after the
 * first hundred nothing more. */
void report_at(struct check *check, size_t source_offset, const char *format,
               ...) __attribute__((format(printf, 3, 4)));

/* The same at a line (0: the file as a whole). */
void report_line(struct check *check, unsigned line, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Of n words, the one most like a wrong one; NULL if none is like it. */
const char *nearest_word(const char *wrong, const char *const *words, size_t n);

/* The path of the article that a link or an id means: beside this article, or
 * in the library. The caller frees; NULL if there is none. */
char *check_find_article(const struct check *check, const char *target);

void rule_front_matter(struct check *check);
void rule_title(struct check *check);
void rule_type(struct check *check);
void rule_summary(struct check *check);
void rule_updated(struct check *check);
void rule_licence(struct check *check);
void rule_sources(struct check *check);
void rule_related(struct check *check);
void rule_kinds(struct check *check);
void rule_article_links(struct check *check);
void rule_anchors(struct check *check);
void rule_citations(struct check *check);
void rule_uncited(struct check *check);

#endif
