/* A bound on the work that libcmark has with a text. */
#ifndef MEDFAQ_ARTICLE_EFFORT_H
#define MEDFAQ_ARTICLE_EFFORT_H

#include <stddef.h>
#include <stdint.h>

/* Returns an upper bound of the steps that libcmark takes to parse a text of
 * whole lines, a step being some nanoseconds. It far exceeds what ordinary text
 * takes, and no text takes more. */
uint64_t effort_bound(const char *text, size_t n_bytes);

#endif
