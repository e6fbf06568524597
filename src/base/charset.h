/* The character set of the terminal: what it can show, and replacements for
 * what it cannot. */
#ifndef MEDFAQ_BASE_CHARSET_H
#define MEDFAQ_BASE_CHARSET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

enum charset_type {
    CHARSET_UTF8,  /* has all characters */
    CHARSET_ASCII, /* also for the C locale and names unknown to iconv */
    CHARSET_OTHER, /* iconv converts to it */
};

struct charset {
    enum charset_type type;
    void *iconv; /* an iconv_t from UTF-8; only for CHARSET_OTHER */
};

/* Initializes a charset from a name such as nl_langinfo(CODESET) returns:
 * "UTF-8", "ANSI_X3.4-1968". */
void charset_init(struct charset *charset, const char *name);
void charset_finish(struct charset *charset);

bool charset_has(const struct charset *charset, uint32_t code_point);

/* Appends UTF-8 text converted to the charset, dropping characters that it
 * lacks. */
void charset_encode(const struct charset *charset, const char *text,
                    size_t n_bytes, struct buf *out);

/* Converts text in place on its way to a terminal. Does nothing if the charset
 * is UTF-8 or ASCII. */
void charset_encode_buf(const struct charset *charset, struct buf *text);

/* Appends a code point if the charset has it; otherwise an ASCII replacement
 * (without accents; “ as ", – as -, • as *, ≥ as >=), or a "?" for each of its
 * cells. */
void charset_transliterate(const struct charset *charset, uint32_t code_point,
                           struct buf *out);

#endif
