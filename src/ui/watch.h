/* Watches folders for changes: by the kernel, without timers. */
#ifndef MEDFAQ_UI_WATCH_H
#define MEDFAQ_UI_WATCH_H

#include <stdbool.h>

struct watch {
    int fd; /* a descriptor to poll; -1: not available, changes are not seen */
    unsigned n_folders; /* watched now */
    int last_number;    /* the highest watch number so far */
};

void watch_open(struct watch *watch);
void watch_close(struct watch *watch);

/* watch_files reports changed files of a folder, watch_folder new folders in it
 * too. Subfolders are not watched by either. Beyond the system's limit changes
 * are not seen, and R reads again. */
void watch_files(struct watch *watch, const char *path);
void watch_folder(struct watch *watch, const char *path);

/* Reports that a symbolic link was replaced; does nothing for what is none. */
void watch_link(struct watch *watch, const char *path);

/* Reads all pending events. True if a Markdown file or a folder was written,
 * moved or removed, a watched folder itself among them. */
bool watch_take(struct watch *watch);

#endif
