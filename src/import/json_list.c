/* Questions and answers, or articles, as a list of JSON objects, or one a line
 * (JSONL).
 *
 * A member is what a cell of a table is; of a list or an object in it all
 * strings count. [jansson] */
#include "import/json_list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "base/ascii.h"
#include "base/i18n.h"
#include "import/json_member.h"
#include "import/json_scan.h"
#include "import/json_tree.h"
#include "import/letters.h"
#include "import/table_cell.h"
#include "import/table_reader.h"

#define HEAD_BYTES ((size_t)256 * 1024)

struct json_row {
    json_t *object;
    struct buf texts; /* of the members that are not one string */
};

/* ---- rows ---- */

/* The shortest form that is this number: "2.5". */
static void add_real(double number, struct buf *out)
{
    char text[40];
    int n_digits = 15;
    do
        snprintf(text, sizeof text, "%.*g", n_digits, number);
    while (n_digits++ < 17 && strtod(text, NULL) != number);
    buf_add(out, text);
}

void json_list_add_number(const json_t *value, struct buf *out)
{
    if (json_is_integer(value))
        buf_printf(out, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
    else
        add_real(json_real_value(value), out);
}

/* All strings and numbers below, with blank lines between them. */
static void add_strings(const json_t *value, struct buf *out)
{
    const char *key;
    json_t *member;
    size_t i;
    if (json_is_string(value))
        buf_printf(out, "%s\n\n", json_string_value(value));
    if (json_is_number(value)) {
        json_list_add_number(value, out);
        buf_add(out, "\n\n");
    }
    json_object_foreach((json_t *)value, key, member)
    {
        if (!json_member_is_place(key))
            add_strings(member, out);
    }
    json_array_foreach(value, i, member)
    {
        add_strings(member, out);
    }
}

/* Fills a row; what has no one string goes into texts, from starts[i] on. */
static void add_members(struct json_row *json, struct table_row *row)
{
    size_t starts[TABLE_MAX_COLUMNS];
    const char *key;
    json_t *value;
    json_object_foreach(json->object, key, value)
    {
        if (row->n == TABLE_MAX_COLUMNS)
            break;
        row->names[row->n] = key;
        row->cells[row->n] = json_string_value(value);
        starts[row->n] = json->texts.n_bytes;
        if (!row->cells[row->n]) {
            add_strings(value, &json->texts);
            while (buf_ends(&json->texts, "\n"))
                buf_truncate(&json->texts, json->texts.n_bytes - 1);
            buf_add_n(&json->texts, "", 1);
        }
        row->n++;
    }
    for (size_t i = 0; i < row->n; i++)
        if (!row->cells[i])
            row->cells[i] = json->texts.data + starts[i];
}

static bool read_row(void *user, const char *text, size_t n_bytes,
                     struct table_row *row, struct error *err)
{
    struct json_row *json = user;
    json_error_t reason;
    json_decref(json->object);
    buf_clear(&json->texts);
    json->object = json_loadb(text, n_bytes, 0, &reason);
    if (!json->object)
        return error_set(err, _("not well-formed JSON: %s"), reason.text);
    if (json_object_size(json->object) > TABLE_MAX_COLUMNS)
        return error_set(err, _("an object has more than %d members"),
                         TABLE_MAX_COLUMNS);
    *row = (struct table_row){0};
    add_members(json, row);
    return table_row_find_columns(row) ||
           error_set(err, _("an object has no question or no answer, and no "
                            "title or no text"));
}

/* ---- recognising ---- */

static bool first_row_is_known(const struct document *document,
                               enum records_form form)
{
    struct json_row json = {0};
    struct table_row row;
    struct record record = {0};
    struct error err;
    struct buf text;
    buf_init(&json.texts);
    buf_init(&text);
    struct records *records = records_open(document, form, 0, &err);
    bool known = records && records_next(records, &record, &err) &&
                 record.n_bytes > 0 &&
                 records_read(records, &record, NULL, &text, &err) &&
                 read_row(&json, text.data, text.n_bytes, &row, &err);
    records_close(records);
    json_decref(json.object);
    buf_finish(&json.texts);
    buf_finish(&text);
    return known;
}

/* Which form its records have; false if they are none of questions. */
static bool find_form(const struct document *document, enum records_form *form)
{
    size_t n = document->n_bytes < HEAD_BYTES ? document->n_bytes : HEAD_BYTES;
    const char *at = document->data, *end = at + n;
    while (at < end && (ascii_is_space(*at) || (unsigned char)*at >= 0xBB))
        at++;
    if (at == end || (*at != '[' && *at != '{'))
        return false;
    struct document head = {
        .name = document->name, .data = document->data, .n_bytes = n};
    *form = RECORDS_LINES;
    if (*at == '{' && first_row_is_known(&head, *form))
        return true;
    *form = RECORDS_OBJECTS;
    return first_row_is_known(&head, *form);
}

bool json_list_recognise(const struct document *document)
{
    enum records_form form;
    return find_form(document, &form) || json_tree_recognise(document);
}

bool json_list_convert(const struct document *document,
                       const struct import_options *options,
                       const struct sink *sink, struct error *err)
{
    struct json_row json = {0};
    struct table_format format = {.user = &json, .read = read_row};
    if (!find_form(document, &format.form) || json_tree_has_more(document))
        return json_tree_convert(document, options, sink, err);
    buf_init(&json.texts);
    bool good = table_reader_run(document, &format, options, sink, err);
    json_decref(json.object);
    buf_finish(&json.texts);
    return good;
}

/* ---- the other route ---- */

static const char *add_number(const char *at, const char *end,
                              struct letters *letters)
{
    size_t n = 0;
    bool whole = true;
    for (; at + n < end && (ascii_is_alnum(at[n]) || strchr("+-.", at[n])); n++)
        whole &= ascii_is_digit(at[n]) || at[n] == '-';
    struct buf number;
    buf_init(&number);
    buf_add_n(&number, at, n);
    if (!whole) {
        double real = strtod(number.data, NULL);
        buf_clear(&number);
        add_real(real, &number);
    }
    letters_add(letters, number.data, number.n_bytes);
    letters_divide(letters);
    buf_finish(&number);
    return at + n;
}

/* Strings that no colon follows, and numbers, but not places in a text. */
void json_list_read_words(const struct document *document,
                          const struct import_options *options,
                          struct letters *letters)
{
    (void)options;
    const char *at = document->data, *end = at + document->n_bytes;
    struct letters places;
    struct buf text;
    letters_init(&places);
    buf_init(&text);
    while (at < end) {
        if (ascii_is_digit(*at) || *at == '-') {
            bool place = json_member_is_place(text.data);
            at = add_number(at, end, place ? &places : letters);
        } else if (*at != '"') {
            at++;
        } else {
            buf_clear(&text);
            at = json_string_end(at + 1, end, &text);
            const char *next = at;
            while (next < end && ascii_is_space(*next))
                next++;
            if (next == end || *next != ':')
                table_cell_letters(text.data, letters);
        }
    }
    letters_finish(&places);
    buf_finish(&text);
}
