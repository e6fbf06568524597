/* Addresses of links: libxml2 resolves them, the list of schemes that articles
 * may have is ours. [libxml2] */
#include "import/url.h"

#include <string.h>

#include <libxml/uri.h>

#include "base/ascii.h"
#include "base/mem.h"

/* "javascript:": a letter, then letters, digits, + - . up to a colon. */
static size_t scheme_length(const char *url)
{
    size_t n = 0;
    while (ascii_is_alnum(url[n]) || (n > 0 && strchr("+-.", url[n]) && url[n]))
        n++;
    return n > 0 && url[n] == ':' ? n + 1 : 0;
}

static bool is_good_scheme(const char *url, size_t n_bytes)
{
    static const char *const schemes[] = {"http:", "https:", "mailto:", "tel:"};
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (strlen(schemes[i]) == n_bytes &&
            ascii_ncasecmp(url, schemes[i], n_bytes) == 0)
            return true;
    return false;
}

/* What a relative address may hold as it is; the rest is escaped. */
#define URL_CHARACTERS ":/?#[]@!$&'()*+,;=%-._~"

static char *build(const char *base, const char *href)
{
    xmlChar *escaped =
        xmlURIEscapeStr((const xmlChar *)href, (const xmlChar *)URL_CHARACTERS);
    xmlChar *built =
        escaped ? xmlBuildURI(escaped, (const xmlChar *)base) : NULL;
    const char *url = (const char *)built;
    size_t n_scheme = url ? scheme_length(url) : 0;
    char *resolved =
        n_scheme > 0 && is_good_scheme(url, n_scheme) ? mem_strdup(url) : NULL;
    xmlFree(built);
    xmlFree(escaped);
    return resolved;
}

char *url_resolve(const char *base, const char *href)
{
    if (!href)
        return NULL;
    href += strspn(href, " \t\r\n");
    size_t n_scheme = scheme_length(href);
    if (n_scheme > 0)
        return is_good_scheme(href, n_scheme) ? mem_strdup(href) : NULL;
    if (href[0] == '#')
        return href[1] ? mem_strdup(href) : NULL;
    return base && href[0] ? build(base, href) : NULL;
}
