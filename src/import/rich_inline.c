/* Elements of rich text within a line. [libxml2] */
#include "import/rich_inline.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/code_point.h"
#include "base/strs.h"
#include "base/utf8.h"
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

/* ---- raised and lowered text ---- */

/* Appends digits and signs in the form that Unicode has for them; false, with
 * nothing appended, if the text holds something else. */
static bool add_shifted(const char *text, bool below, struct buf *out)
{
    static const struct {
        const char *plain, *forms[2];
    } signs[] = {{"0", {"⁰", "₀"}}, {"1", {"¹", "₁"}}, {"2", {"²", "₂"}},
                 {"3", {"³", "₃"}}, {"4", {"⁴", "₄"}}, {"5", {"⁵", "₅"}},
                 {"6", {"⁶", "₆"}}, {"7", {"⁷", "₇"}}, {"8", {"⁸", "₈"}},
                 {"9", {"⁹", "₉"}}, {"+", {"⁺", "₊"}}, {"-", {"⁻", "₋"}},
                 {"−", {"⁻", "₋"}}, {"(", {"⁽", "₍"}}, {")", {"⁾", "₎"}}};
    for (const char *at = text; *at;) {
        size_t i = 0, n = sizeof signs / sizeof *signs;
        while (i < n && !str_starts(at, signs[i].plain))
            i++;
        bool range = at > text && (*at == '-' || str_starts(at, "−"));
        if (i == n || range) {
            buf_clear(out);
            return false;
        }
        buf_add(out, signs[i].forms[below]);
        at += strlen(signs[i].plain);
    }
    return text[0];
}

/* Signs that stand for raised text; NULL for none. */
static const char *sign_of(const char *text)
{
    static const struct {
        const char *text, *sign;
    } signs[] = {{"1/2", "½"}, {"1/3", "⅓"}, {"2/3", "⅔"}, {"1/4", "¼"},
                 {"3/4", "¾"}, {"1/5", "⅕"}, {"2/5", "⅖"}, {"3/5", "⅗"},
                 {"4/5", "⅘"}, {"1/6", "⅙"}, {"5/6", "⅚"}, {"1/8", "⅛"},
                 {"3/8", "⅜"}, {"5/8", "⅝"}, {"7/8", "⅞"}, {"TM", "™"},
                 {"SM", "℠"}};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (strcmp(signs[i].text, text) == 0)
            return signs[i].sign;
    return NULL;
}

/* Not of "®" and "*" alone, which are never read with what is before. */
static bool has_words(const char *text)
{
    /* "½", "ª": one sign that is raised by itself. */
    uint32_t sign;
    if (text[0] & 0x80 &&
        utf8_decode(text, strlen(text), &sign) == strlen(text))
        return false;
    for (size_t n = strlen(text); n > 0;) {
        uint32_t code_point;
        size_t length = utf8_decode(text, n, &code_point);
        if (code_point_is_word(code_point))
            return true;
        text += length, n -= length;
    }
    return false;
}

/* "1st", "2nd": needs no mark. */
static bool is_ordinal(const struct rich *rich, const char *text)
{
    static const char *const ends[] = {"st", "nd", "rd",  "th", "er",
                                       "re", "e",  "ème", "º",  "ª"};
    const struct buf *before = &rich->inlines.text;
    if (before->n_bytes == 0 ||
        !ascii_is_digit(before->data[before->n_bytes - 1]))
        return false;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (strcmp(ends[i], text) == 0)
            return true;
    return false;
}

/* "a", "a,b": the letters of notes below a table. */
static bool is_note_mark(const char *text)
{
    size_t n = strlen(text);
    if (n > 5 || n % 2 == 0)
        return false;
    for (size_t i = 0; i < n; i++)
        if (i % 2 ? text[i] != ',' : !ascii_is_alpha(text[i]))
            return false;
    return true;
}

/* Never glued to what stands before: "10^(6-8)", "Dizziness[a]". */
static void add_marked(struct rich *rich, const xmlNode *node, const char *text)
{
    bool note = is_note_mark(text);
    inlines_add(&rich->inlines, note ? "[" : "^(", note ? 1 : 2);
    rich_walk(rich, node);
    inlines_trim(&rich->inlines);
    inlines_add(&rich->inlines, note ? "]" : ")", 1);
}

static bool holds(const xmlNode *node, const char *name)
{
    return xml_find(node, name) != NULL;
}

/* H₂O, m², 10⁻⁸, 2½: Unicode has forms for digits and signs; what it has none
 * for is marked where it is raised. */
void rich_raised(struct rich *rich, const xmlNode *node, bool below)
{
    char *text = rich_plain(node);
    struct buf shifted;
    buf_init(&shifted);
    const char *sign = below ? NULL : sign_of(text);
    bool is_note = holds(node, "footnote") || holds(node, "footnoteRef");
    if (add_shifted(text, below, &shifted) || sign) {
        const char *shown = sign ? sign : shifted.data;
        inlines_add(&rich->inlines, shown, strlen(shown));
    } else if (below || is_note || !has_words(text) || is_ordinal(rich, text)) {
        rich_walk(rich, node);
    } else {
        add_marked(rich, node, text);
    }
    const xmlNode *last = node->last;
    if (last && last->type == XML_TEXT_NODE &&
        str_ends((const char *)last->content, " "))
        inlines_space(&rich->inlines);
    buf_finish(&shifted);
    free(text);
}
