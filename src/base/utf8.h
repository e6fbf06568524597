/* UTF-8, code point by code point. */
#ifndef MEDFAQ_BASE_UTF8_H
#define MEDFAQ_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define UTF8_REPLACEMENT 0xFFFDu

/* Reads one code point at text, of at most n_bytes (> 0); stores it and
 * returns its length, 1 to 4. A malformed byte: U+FFFD, length 1 (or the
 * length of the maximal subpart, as Unicode 15, section 3.9 has it). */
size_t utf8_decode(const char *text, size_t n_bytes, uint32_t *code_point);

/* Did utf8_decode meet what is malformed, when it gave this code point and
 * length? U+FFFD may also stand in the text. */
bool utf8_is_malformed(const char *text, size_t length, uint32_t code_point);

/* Writes 1 to 4 bytes, no NUL; returns how many. */
size_t utf8_encode(uint32_t code_point, char out[4]);

/* Offset of the first malformed byte, or n_bytes when all is well formed. */
size_t utf8_valid_prefix(const char *text, size_t n_bytes);

/* Length of the run of printable ASCII, space to tilde, that begins text. */
size_t utf8_ascii_prefix(const char *text, size_t n_bytes);

/* The start of the code point that the byte at offset belongs to. */
size_t utf8_floor(const char *text, size_t n_bytes, size_t offset);

#endif
