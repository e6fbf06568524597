/* What medfaq takes from the lines of Markdown before libcmark sees them:
 * notes, link definitions, and whether there may be tables.
 *
 * A scan knows fences, comments and containers well enough for that, no more:
 * a note that it takes for code stays in the text, one that it takes out of
 * code is shown as a note; neither is lost. */
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

/* What may be a link definition: "[label]: address". */
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
    /* Places where a block begins that leaves all others: between them, the
     * text can be parsed apart. */
    uint32_t *cuts;
    size_t n_cuts, cuts_capacity;
    size_t n_titles; /* level-1 headings at the top */
    bool hostile;    /* libcmark would take too long for it */
    /* Lines that look like the second of a table, in order. */
    uint32_t *delimiters;
    size_t n_delimiters, delimiters_capacity;
};

/* Scans source from body_start on. Cuts are at most about part_bytes apart,
 * where blocks allow it. */
void prescan_run(struct prescan *scan, const char *source, size_t n_bytes,
                 size_t body_start, size_t part_bytes);
void prescan_finish(struct prescan *scan);

#endif
