/* CSV as RFC 4180 has it, with any separator. */
#include "import/csv.h"

void csv_init(struct csv *csv, const char *text, size_t n_bytes, char separator)
{
    *csv =
        (struct csv){.text = text, .n_bytes = n_bytes, .separator = separator};
    buf_init(&csv->values);
}

void csv_finish(struct csv *csv)
{
    buf_finish(&csv->values);
}

static bool ends_cell(const struct csv *csv, size_t at)
{
    return at >= csv->n_bytes || csv->text[at] == csv->separator ||
           csv->text[at] == '\n' || csv->text[at] == '\r';
}

/* In quotes, which are doubled inside; a quote that nothing closes reaches to
 * the end. */
static void read_quoted(struct csv *csv)
{
    for (csv->at++; csv->at < csv->n_bytes; csv->at++) {
        char byte = csv->text[csv->at];
        bool quote = byte == '"';
        if (quote && csv->at + 1 < csv->n_bytes &&
            csv->text[csv->at + 1] == '"')
            csv->at++;
        else if (quote)
            break;
        csv->line += byte == '\n';
        buf_add_char(&csv->values, byte);
    }
    csv->at += csv->at < csv->n_bytes;
}

static void read_cell(struct csv *csv)
{
    while (csv->at < csv->n_bytes && csv->text[csv->at] == ' ')
        csv->at++;
    if (csv->at < csv->n_bytes && csv->text[csv->at] == '"')
        read_quoted(csv);
    while (!ends_cell(csv, csv->at))
        buf_add_char(&csv->values, csv->text[csv->at++]);
}

/* The row's line end; true if there was one, or the text's end. */
static bool pass_line_end(struct csv *csv)
{
    if (csv->at < csv->n_bytes && csv->text[csv->at] == csv->separator) {
        csv->at++;
        return false;
    }
    if (csv->at < csv->n_bytes && csv->text[csv->at] == '\r')
        csv->at++;
    if (csv->at < csv->n_bytes && csv->text[csv->at] == '\n')
        csv->at++;
    return true;
}

bool csv_next(struct csv *csv)
{
    size_t starts[CSV_MAX_COLUMNS];
    bool empty = true;
    while (empty && csv->at < csv->n_bytes) {
        buf_clear(&csv->values);
        csv->n_cells = 0;
        csv->line++;
        bool done = false;
        while (!done) {
            bool joined = csv->n_cells == CSV_MAX_COLUMNS;
            if (joined)
                csv->values.data[csv->values.n_bytes - 1] = ' ';
            else
                starts[csv->n_cells++] = csv->values.n_bytes;
            size_t before = csv->values.n_bytes;
            read_cell(csv);
            empty &= csv->values.n_bytes == before;
            buf_add_n(&csv->values, "", 1);
            done = pass_line_end(csv);
        }
    }
    for (size_t i = 0; i < csv->n_cells; i++)
        csv->cells[i] = csv->values.data + starts[i];
    return !empty;
}
