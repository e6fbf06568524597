/* What the blocks of a text were: headings, items, paragraphs. */
#include <string.h>

#include "base/ascii.h"
#include "import/prose_blocks.h"

#define HEADING_MAX_BYTES 90
#define HEADING_MAX_WORDS 12
#define ITEM_MAX_BYTES 300 /* of one whose dash is lost */
#define RUN_LED_MIN 2      /* blocks that are a list after a colon */
#define RUN_MIN 4          /* and without one, its heading among them */
#define LONG_WORD_LETTERS 4

static char last_byte(const struct prose_block *block)
{
    return block->text[block->n_bytes - 1];
}

static size_t count_words(const struct prose_block *block)
{
    size_t n = 1;
    for (size_t i = 1; i < block->n_bytes; i++)
        n += ascii_is_space(block->text[i]) &&
             !ascii_is_space(block->text[i - 1]);
    return n;
}

/* Short, begins with a capital, ends like no sentence: a heading, if text
 * comes after it. */
static bool looks_like_heading(const struct prose_blocks *blocks, size_t at)
{
    const struct prose_block *block = &blocks->items[at];
    if (at + 1 >= blocks->n || block->n_bytes > HEADING_MAX_BYTES ||
        block->n_bytes < 3)
        return false;
    char first = block->text[0];
    if (ascii_is_lower(first) || ascii_is_punct(first) || first & 0x80)
        return false;
    if (strchr(".,;:!", last_byte(block)))
        return false;
    if (blocks->items[at + 1].dashed)
        return count_words(block) <= 4;
    return count_words(block) <= HEADING_MAX_WORDS;
}

static bool is_text(const struct prose_block *block, const char *text)
{
    return block->n_bytes == strlen(text) &&
           memcmp(block->text, text, block->n_bytes) == 0;
}

/* Cancer.gov lists the sentences of its headings first, as "Key Points". */
static size_t key_points_end(const struct prose_blocks *blocks)
{
    if (blocks->n < 2 || !is_text(&blocks->items[0], "Key Points"))
        return 0;
    size_t end = 1;
    while (end < blocks->n && blocks->items[end].dashed)
        end++;
    return end;
}

static bool is_key_point(const struct prose_blocks *blocks, size_t n_points,
                         const struct prose_block *block)
{
    for (size_t i = 1; i < n_points; i++)
        if (blocks->items[i].n_bytes == block->n_bytes &&
            memcmp(blocks->items[i].text, block->text, block->n_bytes) == 0)
            return true;
    return false;
}

/* ---- lists that have lost their dashes ----
 *
 * Blocks in a row that are short and no sentences. NHLBI's pages have them
 * after a colon, and a heading of the next part may be the last of them. */

static bool ends_like_item(const struct prose_block *block)
{
    size_t n = block->n_bytes;
    while (n > 1 && strchr("\"'", block->text[n - 1]))
        n--;
    return !strchr(".:!", block->text[n - 1]);
}

static bool may_be_item(const struct prose_block *block)
{
    return (block->role == PROSE_TEXT || block->role == PROSE_HEADING) &&
           block->n_bytes <= ITEM_MAX_BYTES && ends_like_item(block);
}

/* "Types of Weight-Loss Surgery": two capitals, and no long word without. */
static bool has_capitals(const struct prose_block *block)
{
    const char *end = block->text + block->n_bytes;
    size_t n = 0;
    for (const char *word = block->text; word < end;) {
        size_t n_letters = 0;
        while (word + n_letters < end && !ascii_is_space(word[n_letters]))
            n_letters++;
        n += ascii_is_upper(*word) != 0;
        if (ascii_is_lower(*word) && n_letters >= LONG_WORD_LETTERS)
            return false;
        for (word += n_letters; word < end && ascii_is_space(*word);)
            word++;
    }
    return n >= 2;
}

/* Does the text after it speak of it? */
static bool is_taken_up(const struct prose_block *block,
                        const struct prose_block *next)
{
    size_t n = block->n_bytes;
    for (size_t at = 0; at + n <= next->n_bytes; at++)
        if (ascii_ncasecmp(next->text + at, block->text, n) == 0)
            return true;
    return false;
}

/* Is the last block of a run the heading of what comes after it? */
static bool heads_next(const struct prose_blocks *blocks, size_t at)
{
    const struct prose_block *block = &blocks->items[at];
    bool asks = last_byte(block) == '?' && last_byte(block - 1) != '?';
    return asks || has_capitals(block) || is_text(block, "Overview") ||
           is_text(block, "Outlook") || is_taken_up(block, block + 1);
}

/* Of a run, where the headings of what comes after it begin. */
static size_t items_end(const struct prose_blocks *blocks, size_t start,
                        size_t end)
{
    size_t at = end;
    if (end == blocks->n || blocks->items[end - 1].role != PROSE_HEADING ||
        !heads_next(blocks, end - 1))
        return end;
    do
        at--;
    while (at > start && blocks->items[at - 1].role == PROSE_HEADING &&
           has_capitals(&blocks->items[at - 1]));
    return at;
}

static void settle_run(struct prose_blocks *blocks, size_t start, size_t end)
{
    const struct prose_block *before =
        start > 0 ? &blocks->items[start - 1] : NULL;
    bool led = before && before->role == PROSE_TEXT && last_byte(before) == ':';
    if (end - start < (led ? RUN_LED_MIN : RUN_MIN))
        return;
    size_t first = led ? start : start + 1;
    for (size_t i = first, stop = items_end(blocks, first, end); i < stop; i++)
        blocks->items[i].role = PROSE_ITEM;
}

void prose_find_roles(struct prose_blocks *blocks)
{
    size_t n_points = key_points_end(blocks);
    for (size_t i = 0; i < blocks->n; i++) {
        struct prose_block *block = &blocks->items[i];
        block->role = block->dashed ? PROSE_ITEM
                      : i > 0 && is_key_point(blocks, n_points, block)
                          ? PROSE_POINT
                      : looks_like_heading(blocks, i) ? PROSE_HEADING
                                                      : PROSE_TEXT;
    }
    for (size_t start = 0, end; start < blocks->n; start = end) {
        for (end = start; end < blocks->n && may_be_item(&blocks->items[end]);)
            end++;
        if (end > start)
            settle_run(blocks, start, end);
        else
            end++;
    }
}
