/* Which blocks of a PDF are headings, and of what level. */
#include "import/pdf_headings.h"

#include <string.h>

#include "base/ascii.h"
#include "base/number.h"
#include "import/qrd.h"

#define HEADING_ROWS 3
#define HEADING_BYTES 200

unsigned pdf_headings_number(const char *text, unsigned *depth)
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

static void block_text(const struct pdf_blocks *blocks,
                       const struct pdf_block *block, struct buf *text)
{
    for (size_t i = 0; i < block->n; i++) {
        if (i > 0)
            buf_add_char(text, ' ');
        pdf_rows_add_text(blocks->rows, &blocks->rows->items[block->first + i],
                          text);
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

/* What ends in a comma goes on in the items of a list. */
static bool heads_list(const struct pdf_blocks *blocks,
                       const struct pdf_block *block)
{
    return block + 1 < blocks->items + blocks->n && block[1].type == BLOCK_ITEM;
}

/* A bold sentence is no heading, but a numbered heading may end in a full stop.
 */
static void judge(const struct pdf_blocks *blocks, struct pdf_block *block)
{
    struct buf text;
    buf_init(&text);
    block_text(blocks, block, &text);
    char last = text.n_bytes > 0 ? text.data[text.n_bytes - 1] : '\0';
    block->number = pdf_headings_number(text.data, &block->depth);
    bool short_enough =
        block->n <= HEADING_ROWS && text.n_bytes <= HEADING_BYTES;
    if (block->type == BLOCK_TEXT && short_enough && has_letters(&text) &&
        is_all_bold(blocks, block)) {
        if (qrd_document_by_title(text.data) != QRD_NONE)
            block->type = BLOCK_TITLE;
        else if (block->number > 0 || !strchr(".,;", last) ||
                 (last == ',' && heads_list(blocks, block)))
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

static int height_of(const struct pdf_blocks *blocks,
                     const struct pdf_block *block)
{
    return blocks->rows->items[block->first].height;
}

/* Where no leaflet says what it is, a heading above all text, in larger letters
 * than all others, is the title. */
static void find_title(struct pdf_blocks *blocks)
{
    struct pdf_block *first = blocks->items;
    if (blocks->n < 2 || first->type != BLOCK_HEADING || first->number > 0)
        return;
    for (size_t i = 1; i < blocks->n; i++) {
        const struct pdf_block *block = &blocks->items[i];
        bool heading =
            block->type == BLOCK_HEADING || block->type == BLOCK_TITLE;
        if (block->type == BLOCK_TITLE ||
            (heading &&
             height_of(blocks, block) * 10 > height_of(blocks, first) * 9))
            return;
    }
    first->type = BLOCK_TITLE;
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

void pdf_headings_find(struct pdf_blocks *blocks)
{
    for (size_t i = 0; i < blocks->n; i++)
        judge(blocks, &blocks->items[i]);
    find_contents(blocks);
    find_title(blocks);
    find_heads(blocks);
    set_levels(blocks);
}
