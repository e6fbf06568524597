/* DocBook as pandoc reads all of it: what it would leave out, or run together,
 * becomes an element that it keeps. [libxml2] */
#include "import/docbook.h"

#include <string.h>

#include "import/xml.h"

static const xmlChar *chars(const char *text)
{
    return (const xmlChar *)text;
}

static void rename_to(xmlNode *node, const char *name)
{
    xmlNodeSetName(node, chars(name));
}

/* An element in the name space of another. */
static xmlNode *new_element(const xmlNode *like, const char *name)
{
    return xmlNewDocNode(like->doc, like->ns, chars(name), NULL);
}

static void move_children(xmlNode *from, xmlNode *to)
{
    for (xmlNode *child = from->children, *next; child; child = next) {
        next = child->next;
        xmlUnlinkNode(child);
        xmlAddChild(to, child);
    }
}

/* A title that would be lost becomes a paragraph in bold type. */
static void keep_title(xmlNode *node)
{
    xmlNode *title = xml_child(node, "title");
    if (!title)
        return;
    rename_to(title, "para");
    xmlNode *strong = new_element(title, "emphasis");
    xmlNewProp(strong, chars("role"), chars("strong"));
    move_children(title, strong);
    xmlAddChild(title, strong);
}

static void keep_sidebar(xmlNode *node)
{
    keep_title(node);
    rename_to(node, "blockquote");
}

static xmlNode *info_of(const xmlNode *node)
{
    static const char *const names[] = {
        "info",        "articleinfo", "bookinfo",   "chapterinfo",
        "sectioninfo", "sect1info",   "prefaceinfo"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (xml_is(node->parent, names[i]))
            return node->parent;
    return NULL;
}

/* What stands among the facts of the document, and is text, comes before the
 * first section. */
static void keep_among_facts(xmlNode *node)
{
    xmlNode *info = info_of(node), *before = info;
    keep_title(node);
    for (xmlNode *child = node->children, *next; child && info; child = next) {
        next = child->next;
        xmlUnlinkNode(child);
        before = xmlAddNextSibling(before, child);
    }
    if (!info)
        rename_to(node, "blockquote");
}

/* <member>a</member> -> <listitem><para>a</para></listitem> */
static void keep_members(xmlNode *node)
{
    char *type = xml_attribute(node, "type");
    bool is_inline = type && strcmp(type, "inline") == 0;
    xmlFree(type);
    if (is_inline)
        return;
    rename_to(node, "itemizedlist");
    for (xmlNode *member = node->children; member; member = member->next)
        if (xml_is(member, "member")) {
            xmlNode *para = new_element(node, "para");
            move_children(member, para);
            xmlAddChild(member, para);
            rename_to(member, "listitem");
        }
}

static void keep_steps(xmlNode *node)
{
    rename_to(node, "orderedlist");
    for (xmlNode *step = node->children; step; step = step->next)
        if (xml_is(step, "step"))
            rename_to(step, "listitem");
}

/* Questions of one paragraph are terms, which have their answers below them. */
static bool is_plain_question(const xmlNode *question)
{
    const xmlNode *para = xml_child(question, "para");
    size_t n = 0;
    for (const xmlNode *child = question ? question->children : NULL; child;
         child = child->next)
        n += child->type == XML_ELEMENT_NODE;
    return para && n == 1;
}

static void keep_question(xmlNode *entry, xmlNode *list)
{
    xmlNode *question = xml_child(entry, "question");
    xmlNode *para = xml_child(question, "para");
    xmlUnlinkNode(para);
    rename_to(para, "term");
    xmlReplaceNode(question, para);
    xmlFreeNode(question);
    rename_to(xml_child(entry, "answer"), "listitem");
    rename_to(entry, "varlistentry");
    xmlUnlinkNode(entry);
    xmlAddChild(list, entry);
}

static void keep_questions(xmlNode *set)
{
    for (xmlNode *entry = xml_child(set, "qandaentry"); entry;
         entry = xml_next(entry, "qandaentry"))
        if (!is_plain_question(xml_child(entry, "question")) ||
            !xml_child(entry, "answer") ||
            xml_next(xml_child(entry, "answer"), "answer"))
            return;
    keep_title(set);
    xmlNode *list = NULL;
    for (xmlNode *entry = xml_child(set, "qandaentry"), *next; entry;
         entry = next) {
        next = xml_next(entry, "qandaentry");
        if (!list)
            list = xmlAddPrevSibling(entry, new_element(set, "variablelist"));
        keep_question(entry, list);
    }
    if (!list)
        return;
    for (xmlNode *child; (child = set->children);) {
        xmlUnlinkNode(child);
        xmlAddPrevSibling(set, child);
    }
    xmlUnlinkNode(set);
    xmlFreeNode(set);
}

/* Where a figure has a title, that is what pandoc shows of it. */
static void keep_description(xmlNode *node)
{
    xmlNode *figure = node->parent ? node->parent->parent : NULL;
    xmlNode *phrase = xml_child(node, "phrase");
    if (!phrase || !xml_is(node->parent, "mediaobject") ||
        !xml_is(figure, "figure") || !xml_child(figure, "title"))
        return;
    xmlNode *para = new_element(node, "para");
    move_children(phrase, para);
    xmlAddNextSibling(figure, para);
}

static const struct {
    const char *name;
    void (*keep)(xmlNode *node);
} rows[] = {
    {"legalnotice", keep_among_facts}, {"abstract", keep_among_facts},
    {"sidebar", keep_sidebar},         {"simplelist", keep_members},
    {"procedure", keep_steps},         {"substeps", keep_steps},
    {"textobject", keep_description},  {"qandadiv", keep_questions},
    {"qandaset", keep_questions},
};

/* The elements of a name first: keeping one moves others. */
static void keep_all(xmlNode *root, size_t row)
{
    for (xmlNode *node = root, *next; node; node = next) {
        next = (xmlNode *)xml_walk(root, node);
        if (node->type == XML_ELEMENT_NODE && node != root &&
            xml_is(node, rows[row].name))
            rows[row].keep(node);
    }
}

bool docbook_prepare(const struct document *document, struct buf *out)
{
    struct error err;
    xmlDoc *xml = xml_parse(document->data, document->n_bytes, &err);
    if (!xml)
        return false;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        keep_all(xmlDocGetRootElement(xml), i);
    xmlChar *text = NULL;
    int n = 0;
    xmlDocDumpMemoryEnc(xml, &text, &n, "UTF-8");
    if (text)
        buf_add_n(out, (const char *)text, (size_t)n);
    xmlFree(text);
    xmlFreeDoc(xml);
    return out->n_bytes > 0;
}
