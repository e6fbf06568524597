/* Describes an article by schema.org, for programs that read the page. */
#ifndef MEDFAQ_EXPORT_HTML_SCHEMA_H
#define MEDFAQ_EXPORT_HTML_SCHEMA_H

#include <stdbool.h>

#include "article/article.h"
#include "base/buf.h"

/* Appends a script element with JSON-LD: a MedicalWebPage and, if the page has
 * the whole article, a FAQPage of its sections. lastReviewed is only given if
 * somebody reviewed the article. */
void html_add_schema(const struct article *article, bool is_whole,
                     struct buf *out);

#endif
