/* Codes that other systems give to what an article is about. They are compared
 * as keys: "rxnorm:11289", "icd10:i489". */
#ifndef MEDFAQ_ARTICLE_CODE_H
#define MEDFAQ_ARTICLE_CODE_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/error.h"

/* The names that front matter uses: "umls", "mesh", ...; NULL ends them. */
extern const char *const code_systems[];

/* Appends the key of a value that front matter has for a system: its letters,
 * in lower case, and digits. */
void code_add_key(const char *system, const char *value, struct buf *out);

/* The same for "SYSTEM:CODE" as a person types it. False with err, which says
 * what would be right, if there is no such system or its codes look
 * otherwise; nothing is appended then. */
bool code_parse(const char *typed, struct buf *out, struct error *err);

#endif
