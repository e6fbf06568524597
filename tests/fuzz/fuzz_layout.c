/* Layouts: no line is wider than asked for, nothing unsafe is in a span. */
#include "base/grapheme.h"
#include "base/safe.h"
#include "fuzz.h"
#include "text/layout.h"

static void require_line(const struct article *article,
                         const struct layout_options *options,
                         const struct line *line)
{
    size_t cells = 0;
    for (uint32_t i = 0; i < line->n_spans; i++) {
        const struct span *span = &line->spans[i];
        cells += span->cells;
        REQUIRE(grapheme_text_cells(span->text, span->n_bytes) == span->cells);
        REQUIRE(safe_prefix(span->text, span->n_bytes, options->charset) ==
                span->n_bytes);
        REQUIRE(span->role < ROLE_COUNT);
        if (span->text_start != NO_TEXT) {
            REQUIRE(span->text_start <= span->text_end);
            REQUIRE(span->text_end <= article->n_text_bytes);
        }
    }
    REQUIRE(cells == line->cells);
    REQUIRE(cells <= options->cells || options->cells < 2);
    REQUIRE(line->text_at <= article->n_text_bytes);
}

static void require_sound(const struct article *article,
                          const struct layout_options *options)
{
    struct layout *layout = layout_new(article, options);
    size_t n_rows = 0;
    for (size_t i = 0; i < layout_n_blocks(layout); i++) {
        size_t n_lines;
        const struct line *lines = layout_lines(layout, i, &n_lines);
        for (size_t j = 0; j < n_lines; j++)
            require_line(article, options, &lines[j]);
        n_rows += n_lines;
    }
    if (n_rows > 0) {
        struct position first = {0, 0}, last = layout_last(layout);
        REQUIRE(layout_line(layout, last));
        long moved = 0;
        struct position end = layout_move(layout, first, 1L << 30, &moved);
        REQUIRE(!layout_position_compare(end, last));
        struct position back = layout_move(layout, end, -moved, NULL);
        REQUIRE(!layout_position_compare(back, first));
        REQUIRE(layout_percent(layout, last) <= 100);
        /* The endings lie behind the source, a byte each. */
        REQUIRE(layout_source_at(layout, last) <=
                article->n_source_bytes + layout_n_blocks(layout));
        layout_at_source(layout, article->n_source_bytes / 2);
    }
    layout_free(layout);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n_bytes)
{
    struct charset ascii;
    charset_init(&ascii, "ASCII");
    const struct layout_options options[] = {
        {.cells = 1},
        {.cells = 13, .linear = true, .link_numbers = true, .sources = true},
        {.cells = 33, .pictures = true},
        {.cells = 40, .kind_labels = true, .title = true, .ending = true},
        {.cells = 80, .charset = &ascii, .ending = true, .sources = true},
    };
    struct article *article =
        article_parse((const char *)data, n_bytes, "fuzz.md");
    for (size_t i = 0; i < sizeof options / sizeof *options; i++)
        require_sound(article, &options[i]);
    article_free(article);
    charset_finish(&ascii);
    return 0;
}
