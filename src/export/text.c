/* Exports an article as lines of text, with colours if asked for. */
#include <stdint.h>
#include <stdlib.h>

#include "base/mem.h"
#include "export/format.h"
#include "export/parts.h"
#include "text/layout.h"

/* SGR parameters that are readable on light and on dark backgrounds; "" for
 * plain text. */
static const char *const role_sgr[ROLE_COUNT] = {
    [ROLE_TEXT] = "",           [ROLE_TITLE] = ";1",
    [ROLE_HEADING] = ";1",      [ROLE_SUBHEADING] = ";1",
    [ROLE_KIND] = ";2",         [ROLE_LABEL] = ";1",
    [ROLE_LINK] = ";4",         [ROLE_LINK_NUMBER] = ";2",
    [ROLE_CITATION] = ";36",    [ROLE_CODE] = ";36",
    [ROLE_MARKER] = "",         [ROLE_BORDER] = ";2",
    [ROLE_DIM] = ";2",          [ROLE_CONTROL] = ";7",
    [ROLE_EMERGENCY] = ";1;31", [ROLE_URGENT] = ";1;35",
    [ROLE_WARNING] = ";1;33",   [ROLE_NOTE] = ";1;36",
    [ROLE_FIGURE_ON] = ";1",    [ROLE_FIGURE_OFF] = ";2",
};

struct sgr {
    uint8_t role, attributes;
};

static bool is_plain(struct sgr style)
{
    return !style.attributes && !*role_sgr[style.role];
}

static void set_style(struct buf *out, struct sgr *current, struct sgr next)
{
    if (current->role == next.role && current->attributes == next.attributes)
        return;
    if (!is_plain(next))
        buf_printf(out, "\033[0%s%s%sm", role_sgr[next.role],
                   next.attributes & SPAN_BOLD ? ";1" : "",
                   next.attributes & SPAN_ITALIC ? ";3" : "");
    else if (!is_plain(*current))
        buf_add(out, "\033[0m");
    *current = next;
}

static void add_line(struct buf *out, const struct line *line, bool color)
{
    static const struct sgr plain = {.role = ROLE_TEXT};
    struct sgr current = plain;
    size_t start = out->n_bytes;
    for (size_t i = 0; i < line->n_spans; i++) {
        const struct span *span = &line->spans[i];
        if (color)
            set_style(out, &current,
                      (struct sgr){span->role, span->attributes});
        buf_add_n(out, span->text, span->n_bytes);
    }
    set_style(out, &current, plain);
    while (out->n_bytes > start && out->data[out->n_bytes - 1] == ' ')
        buf_truncate(out, out->n_bytes - 1);
    buf_add_char(out, '\n');
}

void export_add_lines(const struct line *lines, size_t n, bool color,
                      struct buf *out)
{
    for (size_t i = 0; i < n; i++)
        add_line(out, &lines[i], color);
}

static struct layout *layout_parts(const struct article *article,
                                   const struct layout_options *options,
                                   enum kind kind)
{
    struct export_parts parts;
    parts_init(&parts, article, kind);
    struct block_range *ranges = mem_calloc(parts.n, sizeof *ranges);
    for (size_t i = 0; i < parts.n; i++)
        ranges[i] = parts.items[i].blocks;
    struct layout *layout = layout_new_part(article, options, ranges, parts.n);
    free(ranges);
    parts_finish(&parts);
    return layout;
}

void export_text(const struct article *article,
                 const struct export_options *options, struct buf *out)
{
    const struct layout_options layout_options = {
        .cells = options->cells,
        .charset = options->charset,
        .linear = options->linear,
        .pictures = options->pictures,
        .few_glyphs = options->few_glyphs,
        .link_numbers = true,
        .kind_labels = true,
        .title = true,
        .ending = true,
        .sources = true,
    };
    struct layout *layout =
        options->kind == KIND_NONE
            ? layout_new(article, &layout_options)
            : layout_parts(article, &layout_options, options->kind);
    size_t n_written = 0;
    for (size_t block = 0; block < layout_n_blocks(layout); block++) {
        size_t n_lines;
        const struct line *lines = layout_lines(layout, block, &n_lines);
        for (size_t i = 0; i < n_lines; i++, n_written++) {
            if (options->page_lines && n_written &&
                n_written % options->page_lines == 0)
                buf_add_char(out, '\f');
            add_line(out, &lines[i], options->color);
        }
    }
    layout_free(layout);
}
