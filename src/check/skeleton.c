/* Writes a new article. */
#include "check/skeleton.h"

#include <string.h>

#include "base/ascii.h"
#include "base/safe.h"
#include "base/strs.h"
#include "check/sections.h"

#define REVIEW_YEARS 2

/* "chemical-peel" is titled "Chemical peel". */
static void add_title(const char *id, struct buf *out)
{
    for (size_t i = 0; id[i]; i++)
        buf_add_char(out,
                     i ? (id[i] == '-' ? ' ' : id[i]) : ascii_upper(id[i]));
}

/* A text as YAML has it, quoted if need be. */
static void add_yaml(struct buf *out, const char *text)
{
    bool plain = *text && ascii_is_alnum(*text);
    for (const char *at = text; *at && plain; at++)
        plain = ascii_is_alnum(*at) || strchr("-._", *at);
    if (plain) {
        buf_add(out, text);
        return;
    }
    buf_add_char(out, '"');
    for (; *text; text++)
        if ((unsigned char)*text >= ' ')
            buf_printf(out, "%s%c", strchr("\"\\", *text) ? "\\" : "", *text);
    buf_add_char(out, '"');
}

static void add_related(const struct skeleton *skeleton, struct buf *out)
{
    const struct article *original = skeleton->original;
    buf_add(out, "related: [");
    for (size_t i = 0; original && i < original->meta.n_related; i++) {
        buf_add(out, i ? ", " : "");
        add_yaml(out, original->meta.related[i]);
    }
    buf_add(out, "]\n");
}

/* The codes of one system stand together. */
static void add_codes(const struct skeleton *skeleton, struct buf *out)
{
    const struct meta *meta =
        skeleton->original ? &skeleton->original->meta : NULL;
    if (!meta || !meta->n_codes)
        return;
    buf_add(out, "codes: {");
    for (size_t i = 0; i < meta->n_codes; i++) {
        bool same =
            i && str_equal(meta->codes[i].system, meta->codes[i - 1].system);
        if (!same)
            buf_printf(out, "%s%s: [", i ? "], " : "", meta->codes[i].system);
        else
            buf_add(out, ", ");
        add_yaml(out, meta->codes[i].value);
    }
    buf_add(out, "]}\n");
}

static void add_front_matter(const struct skeleton *skeleton, struct buf *out)
{
    struct date due = skeleton->today;
    char today[11], later[11];
    due.year += REVIEW_YEARS;
    if (due.month == 2 && due.day == 29)
        due.day = 28;
    date_format(&skeleton->today, today);
    date_format(&due, later);
    buf_add(out, "---\ntitle: ");
    add_title(skeleton->id, out);
    buf_printf(out,
               "\nlang: %s\ntype: %s\nsynonyms: []\nsummary:\n"
               "authors: []\nreviewers: []\nupdated: %s\nreview_due: %s\n"
               "audience: patient\nlicence: CC-BY-4.0\n",
               skeleton->lang, article_type_name(skeleton->type), today, later);
    add_codes(skeleton, out);
    add_related(skeleton, out);
    buf_add(out, "sources: []\n"
                 "#  - {id: who2024, title: ..., publisher: ..., year: 2024, "
                 "url: \"...\"}\n---\n");
}

/* Comment says what belongs there. */
static void add_section(const struct skeleton *skeleton, enum kind kind,
                        const char *comment, struct buf *out)
{
    const struct kind_context context = {.lang = skeleton->lang};
    const char *label = sections_label(skeleton->type, kind, skeleton->lang);
    buf_printf(out, "\n## %s", label);
    if (kind_of_heading(label, &context) != kind)
        buf_printf(out, " {kind=%s}", kind_get(kind)->id);
    buf_add(out, "\n\n<!-- ");
    safe_text(comment, strcspn(comment, ">"), NULL, out);
    buf_add(out, " -->\n");
    if (kind == KIND_EMERGENCY)
        buf_add(out, "\n> [!EMERGENCY]\n> ...\n");
}

/* Its heading is to be translated, too. */
static void add_unknown(const char *title, struct buf *out)
{
    buf_add(out, "\n## ");
    safe_text(title, strlen(title), NULL, out);
    buf_add_char(out, '\n');
}

static void add_sections_of(const struct skeleton *skeleton, struct buf *out)
{
    const struct article *original = skeleton->original;
    for (size_t i = 0; i < original->n_sections; i++) {
        const struct section *section = &original->sections[i];
        if (section->title && section->kind != KIND_NONE)
            add_section(skeleton, section->kind, section->title, out);
        else if (section->title)
            add_unknown(section->title, out);
    }
}

void skeleton_write(const struct skeleton *skeleton, struct buf *out)
{
    add_front_matter(skeleton, out);
    if (skeleton->original) {
        add_sections_of(skeleton, out);
        return;
    }
    for (const enum kind *kind = sections_needed(skeleton->type);
         *kind != KIND_NONE; kind++)
        add_section(skeleton, *kind, kind_get(*kind)->definition, out);
}
