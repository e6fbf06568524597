/* FHIR's JSON as FHIR's XML: an object is an element, a list is the element
 * again and again, a value is an attribute of that name; the narrative is
 * XHTML in both. [jansson, libxml2] */
#include "import/fhir_json.h"

#include <stdio.h>
#include <string.h>

#include <jansson.h>

#include "base/i18n.h"
#include "import/html.h"
#include "import/xml.h"

static const xmlChar *chars(const char *text)
{
    return (const xmlChar *)text;
}

static void add_value(xmlNode *parent, const char *name, const json_t *value);

/* XHTML, as a copy of the tree that a parser made of it. */
static void add_narrative(xmlNode *parent, const char *text)
{
    struct error err;
    xmlDoc *html = html_parse(text, strlen(text), NULL, &err);
    if (!html) {
        xmlNewTextChild(parent, NULL, chars("div"), chars(text));
        return;
    }
    xmlNode *div = xml_find(xmlDocGetRootElement(html), "div");
    xmlNode *copy =
        xmlDocCopyNode(div ? div : xmlDocGetRootElement(html), parent->doc, 1);
    if (copy)
        xmlAddChild(parent, copy);
    xmlFreeDoc(html);
}

/* {"resourceType": "Composition", ...} -> <Composition> */
static xmlNode *add_resource(xmlNode *parent, const json_t *object)
{
    const char *type =
        json_string_value(json_object_get(object, "resourceType"));
    return type ? xmlNewChild(parent, NULL, chars(type), NULL) : parent;
}

static void add_members(xmlNode *node, const json_t *object)
{
    const char *key;
    json_t *value;
    json_object_foreach((json_t *)object, key, value)
    {
        if (strcmp(key, "resourceType") != 0 && key[0] != '_')
            add_value(node, key, value);
    }
}

static void add_scalar(xmlNode *parent, const char *name, const json_t *value)
{
    char number[64];
    const char *text = json_string_value(value);
    if (json_is_integer(value))
        snprintf(number, sizeof number, "%" JSON_INTEGER_FORMAT,
                 json_integer_value(value));
    else if (json_is_real(value))
        snprintf(number, sizeof number, "%.15g", json_real_value(value));
    else
        snprintf(number, sizeof number, "%s",
                 json_is_true(value) ? "true" : "false");
    xmlNode *node = xmlNewChild(parent, NULL, chars(name), NULL);
    xmlNewProp(node, chars("value"), chars(text ? text : number));
}

static void add_value(xmlNode *parent, const char *name, const json_t *value)
{
    size_t i;
    json_t *member;
    if (json_is_array(value)) {
        json_array_foreach(value, i, member)
        {
            add_value(parent, name, member);
        }
    } else if (json_is_object(value)) {
        xmlNode *node = xmlNewChild(parent, NULL, chars(name), NULL);
        add_members(add_resource(node, value), value);
    } else if (strcmp(name, "div") == 0 && json_is_string(value)) {
        add_narrative(parent, json_string_value(value));
    } else if (!json_is_null(value)) {
        add_scalar(parent, name, value);
    }
}

/* Jansson's own limit is 2048, which the functions above can bear. */
static bool is_shallow(const json_t *value, unsigned depth)
{
    const char *key;
    json_t *member;
    size_t i;
    if (depth > XML_MAX_DEPTH / 2)
        return false;
    json_object_foreach((json_t *)value, key, member)
    {
        if (!is_shallow(member, depth + 1))
            return false;
    }
    json_array_foreach(value, i, member)
    {
        if (!is_shallow(member, depth + 1))
            return false;
    }
    return true;
}

xmlDoc *fhir_json_parse(const char *data, size_t n_bytes, struct error *err)
{
    json_error_t reason;
    json_t *root = json_loadb(data, n_bytes, 0, &reason);
    if (!root) {
        error_set(err, _("line %d: not well-formed JSON: %s"), reason.line,
                  reason.text);
        return NULL;
    }
    xmlDoc *document = NULL;
    if (!json_is_object(root)) {
        error_set(err, _("not a FHIR resource"));
    } else if (!is_shallow(root, 0)) {
        error_set(err, _("nested more than %d levels deep"), XML_MAX_DEPTH / 2);
    } else {
        document = xmlNewDoc(NULL);
        xmlNode *top = xmlNewDocNode(document, NULL, chars("resource"), NULL);
        xmlDocSetRootElement(document, top);
        add_members(add_resource(top, root), root);
    }
    json_decref(root);
    return document;
}
