/* Text of a JSON string or a table's cell, which says nowhere whether it is
 * HTML, HTML with its tags escaped once more, Markdown, or plain. [libxml2] */
#ifndef MEDFAQ_IMPORT_FRAGMENT_H
#define MEDFAQ_IMPORT_FRAGMENT_H

#include <stdbool.h>

#include "base/buf.h"
#include "import/rich.h"

enum fragment_form {
    FRAGMENT_PLAIN,
    FRAGMENT_HTML,
    FRAGMENT_ESCAPED_HTML,
    FRAGMENT_MARKDOWN,
};

/* The format of a text, guessed from its markup. */
enum fragment_form fragment_form(const char *text);

/* Writes a text, its highest heading at a level; options are those of rich. */
void fragment_write(struct rich *rich, struct rich_options *options,
                    const char *text, unsigned level);

/* "&lt;p&gt;One drop.&lt;/p&gt;" -> "<p>One drop.</p>"; the caller frees. */
char *fragment_unescape(const char *text);

/* Appends what a reader sees of a text: without tags, entities decoded. */
void fragment_words(const char *text, struct buf *out);

#endif
