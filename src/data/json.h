/* JSON out: a writer that cannot write what is not JSON. */
#ifndef MEDFAQ_DATA_JSON_H
#define MEDFAQ_DATA_JSON_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/* Nesting up to 16. Commas and indentation (two spaces) come by themselves. */
struct json {
    struct buf *out;
    unsigned depth;
    unsigned n_items[16]; /* per open object or array */
    bool after_key;
};

void json_init(struct json *json, struct buf *out);

void json_open_object(struct json *json);
void json_close_object(struct json *json);
void json_open_array(struct json *json);
void json_close_array(struct json *json);

void json_key(struct json *json, const char *key);
/* NULL writes null. Malformed UTF-8 becomes U+FFFD; control characters and
 * U+2028, U+2029, DEL, C1 and bidi controls are escaped. */
void json_string(struct json *json, const char *text);
void json_string_n(struct json *json, const char *text, size_t n_bytes);
void json_long(struct json *json, long number);
void json_bool(struct json *json, bool truth);

/* json_key and json_string in one; nothing is written for NULL. */
void json_member(struct json *json, const char *key, const char *text);

#endif
