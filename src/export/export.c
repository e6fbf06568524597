/* The table of formats, and the message for a kind that an article does not
 * have. */
#include "export/export.h"

#include "base/i18n.h"
#include "base/safe.h"
#include "base/strs.h"
#include "export/format.h"
#include "text/word.h"

const struct export_format export_formats[] = {
    {"text", N_("lines as on the screen"), export_text},
    {"markdown", N_("Markdown with footnotes"), export_markdown},
    {"html", N_("an HTML page"), export_html},
    {"json", N_("front matter and sections as JSON"), export_json},
    {0},
};

const struct export_format *export_format_find(const char *name)
{
    for (const struct export_format *format = export_formats; format->name;
         format++)
        if (str_equal(format->name, name))
            return format;
    return NULL;
}

bool export_has_kind(const struct article *article, enum kind kind)
{
    return article_find_kind(article, kind, SIZE_MAX) != SIZE_MAX;
}

#define RELATED_MAX 5

/* Related kinds to suggest if an article does not have a kind. */
static const enum kind related_kinds[KIND_COUNT][RELATED_MAX] = {
    [KIND_OVERVIEW] = {KIND_USES, KIND_HOW_IT_WORKS, KIND_TYPES},
    [KIND_HOW_IT_WORKS] = {KIND_OVERVIEW, KIND_EFFECTIVENESS, KIND_PROCEDURE},
    [KIND_USES] = {KIND_OVERVIEW, KIND_BENEFITS, KIND_TREATMENT},
    [KIND_BENEFITS] = {KIND_EFFECTIVENESS, KIND_USES, KIND_OUTLOOK},
    [KIND_EFFECTIVENESS] = {KIND_BENEFITS, KIND_OUTLOOK, KIND_HOW_IT_WORKS},
    [KIND_TYPES] = {KIND_OVERVIEW, KIND_TREATMENT, KIND_COMPOSITION},
    [KIND_CAUSES] = {KIND_RISK_FACTORS, KIND_OVERVIEW, KIND_PREVENTION},
    [KIND_RISK_FACTORS] = {KIND_CAUSES, KIND_PREVALENCE, KIND_PREVENTION},
    [KIND_PREVALENCE] = {KIND_RISK_FACTORS, KIND_OVERVIEW, KIND_OUTLOOK},
    [KIND_SYMPTOMS] = {KIND_OVERVIEW, KIND_DIAGNOSIS, KIND_SEE_DOCTOR,
                       KIND_EMERGENCY},
    [KIND_DIAGNOSIS] = {KIND_SYMPTOMS, KIND_SEE_DOCTOR, KIND_PROCEDURE},
    [KIND_OUTLOOK] = {KIND_TREATMENT, KIND_EFFECTIVENESS, KIND_RISKS},
    [KIND_TREATMENT] = {KIND_PROCEDURE, KIND_DOSAGE, KIND_AFTERCARE,
                        KIND_OUTLOOK},
    [KIND_PROCEDURE] = {KIND_TREATMENT, KIND_AFTERCARE, KIND_HOW_IT_WORKS},
    [KIND_DOSAGE] = {KIND_USES, KIND_TREATMENT, KIND_WARNINGS,
                     KIND_POPULATIONS},
    [KIND_CONTRAINDICATIONS] = {KIND_WARNINGS, KIND_INTERACTIONS,
                                KIND_PREGNANCY, KIND_POPULATIONS,
                                KIND_SIDE_EFFECTS},
    [KIND_WARNINGS] = {KIND_CONTRAINDICATIONS, KIND_RISKS, KIND_SIDE_EFFECTS,
                       KIND_EMERGENCY},
    [KIND_INTERACTIONS] = {KIND_WARNINGS, KIND_CONTRAINDICATIONS},
    [KIND_PREGNANCY] = {KIND_POPULATIONS, KIND_CONTRAINDICATIONS,
                        KIND_WARNINGS},
    [KIND_POPULATIONS] = {KIND_PREGNANCY, KIND_CONTRAINDICATIONS, KIND_DOSAGE,
                          KIND_WARNINGS},
    [KIND_SIDE_EFFECTS] = {KIND_RISKS, KIND_WARNINGS, KIND_SEE_DOCTOR},
    [KIND_RISKS] = {KIND_SIDE_EFFECTS, KIND_WARNINGS, KIND_CONTRAINDICATIONS,
                    KIND_SEE_DOCTOR},
    [KIND_EMERGENCY] = {KIND_SEE_DOCTOR, KIND_WARNINGS},
    [KIND_SEE_DOCTOR] = {KIND_EMERGENCY, KIND_WARNINGS, KIND_SYMPTOMS},
    [KIND_AFTERCARE] = {KIND_PROCEDURE, KIND_SEE_DOCTOR, KIND_OUTLOOK},
    [KIND_PREVENTION] = {KIND_CAUSES, KIND_RISK_FACTORS, KIND_TREATMENT},
    [KIND_ACCESS] = {KIND_USES, KIND_MORE_INFO},
    [KIND_COMPOSITION] = {KIND_OVERVIEW, KIND_TYPES, KIND_STORAGE},
    [KIND_STORAGE] = {KIND_DOSAGE, KIND_COMPOSITION},
    [KIND_MORE_INFO] = {KIND_ACCESS, KIND_OVERVIEW},
};

/* Adds the labels of the related kinds that the article has: "Warnings, Side
 * effects". */
static void add_related(struct buf *out, const struct article *article,
                        enum kind kind)
{
    for (size_t i = 0; i < RELATED_MAX; i++) {
        enum kind other = related_kinds[kind][i];
        if (other != KIND_NONE && export_has_kind(article, other))
            buf_printf(out, "%s%s", out->n_bytes ? ", " : "",
                       article_kind_label(article, other));
    }
}

void export_kind_missing(const struct article *article, enum kind kind,
                         struct buf *out)
{
    struct buf others;
    buf_init(&others);
    add_related(&others, article, kind);
    if (kind == KIND_EMERGENCY)
        buf_add(out, _("No emergency advice found in this article."));
    else
        buf_printf(out, _("No section headed %s found."),
                   article_kind_label(article, kind));
    if (others.n_bytes) {
        buf_add_char(out, ' ');
        buf_printf(out, _("Look also in: %s."), others.data);
    }
    if (kind == KIND_EMERGENCY) {
        buf_add_char(out, ' ');
        buf_add(out, _("If this may be an emergency, call your local emergency "
                       "number now."));
    }
    buf_finish(&others);
}

void export_add_safe_lines(struct buf *out, const char *text, size_t n_bytes)
{
    const char *end = text + n_bytes;
    while (text < end) {
        const char *stop = text;
        while (stop < end && *stop != '\n' && *stop != '\t')
            stop++;
        bool crlf =
            stop < end && *stop == '\n' && stop > text && stop[-1] == '\r';
        safe_text_in_file(text, (size_t)(stop - text) - crlf, out);
        if (stop < end)
            buf_add_char(out, *stop++);
        text = stop;
    }
}

/* Adds the licence, and the publisher and address of the original. */
static void add_origin(struct buf *out, const struct article *article)
{
    const struct meta *meta = &article->meta;
    const char *licence = meta->licence ? meta->licence : meta->origin.licence;
    if (licence)
        buf_printf(out, " · %s %s", word_in(WORD_LICENCE, article->lang),
                   licence);
    if (meta->origin.publisher)
        buf_printf(out, " · %s", meta->origin.publisher);
    if (meta->origin.url)
        buf_printf(out, " · %s", meta->origin.url);
}

void export_add_state(struct buf *out, const struct article *article)
{
    char date[11];
    date_format(&article->meta.updated, date);
    if (article->is_personal) {
        buf_add(out, date);
        return;
    }
    buf_add(out, article_review_state(article));
    if (article_review_overdue(article))
        buf_printf(out, " · %s", article_review_overdue(article));
    if (*date)
        buf_printf(out, " · %s %s", word_in(WORD_UPDATED, article->lang), date);
    add_origin(out, article);
}
