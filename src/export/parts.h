/* The parts of an article that an export shows, and what they cite. */
#ifndef MEDFAQ_EXPORT_PARTS_H
#define MEDFAQ_EXPORT_PARTS_H

#include <stdbool.h>
#include <stddef.h>

#include "article/article.h"
#include "text/cited.h"
#include "text/layout.h"

/* A section, a subsection, or a single block. */
struct export_part {
    struct block_range blocks;
    size_t heading; /* in article->headings; SIZE_MAX: none */
    enum kind kind;
};

struct export_parts {
    struct export_part *items; /* ascending, without overlaps */
    size_t n;
    bool is_whole;      /* the whole article */
    struct cited cited; /* what the parts cite; all references if is_whole */
};

/* Finds the sections of an article or, unless kind is KIND_NONE, its sections,
 * subsections and alerts of that kind. Free with parts_finish. */
void parts_init(struct export_parts *parts, const struct article *article,
                enum kind kind);
void parts_finish(struct export_parts *parts);

#endif
