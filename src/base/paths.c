/* Finds medfaq's own files. This is the only place that reads HOME, TMPDIR and
 * XDG_*. */
#include "base/paths.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"

struct xdg_folder {
    const char *variable;
    const char *in_home; /* used if the variable is not set */
};

static const struct xdg_folder xdg_folders[] = {
    [PATHS_CONFIG] = {"XDG_CONFIG_HOME", ".config"},
    [PATHS_STATE] = {"XDG_STATE_HOME", ".local/state"},
    [PATHS_CACHE] = {"XDG_CACHE_HOME", ".cache"},
    [PATHS_DATA] = {"XDG_DATA_HOME", ".local/share"},
};

/* Returns the value of a variable if it is an absolute path: the specification
 * says to ignore any other. */
static const char *absolute(const char *variable)
{
    const char *value = getenv(variable);
    return value && value[0] == '/' ? value : NULL;
}

const char *paths_home(void)
{
    const char *home = absolute("HOME");
    return home && file_is_folder(home) ? home : NULL;
}

static bool is_below(const char *path, const char *folder)
{
    size_t n_bytes = strlen(folder);
    while (n_bytes && folder[n_bytes - 1] == '/')
        n_bytes--;
    return !strncmp(path, folder, n_bytes) &&
           (path[n_bytes] == '/' || !path[n_bytes]);
}

static char *no_home(const struct xdg_folder *xdg, struct error *err)
{
    const char *home = getenv("HOME");
    if (home && *home)
        error_set(err,
                  _("HOME is %s, which is not an existing folder; set HOME or "
                    "%s to one"),
                  home, xdg->variable);
    else
        error_set(err, _("HOME is not set; set HOME or %s to a folder"),
                  xdg->variable);
    return NULL;
}

/* Returns the folder of the variable, or the default in the home folder. A
 * folder below a home that does not exist is not used, since creating it would
 * create the home. */
static char *find_base(const struct xdg_folder *xdg, struct error *err)
{
    const char *folder = absolute(xdg->variable), *home = absolute("HOME");
    bool has_home = paths_home();
    if (folder && (has_home || !home || !is_below(folder, home)))
        return mem_strdup(folder);
    return has_home ? file_join(home, xdg->in_home) : no_home(xdg, err);
}

char *paths_find(enum paths_kind kind, struct error *err)
{
    char *base = find_base(&xdg_folders[kind], err);
    char *path = base ? file_join(base, "medfaq") : NULL;
    free(base);
    return path;
}

char *paths_in(enum paths_kind kind, const char *name, struct error *err)
{
    char *folder = paths_find(kind, err);
    char *path = folder ? file_join(folder, name) : NULL;
    free(folder);
    return path;
}

#define WRITABLE_BY_OTHERS ((mode_t)(S_IWGRP | S_IWOTH))

bool paths_is_private(const char *folder)
{
    struct stat st;
    return stat(folder, &st) != 0 ||
           (st.st_uid == geteuid() && !(st.st_mode & WRITABLE_BY_OTHERS));
}

/* Removes the right of other users to write a folder, who could replace our
 * files. */
static bool make_private(const char *folder, struct error *err)
{
    struct stat st;
    if (stat(folder, &st) != 0)
        return error_set(err, "%s: %s", folder, strerror(errno));
    if (st.st_uid != geteuid())
        return error_set(err, _("%s: belongs to another user"), folder);
    if (!(st.st_mode & WRITABLE_BY_OTHERS) ||
        chmod(folder, st.st_mode & 07777 & ~WRITABLE_BY_OTHERS) == 0)
        return true;
    return error_set(err, _("%s: other users may write it: %s"), folder,
                     strerror(errno));
}

char *paths_make(enum paths_kind kind, struct error *err)
{
    char *folder = paths_find(kind, err);
    bool is_ours = kind == PATHS_CACHE || kind == PATHS_STATE;
    if (folder && file_make_folder(folder, err) &&
        (!is_ours || make_private(folder, err)))
        return folder;
    free(folder);
    return NULL;
}

const char *paths_temporary(void)
{
    const char *folder = absolute("TMPDIR");
    return folder ? folder : "/tmp";
}

size_t paths_runtime(const char *folders[PATHS_RUNTIME_MAX])
{
    const char *runtime = absolute("XDG_RUNTIME_DIR");
    size_t n = 0;
    if (runtime)
        folders[n++] = runtime;
    folders[n++] = paths_temporary();
    return n;
}

char *paths_expand_home(const char *path)
{
    const char *home = getenv("HOME");
    if (path[0] != '~' || (path[1] && path[1] != '/') || !home || !*home)
        return mem_strdup(path);
    struct buf longer;
    buf_init(&longer);
    buf_add(&longer, home);
    buf_add(&longer, path + 1);
    return buf_steal(&longer);
}

char *paths_shorten_home(const char *path)
{
    const char *home = getenv("HOME");
    size_t n_bytes = home ? strlen(home) : 0;
    while (n_bytes && home[n_bytes - 1] == '/')
        n_bytes--;
    if (!n_bytes || strncmp(path, home, n_bytes) ||
        (path[n_bytes] && path[n_bytes] != '/'))
        return mem_strdup(path);
    struct buf shorter;
    buf_init(&shorter);
    buf_add_char(&shorter, '~');
    buf_add(&shorter, path + n_bytes);
    return buf_steal(&shorter);
}
