/* The words of HTML and XML by a streaming tokenizer, which knows tags and no
 * trees: the other route that articles are compared with (import/conserve.h).
 *
 * All character data counts, and the alternative text of images; not scripts,
 * styles, comments and declarations. */
#ifndef MEDFAQ_IMPORT_MARKUP_H
#define MEDFAQ_IMPORT_MARKUP_H

#include <stdbool.h>
#include <stddef.h>

#include "import/letters.h"

/* Lists end in NULL; a NULL list is empty. Names are without prefix. */
struct markup_rules {
    bool html; /* HTML's own lists apply besides */
    const char *const *headings;
    const char *const *skipped; /* elements whose content is not shown */
};

/* Appends the words of a text in UTF-8. */
void markup_read(const char *text, size_t n_bytes,
                 const struct markup_rules *rules, struct letters *letters);

#endif
