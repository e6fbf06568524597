/* A VFS that verifies a checksum of every page of a database. [sqlite3]
 *
 * Before each 504 pages of the database, the file has a block with their
 * checksums, computed from the number and the content of each page. So a page
 * that was changed, moved, or restored from an earlier time is detected when it
 * is read: the statement ends with SQLITE_CORRUPT, and so does every later one
 * of the connection. A file that was composed of parts from different times is
 * detected when it is opened, and so is a log from another time
 * (page_log.c). */
#ifndef MEDFAQ_DATA_PAGE_SUMS_H
#define MEDFAQ_DATA_PAGE_SUMS_H

#include <stdbool.h>

#include <sqlite3.h>

/* Registers the VFS and returns its name for sqlite3_open_v2, or NULL, which
 * stands for the default VFS, if that fails. */
const char *page_sums_register(void);

/* Tells whether the connection has read a page that is not what was written. */
bool page_sums_have_failed(sqlite3 *connection);

#endif
