/* A growing string, whose capacity doubles. */
#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"

/* What an empty buf points to. Its capacity of 0 prevents writing to it. */
static char empty[1];

void buf_init(struct buf *buf)
{
    *buf = (struct buf){.data = empty};
}

void buf_finish(struct buf *buf)
{
    if (!buf)
        return;
    if (buf->capacity)
        free(buf->data);
    buf_init(buf);
}

void buf_clear(struct buf *buf)
{
    buf_truncate(buf, 0);
}

char *buf_steal(struct buf *buf)
{
    char *text = buf->capacity ? buf->data : mem_strdup("");
    buf_init(buf);
    return text;
}

void buf_reserve(struct buf *buf, size_t n_more_bytes)
{
    if (n_more_bytes > SIZE_MAX / 2 - buf->n_bytes - 1)
        mem_exhausted(); /* doubling the capacity would overflow */
    size_t needed = buf->n_bytes + n_more_bytes + 1;
    if (needed <= buf->capacity)
        return;
    size_t capacity = buf->capacity ? buf->capacity : 32;
    while (capacity < needed)
        capacity *= 2;
    buf->data = mem_realloc(buf->capacity ? buf->data : NULL, capacity, 1);
    buf->data[buf->n_bytes] = '\0';
    buf->capacity = capacity;
}

void buf_add(struct buf *buf, const char *text)
{
    buf_add_n(buf, text, strlen(text));
}

void buf_add_n(struct buf *buf, const char *text, size_t n_bytes)
{
    if (!n_bytes)
        return;
    buf_reserve(buf, n_bytes);
    memcpy(buf->data + buf->n_bytes, text, n_bytes);
    buf->n_bytes += n_bytes;
    buf->data[buf->n_bytes] = '\0';
}

void buf_add_char(struct buf *buf, char byte)
{
    if (buf->n_bytes + 1 >= buf->capacity)
        buf_reserve(buf, 1);
    buf->data[buf->n_bytes++] = byte;
    buf->data[buf->n_bytes] = '\0';
}

void buf_add_repeat(struct buf *buf, const char *text, size_t times)
{
    size_t n_bytes = strlen(text);
    if (n_bytes && times > SIZE_MAX / n_bytes)
        mem_exhausted();
    buf_reserve(buf, n_bytes * times);
    if (n_bytes == 1) {
        memset(buf->data + buf->n_bytes, *text, times);
        buf->n_bytes += times;
        times = 0;
    }
    for (; times; times--) {
        memcpy(buf->data + buf->n_bytes, text, n_bytes);
        buf->n_bytes += n_bytes;
    }
    buf->data[buf->n_bytes] = '\0';
}

void buf_add_code_point(struct buf *buf, uint32_t code_point)
{
    char bytes[4];
    buf_add_n(buf, bytes, utf8_encode(code_point, bytes));
}

void buf_printf(struct buf *buf, const char *format, ...)
{
    va_list args, args_copy;
    va_start(args, format);
    va_copy(args_copy, args);
    int n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (n > 0) {
        buf_reserve(buf, (size_t)n);
        vsnprintf(buf->data + buf->n_bytes, (size_t)n + 1, format, args_copy);
        buf->n_bytes += (size_t)n;
    }
    va_end(args_copy);
}

bool buf_ends(const struct buf *buf, const char *suffix)
{
    size_t n_suffix = strlen(suffix);
    return buf->n_bytes >= n_suffix &&
           !memcmp(buf->data + buf->n_bytes - n_suffix, suffix, n_suffix);
}

void buf_truncate(struct buf *buf, size_t n_bytes)
{
    if (n_bytes >= buf->n_bytes)
        return;
    buf->n_bytes = n_bytes;
    buf->data[n_bytes] = '\0';
}
