/* A string that grows.
 *
 * Invariants: data is never NULL and data[n_bytes] is always NUL, so data can
 * be read as a C string at any moment; NULs may also be inside. */
#ifndef MEDFAQ_BASE_BUF_H
#define MEDFAQ_BASE_BUF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct buf {
    char *data;
    size_t n_bytes;  /* without the final NUL */
    size_t capacity; /* 0: data is the shared empty string */
};

void buf_init(struct buf *buf);
void buf_finish(struct buf *buf);

/* Empties it and keeps the memory. */
void buf_clear(struct buf *buf);

/* The string, now the caller's to free; the buf is empty again. */
char *buf_steal(struct buf *buf);

void buf_reserve(struct buf *buf, size_t n_more_bytes);
void buf_add(struct buf *buf, const char *text);
void buf_add_n(struct buf *buf, const char *text, size_t n_bytes);
void buf_add_char(struct buf *buf, char byte);
void buf_add_repeat(struct buf *buf, const char *text, size_t times);
/* A code point as UTF-8; what is none (a surrogate, > U+10FFFF): U+FFFD. */
void buf_add_code_point(struct buf *buf, uint32_t code_point);
void buf_printf(struct buf *buf, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Does it end so? Looks at the end alone, however long the rest is. */
bool buf_ends(const struct buf *buf, const char *suffix);

/* Cuts it to n_bytes, if it is longer. */
void buf_truncate(struct buf *buf, size_t n_bytes);

#endif
