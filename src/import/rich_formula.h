/* Formulas in MathML, written on a line. [libxml2] */
#ifndef MEDFAQ_IMPORT_RICH_FORMULA_H
#define MEDFAQ_IMPORT_RICH_FORMULA_H

#include "import/rich.h"

/* Writes an element of MathML that is more than a row of others: "kg/m²",
 * "1 1/2", "√(a+b)". */
void rich_formula(struct rich *rich, const xmlNode *node);

#endif
