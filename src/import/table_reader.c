/* Tables of questions and answers, or of articles, of any size.
 *
 * The first pass finds out which rows belong together; the second makes an
 * article of each title's. Rows of a table without titles make one article, or
 * one each where there are many, or where they ask nothing. */
#include "import/table_reader.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/map.h"
#include "base/mem.h"
#include "import/record_index.h"
#include "import/table_article.h"

/* With more rows than these no title is no reason to put all into one. */
#define MAX_UNTITLED 500
#define UNTITLED 0 /* the group */

struct table_reader {
    const struct document *document;
    const struct table_format *format;
    const struct import_options *options;
    const struct sink *sink;
    struct records *records;
    struct record_index *index;
    char *stem;
    struct buf text; /* of the record that was read */
    size_t n_rows, n_untitled;
    bool are_articles; /* each row is one */
    size_t n_bad;
    struct error first_bad;
};

static uint64_t digest(const char *text)
{
    uint64_t digest = map_hash(text, strlen(text));
    return digest == UNTITLED ? 1 : digest;
}

/* False with err if it cannot be read; *good says whether it is a row that can
 * be used. */
static bool read_row(struct table_reader *reader, const struct record *record,
                     struct table_row *row, bool *good, struct error *err)
{
    struct error bad;
    buf_clear(&reader->text);
    if (!records_read(reader->records, record, reader->options->encoding,
                      &reader->text, err))
        return false;
    *good = reader->format->read(reader->format->user, reader->text.data,
                                 reader->text.n_bytes, row, &bad);
    if (*good)
        return true;
    if (reader->n_bad++ == 0)
        error_set(&reader->first_bad, _("line %zu: %s"), record->line,
                  bad.message);
    return true;
}

static bool note_row(struct table_reader *reader, const struct record *record,
                     const struct table_row *row, struct error *err)
{
    const char *title = table_row_title(row);
    struct record_entry entry = {.group = title ? digest(title) : UNTITLED,
                                 .record = *record};
    reader->n_rows++;
    reader->n_untitled += !title;
    reader->are_articles |= row->is_article;
    return record_index_add(reader->index, &entry, err);
}

static bool find_rows(struct table_reader *reader, struct error *err)
{
    struct record record;
    size_t n_header = reader->format->n_header;
    for (;;) {
        struct table_row row;
        bool good;
        if (!records_next(reader->records, &record, err))
            return false;
        if (record.n_bytes == 0)
            return true;
        if (n_header > 0) {
            n_header--;
            continue;
        }
        if (!read_row(reader, &record, &row, &good, err))
            return false;
        const char *fault =
            good ? table_row_fault(&row, reader->options) : NULL;
        if (fault)
            reader->sink->skip(reader->sink->user, reader->document, fault);
        else if (good && !note_row(reader, &record, &row, err))
            return false;
    }
}

/* ---- articles ---- */

struct row_group {
    struct record *records;
    size_t n, capacity;
};

static void add_piece(struct table_reader *reader, struct buf *piece)
{
    if (piece->n_bytes == 0 && reader->format->preamble)
        buf_add(piece, reader->format->preamble);
    buf_add_n(piece, reader->text.data, reader->text.n_bytes);
    if (!buf_ends(piece, "\n"))
        buf_add_char(piece, '\n');
}

static bool look_at_rows(struct table_reader *reader,
                         const struct row_group *group,
                         struct table_article *article, struct error *err)
{
    for (size_t i = 0; i < group->n; i++) {
        struct table_row row;
        bool good;
        if (!read_row(reader, &group->records[i], &row, &good, err))
            return false;
        table_article_look(article, &row);
    }
    return true;
}

static bool write_rows(struct table_reader *reader,
                       const struct row_group *group,
                       struct table_article *article, struct error *err)
{
    struct buf piece;
    buf_init(&piece);
    bool good = true;
    for (size_t i = 0; good && i < group->n; i++) {
        struct table_row row;
        bool usable;
        good = read_row(reader, &group->records[i], &row, &usable, err);
        if (good) {
            table_article_write(article, &row, reader->stem);
            add_piece(reader, &piece);
        }
    }
    if (good) {
        table_article_end(article, reader->stem);
        article->draft.origin.retrieved = reader->document->retrieved;
        article->draft.source = piece.data;
        article->draft.n_source_bytes = piece.n_bytes;
        reader->sink->take(reader->sink->user, &article->draft);
    }
    buf_finish(&piece);
    return good;
}

/* Does each row without a title make an article? */
static bool are_single(const struct table_reader *reader)
{
    return reader->are_articles || reader->n_untitled > MAX_UNTITLED;
}

static bool give_out(struct table_reader *reader, const struct row_group *group,
                     bool by_question, struct error *err)
{
    struct table_article article;
    table_article_init(&article, reader->sink->ledger);
    article.titled_by_question = by_question;
    bool good = look_at_rows(reader, group, &article, err) &&
                write_rows(reader, group, &article, err);
    table_article_finish(&article);
    return good;
}

static bool give_out_group(struct table_reader *reader, struct row_group *group,
                           bool untitled, struct error *err)
{
    bool good = true;
    if (!untitled || !are_single(reader)) {
        good = group->n == 0 || give_out(reader, group, false, err);
        group->n = 0;
        return good;
    }
    for (size_t i = 0; good && i < group->n; i++) {
        struct row_group one = {.records = &group->records[i], .n = 1};
        good = give_out(reader, &one, true, err);
    }
    group->n = 0;
    return good;
}

static void add_to_group(struct row_group *group, const struct record *record)
{
    group->records = mem_grow(group->records, group->n, &group->capacity,
                              sizeof *group->records);
    group->records[group->n++] = *record;
}

static bool make_articles(struct table_reader *reader, struct error *err)
{
    struct row_group group = {0};
    struct record_entry entry;
    uint64_t current = UNTITLED;
    bool good = true;
    while (good && (good = record_index_next(reader->index, &entry, err)) &&
           entry.record.n_bytes > 0) {
        bool single = entry.group == UNTITLED && current == UNTITLED &&
                      are_single(reader);
        if (entry.group != current || single)
            good = give_out_group(reader, &group, current == UNTITLED, err);
        current = entry.group;
        add_to_group(&group, &entry.record);
    }
    good = good && give_out_group(reader, &group, current == UNTITLED, err);
    free(group.records);
    return good;
}

static bool report_bad(const struct table_reader *reader, struct error *err)
{
    if (reader->n_bad == 0)
        return true;
    if (reader->n_bad == 1)
        return error_set(err, _("%s; the other rows were read"),
                         reader->first_bad.message);
    return error_set(err, _("%s; skipped %zu rows like it"),
                     reader->first_bad.message, reader->n_bad);
}

bool table_reader_run(const struct document *document,
                      const struct table_format *format,
                      const struct import_options *options,
                      const struct sink *sink, struct error *err)
{
    struct table_reader reader = {.document = document,
                                  .format = format,
                                  .options = options,
                                  .sink = sink,
                                  .index = record_index_new(),
                                  .stem = document_stem(document)};
    buf_init(&reader.text);
    reader.records =
        records_open(document, format->form, format->separator, err);
    bool good = reader.records && find_rows(&reader, err) &&
                make_articles(&reader, err) && report_bad(&reader, err);
    buf_finish(&reader.text);
    free(reader.stem);
    record_index_free(reader.index);
    records_close(reader.records);
    return good;
}
