/* Questions and answers as CSV or TSV, with named columns.
 *
 * Rows of one title make one article, in their order. A row with more cells
 * than there are columns is not read: a comma in a cell without quotes would
 * put words into the wrong column. */
#include "import/table_file.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/strs.h"
#include "import/csv.h"
#include "import/encoding.h"
#include "import/records.h"
#include "import/table_cell.h"
#include "import/table_reader.h"

#define HEAD_BYTES ((size_t)4096)

struct table {
    struct table_row header; /* names and places */
    struct buf names;        /* what they point into */
    struct csv csv;
    bool csv_open;
    bool headless; /* the first record is a row */
    char separator;
};

/* ---- the header ---- */

static void table_finish(struct table *table)
{
    if (table->csv_open)
        csv_finish(&table->csv);
    buf_finish(&table->names);
}

static void keep_names(struct table *table, const struct csv *csv)
{
    size_t starts[TABLE_MAX_COLUMNS];
    buf_clear(&table->names);
    for (size_t i = 0; i < csv->n_cells; i++) {
        starts[i] = table->names.n_bytes;
        buf_add_n(&table->names, csv->cells[i], strlen(csv->cells[i]) + 1);
    }
    table->header.n = csv->n_cells;
    for (size_t i = 0; i < csv->n_cells; i++)
        table->header.names[i] = table->names.data + starts[i];
}

/* "sep=;": what spreadsheets say before the header. */
static bool says_separator(const char *line)
{
    return strncmp(line, "sep=", 4) == 0 && line[4] && strchr("\r\n", line[5]);
}

/* "Can I drink?,No.": the first row of two columns that have no names. */
static bool begins_with_question(const struct csv *csv)
{
    return csv->n_cells == 2 &&
           (str_ends(csv->cells[0], "?") || str_ends(csv->cells[0], "？"));
}

static void name_columns(struct table *table)
{
    table->headless = true;
    table->header.n = 2;
    table->header.names[0] = "question";
    table->header.names[1] = "answer";
}

/* Reads the header with the separator that makes sense of it. */
static bool open_table(struct table *table, const char *text, size_t n_bytes)
{
    static const char separators[] = {',', '\t', ';', '|'};
    *table = (struct table){0};
    buf_init(&table->names);
    bool stated = says_separator(text);
    for (size_t i = 0; i < sizeof separators; i++) {
        struct csv csv;
        table->separator = stated ? text[4] : separators[i];
        csv_init(&csv, text, n_bytes, table->separator);
        bool read = csv_next(&csv) && (!stated || csv_next(&csv));
        if (read && begins_with_question(&csv))
            name_columns(table);
        else if (read)
            keep_names(table, &csv);
        csv_finish(&csv);
        if (read && table_row_find_columns(&table->header))
            return true;
    }
    table_finish(table);
    return false;
}

/* The head of a document as UTF-8, to the end of a line. */
static bool read_head(const struct document *document, const char *encoding,
                      struct buf *head)
{
    size_t n = document->n_bytes < HEAD_BYTES ? document->n_bytes : HEAD_BYTES;
    bool whole = n == document->n_bytes;
    if (!encoding_to_utf8(document->data, n, encoding, head, NULL))
        return false;
    const char *last = memrchr(head->data, '\n', head->n_bytes);
    if (!last && !whole)
        return false;
    if (!whole)
        buf_truncate(head, (size_t)(last - head->data));
    return memchr(head->data, '\n', head->n_bytes) != NULL;
}

bool table_file_recognise(const struct document *document)
{
    size_t n = document->n_bytes < HEAD_BYTES ? document->n_bytes : HEAD_BYTES;
    if (!encoding_is_text(document->data, n))
        return false;
    struct buf head;
    struct table table;
    buf_init(&head);
    bool known = read_head(document, NULL, &head) &&
                 open_table(&table, head.data, head.n_bytes);
    if (known)
        table_finish(&table);
    buf_finish(&head);
    return known;
}

/* ---- rows ---- */

/* Cells past the last column may be blank: some programs end rows so. */
static bool has_more_cells(const struct csv *csv, size_t n_columns)
{
    for (size_t i = n_columns; i < csv->n_cells; i++)
        if (csv->cells[i][strspn(csv->cells[i], " \t\r\n")])
            return true;
    return false;
}

static bool read_row(void *user, const char *text, size_t n_bytes,
                     struct table_row *row, struct error *err)
{
    struct table *table = user;
    struct csv *csv = &table->csv;
    if (table->csv_open)
        csv_finish(csv);
    csv_init(csv, text, n_bytes, table->separator);
    table->csv_open = true;
    csv_next(csv);
    *row = table->header;
    if (has_more_cells(csv, row->n))
        return error_set(err, _("%zu cells, but there are %zu columns"),
                         csv->n_cells, row->n);
    for (size_t i = 0; i < row->n; i++)
        row->cells[i] = i < csv->n_cells ? csv->cells[i] : NULL;
    return true;
}

bool table_file_convert(const struct document *document,
                        const struct import_options *options,
                        const struct sink *sink, struct error *err)
{
    struct buf head;
    struct table table;
    buf_init(&head);
    bool good = read_head(document, options->encoding, &head) &&
                open_table(&table, head.data, head.n_bytes);
    if (!good)
        error_set(err, _("no columns \"question\" and \"answer\", or \"title\" "
                         "and \"text\""));
    if (good) {
        char preamble[] = "sep=,\n";
        preamble[4] = table.separator;
        const struct table_format format = {
            .form = RECORDS_ROWS,
            .separator = table.separator,
            .user = &table,
            .read = read_row,
            .preamble = preamble,
            .n_header = !table.headless + says_separator(head.data)};
        good = table_reader_run(document, &format, options, sink, err);
        table_finish(&table);
    }
    buf_finish(&head);
    return good;
}

/* ---- the other route ---- */

/* Cells end at a separator or a line end outside of quotes, which are doubled
 * inside. */
void table_file_read_words(const struct document *document,
                           const struct import_options *options,
                           struct letters *letters)
{
    (void)options;
    const char *at = document->data, *end = at + document->n_bytes;
    char separator = at[4];
    struct buf cell;
    buf_init(&cell);
    bool quoted = false;
    for (at += strlen("sep=,\n"); at < end; at++) {
        bool quote = *at == '"';
        bool doubled = quote && quoted && at + 1 < end && at[1] == '"';
        if (doubled)
            buf_add_char(&cell, *at++);
        else if (quote && (quoted || !cell.data[strspn(cell.data, " ")]))
            quoted = !quoted;
        else if (!quoted && (*at == separator || *at == '\n')) {
            table_cell_letters(cell.data, letters);
            buf_clear(&cell);
        } else {
            buf_add_char(&cell, *at);
        }
    }
    table_cell_letters(cell.data, letters);
    buf_finish(&cell);
}
