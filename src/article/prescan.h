/* A pass over the lines before libcmark parses them, which finds footnotes,
 * link reference definitions and possible tables. It knows just enough of
 * fences, comments and containers. Its mistakes lose nothing: a footnote taken
 * for code stays in the text, and code taken for a footnote is shown as one. */
#ifndef MEDFAQ_ARTICLE_PRESCAN_H
#define MEDFAQ_ARTICLE_PRESCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A footnote, "[^id]: text" and the lines that continue it, as source
 * offsets. */
struct note {
    uint32_t start, end;
    uint32_t id_start, id_end;
    uint32_t content; /* after the colon and the white space */
};

/* A possible link reference definition, "[label]: address". */
struct definition {
    uint32_t start, end; /* from the bracket to the end of a line */
    uint32_t label_end;  /* after the colon */
};

struct prescan {
    struct note *notes;
    size_t n_notes, notes_capacity;
    struct definition *definitions;
    size_t n_definitions, definitions_capacity;
    size_t n_definition_bytes;
    /* Offsets where a block begins that closes all others, so that the text
       between two cuts can be parsed separately. */
    uint32_t *cuts;
    size_t n_cuts, cuts_capacity;
    /* Offsets of lines that look like a table's delimiter row, ascending. */
    uint32_t *delimiters;
    size_t n_delimiters, delimiters_capacity;
};

/* Scans source from body_start on. Cuts are at most about part_bytes apart
 * where the blocks allow it. */
void prescan_run(struct prescan *scan, const char *source, size_t n_bytes,
                 size_t body_start, size_t part_bytes);
void prescan_finish(struct prescan *scan);

#endif
