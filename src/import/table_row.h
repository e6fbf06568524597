/* One row of a table of questions and answers, or of articles: a row of CSV, an
 * object of JSON; which of its cells means what. */
#ifndef MEDFAQ_IMPORT_TABLE_ROW_H
#define MEDFAQ_IMPORT_TABLE_ROW_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "import/importer.h"

#define TABLE_MAX_COLUMNS 64
#define TABLE_NO_CELL SIZE_MAX

enum table_column {
    COLUMN_TITLE,
    COLUMN_CATEGORY, /* a title, or a kind */
    COLUMN_QUESTION,
    COLUMN_INSTRUCTION, /* to a program: before the question, or the question */
    COLUMN_ANSWER,
    COLUMN_ANSWER_HTML,
    COLUMN_KIND,
    COLUMN_TYPE,
    COLUMN_LANG,
    COLUMN_SYNONYMS,
    COLUMN_SUMMARY,
    COLUMN_URL,
    COLUMN_PUBLISHER,
    COLUMN_ID,
    COLUMN_LICENCE,
    COLUMN_DATE,
    COLUMN_REVIEWED,
    COLUMN_REVIEW_DUE,
    COLUMN_COUNT
};

struct table_row {
    const char *names[TABLE_MAX_COLUMNS]; /* of the columns */
    const char *cells[TABLE_MAX_COLUMNS];
    size_t n;                /* columns */
    size_t at[COLUMN_COUNT]; /* where each stands; TABLE_NO_CELL: nowhere */
    /* It asks nothing and is an article of its own: its title is its question,
     * and its text the answer. */
    bool is_article;
};

/* Which of the names of a column this is, the best from 1 on; 0: none. */
unsigned table_row_rank(const char *name, enum table_column column);

/* Finds what the columns mean by their names. False if there are neither
 * questions and answers among them, nor titles and texts. */
bool table_row_find_columns(struct table_row *row);

/* A cell without white space before it; NULL if it is blank or not there. */
const char *table_row_cell(const struct table_row *row,
                           enum table_column column);

/* What the row is about; NULL if it does not say. */
const char *table_row_title(const struct table_row *row);

/* Where its question and its answer stand; TABLE_NO_CELL if they are blank. */
size_t table_row_question(const struct table_row *row);
size_t table_row_answer(const struct table_row *row);

/* Is there any text but the title of an article? */
bool table_row_has_text(const struct table_row *row);

/* Is the column at a place one that no name here means? */
bool table_row_is_unknown(const struct table_row *row, size_t at);

/* Why a row cannot be used; NULL if it can. */
const char *table_row_fault(const struct table_row *row,
                            const struct import_options *options);

#endif
