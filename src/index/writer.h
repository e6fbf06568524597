/* Writes articles to the index in transactions. */
#ifndef MEDFAQ_INDEX_WRITER_H
#define MEDFAQ_INDEX_WRITER_H

#include "article/article.h"
#include "base/strs.h"
#include "data/db.h"
#include "library/walk.h"

struct writer;

/* Begins a transaction. NULL with the reason in *result. */
struct writer *writer_begin(struct db *db, enum db_result *result);

/* Adds an article found in the folder with the number root. */
enum db_result writer_add(struct writer *writer, const struct article *article,
                          unsigned root);
/* Remembers a file that cannot be read, without its stamp: it may be readable
 * next time without having changed. */
enum db_result writer_add_problem(struct writer *writer,
                                  const struct walk_file *found,
                                  const char *problem);
enum db_result writer_remove(struct writer *writer, int64_t article);
/* Empties the index. */
enum db_result writer_remove_all(struct writer *writer);

/* Commits. writer_go_on must begin the next transaction before anything is
 * written. */
enum db_result writer_commit(struct writer *writer);
enum db_result writer_go_on(struct writer *writer);
/* Commits or rolls back, and frees. */
enum db_result writer_end(struct writer *writer, bool commit);

/* Gives files of one name different ids (library/namesakes.h); to be called
 * when all have been added. folders are those that the root numbers mean. */
enum db_result writer_name_apart(struct writer *writer,
                                 const struct strs *folders);

/* The number of words in memory that the next commit writes. */
size_t writer_n_waiting(const struct writer *writer);

#endif
