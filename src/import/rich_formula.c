/* Formulas in MathML. [libxml2]
 *
 * What a browser shows by its place alone gets a sign: without one, the half in
 * "1½ tablets" would be read as "112 tablets". */
#include "import/rich_formula.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "import/html_node.h"
#include "import/rich_inline.h"
#include "import/xml.h"

/* The element child of a number, from 0; NULL if there are fewer. */
static const xmlNode *child_of(const xmlNode *node, unsigned number)
{
    const xmlNode *child = node->children;
    for (; child; child = child->next)
        if (child->type == XML_ELEMENT_NODE && number-- == 0)
            return child;
    return NULL;
}

static void add(struct rich *rich, const char *sign)
{
    inlines_add(&rich->inlines, sign, strlen(sign));
}

/* Does it end with a raised or lowered sign of Unicode? */
static bool ends_shifted(const struct buf *text)
{
    const unsigned char *end =
        (const unsigned char *)text->data + text->n_bytes;
    if (text->n_bytes > 1 && end[-2] == 0xC2)
        return end[-1] == 0xB2 || end[-1] == 0xB3 || end[-1] == 0xB9;
    return text->n_bytes > 2 && end[-3] == 0xE2 &&
           ((end[-2] == 0x81 && end[-1] >= 0xB0) ||
            (end[-2] == 0x82 && end[-1] <= 0x8E));
}

/* A number or a word that stands right before is no part of what comes. */
static void set_apart(struct rich *rich)
{
    const struct buf *before = &rich->inlines.text;
    if (before->n_bytes > 0 &&
        (ascii_is_alnum(before->data[before->n_bytes - 1]) ||
         ends_shifted(before)))
        inlines_space(&rich->inlines);
}

/* Is it one number or one word, so that it needs no brackets? */
static bool is_single(const xmlNode *node)
{
    char *text = rich_plain(node);
    bool single = true;
    for (const char *at = text; *at; at++)
        single &= ascii_is_alnum(*at) || *at == '.' || *at & 0x80;
    free(text);
    return single;
}

static void add_operand(struct rich *rich, const xmlNode *node)
{
    bool single = !node || is_single(node);
    add(rich, single ? "" : "(");
    if (node)
        rich_walk_element(rich, node);
    add(rich, single ? "" : ")");
}

static void add_fraction(struct rich *rich, const xmlNode *node)
{
    set_apart(rich);
    add_operand(rich, child_of(node, 0));
    add(rich, "/");
    add_operand(rich, child_of(node, 1));
    if (html_node_next_element(node))
        inlines_space(&rich->inlines);
}

static void add_raised(struct rich *rich, const xmlNode *node)
{
    if (child_of(node, 0))
        rich_walk_element(rich, child_of(node, 0));
    if (child_of(node, 1))
        rich_raised(rich, child_of(node, 1), false);
}

static void add_lowered(struct rich *rich, const xmlNode *node)
{
    if (child_of(node, 0))
        rich_walk_element(rich, child_of(node, 0));
    if (child_of(node, 1))
        rich_raised(rich, child_of(node, 1), true);
    if (child_of(node, 2))
        rich_raised(rich, child_of(node, 2), false);
}

static void add_root(struct rich *rich, const xmlNode *node)
{
    bool indexed = xml_is(node, "mroot");
    set_apart(rich);
    add(rich, "√(");
    for (unsigned i = 0; child_of(node, i) && !(indexed && i > 0); i++)
        rich_walk_element(rich, child_of(node, i));
    add(rich, ")");
    if (indexed && child_of(node, 1)) {
        add(rich, " (");
        rich_walk_element(rich, child_of(node, 1));
        add(rich, ")");
    }
}

/* What stands above or below, and the cells of a matrix. */
static void add_spaced(struct rich *rich, const xmlNode *node)
{
    for (unsigned i = 0; child_of(node, i); i++) {
        inlines_space(&rich->inlines);
        rich_walk_element(rich, child_of(node, i));
    }
    inlines_space(&rich->inlines);
}

/* Of two numbers side by side. */
static void add_number(struct rich *rich, const xmlNode *node)
{
    set_apart(rich);
    rich_walk(rich, node);
}

static void add_list(struct rich *rich, const xmlNode *node)
{
    add(rich, "(");
    for (unsigned i = 0; child_of(node, i); i++) {
        add(rich, i > 0 ? ", " : "");
        rich_walk_element(rich, child_of(node, i));
    }
    add(rich, ")");
}

static void leave_out(struct rich *rich, const xmlNode *node)
{
    xml_note(node, rich->options->ledger, LEDGER_LEFT_OUT,
             "source of a formula");
}

void rich_formula(struct rich *rich, const xmlNode *node)
{
    static const struct {
        const char *name;
        void (*write)(struct rich *rich, const xmlNode *node);
    } elements[] = {{"mn", add_number},         {"mfrac", add_fraction},
                    {"msup", add_raised},       {"msub", add_lowered},
                    {"msubsup", add_lowered},   {"msqrt", add_root},
                    {"mroot", add_root},        {"mfenced", add_list},
                    {"mover", add_spaced},      {"munder", add_spaced},
                    {"munderover", add_spaced}, {"mtr", add_spaced},
                    {"annotation", leave_out},  {"annotation-xml", leave_out}};
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
        if (xml_is(node, elements[i].name)) {
            elements[i].write(rich, node);
            return;
        }
}
