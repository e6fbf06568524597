/* The article's own tree: what libcmark finds, plus tables, alerts, citations
 * and risk blocks. Each node has its range in the source.
 *
 * The visible text of the article is one string, article->text, in reading
 * order; a node that shows text has a range of it. Find in the reader works on
 * this string: blocks are separated by '\n', a soft break is ' ' and a hard
 * break is '\n'. It is what the author wrote, with entities decoded and as
 * valid UTF-8, but it is *not* safe for the screen: only text/flow.c makes
 * spans of it. */
#ifndef MEDFAQ_ARTICLE_NODE_H
#define MEDFAQ_ARTICLE_NODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "kind/kind.h"

enum node_type {
    /* blocks that hold blocks */
    NODE_DOCUMENT,
    NODE_QUOTE,
    NODE_ALERT, /* a block quote that begins with [!WORD] */
    NODE_LIST,
    NODE_ITEM,
    NODE_TABLE, /* its children are rows */
    NODE_ROW,   /* its children are cells, at most one per column */
    /* blocks that hold inlines */
    NODE_PARAGRAPH,
    NODE_HEADING,
    NODE_CELL,
    /* blocks that hold text */
    NODE_CODE_BLOCK,
    NODE_HTML_BLOCK, /* shown as text; comments are left out */
    NODE_RISK,       /* text: its sentences or faults; risk: its figures */
    NODE_RULE,
    NODE_NOTICE, /* a message of medfaq's own */
    /* inlines that hold inlines */
    NODE_EMPH,
    NODE_STRONG,
    NODE_LINK,  /* index into article->links */
    NODE_IMAGE, /* children: alternative text; index into article->links */
    /* inlines that hold text */
    NODE_TEXT,
    NODE_CODE,
    NODE_HTML,
    NODE_CITATION, /* text "[^id]" ; index into article->references or -1 */
    NODE_SOFT_BREAK,
    NODE_HARD_BREAK,
};

enum alert {
    ALERT_EMERGENCY,
    ALERT_URGENT,
    ALERT_SEE_DOCTOR,
    ALERT_WARNING,
    ALERT_CAUTION,
    ALERT_IMPORTANT,
    ALERT_NOTE,
    ALERT_TIP,
    ALERT_COUNT
};

/* Returns the word in the brackets: "EMERGENCY", "SEE-DOCTOR", ... */
const char *alert_name(enum alert alert);
/* Returns the kind of an alert: emergency, see-doctor, warnings or none. */
enum kind alert_kind(enum alert alert);
/* Returns the label shown on the screen in a language: "SEE A DOCTOR". */
const char *alert_label(enum alert alert, const char *lang);

enum align {
    ALIGN_NONE,
    ALIGN_LEFT,
    ALIGN_CENTRE,
    ALIGN_RIGHT,
};

struct risk; /* article/risk.h */

struct node {
    enum node_type type;
    struct node *parent, *first, *last, *next;

    uint32_t source_start, source_end; /* byte range in article->source */
    uint32_t text_start, text_end;     /* byte range in article->text */

    union {
        struct {
            unsigned level; /* 1 to 6 */
            uint32_t index; /* in article->headings */
        } heading;
        struct {
            bool ordered, tight;
            char delimiter; /* '.' or ')' */
            unsigned start; /* first number */
        } list;
        enum alert alert;
        struct {
            unsigned n_columns;
            const enum align *align;
        } table;          /* the first row is the header; none has more cells */
        const char *info; /* info string of a code block; "" if it has none */
        const struct risk *risk;
        int32_t index; /* link, image, citation */
    };
};

/* Walk the tree below root depth first without recursion: return the node that
 * follows node, or NULL at the end. node_skip passes over node's children. */
const struct node *node_walk(const struct node *root, const struct node *node);
const struct node *node_skip(const struct node *root, const struct node *node);

bool node_holds_inlines(enum node_type type);

/* Returns the first link, image, code span, HTML or citation of a block that
 * follows one of its nodes and ends after an offset in the text, or NULL. Words
 * in it have a function or a look of their own. */
const struct node *node_next_special(const struct node *block,
                                     const struct node *node,
                                     uint32_t text_offset);

/* How deep containers may be nested, so that layout may recurse. What is nested
 * deeper becomes a sibling. */
#define NODE_MAX_DEPTH 64

#endif
