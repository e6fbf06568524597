/* Plain text as lines that have a part to play. */
#ifndef MEDFAQ_IMPORT_LINES_H
#define MEDFAQ_IMPORT_LINES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strs.h"
#include "import/ledger.h"

enum lines_type {
    LINE_BLANK,
    LINE_TEXT,
    LINE_HEADING,
    LINE_QUESTION, /* a heading that was marked "Q:" */
    LINE_BULLET,
    LINE_NUMBER, /* text holds "1." too */
};

/* Trimmed; a bullet's text is without the bullet. */
struct lines_line {
    const char *text;
    size_t n_bytes;
    enum lines_type type;
    bool alone; /* a paragraph of its own */
};

struct lines {
    struct lines_line *items;
    size_t n, capacity;
    struct strs made;      /* texts that are not of the source as it lies */
    bool round;            /* the last one's bullet is "o" */
    bool wrapped;          /* paragraphs run over several lines */
    struct ledger *ledger; /* for what is taken off or blanked out */
};

/* Splits a text, which must outlive the lines. */
void lines_split(struct lines *lines, const char *text, size_t n_bytes,
                 struct ledger *ledger);
void lines_finish(struct lines *lines);

/* Takes the marks off questions and answers ("Q:", "A:") where they come in
 * turn. */
void lines_find_questions(struct lines *lines);

/* Tells headings: questions that stand alone, underlined lines, "# x", short
 * lines without an end among paragraphs. */
void lines_find_headings(struct lines *lines);

/* May a line be a heading that only its words tell? It is short, has blank
 * lines around it and text below, and is no part of a sentence. */
bool lines_may_head(const struct lines *lines, size_t at);

/* Blanks out what pages of print have at their ends: "Page 1 of 2", and the
 * text's first lines where they come again beside it. */
void lines_drop_pages(struct lines *lines);

/* Blanks a line out; the ledger says what it was. */
void line_blank(struct lines *lines, struct lines_line *line, const char *what);

/* Is a line the same as a text, without case? */
bool line_is(const struct lines_line *line, const char *text);

size_t line_count_words(const struct lines_line *line);

#endif
