/* Addresses of links. */
#include "import/url.h"

#include <string.h>

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

/* Length of "https://host" in base. */
static size_t host_length(const char *base)
{
    const char *host = strstr(base, "://");
    return host ? (size_t)(host + 3 - base) + strcspn(host + 3, "/?#") : 0;
}

/* Without "a/../" and "./", from the path's start on. */
static void simplify(struct buf *url, size_t path)
{
    char *at = url->data + path;
    char *dots;
    while ((dots = strstr(at, "/./")))
        memmove(dots, dots + 2, strlen(dots + 2) + 1);
    while ((dots = strstr(at, "/../"))) {
        char *from = dots;
        while (from > at && *--from != '/')
            continue;
        memmove(from, dots + 3, strlen(dots + 3) + 1);
    }
    url->n_bytes = strlen(url->data);
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
    size_t n_host = base ? host_length(base) : 0;
    if (n_host == 0 || !href[0])
        return NULL;
    struct buf url;
    buf_init(&url);
    if (str_starts(href, "//")) {
        buf_add_n(&url, base, scheme_length(base));
    } else if (href[0] == '/') {
        buf_add_n(&url, base, n_host);
    } else {
        size_t n = n_host + strcspn(base + n_host, "?#");
        while (href[0] != '?' && n > n_host && base[n - 1] != '/')
            n--;
        buf_add_n(&url, base, n);
        if (n == n_host)
            buf_add_char(&url, '/');
    }
    buf_add(&url, href);
    if (!str_starts(href, "//"))
        simplify(&url, n_host);
    return buf_steal(&url);
}
