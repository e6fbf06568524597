/* Adds links, reads wiki links and classifies the targets of both. */
#include "article/build.h"

#include <stdlib.h>
#include <string.h>

#include "article/slug.h"
#include "base/ascii.h"
#include "base/mem.h"
#include "base/strs.h"

/* Tells whether an address begins with a scheme such as "mailto:": a letter,
 * then letters, digits and + - . before the colon. */
static bool has_scheme(const char *url)
{
    size_t n = 0;
    while (ascii_is_alnum(url[n]) || (n && url[n] == '+') ||
           (n && url[n] == '-') || (n && url[n] == '.'))
        n++;
    return n > 1 && ascii_is_alpha(url[0]) && url[n] == ':';
}

static int hex(char digit)
{
    if (digit >= '0' && digit <= '9')
        return digit - '0';
    char lower = (char)(digit | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/* Returns a percent-decoded copy. %00 is kept, since a NUL would end the
 * string. */
static const char *decoded(struct arena *arena, const char *text,
                           size_t n_bytes)
{
    char *copy = arena_strndup(arena, text, n_bytes), *to = copy;
    for (const char *at = copy; *at;) {
        int high = *at == '%' ? hex(at[1]) : -1;
        int low = high >= 0 ? hex(at[2]) : -1;
        bool code = low >= 0 && high + low > 0;
        *to++ = (char)(code ? high << 4 | low : *at);
        at += code ? 3 : 1;
    }
    *to = '\0';
    return copy;
}

/* Tells whether a path names an article: a file ending in .md, or an id, which
 * has no dot. */
static bool is_article(const char *path, size_t n_bytes)
{
    if (n_bytes >= 3 && !memcmp(path + n_bytes - 3, ".md", 3))
        return true;
    return n_bytes && !memchr(path, '.', n_bytes) && path[n_bytes - 1] != '/' &&
           !memchr(path, '?', n_bytes) && strncmp(path, "//", 2);
}

int32_t link_add(struct builder *builder, const struct node *node,
                 const char *url, const char *title)
{
    struct article *article = builder->article;
    struct arena *arena = builder->arena;
    article->links = mem_grow(article->links, article->n_links,
                              &builder->links_capacity, sizeof *article->links);
    struct link *link = &article->links[article->n_links];
    *link = (struct link){
        .type = LINK_WEB,
        .url = arena_strdup(arena, url),
        .title = *title ? arena_strdup(arena, title) : NULL,
        .node = node,
        .image = node->type == NODE_IMAGE,
    };
    size_t n_path = strcspn(url, "#");
    if (url[0] == '#')
        link->type = LINK_ANCHOR;
    else if (!has_scheme(url) && is_article(url, n_path))
        link->type = LINK_ARTICLE;
    bool is_file = link->type == LINK_WEB && n_path && !has_scheme(url) &&
                   strncmp(url, "//", 2) != 0;
    if (link->type == LINK_ARTICLE || is_file)
        link->target = decoded(arena, url, n_path);
    if (link->type != LINK_WEB && url[n_path] == '#')
        link->fragment =
            decoded(arena, url + n_path + 1, strlen(url + n_path + 1));
    return (int32_t)article->n_links++;
}

size_t link_wiki_bytes(const char *text)
{
    if (text[0] != '[' || text[1] != '[')
        return 0;
    size_t n_target = strcspn(text + 2, "[]|<>\n");
    size_t n = n_target;
    bool has_words = text[2 + n] == '|';
    if (has_words)
        n += 1 + strcspn(text + 3 + n, "[]|<>\n");
    bool names = false;
    for (size_t i = 2; i < 2 + n_target; i++)
        names = names || ascii_is_alpha(text[i]) || (text[i] & 0x80);
    return names && text[2] != ' ' && !(has_words && n == n_target + 1) &&
                   text[2 + n] == ']' && text[3 + n] == ']'
               ? n + 4
               : 0;
}

void link_add_wiki_address(const char *target, size_t n_bytes, struct buf *out)
{
    char *copy = mem_strndup(target, n_bytes);
    char *fragment = strchr(copy, '#');
    if (fragment)
        *fragment++ = '\0';
    if (strpbrk(copy, "./"))
        buf_add(out, copy);
    else
        slug_add(copy, out);
    if (fragment) {
        buf_add_char(out, '#');
        slug_add(fragment, out);
    }
    free(copy);
}
