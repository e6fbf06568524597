/* Rows of a PDF put together: paragraphs, items of lists, headings.
 *
 * Sizes hardly differ in leaflets: weight and numbers tell headings, marks and
 * their places tell lists, the room above and the end of the row before tell
 * paragraphs. */
#include "import/pdf_blocks.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/mem.h"
#include "base/number.h"
#include "base/utf8.h"
#include "import/pdf_table.h"
#include "import/qrd.h"

#define HEADING_ROWS 3
#define HEADING_BYTES 200
#define MAX_SPACING 100

/* ---- what a row is ---- */

/* A mark of a list that begins text: its length, 0 for none. Fonts of signs
 * have theirs where Unicode has none. */
static size_t mark_length(const char *text, size_t n_bytes)
{
    static const uint32_t marks[] = {
        0x2022, 0xB7,   0x25AA, 0x25A0, 0x25A1, 0x25CB, 0x25CF, 0x25E6, 0x2013,
        0x2014, 0x2212, 0x2010, 0x2011, '-',    0x2043, 0x2219, 0x27A2, 0x2794,
        0x2192, 0x25BA, 0x2023, 0x2713, 0x2714, 0x2756, 0x25C6, 0x25FE, '*'};
    uint32_t code_point = 0;
    size_t n = n_bytes > 0 ? utf8_decode(text, n_bytes, &code_point) : 0;
    if (code_point >= 0xF000 && code_point <= 0xF0FF)
        return n;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (marks[i] == code_point)
            return n;
    return 0;
}

static size_t leading_space(const char *text, size_t n_bytes)
{
    size_t n = 0;
    while (n < n_bytes && ascii_is_space(text[n]))
        n++;
    return n;
}

/* The mark that a row begins with, in bytes of its first run; 0 for none.
 * "-5" is a number, "o" is a mark only where it stands apart. */
size_t pdf_row_mark(const struct pdf_rows *rows, const struct pdf_row *row)
{
    const struct pdf_run *run = &rows->runs[row->first];
    size_t space = leading_space(run->text, run->n_bytes);
    const char *text = run->text + space;
    size_t n_bytes = run->n_bytes - space;
    size_t n = mark_length(text, n_bytes);
    if (n == 0 && n_bytes > 0 && text[0] == 'o')
        n = 1;
    if (n == 0)
        return 0;
    bool alone = leading_space(text + n, n_bytes - n) == n_bytes - n;
    if (alone)
        return row->n > 1 && (text[0] != 'o' || pdf_run_gap(run, run + 1))
                   ? space + n
                   : 0;
    bool letter = ascii_is_alpha(text[n]) || (text[n] & 0x80);
    if (text[0] == 'o' || text[0] == '*')
        return 0;
    return letter || ascii_is_space(text[n]) ? space + n : 0;
}

bool pdf_row_is_bold(const struct pdf_rows *rows, const struct pdf_row *row)
{
    for (size_t i = 0; i < row->n; i++)
        if (!rows->runs[row->first + i].bold)
            return false;
    return true;
}

/* "4.2 Dose" -> number 2, depth 2; a number with a point, or of two parts. */
static unsigned read_number(const char *text, unsigned *depth)
{
    unsigned number = 0;
    const char *at = text;
    *depth = 0;
    while (ascii_is_digit(*at) && *depth < 4) {
        number = 0;
        size_t n = strspn(at, "0123456789");
        if (n > 2)
            break;
        for (size_t i = 0; i < n; i++)
            number = number * 10 + (unsigned)(at[i] - '0');
        at += n;
        ++*depth;
        if (*at != '.')
            break;
        at++;
    }
    bool point = at > text && at[-1] == '.';
    bool good = *depth > 0 && (point || *depth > 1) && ascii_is_space(*at);
    if (!good)
        *depth = 0;
    return good ? number : 0;
}

static void row_text(const struct pdf_blocks *blocks, size_t row,
                     struct buf *text)
{
    pdf_rows_add_text(blocks->rows, &blocks->rows->items[row], text);
}

bool pdf_text_goes_on(const char *text)
{
    return (*text >= 'a' && *text <= 'z') || (*text & 0x80);
}

static char last_byte(const struct pdf_blocks *blocks, size_t row)
{
    struct buf text;
    buf_init(&text);
    row_text(blocks, row, &text);
    char byte = text.n_bytes > 0 ? text.data[text.n_bytes - 1] : '\0';
    buf_finish(&text);
    return byte;
}

/* ---- blocks ---- */

/* The first word of a row would have had room at the end of the row before:
 * a new paragraph was meant. */
static bool ends_short(const struct pdf_blocks *blocks, size_t row)
{
    const struct pdf_row *before = &blocks->rows->items[row - 1];
    const struct pdf_row *after = before + 1;
    struct buf text;
    buf_init(&text);
    row_text(blocks, row, &text);
    size_t n_word = strcspn(text.data, " "), n_bytes = text.n_bytes;
    bool text_is_small = pdf_text_goes_on(text.data);
    buf_finish(&text);
    if (n_bytes == 0)
        return false;
    /* What goes on in small letters rarely is a new paragraph. */
    int column = before->column_right - before->column_left;
    if (text_is_small && !strchr(".:!?;", last_byte(blocks, row - 1)) &&
        before->right > before->column_left + column * 6 / 10)
        return false;
    int width = after->right - after->left;
    int word = (int)((size_t)width * (n_word + 3) / n_bytes);
    return before->right + word < before->column_right;
}

static bool has_room_above(const struct pdf_blocks *blocks, size_t row)
{
    const struct pdf_row *before = &blocks->rows->items[row - 1];
    int step = before[1].top - before->top;
    return step * 10 > blocks->spacing * 14;
}

/* Does a row begin something new after the one before it in its block? */
static bool begins_block(const struct pdf_blocks *blocks, size_t row,
                         const struct pdf_block *block)
{
    const struct pdf_rows *rows = blocks->rows;
    const struct pdf_row *at = &rows->items[row], *before = at - 1;
    unsigned depth;
    struct buf text;
    if (pdf_row_mark(rows, at) > 0)
        return true;
    buf_init(&text);
    row_text(blocks, row, &text);
    bool numbered =
        read_number(text.data, &depth) > 0 &&
        (at->left <= block->mark_left + 2 || pdf_row_is_bold(rows, at));
    buf_finish(&text);
    bool weight = rows->runs[at->first].bold !=
                      rows->runs[before->first + before->n - 1].bold &&
                  pdf_row_is_bold(rows, at) != pdf_row_is_bold(rows, before);
    if (numbered || (weight && ends_short(blocks, row)))
        return true;
    if (at->begins_column)
        return strchr(".:!?", last_byte(blocks, row - 1)) != NULL ||
               (weight && block->n > 0);
    if (has_room_above(blocks, row))
        return true;
    if (block->type == BLOCK_ITEM && at->left >= block->text_left - 4)
        return false;
    return ends_short(blocks, row) ||
           (weight && strchr(".:!?", last_byte(blocks, row - 1)));
}

static void begin_block(struct pdf_blocks *blocks, size_t row)
{
    const struct pdf_rows *rows = blocks->rows;
    const struct pdf_row *at = &rows->items[row];
    blocks->items = mem_grow(blocks->items, blocks->n, &blocks->capacity,
                             sizeof *blocks->items);
    struct pdf_block *block = &blocks->items[blocks->n++];
    *block = (struct pdf_block){
        .first = row, .n = 1, .mark_left = at->left, .text_left = at->left};
    size_t mark = pdf_row_mark(rows, at);
    if (mark == 0)
        return;
    const struct pdf_run *run = &rows->runs[at->first];
    block->type = BLOCK_ITEM;
    if (at->n > 1 && leading_space(run->text + mark, run->n_bytes - mark) ==
                         run->n_bytes - mark)
        block->text_left = run[1].left;
    else
        block->text_left = at->left + at->height / 2;
}

static void find_blocks(struct pdf_blocks *blocks, size_t first, size_t end)
{
    bool open = false;
    for (size_t row = first; row < end; row++) {
        struct pdf_table table;
        if (pdf_table_find(blocks->rows, row, end, &table)) {
            begin_block(blocks, row);
            blocks->items[blocks->n - 1].type = BLOCK_TABLE;
            blocks->items[blocks->n - 1].n = table.n;
            row += table.n - 1;
            open = false;
            continue;
        }
        struct pdf_block *block = open ? &blocks->items[blocks->n - 1] : NULL;
        if (!block || begins_block(blocks, row, block))
            begin_block(blocks, row);
        else
            block->n = row + 1 - block->first;
        open = true;
    }
}

/* ---- what a block is ---- */

static void block_text(const struct pdf_blocks *blocks,
                       const struct pdf_block *block, struct buf *text)
{
    for (size_t i = 0; i < block->n; i++) {
        if (i > 0)
            buf_add_char(text, ' ');
        row_text(blocks, block->first + i, text);
    }
}

static bool is_all_bold(const struct pdf_blocks *blocks,
                        const struct pdf_block *block)
{
    for (size_t i = 0; i < block->n; i++)
        if (!pdf_row_is_bold(blocks->rows,
                             &blocks->rows->items[block->first + i]))
            return false;
    return true;
}

static bool has_letters(const struct buf *text)
{
    for (size_t i = 0; i < text->n_bytes; i++)
        if (ascii_is_alpha(text->data[i]) || (text->data[i] & 0x80))
            return true;
    return false;
}

/* A bold sentence is none, but a numbered one may end in a full stop. */
static void judge(const struct pdf_blocks *blocks, struct pdf_block *block)
{
    struct buf text;
    buf_init(&text);
    block_text(blocks, block, &text);
    char last = text.n_bytes > 0 ? text.data[text.n_bytes - 1] : '\0';
    block->number = read_number(text.data, &block->depth);
    bool short_enough =
        block->n <= HEADING_ROWS && text.n_bytes <= HEADING_BYTES;
    if (block->type == BLOCK_TEXT && short_enough && has_letters(&text) &&
        is_all_bold(blocks, block)) {
        if (qrd_document_by_title(text.data) != QRD_NONE)
            block->type = BLOCK_TITLE;
        else if (block->number > 0 || !strchr(".,;", last))
            block->type = BLOCK_HEADING;
    }
    buf_finish(&text);
}

static bool is_numbered(const struct pdf_block *block)
{
    return block->type == BLOCK_HEADING && block->number > 0;
}

/* Numbered headings with nothing between are a table of contents. */
static void find_contents(struct pdf_blocks *blocks)
{
    for (size_t i = 0; i < blocks->n;) {
        size_t end = i + 1;
        struct pdf_block *items = blocks->items;
        while (end < blocks->n && is_numbered(&items[i]) &&
               is_numbered(&items[end]) && items[end].depth == items[i].depth &&
               items[end].number == items[end - 1].number + 1)
            end++;
        for (size_t j = i; j < end && end - i > 2; j++)
            items[j].type = BLOCK_TEXT;
        i = end;
    }
}

/* With no empty row between? */
static bool is_close(const struct pdf_blocks *blocks, size_t row)
{
    const struct pdf_row *at = &blocks->rows->items[row];
    return !at->begins_column &&
           (at->top - at[-1].top) * 10 < blocks->spacing * 18;
}

/* Above all sections, what stands right below a heading is none: the product
 * in its other strengths. */
static void find_heads(struct pdf_blocks *blocks)
{
    bool after = false;
    for (size_t i = 0; i < blocks->n; i++) {
        struct pdf_block *block = &blocks->items[i];
        if (is_numbered(block) || block->type == BLOCK_ITEM)
            return;
        struct pdf_block *next = i + 1 < blocks->n ? block + 1 : NULL;
        bool named_again =
            block->type == BLOCK_TITLE && next && next->type == BLOCK_TITLE;
        bool follows = after && is_close(blocks, block->first);
        if (named_again || (block->type == BLOCK_HEADING && follows)) {
            block->type = BLOCK_TEXT;
            block->plain = true;
        } else {
            after = block->type == BLOCK_HEADING;
        }
    }
}

static void set_levels(struct pdf_blocks *blocks)
{
    unsigned depth = 0;
    for (size_t i = 0; i < blocks->n; i++) {
        struct pdf_block *block = &blocks->items[i];
        if (is_numbered(block))
            depth = block->depth;
        if (block->type == BLOCK_TITLE)
            block->level = 1;
        else
            block->level = number_min_unsigned(
                is_numbered(block) ? depth + 1 : depth + 2, 6);
    }
}

/* ---- all of them ---- */

/* The commonest step from row to row. */
static int find_spacing(const struct pdf_rows *rows, size_t first, size_t end)
{
    size_t counts[MAX_SPACING] = {0};
    int best = 0;
    for (size_t i = first + 1; i < end; i++) {
        int step = rows->items[i].top - rows->items[i - 1].top;
        if (!rows->items[i].begins_column && step > 0 && step < MAX_SPACING &&
            ++counts[step] > counts[best])
            best = step;
    }
    return best > 0 ? best : MAX_SPACING;
}

void pdf_blocks_find(struct pdf_blocks *blocks, const struct pdf_rows *rows,
                     size_t first, size_t end)
{
    *blocks = (struct pdf_blocks){.rows = rows,
                                  .spacing = find_spacing(rows, first, end)};
    find_blocks(blocks, first, end);
    for (size_t i = 0; i < blocks->n; i++)
        judge(blocks, &blocks->items[i]);
    find_contents(blocks);
    find_heads(blocks);
    set_levels(blocks);
}

void pdf_blocks_finish(struct pdf_blocks *blocks)
{
    free(blocks->items);
}
