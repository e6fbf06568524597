/* Other forms of a word that stemming does not cover: irregular forms, British
 * and American spelling, letters that a keyboard lacks, compounds. */
#ifndef MEDFAQ_SEARCH_WORD_FORMS_H
#define MEDFAQ_SEARCH_WORD_FORMS_H

#include "search/lookups.h"

/* Adds look-ups, with a note, for the forms of a term that some section has. */
void word_forms_add(struct lookups *lookups, size_t term);

/* Adds look-ups for two adjacent terms joined to one word ("check up"), and for
 * a term that no section has split in two ("glp1"). */
void word_forms_add_compounds(struct lookups *lookups);

#endif
