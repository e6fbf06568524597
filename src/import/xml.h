/* Parses XML that may be hostile. [libxml2]
 *
 * Network access, external entities, DTDs and XInclude are off; the parser's
 * built-in limits on depth and entity expansion stay on. */
#ifndef MEDFAQ_IMPORT_XML_H
#define MEDFAQ_IMPORT_XML_H

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/error.h"
#include "import/ledger.h"

#define XML_MAX_DEPTH 256
#define XML_SAFE_OPTIONS                                                       \
    (XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |               \
     XML_PARSE_NOCDATA | XML_PARSE_COMPACT)

/* Call once, before the first thread starts. */
void xml_init(void);
void xml_finish(void);

/* Parses a document; NULL with line and reason in err. Free with xmlFreeDoc. */
xmlDoc *xml_parse(const char *data, size_t n_bytes, struct error *err);

/* The first child element of a name, without case ("QAPair", "qapair"); NULL
 * when parent is NULL or has none. xml_next: the next sibling of that name. */
xmlNode *xml_child(const xmlNode *parent, const char *name);
xmlNode *xml_next(const xmlNode *node, const char *name);
bool xml_is(const xmlNode *node, const char *name);

/* Depth-first without recursion: the node after node within root, NULL at the
 * end. xml_skip passes over node's children. */
const xmlNode *xml_walk(const xmlNode *root, const xmlNode *node);
const xmlNode *xml_skip(const xmlNode *root, const xmlNode *node);

/* The first element of a name below root, root included; NULL for none. */
xmlNode *xml_find(const xmlNode *root, const char *name);

/* Refuses documents that declare entities: they can be used to exhaust
 * memory, and health information does not need them. */
bool xml_declares_entities(const xmlDoc *document);

/* False with err if what is below is nested deeper than XML_MAX_DEPTH. */
bool xml_is_shallow(const xmlNode *root, struct error *err);

/* All text below a node, appended; nothing for NULL. */
void xml_text(const xmlNode *node, struct buf *out);

/* The same on one line, with one space between words; the caller frees. */
char *xml_words(const xmlNode *node);

/* Writes all text below a node into a ledger, and the alternative text of
 * images: a piece for each, as a parser may have moved some of them. */
void xml_note(const xmlNode *root, struct ledger *ledger, enum ledger_act act,
              const char *what);

/* An attribute's value, or NULL; the caller frees with xmlFree. */
char *xml_attribute(const xmlNode *node, const char *name);

#endif
