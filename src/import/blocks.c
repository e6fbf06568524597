/* Writes nested Markdown blocks: lists, quotes and paragraphs. */
#include "import/blocks.h"

void blocks_init(struct blocks *blocks, struct buf *out)
{
    *blocks = (struct blocks){.out = out, .apart = out->n_bytes > 0};
    buf_init(&blocks->first);
    buf_init(&blocks->rest);
}

void blocks_finish(struct blocks *blocks)
{
    buf_finish(&blocks->first);
    buf_finish(&blocks->rest);
}

static void add_blank_line(struct blocks *blocks)
{
    size_t n = blocks->rest.n_bytes;
    while (n > 0 && blocks->rest.data[n - 1] == ' ')
        n--;
    buf_add_n(blocks->out, blocks->rest.data, n);
    buf_add_char(blocks->out, '\n');
    blocks->apart = false;
}

size_t blocks_open(struct blocks *blocks, const char *marker, const char *rest)
{
    if (blocks->apart)
        add_blank_line(blocks);
    size_t opened = blocks->rest.n_bytes;
    buf_add(&blocks->first, marker);
    buf_add(&blocks->rest, rest);
    return opened;
}

void blocks_close(struct blocks *blocks, size_t opened)
{
    buf_truncate(&blocks->rest, opened);
    buf_clear(&blocks->first);
    buf_add(&blocks->first, blocks->rest.data);
}

void blocks_line(struct blocks *blocks)
{
    buf_add(blocks->out, blocks->first.data);
    buf_clear(&blocks->first);
    buf_add(&blocks->first, blocks->rest.data);
}

void blocks_begin(struct blocks *blocks)
{
    if (blocks->apart)
        add_blank_line(blocks);
    blocks_line(blocks);
}

void blocks_end(struct blocks *blocks)
{
    buf_add_char(blocks->out, '\n');
    blocks->apart = true;
}

bool blocks_are_nested(const struct blocks *blocks)
{
    return blocks->rest.n_bytes > 0;
}
