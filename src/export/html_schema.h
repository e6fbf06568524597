/* What an article is, for programs that read the page: schema.org. */
#ifndef MEDFAQ_EXPORT_HTML_SCHEMA_H
#define MEDFAQ_EXPORT_HTML_SCHEMA_H

#include <stdbool.h>

#include "article/article.h"
#include "base/buf.h"

/* Appends a script element with JSON-LD: a MedicalWebPage, and where the page
 * has the whole article a FAQPage of its sections. lastReviewed is there only
 * if somebody reviewed it. */
void html_add_schema(const struct article *article, bool is_whole,
                     struct buf *out);

#endif
