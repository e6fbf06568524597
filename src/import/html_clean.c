/* HTML before it is parsed. */
#include "import/html_clean.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "import/html_reference.h"
#include "import/html_tag.h"
#include "import/letters.h"

/* Elements whose content is no text. */
static const char *const raw_elements[] = {"script", "style", "iframe",
                                           "noembed", "noframes"};

/* Elements that have no end tag, or may do without. */
static const char *const open_elements[] = {
    "area",  "base",  "body",  "br",    "caption",  "col",    "colgroup",
    "dd",    "dt",    "embed", "head",  "hr",       "html",   "img",
    "input", "li",    "link",  "meta",  "optgroup", "option", "p",
    "param", "rb",    "rp",    "rt",    "rtc",      "source", "tbody",
    "td",    "tfoot", "th",    "thead", "tr",       "track",  "wbr"};

/* What a page in a page has no more; its base and its links are the other's. */
static const char *const frame_elements[] = {"html", "head", "body",
                                             "base", "link", "meta"};

/* What somebody asks for. */
static const char *const kept_attributes[] = {"alt",
                                              "aria-controls",
                                              "aria-expanded",
                                              "aria-hidden",
                                              "aria-level",
                                              "charset",
                                              "cite",
                                              "class",
                                              "colspan",
                                              "content",
                                              "data-bs-toggle",
                                              "data-toggle",
                                              "datetime",
                                              "dir",
                                              "dy",
                                              "for",
                                              "hidden",
                                              "href",
                                              "http-equiv",
                                              "id",
                                              "itemprop",
                                              "itemscope",
                                              "itemtype",
                                              "label",
                                              "lang",
                                              "name",
                                              "property",
                                              "rel",
                                              "role",
                                              "rowspan",
                                              "scope",
                                              "src",
                                              "start",
                                              "style",
                                              "type",
                                              "typeof",
                                              "value",
                                              "y"};

struct cleaner {
    struct html_tags tags;
    const char *end;
    struct strs *data;
    struct buf *out;
    size_t n_open;
    bool in_frame;
    bool after_body; /* the first </body> has come */
};

static bool clean(struct cleaner *cleaner, const char *at, struct error *err);

static bool is_among(const char *tag, size_t n, const char *const *names,
                     size_t n_names)
{
    for (size_t i = 0; i < n_names; i++)
        if (html_tag_is(tag, n, names[i]))
            return true;
    return false;
}

#define IS_AMONG(tag, n, names)                                                \
    is_among(tag, n, names, sizeof(names) / sizeof *(names))

static void keep_data(struct cleaner *cleaner, const char *tag,
                      const char *content, const char *close)
{
    if (!cleaner->data ||
        !memmem(tag, (size_t)(content - tag), "application/ld+json", 19))
        return;
    char *data = mem_strndup(content, (size_t)(close - content));
    strs_add(cleaner->data, data);
    free(data);
}

/* Elements whose content is text as it stands, and no markup. */
static const struct {
    const char *name;
    bool references; /* "&amp;" means something in it */
} text_elements[] = {{"title", true}, {"textarea", true}, {"xmp", false}};

/* The end tag of an element, from its content on; the text's end if none. */
static const char *find_close(const struct cleaner *cleaner,
                              const char *content, const char *name)
{
    const char *close = content;
    while ((close = memmem(close, (size_t)(cleaner->end - close), "</", 2)) &&
           !html_tag_is(close, (size_t)(cleaner->end - close), name))
        close += 2;
    return close ? close : cleaner->end;
}

/* A picture that is written into the page has no address. */
static void add_attribute(struct cleaner *cleaner,
                          const struct html_attribute *attribute)
{
    struct buf *out = cleaner->out;
    buf_add_char(out, ' ');
    buf_add_n(out, attribute->name, attribute->n_name);
    if (!attribute->value ||
        ascii_ncasecmp(attribute->value, "data:",
                       attribute->n_value < 5 ? attribute->n_value : 5) == 0)
        return;
    buf_add(out, "=\"");
    for (size_t i = 0; i < attribute->n_value; i++)
        if (attribute->value[i] == '"')
            buf_add(out, "&quot;");
        else
            buf_add_char(out, attribute->value[i]);
    buf_add_char(out, '"');
}

/* The page in a page, which the srcdoc of an iframe holds, in its place. */
static void add_frame(struct cleaner *cleaner, const char *tag, size_t n)
{
    struct buf page;
    buf_init(&page);
    html_reference_value(tag, n, "srcdoc", &page);
    struct cleaner frame = {.end = page.data + page.n_bytes,
                            .data = cleaner->data,
                            .out = cleaner->out,
                            .n_open = cleaner->n_open + HTML_FRAME_OPEN,
                            .in_frame = true};
    if (page.n_bytes > 0) {
        html_tags_init(&frame.tags, page.data, page.n_bytes);
        buf_add(cleaner->out, "<details>");
        if (!clean(&frame, page.data, NULL))
            cleaner->n_open = HTML_MAX_OPEN + 1;
        buf_add(cleaner->out, "</details>");
        html_tags_finish(&frame.tags);
    }
    buf_finish(&page);
}

static void add_escaped(struct buf *out, const char *text)
{
    for (; *text; text++)
        if (*text == '<')
            buf_add(out, "&lt;");
        else if (*text == '&')
            buf_add(out, "&amp;");
        else if (*text == '"')
            buf_add(out, "&quot;");
        else
            buf_add_char(out, *text);
}

/* What shows where the mouse rests on a picture, behind it, or in place of an
 * alternative text that is missing. One word is mostly the name of a file. */
static void add_picture_title(struct cleaner *cleaner, const char *tag,
                              size_t n)
{
    struct buf alt, title;
    buf_init(&alt);
    buf_init(&title);
    html_reference_value(tag, n, "alt", &alt);
    html_reference_value(tag, n, "title", &title);
    bool named = strchr(title.data + strspn(title.data, " \t\r\n"), ' ');
    if (!letters_have(alt.data, title.data)) {
        buf_add(cleaner->out, named ? " (" : "<" HTML_NOT_SHOWN ">");
        add_escaped(cleaner->out, title.data);
        buf_add(cleaner->out, named ? ") " : "</" HTML_NOT_SHOWN ">");
    }
    buf_finish(&title);
    buf_finish(&alt);
}

/* An area of a picture as the link that it is, by its alternative text. */
static void add_area(struct cleaner *cleaner, const char *tag, size_t n)
{
    static const char *const names[] = {"href", "alt"};
    struct buf values[2];
    for (size_t i = 0; i < 2; i++) {
        buf_init(&values[i]);
        html_reference_value(tag, n, names[i], &values[i]);
    }
    if (values[1].n_bytes > 0) {
        buf_add(cleaner->out, "<br><a href=\"");
        add_escaped(cleaner->out, values[0].data);
        buf_add(cleaner->out, "\">");
        add_escaped(cleaner->out, values[1].data);
        buf_add(cleaner->out, "</a>");
    }
    for (size_t i = 0; i < 2; i++)
        buf_finish(&values[i]);
}

/* Past the raw element that begins with a tag of n bytes; NULL if it is another
 * one. */
static const char *pass_raw(struct cleaner *cleaner, const char *tag, size_t n)
{
    for (size_t i = 0; i < sizeof raw_elements / sizeof *raw_elements; i++) {
        if (tag[1] == '/' || !html_tag_is(tag, n, raw_elements[i]))
            continue;
        const char *content = tag + n;
        const char *close = find_close(cleaner, content, raw_elements[i]);
        keep_data(cleaner, tag, content, close);
        if (html_tag_is(tag, n, "iframe"))
            add_frame(cleaner, tag, n);
        size_t n_close =
            close < cleaner->end ? html_tag_length(&cleaner->tags, close) : 0;
        return close + n_close;
    }
    return NULL;
}

/* Copies the text of an element that holds no markup. */
static const char *copy_text(struct cleaner *cleaner, const char *tag, size_t n)
{
    for (size_t i = 0; i < sizeof text_elements / sizeof *text_elements; i++) {
        if (tag[1] == '/' || !html_tag_is(tag, n, text_elements[i].name))
            continue;
        const char *at = tag + n;
        const char *close = find_close(cleaner, at, text_elements[i].name);
        for (; at < close; at++)
            if (*at == '<')
                buf_add(cleaner->out, "&lt;");
            else if (*at == '&' && !text_elements[i].references)
                buf_add(cleaner->out, "&amp;");
            else
                buf_add_char(cleaner->out, *at);
        return close;
    }
    return tag + n;
}

static size_t kept_index(const struct html_attribute *attribute)
{
    size_t n = sizeof kept_attributes / sizeof *kept_attributes;
    for (size_t i = 0; i < n; i++)
        if (html_attribute_is(attribute, kept_attributes[i]))
            return i;
    return n;
}

/* Is there text after this tag, and not only the end of the page? */
static bool has_rest(const struct cleaner *cleaner, const char *at)
{
    while (at < cleaner->end) {
        size_t n = *at == '<' ? html_tag_length(&cleaner->tags, at) : 0;
        if (n > 0 && !html_tag_is_comment(&cleaner->tags, at) &&
            !html_tag_is(at, n, "html") && !html_tag_is(at, n, "body"))
            return true;
        if (n == 0 && !ascii_is_space(*at))
            return true;
        at += n ? n : 1;
    }
    return false;
}

/* A page ends with its first </body>; what comes behind it does not. */
static bool end_body(struct cleaner *cleaner, const char *tag, size_t n)
{
    if (!html_tag_is(tag, n, "body") || tag[1] != '/')
        return false;
    if (!cleaner->after_body && has_rest(cleaner, tag + n)) {
        buf_add(cleaner->out, "<" HTML_AFTER_BODY ">");
        cleaner->after_body = true;
    }
    return true;
}

static void add_tag(struct cleaner *cleaner, const char *tag, size_t n)
{
    if (end_body(cleaner, tag, n))
        return;
    size_t n_name = 1;
    while (n_name < n && !ascii_is_space(tag[n_name]) && tag[n_name] != '>')
        n_name++;
    bool empty = tag[n - 2] == '/', closes = tag[1] == '/';
    if (tag[n_name - 1] == '/' && n_name > 2)
        n_name--;
    buf_add_n(cleaner->out, tag, n_name);
    struct html_attribute attribute;
    bool seen[sizeof kept_attributes / sizeof *kept_attributes + 1] = {false};
    for (const char *at = tag;
         !closes && html_tag_attribute(&at, tag + n, &attribute);) {
        size_t i = kept_index(&attribute);
        if (i < sizeof kept_attributes / sizeof *kept_attributes && !seen[i])
            add_attribute(cleaner, &attribute);
        seen[i] = true;
    }
    buf_add(cleaner->out, empty ? " />" : ">");
    if (IS_AMONG(tag, n, open_elements))
        return;
    if (!closes)
        cleaner->n_open += !empty;
    else if (cleaner->n_open > 0)
        cleaner->n_open--;
}

/* What begins with the "<" at a place; returns past it. */
static const char *clean_markup(struct cleaner *cleaner, const char *at)
{
    size_t n = html_tag_length(&cleaner->tags, at);
    if (n == 0) {
        buf_add(cleaner->out, "&lt;");
        return at + 1;
    }
    if (html_tag_is_comment(&cleaner->tags, at))
        return at + n;
    const char *past = pass_raw(cleaner, at, n);
    if (past)
        return past;
    /* The one has words of gumbo's own, the other makes text of all markup. */
    if (html_tag_is(at, n, "isindex") || html_tag_is(at, n, "plaintext"))
        return at + n;
    if (cleaner->in_frame && IS_AMONG(at, n, frame_elements))
        return at + n;
    if (html_tag_is(at, n, "xmp"))
        buf_add(cleaner->out, at[1] == '/' ? "</pre>" : "<pre>");
    else if (html_tag_is(at, n, "area"))
        add_area(cleaner, at, n);
    else if (cleaner->in_frame && html_tag_is(at, n, "title"))
        buf_add(cleaner->out, at[1] == '/' ? "</" HTML_NOT_SHOWN ">"
                                           : "<" HTML_NOT_SHOWN ">");
    else
        add_tag(cleaner, at, n);
    if (html_tag_is(at, n, "img"))
        add_picture_title(cleaner, at, n);
    return copy_text(cleaner, at, n);
}

static bool clean(struct cleaner *cleaner, const char *at, struct error *err)
{
    while (at < cleaner->end) {
        const char *tag = memchr(at, '<', (size_t)(cleaner->end - at));
        buf_add_n(cleaner->out, at, (size_t)((tag ? tag : cleaner->end) - at));
        if (!tag)
            break;
        at = clean_markup(cleaner, tag);
        if (cleaner->n_open > HTML_MAX_OPEN)
            return error_set(err, _("nested more than %d levels deep"),
                             HTML_MAX_OPEN);
        if (cleaner->out->n_bytes > HTML_TEXT_BYTES)
            return error_set(err, _("more than %zu MB of text and markup"),
                             HTML_TEXT_BYTES >> 20);
    }
    return true;
}

bool html_clean(const char *text, size_t n_bytes, struct strs *data,
                struct buf *out, struct error *err)
{
    struct cleaner cleaner = {.end = text + n_bytes, .data = data, .out = out};
    html_tags_init(&cleaner.tags, text, n_bytes);
    bool good = clean(&cleaner, text, err);
    html_tags_finish(&cleaner.tags);
    return good;
}
