/* What a page of schema.org's JSON says, and whether its other form said it
 * before. [jansson] */
#ifndef MEDFAQ_IMPORT_SCHEMA_SAID_H
#define MEDFAQ_IMPORT_SCHEMA_SAID_H

#include "import/schema_part.h"

/* Properties that hold what a page is made of, in the order of reading. */
#define SCHEMA_PART_PROPERTIES 6
extern const char *const schema_part_properties[SCHEMA_PART_PROPERTIES];
/* The property that has a page by its modules. */
extern const char schema_modules[];

/* One value, or those of an array: how many, and the one at i. */
size_t schema_count(const json_t *value);
const json_t *schema_at(const json_t *value, size_t i);
/* The parts of a node by topic; NULL if it has none. */
const json_t *schema_topics(const json_t *node);

/* The bytes of text below some parts. */
size_t schema_said_length(const struct schema_page *page, const json_t *parts);
/* Adds the texts of parts to said, a table of keys. */
void schema_said_add(const struct schema_page *page, const json_t *parts,
                     xmlHashTable *said);
/* Whether a part, or a text, has something that page->said does not. */
bool schema_said_is_new(const struct schema_page *page, const json_t *part);
bool schema_said_is_new_text(const struct schema_page *page, const char *text);
/* Tells the ledger of a part that the page's other form says, too. */
void schema_said_leave_out(struct schema_page *page, const json_t *part);
/* Tells it of a text that only the other form says, which stands before or
 * behind the main one. */
void schema_said_note_place(const struct schema_page *page, const char *text);
/* Whether the text of a part begins with its description, which then is for
 * search engines. */
bool schema_said_is_repeated(const struct schema_page *page, const json_t *part,
                             const char *description);

#endif
