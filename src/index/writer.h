/* Writes articles to the index in transactions. */
#ifndef MEDFAQ_INDEX_WRITER_H
#define MEDFAQ_INDEX_WRITER_H

#include "article/article.h"
#include "base/strs.h"
#include "data/db.h"
#include "library/walk.h"

struct writer;

/* Begins a transaction. On failure, returns NULL and sets *result. */
struct writer *writer_begin(struct db *db, enum db_result *result);

/* Adds an article found in the folder with the number root. */
enum db_result writer_add(struct writer *writer, const struct article *article,
                          unsigned root);
/* Adds a file that cannot be read. Its stamp is left out, since it may become
 * readable without changing. */
enum db_result writer_add_problem(struct writer *writer,
                                  const struct walk_file *found,
                                  const char *problem);
enum db_result writer_remove(struct writer *writer, int64_t article);
/* Removes all articles. */
enum db_result writer_remove_all(struct writer *writer);

/* writer_commit() commits. writer_continue() must begin the next transaction
 * before anything else is written. */
enum db_result writer_commit(struct writer *writer);
enum db_result writer_continue(struct writer *writer);
/* Commits or rolls back, and frees the writer. */
enum db_result writer_end(struct writer *writer, bool commit);

/* Gives files of the same name different ids (library/namesakes.h). Call it
 * after all articles have been added. folders are those that the root numbers
 * refer to. */
enum db_result writer_disambiguate(struct writer *writer,
                                   const struct strs *folders);

/* Returns the number of words in memory that are waiting to be written. */
size_t writer_n_waiting(const struct writer *writer);

#endif
