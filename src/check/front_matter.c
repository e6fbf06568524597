/* Rules about the front matter: what every article should state. */
#include <stdlib.h>
#include <string.h>

#include "check/rule.h"

void rule_front_matter(struct check *check)
{
    if (!check->article->meta.present)
        report_line(check, 1,
                    "there is no front matter: begin with a line \"---\", "
                    "then title, type, summary, updated, sources, then "
                    "\"---\"");
}

/* One message for a field; none where there is no front matter at all. */
static void require(struct check *check, bool stated, const char *example)
{
    if (check->article->meta.present && !stated)
        report_line(check, 1, "the front matter does not state \"%s\"",
                    example);
}

void rule_title(struct check *check)
{
    require(check, check->article->meta.title, "title: ...");
}

void rule_type(struct check *check)
{
    require(check, check->article->meta.type != TYPE_NONE,
            "type: condition, medicine, procedure, test, vaccine or other");
}

void rule_summary(struct check *check)
{
    require(check, check->article->meta.summary, "summary: one plain sentence");
}

void rule_updated(struct check *check)
{
    require(check, check->article->meta.updated.year,
            "updated: the date of the last change, as 2026-11-22");
}

void rule_licence(struct check *check)
{
    const struct meta *meta = &check->article->meta;
    require(check, meta->licence || meta->origin.licence,
            "licence: such as CC-BY-4.0");
}

void rule_sources(struct check *check)
{
    const struct meta *meta = &check->article->meta;
    require(check, meta->n_sources || meta->origin.publisher,
            "sources: where the statements come from");
}

/* The line on which a field of the front matter begins; 1 if it is hidden. */
static unsigned line_of_field(const struct article *article, const char *field)
{
    const char *end = article->source + article->body_start;
    size_t n_bytes = strlen(field);
    unsigned line = 1;
    for (const char *at = article->source; at < end; line++) {
        if ((size_t)(end - at) > n_bytes && !memcmp(at, field, n_bytes) &&
            at[n_bytes] == ':')
            return line;
        at = memchr(at, '\n', (size_t)(end - at));
        if (!at)
            break;
        at++;
    }
    return 1;
}

void rule_related(struct check *check)
{
    const struct meta *meta = &check->article->meta;
    if (!check->library || !meta->n_related)
        return;
    unsigned line = line_of_field(check->article, "related");
    for (size_t i = 0; i < meta->n_related; i++) {
        char *path = check_find_article(check, meta->related[i]);
        if (!path)
            report_line(check, line, "related: there is no article \"%s\"",
                        meta->related[i]);
        free(path);
    }
}
