/* Where a line may break: UAX 14, by libunistring. */
#ifndef MEDFAQ_BASE_LINEBREAK_H
#define MEDFAQ_BASE_LINEBREAK_H

#include <stddef.h>

enum line_break {
    LINE_BREAK_NO,   /* never before this byte */
    LINE_BREAK_MAY,  /* allowed before this byte */
    LINE_BREAK_MUST, /* a line ends before this byte */
};

/* Stores an enum line_break for each byte of text in breaks: whether a line may
 * break before it. Never inside a grapheme cluster, nor inside a URL or a path:
 * the caller breaks one that is longer than a line. */
void line_breaks(const char *text, size_t n_bytes, char *breaks);

#endif
