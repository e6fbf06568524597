/* Shared by the files of the catalogue: reads rows of the article table as
 * entries. */
#ifndef MEDFAQ_INDEX_CATALOGUE_DATA_H
#define MEDFAQ_INDEX_CATALOGUE_DATA_H

#include "data/db.h"
#include "index/catalogue.h"
#include "index/schema.h"

/* The columns to select from article b for catalogue_from_rows(), but for the
 * last one. */
#define CATALOGUE_OWN_COLUMNS                                                  \
    "b.id, b.path, b.root, b.name, b.lang, b.title, b.type, b.updated,"        \
    " b.problem, b.publisher, b.n_reviewers, b.synonyms, b.summary,"           \
    " b.review_due, b.n_sources, b.codes, b.base"

/* All columns: whether another article has the title takes as long as all the
 * others. */
#define CATALOGUE_COLUMNS                                                      \
    CATALOGUE_OWN_COLUMNS                                                      \
    ", EXISTS(SELECT 1 FROM list m JOIN article o ON o.id=m.article"           \
    " WHERE m.title=" SORT_TITLE("b") " AND o.name<>b.name)"

/* Returns all rows of a query as entries of a library, which the caller frees.
 * Frees the query; NULL gives an empty library. */
struct library *catalogue_from_rows(struct index *index,
                                    struct db_query *query);

#endif
