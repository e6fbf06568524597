/* Rules about the front matter: what every article should state. */
#include <stdlib.h>
#include <string.h>

#include "article/review.h"
#include "check/rule.h"

#include "base/i18n.h"

void rule_front_matter(struct check *check)
{
    if (!check->article->meta.present)
        report_line(check, 1,
                    _("There is no front matter. Begin with a line \"---\", "
                      "then title, type, summary, updated, sources, then "
                      "\"---\""));
}

/* One message for a field; none where there is no front matter at all, or it
 * could not be read. */
static void require(struct check *check, bool stated, const char *example)
{
    if (check->article->meta.present && !check->broken && !stated)
        report_line(check, 1, _("The front matter has no \"%s\""), example);
}

void rule_title(struct check *check)
{
    require(check, check->article->meta.title, "title: ...");
}

void rule_type(struct check *check)
{
    require(check, check->article->meta.type != TYPE_NONE,
            _("type: condition, medicine, procedure, test, vaccine or other"));
}

void rule_summary(struct check *check)
{
    require(check, check->article->meta.summary,
            _("summary: one plain sentence"));
}

void rule_licence(struct check *check)
{
    const struct meta *meta = &check->article->meta;
    require(check, meta->licence || meta->origin.licence,
            _("licence: such as CC-BY-4.0"));
}

void rule_updated(struct check *check)
{
    const struct meta *meta = &check->article->meta;
    require(check, meta->updated.year || meta->origin.retrieved.year,
            _("updated: the date of the last change, such as 2026-11-22"));
}

/* An imported article is looked at again by its publisher. */
void rule_review_due(struct check *check)
{
    const struct meta *meta = &check->article->meta;
    require(check, meta->review_due.year || check->foreign,
            _("review_due: the date of the next review, such as 2028-11-22"));
}

void rule_sources(struct check *check)
{
    const struct meta *meta = &check->article->meta;
    require(check, meta->n_sources || check->foreign,
            _("sources: where the statements come from"));
}

unsigned check_field_line(const struct article *article, const char *field)
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

void rule_stale(struct check *check)
{
    const struct date *today = &check->context->today;
    const struct date *due = &check->article->meta.review_due;
    char text[11];
    date_format(due, text);
    if (today->year && date_is_past(due, today))
        report_line(check, check_field_line(check->article, "review_due"),
                    _("A review was due by %s. Review the article, then "
                      "change updated and review_due"),
                    text);
}

/* Says of a date of the front matter that it cannot be. */
static void refuse(struct check *check, bool wrong, const char *field,
                   const char *reason)
{
    if (wrong)
        report_line(check, check_field_line(check->article, field), "%s: %s",
                    field, reason);
}

static bool is_before(const struct date *a, const struct date *b)
{
    return a->year && b->year && date_compare(a, b) < 0;
}

/* Nobody has read a source tomorrow. */
static void check_source_dates(struct check *check)
{
    const struct meta *meta = &check->article->meta;
    const struct date *today = &check->context->today;
    for (size_t i = 0; i < meta->n_sources; i++) {
        const struct source *source = &meta->sources[i];
        if (is_before(today, &source->retrieved))
            report_line(check, source->line,
                        _("retrieved: the date is in the future"));
        if (is_before(today, &source->read_at.date))
            report_line(check, source->line,
                        _("read_at: the date is in the future"));
    }
}

void rule_date_order(struct check *check)
{
    const struct meta *meta = &check->article->meta;
    const struct date *today = &check->context->today;
    refuse(check, is_before(today, &meta->updated), "updated",
           _("the date is in the future"));
    refuse(check, is_before(today, &meta->reviewed), "reviewed",
           _("the date is in the future"));
    refuse(check, is_before(&meta->review_due, &meta->updated), "review_due",
           _("the date is earlier than that of the last change"));
    refuse(check, meta->reviewed.year && !meta->n_reviewers && !check->foreign,
           "reviewed", _("no reviewer is named"));
    check_source_dates(check);
}

void rule_related(struct check *check)
{
    const struct meta *meta = &check->article->meta;
    if (!check->context->library || !meta->n_related)
        return;
    unsigned line = check_field_line(check->article, "related");
    for (size_t i = 0; i < meta->n_related; i++) {
        char *path = check_find_article(check, meta->related[i]);
        if (!path)
            report_line(check, line, _("related: no article \"%s\" found"),
                        meta->related[i]);
        free(path);
    }
}

/* Imported articles say of their reviewers what their publisher says. */
void rule_reviewers(struct check *check)
{
    const struct meta *meta = &check->article->meta;
    unsigned line = check_field_line(check->article, "reviewers");
    for (size_t i = 0; i < meta->n_reviewers && !check->foreign; i++) {
        const struct person *reviewer = &meta->reviewers[i];
        if (!reviewer->role)
            report_line(check, line,
                        _("reviewers: what is the role of %s? {name: ..., "
                          "role: ..., date: ...}"),
                        reviewer->name);
        if (!reviewer->date.year && !meta->reviewed.year)
            report_line(check, line,
                        _("reviewers: when did %s review the article? "
                          "{name: ..., role: ..., date: ...}"),
                        reviewer->name);
    }
}

/* Sections that are no longer what the last reviewer signed. */
void rule_changed_since_review(struct check *check)
{
    const struct article *article = check->article;
    const struct person *reviewer = review_latest(article);
    char date[11];
    if (!reviewer)
        return;
    date_format(&reviewer->date, date);
    for (size_t i = 0; i < article->n_sections; i++)
        if (review_changed(article, reviewer, i))
            report_at(check, article->sections[i].source_start,
                      _("This section has changed since the review of %s by "
                        "%s. Have it reviewed again"),
                      date, reviewer->name);
    if (review_n_gone(article, reviewer))
        report_line(check, check_field_line(article, "reviewers"),
                    _("%zu sections that %s reviewed are gone. Have the "
                      "article reviewed again"),
                    review_n_gone(article, reviewer), reviewer->name);
}
