/* Which way a text reads. */
#ifndef MEDFAQ_BASE_BIDI_H
#define MEDFAQ_BASE_BIDI_H

#include <stdbool.h>
#include <stddef.h>

/* Does the text read from the right: is its first letter Hebrew, Arabic or
 * the like (UAX 9, P2)? */
bool text_is_rtl(const char *text, size_t n_bytes);

#endif
