/* A guard against text on which libcmark 0.30 takes quadratic time. */
#ifndef MEDFAQ_ARTICLE_GUARD_H
#define MEDFAQ_ARTICLE_GUARD_H

#include <stdbool.h>
#include <stdint.h>

#include "article/markdown_line.h"

/* Upper bounds of libcmark's steps, counted line by line. Zeroed: at the
 * start. */
struct guard {
    unsigned depth; /* of the containers that may be open */
    unsigned outer; /* of those around the first quote: a blank line ends it */
    bool after_text;
    uint64_t n_container_steps;
    uint64_t n_images; /* image openers in this paragraph */
    uint64_t n_bracket_steps;
};

void guard_line(struct guard *guard, const struct markdown_line *line);

/* Whether parsing would take seconds. */
bool guard_is_hostile(const struct guard *guard);

#endif
