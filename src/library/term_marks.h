/* Finds where the terms of a glossary occur in an article, and which of them
 * are marked for the reader. */
#ifndef MEDFAQ_LIBRARY_TERM_MARKS_H
#define MEDFAQ_LIBRARY_TERM_MARKS_H

#include "article/article.h"
#include "library/glossary.h"

struct term_mark {
    uint32_t text_start, text_end; /* in article->text */
    const struct glossary_term *term;
    /* It is the first of its term in the section, and not in a heading, a link,
       code or emergency advice. */
    bool is_marked;
};

struct term_mark_list {
    struct term_mark *items; /* in text order */
    size_t n, capacity;
};

struct term_marks;

/* Article and glossary are borrowed. Sections are searched when they are first
 * needed, so this is fast. */
struct term_marks *term_marks_new(const struct article *article,
                                  const struct glossary *glossary);
void term_marks_free(struct term_marks *marks);

/* Appends the terms that overlap a range of article->text. The caller frees the
 * items of out. */
void term_marks_find(struct term_marks *marks, uint32_t text_start,
                     uint32_t text_end, struct term_mark_list *out);

#endif
