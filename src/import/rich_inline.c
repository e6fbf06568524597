/* Elements of rich text within a line. [libxml2] */
#include "import/rich_inline.h"

#include <stdlib.h>
#include <string.h>

#include "base/strs.h"
#include "import/url.h"
#include "import/xml.h"

void rich_styled(struct rich *rich, const xmlNode *node, enum style style)
{
    enum style before = rich->inlines.style;
    if (before != STYLE_STRONG)
        rich->inlines.style = style;
    rich_walk(rich, node);
    rich->inlines.style = before;
}

void rich_link(struct rich *rich, const xmlNode *node)
{
    char *href = xml_attribute(node, "href");
    const char *outer = rich->inlines.url;
    char *url = outer ? NULL : url_resolve(rich->options->base_url, href);
    if (url)
        rich->inlines.url = arena_strdup(&rich->arena, url);
    rich_walk(rich, node);
    rich->inlines.url = outer;
    free(url);
    xmlFree(href);
}

/* An image without alternative text is an ornament. */
void rich_image(struct rich *rich, const xmlNode *node)
{
    char *alt = xml_attribute(node, "alt"), *src = xml_attribute(node, "src");
    char *url = url_resolve(rich->options->base_url, src);
    const char *outer = rich->inlines.url;
    bool has_alt = alt && alt[strspn(alt, " \t\r\n")];
    if (has_alt && url && !outer && !rich->in_heading) {
        struct inlines image;
        struct buf markdown;
        inlines_init(&image);
        buf_init(&markdown);
        image.url = url;
        inlines_add(&image, alt, strlen(alt));
        inlines_write(&image, 0, image.text.n_bytes, NULL, &markdown);
        inlines_add_markdown(&rich->inlines, "!");
        inlines_add_markdown(&rich->inlines, markdown.data);
        buf_finish(&markdown);
        inlines_finish(&image);
    } else if (has_alt) {
        inlines_add(&rich->inlines, alt, strlen(alt));
    }
    free(url);
    xmlFree(alt);
    xmlFree(src);
}

/* H₂O, m²: digits and signs have forms of their own in Unicode; letters do not
 * all, and stay as they are. */
void rich_raised(struct rich *rich, const xmlNode *node, bool below)
{
    static const char *const digits[2][14] = {
        {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹", "⁺", "⁻", "⁽", "⁾"},
        {"₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉", "₊", "₋", "₍", "₎"}};
    static const char plain[] = "0123456789+-()";
    char *text = rich_plain(node);
    if (text[strspn(text, plain)] || !text[0]) {
        rich_walk(rich, node);
    } else {
        for (const char *at = text; *at; at++) {
            const char *raised = digits[below][strchr(plain, *at) - plain];
            inlines_add(&rich->inlines, raised, strlen(raised));
        }
        const xmlNode *last = node->last;
        if (last && last->type == XML_TEXT_NODE &&
            str_ends((const char *)last->content, " "))
            inlines_space(&rich->inlines);
    }
    free(text);
}
