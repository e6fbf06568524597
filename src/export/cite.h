/* Exports citations of an article and its sources for reference managers. */
#ifndef MEDFAQ_EXPORT_CITE_H
#define MEDFAQ_EXPORT_CITE_H

#include <stdbool.h>

#include "article/article.h"
#include "base/buf.h"

struct cite_format {
    const char *name; /* "ris", "csl-json" */
    void (*write)(const struct article *article, bool sources, struct buf *out);
};

/* The table of formats, ended by a row whose name is NULL. write appends a
 * citation of the article and, if asked for, citations of its sources. */
extern const struct cite_format cite_formats[];

/* Finds a format by name; returns NULL if there is none. */
const struct cite_format *cite_format_find(const char *name);

#endif
