/* What a reader calls a character, and how many cells it takes.
 *
 * Clusters are those of UAX 29 (libunistring). Widths are wcwidth's in
 * C.UTF-8, whatever the locale of the program, so that lines are equal
 * everywhere and agree with ncurses. */
#ifndef MEDFAQ_BASE_GRAPHEME_H
#define MEDFAQ_BASE_GRAPHEME_H

#include <stddef.h>

#include "base/code_point.h"

/* Length in bytes of the cluster that begins text (n_bytes > 0). */
size_t grapheme_next(const char *text, size_t n_bytes);

/* Cells of one cluster: the sum of its code points' cells, since ncurses and
 * most terminals know no clusters (a Hindi vowel sign, the second half of a
 * flag take cells of their own). */
unsigned grapheme_cells(const char *cluster, size_t n_bytes);

/* Cells of a text that is already safe (base/safe.h). */
size_t text_cells(const char *text, size_t n_bytes);

/* Longest prefix, in bytes, of whole clusters within cells cells. */
size_t text_fit(const char *text, size_t n_bytes, size_t cells);

#endif
