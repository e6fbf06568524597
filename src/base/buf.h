/* A growing string.
 *
 * Invariants: data is never NULL, and data[n_bytes] is always NUL, so that data
 * can be read as a C string at any time; it may also contain NULs. */
#ifndef MEDFAQ_BASE_BUF_H
#define MEDFAQ_BASE_BUF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct buf {
    char *data;
    size_t n_bytes;  /* without the final NUL */
    size_t capacity; /* 0 if data is the shared empty string */
};

void buf_init(struct buf *buf);
void buf_finish(struct buf *buf);

/* Empties the buf but keeps its memory. */
void buf_clear(struct buf *buf);

/* Returns the string, which the caller frees, and empties the buf. */
char *buf_steal(struct buf *buf);

void buf_reserve(struct buf *buf, size_t n_more_bytes);
void buf_add(struct buf *buf, const char *text);
void buf_add_n(struct buf *buf, const char *text, size_t n_bytes);
void buf_add_char(struct buf *buf, char byte);
void buf_add_repeat(struct buf *buf, const char *text, size_t times);
/* Appends a code point as UTF-8, or U+FFFD if it is invalid (a surrogate, or
 * above U+10FFFF). */
void buf_add_code_point(struct buf *buf, uint32_t code_point);
void buf_printf(struct buf *buf, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Tells whether the string ends with suffix, in time that does not depend on
 * the length of the string. */
bool buf_ends(const struct buf *buf, const char *suffix);

/* Shortens the string to n_bytes; does nothing if it is not longer. */
void buf_truncate(struct buf *buf, size_t n_bytes);

#endif
