/* How much work libcmark may have with a text. */
#ifndef MEDFAQ_ARTICLE_EFFORT_H
#define MEDFAQ_ARTICLE_EFFORT_H

#include <stddef.h>
#include <stdint.h>

/* An upper bound of the steps that libcmark takes for a text of whole lines
 * that it parses by itself, a step being some nanoseconds. It is far above what
 * a sane text takes, and never below what any text takes. */
uint64_t effort_bound(const char *text, size_t n_bytes);

#endif
