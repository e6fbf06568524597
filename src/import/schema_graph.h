/* Nodes of JSON-LD that refer to each other by "@id". [jansson] */
#ifndef MEDFAQ_IMPORT_SCHEMA_GRAPH_H
#define MEDFAQ_IMPORT_SCHEMA_GRAPH_H

#include <jansson.h>
#include <stdbool.h>
#include <libxml/hash.h>

struct schema_graph {
    xmlHashTable *ids;     /* "@id" -> the node that says more than that */
    xmlHashTable *reached; /* "@id" of nodes that a page referred to */
};

/* Finds all nodes below root, which must outlive the graph. NULL is fine. */
void schema_graph_init(struct schema_graph *graph, const json_t *root);
void schema_graph_finish(struct schema_graph *graph);

/* The node itself or, where it only names another by its "@id", that one; NULL
 * if it is not there. */
const json_t *schema_graph_resolve(const struct schema_graph *graph,
                                   const json_t *node);

/* Notes that a page has a node by its "@id". */
void schema_graph_reach(struct schema_graph *graph, const char *id);
/* Whether any page has had the node so. */
bool schema_graph_is_reached(const struct schema_graph *graph,
                             const json_t *node);

#endif
