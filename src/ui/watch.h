/* Folders that are watched for changes; by the kernel, without timers. */
#ifndef MEDFAQ_UI_WATCH_H
#define MEDFAQ_UI_WATCH_H

#include <stdbool.h>

struct watch {
    int fd; /* to be polled; -1: this system cannot, and nothing is told */
    unsigned n_folders; /* that are watched */
    int last_number;    /* the highest that the kernel gave to one */
};

void watch_open(struct watch *watch);
void watch_close(struct watch *watch);

/* Watches the files of a folder, watch_folder also what comes into it; not
 * the folders in it; again: nothing more. Beyond what the system allows,
 * changes are not seen: R reads again. */
void watch_files(struct watch *watch, const char *path);
void watch_folder(struct watch *watch, const char *path);

/* Empties what was told. True when a Markdown file or a folder was written,
 * moved or removed. */
bool watch_take(struct watch *watch);

#endif
