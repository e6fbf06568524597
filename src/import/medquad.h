/* MedQuAD: questions and answers of NIH pages, one XML file a page. */
#ifndef MEDFAQ_IMPORT_MEDQUAD_H
#define MEDFAQ_IMPORT_MEDQUAD_H

#include "import/importer.h"

bool medquad_recognise(const struct document *document);
bool medquad_convert(const struct document *document,
                     const struct import_options *options,
                     const struct sink *sink, struct error *err);
void medquad_read_words(const struct document *document,
                        const struct import_options *options,
                        struct letters *letters);

#endif
