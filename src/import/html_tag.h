/* What is a tag of HTML, and what only has a "<" in it: "if your weight<40 kg",
 * "pulse<b on the chart", "<limit". */
#ifndef MEDFAQ_IMPORT_HTML_TAG_H
#define MEDFAQ_IMPORT_HTML_TAG_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strs.h"

/* A text, and the names that elements have in it besides HTML's own. */
struct html_tags {
    const char *end;
    const char *last_close; /* the last ">", or NULL: spares looking for it */
    const char *last_comment_end; /* the last "--" that ends one, or NULL */
    struct strs names;            /* that an end tag has; sorted */
};

void html_tags_init(struct html_tags *tags, const char *text, size_t n_bytes);
void html_tags_finish(struct html_tags *tags);

/* Length of the tag, comment or declaration that begins with the "<" at a place
 * in the text; 0 if it is text. A name that HTML does not have begins an
 * element where it has a hyphen or a colon, or an end tag somewhere. A comment
 * that nothing closes ends with its line. */
size_t html_tag_length(const struct html_tags *tags, const char *at);

/* Is that a comment, a declaration, or what HTML takes for a comment? */
bool html_tag_is_comment(const struct html_tags *tags, const char *at);

struct html_attribute {
    const char *name, *value; /* as written; value NULL: there is none */
    size_t n_name, n_value;
};

/* The next attribute of a tag, from *at on, which goes past it; for the first
 * one *at is the tag. False at the tag's end. */
bool html_tag_attribute(const char **at, const char *end,
                        struct html_attribute *attribute);
bool html_attribute_is(const struct html_attribute *attribute,
                       const char *name);

/* Does a tag, start or end, have this name? */
bool html_tag_is(const char *at, size_t n_bytes, const char *name);

#endif
