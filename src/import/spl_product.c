/* The products of an FDA drug label: names and ingredients. [libxml2] */
#include "import/spl_product.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/strs.h"
#include "import/markdown.h"
#include "import/rich.h"
#include "import/xml.h"

/* <manufacturedProduct> stands in another of that name; the inner one has the
 * facts. Older labels call it manufacturedMedicine. */
static bool is_product(const xmlNode *node)
{
    return (xml_is(node, "manufacturedProduct") ||
            xml_is(node, "manufacturedMedicine")) &&
           xml_child(node, "name");
}

static char *name_of(const xmlNode *product)
{
    struct buf name;
    buf_init(&name);
    const xmlNode *node = xml_child(product, "name");
    for (const xmlNode *part = node->children; part; part = part->next) {
        char *text = rich_plain(part);
        if (text[0])
            buf_printf(&name, "%s%s", name.n_bytes ? " " : "", text);
        free(text);
    }
    return buf_steal(&name);
}

/* Substances stand in capitals: "ATORVASTATIN" -> "atorvastatin". */
static void add_substance(struct draft *draft, const xmlNode *named)
{
    const xmlNode *node = xml_child(named, "name");
    if (!node)
        return;
    char *name = rich_plain(node);
    for (char *at = name; *at; at++)
        *at = ascii_lower(*at);
    draft_add_synonym(draft, name);
    free(name);
}

static bool is_active(const xmlNode *ingredient)
{
    char *class_code = xml_attribute(ingredient, "classCode");
    bool active = class_code && str_starts(class_code, "ACTI");
    xmlFree(class_code);
    return active || xml_is(ingredient, "activeIngredient");
}

static bool is_ingredient(const xmlNode *node)
{
    return xml_is(node, "ingredient") || xml_is(node, "activeIngredient") ||
           xml_is(node, "inactiveIngredient");
}

static const xmlNode *substance_of(const xmlNode *ingredient)
{
    static const char *const names[] = {"ingredientSubstance",
                                        "activeIngredientSubstance",
                                        "inactiveIngredientSubstance"};
    for (size_t i = 0; i < 3; i++)
        if (xml_child(ingredient, names[i]))
            return xml_child(ingredient, names[i]);
    return NULL;
}

static void add_names(struct draft *draft, const xmlNode *product)
{
    char *name = name_of(product);
    if (!draft->title && name[0])
        draft->title = arena_strdup(&draft->arena, name);
    draft_add_synonym(draft, name);
    free(name);
    const xmlNode *generic =
        xml_child(xml_child(product, "asEntityWithGeneric"), "genericMedicine");
    const xmlNode *generic_name = xml_child(generic, "name");
    if (generic_name) {
        char *text = rich_plain(generic_name);
        draft_add_synonym(draft, text);
        free(text);
    }
    for (const xmlNode *node = product->children; node; node = node->next) {
        if (!is_ingredient(node) || !is_active(node))
            continue;
        const xmlNode *substance = substance_of(node);
        const xmlNode *moiety = xml_child(substance, "activeMoiety");
        add_substance(draft, substance);
        add_substance(draft, xml_child(moiety, "activeMoiety"));
    }
}

bool spl_read_names(struct draft *draft, const xmlNode *elements)
{
    for (const xmlNode *node = elements; node; node = xml_walk(elements, node))
        if (is_product(node))
            add_names(draft, node);
    return draft->title;
}

/* ---- ingredients ---- */

static void add_quantity(const xmlNode *quantity, const char *part,
                         const char *before, struct buf *out)
{
    const xmlNode *node = xml_child(quantity, part);
    char *value = xml_attribute(node, "value");
    char *unit = xml_attribute(node, "unit");
    if (value)
        buf_printf(out, "%s%s%s%s", before, value,
                   unit && !str_equal(unit, "1") ? " " : "",
                   unit && !str_equal(unit, "1") ? unit : "");
    xmlFree(value);
    xmlFree(unit);
}

/* "ATORVASTATIN 10 mg in 1 tablet" */
static void write_ingredient(struct buf *out, const xmlNode *ingredient,
                             const char *form)
{
    const xmlNode *substance = substance_of(ingredient);
    const xmlNode *name = xml_child(substance, "name");
    if (!name)
        return;
    const xmlNode *quantity = xml_child(ingredient, "quantity");
    struct buf text;
    char *plain = rich_plain(name);
    buf_init(&text);
    buf_add(&text, plain);
    add_quantity(quantity, "numerator", " ", &text);
    if (quantity) {
        char *unit = xml_attribute(xml_child(quantity, "denominator"), "unit");
        add_quantity(quantity, "denominator", " in ", &text);
        if (form && str_equal(unit, "1"))
            buf_printf(&text, " %s", form);
        xmlFree(unit);
    }
    markdown_text(text.data, text.n_bytes, out);
    free(plain);
    buf_finish(&text);
}

/* The active ones are few, an item each; the others go on one line. */
static void write_list(struct buf *out, const xmlNode *product, bool active,
                       const char *form)
{
    size_t n = 0;
    for (const xmlNode *node = product->children; node; node = node->next) {
        if (!is_ingredient(node) || is_active(node) != active)
            continue;
        if (active)
            buf_add(out, n > 0 ? "\n- **Active:** " : "- **Active:** ");
        else
            buf_add(out, n > 0 ? "; " : "- Inactive: ");
        write_ingredient(out, node, form);
        n++;
    }
    if (n > 0)
        buf_add_char(out, '\n');
}

static bool has_ingredients(const xmlNode *product)
{
    for (const xmlNode *node = product->children; node; node = node->next)
        if (is_ingredient(node))
            return true;
    return false;
}

static void write_product(struct draft *draft, const xmlNode *product)
{
    char *form = xml_attribute(xml_child(product, "formCode"), "displayName");
    char *name = name_of(product);
    for (char *at = form; at && *at; at++)
        *at = ascii_lower(*at);
    struct buf line;
    buf_init(&line);
    buf_printf(&line, "%s%s%s%s", name, form ? " (" : "", form ? form : "",
               form ? "):" : ":");
    markdown_paragraph(line.data, line.n_bytes, &draft->body);
    buf_finish(&line);
    write_list(&draft->body, product, true, form);
    write_list(&draft->body, product, false, form);
    free(name);
    xmlFree(form);
}

void spl_write_ingredients(struct draft *draft, const xmlNode *elements,
                           const struct kind_context *context)
{
    static const char title[] = "Ingredients";
    bool begun = false;
    for (const xmlNode *node = elements; node;
         node = xml_walk(elements, node)) {
        if (!is_product(node) || !has_ingredients(node))
            continue;
        struct markdown_heading heading = {
            .level = 2, .kind = KIND_COMPOSITION, .context = context};
        if (!begun)
            markdown_heading(title, strlen(title), &heading, &draft->body);
        begun = true;
        write_product(draft, node);
    }
}
