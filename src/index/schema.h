/* The tables of the index: how they are made and recognized. */
#ifndef MEDFAQ_INDEX_SCHEMA_H
#define MEDFAQ_INDEX_SCHEMA_H

#include "base/buf.h"
#include "data/db.h"

/* Makes the tables in an empty database. */
enum db_result schema_make(struct db *db);
/* DB_DONE: an index of this version; DB_ROW: there is nothing yet; DB_DAMAGED:
 * something else; or why it cannot be told. */
enum db_result schema_check(struct db *db);

/* The columns of section_text, in their order. FTS5 spends two bytes on saying
 * that a word's places are not in the first one: that has the most words. */
enum schema_column {
    COLUMN_BODY,
    COLUMN_NAMES,
    COLUMN_HEADING,
    COLUMN_TAGS,
};

/* What a tag begins with: a private code point, which no word has. */
#define TAG "\xEE\x80\x80"
#define TAG_KIND TAG "k"
#define TAG_TYPE TAG "t"
#define TAG_LANG TAG "l"
#define TAG_CODE TAG "c"
#define TAG_PUBLISHER TAG "p"

/* Appends the tag of a code, by its key (article/code.h): the tables know no
 * colon. */
void schema_add_code_tag(const char *key, struct buf *out);

/* A row of section_text is a section's number and, in the last bits, how long
 * it is: ranking knows the length without looking it up. */
#define LENGTH_BITS 4
#define LENGTH_CLASSES (1 << LENGTH_BITS)
#define CLASSES_A_DOUBLING 1.25

/* The title of an article in list, from a row of article. */
#define SORT_TITLE(x) "coalesce(" x ".sort_title, lower(" x ".title))"

/* Its id as names are compared. */
#define NAME_KEY(x)                                                            \
    "coalesce(" x ".name_key, replace(lower(" x ".name), '-', ' '))"

#endif
