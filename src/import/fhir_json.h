/* FHIR's JSON as FHIR's XML: both say the same. [jansson, libxml2] */
#ifndef MEDFAQ_IMPORT_FHIR_JSON_H
#define MEDFAQ_IMPORT_FHIR_JSON_H

#include <libxml/tree.h>
#include <stddef.h>

#include "base/error.h"

/* NULL with err: not well-formed, or nested too deep. */
xmlDoc *fhir_json_parse(const char *data, size_t n_bytes, struct error *err);

#endif
