/* What the rules have in common: a rule is one row of check_rules in rules.c,
 * and one function that looks at an article and reports. */
#ifndef MEDFAQ_CHECK_RULE_H
#define MEDFAQ_CHECK_RULE_H

#include <stddef.h>

#include "check/check.h"
#include "check/prose.h"
#include "check/wording.h"
#include "library/library.h"

/* Line and column of an offset that mostly grows. */
struct cursor {
    size_t offset, line_start;
    unsigned line; /* from 1 */
};

struct check {
    const struct article *article;
    const struct check_context *context;
    struct messages *out;
    const struct rule *rule; /* that is running */
    size_t n_reports;        /* of this rule */
    struct cursor cursor;
    struct prose prose;
    struct wordings wordings;       /* of an English text */
    const struct article *original; /* of a translation; NULL: it is none */
    bool english;                   /* for rules that know no other language */
    bool foreign; /* imported: what it leaves out is not the author's to add */
    bool odd;     /* some character of the source is no plain text */
    bool broken;  /* the front matter is: much of it could not be read */
};

/* Reports what the running rule found, at a byte of the source; after the
 * first hundred nothing more. */
void report_at(struct check *check, size_t source_offset, const char *format,
               ...) __attribute__((format(printf, 3, 4)));

/* The same at a line (0: the file as a whole). */
void report_line(struct check *check, unsigned line, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The same at a word of the prose. */
void report_word(struct check *check, size_t word, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The line and column of a word of the prose. */
void report_place(struct check *check, size_t word, unsigned *line,
                  unsigned *column);

/* Is it no text at all? */
bool check_is_binary(const struct article *article);

/* Does the source have a character that the rules about characters look for?
 * One pass for all of them. */
bool check_has_odd_characters(const struct article *article);

/* Has the rule reported all that it may? It need not look further. */
bool report_is_full(const struct check *check);

/* Gives the last report its remedy: text in place of a range of the source. */
void report_remedy(struct check *check, size_t start, size_t end,
                   const char *text);

/* Where a byte of article->text stands in the source. */
size_t check_source_of(const struct article *article, const struct node *block,
                       size_t text_offset);

/* Of n words, the one most like a wrong one; NULL if none is like it. */
const char *nearest_word(const char *wrong, const char *const *words, size_t n);

/* Reports the wordings of the running rule that only dodge a formula. */
void report_dodges(struct check *check);

/* Do the title or a synonym hold these words? */
bool check_is_topic(const struct article *article, const char *word,
                    size_t n_bytes);

/* The line on which a field of the front matter begins; 1 if it is hidden. */
unsigned check_field_line(const struct article *article, const char *field);

/* The path of the article that a link or an id means: beside this article, or
 * in the library. The caller frees; NULL if there is none. */
char *check_find_article(const struct check *check, const char *target);

/* The article that this one translates, NAME.md beside NAME.LANG.md; NULL if
 * there is none. Free it with article_free. */
struct article *translation_open_original(const struct article *article);

/* Does the article have a heading or an alert of a kind? */
bool check_has_kind(const struct article *article, enum kind kind);

/* The section that a node stands in; NULL if there are none. */
const struct section *check_section_of(const struct article *article,
                                       const struct node *node);

void rule_front_matter(struct check *check);
void rule_title(struct check *check);
void rule_type(struct check *check);
void rule_summary(struct check *check);
void rule_licence(struct check *check);
void rule_related(struct check *check);
void rule_updated(struct check *check);
void rule_review_due(struct check *check);
void rule_stale(struct check *check);
void rule_date_order(struct check *check);
void rule_sources(struct check *check);
void rule_citations(struct check *check);
void rule_uncited_sources(struct check *check);
void rule_uncited_numbers(struct check *check);
void rule_reviewers(struct check *check);
void rule_changed_since_review(struct check *check);
void rule_source_names(struct check *check);
void rule_source_dates(struct check *check);
void rule_source_addresses(struct check *check);
void rule_old_sources(struct check *check);
void rule_source_copies(struct check *check);
void rule_source_repeated(struct check *check);
void rule_uncited_safety(struct check *check);
void rule_alternatives(struct check *check);
void rule_emergency_actions(struct check *check);
void rule_emergency_place(struct check *check);
void rule_emergency_numbers(struct check *check);
void rule_link_texts(struct check *check);
void rule_risk_fields(struct check *check);
void rule_percentages(struct check *check);
void rule_dose_notation(struct check *check);
void rule_number_needed(struct check *check);
void rule_long_sentences(struct check *check);
void rule_clipped_prose(struct check *check);
void rule_absolute_claims(struct check *check);
void rule_stigma(struct check *check);
void rule_advice_within(struct check *check);
void rule_kinds(struct check *check);
void rule_sections(struct check *check);
void rule_headings(struct check *check);
void rule_empty_sections(struct check *check);
void rule_article_links(struct check *check);
void rule_anchors(struct check *check);
void rule_relative_risk(struct check *check);
void rule_one_in(struct check *check);
void rule_denominators(struct check *check);
void rule_risk_titles(struct check *check);
void rule_verbal_frequency(struct check *check);
void rule_jargon(struct check *check);
void rule_reading(struct check *check);
void rule_translation_numbers(struct check *check);
void rule_translation_negations(struct check *check);
void rule_translation_citations(struct check *check);
void rule_translation_items(struct check *check);
void rule_translation_alerts(struct check *check);
void rule_translation_risks(struct check *check);
void rule_translation_sections(struct check *check);
void rule_bytes(struct check *check);
void rule_controls(struct check *check);
void rule_bidi(struct check *check);

#endif
