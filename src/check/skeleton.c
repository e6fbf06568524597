/* Writes a new article. */
#include "check/skeleton.h"

#include <ctype.h>

#include "check/sections.h"

#define REVIEW_YEARS 2

/* "chemical-peel" is titled "Chemical peel". */
static void add_title(const char *id, struct buf *out)
{
    for (size_t i = 0; id[i]; i++)
        buf_add_char(out, i ? (id[i] == '-' ? ' ' : id[i])
                            : (char)toupper((unsigned char)id[i]));
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
               "audience: patient\nlicence: CC-BY-4.0\nrelated: []\n"
               "sources: []\n"
               "#  - {id: who2024, title: ..., publisher: ..., year: 2024, "
               "url: \"...\"}\n---\n",
               skeleton->lang, article_type_name(skeleton->type), today, later);
}

static void add_section(const struct skeleton *skeleton, enum kind kind,
                        struct buf *out)
{
    const struct kind_context context = {.lang = skeleton->lang};
    const char *label = sections_label(skeleton->type, kind, skeleton->lang);
    buf_printf(out, "\n## %s", label);
    if (kind_of_heading(label, &context) != kind)
        buf_printf(out, " {kind=%s}", kind_get(kind)->id);
    buf_printf(out, "\n\n<!-- %s -->\n", kind_get(kind)->definition);
    if (kind == KIND_EMERGENCY)
        buf_add(out, "\n> [!EMERGENCY]\n> ...\n");
}

void skeleton_write(const struct skeleton *skeleton, struct buf *out)
{
    add_front_matter(skeleton, out);
    for (const enum kind *kind = sections_needed(skeleton->type);
         *kind != KIND_NONE; kind++)
        add_section(skeleton, *kind, out);
}
