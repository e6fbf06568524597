/* What is a tag of HTML, and what only has a "<" in it. */
#include "import/html_tag.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/mem.h"

/* So many words in a row that are no attributes tell enough. */
#define MAX_PLAIN 8

/* Elements of HTML, the obsolete ones too; sorted. */
static const char *const elements[] = {
    "a",        "abbr",      "acronym",    "address",  "applet",   "area",
    "article",  "aside",     "audio",      "b",        "base",     "basefont",
    "bdi",      "bdo",       "bgsound",    "big",      "blink",    "blockquote",
    "body",     "br",        "button",     "canvas",   "caption",  "center",
    "cite",     "code",      "col",        "colgroup", "command",  "content",
    "data",     "datalist",  "dd",         "del",      "details",  "dfn",
    "dialog",   "dir",       "div",        "dl",       "dt",       "em",
    "embed",    "fieldset",  "figcaption", "figure",   "font",     "footer",
    "form",     "frame",     "frameset",   "h1",       "h2",       "h3",
    "h4",       "h5",        "h6",         "head",     "header",   "hgroup",
    "hr",       "html",      "i",          "iframe",   "image",    "img",
    "input",    "ins",       "isindex",    "kbd",      "keygen",   "label",
    "legend",   "li",        "link",       "listing",  "main",     "map",
    "mark",     "marquee",   "menu",       "menuitem", "meta",     "meter",
    "nav",      "nobr",      "noembed",    "noframes", "noscript", "object",
    "ol",       "optgroup",  "option",     "output",   "p",        "param",
    "picture",  "plaintext", "pre",        "progress", "q",        "rb",
    "rp",       "rt",        "rtc",        "ruby",     "s",        "samp",
    "script",   "search",    "section",    "select",   "slot",     "small",
    "source",   "spacer",    "span",       "strike",   "strong",   "style",
    "sub",      "summary",   "sup",        "table",    "tbody",    "td",
    "template", "textarea",  "tfoot",      "th",       "thead",    "time",
    "title",    "tr",        "track",      "tt",       "u",        "ul",
    "var",      "video",     "wbr",        "xmp"};

/* Elements of SVG and MathML that pages have; sorted. */
static const char *const foreign_elements[] = {
    "circle",    "clippath", "defs",
    "desc",      "ellipse",  "foreignobject",
    "g",         "line",     "lineargradient",
    "math",      "mfenced",  "mfrac",
    "mi",        "mn",       "mo",
    "mover",     "mrow",     "ms",
    "mspace",    "msqrt",    "mstyle",
    "msub",      "msubsup",  "msup",
    "mtable",    "mtd",      "mtext",
    "mtr",       "munder",   "path",
    "polygon",   "polyline", "rect",
    "semantics", "stop",     "svg",
    "symbol",    "text",     "tspan",
    "use"};

/* Attributes that stand without a value. */
static const char *const bare_attributes[] = {
    "allowfullscreen", "async",    "autofocus", "autoplay", "border",
    "checked",         "class",    "compact",   "controls", "default",
    "defer",           "disabled", "download",  "hidden",   "id",
    "inert",           "ismap",    "itemscope", "loop",     "multiple",
    "muted",           "nohref",   "nomodule",  "noshade",  "novalidate",
    "nowrap",          "open",     "readonly",  "required", "reversed",
    "selected",        "style",    "title"};

static int compare_names(const void *a, const void *b)
{
    return ascii_casecmp(*(const char *const *)a, *(const char *const *)b);
}

static bool is_in(const char *name, const char *const *names, size_t n)
{
    return bsearch(&name, names, n, sizeof *names, compare_names) != NULL;
}

static bool is_known_element(const char *name)
{
    return is_in(name, elements, sizeof elements / sizeof *elements) ||
           is_in(name, foreign_elements,
                 sizeof foreign_elements / sizeof *foreign_elements);
}

/* Bytes of the name at a place; names are cut at 63. */
static size_t copy_name(const char *at, const char *end, char name[64])
{
    size_t n = 0;
    while (at + n < end && n < 63 && !ascii_is_space(at[n]) &&
           !strchr("/>=", at[n]) && at[n])
        n++;
    memcpy(name, at, n);
    name[n] = '\0';
    return n;
}

static const char *find_last_comment_end(const char *text, const char *end)
{
    const char *dash = end;
    while ((dash = memrchr(text, '-', (size_t)(dash - text))))
        if (dash > text && dash[-1] == '-' &&
            ((end - dash > 1 && dash[1] == '>') ||
             (end - dash > 2 && memcmp(dash + 1, "!>", 2) == 0)))
            return dash - 1;
    return NULL;
}

void html_tags_init(struct html_tags *tags, const char *text, size_t n_bytes)
{
    const char *end = text + n_bytes;
    *tags = (struct html_tags){.end = end,
                               .last_close = memrchr(text, '>', n_bytes),
                               .last_comment_end =
                                   find_last_comment_end(text, end)};
    strs_init(&tags->names);
    for (const char *at = text;
         (at = memchr(at, '<', (size_t)(tags->end - at)));) {
        char name[64];
        at++;
        if (at == tags->end || *at != '/')
            continue;
        copy_name(++at, tags->end, name);
        if (ascii_is_alpha(name[0]) && !is_known_element(name))
            strs_add(&tags->names, name);
    }
    if (tags->names.n > 0)
        qsort(tags->names.items, tags->names.n, sizeof *tags->names.items,
              compare_names);
}

void html_tags_finish(struct html_tags *tags)
{
    strs_finish(&tags->names);
}

static bool is_element(const struct html_tags *tags, const char *name)
{
    return is_known_element(name) || strpbrk(name, "-:") ||
           (tags->names.n > 0 &&
            is_in(name, (const char *const *)tags->names.items, tags->names.n));
}

bool html_tag_is_comment(const struct html_tags *tags, const char *at)
{
    if (tags->end - at < 2)
        return false;
    return at[1] == '!' || at[1] == '?' ||
           (at[1] == '/' && tags->end - at > 2 && !ascii_is_alpha(at[2]));
}

/* "<!-- -->", and the ends that HTML allows besides: "<!-->", "--!>". */
static size_t comment_length(const struct html_tags *tags, const char *at)
{
    const char *end = tags->end;
    size_t n = (size_t)(end - at);
    if (n < 4 || memcmp(at, "<!--", 4) != 0) {
        const char *close = memchr(at, '>', n);
        return close ? (size_t)(close + 1 - at) : 0;
    }
    const char *from = at + 4;
    if (from < end && *from == '>')
        return 5;
    if (end - from > 1 && memcmp(from, "->", 2) == 0)
        return 6;
    for (const char *dashes = from;
         tags->last_comment_end >= dashes &&
         (dashes = memmem(dashes, (size_t)(end - dashes), "--", 2));
         dashes++) {
        if (end - dashes > 2 && dashes[2] == '>')
            return (size_t)(dashes + 3 - at);
        if (end - dashes > 3 && memcmp(dashes + 2, "!>", 2) == 0)
            return (size_t)(dashes + 4 - at);
    }
    const char *line = memchr(at, '\n', n);
    return line ? (size_t)(line - at) : n;
}

static size_t name_length(const char *at, const char *end)
{
    size_t n = 0;
    while (at + n < end && !ascii_is_space(at[n]) && !strchr("/>=", at[n]))
        n++;
    return n;
}

/* A quote that nothing closes belongs to the value. */
static const char *read_value(const char *at, const char *end,
                              struct html_attribute *attribute)
{
    const char *close = NULL;
    if (at < end && (*at == '"' || *at == '\''))
        close = memchr(at + 1, *at, (size_t)(end - at) - 1);
    attribute->value = at + (close != NULL);
    while (!close && at < end && !ascii_is_space(*at) && *at != '>')
        at++;
    attribute->n_value = (size_t)((close ? close : at) - attribute->value);
    return close ? close + 1 : at;
}

bool html_tag_attribute(const char **at, const char *end,
                        struct html_attribute *attribute)
{
    const char *next = *at;
    if (next < end && *next == '<') {
        next += 1 + (end - next > 1 && next[1] == '/');
        next += name_length(next, end);
    }
    while (next < end && (ascii_is_space(*next) || strchr("/=", *next)))
        next++;
    *attribute =
        (struct html_attribute){.name = next, .n_name = name_length(next, end)};
    *at = next + attribute->n_name;
    if (next == end || *next == '>')
        return false;
    for (next = *at; next < end && ascii_is_space(*next);)
        next++;
    if (next == end || *next != '=')
        return true;
    for (next++; next < end && ascii_is_space(*next);)
        next++;
    *at = read_value(next, end, attribute);
    return true;
}

bool html_attribute_is(const struct html_attribute *attribute, const char *name)
{
    return strlen(name) == attribute->n_name &&
           ascii_ncasecmp(attribute->name, name, attribute->n_name) == 0;
}

/* A word without a value that no attribute has for a name. */
static bool is_plain_word(const struct html_attribute *attribute)
{
    char name[64];
    size_t n =
        copy_name(attribute->name, attribute->name + attribute->n_name, name);
    size_t mark =
        strcspn(name, "-:@#*"); /* "v-cloak", "@click", not "years:" */
    return !attribute->value && mark + 1 >= n &&
           !is_in(name, bare_attributes,
                  sizeof bare_attributes / sizeof *bare_attributes);
}

size_t html_tag_length(const struct html_tags *tags, const char *at)
{
    const char *end = tags->end;
    if (html_tag_is_comment(tags, at))
        return comment_length(tags, at);
    bool closes = end - at > 1 && at[1] == '/';
    const char *next = at + 1 + closes;
    char name[64];
    size_t n = next < end ? copy_name(next, end, name) : 0;
    if (n == 0 || !ascii_is_alpha(name[0]) || !is_element(tags, name))
        return 0;
    if (!tags->last_close || next > tags->last_close)
        return 0;
    size_t n_plain = 0, n_attributes = 0;
    struct html_attribute attribute;
    for (next = at; html_tag_attribute(&next, end, &attribute);) {
        n_plain += is_plain_word(&attribute);
        if (++n_attributes == MAX_PLAIN && n_plain == MAX_PLAIN)
            return 0;
    }
    if (next == end || (n_plain > 0 && n_plain == n_attributes))
        return 0;
    return (size_t)(next + 1 - at);
}

bool html_tag_is(const char *at, size_t n_bytes, const char *name)
{
    size_t n = strlen(name), from = n_bytes > 1 && at[1] == '/' ? 2 : 1;
    return n_bytes > from + n && ascii_ncasecmp(at + from, name, n) == 0 &&
           (ascii_is_space(at[from + n]) || strchr("/>", at[from + n]));
}
