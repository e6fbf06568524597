/* What the readers of light markup have in common. */
#ifndef MEDFAQ_IMPORT_LIGHT_READER_H
#define MEDFAQ_IMPORT_LIGHT_READER_H

#include "import/light_markup.h"

/* A text without white space at its ends. */
struct light_text {
    const char *at, *end;
};

/* Markup within a line that shows nothing: from open through close. */
struct light_span {
    const char *open, *close;
    bool tight; /* no space is in it */
};

struct light_reader {
    const struct light_markup_sink *sink;
    const struct light_span *spans;
    /* The length of other markup that shows nothing; 0: none. May be NULL. */
    size_t (*other_markup)(const struct light_text *text);
    unsigned line;
    size_t n_shown;     /* lines so far */
    size_t hidden;      /* Org: below headings of this level; 0: none */
    const char *until;  /* Org: hidden up to a line that begins so */
    size_t deeper;      /* rst: hidden while lines are indented more ... */
    bool skips_deeper;  /* ... if so */
    bool reads_options; /* rst: of a directive */
    bool reads_results; /* Org: of code */
};

/* A text without the white space at its ends. */
struct light_text light_trim(const char *at, const char *end);

/* Without case. */
bool light_begins(const struct light_text *text, const char *start);

/* Behind "1.", "a)", "#.", "-" and the space after it. */
struct light_text light_without_mark(struct light_text text);

/* Gives the pieces of a text to the sink; false if it ended the reading. */
bool light_take(struct light_reader *reader, struct light_text text);

/* Reads all lines by a function; false if it says so. */
bool light_read_lines(struct light_reader *reader, const char *text,
                      size_t n_bytes,
                      bool (*read_line)(struct light_reader *reader,
                                        struct light_text line));

#endif
