/* The locations of medfaq's own files, by the XDG Base Directory Specification.
 *
 * A variable that is not an absolute path counts as not set. A home folder that
 * does not exist is an error and is never created, since nobody would look
 * there. */
#ifndef MEDFAQ_BASE_PATHS_H
#define MEDFAQ_BASE_PATHS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

enum paths_kind {
    PATHS_CONFIG, /* $XDG_CONFIG_HOME/medfaq: settings */
    PATHS_STATE,  /* $XDG_STATE_HOME/medfaq: places, notes, marks */
    PATHS_CACHE,  /* $XDG_CACHE_HOME/medfaq: what can be rebuilt */
    PATHS_DATA,   /* $XDG_DATA_HOME/medfaq: the user's articles */
};

/* Returns the path of a folder, which need not exist yet; the caller frees it.
 * Returns NULL and sets err if HOME is needed and is not set or not an existing
 * folder. */
char *paths_find(enum paths_kind kind, struct error *err);

/* Returns the path of a file or folder in it: paths_in(PATHS_DATA, "articles",
 * ...) */
char *paths_in(enum paths_kind kind, const char *name, struct error *err);

/* Like paths_find, but also creates the folder and its missing parents with
 * mode 0700. For STATE and CACHE, removes the right of other users to write the
 * folder. Returns NULL and sets err if it belongs to another user. */
char *paths_make(enum paths_kind kind, struct error *err);

/* Tells whether no other user can put files into a folder. True if it does not
 * exist. */
bool paths_is_private(const char *folder);

/* Returns $TMPDIR if it is an absolute path, otherwise /tmp. It may not
 * exist. */
const char *paths_temporary(void);

/* Stores the folders for files that last as long as the program, the preferred
 * one first: $XDG_RUNTIME_DIR, if it is set, and paths_temporary. Returns their
 * number. They may not exist. */
#define PATHS_RUNTIME_MAX 2
size_t paths_runtime(const char *folders[PATHS_RUNTIME_MAX]);

/* Returns $HOME if it is the absolute path of an existing folder, otherwise
 * NULL. */
const char *paths_home(void);

/* Expands "~" and "~/x", as typed by the user, to $HOME. The caller frees the
 * result. */
char *paths_expand_home(const char *path);

/* Abbreviates a path below $HOME to "~/x"; copies any other. The caller frees
 * the result. */
char *paths_shorten_home(const char *path);

#endif
