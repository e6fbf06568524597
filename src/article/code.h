/* Codes of medical terminologies for the subject of an article. Codes are
 * compared by their keys: "rxnorm:11289", "icd10:i489". */
#ifndef MEDFAQ_ARTICLE_CODE_H
#define MEDFAQ_ARTICLE_CODE_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/error.h"

/* The terminologies by the names that front matter uses ("umls", "mesh", ...),
 * ended by NULL. */
extern const char *const code_systems[];

/* Appends the key of a code: the system, a colon, and the code's letters and
 * digits in lower case. */
void code_add_key(const char *system, const char *value, struct buf *out);

/* Appends the key of "SYSTEM:CODE" as a person types it. Returns false, appends
 * nothing and sets err if there is no such system or its codes have another
 * form; err says what would be right. */
bool code_parse(const char *typed, struct buf *out, struct error *err);

#endif
