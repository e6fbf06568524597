/* Makes a copy of an article's text with or without citation numbers. */
#include "text/readable.h"

#include <stdlib.h>

#include "base/mem.h"

static void add_text(struct readable *readable, const struct article *article,
                     size_t start, size_t end)
{
    if (end > start)
        buf_add_n(&readable->text, article->text + start, end - start);
}

static void add_number(struct readable *readable, const struct node *node,
                       bool with_number)
{
    struct readable_number number = {
        .start = (uint32_t)readable->text.n_bytes,
        .text_start = node->text_start,
        .text_end = node->text_end,
    };
    if (with_number)
        buf_printf(&readable->text, "[%d]", node->index + 1);
    number.end = (uint32_t)readable->text.n_bytes;
    readable->numbers = mem_grow(readable->numbers, readable->n,
                                 &readable->capacity, sizeof number);
    readable->numbers[readable->n++] = number;
}

static void read_all(struct readable *readable, const struct article *article,
                     bool with_numbers)
{
    const struct node *root = article->root;
    size_t at = 0;
    *readable = (struct readable){0};
    buf_init(&readable->text);
    buf_reserve(&readable->text, article->n_text_bytes);
    for (const struct node *node = root; node; node = node_walk(root, node)) {
        if (node->type != NODE_CITATION || node->index < 0 ||
            node->text_start < at)
            continue;
        add_text(readable, article, at, node->text_start);
        add_number(readable, node, with_numbers);
        at = node->text_end;
    }
    add_text(readable, article, at, article->n_text_bytes);
}

void readable_init(struct readable *readable, const struct article *article)
{
    read_all(readable, article, true);
}

void readable_init_plain(struct readable *readable,
                         const struct article *article)
{
    read_all(readable, article, false);
}

void readable_finish(struct readable *readable)
{
    buf_finish(&readable->text);
    free(readable->numbers);
    *readable = (struct readable){0};
}

/* Returns the last number that begins before an offset, or NULL. */
static const struct readable_number *
number_before(const struct readable *readable, uint32_t offset)
{
    size_t low = 0, high = readable->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (readable->numbers[middle].start < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? &readable->numbers[low - 1] : NULL;
}

uint32_t readable_start(const struct readable *readable, uint32_t start)
{
    const struct readable_number *number = number_before(readable, start + 1);
    if (!number)
        return start;
    return start < number->end ? number->text_start
                               : start - number->end + number->text_end;
}

uint32_t readable_end(const struct readable *readable, uint32_t end)
{
    const struct readable_number *number = number_before(readable, end);
    if (!number)
        return end;
    return end < number->end ? number->text_end
                             : end - number->end + number->text_end;
}
