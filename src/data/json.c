/* A JSON writer. */
#include "data/json.h"

#include <assert.h>
#include <string.h>

#include "base/code_point.h"
#include "base/utf8.h"

#define DEPTH_MAX (sizeof((struct json *)0)->n_items / sizeof(unsigned))

void json_init(struct json *json, struct buf *out)
{
    *json = (struct json){.out = out};
}

static void new_line(struct json *json)
{
    buf_add_char(json->out, '\n');
    buf_add_repeat(json->out, "  ", json->depth);
}

/* Writes what separates the next value from the previous one. */
static void separate(struct json *json)
{
    if (json->after_key) {
        json->after_key = false;
        return;
    }
    if (!json->depth)
        return;
    if (json->n_items[json->depth - 1]++)
        buf_add_char(json->out, ',');
    new_line(json);
}

static void open_value(struct json *json, char bracket)
{
    assert(json->depth < DEPTH_MAX);
    separate(json);
    buf_add_char(json->out, bracket);
    json->n_items[json->depth++] = 0;
}

static void close_value(struct json *json, char bracket)
{
    assert(json->depth > 0 && !json->after_key);
    bool empty = !json->n_items[--json->depth];
    if (!empty)
        new_line(json);
    buf_add_char(json->out, bracket);
    if (!json->depth)
        buf_add_char(json->out, '\n');
}

void json_open_object(struct json *json)
{
    open_value(json, '{');
}

void json_close_object(struct json *json)
{
    close_value(json, '}');
}

void json_open_array(struct json *json)
{
    open_value(json, '[');
}

void json_close_array(struct json *json)
{
    close_value(json, ']');
}

/* Tells whether a code point must be escaped: because JSON requires it, because
 * a terminal would obey it, because JavaScript does not allow it in a string,
 * or because it is invisible, so that a program would read what a person does
 * not see. */
static bool must_be_escaped(uint32_t c)
{
    if (c < 0x7F)
        return c < 0x20 || c == '"' || c == '\\';
    return c <= 0x9F || c == 0x2028 || c == 0x2029 ||
           (code_point_traits(c) & (CODE_POINT_IGNORABLE | CODE_POINT_COMMAND));
}

static void add_escape(struct buf *out, uint32_t c)
{
    static const char short_form[128] = {
        ['"'] = '"',  ['\\'] = '\\', ['\b'] = 'b', ['\f'] = 'f',
        ['\n'] = 'n', ['\r'] = 'r',  ['\t'] = 't',
    };
    if (c < sizeof short_form && short_form[c])
        buf_printf(out, "\\%c", short_form[c]);
    else if (c < 0x10000)
        buf_printf(out, "\\u%04x", (unsigned)c);
    else
        buf_printf(out, "\\u%04x\\u%04x", 0xD7C0 + (unsigned)(c >> 10),
                   0xDC00 + (unsigned)(c & 0x3FF));
}

static void add_quoted(struct buf *out, const char *text, size_t n_bytes)
{
    buf_add_char(out, '"');
    for (size_t i = 0; i < n_bytes;) {
        uint32_t code_point;
        i += utf8_decode(text + i, n_bytes - i, &code_point);
        if (must_be_escaped(code_point))
            add_escape(out, code_point);
        else
            buf_add_code_point(out, code_point);
    }
    buf_add_char(out, '"');
}

void json_key(struct json *json, const char *key)
{
    separate(json);
    add_quoted(json->out, key, strlen(key));
    buf_add(json->out, ": ");
    json->after_key = true;
}

void json_string(struct json *json, const char *text)
{
    if (text) {
        json_string_n(json, text, strlen(text));
    } else {
        separate(json);
        buf_add(json->out, "null");
    }
}

void json_string_n(struct json *json, const char *text, size_t n_bytes)
{
    separate(json);
    add_quoted(json->out, text, n_bytes);
}

void json_long(struct json *json, long number)
{
    separate(json);
    buf_printf(json->out, "%ld", number);
}

void json_bool(struct json *json, bool truth)
{
    separate(json);
    buf_add(json->out, truth ? "true" : "false");
}

void json_member(struct json *json, const char *key, const char *text)
{
    if (!text)
        return;
    json_key(json, key);
    json_string(json, text);
}
