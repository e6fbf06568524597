/* Reading, showing and checking an article: the work grows as the article. */
#include "growth.h"

#include "check/check.h"
#include "export/export.h"
#include "text/layout.h"

#include "../unit/unit.h"

/* ---- inputs ---- */

static void write_headings(struct buf *out, size_t n)
{
    buf_add_repeat(out, "## Risks\n\nx\n\n", n);
}

static void write_alerts(struct buf *out, size_t n)
{
    buf_add(out, "## Emergency {kind=emergency}\n\n");
    buf_add_repeat(out, "> [!EMERGENCY] x\n\n", n);
}

/* Rows whose source is none of the many that there are. */
static void write_figures(struct buf *out, size_t n)
{
    for (size_t i = 0; i < n; i++)
        buf_add(out, "```risk\npopulation: A\nperiod: B\nper: 100\nrows:\n"
                     "- {label: a, n: 1, source: z}\n"
                     "- {label: b, n: 2, source: z}\n"
                     "- {label: c, n: 3, source: z}\n"
                     "- {label: d, n: 4, source: z}\n```\n\n");
    for (size_t i = 0; i < 12 * n; i++)
        buf_printf(out, "[^a%zu]: x\n", i);
}

/* Their messages do not come in the order of the lines. */
static void write_broken_figures(struct buf *out, size_t n)
{
    for (size_t i = 0; i < n; i++)
        buf_printf(out,
                   "```risk\nx: {\n```\n\n"
                   "[^a%zu]: x\n\n    ```risk\n    x: {\n    ```\n\n",
                   i);
}

/* An article of all that articles have. */
static void write_all(struct buf *out, size_t n)
{
    buf_add(out, "---\ntitle: T\nsources: [{id: a, title: A}]\n---\n\n");
    for (size_t i = 0; i < n; i++)
        buf_printf(out,
                   "## What are the risks of number %zu?\n\n"
                   "Some 5 of 100 people *have* it.[^a] It is [common][x], "
                   "or [rare](#risks).[^n%zu]\n\n"
                   "- an item\n- [ ] another\n\n  in two\n\n"
                   "> [!WARNING] See `it`.\n\n"
                   "| a | b |\n|---|---:|\n| 1 \\| 2 | **3** |\n\n"
                   "[x]: y%zu.md\n[^n%zu]: A note.\n\n",
                   i, i, i, i);
}

/* ---- what is done with them ---- */

static void parse(const struct subject *subject)
{
    article_free(
        article_parse(subject->text.data, subject->text.n_bytes, "growth.md"));
}

static void lay_out(const struct subject *subject)
{
    static const struct layout_options options = {
        .cells = 80, .title = true, .ending = true, .sources = true};
    struct layout *layout = layout_new(subject->article, &options);
    for (size_t i = 0; i < layout_n_blocks(layout); i++) {
        size_t n_lines;
        layout_lines(layout, i, &n_lines);
    }
    layout_free(layout);
}

static void export(const struct subject *subject)
{
    static const struct export_options options = {.cells = 80};
    for (const struct export_format *format = export_formats; format->name;
         format++) {
        struct buf out;
        buf_init(&out);
        format->write(subject->article, &options, &out);
        buf_finish(&out);
    }
}

static void check(const struct subject *subject)
{
    static const struct check_context context = {.today = {2026, 11, 22}};
    struct arena arena;
    struct messages messages;
    arena_init(&arena);
    messages_init(&messages, &arena);
    check_article(subject->article, &context, &messages);
    messages_finish(&messages);
    arena_finish(&arena);
}

static void find_kinds(const struct subject *subject)
{
    size_t n = 0;
    for (int kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
        for (size_t at = SIZE_MAX;
             (at = article_find_kind(subject->article, (enum kind)kind, at)) !=
             SIZE_MAX;)
            n++;
    assert_true(n > 0);
}

static void find_emergencies(const struct subject *subject)
{
    size_t places[8];
    assert_true(article_find_emergencies(subject->article, places, 8) > 0);
}

static const struct growth all[] = {
    {"kinds of headings", write_headings, find_kinds, 2000},
    {"kinds of alerts", write_alerts, find_kinds, 1000},
    {"emergencies", write_alerts, find_emergencies, 1000},
    {"parsing", write_all, parse, 200},
    {"laying out", write_all, lay_out, 200},
    {"exporting", write_all, export, 200},
    /* Of the headings the first 2000 are compared with each other. */
    {"checking", write_all, check, 2000},
    {"kinds", write_all, find_kinds, 200},
    {"parsing headings", write_headings, parse, 2000},
    {"laying out headings", write_headings, lay_out, 2000},
    {"exporting headings", write_headings, export, 2000},
    {"checking headings", write_headings, check, 2000},
    {"parsing figures", write_figures, parse, 150},
    {"laying out figures", write_figures, lay_out, 150},
    {"exporting figures", write_figures, export, 150},
    {"checking figures", write_figures, check, 150},
    {"checking broken figures", write_broken_figures, check, 1000},
};

int main(void)
{
    return check_all_growth(all, N_ELEMENTS(all));
}
