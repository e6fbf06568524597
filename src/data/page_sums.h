/* A VFS that does not believe its file: every page of a database has a checksum
 * beside it. [sqlite3]
 *
 * Before each 504 pages of the database the file has a block with their
 * checksums, which go over the number of a page and all that is in it. So a
 * page that was changed, moved, or put back from an earlier time is noticed
 * when it is read: the statement ends with SQLITE_CORRUPT, and so does every
 * later one of the connection. Of a file in which parts of two times are joined
 * that is noticed when it is opened, and so is a log that belongs to another
 * time of the database (page_log.c). */
#ifndef MEDFAQ_DATA_PAGE_SUMS_H
#define MEDFAQ_DATA_PAGE_SUMS_H

#include <stdbool.h>

#include <sqlite3.h>

/* The name of the VFS, for sqlite3_open_v2, once it is registered. NULL, the
 * default VFS, where that failed. */
const char *page_sums_register(void);

/* Whether the connection has met a page that is not what was written. */
bool page_sums_have_failed(sqlite3 *connection);

#endif
