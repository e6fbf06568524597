/* The front matter of a FHIR Composition, from itself and the other
 * resources of its Bundle. [libxml2] */
#ifndef MEDFAQ_IMPORT_FHIR_FACTS_H
#define MEDFAQ_IMPORT_FHIR_FACTS_H

#include <libxml/tree.h>

#include "import/draft.h"
#include "import/qrd.h"

/* <title value="..."/> of a parent, NULL for none; in the arena. */
const char *fhir_value(struct arena *arena, const xmlNode *parent,
                       const char *name);

/* The codes of a CodeableConcept, one after another: NULL is before the first
 * and after the last. */
const xmlNode *fhir_next_coding(const xmlNode *concept, const xmlNode *coding);

/* The first element of a narrative that shows words; NULL for none. */
xmlNode *fhir_first_line(xmlNode *div);

/* The type of the document, by its code, its title or the numbers of its
 * sections. */
enum qrd_document fhir_document(const xmlNode *composition);

/* Fills the draft's front matter, its id included. */
void fhir_read_facts(struct draft *draft, const xmlNode *composition,
                     enum qrd_document document);

#endif
