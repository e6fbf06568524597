/* What language is a text in? */
#ifndef MEDFAQ_IMPORT_LANGUAGE_H
#define MEDFAQ_IMPORT_LANGUAGE_H

#include <stddef.h>

/* The tag of a language, "en" or "fi", by its commonest words or its script;
 * NULL where they do not tell. */
const char *language_guess(const char *text, size_t n_bytes);

/* The tag of BCP 47 for a language that is given as in ISO 639: "deu", "ger" or
 * "de" -> "de". NULL for several, and for one that is not known. */
const char *language_tag(const char *code);

#endif
