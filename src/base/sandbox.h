/* Giving up rights to files that a program does not need, for good, for itself
 * and all programs that it starts. [Landlock, since Linux 5.13] */
#ifndef MEDFAQ_BASE_SANDBOX_H
#define MEDFAQ_BASE_SANDBOX_H

#include <stdbool.h>

/* The version of Landlock that the kernel offers; 0: none. */
int sandbox_version(void);

/* From now on this thread, and the threads and programs that it starts, can
 * write, make and remove files only below the paths in writable, and read files
 * and run programs only below those in readable and writable; readable NULL:
 * everywhere. Both lists end with NULL. For a path that is not there the folder
 * above it counts that is. Terminals and /dev/null can be written in any case,
 * and open descriptors go on working. Where the kernel takes it, TCP is closed
 * as well. Returns false, and nothing has changed, where there is no
 * Landlock. */
bool sandbox_enter(const char *const *readable, const char *const *writable);

#endif
