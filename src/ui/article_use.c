/* Copy, write, pipe, edit; the next article that has the same kind. */
#include "ui/article_view.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/strs.h"
#include "export/export.h"
#include "ui/editor.h"
#include "ui/library_view.h"
#include "ui/link_items.h"
#include "ui/program.h"
#include "ui/search_view.h"

#define COPY_CELLS 72

/* The section one is in as plain text, with the sources that it cites. */
static void section_text(const struct article_view *view, struct buf *out)
{
    const struct article *article = view->article;
    size_t section = article_section_here(view);
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
}

void article_copy(struct article_view *view, struct app *app)
{
    struct buf text;
    buf_init(&text);
    section_text(view, &text);
    link_items_copy(app, text.data, "this section, with its sources,");
    buf_finish(&text);
}

/* The ending of the name says the format; what is unknown gets text. */
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
    struct export_options options = {.cells = 80};
    struct error err;
    struct buf text;
    const struct export_format *format = format_of(path);
    buf_init(&text);
    format->write(view->article, &options, &text);
    bool done = replace ? file_write(path, text.data, text.n_bytes, &err)
                        : file_write_new(path, text.data, text.n_bytes, &err);
    if (done)
        app_say(app, "written as %s: %s", format->name, path);
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
        app_say(app, "not written");
}

static void write_done(struct view *base, struct app *app, const char *typed)
{
    static const struct prompt_ops replace = {
        .label = "There is such a file. Replace it? y or n: ",
        .one_key = true,
        .done = replace_done,
    };
    struct article_view *view = article_view_of(base);
    struct file_stamp stamp;
    if (!*typed)
        return;
    free(view->write_path);
    view->write_path = file_expand_home(typed);
    if (file_stamp_get(view->write_path, &stamp))
        prompt_open(&app->prompt, &replace, base, "");
    else
        write_file(view, app, view->write_path, false);
}

static void write_note(struct view *base, struct app *app, struct buf *out)
{
    (void)base;
    (void)app;
    buf_add(out, ".txt .md .html .json ");
}

void article_write(struct article_view *view, struct app *app)
{
    static const struct prompt_ops ops = {
        .label = "Write to: ", .done = write_done, .note = write_note};
    struct buf name;
    if (!app_may_write(app))
        return;
    buf_init(&name);
    buf_printf(&name, "%s.txt",
               *view->article->id ? view->article->id : "article");
    prompt_open(&app->prompt, &ops, &view->view, name.data);
    buf_finish(&name);
}

/* The command is what the user types, so a shell may read it; nothing of the
 * article is part of it. */
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

void article_pipe(struct article_view *view, struct app *app)
{
    static const struct prompt_ops ops = {
        .label = "Send this section to the command: ", .done = pipe_done};
    if (app_may_write(app))
        prompt_open(&app->prompt, &ops, &view->view, "");
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

void article_edit(struct article_view *view, struct app *app)
{
    struct error err;
    if (!app_may_write(app))
        return;
    if (!editor_run(app, view->path, line_here(view), &err))
        app_warn(app, "%s", err.message);
    view->view.ops->changed(&view->view, app);
}

/* The kind of the section one is in; of the last one jumped to otherwise. */
static enum kind kind_here(const struct article_view *view)
{
    size_t section = article_section_here(view);
    return section == NO_SECTION ? KIND_NONE
                                 : view->article->sections[section].kind;
}

/* The list one came from, results of a search too, or the whole library, as
 * numbers in the index. False after saying why there is none. */
static bool list_articles(struct article_view *view, struct app *app,
                          struct catalogue *out)
{
    const struct library_view *from = library_view_of(view->view.below);
    const struct search_view *found = search_view_of(view->view.below);
    struct catalogue_options options = {0};
    if (from) {
        options.sort = from->sort;
        options.filter = from->filter;
    }
    if (!searching_open(app))
        return false;
    searching_follow(app);
    if (found) {
        search_view_list(found, app, out);
        return true;
    }
    if (catalogue_list(app->searching.index, &options, out))
        return true;
    app_warn(app, "the library cannot be listed just now: try again");
    return false;
}

/* What is looked for, and what was found. */
struct of_kind {
    enum kind kind;
    bool ahead;
    int64_t article; /* 0: none */
    size_t n_skipped;
};

/* The next article of the list that has the kind, or the one before. False
 * after saying why that cannot be told. */
static bool find_of_kind(struct article_view *view, struct app *app,
                         struct of_kind *sought)
{
    struct catalogue list = {0};
    if (!list_articles(view, app, &list))
        return false;
    struct index *index = app->searching.index;
    size_t step = sought->ahead ? 1 : SIZE_MAX;
    size_t i = catalogue_place(
        index, &list, view->path ? catalogue_find(index, view->path) : 0);
    if (i == list.n && sought->ahead)
        i = SIZE_MAX;
    for (i += step; i < list.n && !sought->article; i += step) {
        if (catalogue_has_kind(index, list.articles[i], sought->kind))
            sought->article = list.articles[i];
        else
            sought->n_skipped++;
    }
    catalogue_finish(&list);
    return true;
}

/* Goes to the article, in the language that one reads if it is there. False
 * after saying why it cannot be opened. */
static bool go_article(struct article_view *view, struct app *app,
                       const struct of_kind *found)
{
    const struct entry *entry;
    struct library *library =
        catalogue_read(app->searching.index, &found->article, 1, &entry);
    const struct entry *ours =
        library_find_id(library, entry->id, view->article->lang);
    if (ours && !entry->shadowed_by && !entry->problem)
        entry = ours;
    bool done = article_view_visit(view, app, entry->path);
    size_t at = done ? article_kind_place(view, found->kind) : SIZE_MAX;
    if (at != SIZE_MAX)
        article_go(view, at);
    library_view_follow(view->view.below, app, view->path);
    library_free(library);
    return done;
}

static void say_none(struct app *app, const struct of_kind *sought,
                     const char *label)
{
    app_say(app, "no article %s has: %s%s",
            sought->ahead ? "after this" : "before this", label,
            index_is_complete(app->searching.index)
                ? ""
                : "; the library is still being read");
}

static void go_of_kind(struct article_view *view, struct app *app, bool ahead)
{
    struct of_kind found = {.kind = kind_here(view), .ahead = ahead};
    const char *label = article_kind_label(view->article, found.kind);
    if (found.kind == KIND_NONE) {
        app_say(app, "go to a section of a known kind first (s)");
        return;
    }
    if (!find_of_kind(view, app, &found))
        return;
    if (!found.article)
        say_none(app, &found, label);
    else if (!go_article(view, app, &found))
        return;
    else if (found.n_skipped)
        app_say(app, "%s; articles without it passed over: %zu", label,
                found.n_skipped);
    else
        app_say(app, "%s: %s", view->article->title, label);
}

void article_next_of_kind(struct article_view *view, struct app *app)
{
    go_of_kind(view, app, true);
}

void article_previous_of_kind(struct article_view *view, struct app *app)
{
    go_of_kind(view, app, false);
}
