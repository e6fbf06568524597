/* The one place where text from outside becomes safe text for the screen.
 *
 * A flow gathers the inline content of one paragraph as safe text, in runs of
 * one style; text/wrap.h cuts it into lines of spans. */
#ifndef MEDFAQ_TEXT_FLOW_H
#define MEDFAQ_TEXT_FLOW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/charset.h"
#include "text/layout.h"

/* How a run looks and where it leads; see struct span. */
struct flow_style {
    uint8_t role, attributes;
    int32_t link, reference;
};

/* A style of a role alone. */
struct flow_style flow_style(enum role role);

struct flow_run {
    uint32_t start, end;     /* in flow->text */
    struct text_range shows; /* in article->text; start NO_TEXT for none */
    struct flow_style style;
    bool glued; /* no line begins with it if that can be helped */
};

struct flow {
    const char *source; /* article->text */
    const struct charset *charset;
    struct buf text; /* safe; '\n' is a hard break */
    struct flow_run *runs;
    size_t n_runs, capacity;
    struct buf breaks; /* scratch of text/wrap.c */
    unsigned hanging;  /* cells before its second and later lines */
    bool keep_spaces;  /* otherwise runs of white space become one space */
};

/* source and charset are borrowed. */
void flow_init(struct flow *flow, const char *source,
               const struct charset *charset);
void flow_finish(struct flow *flow);

/* Empties it for the next paragraph; spaces collapse and nothing hangs again.
 */
void flow_clear(struct flow *flow);

/* Adds some of the article's text. */
void flow_add(struct flow *flow, struct text_range shows,
              struct flow_style style);
/* Adds words that the article does not have as text: medfaq's own, an address,
 * front matter. They may be hostile. */
void flow_add_words(struct flow *flow, const char *words,
                    struct flow_style style);
/* Adds words in the place of some of the article's text, glued to what is
 * before: "[2]" for "[^id]". */
void flow_add_instead(struct flow *flow, struct text_range shows,
                      const char *words, struct flow_style style);
/* Adds medfaq's own words, glued to what is before. */
void flow_add_glued(struct flow *flow, const char *words,
                    struct flow_style style);
/* Ends the line here. */
void flow_add_break(struct flow *flow);

/* A span of what is safe as it stands: a glyph, spaces. Borrows text. */
struct span flow_span(const char *text, size_t n_bytes, enum role role);
/* A span of words that may be hostile; the safe form lives in arena. */
struct span flow_words_span(struct arena *arena, const struct charset *charset,
                            const char *words, enum role role);

#endif
