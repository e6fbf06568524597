/* What a reader calls a character, and how many cells it takes.
 *
 * Clusters are those of UAX 29 (libunistring). Widths are wcwidth's in
 * C.UTF-8, whatever the locale of the program, so that lines are equal
 * everywhere and agree with ncurses. */
#ifndef MEDFAQ_BASE_GRAPHEME_H
#define MEDFAQ_BASE_GRAPHEME_H

#include <stddef.h>
#include <stdint.h>

/* Length in bytes of the cluster that begins text (n_bytes > 0). */
size_t grapheme_next(const char *text, size_t n_bytes);

/* Cells of one code point: 0, 1 or 2; -1 if unknown or a control. */
int code_point_cells(uint32_t code_point);

/* Cells of one cluster: the widest of its code points (a ZWJ emoji: 2);
 * U+FE0F (emoji presentation) does not widen, since wcwidth and ncurses do not
 * know it. */
unsigned grapheme_cells(const char *cluster, size_t n_bytes);

/* Cells of a text that is already safe (base/safe.h). */
size_t text_cells(const char *text, size_t n_bytes);

/* Longest prefix, in bytes, of whole clusters within cells cells. */
size_t text_fit(const char *text, size_t n_bytes, size_t cells);

#endif
