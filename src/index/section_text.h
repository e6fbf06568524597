/* The text of a section, for the index and on one line. */
#ifndef MEDFAQ_INDEX_SECTION_TEXT_H
#define MEDFAQ_INDEX_SECTION_TEXT_H

#include "article/article.h"
#include "base/buf.h"

/* Appends the text of a section behind its heading, without citations; blocks
 * are separated by newlines. */
void section_add_text(const struct article *article,
                      const struct section *section, struct buf *out);

struct section_line {
    struct buf text;
    size_t *starts; /* of sentences, items, cells; ascending */
    size_t n_starts, capacity;
};

/* The same on one line: items, cells, headings and paragraphs are set off by
 * the separator, " · ", where no mark does. section_line_finish frees. */
void section_line_init(struct section_line *line, const struct article *article,
                       const struct section *section, const char *separator);
void section_line_finish(struct section_line *line);

#endif
