/* Structure given back to text that has lost it.
 *
 * Pages turned into text keep traces of what they were: a run of spaces or a
 * line end where a block ended, "- " where an item began, a short line where
 * a heading stood, a flattened table of signs. Words are never changed. */
#include "import/prose.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#define GAP_BLOCK 3 /* spaces that divide blocks */
#define GAP_ITEM 2  /* spaces before a dash that begins an item */
#define GAP_NEST 8  /* spaces before a dash where a list goes in or out */
#define HEADING_MAX_BYTES 90
#define HEADING_MAX_WORDS 12
#define TERM_MAX_BYTES 70

struct block {
    const char *text;
    size_t n_bytes;
    unsigned gap; /* spaces before it */
    bool item;
};

struct blocks {
    struct block *items;
    size_t n, capacity;
};

/* What a text's own habits are: GHR divides paragraphs by two spaces where
 * NINDS puts two after each full stop. */
struct habits {
    bool two_spaces_divide;
    bool single_dash_is_item;
};

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
}

static bool ends_sentence(const char *text, size_t at)
{
    while (at > 0 && strchr("\"')", text[at - 1]))
        at--;
    return at > 0 && strchr(".?!", text[at - 1]);
}

/* A dash, alone, that could begin an item at text[at]. */
static bool is_dash(const char *text, size_t n_bytes, size_t at)
{
    if (at + 1 >= n_bytes || !is_space(text[at + 1]))
        return false;
    return text[at] == '-';
}

static struct habits find_habits(const char *text, size_t n_bytes)
{
    size_t n_single = 0, n_double = 0, n_wide = 0, n_dashes = 0;
    for (size_t at = 1; at < n_bytes; at++) {
        if (text[at] != ' ' || is_space(text[at - 1]))
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
            isupper((unsigned char)text[end + 2]))
            n_dashes++;
    }
    return (struct habits){
        .two_spaces_divide = n_double > 0 && n_single > 2 * n_double &&
                             n_wide == 0 && !memchr(text, '\n', n_bytes),
        .single_dash_is_item = n_dashes >= 2,
    };
}

static void add_block(struct blocks *blocks, struct block block)
{
    while (block.n_bytes > 0 && is_space(block.text[block.n_bytes - 1]))
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

static void split(const char *text, size_t n_bytes, struct blocks *blocks)
{
    struct habits habits = find_habits(text, n_bytes);
    struct block block = {.text = text};
    for (size_t at = 0; at < n_bytes;) {
        if (at > 0 && !is_space(text[at])) {
            at++;
            continue;
        }
        size_t start = at;
        while (at < n_bytes && is_space(text[at]))
            at++;
        bool item =
            is_dash(text, n_bytes, at) && begins_item(text, start, at, &habits);
        if (item || divides(text, start, at, &habits)) {
            block.n_bytes = (size_t)(text + start - block.text);
            add_block(blocks, block);
            unsigned gap = (unsigned)(at - start);
            if (item)
                while (++at < n_bytes && is_space(text[at]))
                    continue;
            block = (struct block){.text = text + at, .gap = gap, .item = item};
        } else if (at == start) {
            at++;
        }
    }
    block.n_bytes = (size_t)(text + n_bytes - block.text);
    add_block(blocks, block);
}

static size_t count_words(const struct block *block)
{
    size_t n = 1;
    for (size_t i = 1; i < block->n_bytes; i++)
        n += is_space(block->text[i]) && !is_space(block->text[i - 1]);
    return n;
}

/* Short, begins with a capital, ends like no sentence: a heading, if text
 * comes after it. */
static bool looks_like_heading(const struct blocks *blocks, size_t at)
{
    const struct block *block = &blocks->items[at];
    if (block->item || at + 1 >= blocks->n ||
        block->n_bytes > HEADING_MAX_BYTES || block->n_bytes < 3)
        return false;
    unsigned char first = (unsigned char)block->text[0];
    if (islower(first) || ispunct(first) || first >= 0x80)
        return false;
    if (strchr(".,;:!", block->text[block->n_bytes - 1]))
        return false;
    if (blocks->items[at + 1].item)
        return count_words(block) <= 4;
    return count_words(block) <= HEADING_MAX_WORDS;
}

static bool is_text(const struct block *block, const char *text)
{
    return block->n_bytes == strlen(text) &&
           memcmp(block->text, text, block->n_bytes) == 0;
}

/* Cancer.gov lists the sentences of its headings first, as "Key Points". */
static size_t key_points_end(const struct blocks *blocks)
{
    if (blocks->n < 2 || !is_text(&blocks->items[0], "Key Points"))
        return 0;
    size_t end = 1;
    while (end < blocks->n && blocks->items[end].item)
        end++;
    return end;
}

static bool is_key_point(const struct blocks *blocks, size_t n_points,
                         const struct block *block)
{
    for (size_t i = 1; i < n_points; i++)
        if (blocks->items[i].n_bytes == block->n_bytes &&
            memcmp(blocks->items[i].text, block->text, block->n_bytes) == 0)
            return true;
    return false;
}

/* ---- GARD's table of signs ---- */

static const char table_name[] = "Signs and Symptoms";
static const char table_share[] =
    "Approximate number of patients (when available)";
static const char table_end[] = "The Human Phenotype Ontology (HPO) has";

static bool is_share(const char *word, size_t n_bytes)
{
    if (n_bytes == 1 && word[0] == '-')
        return true;
    size_t digits = strspn(word, "0123456789.");
    return digits > 0 && digits < n_bytes &&
           (word[n_bytes - 1] == '%' ||
            (word[digits] == '/' &&
             strspn(word + digits + 1, "0123456789") == n_bytes - digits - 1));
}

static void write_row(const char *name, size_t n_name, const char *share,
                      size_t n_share, struct buf *out)
{
    buf_add(out, "| ");
    markdown_cell(name, n_name, out);
    buf_add(out, " | ");
    markdown_cell(share, n_share, out);
    buf_add(out, " |\n");
}

/* Rows of "NAME SHARE NAME SHARE ...". */
static void write_table(const char *text, size_t n_bytes, struct buf *out)
{
    markdown_blank_line(out);
    write_row(table_name, strlen(table_name), table_share, strlen(table_share),
              out);
    buf_add(out, "|---|---|\n");
    const char *name = text, *end = text + n_bytes;
    for (const char *word = text; word < end;) {
        size_t n = 0;
        while (word + n < end && !is_space(word[n]))
            n++;
        if (is_share(word, n) && word > name) {
            write_row(name, (size_t)(word - name), word, n, out);
            name = word + n;
        }
        word += n;
        while (word < end && is_space(*word))
            word++;
    }
    while (name < end && is_space(*name))
        name++;
    if (name < end)
        write_row(name, (size_t)(end - name), "", 0, out);
    buf_add_char(out, '\n');
}

static void write_paragraph(const char *text, size_t n_bytes, struct buf *out)
{
    const char *name = memmem(text, n_bytes, table_name, strlen(table_name));
    const char *share = name ? name + strlen(table_name) + 1 : NULL;
    const char *end = memmem(text, n_bytes, table_end, strlen(table_end));
    if (!name || !end || share + strlen(table_share) >= end ||
        memcmp(share, table_share, strlen(table_share)) != 0) {
        markdown_paragraph(text, n_bytes, out);
        return;
    }
    const char *rows = share + strlen(table_share);
    markdown_paragraph(text, (size_t)(name - text), out);
    write_table(rows, (size_t)(end - rows), out);
    markdown_paragraph(end, (size_t)(text + n_bytes - end), out);
}

/* ---- all of it ---- */

struct writer {
    const struct blocks *blocks;
    const struct markdown_heading *heading;
    size_t n_points;  /* key points, with their own heading; 0: none */
    bool below_point; /* a key point's heading has been written */
    unsigned depth;   /* of the list that is open */
    bool in_list;
    struct buf *out;
};

/* "Liposarcoma . This is a rare cancer": a term that stood in bold type has
 * left a space before its full stop. Its length; 0 for none. */
static const char term_end[] = " . ";

static size_t term_length(const struct block *block)
{
    const char *end =
        memmem(block->text, block->n_bytes, term_end, strlen(term_end));
    size_t n = end ? (size_t)(end - block->text) : 0;
    return n <= TERM_MAX_BYTES && !memchr(block->text, '.', n) ? n : 0;
}

static void write_item(struct writer *writer, const struct block *block)
{
    if (!writer->in_list) {
        markdown_blank_line(writer->out);
        writer->depth = 0;
    } else if (block->gap >= GAP_NEST) {
        writer->depth = !writer->depth;
    }
    writer->in_list = true;
    size_t n_term = term_length(block);
    if (n_term == 0) {
        markdown_item(block->text, block->n_bytes, writer->depth, writer->out);
        return;
    }
    buf_add_repeat(writer->out, "  ", writer->depth);
    buf_add(writer->out, "- **");
    markdown_text(block->text, n_term, writer->out);
    buf_add(writer->out, ".** ");
    n_term += strlen(term_end);
    markdown_text(block->text + n_term, block->n_bytes - n_term, writer->out);
    buf_add_char(writer->out, '\n');
}

static void write_heading(struct writer *writer, const struct block *block,
                          unsigned level)
{
    struct markdown_heading heading = *writer->heading;
    heading.level = level < 6 ? level : 6;
    size_t n = block->n_bytes;
    if (n > 1 && block->text[n - 1] == '.')
        n--;
    markdown_heading(block->text, n, &heading, writer->out);
}

static void write_block(struct writer *writer, size_t at)
{
    const struct block *block = &writer->blocks->items[at];
    unsigned level = writer->heading->level;
    if (block->item) {
        write_item(writer, block);
        return;
    }
    if (writer->in_list)
        markdown_blank_line(writer->out);
    writer->in_list = false;
    if (at > 0 && is_key_point(writer->blocks, writer->n_points, block)) {
        write_heading(writer, block, level);
        writer->below_point = true;
    } else if (looks_like_heading(writer->blocks, at)) {
        write_heading(writer, block, level + writer->below_point);
    } else {
        write_paragraph(block->text, block->n_bytes, writer->out);
    }
}

void prose_write(const char *text, size_t n_bytes,
                 const struct markdown_heading *heading, struct buf *out)
{
    struct blocks blocks = {0};
    split(text, n_bytes, &blocks);
    struct writer writer = {.blocks = &blocks,
                            .heading = heading,
                            .n_points = key_points_end(&blocks),
                            .out = out};
    for (size_t i = 0; i < blocks.n; i++)
        write_block(&writer, i);
    markdown_blank_line(out);
    free(blocks.items);
}
