/* The reader: its one entry point. */
#ifndef MEDFAQ_UI_UI_H
#define MEDFAQ_UI_UI_H

#include <stdbool.h>
#include <stddef.h>

#include "kind/kind.h"
#include "base/error.h"

/* What to open; everything is borrowed while ui_run runs. */
struct ui_options {
    /* The folders of the library, read when first needed. */
    const char *const *folders;
    size_t n_folders;
    /* The article to open; NULL with no content: the library. */
    const char *path;
    const char *note; /* told in the status line at first; NULL: nothing */
    /* Instead of path: words to search for, which match no title. */
    const char *query;
    /* Instead of path: an article from standard input. */
    const char *content;
    size_t n_content_bytes;
    unsigned cells;  /* text width; 0: as configured */
    bool linear;     /* start in linear mode, whatever is configured */
    enum kind kind;  /* go to this kind of section; KIND_NONE: the start */
    bool is_private; /* remember nothing */
    bool is_secure;  /* start no program, write no file */
};

/* Runs the reader until the user leaves. Returns the exit status (128 + n after
 * signal n), or -1 with err, and nothing written, if this terminal cannot show
 * a screen. The caller sets the locale. */
int ui_run(const struct ui_options *options, struct error *err);

#endif
