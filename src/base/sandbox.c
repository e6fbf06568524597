/* Uses the system calls of Landlock, for which there is no library. The rights
 * that older headers lack have the values of linux/landlock.h. */
#include "base/sandbox.h"

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#ifdef MEDFAQ_LANDLOCK

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/mem.h"

#define ACCESS_REFER ((uint64_t)1 << 13)    /* since version 2 */
#define ACCESS_TRUNCATE ((uint64_t)1 << 14) /* 3 */
#define NET_BIND ((uint64_t)1 << 0)         /* 4 */
#define NET_CONNECT ((uint64_t)1 << 1)      /* 4 */

#define ACCESS_READ                                                            \
    ((uint64_t)(LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE |    \
                LANDLOCK_ACCESS_FS_READ_DIR))
#define ACCESS_MAKE                                                            \
    ((uint64_t)(LANDLOCK_ACCESS_FS_REMOVE_DIR |                                \
                LANDLOCK_ACCESS_FS_REMOVE_FILE |                               \
                LANDLOCK_ACCESS_FS_MAKE_CHAR | LANDLOCK_ACCESS_FS_MAKE_DIR |   \
                LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_SOCK |   \
                LANDLOCK_ACCESS_FS_MAKE_FIFO | LANDLOCK_ACCESS_FS_MAKE_BLOCK | \
                LANDLOCK_ACCESS_FS_MAKE_SYM))
/* Rights that a rule can give for a single file. */
#define ACCESS_FILE                                                            \
    ((uint64_t)(LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE |   \
                LANDLOCK_ACCESS_FS_READ_FILE) |                                \
     ACCESS_TRUNCATE)

/* The argument of the system call. Its members came with versions 1 and 4. */
struct ruleset {
    uint64_t files, net;
};

int sandbox_version(void)
{
    long version = syscall(SYS_landlock_create_ruleset, NULL, (size_t)0,
                           LANDLOCK_CREATE_RULESET_VERSION);
    return version > 0 ? (int)version : 0;
}

static uint64_t write_rights(int version)
{
    return ACCESS_MAKE | (uint64_t)LANDLOCK_ACCESS_FS_WRITE_FILE |
           (version >= 2 ? ACCESS_REFER : 0) |
           (version >= 3 ? ACCESS_TRUNCATE : 0);
}

/* Opens a path or its nearest existing parent. Returns -1 if there is none. */
static int open_existing(const char *path)
{
    char *start = mem_strdup(path);
    int fd = open(start, O_PATH | O_CLOEXEC);
    for (char *slash; fd < 0 && (slash = strrchr(start, '/'));) {
        slash[slash == start] = '\0'; /* keep "/" itself */
        fd = open(start, O_PATH | O_CLOEXEC);
        if (slash == start)
            break;
    }
    if (fd < 0)
        fd = open(".", O_PATH | O_CLOEXEC);
    free(start);
    return fd;
}

static bool allow(int ruleset, int fd, uint64_t rights)
{
    struct stat file;
    struct landlock_path_beneath_attr rule = {.parent_fd = fd};
    bool ok = fd >= 0 && fstat(fd, &file) == 0;
    rule.allowed_access =
        ok && S_ISDIR(file.st_mode) ? rights : rights & ACCESS_FILE;
    ok = ok && syscall(SYS_landlock_add_rule, ruleset,
                       LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0;
    if (fd >= 0)
        close(fd);
    return ok;
}

static bool allow_all(int ruleset, const char *const *paths, uint64_t rights)
{
    bool ok = true;
    for (; ok && paths && *paths; paths++)
        ok = allow(ruleset, open_existing(*paths), rights);
    return ok;
}

/* A shell may open these for its output. */
static void allow_devices(int ruleset, uint64_t rights)
{
    static const char *const devices[] = {"/dev/null", "/dev/tty", "/dev/pts"};
    for (size_t i = 0; i < sizeof devices / sizeof *devices; i++)
        allow(ruleset, open(devices[i], O_PATH | O_CLOEXEC), rights);
}

bool sandbox_enter(const char *const *readable, const char *const *writable)
{
    int version = sandbox_version();
    uint64_t writing = write_rights(version);
    uint64_t reading = readable ? ACCESS_READ : 0;
    const struct ruleset rights = {writing | reading, NET_BIND | NET_CONNECT};
    size_t n_bytes = version >= 4 ? sizeof rights : sizeof rights.files;
    if (!version)
        return false;
    int ruleset =
        (int)syscall(SYS_landlock_create_ruleset, &rights, n_bytes, 0);
    if (ruleset < 0)
        return false;
    allow_devices(ruleset, (writing | reading) & ACCESS_FILE);
    bool ok = allow_all(ruleset, writable, writing | reading) &&
              allow_all(ruleset, readable, reading) &&
              prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
              syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
    close(ruleset);
    return ok;
}

#else

int sandbox_version(void)
{
    return 0;
}

bool sandbox_enter(const char *const *readable, const char *const *writable)
{
    (void)readable, (void)writable;
    return false;
}

#endif
