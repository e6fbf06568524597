/* The reader: one entry for the command line. */
#ifndef MEDFAQ_UI_UI_H
#define MEDFAQ_UI_UI_H

#include <stdbool.h>
#include <stddef.h>

#include "kind/kind.h"
#include "base/error.h"

/* What to open; all is borrowed while ui_run runs. */
struct ui_options {
    /* Of the library; read when it is first needed. */
    const char *const *folders;
    size_t n_folders;
    /* The article to begin with; NULL with no content: the library. */
    const char *path;
    /* Instead of path: words that no article is called by, to be searched. */
    const char *query;
    /* Instead of path: an article from standard input. */
    const char *content;
    size_t n_content_bytes;
    unsigned cells;  /* of text; 0: as configured */
    bool linear;     /* begin in linear mode, whatever is configured */
    enum kind kind;  /* go to this kind of section; KIND_NONE: the start */
    bool is_private; /* remember nothing */
    bool is_secure;  /* start no program, write no file */
};

/* Runs the reader until the user leaves. Returns the exit status (128 + n
 * after signal n), or -1 with the reason in err when this terminal cannot
 * show a screen; nothing has been written to it then. The locale is set by
 * the caller. */
int ui_run(const struct ui_options *options, struct error *err);

#endif
