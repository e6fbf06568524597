/* An article made of rows of a table of questions and answers. */
#ifndef MEDFAQ_IMPORT_TABLE_ARTICLE_H
#define MEDFAQ_IMPORT_TABLE_ARTICLE_H

#include "import/importer.h"
#include "import/rich.h"
#include "import/table_row.h"

struct table_article {
    struct draft draft;
    struct ledger *ledger;
    struct kind_context context;
    struct kind_classifier *classifier; /* NULL until the first row */
    struct rich_options options;
    struct rich rich;
    char *first[COLUMN_COUNT];  /* the first row's cells */
    bool differs[COLUMN_COUNT]; /* another row has another one */
    bool titled_by_question;    /* each row is an article of its own */
};

void table_article_init(struct table_article *article, struct ledger *ledger);
void table_article_finish(struct table_article *article);

/* All rows are looked at, in their order, before the first is written: what all
 * have in common goes into the front matter, anything else stands by its row.
 */
void table_article_look(struct table_article *article,
                        const struct table_row *row);

/* stem is what the table is called. */
void table_article_write(struct table_article *article,
                         const struct table_row *row, const char *stem);

/* The draft is whole after this; its id begins with stem. */
void table_article_end(struct table_article *article, const char *stem);

#endif
