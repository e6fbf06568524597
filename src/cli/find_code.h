/* Finds the article that --code names. */
#ifndef MEDFAQ_CLI_FIND_CODE_H
#define MEDFAQ_CLI_FIND_CODE_H

#include "cli/finder.h"

/* Finds the article with the code. The words, if any, name a kind. */
enum finder_outcome find_code(struct finder *finder);

/* Returns the code and the words as the text of a search. */
const char *find_code_query(struct finder *finder);

/* Says that no article has the code, or lists those that have it. */
void find_code_complain(struct finder *finder);

#endif
