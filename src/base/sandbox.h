/* Permanently gives up rights to files that a program does not need, for itself
 * and all programs that it starts. [Landlock, since Linux 5.13] */
#ifndef MEDFAQ_BASE_SANDBOX_H
#define MEDFAQ_BASE_SANDBOX_H

#include <stdbool.h>

/* Returns the version of Landlock that the kernel offers, or 0. */
int sandbox_version(void);

/* Restricts this thread, and the threads and programs that it starts: they can
 * write, make and remove files only below the paths in writable, and read files
 * and run programs only below those in readable and writable (anywhere if
 * readable is NULL). Both lists end with NULL. For a path that does not exist,
 * its nearest existing parent is used. Terminals and /dev/null can always be
 * written, and open descriptors keep working. If the kernel supports it, TCP is
 * blocked as well. Returns false and changes nothing if there is no
 * Landlock. */
bool sandbox_enter(const char *const *readable, const char *const *writable);

#endif
