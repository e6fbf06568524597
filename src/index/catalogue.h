/* The library as the index has it: a list in any order, filtered, without
 * reading a file; articles by name. What the index says may be a moment old:
 * whoever opens an article reads its file. */
#ifndef MEDFAQ_INDEX_CATALOGUE_H
#define MEDFAQ_INDEX_CATALOGUE_H

#include "kind/kind.h"
#include "library/library.h"
#include "index/index.h"

enum catalogue_sort { SORT_TITLE, SORT_NEWEST, SORT_TYPE, N_SORTS };

struct catalogue_options {
    enum catalogue_sort sort;
    const char *filter;   /* words, each in title, id, a synonym, publisher or
                             type; NULL: all articles */
    size_t n_max;         /* 0: no limit */
    bool (*stop)(void *); /* asked now and then; NULL: never */
    void *context;
};

/* Numbers of articles, in order; with a filter, first those whose
 * title begins with all of it, then those in whose title words begin like all
 * of its words, then those that have them anywhere in the title, then those
 * that have them elsewhere. Of translations the one in the locale's language is
 * listed, otherwise the English; with a filter, the first of these that
 * matches. Articles that cannot be opened, or that another folder hides, are
 * listed as well. */
struct catalogue {
    int64_t *articles;
    size_t n;
    bool is_whole; /* there are no more */
};

/* Lists them into *out, which is freed or zero; none when the index was damaged
 * and is made anew. False when stop said so or the index cannot be read: *out
 * is as it was. */
bool catalogue_list(struct index *index,
                    const struct catalogue_options *options,
                    struct catalogue *out);
void catalogue_finish(struct catalogue *catalogue);

/* Listed articles with their translations and what hides them, as a library
 * that the caller frees; out has an entry for each of the n articles, in the
 * order of articles, with a problem for one that has gone. Entries have no
 * stamp. A damaged index is made anew. */
struct library *catalogue_read(struct index *index, const int64_t *articles,
                               size_t n, const struct entry **out);

/* Look-ups by name. Each returns the articles that may be meant, with all of
 * the same id, as a library for library_find, library_having, library_nearest
 * and the like to choose from; the caller frees it. No article file is opened:
 * after index_update the entries are as the files are, but have no stamp. A
 * damaged index is made anew, and nothing is found. */

/* By id, title or synonym; with stamps, and without files that have gone. */
struct library *catalogue_named(struct index *index, const char *name);
/* With all these words, or beginnings of words, in id, title and synonyms: for
 * library_having and library_is_called. */
struct library *catalogue_with_words(struct index *index, const char *words);
/* With a code, by its key (article/code.h), for library_has_code; translations,
 * which may have none, come along. */
struct library *catalogue_coded(struct index *index, const char *code);
/* Up to 300 with words like those of a mistyped name: for library_nearest. */
struct library *catalogue_like(struct index *index, const char *name);
/* Whether a word stands in a name, a heading or a text. */
bool catalogue_has_word(struct index *index, const char *word);
/* All articles. */
struct library *catalogue_all(struct index *index);

/* The number of the article in a file; 0 if there is none. */
int64_t catalogue_find(struct index *index, const char *path);
/* Whether a file is as it was when the index read it. */
bool catalogue_is_fresh(struct index *index, const char *path);
/* The listed one of the articles with the same id as this one; n if none is. */
size_t catalogue_place(struct index *index, const struct catalogue *catalogue,
                       int64_t article);

/* Whether the article has a section, a subsection or an alert of the kind. */
bool catalogue_has_kind(struct index *index, int64_t article, enum kind kind);

/* Returns the files and folders that the last update could not read or skipped:
 * *n of them, at most n_max, in arena. */
struct skipped *catalogue_problems(struct index *index, struct arena *arena,
                                   size_t n_max, size_t *n);
struct skipped *catalogue_passed_over(struct index *index, struct arena *arena,
                                      size_t n_max, size_t *n);
size_t catalogue_n_passed_over(struct index *index);

/* The folders that were read, in arena, at most n_max. */
const char **catalogue_folders(struct index *index, struct arena *arena,
                               size_t n_max, size_t *n);

#endif
