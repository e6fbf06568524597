/* Addresses of links: libxml2 resolves them, the list of schemes that articles
 * may have is ours. [libxml2] */
#include "import/url.h"

#include <stdlib.h>
#include <string.h>

#include <libxml/uri.h>

#include "base/ascii.h"
#include "base/buf.h"
#include "base/mem.h"
#include "base/strs.h"

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

/* "https://a.example/health" -> "https://a.example"; the caller frees. */
static char *origin_of(const char *site)
{
    bool whole = str_starts(site, "https://") || str_starts(site, "http://");
    const char *host = whole ? strstr(site, "://") + 3 : site;
    size_t n = strcspn(host, "/?#");
    struct buf origin;
    buf_init(&origin);
    buf_add(&origin, str_starts(site, "http://") ? "http://" : "https://");
    buf_add_n(&origin, host, n);
    bool good = n > 2 && strcspn(host, " \t\r\n\"'<>\\^`{|}@()") >= n &&
                memchr(host, '.', n);
    if (good)
        return buf_steal(&origin);
    buf_finish(&origin);
    return NULL;
}

static bool climbs(const char *path)
{
    for (const char *at = path; *at; at += *at == '/') {
        size_t n = strcspn(at, "/");
        if ((n == 1 && at[0] == '.') || (n == 2 && strncmp(at, "..", 2) == 0))
            return true;
        at += n;
    }
    return false;
}

char *url_of_path(const char *site, const char *path)
{
    char *origin = climbs(path) ? NULL : origin_of(site);
    if (!origin)
        return NULL;
    const char *host = strstr(origin, "://") + 3;
    size_t n_host = strlen(host);
    const char *below = strstr(site, host) + n_host;
    struct buf url;
    buf_init(&url);
    buf_add(&url, origin);
    /* Some name each page by its host and its path. */
    if (strncmp(path, host, n_host) == 0 && path[n_host] == '/')
        path += n_host;
    else
        buf_add_n(&url, below, strcspn(below, "?#"));
    if (!buf_ends(&url, "/") && path[0] != '/')
        buf_add_char(&url, '/');
    xmlChar *escaped = xmlURIEscapeStr((const xmlChar *)path,
                                       (const xmlChar *)"/:@!$&'()*+,;=-._~");
    if (escaped)
        buf_add(&url, (const char *)escaped);
    xmlFree(escaped);
    free(origin);
    return buf_steal(&url);
}
