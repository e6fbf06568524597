/* Text cut into blocks where runs of spaces, line ends and dashes tell of
 * them. */
#include <string.h>

#include "base/ascii.h"
#include "base/mem.h"
#include "import/prose_blocks.h"

#define GAP_BLOCK 3 /* spaces that divide blocks */
#define GAP_ITEM 2  /* spaces before a dash that begins an item */

/* What a text's own habits are: GHR divides paragraphs by two spaces where
 * NINDS puts two after each full stop. */
struct habits {
    bool two_spaces_divide;
    bool single_dash_is_item;
};

static bool ends_sentence(const char *text, size_t at)
{
    while (at > 0 && strchr("\"')", text[at - 1]))
        at--;
    return at > 0 && strchr(".?!", text[at - 1]);
}

/* A dash, alone, that could begin an item at text[at]. */
static bool is_dash(const char *text, size_t n_bytes, size_t at)
{
    if (at + 1 >= n_bytes || !ascii_is_space(text[at + 1]))
        return false;
    return text[at] == '-';
}

static struct habits find_habits(const char *text, size_t n_bytes)
{
    size_t n_single = 0, n_double = 0, n_wide = 0, n_dashes = 0;
    const char *space = text;
    while (n_bytes > 0 &&
           (space =
                memchr(space + 1, ' ', n_bytes - (size_t)(space + 1 - text)))) {
        size_t at = (size_t)(space - text);
        if (ascii_is_space(space[-1]))
            continue;
        size_t end = at;
        while (end < n_bytes && text[end] == ' ')
            end++;
        n_wide += end - at >= GAP_BLOCK;
        if (ends_sentence(text, at)) {
            n_single += end - at == 1;
            n_double += end - at == 2;
        }
        if (end - at == 1 && is_dash(text, n_bytes, end) &&
            strchr(".:;?!", text[at - 1]) && end + 2 < n_bytes &&
            ascii_is_upper(text[end + 2]))
            n_dashes++;
    }
    return (struct habits){
        .two_spaces_divide = n_double > 0 && n_single > 2 * n_double &&
                             n_wide == 0 && !memchr(text, '\n', n_bytes),
        .single_dash_is_item = n_dashes >= 2,
    };
}

static void add_block(struct prose_blocks *blocks, struct prose_block block)
{
    while (block.n_bytes > 0 && ascii_is_space(block.text[block.n_bytes - 1]))
        block.n_bytes--;
    if (block.n_bytes == 0)
        return;
    blocks->items = mem_grow(blocks->items, blocks->n, &blocks->capacity,
                             sizeof *blocks->items);
    blocks->items[blocks->n++] = block;
}

/* White space from start to end: does it divide blocks? */
static bool divides(const char *text, size_t start, size_t end,
                    const struct habits *habits)
{
    if (memchr(text + start, '\n', end - start))
        return true;
    if (end - start >= GAP_BLOCK)
        return true;
    return end - start == 2 && habits->two_spaces_divide &&
           ends_sentence(text, start);
}

/* A dash after white space from start to end: does an item begin there? */
static bool begins_item(const char *text, size_t start, size_t end,
                        const struct habits *habits)
{
    if (end - start >= GAP_ITEM || start == 0 ||
        memchr(text + start, '\n', end - start))
        return true;
    return habits->single_dash_is_item && strchr(".:;?!", text[start - 1]);
}

void prose_split(const char *text, size_t n_bytes, struct prose_blocks *blocks)
{
    struct habits habits = find_habits(text, n_bytes);
    struct prose_block block = {.text = text};
    for (size_t at = 0; at < n_bytes;) {
        if (at > 0 && !ascii_is_space(text[at])) {
            at++;
            continue;
        }
        size_t start = at;
        while (at < n_bytes && ascii_is_space(text[at]))
            at++;
        bool dashed =
            is_dash(text, n_bytes, at) && begins_item(text, start, at, &habits);
        if (dashed || divides(text, start, at, &habits)) {
            block.n_bytes = (size_t)(text + start - block.text);
            add_block(blocks, block);
            unsigned gap = (unsigned)(at - start);
            if (dashed)
                while (++at < n_bytes && ascii_is_space(text[at]))
                    continue;
            block = (struct prose_block){
                .text = text + at, .gap = gap, .dashed = dashed};
        } else if (at == start) {
            at++;
        }
    }
    block.n_bytes = (size_t)(text + n_bytes - block.text);
    add_block(blocks, block);
}
