/* A PDF's blocks as HTML. */
#include "import/pdf_html.h"

#include <string.h>

#include "base/ascii.h"
#include "base/map.h"
#include "base/strs.h"
#include "import/language.h"
#include "import/pdf_blocks.h"
#include "import/pdf_inline.h"
#include "import/pdf_table.h"
#include "import/qrd.h"

#define DEEPER_PIXELS 8
#define WORD_ENDS " \n,.;:()[]/\""

struct pdf_writer {
    const struct pdf_rows *rows;
    struct letters *words;
    struct buf *html;
    struct buf all;        /* the text, as it is */
    struct map hyphenated; /* its words with a hyphen within a row */
    struct pdf_blocks blocks;
};

/* ---- writing ---- */

/* What is written is counted. */
static void count_words(const struct pdf_writer *writer,
                        const struct pdf_row *row)
{
    struct letters *words = &writer->words[row->page - 1];
    struct buf text;
    buf_init(&text);
    pdf_rows_add_text(writer->rows, row, &text);
    letters_add(words, text.data, text.n_bytes);
    letters_divide(words);
    buf_finish(&text);
}

/* Writes a row from an offset of its first run on; bold holds across rows. */
static void add_row(const struct pdf_writer *writer, size_t i, size_t from,
                    bool *bold)
{
    const struct pdf_row *row = &writer->rows->items[i];
    const struct pdf_run *runs = writer->rows->runs + row->first;
    count_words(writer, row);
    for (size_t j = 0; j < row->n; j++, from = 0) {
        if (j > 0 && pdf_run_gap(row, &runs[j - 1]))
            buf_add_char(writer->html, ' ');
        if (bold && runs[j].bold != *bold) {
            *bold = runs[j].bold;
            buf_add(writer->html, *bold ? "<b>" : "</b>");
        }
        pdf_inline_add(row, &runs[j], from, writer->html);
    }
}

/* Joins a word that a hyphen divides at the end of a row; where the document
 * has it with a hyphen within a row, that stays. What ends in other text gets a
 * space. */
static void join_rows(const struct pdf_writer *writer, size_t row)
{
    struct buf *html = writer->html, before, after;
    if (buf_ends(html, "\u00AD")) {
        buf_truncate(html, html->n_bytes - strlen("\u00AD"));
        return;
    }
    if (!buf_ends(html, "-") || html->n_bytes < 2 ||
        !(pdf_text_goes_on(&html->data[html->n_bytes - 2]) ||
          ascii_is_alnum(html->data[html->n_bytes - 2]))) {
        buf_add_char(html, ' ');
        return;
    }
    buf_init(&before);
    buf_init(&after);
    pdf_rows_add_text(writer->rows, &writer->rows->items[row - 1], &before);
    pdf_rows_add_text(writer->rows, &writer->rows->items[row], &after);
    const char *start = before.data + before.n_bytes;
    while (start > before.data && !strchr(WORD_ENDS, start[-1]))
        start--;
    struct buf word;
    buf_init(&word);
    buf_add(&word, start);
    buf_add_n(&word, after.data, strcspn(after.data, WORD_ENDS));
    if (pdf_text_goes_on(&html->data[html->n_bytes - 2]) &&
        pdf_text_goes_on(after.data) &&
        !map_find(&writer->hyphenated, word.data, word.n_bytes))
        buf_truncate(html, html->n_bytes - 1);
    buf_finish(&word);
    buf_finish(&after);
    buf_finish(&before);
}

static void add_rows_of(const struct pdf_writer *writer,
                        const struct pdf_block *block, size_t from)
{
    bool weight = false;
    bool heading = block->type == BLOCK_HEADING || block->type == BLOCK_TITLE;
    for (size_t i = 0; i < block->n; i++) {
        if (i > 0)
            join_rows(writer, block->first + i);
        add_row(writer, block->first + i, i == 0 ? from : 0,
                heading || block->plain ? NULL : &weight);
    }
    if (weight)
        buf_add(writer->html, "</b>");
}

/* Lists that are open, by the places of their marks. */
struct pdf_lists {
    int lefts[6];
    size_t n;
};

static void close_lists(struct pdf_lists *lists, size_t n, struct buf *html)
{
    for (; lists->n > n; lists->n--)
        buf_add(html, "</li></ul>\n");
}

/* A mark further to the right begins a list in the item before. */
static void open_item(struct pdf_lists *lists, int left, struct buf *html)
{
    size_t max = sizeof lists->lefts / sizeof *lists->lefts;
    size_t n = lists->n;
    while (n > 1 && left < lists->lefts[n - 1] - DEEPER_PIXELS)
        n--;
    close_lists(lists, n, html);
    bool deeper = n == 0 || left > lists->lefts[n - 1] + DEEPER_PIXELS;
    if (deeper && n < max) {
        lists->lefts[lists->n++] = left;
        buf_add(html, "<ul><li>");
    } else {
        buf_add(html, "</li>\n<li>");
    }
}

/* ---- tables ---- */

/* The cells of the table's row that is being read. */
struct pdf_table_row {
    struct buf cells[PDF_TABLE_COLUMNS];
    bool bold;
};

static void end_table_row(const struct pdf_writer *writer,
                          const struct pdf_table *table,
                          struct pdf_table_row *cells)
{
    const char *tag = cells->bold ? "th" : "td";
    buf_add(writer->html, "<tr>");
    for (size_t i = 0; i < table->n_columns; i++) {
        buf_printf(writer->html, "<%s>%s</%s>", tag, cells->cells[i].data, tag);
        buf_clear(&cells->cells[i]);
    }
    buf_add(writer->html, "</tr>\n");
    cells->bold = true;
}

static void add_cells(const struct pdf_writer *writer,
                      const struct pdf_table *table, const struct pdf_row *row,
                      struct pdf_table_row *cells)
{
    const struct pdf_run *runs = writer->rows->runs + row->first;
    count_words(writer, row);
    for (size_t i = 0; i < row->n; i++) {
        struct buf *cell = &cells->cells[pdf_table_column(table, &runs[i])];
        bool joined = i > 0 && !pdf_run_gap(row, &runs[i - 1]);
        if (cell->n_bytes > 0 && !joined)
            buf_add_char(cell, ' ');
        pdf_inline_add(row, &runs[i], 0, cell);
        cells->bold &= runs[i].bold;
    }
}

static void write_table(const struct pdf_writer *writer,
                        const struct pdf_block *block)
{
    const struct pdf_rows *rows = writer->rows;
    struct pdf_table table;
    struct pdf_table_row cells = {.bold = true};
    if (!pdf_table_find(rows, block->first, block->first + block->n, &table))
        return;
    for (size_t i = 0; i < table.n_columns; i++)
        buf_init(&cells.cells[i]);
    buf_add(writer->html, "<table><tbody>\n");
    for (size_t i = block->first; i < block->first + block->n; i++) {
        if (i > block->first && pdf_table_begins_row(rows, &table, i))
            end_table_row(writer, &table, &cells);
        add_cells(writer, &table, &rows->items[i], &cells);
    }
    end_table_row(writer, &table, &cells);
    buf_add(writer->html, "</tbody></table>\n");
    for (size_t i = 0; i < table.n_columns; i++)
        buf_finish(&cells.cells[i]);
}

static void write_block(const struct pdf_writer *writer,
                        const struct pdf_block *block)
{
    struct buf *html = writer->html;
    const struct pdf_row *row = &writer->rows->items[block->first];
    if (block->type == BLOCK_HEADING || block->type == BLOCK_TITLE) {
        buf_printf(html, "<h%u>", block->level);
        add_rows_of(writer, block, 0);
        buf_printf(html, "</h%u>\n", block->level);
    } else if (block->type == BLOCK_TABLE) {
        write_table(writer, block);
    } else if (block->type == BLOCK_ITEM) {
        add_rows_of(writer, block, pdf_row_mark(writer->rows, row));
    } else {
        buf_add(html, "<p>");
        add_rows_of(writer, block, 0);
        buf_add(html, "</p>\n");
    }
}

static void write_blocks(const struct pdf_writer *writer)
{
    struct pdf_lists lists = {.n = 0};
    for (size_t i = 0; i < writer->blocks.n; i++) {
        const struct pdf_block *block = &writer->blocks.items[i];
        if (block->type == BLOCK_ITEM)
            open_item(&lists, block->mark_left, writer->html);
        else
            close_lists(&lists, 0, writer->html);
        write_block(writer, block);
    }
    close_lists(&lists, 0, writer->html);
}

/* ---- the document ---- */

/* Where another leaflet begins, near the top of a page: after, or n_text. */
static size_t find_next(const struct pdf_rows *rows, size_t first)
{
    unsigned page = rows->items[first].page;
    size_t on_page = 0;
    for (size_t i = first; i < rows->n_text; i++) {
        const struct pdf_row *row = &rows->items[i];
        on_page = i > first && row[-1].page == row->page ? on_page + 1 : 0;
        if (row->page == page || on_page > 2 || !pdf_row_is_bold(rows, row))
            continue;
        struct buf text;
        buf_init(&text);
        pdf_rows_add_text(rows, row, &text);
        bool title = qrd_document_by_title(text.data) != QRD_NONE;
        buf_finish(&text);
        if (title)
            return i - on_page;
    }
    return rows->n_text;
}

/* What repeats a sentence on each page may be a warning: one is kept. */
static bool is_sentence(const char *text)
{
    size_t n_words = 1, n = strlen(text);
    for (const char *at = text; *at; at++)
        n_words += *at == ' ';
    return n_words > 3 && strchr(".!", text[n - 1]);
}

/* Writes rows of furniture: sentences, each once, or all the rest. */
static void write_repeated(const struct pdf_writer *writer, unsigned from,
                           unsigned to, bool sentences)
{
    const struct pdf_rows *rows = writer->rows;
    struct strs written;
    strs_init(&written);
    for (size_t i = rows->n_text; i < rows->n; i++) {
        struct buf text;
        if (rows->items[i].page < from || rows->items[i].page > to ||
            rows->items[i].role == PDF_MARGIN)
            continue;
        buf_init(&text);
        pdf_rows_add_text(rows, &rows->items[i], &text);
        bool first = is_sentence(text.data);
        for (size_t j = 0; j < written.n && first; j++)
            first = strcmp(written.items[j], text.data) != 0;
        if (first)
            strs_add(&written, text.data);
        if (first == sentences) {
            buf_add(writer->html, "<p>");
            add_row(writer, i, 0, NULL);
            buf_add(writer->html, "</p>\n");
        }
        buf_finish(&text);
    }
    strs_finish(&written);
}

/* Beside the text of a page there are no headings to stand under. */
static void write_margins(const struct pdf_writer *writer, unsigned from,
                          unsigned to)
{
    const struct pdf_rows *rows = writer->rows;
    for (size_t i = rows->n_text; i < rows->n; i++) {
        const struct pdf_row *row = &rows->items[i];
        if (row->role != PDF_MARGIN || row->page < from || row->page > to)
            continue;
        buf_add(writer->html, "<p>");
        add_row(writer, i, 0, NULL);
        buf_add(writer->html, "</p>\n");
    }
}

static void write_furniture(const struct pdf_writer *writer, unsigned from,
                            unsigned to)
{
    buf_add(writer->html, "</main>\n<footer>\n");
    write_repeated(writer, from, to, false);
    buf_add(writer->html, "</footer></body></html>\n");
}

static void find_hyphenated(struct pdf_writer *writer)
{
    for (const char *at = writer->all.data; *at;) {
        size_t n = strcspn(at, WORD_ENDS);
        if (n > 2 && memchr(at + 1, '-', n - 2))
            map_put(&writer->hyphenated, at, n);
        at += n > 0 ? n : 1;
    }
}

void pdf_html(const struct pdf_rows *rows, size_t first, size_t *next,
              struct buf *html, struct letters *words)
{
    struct pdf_writer writer = {.rows = rows, .words = words, .html = html};
    size_t end = *next = find_next(rows, first);
    buf_init(&writer.all);
    for (size_t i = first; i < end; i++) {
        pdf_rows_add_text(rows, &rows->items[i], &writer.all);
        buf_add_char(&writer.all, '\n');
    }
    find_hyphenated(&writer);
    const char *lang = language_guess(writer.all.data, writer.all.n_bytes);
    buf_printf(html,
               "<!DOCTYPE html>\n<html lang=\"%s\">\n"
               "<head></head><body><main>\n",
               lang ? lang : "");
    pdf_blocks_find(&writer.blocks, rows, first, end);
    write_repeated(&writer, rows->items[first].page, rows->items[end - 1].page,
                   true);
    write_blocks(&writer);
    write_margins(&writer, rows->items[first].page, rows->items[end - 1].page);
    write_furniture(&writer, rows->items[first].page,
                    rows->items[end - 1].page);
    map_finish(&writer.hyphenated);
    buf_finish(&writer.all);
    pdf_blocks_finish(&writer.blocks);
}
