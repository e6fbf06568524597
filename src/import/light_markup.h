/* The text of Org files and reStructuredText by their lines: what their readers
 * see of them, cut where markup stands. */
#ifndef MEDFAQ_IMPORT_LIGHT_MARKUP_H
#define MEDFAQ_IMPORT_LIGHT_MARKUP_H

#include <stdbool.h>
#include <stddef.h>

/* A piece of a text that stands in a line, from 1; false ends the reading. */
struct light_markup_sink {
    void *user;
    bool (*piece)(void *user, const char *text, size_t n_bytes, unsigned line);
};

/* Gives all pieces of a text; false if the sink ended it. Left out is what is
 * no text by the rules of the format: comments, directives and their options,
 * drawers, targets, what is meant for other formats or marked as not to be
 * exported. */
bool light_markup_read_org(const char *text, size_t n_bytes,
                           const struct light_markup_sink *sink);
bool light_markup_read_rst(const char *text, size_t n_bytes,
                           const struct light_markup_sink *sink);

/* Of plain text only tables are cut. */
bool light_markup_read_plain(const char *text, size_t n_bytes,
                             const struct light_markup_sink *sink);

#endif
