/* Turns FHIR JSON into the equivalent FHIR XML. [jansson, libxml2] */
#ifndef MEDFAQ_IMPORT_FHIR_JSON_H
#define MEDFAQ_IMPORT_FHIR_JSON_H

#include <libxml/tree.h>
#include <stddef.h>

#include "base/error.h"

/* Returns NULL with err if it is not well-formed or nested too deeply. */
xmlDoc *fhir_json_parse(const char *data, size_t n_bytes, struct error *err);

#endif
