/* The one place where an article's text becomes safe for the screen.
 *
 * A flow collects the inline content of one paragraph as safe text in runs of
 * one style; text/wrap.h breaks it into lines of spans. */
#ifndef MEDFAQ_TEXT_FLOW_H
#define MEDFAQ_TEXT_FLOW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/charset.h"
#include "text/layout.h"

/* How a run looks and what it refers to; see struct span. */
struct flow_style {
    uint8_t role, attributes;
    int32_t link, reference;
};

/* Returns a style that has only a role. */
struct flow_style flow_style(enum role role);

struct flow_run {
    uint32_t start, end;     /* in flow->text */
    struct text_range shows; /* in article->text; start is NO_TEXT for none */
    struct flow_style style;
    bool glued; /* stays with what precedes it if possible */
};

struct flow {
    const char *source; /* article->text */
    const struct charset *charset;
    struct buf text; /* safe; '\n' is a hard break */
    struct flow_run *runs;
    size_t n_runs, capacity;
    struct buf breaks; /* filled by text/breaks.c */
    unsigned hanging;  /* hanging indent, in cells */
    bool keep_spaces;  /* do not collapse white space */
};

/* source and charset are borrowed. */
void flow_init(struct flow *flow, const char *source,
               const struct charset *charset);
void flow_finish(struct flow *flow);

/* Empties the flow for the next paragraph and resets hanging and
 * keep_spaces. */
void flow_clear(struct flow *flow);

/* Adds a range of the article's text. */
void flow_add(struct flow *flow, struct text_range shows,
              struct flow_style style);
/* Adds words that are not in article->text, such as medfaq's own, an address or
 * front matter. They may be hostile. */
void flow_add_words(struct flow *flow, const char *words,
                    struct flow_style style);
/* Adds words that replace a range of the article's text, glued to what precedes
 * them: "[2]" for "[^id]". */
void flow_add_replacement(struct flow *flow, struct text_range shows,
                          const char *words, struct flow_style style);
/* Adds medfaq's own words, glued to what precedes them. */
void flow_add_glued(struct flow *flow, const char *words,
                    struct flow_style style);
/* Adds a hard break. */
void flow_add_break(struct flow *flow);

/* Returns a span of text that is known to be safe, such as glyphs and spaces.
 * Borrows text. */
struct span flow_span(const char *text, size_t n_bytes, enum role role);
/* Returns a span of words that may be hostile; their safe form lives in
 * arena. */
struct span flow_words_span(struct arena *arena, const struct charset *charset,
                            const char *words, enum role role);

#endif
