/* Writes what the reader has kept as Markdown, and on a page to take to an
 * appointment. The three questions are those of Shepherd and others (2011):
 * patients who ask them are told more about their options, benefits and
 * harms. */
#include "state/kept.h"

#include <time.h>

#include "base/i18n.h"
#include "base/strs.h"
#include "export/export.h"

void kept_list(struct state *state, struct annotation_list *out)
{
    const unsigned all = (1u << ANNOTATION_N_MOTIVATIONS) - 1;
    annotation_list_newest(state, all, 0, annotation_count(state, all), out);
}

/* Appends where and when it was made: "Warfarin, Interactions, 2026-11-30". */
static void add_source(const struct annotation *annotation, struct buf *out)
{
    time_t created = (time_t)annotation->created;
    struct tm tm;
    char date[16] = "";
    if (localtime_r(&created, &tm))
        strftime(date, sizeof date, "%Y-%m-%d", &tm);
    buf_add(out, " (");
    export_add_plain_markdown(annotation->title, out);
    if (annotation->anchor.section && *annotation->anchor.section) {
        buf_add(out, ", ");
        export_add_plain_markdown(annotation->anchor.section, out);
    }
    buf_printf(out, ", %s)\n", date);
}

static void add_quote(const struct annotation *annotation, struct buf *out)
{
    const char *exact = annotation->anchor.exact;
    if (!exact || !*exact)
        return;
    buf_add(out, "“");
    export_add_plain_markdown(exact, out);
    buf_add(out, "” ");
}

static void add_words(const struct annotation *annotation, struct buf *out)
{
    const char *body = annotation->body;
    if (annotation->motivation == ANNOTATION_QUESTIONING) {
        buf_printf(out, _("Looked for and not found: %s"),
                   kind_label(annotation->kind, i18n_lang()));
        if (body && *body)
            buf_add(out, ". ");
    }
    if (annotation->motivation == ANNOTATION_HIGHLIGHTING)
        add_quote(annotation, out);
    if (body && *body) {
        buf_printf(out, "**%s:** ",
                   annotation_is_question(annotation) ? _("Question")
                                                      : _("Note"));
        export_add_plain_markdown(body, out);
        buf_add_char(out, ' ');
    }
    if (annotation->motivation == ANNOTATION_BOOKMARKING)
        add_quote(annotation, out);
}

void kept_add(const struct annotation *annotation, struct buf *out)
{
    struct buf words;
    buf_init(&words);
    add_words(annotation, &words);
    while (buf_ends(&words, " "))
        buf_truncate(&words, words.n_bytes - 1);
    buf_printf(out, "- %s", words.n_bytes ? words.data : _("Bookmark"));
    add_source(annotation, out);
    buf_finish(&words);
}

/* ---- the visit sheet ---- */

enum kept_part { PART_QUESTIONS, PART_PASSAGES, PART_NOTES, PART_COUNT };

static enum kept_part part_of(const struct annotation *annotation)
{
    if (annotation_is_question(annotation))
        return PART_QUESTIONS;
    return annotation->motivation == ANNOTATION_HIGHLIGHTING ? PART_PASSAGES
                                                             : PART_NOTES;
}

static bool is_of(const struct annotation *annotation, const struct strs *paths)
{
    for (size_t i = 0; i < paths->n; i++)
        if (str_equal(annotation->path, paths->items[i]))
            return true;
    return paths->n == 0;
}

static void add_part(const struct annotation_list *list,
                     const struct strs *paths, enum kept_part part,
                     struct buf *out)
{
    static const char *const headings[PART_COUNT] = {
        [PART_QUESTIONS] = N_("My own questions"),
        [PART_PASSAGES] = N_("Passages I highlighted"),
        [PART_NOTES] = N_("My notes"),
    };
    bool any = false;
    for (size_t i = 0; i < list->n; i++) {
        if (part_of(&list->items[i]) != part || !is_of(&list->items[i], paths))
            continue;
        if (!any)
            buf_printf(out, "\n## %s\n\n", _(headings[part]));
        any = true;
        kept_add(&list->items[i], out);
    }
}

static void add_sheet(const struct annotation_list *list,
                      const struct strs *paths, struct buf *out)
{
    static const char *const questions[] = {
        N_("What are my options, including doing nothing?"),
        N_("What are the benefits and harms of each of them?"),
        N_("How likely is each of these for me?"),
    };
    struct date today = date_today();
    char date[11];
    date_format(&today, date);
    buf_printf(out, "---\ntitle: %s\nlang: %s\nupdated: %s\n---\n\n## %s\n\n",
               _("For my appointment"), i18n_lang(), date, _("What to ask"));
    for (size_t i = 0; i < sizeof questions / sizeof *questions; i++)
        buf_printf(out, "%zu. %s\n", i + 1, _(questions[i]));
    for (enum kept_part part = 0; part < PART_COUNT; part++)
        add_part(list, paths, part, out);
}

struct article *kept_sheet(struct state *state, const struct strs *paths)
{
    struct annotation_list list = {0};
    struct buf sheet;
    buf_init(&sheet);
    kept_list(state, &list);
    add_sheet(&list, paths, &sheet);
    /* Its headings are not classified: they only group the notes. */
    struct article *article = article_parse_tree(sheet.data, sheet.n_bytes);
    article->is_personal = true;
    annotation_list_finish(&list);
    buf_finish(&sheet);
    return article;
}
