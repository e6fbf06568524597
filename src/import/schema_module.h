/* Modules that the NHS website's pages are made of: care cards, links,
 * pictures. [jansson] */
#ifndef MEDFAQ_IMPORT_SCHEMA_MODULE_H
#define MEDFAQ_IMPORT_SCHEMA_MODULE_H

#include "import/schema_part.h"

/* Is its name one for programs ("markdown", "section heading")? */
bool schema_module_is_named(const json_t *part);

/* The heading of a part; "" where there is none. */
const char *schema_module_heading(const json_t *part);

/* Has it a text besides its heading? */
bool schema_module_has_text(const json_t *part);

/* A link to another page, of a list of them. */
bool schema_module_is_link(const json_t *part);
/* Appends it as an item of a list in HTML. */
void schema_module_add_link(const struct schema_page *page, const json_t *part,
                            struct buf *html);
/* Writes the list, and empties it. */
void schema_module_write_links(struct schema_page *page, struct buf *html);

/* Calls take with each text of a link or a picture; true as soon as it is. */
bool schema_module_visit_words(const json_t *part,
                               bool (*take)(void *user, const char *text),
                               void *user);

bool schema_module_is_image(const json_t *part);
void schema_module_write_image(struct schema_page *page, const json_t *part);

/* A care card or a callout; *alert is its word, NULL for none. */
bool schema_module_is_quote(const json_t *part, const char **alert);
/* Returns what blocks_close wants. */
size_t schema_module_open_quote(struct schema_page *page, const char *alert);

#endif
