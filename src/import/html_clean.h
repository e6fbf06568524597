/* HTML before it is parsed: what is not text taken out, what a parser would
 * misread put right. */
#ifndef MEDFAQ_IMPORT_HTML_CLEAN_H
#define MEDFAQ_IMPORT_HTML_CLEAN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/strs.h"

/* A tree takes many times its text: this much is read without scripts, styles,
 * comments and attributes that nobody needs. */
#define HTML_TEXT_BYTES ((size_t)4 << 20)

/* Elements that are open at once; browsers stop here, too. */
#define HTML_MAX_OPEN 512

/* A page in a page counts as so many of them: eight are read in one another. */
#define HTML_FRAME_OPEN 64

/* Titles of such pages, and of pictures if they are one word, are put into
 * elements of this name. */
#define HTML_NOT_SHOWN "not-shown"

/* What comes after the first </body> is put into an element of this name. */
#define HTML_AFTER_BODY "after-body"

/* Appends a page with the pages that its frames hold, without scripts, styles,
 * comments and needless attributes, and with "&lt;" for each "<" that begins no
 * tag. Blocks of JSON-LD go to data, if not NULL. False with err past these
 * limits. */
bool html_clean(const char *text, size_t n_bytes, struct strs *data,
                struct buf *out, struct error *err);

#endif
