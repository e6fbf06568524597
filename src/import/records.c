/* The records of a document, one after another, however large it is. */
#include "import/records.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/ascii.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "import/encoding.h"
#include "import/source.h"

#define READ_BYTES ((size_t)64 * 1024)

enum scan {
    SCAN_BEFORE, /* the record */
    SCAN_CELL,   /* at its start */
    SCAN_PLAIN,
    SCAN_QUOTED,
    SCAN_QUOTE_END, /* or the first of two */
    SCAN_ESCAPED,   /* after a backslash */
    SCAN_OVER,
};

struct records {
    const struct document *document;
    enum records_form form;
    char separator;
    struct buf whole;  /* in UTF-8, if the document is UTF-16 */
    const char *data;  /* all of it; NULL: it is a stream */
    size_t n_bytes;    /* that were read so far */
    FILE *spool;       /* what was read of a stream */
    struct buf window; /* of it */
    uint64_t window_at;
    bool at_end;
    uint64_t at; /* how far it was scanned */
    size_t line;
    bool in_list; /* of objects */
    bool list_over;
};

/* ---- bytes ---- */

static bool is_utf16(const struct document *document)
{
    return document->n_bytes >= 2 &&
           (memcmp(document->data, "\xFF\xFE", 2) == 0 ||
            memcmp(document->data, "\xFE\xFF", 2) == 0);
}

struct records *records_open(const struct document *document,
                             enum records_form form, char separator,
                             struct error *err)
{
    struct records *records = mem_calloc(1, sizeof *records);
    *records = (struct records){
        .document = document, .form = form, .separator = separator, .line = 1};
    buf_init(&records->whole);
    buf_init(&records->window);
    bool utf16 = is_utf16(document), good = true;
    if (utf16 && document->stream)
        good = error_set(err,
                         _("in UTF-16 and larger than %zu MB; save it as "
                           "UTF-8"),
                         DOCUMENT_WHOLE_BYTES >> 20);
    else if (utf16)
        good = encoding_to_utf8(document->data, document->n_bytes, NULL,
                                &records->whole, err);
    else if (document->stream && !(records->spool = file_open_temporary()))
        good = error_set(err, _("no temporary file: %s"), strerror(errno));
    if (!good) {
        records_close(records);
        return NULL;
    }
    if (!document->stream) {
        records->data = utf16 ? records->whole.data : document->data;
        records->n_bytes = utf16 ? records->whole.n_bytes : document->n_bytes;
        records->at_end = true;
    }
    return records;
}

void records_close(struct records *records)
{
    if (!records)
        return;
    if (records->spool)
        fclose(records->spool);
    buf_finish(&records->window);
    buf_finish(&records->whole);
    free(records);
}

/* Reads more of a stream, and forgets what is before keep_from. */
static bool refill(struct records *records, uint64_t keep_from,
                   struct error *err)
{
    struct buf *window = &records->window;
    size_t n_gone = (size_t)(keep_from - records->window_at);
    memmove(window->data, window->data + n_gone, window->n_bytes - n_gone);
    buf_truncate(window, window->n_bytes - n_gone);
    records->window_at = keep_from;
    buf_reserve(window, READ_BYTES);
    size_t n = 0;
    if (!stream_read(records->document->stream, window->data + window->n_bytes,
                     READ_BYTES, &n, err))
        return false;
    if (fwrite(window->data + window->n_bytes, 1, n, records->spool) < n)
        return error_set(err, _("temporary file: %s"), strerror(errno));
    window->n_bytes += n;
    window->data[window->n_bytes] = '\0';
    records->n_bytes += n;
    records->at_end = n == 0;
    return true;
}

/* The byte where scanning has come to; -1 at the end, -2 with err. */
static int next_byte(struct records *records, uint64_t start, struct error *err)
{
    if (records->at == records->n_bytes && !records->at_end &&
        !refill(records, start, err))
        return -2;
    if (records->at == records->n_bytes)
        return -1;
    const char *byte = records->data ? records->data + records->at
                                     : records->window.data +
                                           (records->at - records->window_at);
    return (unsigned char)*byte;
}

/* ---- scanning ---- */

static enum scan scan_row(const struct records *records, enum scan scan,
                          int byte)
{
    switch (scan) {
    case SCAN_CELL:
        if (byte == ' ')
            return SCAN_CELL;
        if (byte == '"')
            return SCAN_QUOTED;
        break;
    case SCAN_QUOTED: return byte == '"' ? SCAN_QUOTE_END : SCAN_QUOTED;
    case SCAN_QUOTE_END:
        if (byte == '"')
            return SCAN_QUOTED;
        break;
    default: break;
    }
    if (byte == '\n')
        return SCAN_OVER;
    return byte == records->separator ? SCAN_CELL : SCAN_PLAIN;
}

static enum scan scan_object(enum scan scan, int byte, unsigned *depth)
{
    if (scan == SCAN_ESCAPED)
        return SCAN_QUOTED;
    if (scan == SCAN_QUOTED)
        return byte == '\\'  ? SCAN_ESCAPED
               : byte == '"' ? SCAN_PLAIN
                             : SCAN_QUOTED;
    if (byte == '"')
        return SCAN_QUOTED;
    *depth += byte == '{' || byte == '[';
    *depth -= (byte == '}' || byte == ']') && *depth > 0;
    return *depth == 0 ? SCAN_OVER : SCAN_PLAIN;
}

/* Passes over what stands before the next object: to the first list of objects,
 * then commas. False at the end of the list. */
static bool seek_object(struct records *records, int *byte, struct error *err)
{
    enum scan scan = SCAN_PLAIN;
    bool opened = records->in_list;
    for (; (*byte = next_byte(records, records->at, err)) >= 0; records->at++) {
        records->line += *byte == '\n';
        if (scan == SCAN_ESCAPED || scan == SCAN_QUOTED) {
            scan = scan_object(scan, *byte, &(unsigned){1});
        } else if (*byte == '{' && opened) {
            records->in_list = true;
            return true;
        } else if (*byte == ']' && records->in_list) {
            return false;
        } else if (*byte == '"') {
            scan = SCAN_QUOTED;
            opened = records->in_list;
        } else if (!ascii_is_space((char)*byte) && *byte != ',') {
            opened = records->in_list || *byte == '[';
        }
    }
    return false;
}

/* To the first byte of the next record: false if there is none. */
static bool seek(struct records *records, int *byte, struct error *err)
{
    if (records->form == RECORDS_OBJECTS)
        return !records->list_over && seek_object(records, byte, err);
    for (;; records->at++) {
        *byte = next_byte(records, records->at, err);
        bool mark = records->at < 3 && *byte >= 0xBB;
        if (*byte < 0 || (*byte != '\n' && *byte != '\r' && !mark))
            return *byte >= 0;
        records->line += *byte == '\n';
    }
}

static bool set_end_error(const struct records *records,
                          const struct record *record, struct error *err)
{
    return error_set(err,
                     _("line %zu: the file ends within the object that "
                       "begins on line %zu"),
                     records->line, record->line);
}

bool records_next(struct records *records, struct record *record,
                  struct error *err)
{
    unsigned depth = 0;
    int byte = -1;
    *record = (struct record){0};
    if (!seek(records, &byte, err)) {
        records->list_over = true;
        return byte != -2;
    }
    *record = (struct record){.offset = records->at, .line = records->line};
    enum scan scan = SCAN_CELL;
    while (scan != SCAN_OVER &&
           (byte = next_byte(records, record->offset, err)) >= 0) {
        if (records->form == RECORDS_ROWS)
            scan = scan_row(records, scan, byte);
        else if (records->form == RECORDS_LINES)
            scan = byte == '\n' ? SCAN_OVER : SCAN_PLAIN;
        else
            scan = scan_object(scan, byte, &depth);
        records->line += byte == '\n';
        records->at++;
        if (records->at - record->offset > RECORD_MAX_BYTES)
            return error_set(err,
                             _("line %zu: a record is longer than %zu MB; "
                               "is a closing quotation mark missing?"),
                             record->line, RECORD_MAX_BYTES >> 20);
    }
    if (byte == -2)
        return false;
    if (scan != SCAN_OVER && records->form == RECORDS_OBJECTS)
        return set_end_error(records, record, err);
    record->n_bytes = (size_t)(records->at - record->offset);
    return true;
}

/* ---- reading again ---- */

/* In the window, where it was scanned just before; else in the spool. */
static bool read_raw(struct records *records, const struct record *record,
                     struct buf *out, struct error *err)
{
    const struct buf *window = &records->window;
    if (records->data) {
        buf_add_n(out, records->data + record->offset, record->n_bytes);
        return true;
    }
    if (record->offset >= records->window_at &&
        record->offset + record->n_bytes <=
            records->window_at + window->n_bytes) {
        buf_add_n(out, window->data + (record->offset - records->window_at),
                  record->n_bytes);
        return true;
    }
    buf_reserve(out, record->n_bytes);
    fflush(records->spool);
    ssize_t n = pread(fileno(records->spool), out->data + out->n_bytes,
                      record->n_bytes, (off_t)record->offset);
    if (n != (ssize_t)record->n_bytes)
        return error_set(err, _("temporary file: %s"),
                         n < 0 ? strerror(errno) : "was cut");
    out->n_bytes += record->n_bytes;
    out->data[out->n_bytes] = '\0';
    return true;
}

bool records_read(struct records *records, const struct record *record,
                  const char *encoding, struct buf *out, struct error *err)
{
    struct buf raw;
    buf_init(&raw);
    bool good =
        read_raw(records, record, &raw, err) &&
        encoding_to_utf8(raw.data, raw.n_bytes,
                         records->whole.n_bytes ? "UTF-8" : encoding, out, err);
    buf_finish(&raw);
    return good;
}
