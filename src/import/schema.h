/* Pages as schema.org's JSON: FAQPage, QAPage, MedicalWebPage and what NHS
 * publishes, HealthTopicContent with hasHealthAspect. [jansson] */
#ifndef MEDFAQ_IMPORT_SCHEMA_H
#define MEDFAQ_IMPORT_SCHEMA_H

#include "base/strs.h"
#include "import/importer.h"

/* Call once, before the first thread starts. */
void schema_init(void);

bool schema_recognise(const struct document *document);
bool schema_convert(const struct document *document,
                    const struct import_options *options,
                    const struct sink *sink, struct error *err);

void schema_read_words(const struct document *document,
                       const struct import_options *options,
                       struct letters *letters);

/* What blocks of JSON-LD in a page say of it (type, names, codes, date,
 * licence), where the draft does not state it. */
void schema_add_facts(struct draft *draft, const struct strs *blocks);

/* Adds the questions of a page's JSON-LD that are not in its body, and what
 * the answers of the others say besides. */
void schema_add_questions(struct draft *draft, const struct strs *blocks,
                          struct ledger *ledger);

#endif
