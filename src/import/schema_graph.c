/* Nodes of JSON-LD that refer to each other by "@id". [jansson] */
#include "import/schema_graph.h"

static const char *id_of(const json_t *node)
{
    return json_string_value(json_object_get(node, "@id"));
}

/* Jansson refuses what is nested too deep for this. */
static void add_nodes(struct schema_graph *graph, json_t *value)
{
    const char *key;
    json_t *member;
    size_t i;
    const char *id = id_of(value);
    if (id && json_object_size(value) > 1)
        xmlHashAddEntry(graph->ids, (const xmlChar *)id, value);
    if (json_is_object(value)) {
        json_object_foreach(value, key, member)
        {
            add_nodes(graph, member);
        }
    }
    json_array_foreach(value, i, member)
    {
        add_nodes(graph, member);
    }
}

void schema_graph_init(struct schema_graph *graph, const json_t *root)
{
    graph->ids = xmlHashCreate(0);
    graph->reached = xmlHashCreate(0);
    add_nodes(graph, (json_t *)root);
}

void schema_graph_finish(struct schema_graph *graph)
{
    xmlHashFree(graph->ids, NULL);
    xmlHashFree(graph->reached, NULL);
}

const json_t *schema_graph_resolve(const struct schema_graph *graph,
                                   const json_t *node)
{
    const char *id = id_of(node);
    if (!id || json_object_size(node) > 1)
        return node;
    return xmlHashLookup(graph->ids, (const xmlChar *)id);
}

void schema_graph_reach(struct schema_graph *graph, const char *id)
{
    xmlHashAddEntry(graph->reached, (const xmlChar *)id, graph);
}

bool schema_graph_is_reached(const struct schema_graph *graph,
                             const json_t *node)
{
    return xmlHashLookup(graph->reached, (const xmlChar *)id_of(node)) != NULL;
}
