/* MedlinePlus health topics: one XML file with all of them, in English and
 * Spanish. */
#ifndef MEDFAQ_IMPORT_TOPICS_H
#define MEDFAQ_IMPORT_TOPICS_H

#include "import/importer.h"

bool topics_recognise(const struct document *document);
bool topics_convert(const struct document *document,
                    const struct import_options *options,
                    const struct sink *sink, struct error *err);

/* Of one topic. */
void topics_read_words(const struct document *document,
                       const struct import_options *options,
                       struct letters *letters);

#endif
