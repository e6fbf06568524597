/* What the elements of HTML and SPL are to a reader. [libxml2] */
#include "import/rich_role.h"

#include <string.h>

#include "base/ascii.h"
#include "import/html_clean.h"
#include "import/xml.h"

static const struct {
    const char *name;
    struct role role;
} roles[] = {
    /* HTML */
    {"a", {ROLE_LINK}},
    {"address", {ROLE_BLOCK}},
    {"article", {ROLE_BLOCK}},
    {"aside", {ROLE_BLOCK}},
    {"audio", {ROLE_NOTHING, .what = "audio"}},
    {"b", {ROLE_STRONG}},
    {"blockquote", {ROLE_QUOTE}},
    {"br", {ROLE_BREAK}},
    {"button", {ROLE_BUTTON, .what = "button"}},
    {"canvas", {ROLE_NOTHING, .what = "canvas"}},
    {"caption", {ROLE_BLOCK}},
    {"center", {ROLE_BLOCK}},
    {"datalist", {ROLE_NOTHING, .what = "datalist"}},
    {"dd", {ROLE_BLOCK}},
    {"details", {ROLE_DETAILS}},
    {"dialog", {ROLE_NOTHING, .what = "dialog"}},
    {"div", {ROLE_BLOCK}},
    {"dl", {ROLE_DETAILS}},
    {"dt", {ROLE_TERM}},
    {"em", {ROLE_EMPHASIS}},
    {"fieldset", {ROLE_BLOCK}},
    {"figcaption", {ROLE_BLOCK}},
    {"figure", {ROLE_BLOCK}},
    {"footer", {ROLE_BLOCK}},
    {"form", {ROLE_BLOCK}},
    {HTML_NOT_SHOWN, {ROLE_NOTHING, .what = "title"}},
    {"h1", {ROLE_HEADING, .level = 1}},
    {"h2", {ROLE_HEADING, .level = 2}},
    {"h3", {ROLE_HEADING, .level = 3}},
    {"h4", {ROLE_HEADING, .level = 4}},
    {"h5", {ROLE_HEADING, .level = 5}},
    {"h6", {ROLE_HEADING, .level = 6}},
    {"head", {ROLE_NOTHING, .what = "head"}},
    {"header", {ROLE_BLOCK}},
    {"hgroup", {ROLE_BLOCK}},
    {"hr", {ROLE_BLOCK}},
    {"i", {ROLE_EMPHASIS}},
    {"iframe", {ROLE_NOTHING, .what = "iframe"}},
    {"img", {ROLE_IMAGE}},
    {"input", {ROLE_NOTHING, .what = "input"}},
    {"li", {ROLE_ITEM}},
    {"main", {ROLE_BLOCK}},
    {"menu", {ROLE_LIST}},
    {"nav", {ROLE_NOTHING, .what = "nav"}},
    {"noscript", {ROLE_NOTHING, .what = "noscript"}},
    {"object", {ROLE_NOTHING, .what = "object"}},
    {"ol", {ROLE_ORDERED}},
    {"p", {ROLE_BLOCK}},
    {"pre", {ROLE_PREFORMATTED}},
    {"question", {ROLE_QUESTION}},
    {"script", {ROLE_NOTHING, .what = "script"}},
    {"section", {ROLE_BLOCK}},
    {"select", {ROLE_NOTHING, .what = "select"}},
    {"strong", {ROLE_STRONG}},
    {"style", {ROLE_NOTHING, .what = "style"}},
    {"sub", {ROLE_SUBSCRIPT}},
    {"summary", {ROLE_SUMMARY}},
    {"sup", {ROLE_SUPERSCRIPT}},
    {"svg", {ROLE_NOTHING, .what = "svg"}},
    {"table", {ROLE_TABLE}},
    {"td", {ROLE_BLOCK}},
    {"template", {ROLE_NOTHING, .what = "template"}},
    {"textarea", {ROLE_NOTHING, .what = "textarea"}},
    {"th", {ROLE_BLOCK}},
    {"tr", {ROLE_BLOCK}},
    {"ul", {ROLE_LIST}},
    {"video", {ROLE_NOTHING, .what = "video"}},
    /* MathML */
    {"annotation", {ROLE_FORMULA}},
    {"annotation-xml", {ROLE_FORMULA}},
    {"math", {ROLE_INLINE}},
    {"mfenced", {ROLE_FORMULA}},
    {"mfrac", {ROLE_FORMULA}},
    {"mn", {ROLE_FORMULA}},
    {"mover", {ROLE_FORMULA}},
    {"mroot", {ROLE_FORMULA}},
    {"msqrt", {ROLE_FORMULA}},
    {"msub", {ROLE_FORMULA}},
    {"msubsup", {ROLE_FORMULA}},
    {"msup", {ROLE_FORMULA}},
    {"mtr", {ROLE_FORMULA}},
    {"munder", {ROLE_FORMULA}},
    {"munderover", {ROLE_FORMULA}},
    /* SPL, whose table, tr, td, sub, sup, br and caption are HTML's */
    {"footnote", {ROLE_NOTE}},
    {"footnoteRef", {ROLE_NOTE_REFERENCE}},
    {"item", {ROLE_ITEM}},
    {"noteText", {ROLE_NOTE_TEXT}},
    {"linkHtml", {ROLE_LINK}},
    {"list", {ROLE_LIST}},
    {"paragraph", {ROLE_BLOCK}},
};

/* NHS's care cards and callouts, by the words of their class. */
static const struct {
    const char *word, *alert;
} alerts[] = {
    {"nhsuk-care-card--emergency", "EMERGENCY"},
    {"nhsuk-care-card--immediate", "EMERGENCY"},
    {"nhsuk-care-card--urgent", "URGENT"},
    {"nhsuk-care-card--non-urgent", "SEE-DOCTOR"},
    {"nhsuk-card--care--emergency", "EMERGENCY"},
    {"nhsuk-card--care--immediate", "EMERGENCY"},
    {"nhsuk-card--care--urgent", "URGENT"},
    {"nhsuk-card--care--non-urgent", "SEE-DOCTOR"},
    {"nhsuk-warning-callout", "WARNING"},
    {"nhsuk-inset-text", NULL},
};

static bool has_word(const char *words, const char *word)
{
    size_t n = strlen(word);
    for (const char *at = words; (at = strstr(at, word)); at += n)
        if ((at == words || at[-1] == ' ') && (!at[n] || at[n] == ' '))
            return true;
    return false;
}

static bool find_alert(const xmlNode *element, struct role *role)
{
    char *words = xml_attribute(element, "class");
    bool found = false;
    for (size_t i = 0; words && !found && i < sizeof alerts / sizeof *alerts;
         i++) {
        found = has_word(words, alerts[i].word);
        if (found)
            *role = (struct role){ROLE_QUOTE, .alert = alerts[i].alert};
    }
    xmlFree(words);
    return found;
}

/* <content styleCode="bold italics"> of SPL. */
static struct role role_of_content(const xmlNode *element)
{
    struct role role = {ROLE_INLINE};
    char *code = xml_attribute(element, "styleCode");
    if (code && ascii_casestr(code, "bold"))
        role.type = ROLE_STRONG;
    else if (code && (ascii_casestr(code, "italics") ||
                      ascii_casestr(code, "emphasis")))
        role.type = ROLE_EMPHASIS;
    xmlFree(code);
    return role;
}

static bool is_bold(const char *style)
{
    const char *weight = ascii_casestr(style, "font-weight");
    if (!weight)
        return false;
    weight += strlen("font-weight");
    weight += strspn(weight, " \t\r\n:");
    return ascii_ncasecmp(weight, "bold", 4) == 0 ||
           (weight[0] >= '6' && weight[0] <= '9' && weight[1] == '0' &&
            weight[2] == '0');
}

/* <span style="vertical-align: super">, or of a class that says so: where a
 * browser raises digits, they are no part of the number before. */
static struct role role_of_span(const xmlNode *element)
{
    static const struct {
        const char *class, *align;
        enum role_type type;
    } shifts[] = {{"superscript", "super", ROLE_SUPERSCRIPT},
                  {"sup", "text-top", ROLE_SUPERSCRIPT},
                  {"subscript", "sub", ROLE_SUBSCRIPT}};
    struct role role = {ROLE_INLINE};
    char *style = xml_attribute(element, "style");
    char *words = xml_attribute(element, "class");
    const char *align = style ? ascii_casestr(style, "vertical-align") : NULL;
    align = align ? align + strlen("vertical-align") : "";
    align += strspn(align, " \t\r\n:");
    for (size_t i = 0; i < sizeof shifts / sizeof *shifts; i++)
        if ((words && has_word(words, shifts[i].class)) ||
            ascii_ncasecmp(align, shifts[i].align, strlen(shifts[i].align)) ==
                0) {
            role.type = shifts[i].type;
            break;
        }
    if (role.type == ROLE_INLINE && style && is_bold(style))
        role.type = ROLE_STRONG;
    xmlFree(words);
    xmlFree(style);
    return role;
}

struct role role_of(const xmlNode *element)
{
    const char *name = (const char *)element->name;
    struct role role = {ROLE_INLINE};
    if (strcmp(name, "content") == 0)
        return role_of_content(element);
    if (strcmp(name, "span") == 0)
        return role_of_span(element);
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (ascii_casecmp(roles[i].name, name) == 0)
            role = roles[i].role;
    if (role.type == ROLE_BLOCK)
        find_alert(element, &role);
    if (role.type == ROLE_LIST && strcmp(name, "list") == 0) {
        char *type = xml_attribute(element, "listType");
        if (type && strcmp(type, "ordered") == 0)
            role.type = ROLE_ORDERED;
        xmlFree(type);
    }
    return role;
}
