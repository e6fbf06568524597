/* A folder for an index that cannot be in the cache. It is for this process
 * alone and is removed when the process ends. */
#ifndef MEDFAQ_INDEX_PRIVATE_FOLDER_H
#define MEDFAQ_INDEX_PRIVATE_FOLDER_H

/* Returns the path of the folder, which the whole process shares, or NULL if it
 * cannot be created. The first call creates it (0700) in one of the folders of
 * paths_runtime(). Each call must be matched by a release. */
const char *private_folder_acquire(void);

/* Releases the folder. The last release removes it and its files. */
void private_folder_release(void);

/* Removes the folders of processes that were killed. */
void private_folder_sweep(void);

#endif
