/* Copies, writes, pipes and edits the article. */
#include "ui/article_view.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/paths.h"
#include "base/strs.h"
#include "export/export.h"
#include "state/kept.h"
#include "ui/boxes.h"
#include "ui/edit.h"
#include "ui/program.h"

#define COPY_CELLS 72

/* Whoever gets the text must know what may be done with it. */
static void add_licence(const struct article *article, struct buf *out)
{
    const struct meta *meta = &article->meta;
    const char *licence = meta->licence ? meta->licence : meta->origin.licence;
    if (licence)
        buf_printf(out, _("\nLicence: %s\n"), licence);
    if (meta->origin.publisher || meta->origin.url)
        buf_printf(out, _("Taken from: %s %s\n"),
                   meta->origin.publisher ? meta->origin.publisher : "",
                   meta->origin.url ? meta->origin.url : "");
}

/* Appends the current section as plain text, with the sources that it cites;
 * of the visit sheet all. */
static void section_text(const struct article_view *view, struct buf *out)
{
    const struct article *article = view->article;
    size_t section =
        article->is_personal ? NO_SECTION : article_section_here(view);
    struct block_range range = {0, article->n_blocks};
    struct layout_options options = {
        .cells = COPY_CELLS, .title = true, .sources = true};
    if (section != NO_SECTION)
        range = (struct block_range){article->sections[section].first_block,
                                     article->sections[section].end_block};
    struct layout *layout = layout_new_part(article, &options, &range, 1);
    for (size_t block = 0; block < layout_n_blocks(layout); block++) {
        size_t n;
        const struct line *lines = layout_lines(layout, block, &n);
        for (size_t i = 0; i < n; i++) {
            for (uint32_t j = 0; j < lines[i].n_spans; j++)
                buf_add_n(out, lines[i].spans[j].text,
                          lines[i].spans[j].n_bytes);
            buf_add_char(out, '\n');
        }
    }
    layout_free(layout);
    add_licence(article, out);
}

void article_copy(struct view *base, struct app *app)
{
    struct article_view *view = article_view_of(base);
    struct buf text;
    buf_init(&text);
    section_text(view, &text);
    link_box_copy(app, text.data,
                  view->article->is_personal ? _("Visit sheet copied")
                                             : _("Section and sources copied"));
    buf_finish(&text);
}

/* The format is chosen by the file's extension; plain text for unknown ones. */
static const struct export_format *format_of(const char *path)
{
    static const struct {
        const char *ending, *format;
    } endings[] = {{".md", "markdown"}, {".html", "html"}, {".json", "json"}};
    for (size_t i = 0; i < sizeof(endings) / sizeof *endings; i++)
        if (str_ends(path, endings[i].ending))
            return export_format_find(endings[i].format);
    return export_format_find("text");
}

static void write_file(struct article_view *view, struct app *app,
                       const char *path, bool replace)
{
    bool is_sheet = view->article->is_personal;
    struct export_options options = {.cells = is_sheet ? KEPT_SHEET_CELLS : 80,
                                     .page_lines =
                                         is_sheet ? KEPT_SHEET_LINES : 0};
    struct error err;
    struct buf text;
    const struct export_format *format = format_of(path);
    buf_init(&text);
    format->write(view->article, &options, &text);
    if (!is_sheet && str_equal(format->name, "text"))
        add_licence(view->article, &text); /* the others have it */
    bool done = replace ? file_write(path, text.data, text.n_bytes, &err)
                        : file_write_new(path, text.data, text.n_bytes, &err);
    if (done)
        app_say(app, _("Saved %s as %s"), path, format->name);
    else
        app_warn(app, "%s", err.message);
    buf_finish(&text);
}

static void replace_done(struct view *base, struct app *app, const char *text)
{
    struct article_view *view = article_view_of(base);
    if (strcmp(text, "y") == 0)
        write_file(view, app, view->write_path, true);
    else
        app_say(app, _("Not saved"));
}

void article_write_to(struct article_view *view, struct app *app,
                      const char *name)
{
    static const struct prompt_ops replace = {
        .label = N_("File exists. Replace it? (y/n) "),
        .one_key = true,
        .done = replace_done,
    };
    struct file_stamp stamp;
    if (!*name || !app_may_write(app))
        return;
    free(view->write_path);
    view->write_path = paths_expand_home(name);
    if (file_stamp_get(view->write_path, &stamp))
        prompt_open(&view->view.prompt, &replace, "");
    else
        write_file(view, app, view->write_path, false);
}

static void write_done(struct view *base, struct app *app, const char *typed)
{
    article_write_to(article_view_of(base), app, typed);
}

static void write_note(struct view *base, struct app *app, struct buf *out)
{
    (void)base;
    (void)app;
    buf_add(out, _("Enter save  Esc cancel "));
    buf_add(out, _(" (or .md, .html, .json) "));
}

void article_write(struct view *base, struct app *app)
{
    struct article_view *view = article_view_of(base);
    static const struct prompt_ops ops = {
        .label = N_("Save as: "), .done = write_done, .note = write_note};
    struct buf name;
    if (!app_may_write(app))
        return;
    buf_init(&name);
    const char *id = view->article->id;
    buf_printf(&name, "%s.txt",
               view->article->is_personal ? "visit-sheet"
               : *id                      ? id
                                          : "article");
    prompt_open(&view->view.prompt, &ops, name.data);
    buf_finish(&name);
}

/* The user types the command, so a shell may interpret it; nothing from the
 * article becomes part of it. */
static void pipe_done(struct view *base, struct app *app, const char *command)
{
    struct article_view *view = article_view_of(base);
    struct strs words;
    struct buf text;
    struct error err;
    if (!*command)
        return;
    strs_init(&words);
    strs_add(&words, "/bin/sh");
    strs_add(&words, "-c");
    strs_add(&words, command);
    buf_init(&text);
    section_text(view, &text);
    bool done = program_run(app, &words, text.data, text.n_bytes, &err);
    program_pause(app);
    if (!done)
        app_warn(app, "%s", err.message);
    buf_finish(&text);
    strs_finish(&words);
}

void article_pipe(struct view *base, struct app *app)
{
    struct article_view *view = article_view_of(base);
    static const struct prompt_ops ops = {.label = N_("Pipe section to: "),
                                          .done = pipe_done};
    if (!app_may_write(app))
        return;
    if (view->article->is_personal)
        prompt_ask(&view->view.prompt, &ops, _("Pipe visit sheet to: "));
    else
        prompt_open(&view->view.prompt, &ops, "");
}

static unsigned line_here(const struct article_view *view)
{
    unsigned line = 1;
    for (size_t i = 0;
         view->article && i < view->place && i < view->article->n_source_bytes;
         i++)
        line += view->article->source[i] == '\n';
    return line;
}

static void edit(struct article_view *view, struct app *app)
{
    edit_run(app, view->path, line_here(view));
    view->view.ops->changed(&view->view, app);
}

static void edit_answered(struct view *base, struct app *app, const char *text)
{
    if (edit_is_yes(text))
        edit(article_view_of(base), app);
}

void article_edit(struct view *base, struct app *app)
{
    static const struct prompt_ops ops = {
        .label = "", .one_key = true, .done = edit_answered};
    struct article_view *view = article_view_of(base);
    if (!view->path || !app_may_write(app))
        return;
    if (edit_must_ask(view->path))
        edit_ask(base, &ops, view->article ? view->article->title : view->path);
    else
        edit(view, app);
}
