/* Citations of an article and of its sources, for reference managers. */
#ifndef MEDFAQ_EXPORT_CITE_H
#define MEDFAQ_EXPORT_CITE_H

#include <stdbool.h>

#include "article/article.h"
#include "base/buf.h"

struct cite_format {
    const char *name; /* "ris", "csl-json" */
    void (*write)(const struct article *article, bool sources, struct buf *out);
};

/* Ends with a row whose name is NULL. write appends the article itself and, if
 * asked for, its sources. */
extern const struct cite_format cite_formats[];

/* By name; NULL if there is none. */
const struct cite_format *cite_format_find(const char *name);

#endif
