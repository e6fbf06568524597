/* A checklist for printed health information, in medfaq's own words after
 * PEMAT-P (AHRQ publication 14-0002-EF): what a program can decide, and what
 * only people can. */
#ifndef MEDFAQ_CHECK_PEMAT_H
#define MEDFAQ_CHECK_PEMAT_H

#include "check/check.h"

/* Appends the list, a line for each item, for an article and the messages of
 * its check. No total is given as if it were one of the whole list. */
void pemat_write(const struct article *article, const struct messages *messages,
                 struct buf *out);

#endif
