/* What is mechanical in front matter. */
#ifndef MEDFAQ_CHECK_REMEDY_H
#define MEDFAQ_CHECK_REMEDY_H

#include "check/check.h"

/* Gives messages about fields of the front matter their remedies, where only
 * one thing can be meant: a date in another form, a word in capitals. */
void remedies_of_fields(const struct article *article,
                        struct messages *messages);

#endif
