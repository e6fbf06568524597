/* Describes articles, and warns about what they do not have in common. */
#include "compare/labels.h"

#include "base/ascii.h"
#include "base/buf.h"
#include "base/i18n.h"
#include "base/lang.h"
#include "base/strs.h"
#include "library/name.h"

#define WARNINGS_MAX (4 + COMPARE_MAX)

static const char *type_name(const struct article *article)
{
    static const char *const names[TYPE_COUNT] = {
        [TYPE_NONE] = N_("type not stated"),
        [TYPE_CONDITION] = N_("condition"),
        [TYPE_MEDICINE] = N_("medicine"),
        [TYPE_PROCEDURE] = N_("procedure"),
        [TYPE_TEST] = N_("test"),
        [TYPE_VACCINE] = N_("vaccine"),
        [TYPE_OTHER] = N_("other subject"),
    };
    return _(names[article->meta.type]);
}

static const char *readers_of(const struct article *article)
{
    static const struct {
        const char *audience, *text;
    } readers[] = {
        {"patient", N_("for patients")},
        {"carer", N_("for carers")},
        {"clinician", N_("for clinicians")},
    };
    const char *audience = article->meta.audience;
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++)
        if (str_equal(audience, readers[i].audience))
            return _(readers[i].text);
    return audience ? audience : _("readers not stated");
}

const char *labels_make(struct arena *arena, const struct article *article,
                        const struct date *today)
{
    struct buf label;
    char date[11];
    buf_init(&label);
    buf_printf(&label, "%s · %s · %s", type_name(article),
               lang_own_name(article->lang), readers_of(article));
    buf_printf(&label, " · %s", article->review_state);
    date_format(&article->meta.updated, date);
    if (*date)
        buf_printf(&label, _(" · updated %s"), date);
    date_format(&article->meta.review_due, date);
    if (date_is_past(&article->meta.review_due, today))
        buf_printf(&label, _(" · review overdue since %s"), date);
    const char *text = arena_strdup(arena, label.data);
    buf_finish(&label);
    return text;
}

bool labels_are_same(const struct compare_table *comparison)
{
    for (size_t i = 1; i < comparison->n; i++)
        if (!str_equal(comparison->labels[i], comparison->labels[0]))
            return false;
    return true;
}

static void warn(struct compare_table *comparison, const char *text)
{
    comparison->warnings[comparison->n_warnings++] = text;
}

static bool is_same_audience(const char *a, const char *b)
{
    return (!a && !b) || (a && b && !ascii_casecmp(a, b));
}

/* What the first article has in common with the others. */
struct common {
    bool type, lang, audience;
};

static struct common find_common(const struct compare_table *comparison)
{
    const struct article *first = comparison->articles[0];
    struct common common = {true, true, true};
    for (size_t i = 1; i < comparison->n; i++) {
        const struct article *other = comparison->articles[i];
        common.type &= other->meta.type == first->meta.type;
        common.lang &= name_same_language(other->lang, first->lang);
        common.audience &=
            is_same_audience(other->meta.audience, first->meta.audience);
    }
    return common;
}

/* Tells whether two are the same article in different languages. */
static bool has_versions(const struct compare_table *comparison)
{
    for (size_t i = 0; i < comparison->n; i++)
        for (size_t k = 0; k < i; k++)
            if (*comparison->articles[i]->id &&
                str_equal(comparison->articles[i]->id,
                          comparison->articles[k]->id) &&
                !name_same_language(comparison->articles[i]->lang,
                                    comparison->articles[k]->lang))
                return true;
    return false;
}

void labels_warn(struct compare_table *comparison, const struct date *today)
{
    comparison->warnings = arena_alloc(
        &comparison->arena, WARNINGS_MAX * sizeof *comparison->warnings);
    struct common common = find_common(comparison);
    if (!common.type)
        warn(comparison, _("These are different types of article, so a "
                           "question may not mean the same for each."));
    if (!common.lang)
        warn(comparison, _("These are in different languages."));
    if (has_versions(comparison))
        warn(comparison, _("Two of these are versions of the same article."));
    if (!common.audience)
        warn(comparison, _("These are written for different readers."));
    for (size_t i = 0; i < comparison->n; i++)
        if (date_is_past(&comparison->articles[i]->meta.review_due, today))
            warn(comparison,
                 arena_printf(&comparison->arena,
                              _("The review of %s is overdue, so the "
                                "article may be out of date."),
                              comparison->articles[i]->title));
}
