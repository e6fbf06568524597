/* Where a line may break: UAX 14, by libunistring. */
#ifndef MEDFAQ_BASE_LINEBREAK_H
#define MEDFAQ_BASE_LINEBREAK_H

#include <stddef.h>

enum line_break {
    LINE_BREAK_NO,   /* never before this byte */
    LINE_BREAK_MAY,  /* allowed before this byte */
    LINE_BREAK_MUST, /* a line ends before this byte */
};

/* Fills breaks[0 .. n_bytes) with an enum line_break per byte: may a line
 * break before it? Never inside a grapheme cluster. A URL or a path breaks
 * after "/", "?", "&" only when forced, which is the caller's affair. */
void line_breaks(const char *text, size_t n_bytes, char *breaks);

#endif
