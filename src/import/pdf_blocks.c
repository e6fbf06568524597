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
#include "import/pdf_headings.h"
#include "import/pdf_table.h"

#define MAX_SPACING 100
#define TWIN_ROWS 8 /* within which another item begins */

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

/* Bullets of fonts of signs that come out as letters: "o", and in Wingdings
 * U+25A0 is "n". */
static size_t letter_mark(const char *text, size_t n_bytes)
{
    static const char *const letters[] = {"o", "\u00A7", "\u00D8", "\u00FC",
                                          "v", "q",      "n",      "l"};
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
        size_t n = strlen(letters[i]);
        if (n_bytes >= n && memcmp(text, letters[i], n) == 0 &&
            (n_bytes == n || ascii_is_space(text[n])))
            return n;
    }
    return 0;
}

/* Does text end before a row, so that no sentence goes on in it? */
static bool text_ends_before(const struct pdf_rows *rows,
                             const struct pdf_row *row)
{
    const struct pdf_row *before = row - 1;
    if (row == rows->items || row->begins_column ||
        pdf_row_is_bold(rows, before))
        return true;
    const struct pdf_run *run = &rows->runs[before->first + before->n - 1];
    size_t n = run->n_bytes;
    while (n > 0 && ascii_is_space(run->text[n - 1]))
        n--;
    int column = row->column_right - row->column_left;
    return (n > 0 && strchr(".:;!?", run->text[n - 1])) ||
           before->right < row->column_left + column * 7 / 10;
}

/* A letter is a mark where another row near begins so as well; in some
 * languages "o" is a word, but then it goes on with a sentence. */
static bool has_twin(const struct pdf_rows *rows, const struct pdf_row *row,
                     size_t n_letter)
{
    const struct pdf_row *end = rows->items + rows->n_text;
    const char *letter = rows->runs[row->first].text;
    if (row >= end || !text_ends_before(rows, row))
        return false;
    for (int step = -1; step <= 1; step += 2)
        for (int i = 1; i <= TWIN_ROWS; i++) {
            const struct pdf_row *other = row + step * i;
            if (other < rows->items || other >= end)
                break;
            const struct pdf_run *run = &rows->runs[other->first];
            if (abs(other->left - row->left) <= 2 &&
                letter_mark(run->text, run->n_bytes) == n_letter &&
                memcmp(run->text, letter, n_letter) == 0 &&
                text_ends_before(rows, other))
                return true;
        }
    return false;
}

static size_t letter_mark_of(const struct pdf_rows *rows,
                             const struct pdf_row *row)
{
    const struct pdf_run *run = &rows->runs[row->first];
    size_t n = letter_mark(run->text, run->n_bytes);
    if (n == 0 || run->bold)
        return 0;
    size_t n_space = leading_space(run->text + n, run->n_bytes - n);
    bool alone = n + n_space == run->n_bytes;
    if (alone && (row->n == 1 || !pdf_run_gap(row, run)))
        return 0;
    /* No word of text stands so far apart. */
    if (run->text[0] == 'o' && (alone || n_space > 1))
        return n;
    return has_twin(rows, row, n) ? n : 0;
}

/* The mark that a row begins with, in bytes of its first run; 0 for none.
 * "-5" is a number. */
size_t pdf_row_mark(const struct pdf_rows *rows, const struct pdf_row *row)
{
    const struct pdf_run *run = &rows->runs[row->first];
    size_t space = leading_space(run->text, run->n_bytes);
    const char *text = run->text + space;
    size_t n_bytes = run->n_bytes - space;
    size_t n = mark_length(text, n_bytes);
    if (n == 0)
        return letter_mark_of(rows, row);
    bool alone = leading_space(text + n, n_bytes - n) == n_bytes - n;
    if (alone)
        return row->n > 1 ? space + n : 0;
    if (text[0] == '*')
        return 0;
    bool letter = ascii_is_alpha(text[n]) || (text[n] & 0x80);
    return letter || ascii_is_space(text[n]) ? space + n : 0;
}

bool pdf_row_is_bold(const struct pdf_rows *rows, const struct pdf_row *row)
{
    for (size_t i = 0; i < row->n; i++)
        if (!rows->runs[row->first + i].bold)
            return false;
    return true;
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
    if (n_bytes == 0 || last_byte(blocks, row - 1) == '-')
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
    const struct pdf_row *row_at = before + 1;
    int step = row_at->top - before->top;
    /* Bold rows as far apart as that are two headings. */
    bool apart = step > 2 * number_max_int(before->height, row_at->height) &&
                 pdf_row_is_bold(blocks->rows, before) &&
                 pdf_row_is_bold(blocks->rows, row_at);
    return apart || step * 10 > blocks->spacing * 14;
}

/* Bold rows of which the second ends a question that the first begins. */
static bool asks(const struct pdf_blocks *blocks, size_t row)
{
    const struct pdf_row *at = &blocks->rows->items[row];
    return pdf_row_is_bold(blocks->rows, at) &&
           pdf_row_is_bold(blocks->rows, at - 1) &&
           last_byte(blocks, row) == '?' &&
           !strchr(".:!?", last_byte(blocks, row - 1));
}

/* Does a row begin something new after the one before it in its block? */
static bool begins_block(const struct pdf_blocks *blocks, size_t row,
                         const struct pdf_block *block)
{
    const struct pdf_rows *rows = blocks->rows;
    const struct pdf_row *at = &rows->items[row], *before = at - 1;
    unsigned depth;
    struct buf text;
    if (pdf_row_mark(rows, at) > 0 || at->role != before->role ||
        at->role == PDF_TURNED)
        return true;
    buf_init(&text);
    row_text(blocks, row, &text);
    bool numbered =
        pdf_headings_number(text.data, &depth) > 0 &&
        (at->left <= block->mark_left + 2 || pdf_row_is_bold(rows, at));
    bool capital = ascii_is_upper(text.data[0]);
    buf_finish(&text);
    bool weight = rows->runs[at->first].bold !=
                      rows->runs[before->first + before->n - 1].bold &&
                  pdf_row_is_bold(rows, at) != pdf_row_is_bold(rows, before);
    /* In a narrow column a heading may be as wide as all rows. */
    bool headed = weight && capital && pdf_row_is_bold(rows, before);
    if (numbered || headed || (weight && ends_short(blocks, row)))
        return true;
    if (at->begins_column)
        return strchr(".:!?", last_byte(blocks, row - 1)) != NULL ||
               (weight && block->n > 0);
    if (has_room_above(blocks, row))
        return true;
    if (block->type == BLOCK_ITEM && at->left >= block->text_left - 4)
        return false;
    return (ends_short(blocks, row) && !asks(blocks, row)) ||
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

/* ---- all of them ---- */

/* The commonest step from row to row; of several the smallest, as in a short
 * text there may be more headings than lines. */
static int find_spacing(const struct pdf_rows *rows, size_t first, size_t end)
{
    size_t counts[MAX_SPACING] = {0};
    int best = 0;
    for (size_t i = first + 1; i < end; i++) {
        int step = rows->items[i].top - rows->items[i - 1].top;
        if (!rows->items[i].begins_column && step > 0 && step < MAX_SPACING)
            counts[step]++;
    }
    for (int step = 1; step < MAX_SPACING; step++)
        if (counts[step] > counts[best])
            best = step;
    return best > 0 ? best : MAX_SPACING;
}

void pdf_blocks_find(struct pdf_blocks *blocks, const struct pdf_rows *rows,
                     size_t first, size_t end)
{
    *blocks = (struct pdf_blocks){.rows = rows,
                                  .spacing = find_spacing(rows, first, end)};
    find_blocks(blocks, first, end);
    pdf_headings_find(blocks);
}

void pdf_blocks_finish(struct pdf_blocks *blocks)
{
    free(blocks->items);
}
