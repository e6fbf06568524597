/* Parses HTML that may be hostile. [libxml2] */
#include "import/html.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/buf.h"
#include "base/mem.h"
#include "import/html_clean.h"
#include "import/html_tree.h"
#include "import/rich.h"
#include "import/rich_role.h"
#include "import/xml.h"

#define CHARSET_WITHIN 4096

xmlDoc *html_parse(const char *text, size_t n_bytes, struct strs *data,
                   struct error *err)
{
    struct buf cleaned;
    buf_init(&cleaned);
    xmlDoc *document = NULL;
    if (html_clean(text, n_bytes, data, &cleaned, err))
        document = html_tree_parse(&cleaned, err);
    buf_finish(&cleaned);
    if (document && !xml_is_shallow(xmlDocGetRootElement(document), err)) {
        xmlFreeDoc(document);
        return NULL;
    }
    return document;
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

/* The place of a word, without case, from at on; NULL if there is none. */
static const char *find(const char *at, const char *end, const char *word)
{
    size_t n = strlen(word);
    for (; (size_t)(end - at) >= n; at++)
        if (ascii_ncasecmp(at, word, n) == 0)
            return at;
    return NULL;
}

char *html_charset(const char *data, size_t n_bytes)
{
    const char *at = data;
    const char *end =
        data + (n_bytes < CHARSET_WITHIN ? n_bytes : CHARSET_WITHIN);
    while ((at = find(at, end, "charset"))) {
        at += strlen("charset");
        while (at < end && *at && strchr(" \t=\"'", *at))
            at++;
        const char *start = at;
        while (at < end &&
               (ascii_is_alnum(*at) || (*at && strchr("-_:.", *at))))
            at++;
        if (at > start)
            return mem_strndup(start, (size_t)(at - start));
    }
    return NULL;
}
