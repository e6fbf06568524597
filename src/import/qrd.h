/* The European templates for leaflets and summaries of product characteristics
 * (QRD), whose numbers and codes mean the same in every language. */
#ifndef MEDFAQ_IMPORT_QRD_H
#define MEDFAQ_IMPORT_QRD_H

#include <stdbool.h>
#include <stddef.h>

#include "kind/kind.h"
#include "base/strs.h"

enum qrd_document { QRD_NONE, QRD_LEAFLET, QRD_SUMMARY };

/* What a code of the document (SPOR, LOINC) or a title in any language of the
 * EU says that it is. */
enum qrd_document qrd_document_by_code(const char *code);
enum qrd_document qrd_document_by_title(const char *title);

/* What the numbers of its headings say: 4.1 to 4.9 are a summary's, 1 to 6 and
 * no more are a leaflet's. */
enum qrd_document qrd_document_by_numbers(const struct strs *headings);

/* "A. Summary of product characteristics - Zorvex" -> "Zorvex": a title
 * without what names the document and its annex. In title itself; "" if
 * nothing is left. */
const char *qrd_title_rest(const char *title);

/* The kind that a heading's number fixes ("4.3. Contraindicaciones"), and what
 * a code of SPOR means; KIND_NONE for none. */
enum kind qrd_kind_by_number(enum qrd_document document, const char *heading);
enum kind qrd_kind_by_code(const char *code);

/* The name of the product: the words that most of a leaflet's numbered
 * headings have in common. "" if there are none; the caller frees. */
char *qrd_product(const struct strs *headings);

#endif
