/* Tables of HTML and SPL, as pipe tables. */
#ifndef MEDFAQ_IMPORT_RICH_TABLE_H
#define MEDFAQ_IMPORT_RICH_TABLE_H

#include "import/rich.h"

/* Writes a table. Cells that span others leave those empty. What is no table
 * of data (one column, tables inside) and rows over all columns at its start
 * or end become paragraphs. */
void rich_table(struct rich *rich, const xmlNode *table);

#endif
