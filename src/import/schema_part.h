/* What a page of schema.org's JSON is made of, written as Markdown. [jansson]
 */
#ifndef MEDFAQ_IMPORT_SCHEMA_PART_H
#define MEDFAQ_IMPORT_SCHEMA_PART_H

#include <jansson.h>
#include <stdbool.h>

#include "import/draft.h"
#include "import/rich.h"
#include "import/schema_graph.h"

/* Of parts, one in another. */
#define SCHEMA_MAX_DEPTH 16

struct schema_page {
    struct draft *draft;
    struct schema_graph *graph;
    struct ledger *ledger; /* NULL: nobody asks what is left out */
    struct kind_context context;
    struct rich_options options;
    struct rich rich;
    xmlHashTable *said;    /* texts of the page's other form, or NULL */
    xmlHashTable *written; /* nodes that were referred to */
    bool too_deep;         /* parts were left out for that */
};

/* The draft's facts are known, and its body is written to. */
void schema_page_init(struct schema_page *page, struct draft *draft,
                      struct schema_graph *graph);
/* From now on a ledger is told what is done to the source on purpose. */
void schema_page_log(struct schema_page *page, struct ledger *ledger);
void schema_page_finish(struct schema_page *page);

/* Writes a question, a module, a topic: its heading at a level. */
void schema_page_write(struct schema_page *page, const json_t *part,
                       unsigned level);

/* Writes the page itself: its text and all of its parts. */
void schema_page_write_all(struct schema_page *page, const json_t *node);

/* Tells the ledger of the words of a text. */
void schema_page_note(const struct schema_page *page, enum ledger_act act,
                      const char *what, const char *text);

/* Is a node a page that becomes an article? */
bool schema_is_page(const json_t *node);

/* Does a node have text or parts, which make it a page of its own? */
bool schema_has_parts(const json_t *node);

/* The address for people of an address of the NHS's content service; in the
 * arena, or url itself. */
const char *schema_public_url(struct arena *arena, const char *url);

#endif
