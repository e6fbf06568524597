/* Finds where a line may be broken: UAX 14, by libunistring. */
#ifndef MEDFAQ_BASE_LINEBREAK_H
#define MEDFAQ_BASE_LINEBREAK_H

#include <stddef.h>

enum line_break {
    LINE_BREAK_NO,   /* no break before this byte */
    LINE_BREAK_MAY,  /* a break is allowed before this byte */
    LINE_BREAK_MUST, /* a line must end before this byte */
};

/* Stores an enum line_break in breaks for each byte of text. There is no break
 * within a grapheme cluster, a URL or a path: the caller breaks an address that
 * is longer than a line. */
void linebreak_find(const char *text, size_t n_bytes, char *breaks);

#endif
