/* Decodes and encodes UTF-8. */
#ifndef MEDFAQ_BASE_UTF8_H
#define MEDFAQ_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define UTF8_REPLACEMENT 0xFFFDu

/* Stores the code point that begins text (n_bytes > 0) and returns its length,
 * 1 to 4. Malformed input gives U+FFFD and the length of the maximal subpart
 * (Unicode 15, section 3.9). */
size_t utf8_decode(const char *text, size_t n_bytes, uint32_t *code_point);

/* Tells whether this result of utf8_decode means malformed input: U+FFFD may
 * also be in the text itself. */
bool utf8_is_malformed(const char *text, size_t length, uint32_t code_point);

/* Writes 1 to 4 bytes without a NUL; returns their number. */
size_t utf8_encode(uint32_t code_point, char out[4]);

/* Returns the offset of the first malformed byte, or n_bytes if there is
 * none. */
size_t utf8_valid_prefix(const char *text, size_t n_bytes);

/* Returns the length of the run of printable ASCII (space to tilde) that begins
 * text. */
size_t utf8_ascii_prefix(const char *text, size_t n_bytes);

/* Returns the start of the code point that contains the byte at offset. */
size_t utf8_floor(const char *text, size_t n_bytes, size_t offset);

#endif
