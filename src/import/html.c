/* HTML that may be hostile. [libxml2] */
#include "import/html.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/HTMLparser.h>

#include "base/ascii.h"
#include "base/buf.h"
#include "base/mem.h"
#include "import/rich.h"
#include "import/rich_role.h"
#include "import/xml.h"

#define HTML_OPTIONS                                                           \
    (HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |          \
     HTML_PARSE_NONET | HTML_PARSE_COMPACT)
#define CHARSET_WITHIN 4096

/* ---- taking out what is not text ---- */

/* Elements whose content is no markup. */
static const char *const raw_elements[] = {"script", "style"};

struct cleaner {
    const char *text, *end;
    struct strs *data;
    struct buf *out;
};

static bool begins(const struct cleaner *cleaner, const char *at,
                   const char *word)
{
    size_t n = strlen(word);
    return (size_t)(cleaner->end - at) >= n && ascii_ncasecmp(at, word, n) == 0;
}

/* The end of a tag, past its ">"; a quote counts only as a value's start. */
static const char *tag_end(const char *at, const char *end)
{
    bool value = false;
    for (; at < end && *at != '>'; at++) {
        if (value && (*at == '"' || *at == '\'')) {
            const char *close = memchr(at + 1, *at, (size_t)(end - at) - 1);
            if (!close)
                return end;
            at = close;
        }
        value = *at == '=' || (value && ascii_is_space(*at));
    }
    return at < end ? at + 1 : end;
}

static const char *find(const struct cleaner *cleaner, const char *at,
                        const char *word)
{
    for (; at < cleaner->end; at++) {
        at = memchr(at, word[0], (size_t)(cleaner->end - at));
        if (!at)
            break;
        if (begins(cleaner, at, word))
            return at;
    }
    return cleaner->end;
}

static void keep_data(struct cleaner *cleaner, const char *tag,
                      const char *content, const char *content_end)
{
    if (!cleaner->data ||
        !memmem(tag, (size_t)(content - tag), "application/ld+json", 19))
        return;
    char *data = mem_strndup(content, (size_t)(content_end - content));
    strs_add(cleaner->data, data);
    free(data);
}

/* Past the raw element that begins at a tag; NULL if it is another one. */
static const char *pass_raw(struct cleaner *cleaner, const char *tag,
                            const char *content)
{
    for (size_t i = 0; i < sizeof raw_elements / sizeof *raw_elements; i++) {
        const char *name = raw_elements[i];
        if (!begins(cleaner, tag + 1, name) ||
            ascii_is_alnum(tag[1 + strlen(name)]))
            continue;
        char close[16] = "</";
        strcat(close, name);
        const char *end = find(cleaner, content, close);
        keep_data(cleaner, tag, content, end);
        return tag_end(end, cleaner->end);
    }
    return NULL;
}

/* Copies a tag without pictures that are written into it, which pages saved in
 * one file are full of. False if it is still too large. */
static bool add_tag(struct cleaner *cleaner, const char *tag, const char *end)
{
    size_t before = cleaner->out->n_bytes;
    for (const char *at = tag; at < end; at++) {
        bool quote = *at == '"' || *at == '\'';
        const char *close = NULL;
        if (quote && at[-1] == '=' && begins(cleaner, at + 1, "data:"))
            close = memchr(at + 1, *at, (size_t)(end - at) - 1);
        if (!close)
            continue;
        buf_add_n(cleaner->out, tag, (size_t)(at + 1 - tag));
        tag = at = close;
    }
    buf_add_n(cleaner->out, tag, (size_t)(end - tag));
    return cleaner->out->n_bytes - before <= HTML_TAG_BYTES;
}

static bool clean(struct cleaner *cleaner, struct error *err)
{
    const char *at = cleaner->text, *end = cleaner->end;
    while (at < end) {
        const char *tag = memchr(at, '<', (size_t)(end - at));
        buf_add_n(cleaner->out, at, (size_t)((tag ? tag : end) - at));
        if (!tag)
            break;
        if (begins(cleaner, tag, "<!--")) {
            const char *close = find(cleaner, tag + 4, "-->");
            at = close < end ? close + 3 : end;
            continue;
        }
        bool markup =
            tag + 1 < end && (ascii_is_alpha(tag[1]) || strchr("/!?", tag[1]));
        at = markup ? tag_end(tag, end) : tag + 1;
        const char *past = markup ? pass_raw(cleaner, tag, at) : NULL;
        if (past)
            at = past;
        else if (!add_tag(cleaner, tag, at))
            return error_set(err, "has a tag larger than %zu KiB",
                             HTML_TAG_BYTES / 1024);
        if (cleaner->out->n_bytes > HTML_TEXT_BYTES)
            return error_set(err, "has more than %zu MB of text and markup",
                             HTML_TEXT_BYTES >> 20);
    }
    return true;
}

/* ---- parsing ---- */

static xmlDoc *parse(const struct buf *text, struct error *err)
{
    htmlParserCtxt *context = htmlNewParserCtxt();
    if (!context || text->n_bytes > INT_MAX) {
        htmlFreeParserCtxt(context);
        error_set(err, "too large to be parsed at once");
        return NULL;
    }
    xmlDoc *document = htmlCtxtReadMemory(
        context, text->data, (int)text->n_bytes, NULL, "UTF-8", HTML_OPTIONS);
    const xmlError *last = xmlCtxtGetLastError(context);
    bool good = document && xmlDocGetRootElement(document);
    if (!good)
        error_set(err, "no text was found in it");
    else if (context->disableSAX)
        good = error_set(
            err, "cannot be read as HTML: %.*s",
            last && last->message ? (int)strcspn(last->message, "\n") : 0,
            last && last->message ? last->message : "");
    else
        good = xml_is_shallow(xmlDocGetRootElement(document), err);
    htmlFreeParserCtxt(context);
    if (good)
        return document;
    xmlFreeDoc(document);
    return NULL;
}

xmlDoc *html_parse(const char *text, size_t n_bytes, struct strs *data,
                   struct error *err)
{
    struct buf cleaned;
    buf_init(&cleaned);
    struct cleaner cleaner = {
        .text = text, .end = text + n_bytes, .data = data, .out = &cleaned};
    xmlDoc *document = NULL;
    if (clean(&cleaner, err))
        document = parse(&cleaned, err);
    buf_finish(&cleaned);
    return document;
}

xmlNode *html_find(const xmlNode *root, const char *name)
{
    for (const xmlNode *node = root; node; node = xml_walk(root, node))
        if (xml_is(node, name))
            return (xmlNode *)node;
    return NULL;
}

static unsigned heading_level(const xmlNode *node)
{
    struct role role = {0};
    if (node->type == XML_ELEMENT_NODE)
        role = role_of(node);
    return role.type == ROLE_HEADING ? role.level : 0;
}

unsigned html_top_level(const xmlNode *root, const char *title)
{
    unsigned top = 6;
    for (const xmlNode *node = root; node; node = xml_walk(root, node)) {
        unsigned level = heading_level(node);
        if (level == 0 || level >= top)
            continue;
        char *text = rich_plain(node);
        bool is_title = level == 1 && title && ascii_casecmp(text, title) == 0;
        if (text[0] && !is_title)
            top = level;
        free(text);
    }
    return top;
}

char *html_charset(const char *data, size_t n_bytes)
{
    size_t n = n_bytes < CHARSET_WITHIN ? n_bytes : CHARSET_WITHIN;
    struct cleaner cleaner = {.text = data, .end = data + n};
    const char *at = data;
    while ((at = find(&cleaner, at, "charset")) < cleaner.end) {
        at += strlen("charset");
        while (at < cleaner.end && strchr(" \t=\"'", *at) && *at)
            at++;
        const char *start = at;
        while (at < cleaner.end &&
               (ascii_is_alnum(*at) || (*at && strchr("-_:.", *at))))
            at++;
        if (at > start)
            return mem_strndup(start, (size_t)(at - start));
    }
    return NULL;
}
