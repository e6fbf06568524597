/* What find_article does where --code names the article. */
#ifndef MEDFAQ_CLI_FIND_CODE_H
#define MEDFAQ_CLI_FIND_CODE_H

#include "cli/finder.h"

/* Finds the article with the code; the words name a kind. */
enum finder_outcome find_code(struct finder *finder);

/* The same as a query of a search, for several articles. */
const char *find_code_query(struct finder *finder);

/* Says that no article has the code, or lists those that have. */
void find_code_complain(struct finder *finder);

#endif
