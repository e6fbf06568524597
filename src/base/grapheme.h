/* Grapheme clusters, which readers take for characters, and their widths.
 *
 * Clusters are those of UAX 29 (libunistring). Widths are wcwidth's in the
 * C.UTF-8 locale, whatever the locale of the program, so that layouts are the
 * same everywhere and agree with ncurses. */
#ifndef MEDFAQ_BASE_GRAPHEME_H
#define MEDFAQ_BASE_GRAPHEME_H

#include <stdbool.h>
#include <stddef.h>

#include "base/code_point.h"

/* Length in bytes of the cluster that begins text (n_bytes > 0). */
size_t grapheme_next(const char *text, size_t n_bytes);

/* Cells of one cluster: the sum over its code points, since ncurses and most
 * terminals do not know clusters (a Hindi vowel sign and the second half of a
 * flag take cells of their own). */
unsigned grapheme_cells(const char *cluster, size_t n_bytes);

/* Cells of text that is already safe (base/safe.h). */
size_t text_cells(const char *text, size_t n_bytes);

/* Length in bytes of the longest prefix of whole clusters that fits. */
size_t text_fit(const char *text, size_t n_bytes, size_t cells);

/* Whether the text reads from right to left: its first letter is Hebrew, Arabic
 * or the like (UAX 9, P2). */
bool text_is_rtl(const char *text, size_t n_bytes);

#endif
