/* Character references of HTML. Gumbo has the table of their 2,231 names, and
 * knows which of them need no semicolon; it is asked for one at a time.
 * [gumbo] */
#include "import/html_reference.h"

#include <string.h>

#include <gumbo.h>

#include "base/ascii.h"
#include "base/mem.h"
#include "import/html_tag.h"

#define NAME_MAX_BYTES 40

static size_t reference_length(const char *text, size_t n_bytes)
{
    size_t n = 1;
    n += n < n_bytes && text[n] == '#';
    while (n < n_bytes && n < NAME_MAX_BYTES && ascii_is_alnum(text[n]))
        n++;
    return n + (n < n_bytes && text[n] == ';');
}

static void *allocate(void *user, size_t n_bytes)
{
    (void)user;
    return mem_alloc(n_bytes);
}

size_t html_reference(const char *text, size_t n_bytes, struct buf *out)
{
    static const struct {
        const char *name, *text;
    } common[] = {{"&amp;", "&"},
                  {"&lt;", "<"},
                  {"&gt;", ">"},
                  {"&quot;", "\""},
                  {"&nbsp;", "\xC2\xA0"}};
    for (size_t i = 0; i < sizeof common / sizeof *common; i++) {
        size_t n = strlen(common[i].name);
        if (n_bytes >= n && memcmp(text, common[i].name, n) == 0) {
            buf_add(out, common[i].text);
            return n;
        }
    }
    size_t n = reference_length(text, n_bytes);
    if (n < 3)
        return 0;
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = allocate;
    GumboOutput *page = gumbo_parse_with_options(&options, text, n);
    const GumboVector *roots = &page->root->v.element.children;
    const GumboNode *body = roots->data[roots->length - 1];
    const GumboNode *node = body->v.element.children.length > 0
                                ? body->v.element.children.data[0]
                                : NULL;
    if (node)
        buf_add(out, node->v.text.text);
    gumbo_destroy_output(&options, page);
    return n;
}

void html_reference_value(const char *tag, size_t n_bytes, const char *name,
                          struct buf *out)
{
    struct html_attribute attribute;
    const char *end = tag + n_bytes;
    while (html_tag_attribute(&tag, end, &attribute)) {
        if (!html_attribute_is(&attribute, name) || !attribute.value)
            continue;
        const char *at = attribute.value, *stop = at + attribute.n_value;
        while (at < stop) {
            size_t n =
                *at == '&' ? html_reference(at, (size_t)(stop - at), out) : 0;
            if (n == 0)
                buf_add_char(out, *at);
            at += n ? n : 1;
        }
        return;
    }
}
