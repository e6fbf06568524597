/* What is mechanical in front matter. */
#ifndef MEDFAQ_CHECK_REMEDY_H
#define MEDFAQ_CHECK_REMEDY_H

#include "check/check.h"

/* Gives a message about a field of the front matter its remedy, if only one
 * thing can be meant: a date in another form, a word in capitals. */
void remedy_of_field(const struct article *article, struct arena *arena,
                     struct message *message);

#endif
