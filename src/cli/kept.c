/* What the reader kept, as Markdown. */
#include "cli/kept.h"

#include <time.h>

#include "base/i18n.h"
#include "export/export.h"

void kept_list(struct state *state, struct annotation_list *out)
{
    const unsigned all = (1u << ANNOTATION_N_MOTIVATIONS) - 1;
    annotation_list_newest(state, all, 0, annotation_count(state, all), out);
}

/* "Warfarin, Interactions, 2026-11-30": where and when it was kept. */
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
                   kind_get(annotation->kind)->label);
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
