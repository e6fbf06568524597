/* What schema.org's JSON says of a page. [jansson] */
#ifndef MEDFAQ_IMPORT_SCHEMA_FACTS_H
#define MEDFAQ_IMPORT_SCHEMA_FACTS_H

#include <jansson.h>
#include <stdbool.h>

#include "kind/kind.h"
#include "import/draft.h"

/* A property's text; of an object its name, of an array the first. NULL if
 * there is none. */
const char *schema_text(const json_t *node, const char *property);

/* Is the node of a type, one of those that it has? */
bool schema_is(const json_t *node, const char *type);

/* Fills in what the draft does not state. */
void schema_read_facts(struct draft *draft, const json_t *page);

/* The kind of a hasHealthAspect, an address or a name; KIND_NONE if none. */
enum kind schema_kind(const char *aspect);

#endif
