/* Rules about links: to other articles, and within this one. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/strs.h"
#include "check/rule.h"

/* The path of an article beside this one, for the caller to free. */
static char *path_beside(const struct article *article, const char *target)
{
    struct buf path;
    buf_init(&path);
    buf_add(&path, target);
    if (!str_ends(target, ".md"))
        buf_add(&path, ".md");
    char *beside = file_beside(article->path ? article->path : "", path.data);
    buf_finish(&path);
    return beside;
}

char *check_find_article(const struct check *check, const char *target)
{
    const struct article *article = check->article;
    struct file_stamp stamp;
    char *path = path_beside(article, target);
    if (file_stamp_get(path, &stamp))
        return path;
    free(path);
    if (!check->context->library)
        return NULL;
    const struct entry *entry = library_resolve(
        check->context->library, article->path, target, article->lang);
    return entry ? mem_strdup(entry->path) : NULL;
}

static bool has_fragment(const char *path, const char *fragment)
{
    struct article *other = article_open(path, NULL);
    bool found = !other || article_find_fragment(other, fragment) != SIZE_MAX;
    article_free(other);
    return found;
}

static void check_link(struct check *check, const struct link *link)
{
    char *path = check_find_article(check, link->target);
    if (!path)
        report_at(check, link->node->source_start,
                  _("Broken link: no article \"%s\""), link->target);
    else if (link->fragment && !has_fragment(path, link->fragment))
        report_at(check, link->node->source_start,
                  _("Broken link: %s has no heading, anchor or kind \"#%s\""),
                  link->target, link->fragment);
    free(path);
}

void rule_article_links(struct check *check)
{
    for (size_t i = 0; i < check->article->n_links; i++)
        if (check->article->links[i].type == LINK_ARTICLE)
            check_link(check, &check->article->links[i]);
}

/* Anchors and slugs of the article, so that each link is looked up once. */
static void list_fragments(const struct article *article, struct map *known)
{
    for (size_t i = 0; i < article->n_headings; i++) {
        const struct heading *heading = &article->headings[i];
        map_put(known, heading->slug, strlen(heading->slug));
        if (heading->anchor)
            map_put(known, heading->anchor, strlen(heading->anchor));
    }
}

/* What is none of them may be a kind; the answer is remembered. */
static bool is_fragment(const struct article *article, struct map *known,
                        const char *fragment)
{
    size_t n_bytes = strlen(fragment);
    if (map_find(known, fragment, n_bytes))
        return true;
    if (article_find_fragment(article, fragment) == SIZE_MAX)
        return false;
    map_put(known, fragment, n_bytes);
    return true;
}

void rule_anchors(struct check *check)
{
    const struct article *article = check->article;
    struct map known = {0};
    if (article->n_links)
        list_fragments(article, &known);
    for (size_t i = 0; i < article->n_links && !report_is_full(check); i++) {
        const struct link *link = &article->links[i];
        if (link->type == LINK_ANCHOR &&
            !is_fragment(article, &known, link->fragment))
            report_at(check, link->node->source_start,
                      _("Broken link: this article has no heading, anchor "
                        "or kind \"#%s\""),
                      link->fragment);
    }
    map_finish(&known);
}
