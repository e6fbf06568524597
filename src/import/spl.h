/* FDA drug labels: Structured Product Labeling, as DailyMed has it. */
#ifndef MEDFAQ_IMPORT_SPL_H
#define MEDFAQ_IMPORT_SPL_H

#include "import/importer.h"

bool spl_recognise(const struct document *document);
bool spl_convert(const struct document *document,
                 const struct import_options *options, const struct sink *sink,
                 struct error *err);
void spl_read_words(const struct document *document,
                    const struct import_options *options,
                    struct letters *letters);

#endif
