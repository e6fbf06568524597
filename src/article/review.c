/* Compares sections with the digests that a reviewer signed, and words the
 * state of the review. */
#include "article/review.h"

#include <stdio.h>
#include <string.h>

#include "base/ascii.h"
#include "base/lang.h"
#include "base/strs.h"

const char *review_key(const struct article *article, size_t section)
{
    size_t heading = article->sections[section].heading;
    return heading == SIZE_MAX ? REVIEW_START : article->headings[heading].slug;
}

/* FNV-1a. The algorithm must never change: the digests are stored in
 * articles. */
void review_digest(const struct article *article, size_t section,
                   char digest[static REVIEW_DIGEST_BYTES])
{
    const struct section *range = &article->sections[section];
    uint64_t hash = 0xcbf29ce484222325;
    bool space = false, begun = false;
    for (uint32_t i = range->source_start; i < range->source_end; i++) {
        char byte = article->source[i];
        if (ascii_is_space(byte)) {
            space = begun;
            continue;
        }
        if (space)
            hash = (hash ^ ' ') * 0x100000001b3;
        hash = (hash ^ (unsigned char)byte) * 0x100000001b3;
        space = false;
        begun = true;
    }
    snprintf(digest, REVIEW_DIGEST_BYTES, "%016llx", (unsigned long long)hash);
}

const struct person *review_latest(const struct article *article)
{
    const struct person *latest = NULL;
    for (size_t i = 0; i < article->meta.n_reviewers; i++) {
        const struct person *reviewer = &article->meta.reviewers[i];
        if (reviewer->n_sections &&
            (!latest || date_compare(&reviewer->date, &latest->date) > 0))
            latest = reviewer;
    }
    return latest;
}

bool review_changed(const struct article *article,
                    const struct person *reviewer, size_t section)
{
    const char *key = review_key(article, section);
    char digest[REVIEW_DIGEST_BYTES];
    for (size_t i = 0; i < reviewer->n_sections; i++)
        if (str_equal(reviewer->sections[i].slug, key)) {
            review_digest(article, section, digest);
            return !str_equal(reviewer->sections[i].digest, digest);
        }
    return true;
}

static bool has_section(const struct article *article, const char *key)
{
    size_t i = 0;
    while (i < article->n_sections && strcmp(review_key(article, i), key))
        i++;
    return i < article->n_sections;
}

size_t review_n_gone(const struct article *article,
                     const struct person *reviewer)
{
    size_t n = 0;
    for (size_t i = 0; i < reviewer->n_sections; i++)
        n += !has_section(article, reviewer->sections[i].slug);
    return n;
}

size_t review_n_changed(const struct article *article)
{
    const struct person *reviewer = review_latest(article);
    size_t n = 0;
    for (size_t i = 0; reviewer && i < article->n_sections; i++)
        n += review_changed(article, reviewer, i);
    return reviewer ? n + review_n_gone(article, reviewer) : 0;
}

/* Like review_n_changed, for an article of which only the start was read: the
 * last section may be cut, and later ones are missing. */
static size_t n_changed_of_start(const struct article *article)
{
    const struct person *reviewer = review_latest(article);
    size_t n = 0;
    for (size_t i = 0; reviewer && i + 1 < article->n_sections; i++)
        n += review_changed(article, reviewer, i);
    return n;
}

static const char *const not_reviewed[LANG_COUNT] = {
    [LANG_EN] = "not medically reviewed",
    [LANG_ES] = "sin revisión médica",
    [LANG_FR] = "sans relecture médicale",
    [LANG_DE] = "nicht medizinisch geprüft",
    [LANG_VI] = "chưa được thẩm định y khoa",
    [LANG_ZH] = "未经医学审阅",
};

static const char *const not_named[LANG_COUNT] = {
    [LANG_EN] = "reviewed, reviewer not named",
    [LANG_ES] = "revisado, sin nombre del revisor",
    [LANG_FR] = "relu, relecteur non nommé",
    [LANG_DE] = "geprüft, Prüfer nicht genannt",
    [LANG_VI] = "đã thẩm định, không nêu tên người thẩm định",
    [LANG_ZH] = "已审阅，未注明审阅者",
};

static const char *const reviewed_by[LANG_COUNT] = {
    [LANG_EN] = "reviewed by", [LANG_ES] = "revisado por",
    [LANG_FR] = "relu par",    [LANG_DE] = "geprüft von",
    [LANG_VI] = "thẩm định:",  [LANG_ZH] = "审阅：",
};

static const char *const and_others[LANG_COUNT] = {
    [LANG_EN] = " and others",    [LANG_ES] = " y otros",
    [LANG_FR] = " et autres",     [LANG_DE] = " u. a.",
    [LANG_VI] = " và người khác", [LANG_ZH] = "等",
};

static const char *const not_dated[LANG_COUNT] = {
    [LANG_EN] = ", review not dated",
    [LANG_ES] = ", revisión sin fecha",
    [LANG_FR] = ", relecture non datée",
    [LANG_DE] = ", Prüfung ohne Datum",
    [LANG_VI] = ", thẩm định không ghi ngày",
    [LANG_ZH] = "，审阅未注明日期",
};

static const char *const changed_since[LANG_COUNT] = {
    [LANG_EN] = "changed since the review of",
    [LANG_ES] = "modificado desde la revisión del",
    [LANG_FR] = "modifié depuis la relecture du",
    [LANG_DE] = "geändert seit der Prüfung vom",
    [LANG_VI] = "đã thay đổi kể từ lần thẩm định ngày",
    [LANG_ZH] = "自审阅后有改动：",
};

static bool is_dated(const struct meta *meta)
{
    bool dated = meta->reviewed.year;
    for (size_t i = 0; i < meta->n_reviewers && !dated; i++)
        dated = meta->reviewers[i].date.year;
    return dated;
}

const char *review_state(struct article *article, bool whole)
{
    const struct meta *meta = &article->meta;
    enum lang lang = lang_find(article->lang);
    char date[11];
    if (!meta->n_reviewers)
        return meta->reviewed.year ? not_named[lang] : not_reviewed[lang];
    if (whole ? review_n_changed(article) : n_changed_of_start(article)) {
        date_format(&review_latest(article)->date, date);
        return arena_printf(&article->arena, "%s %s", changed_since[lang],
                            *date ? date : "?");
    }
    return arena_printf(&article->arena, "%s %s%s%s", reviewed_by[lang],
                        meta->reviewers[0].name,
                        meta->n_reviewers > 1 ? and_others[lang] : "",
                        is_dated(meta) ? "" : not_dated[lang]);
}

static const char *const overdue_since[LANG_COUNT] = {
    [LANG_EN] = "review overdue since",
    [LANG_ES] = "revisión pendiente desde",
    [LANG_FR] = "relecture en retard depuis",
    [LANG_DE] = "Prüfung überfällig seit",
    [LANG_VI] = "quá hạn thẩm định từ",
    [LANG_ZH] = "审阅逾期，自",
};

const char *review_overdue(struct article *article)
{
    const struct date *due = &article->meta.review_due;
    char date[11];
    if (!due->year)
        return NULL;
    const struct date today = date_today();
    if (!date_is_past(due, &today))
        return NULL;
    date_format(due, date);
    return arena_printf(&article->arena, "%s %.7s",
                        overdue_since[lang_find(article->lang)], date);
}
