/* medfaq sheet: what was kept, on a page to take to an appointment. The three
 * questions are those of Shepherd and others (2011): patients who ask them are
 * told more about their options, benefits and harms. */
#include <string.h>

#include "base/i18n.h"
#include "base/strs.h"
#include "cli/command.h"
#include "cli/kept.h"
#include "export/export.h"

#define PAGE_LINES 66
#define SHEET_CELLS 72

enum part { PART_QUESTIONS, PART_PASSAGES, PART_NOTES, PART_COUNT };

static enum part part_of(const struct annotation *annotation)
{
    if (annotation_is_question(annotation))
        return PART_QUESTIONS;
    return annotation->motivation == ANNOTATION_HIGHLIGHTING ? PART_PASSAGES
                                                             : PART_NOTES;
}

static void add_part(const struct annotation_list *list, enum part part,
                     struct buf *out)
{
    static const char *const headings[PART_COUNT] = {
        [PART_QUESTIONS] = N_("My own questions"),
        [PART_PASSAGES] = N_("Passages I marked"),
        [PART_NOTES] = N_("My notes"),
    };
    bool any = false;
    for (size_t i = 0; i < list->n; i++) {
        if (part_of(&list->items[i]) != part)
            continue;
        if (!any)
            buf_printf(out, "\n## %s\n\n", _(headings[part]));
        any = true;
        kept_add(&list->items[i], out);
    }
}

static void add_sheet(const struct annotation_list *list, struct buf *out)
{
    static const char *const questions[] = {
        N_("What are my options, including doing nothing?"),
        N_("What are the benefits and harms of each of them?"),
        N_("How likely is each of these for me?"),
    };
    struct date today = date_today();
    char date[11];
    date_format(&today, date);
    buf_printf(out, "---\ntitle: %s\nupdated: %s\n---\n\n## %s\n\n",
               _("For my appointment"), date, _("What to ask"));
    for (size_t i = 0; i < sizeof questions / sizeof *questions; i++)
        buf_printf(out, "%zu. %s\n", i + 1, _(questions[i]));
    for (enum part part = 0; part < PART_COUNT; part++)
        add_part(list, part, out);
}

/* A form feed after each 66 lines. */
static void add_pages(struct buf *out, const char *text)
{
    size_t n = 0;
    while (*text) {
        size_t n_bytes = strcspn(text, "\n") + 1;
        if (n > 0 && n % PAGE_LINES == 0)
            buf_add_char(out, '\f');
        buf_add_n(out, text, n_bytes);
        text += n_bytes;
        n++;
    }
}

enum exit_code command_sheet(struct cli *cli, int n, char **arguments)
{
    (void)n;
    (void)arguments;
    const char *name = cli_value(cli, OPTION_FORMAT);
    const struct export_format *format =
        export_format_find(name ? name : "text");
    if (!format || str_equal(format->name, "json")) {
        cli_complain(cli, _("--format=%s: give text, markdown or html"), name);
        return EXIT_USAGE;
    }
    const struct export_options options = {
        .cells = SHEET_CELLS, .charset = &cli->charset, .is_personal = true};
    struct annotation_list list = {0};
    struct buf sheet, text;
    struct state *state = state_new(STATE_ON);
    buf_init(&sheet);
    buf_init(&text);
    kept_list(state, &list);
    add_sheet(&list, &sheet);
    struct article *article = article_parse(sheet.data, sheet.n_bytes, NULL);
    format->write(article, &options, &text);
    cli->out_is_utf8 = !str_equal(format->name, "text");
    if (cli->out_is_utf8)
        buf_add_n(&cli->out, text.data, text.n_bytes);
    else
        add_pages(&cli->out, text.data);
    article_free(article);
    annotation_list_finish(&list);
    state_free(state);
    buf_finish(&sheet);
    buf_finish(&text);
    return EXIT_DONE;
}
