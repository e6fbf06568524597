/* Can the terminal show this character? */
#ifndef MEDFAQ_BASE_CHARSET_H
#define MEDFAQ_BASE_CHARSET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

enum charset_type {
    CHARSET_UTF8,  /* everything */
    CHARSET_ASCII, /* C, POSIX, and what iconv does not know */
    CHARSET_OTHER, /* one of iconv's: asked character by character */
};

struct charset {
    enum charset_type type;
    void *iconv; /* iconv_t from UTF-8; only for CHARSET_OTHER */
};

/* name as nl_langinfo(CODESET) gives it: "UTF-8", "ANSI_X3.4-1968", ... */
void charset_init(struct charset *charset, const char *name);
void charset_finish(struct charset *charset);

bool charset_has(const struct charset *charset, uint32_t code_point);

/* Appends a text of UTF-8 in the charset; what it does not have is passed
 * over. */
void charset_encode(const struct charset *charset, const char *text,
                    size_t n_bytes, struct buf *out);

/* The same of a whole text in its place, before it goes to a terminal; ASCII
 * stays as it is. */
void charset_encode_buf(const struct charset *charset, struct buf *text);

/* Appends the code point if the charset has it, otherwise what stands for it
 * in ASCII (accents dropped, “ as ", – as -, • as *, ≥ as >=), or "?" for
 * each cell that it takes. */
void charset_transliterate(const struct charset *charset, uint32_t code_point,
                           struct buf *out);

#endif
