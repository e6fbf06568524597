/* Articles held against each other: what one says of a medicine and another
 * does not, or says otherwise. */
#ifndef MEDFAQ_CHECK_AGREEMENT_H
#define MEDFAQ_CHECK_AGREEMENT_H

#include "check/batch.h"

/* Compares the facts of the files of a batch, and of those articles of its
 * library that they name, and adds what does not agree to their messages. */
void agreement_check(struct batch *batch);

#endif
