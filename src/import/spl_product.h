/* The products of an FDA drug label: names and ingredients. [libxml2] */
#ifndef MEDFAQ_IMPORT_SPL_PRODUCT_H
#define MEDFAQ_IMPORT_SPL_PRODUCT_H

#include <libxml/tree.h>

#include "kind/kind.h"
#include "import/draft.h"

/* Sets title (the first product's name) and synonyms: other names, generic
 * names, active substances. elements is the section of data elements, or NULL;
 * false if there is no name. */
bool spl_read_names(struct draft *draft, const xmlNode *elements);

/* Appends a section with the ingredients of each product, if any is stated. */
void spl_write_ingredients(struct draft *draft, const xmlNode *elements,
                           const struct kind_context *context);

#endif
