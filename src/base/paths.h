/* Where medfaq's own files are: the XDG Base Directory Specification.
 *
 * A variable that is not an absolute path counts as not set. A home that does
 * not exist is an error and is never created: nobody would look there. */
#ifndef MEDFAQ_BASE_PATHS_H
#define MEDFAQ_BASE_PATHS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

enum paths_kind {
    PATHS_CONFIG, /* $XDG_CONFIG_HOME/medfaq: settings */
    PATHS_STATE,  /* $XDG_STATE_HOME/medfaq: what the user made */
    PATHS_CACHE,  /* $XDG_CACHE_HOME/medfaq: what can be made again */
    PATHS_DATA,   /* $XDG_DATA_HOME/medfaq: the user's articles */
};

/* The path of a folder, which need not be there yet; the caller frees. NULL
 * with err where HOME is needed and is not set or not an existing folder. */
char *paths_find(enum paths_kind kind, struct error *err);

/* The same, of a file or folder in it: paths_in(PATHS_DATA, "articles", ...) */
char *paths_in(enum paths_kind kind, const char *name, struct error *err);

/* Makes the folder (0700) and those above it as far as they are missing;
 * otherwise like paths_find. Takes the right to write it, for STATE and CACHE,
 * from other users; NULL with err if it is another user's. */
char *paths_make(enum paths_kind kind, struct error *err);

/* Whether no other user may put files into the folder; true if it is missing.
 */
bool paths_is_private(const char *folder);

/* $TMPDIR if it is an absolute path, otherwise /tmp; it need not exist. */
const char *paths_temporary(void);

/* Stores the folders for files that end with the program, the better one first:
 * $XDG_RUNTIME_DIR, if it is set, and paths_temporary.
 * They need not exist. Returns how many. */
#define PATHS_RUNTIME_MAX 2
size_t paths_runtime(const char *folders[PATHS_RUNTIME_MAX]);

/* $HOME if it is an absolute path of an existing folder, otherwise NULL. */
const char *paths_home(void);

/* Expands "~" and "~/x", as typed by the user, to $HOME; the caller frees. */
char *paths_expand_home(const char *path);

/* Abbreviates a path below $HOME to "~/x"; otherwise a copy. The caller
 * frees. */
char *paths_shorten_home(const char *path);

#endif
