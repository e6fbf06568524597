/* Structure given back to text that has lost it.
 *
 * Pages turned into text keep traces of what they were: a run of spaces or a
 * line end where a block ended, "- " where an item began, a short line where
 * a heading stood, a flattened table of signs. Words are never changed.
 * prose_split.c finds the blocks, prose_role.c what they were. */
#include "import/prose.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "import/prose_blocks.h"

#define GAP_NEST 8 /* spaces before a dash where a list goes in or out */
#define TERM_MAX_BYTES 70

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
        while (word + n < end && !ascii_is_space(word[n]))
            n++;
        if (is_share(word, n) && word > name) {
            write_row(name, (size_t)(word - name), word, n, out);
            name = word + n;
        }
        word += n;
        while (word < end && ascii_is_space(*word))
            word++;
    }
    while (name < end && ascii_is_space(*name))
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

struct prose_writer {
    const struct prose_blocks *blocks;
    const struct markdown_heading *heading;
    bool below_point; /* a key point's heading has been written */
    unsigned depth;   /* of the list that is open */
    bool in_list;
    struct buf *out;
};

/* "Liposarcoma . This is a rare cancer": a term that stood in bold type has
 * left a space before its full stop. Its length; 0 for none. */
static const char term_end[] = " . ";

static size_t term_length(const struct prose_block *block)
{
    const char *end =
        memmem(block->text, block->n_bytes, term_end, strlen(term_end));
    size_t n = end ? (size_t)(end - block->text) : 0;
    return n <= TERM_MAX_BYTES && !memchr(block->text, '.', n) ? n : 0;
}

static void write_item(struct prose_writer *writer,
                       const struct prose_block *block)
{
    if (!writer->in_list) {
        markdown_blank_line(writer->out);
        writer->depth = 0;
    } else if (block->dashed && block->gap >= GAP_NEST) {
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

static void write_heading(struct prose_writer *writer,
                          const struct prose_block *block, unsigned level)
{
    struct markdown_heading heading = *writer->heading;
    heading.level = level < 6 ? level : 6;
    size_t n = block->n_bytes;
    if (n > 1 && block->text[n - 1] == '.')
        n--;
    markdown_heading(block->text, n, &heading, writer->out);
}

static void write_block(struct prose_writer *writer, size_t at)
{
    const struct prose_block *block = &writer->blocks->items[at];
    unsigned level = writer->heading->level;
    if (block->role == PROSE_ITEM) {
        write_item(writer, block);
        return;
    }
    if (writer->in_list)
        markdown_blank_line(writer->out);
    writer->in_list = false;
    if (block->role == PROSE_POINT) {
        write_heading(writer, block, level);
        writer->below_point = true;
    } else if (block->role == PROSE_HEADING) {
        write_heading(writer, block, level + writer->below_point);
    } else {
        write_paragraph(block->text, block->n_bytes, writer->out);
    }
}

void prose_write(const char *text, size_t n_bytes,
                 const struct markdown_heading *heading, struct buf *out)
{
    struct prose_blocks blocks = {0};
    prose_split(text, n_bytes, &blocks);
    prose_find_roles(&blocks);
    struct prose_writer writer = {
        .blocks = &blocks, .heading = heading, .out = out};
    for (size_t i = 0; i < blocks.n; i++)
        write_block(&writer, i);
    markdown_blank_line(out);
    free(blocks.items);
}
