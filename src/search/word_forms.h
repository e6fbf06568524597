/* Other forms of a word that no stemmer knows: irregular ones, British and
 * American spelling, letters that a keyboard lacks, compounds. */
#ifndef MEDFAQ_SEARCH_WORD_FORMS_H
#define MEDFAQ_SEARCH_WORD_FORMS_H

#include "search/lookups.h"

/* Adds look-ups for the forms of a term that some section has, with a note. */
void word_forms_add(struct lookups *lookups, size_t term);

/* Adds look-ups for two terms in a row as one word ("check up"), and for one
 * that nothing has as two ("glp1"). */
void word_forms_add_compounds(struct lookups *lookups);

#endif
