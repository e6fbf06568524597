/* What became of the sources of an import, for the lines at its end. */
#ifndef MEDFAQ_IMPORT_REPORT_H
#define MEDFAQ_IMPORT_REPORT_H

#include <stddef.h>
#include <stdio.h>

#include "base/charset.h"
#include "import/destination.h"

#define REPORT_EXAMPLES 3

/* Documents that were left out for one reason. */
struct omission {
    char *reason;
    size_t n;
    char *examples[REPORT_EXAMPLES]; /* names of the first ones */
};

/* A zeroed one is empty. */
struct report {
    size_t n_put[PUT_COUNT];
    size_t n_failed;        /* documents or articles that were told of */
    size_t n_refused;       /* documents of which no article came, besides */
    struct omission beside; /* articles that came as PUT_BESIDE; no reason */
    struct omission *omissions;
    size_t n_omissions, capacity;
};

void report_finish(struct report *report);

/* Counts a document, by its name, as left out. */
void report_omit(struct report *report, const char *name, const char *reason);
/* Counts what became of an article. */
void report_put(struct report *report, const char *id, enum put result);
/* The articles that are there now, whether written or left as they were. */
size_t report_count_articles(const struct report *report);

/* What became of an article, in words; for up to PUT_SAME. */
const char *report_put_name(enum put result);

/* Prints text as a terminal may show it. */
void report_print_text(FILE *out, const struct charset *charset,
                       const char *text);

/* Prints the lines about articles in a place, a folder or a file. A note, such
 * as " (dry run)", ends the first line. */
struct report_place {
    const char *name, *note;
    const struct charset *charset;
};
void report_print(const struct report *report,
                  const struct report_place *place);

#endif
