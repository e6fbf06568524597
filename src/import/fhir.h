/* Electronic product information and other documents of FHIR: a Bundle that
 * holds Compositions, or one Composition; R4 and R5, XML and JSON. */
#ifndef MEDFAQ_IMPORT_FHIR_H
#define MEDFAQ_IMPORT_FHIR_H

#include "import/importer.h"

bool fhir_recognise(const struct document *document);
/* Is it JSON, not XML? */
bool fhir_is_json(const struct document *document);

bool fhir_convert(const struct document *document,
                  const struct import_options *options, const struct sink *sink,
                  struct error *err);
void fhir_read_words(const struct document *document,
                     const struct import_options *options,
                     struct letters *letters);

#endif
