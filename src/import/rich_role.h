/* What the elements of HTML and SPL are to a reader. [libxml2] */
#ifndef MEDFAQ_IMPORT_RICH_ROLE_H
#define MEDFAQ_IMPORT_RICH_ROLE_H

#include <libxml/tree.h>

enum role_type {
    ROLE_INLINE, /* of no matter, in running text */
    ROLE_BLOCK,
    ROLE_HEADING,
    ROLE_DETAILS,
    ROLE_SUMMARY,
    ROLE_LIST,
    ROLE_ORDERED,
    ROLE_ITEM,
    ROLE_TERM,
    ROLE_QUESTION, /* heads what comes after it */
    ROLE_BUTTON,   /* text in a heading, else a control */
    ROLE_QUOTE,
    ROLE_PREFORMATTED,
    ROLE_TABLE,
    ROLE_EMPHASIS,
    ROLE_STRONG,
    ROLE_SUBSCRIPT,
    ROLE_SUPERSCRIPT,
    ROLE_FORMULA, /* of MathML, and more than a row of others */
    ROLE_LINK,
    ROLE_IMAGE,
    ROLE_NOTE,
    ROLE_NOTE_REFERENCE,
    ROLE_NOTE_TEXT, /* of a note that is cited elsewhere */
    ROLE_BREAK,
    ROLE_NOTHING, /* shows no text of the article */
};

struct role {
    enum role_type type;
    unsigned level;    /* of a heading */
    const char *alert; /* of a quote: "WARNING", or NULL */
    const char *what;  /* it is, for what shows no text */
};

struct role role_of(const xmlNode *element);

#endif
