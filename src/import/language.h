/* What language is a text in? */
#ifndef MEDFAQ_IMPORT_LANGUAGE_H
#define MEDFAQ_IMPORT_LANGUAGE_H

#include <stddef.h>

/* "en", "es", "fr", "de", "vi" or "zh", by its commonest words; NULL where
 * they do not tell. */
const char *language_guess(const char *text, size_t n_bytes);

#endif
