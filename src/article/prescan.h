/* A pass over the lines before libcmark parses them: it finds notes, link
 * definitions and possible tables. It knows just enough of fences, comments
 * and containers: a note taken for code stays in the text, code taken for a
 * note is shown as a note; neither is lost. */
#ifndef MEDFAQ_ARTICLE_PRESCAN_H
#define MEDFAQ_ARTICLE_PRESCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* "[^id]: text" and the lines that go on with it; offsets in the source. */
struct note {
    uint32_t start, end;
    uint32_t id_start, id_end;
    uint32_t content; /* after the colon and white space */
};

/* A possible link definition: "[label]: address". */
struct definition {
    uint32_t start, end; /* from the bracket on; whole lines */
    uint32_t label_end;  /* after the colon */
};

struct prescan {
    struct note *notes;
    size_t n_notes, notes_capacity;
    struct definition *definitions;
    size_t n_definitions, definitions_capacity;
    size_t n_definition_bytes;
    /* Where a block begins that closes all others: the text between two cuts
     * can be parsed separately. */
    uint32_t *cuts;
    size_t n_cuts, cuts_capacity;
    /* Lines that look like a table's delimiter row, in order. */
    uint32_t *delimiters;
    size_t n_delimiters, delimiters_capacity;
};

/* Scans source from body_start on. Cuts are at most about part_bytes apart,
 * where blocks allow it. */
void prescan_run(struct prescan *scan, const char *source, size_t n_bytes,
                 size_t body_start, size_t part_bytes);
void prescan_finish(struct prescan *scan);

#endif
