/* Shared by the files that check pages and the log. [sqlite3] */
#ifndef MEDFAQ_DATA_PAGE_SUMS_DATA_H
#define MEDFAQ_DATA_PAGE_SUMS_DATA_H

#include <stdbool.h>
#include <stdint.h>

#include <sqlite3.h>

#define PAGE_BYTES 4096
#define MARK_BYTES 64 /* at the end of the first block of checksums */
#define GROUP_PAGES ((PAGE_BYTES - MARK_BYTES) / (int)sizeof(uint64_t))
#define GROUP_BYTES ((sqlite3_int64)(1 + GROUP_PAGES) * PAGE_BYTES)

/* How a database stands to its log. All zero before it is first complete. */
struct log_mark {
    uint32_t salts[2]; /* of the log; 0 while it has had none */
    uint32_t frame;    /* the last of the log's that is in the database; 0 */
    uint32_t sums[2];  /* of that frame, over all frames before it */
    uint32_t is_open;  /* pages are being written: without the log there is no
                          whole database */
    uint64_t root;     /* over all checksums, where it is not open */
    uint64_t check;    /* over what stands before it */
};

struct log_file;

/* Lies in memory that SQLite allocates, with the real file behind it. */
struct summed_file {
    sqlite3_file base;
    sqlite3_file *real;
    bool has_failed;
    bool is_plain;    /* a database without checksums, of an older form */
    bool is_changing; /* mark says so: it is open */
    struct log_mark mark;
    struct log_file *log; /* NULL: not open */
    sqlite3_int64 group;  /* whose checksums these are; -1: none */
    uint64_t sums[GROUP_PAGES];
};

/* A write-ahead log, with the real file behind it. */
struct log_file {
    sqlite3_file base;
    sqlite3_file *real;
    struct summed_file *database;
    uint32_t frame; /* whose page was read last: a checkpoint writes it next */
};

/* Of a number and the content of a page; never 0. */
uint64_t page_sum(sqlite3_int64 number, const void *bytes);

/* Opens a log, or a rollback journal, of a database that is open. */
int page_log_open(sqlite3_vfs *real_vfs, const char *name, sqlite3_file *base,
                  int flags, int *out_flags);

/* To be called before a page is written, and when all are on the disk. */
int page_log_begin(struct summed_file *file);
int page_log_end(struct summed_file *file);

/* Whether all checksums are those of one moment: false for a file of which a
 * part is of another. */
bool page_log_is_whole(struct summed_file *file);

#endif
