/* A folder for an index that cannot be in the cache: for this process alone,
 * and gone when it ends. */
#ifndef MEDFAQ_INDEX_PRIVATE_FOLDER_H
#define MEDFAQ_INDEX_PRIVATE_FOLDER_H

/* Returns the path of the folder, which all of the process share, or NULL if
 * none can be made. The first call makes it (0700), in one of the folders of
 * paths_runtime. Each call needs its release. */
const char *private_folder_acquire(void);

/* The last release removes the folder and its files. */
void private_folder_release(void);

/* Removes the folders of processes that were killed. */
void private_folder_sweep(void);

#endif
