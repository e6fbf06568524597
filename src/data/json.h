/* A JSON writer, which adds commas, indentation and escapes. */
#ifndef MEDFAQ_DATA_JSON_H
#define MEDFAQ_DATA_JSON_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/* A document being written, at most 16 levels deep, indented by two spaces. */
struct json {
    struct buf *out;
    unsigned depth;
    unsigned n_items[16]; /* in each open object or array */
    bool after_key;
};

void json_init(struct json *json, struct buf *out);

void json_open_object(struct json *json);
void json_close_object(struct json *json);
void json_open_array(struct json *json);
void json_close_array(struct json *json);

void json_key(struct json *json, const char *key);
/* Write a string; NULL is written as null. Malformed UTF-8 becomes U+FFFD;
 * control characters, U+2028, U+2029 and invisible code points are escaped. */
void json_string(struct json *json, const char *text);
void json_string_n(struct json *json, const char *text, size_t n_bytes);
void json_long(struct json *json, long number);
void json_bool(struct json *json, bool value);

/* Writes a key and a string, or nothing if text is NULL. */
void json_member(struct json *json, const char *key, const char *text);

#endif
