/* Text made safe for a terminal (CONTRIBUTING.md, "Safe text").
 *
 * Escape sequences may come from bytes, entities, YAML and file names. Text is
 * made safe once, code point by code point, after parsing: where spans are
 * made; titles, paths, queries and messages where they are drawn. It changes:
 *   C0 and DEL        ^[  ^G  ^?      (tab and newline: one space)
 *   C1, invalid UTF-8 U+FFFD
 *   bidi controls     <U+202E>        shown, not obeyed
 *   U+200B, inner BOM, tag characters, SHY, variation selectors, other default
 *                     ignorables      dropped
 *   ZWJ, ZWNJ         kept after letters, ZWJ after emoji, too; dropped
 *                     elsewhere. ncurses and most terminals make what ZWJ joins
 *                     as wide as its parts
 *   mark at the start, after a space
 *                     U+25CC before it
 *   fifth and later mark of a cell, and code points of unknown width
 *                     <U+1FABF>
 */
#ifndef MEDFAQ_BASE_SAFE_H
#define MEDFAQ_BASE_SAFE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/charset.h"

/* Returns the length in bytes of the longest prefix that is already safe. Most
 * text is safe as a whole and need not be copied. charset NULL means UTF-8. */
size_t safe_prefix(const char *text, size_t n_bytes,
                   const struct charset *charset);

/* Appends the safe form of text. charset NULL means UTF-8. */
void safe_text(const char *text, size_t n_bytes, const struct charset *charset,
               struct buf *out);

/* Appends the form of text that is safe in HTML and Markdown files, without
 * what only terminals need: any number of marks is kept, and so are joiners and
 * variation selectors after what they shape. */
void safe_text_in_file(const char *text, size_t n_bytes, struct buf *out);

/* Returns the safe form of a C string, which the caller frees. */
char *safe_string(const char *text, const struct charset *charset);

#endif
