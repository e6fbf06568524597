/* The schema of the index. */
#ifndef MEDFAQ_INDEX_SCHEMA_H
#define MEDFAQ_INDEX_SCHEMA_H

#include "base/buf.h"
#include "data/db.h"

/* Creates the tables in an empty database. */
enum db_result schema_make(struct db *db);
/* Checks the schema. Returns DB_DONE for an index of this version, DB_ROW for
 * an empty database, DB_DAMAGED for anything else, or the error that prevented
 * the check. */
enum db_result schema_check(struct db *db);

/* The columns of section_text, in order. FTS5 needs two bytes to record that
 * positions are not in the first column, so that is the one with the most
 * words. */
enum schema_column {
    COLUMN_BODY,
    COLUMN_NAMES,
    COLUMN_HEADING,
    COLUMN_TAGS,
};

/* The prefix of tags: a private-use code point, which no word contains. */
#define TAG "\xEE\x80\x80"
#define TAG_KIND TAG "k"
#define TAG_TYPE TAG "t"
#define TAG_LANG TAG "l"
#define TAG_CODE TAG "c"
#define TAG_PUBLISHER TAG "p"

/* Appends the tag of a code, given its key (article/code.h). It has no colon,
 * since FTS5 would split it there. */
void schema_add_code_tag(const char *key, struct buf *out);

/* The rowid of section_text consists of the number of a section and, in its
 * last bits, the class of the section's length, so that ranking needs no
 * look-up for the length. */
#define LENGTH_BITS 4
#define LENGTH_CLASSES (1 << LENGTH_BITS)
#define CLASSES_PER_DOUBLING 1.25

/* SQL for the title of an article in the table list. */
#define SORT_TITLE(x) "coalesce(" x ".sort_title, lower(" x ".title))"

/* SQL for the id of an article as names are compared (library/name.h). */
#define NAME_KEY(x)                                                            \
    "coalesce(" x ".name_key, replace(lower(" x ".name), '-', ' '))"

#endif
