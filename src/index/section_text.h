/* Extracts the text of a section, for the index and on one line. */
#ifndef MEDFAQ_INDEX_SECTION_TEXT_H
#define MEDFAQ_INDEX_SECTION_TEXT_H

#include "article/article.h"
#include "base/buf.h"

/* Appends the text of a section after its heading, without citations. Blocks
 * are separated by newlines. */
void section_add_text(const struct article *article,
                      const struct section *section, struct buf *out);

struct section_line {
    struct buf text;
    size_t *starts; /* where sentences, items and cells begin; ascending */
    size_t n_starts, capacity;
};

/* Puts the same text on one line, with a separator (" · ") between items,
 * cells, headings and paragraphs, unless punctuation separates them already.
 * Free with section_line_finish(). */
void section_line_init(struct section_line *line, const struct article *article,
                       const struct section *section, const char *separator);
void section_line_finish(struct section_line *line);

#endif
