/* What the formats share. */
#ifndef MEDFAQ_EXPORT_FORMAT_H
#define MEDFAQ_EXPORT_FORMAT_H

#include <stddef.h>

#include "article/article.h"
#include "base/buf.h"
#include "export/export.h"

/* Appends text of several lines, made safe for a file. Tabs and newlines are
 * kept. */
void export_add_safe_lines(struct buf *out, const char *text, size_t n_bytes);

/* Appends "not medically reviewed · updated 2026-11-22 · licence CC-BY-4.0",
 * and the publisher and address of an imported article. For the reader's own
 * page, appends only the date. Not yet safe. */
void export_add_state(struct buf *out, const struct article *article);

/* The writers of the formats. */
void export_text(const struct article *article,
                 const struct export_options *options, struct buf *out);
void export_markdown(const struct article *article,
                     const struct export_options *options, struct buf *out);
void export_html(const struct article *article,
                 const struct export_options *options, struct buf *out);
void export_json(const struct article *article,
                 const struct export_options *options, struct buf *out);

#endif
