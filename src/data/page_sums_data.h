/* Shared by the files that verify pages and the write-ahead log. [sqlite3] */
#ifndef MEDFAQ_DATA_PAGE_SUMS_DATA_H
#define MEDFAQ_DATA_PAGE_SUMS_DATA_H

#include <stdbool.h>
#include <stdint.h>

#include <sqlite3.h>

#define PAGE_BYTES 4096
#define MARK_BYTES 64 /* at the end of the first block of checksums */
#define GROUP_PAGES ((PAGE_BYTES - MARK_BYTES) / (int)sizeof(uint64_t))
#define GROUP_BYTES ((sqlite3_int64)(1 + GROUP_PAGES) * PAGE_BYTES)
#define GROUPS_KEPT 16

/* The state of a database in relation to its log. All zero until the database
 * is first complete. */
struct log_mark {
    uint32_t salts[2]; /* of the log; 0 before the first */
    uint32_t frame;    /* the last that was copied into the database, or 0 */
    uint32_t sums[2];  /* cumulative checksum of that frame */
    /* Pages are being written: without the log, the database is incomplete. */
    uint32_t is_open;
    uint64_t root;  /* over all page checksums; valid if not open */
    uint64_t check; /* over the fields above */
};

/* The checksums of a group of pages. */
struct group_sums {
    sqlite3_int64 group; /* -1: not known */
    uint64_t sums[GROUP_PAGES];
};

struct log_file;

/* A database file, in memory that SQLite allocates; the real file follows
 * it. */
struct summed_file {
    sqlite3_file base;
    sqlite3_file *real;
    bool has_failed;
    bool is_plain;    /* an older database, without checksums */
    bool is_changing; /* the mark is open */
    struct log_mark mark;
    struct log_file *log; /* NULL if it is not open */
    /* Those of recent groups, by group; NULL until one is read. */
    struct group_sums *groups[GROUPS_KEPT];
};

/* A write-ahead log; the real file follows it in memory. */
struct log_file {
    sqlite3_file base;
    sqlite3_file *real;
    struct summed_file *database;
    uint32_t frame; /* read last; a checkpoint writes its page next */
};

/* Returns the checksum of a page's number and content; never 0. */
uint64_t page_sum(sqlite3_int64 number, const void *bytes);

/* Opens the write-ahead log or the rollback journal of an open database. */
int page_log_open(sqlite3_vfs *real_vfs, const char *name, sqlite3_file *base,
                  int flags, int *out_flags);

/* page_log_begin is called before a page is written, page_log_end when all
 * pages are on the disk. */
int page_log_begin(struct summed_file *file);
int page_log_end(struct summed_file *file);

/* Tells whether all checksums are from the same time; false if a part of the
 * file was replaced. */
bool page_log_is_whole(struct summed_file *file);

#endif
