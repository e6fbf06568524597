/* Grapheme clusters, which users perceive as characters, and their widths.
 *
 * Clusters are those of UAX 29 (libunistring). Widths are those of wcwidth in
 * the C.UTF-8 locale, whatever the locale of the program, so that layouts are
 * the same everywhere and agree with ncurses. */
#ifndef MEDFAQ_BASE_GRAPHEME_H
#define MEDFAQ_BASE_GRAPHEME_H

#include <stdbool.h>
#include <stddef.h>

#include "base/code_point.h"

/* Returns the length in bytes of the cluster that begins text (n_bytes > 0). */
size_t grapheme_next(const char *text, size_t n_bytes);

/* Returns the cells of one cluster. It is the sum over its code points, since
 * ncurses and most terminals do not know clusters: a Hindi vowel sign and the
 * second half of a flag take cells of their own. */
unsigned grapheme_cells(const char *cluster, size_t n_bytes);

/* Returns the cells of text that is already safe (base/safe.h). */
size_t grapheme_text_cells(const char *text, size_t n_bytes);

/* Returns the length in bytes of the longest prefix of whole clusters that fits
 * into cells. */
size_t grapheme_text_fit(const char *text, size_t n_bytes, size_t cells);

/* Tells whether a text is right-to-left: its first strong character is Hebrew,
 * Arabic or the like (UAX 9, P2). */
bool grapheme_text_is_rtl(const char *text, size_t n_bytes);

#endif
