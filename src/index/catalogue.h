/* The catalogue: lists and looks up the articles of the library in the index,
 * without opening their files. The index may be slightly out of date, so
 * whoever opens an article reads its file. */
#ifndef MEDFAQ_INDEX_CATALOGUE_H
#define MEDFAQ_INDEX_CATALOGUE_H

#include "kind/kind.h"
#include "library/library.h"
#include "index/index.h"

enum catalogue_sort { SORT_TITLE, SORT_NEWEST, SORT_TYPE, N_SORTS };

struct catalogue_options {
    enum catalogue_sort sort;
    /* Words, each of which must occur in title, id, a synonym, publisher or
     * type. NULL: all articles. */
    const char *filter;
    size_t n_max;         /* 0: no limit */
    bool (*stop)(void *); /* polled while listing; true stops; may be NULL */
    void *context;
};

/* Ids of articles, sorted. With a filter, articles whose title begins with the
 * whole filter come first, then those with all its words at the beginning of
 * words of the title, then those with them anywhere in the title, then those
 * with them elsewhere. Of several translations, the list has the one in the
 * locale's language, or else the English one; with a filter, the first of these
 * that matches. Articles that cannot be opened or that are hidden by another
 * folder are listed, too. */
struct catalogue {
    int64_t *articles;
    size_t n;
    bool is_whole; /* the limit did not cut it */
};

/* Lists articles into *out, which must be zeroed or an earlier catalogue, which
 * is freed. If the index was damaged, it is rebuilt, and the list is empty.
 * Returns false, and leaves *out unchanged, if stop returned true or the index
 * cannot be read. */
bool catalogue_list(struct index *index,
                    const struct catalogue_options *options,
                    struct catalogue *out);
void catalogue_finish(struct catalogue *catalogue);

/* Returns the listed articles, with their translations and whatever hides them,
 * as a library that the caller frees. Fills out with an entry for each of the n
 * articles, in their order; an article that no longer exists gets an entry with
 * a problem. Entries have no stamp. A damaged index is rebuilt. */
struct library *catalogue_read(struct index *index, const int64_t *articles,
                               size_t n, const struct entry **out);

/* Look-ups by name. Each returns the articles that may be meant, and all that
 * share their ids, as a library that the caller frees, for library_find(),
 * library_find_by_words(), library_nearest() and the like to choose from. None
 * opens an article's file: after index_update() the entries match the files,
 * but have no stamp. A damaged index is rebuilt, and the result is empty. */

/* By id, title or synonym. These entries do have stamps; files that no longer
 * exist are left out. */
struct library *catalogue_named(struct index *index, const char *name);
/* By words, all of which must occur, at least as prefixes, in id, title and
 * synonyms: for library_find_by_words() and library_name_matches(). */
struct library *catalogue_with_words(struct index *index, const char *words);
/* By the key of a code (article/code.h), for library_has_code(), with
 * translations, which need not have the code. */
struct library *catalogue_coded(struct index *index, const char *code);
/* By words similar to those of a misspelled name, at most 300 articles, for
 * library_nearest(). */
struct library *catalogue_like(struct index *index, const char *name);
/* Returns whether a word occurs in any name, heading or text. */
bool catalogue_has_word(struct index *index, const char *word);
/* Returns all articles. */
struct library *catalogue_all(struct index *index);

/* Returns the id of the article in a file, or 0. */
int64_t catalogue_find(struct index *index, const char *path);
/* Returns whether a file is unchanged since the index read it. */
bool catalogue_is_fresh(struct index *index, const char *path);
/* Returns the position in the catalogue of an article or of one that shares its
 * id, or n if none is listed. */
size_t catalogue_place(struct index *index, const struct catalogue *catalogue,
                       int64_t article);

/* Returns whether an article has a section, a subsection or an alert of a
 * kind. */
bool catalogue_has_kind(struct index *index, int64_t article, enum kind kind);

/* Return the files that the last update could not read, and the files and
 * folders that it skipped: *n of them, at most n_max, in arena. */
struct skipped *catalogue_problems(struct index *index, struct arena *arena,
                                   size_t n_max, size_t *n);
struct skipped *catalogue_skipped(struct index *index, struct arena *arena,
                                  size_t n_max, size_t *n);
size_t catalogue_n_skipped(struct index *index);

/* Returns the folders that were read, at most n_max, in arena. */
const char **catalogue_folders(struct index *index, struct arena *arena,
                               size_t n_max, size_t *n);

#endif
