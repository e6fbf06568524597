/* Drug labels as openFDA has them: JSON with a list of results. [jansson] */
#ifndef MEDFAQ_IMPORT_OPENFDA_H
#define MEDFAQ_IMPORT_OPENFDA_H

#include "import/importer.h"

bool openfda_recognise(const struct document *document);
bool openfda_convert(const struct document *document,
                     const struct import_options *options,
                     const struct sink *sink, struct error *err);

/* Of one label. */
void openfda_read_words(const struct document *document,
                        const struct import_options *options,
                        struct letters *letters);

#endif
