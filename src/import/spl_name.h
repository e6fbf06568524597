/* What the sections of an FDA drug label are called. [libxml2] */
#ifndef MEDFAQ_IMPORT_SPL_NAME_H
#define MEDFAQ_IMPORT_SPL_NAME_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "kind/kind.h"

#define SPL_BOXED_WARNING "34066-1" /* LOINC */
#define SPL_UNCLASSIFIED "42229-5"

bool spl_has_code(const xmlNode *section, const char *wanted);

/* The kind that its code gives a section. */
enum kind spl_kind(const xmlNode *section);

/* What a section's code is called, as a heading: "OTC - DO NOT USE SECTION" ->
 * "Do not use"; "Other information" if nothing tells. The caller frees. */
char *spl_name_of_code(const xmlNode *section);

/* A patient's guide has no codes inside: its lines in bold type are its
 * headings. */
bool spl_is_guide(const xmlNode *section);

#endif
