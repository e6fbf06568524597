/* Rules about sections: which there are, and what they are called. */
#include "check/sections.h"

#include <string.h>

#include "base/ascii.h"
#include "base/i18n.h"
#include "check/rule.h"
#include "text/empty.h"

#define END KIND_NONE

static const enum kind of_condition[] = {
    KIND_OVERVIEW,  KIND_SYMPTOMS,     KIND_CAUSES,     KIND_DIAGNOSIS,
    KIND_TREATMENT, KIND_SIDE_EFFECTS, KIND_RISKS,      KIND_PREGNANCY,
    KIND_AFTERCARE, KIND_OUTLOOK,      KIND_PREVENTION, KIND_SEE_DOCTOR,
    KIND_EMERGENCY, KIND_ACCESS,       KIND_MORE_INFO,  END};

static const enum kind of_medicine[] = {KIND_OVERVIEW,
                                        KIND_USES,
                                        KIND_HOW_IT_WORKS,
                                        KIND_BENEFITS,
                                        KIND_EFFECTIVENESS,
                                        KIND_DOSAGE,
                                        KIND_SIDE_EFFECTS,
                                        KIND_RISKS,
                                        KIND_CONTRAINDICATIONS,
                                        KIND_WARNINGS,
                                        KIND_INTERACTIONS,
                                        KIND_PREGNANCY,
                                        KIND_STORAGE,
                                        KIND_SEE_DOCTOR,
                                        KIND_EMERGENCY,
                                        KIND_TREATMENT,
                                        KIND_ACCESS,
                                        KIND_MORE_INFO,
                                        END};

static const enum kind of_procedure[] = {
    KIND_OVERVIEW,   KIND_USES,          KIND_HOW_IT_WORKS,
    KIND_BENEFITS,   KIND_EFFECTIVENESS, KIND_PROCEDURE,
    KIND_RISKS,      KIND_SIDE_EFFECTS,  KIND_CONTRAINDICATIONS,
    KIND_WARNINGS,   KIND_PREGNANCY,     KIND_AFTERCARE,
    KIND_SEE_DOCTOR, KIND_EMERGENCY,     KIND_TREATMENT,
    KIND_ACCESS,     KIND_MORE_INFO,     END};

static const enum kind of_other[] = {KIND_OVERVIEW, KIND_MORE_INFO, END};

static const enum kind *const needed[TYPE_COUNT] = {
    [TYPE_NONE] = of_other,        [TYPE_CONDITION] = of_condition,
    [TYPE_MEDICINE] = of_medicine, [TYPE_PROCEDURE] = of_procedure,
    [TYPE_TEST] = of_procedure,    [TYPE_VACCINE] = of_procedure,
    [TYPE_OTHER] = of_other,
};

const enum kind *sections_needed(enum article_type type)
{
    return needed[type];
}

const char *sections_label(enum article_type type, enum kind kind,
                           const char *lang)
{
    if (kind == KIND_TREATMENT && type != TYPE_CONDITION &&
        !strncmp(lang, "en", 2))
        return "Alternatives, and doing nothing";
    return kind_label(kind, lang);
}

/* What a publisher elsewhere leaves out is not ours to write. */
void rule_sections(struct check *check)
{
    const struct meta *meta = &check->article->meta;
    if (meta->type == TYPE_NONE || check->foreign)
        return;
    for (const enum kind *kind = needed[meta->type]; *kind != END; kind++)
        if (!check_has_kind(check->article, *kind))
            report_line(check, 1,
                        _("The article is a %s and needs a "
                          "section \"%s\" (kind %s)"),
                        article_type_name(meta->type),
                        sections_label(meta->type, *kind, "en"),
                        kind_get(*kind)->id);
}

static const char *nearest_kind(const char *wrong)
{
    const char *ids[KIND_COUNT];
    size_t n = 0;
    for (int kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
        ids[n++] = kind_get((enum kind)kind)->id;
    return nearest_word(wrong, ids, n);
}

/* Offers the nearest kind in place of the one in the heading's source. */
static void offer(struct check *check, const struct heading *heading,
                  const char *nearest)
{
    const struct node *node = heading->node;
    const char *source = check->article->source;
    const char *start =
        memmem(source + node->source_start,
               node->source_end - node->source_start, "kind=", 5);
    size_t n_bytes = strlen(heading->bad_kind);
    if (start && !strncmp(start + 5, heading->bad_kind, n_bytes))
        report_remedy(check, (size_t)(start + 5 - source),
                      (size_t)(start + 5 - source) + n_bytes, nearest);
}

void rule_kinds(struct check *check)
{
    for (size_t i = 0; i < check->article->n_headings; i++) {
        const struct heading *heading = &check->article->headings[i];
        if (!heading->bad_kind)
            continue;
        const char *nearest = nearest_kind(heading->bad_kind);
        if (!nearest) {
            report_at(check, heading->node->source_start,
                      _("Unknown kind \"%s\" (see: medfaq kinds)"),
                      heading->bad_kind);
            continue;
        }
        report_at(check, heading->node->source_start,
                  _("Unknown kind \"%s\". Did you mean \"%s\"?"),
                  heading->bad_kind, nearest);
        offer(check, heading, nearest);
    }
}

void rule_empty_sections(struct check *check)
{
    const struct article *article = check->article;
    for (size_t i = 0; i < article->n_headings; i++)
        if (empty_section_words(article, i))
            report_at(check, article->headings[i].node->source_start,
                      _("Empty section. Say what is known, say that nothing "
                        "is known, or remove the heading"));
}

/* Was there a heading of the same words before, below the same one? */
static bool is_repeated(const struct article *article, size_t i)
{
    const struct heading *heading = &article->headings[i];
    while (i--) {
        const struct heading *other = &article->headings[i];
        if (other->level < heading->level)
            return false;
        if (other->level == heading->level &&
            !ascii_casecmp(other->title, heading->title))
            return true;
    }
    return false;
}

#define HEADINGS_MAX 2000 /* each is compared with those before it */

void rule_headings(struct check *check)
{
    const struct article *article = check->article;
    for (size_t i = 0; i < article->n_headings && i < HEADINGS_MAX; i++)
        if (is_repeated(article, i))
            report_at(check, article->headings[i].node->source_start,
                      _("The heading \"%s\" is here twice. Join the "
                        "sections, or say how they differ"),
                      article->headings[i].title);
}
