/* The library: folders of articles become a catalogue.
 *
 * Reads only the front matter or, without a title there, the first heading. A
 * broken file never hides the rest: it is listed with the reason. */
#ifndef MEDFAQ_LIBRARY_LIBRARY_H
#define MEDFAQ_LIBRARY_LIBRARY_H

#include <stdbool.h>
#include <stddef.h>

#include "article/meta.h"
#include "base/arena.h"
#include "base/error.h"
#include "base/file.h"

struct entry {
    const char *id;
    const char *base; /* the id that its file's name gives; id is another
                         one where a file of its folder has that */
    const char *lang;
    const char *path;
    const char *folder; /* the root that it was found in */
    unsigned n_folder;  /* its number in library->folders */
    const char *title;  /* of front matter, a heading, or the id */
    const char *title_folded;
    const char *summary;   /* NULL: not stated */
    const char *publisher; /* of the original; NULL: not imported */
    enum article_type type;
    const char *const *synonyms;
    size_t n_synonyms;
    const char *const *codes; /* keys: see article/code.h */
    size_t n_codes;
    struct date updated, review_due;
    bool reviewed;       /* has a reviewer */
    bool is_namesake;    /* another article of the index has the same title */
    bool review_changed; /* other sections than were reviewed */
    size_t n_sources;
    struct file_stamp stamp;
    const struct entry *shadowed_by; /* same id and language in an earlier
                                        folder; NULL: this one counts */
    const char *problem;             /* why it cannot be opened; NULL: it can */
};

/* What was skipped, with the reason ("is a FIFO"). */
struct skipped {
    const char *path;
    const char *reason;
};

struct library {
    struct arena arena;    /* owns everything below */
    struct entry *entries; /* by folded title, then language, then path */
    size_t n_entries;
    size_t n_renamed;           /* entries whose id is not their base */
    const struct entry **by_id; /* all of them by id, language, folder */
    struct skipped *skipped;
    size_t n_skipped;
    const char **folders; /* the roots, in order; absent ones included */
    size_t n_folders;
};

/* The folders to read when none is named: MEDFAQ_PATH, otherwise the user's
 * data folder and the installed articles. Copies live in the arena; their
 * number goes to *n. installed may be NULL. */
const char **library_default_folders(struct arena *arena, const char *installed,
                                     size_t *n);

/* Reads the folders (or single files): *.md, recursively, hidden names left
 * out; odd files and unreadable folders are listed in skipped, and a folder
 * that links lead back to is read once. Never NULL. */
struct library *library_open(const char *const *folders, size_t n_folders);
void library_free(struct library *library);

/* A known file, and the folder it was found in. */
struct library_file {
    const char *path;
    unsigned n_folder;
    const char *id, *base; /* as they were; NULL: not known */
};

/* A library of these files alone, read again. Never NULL. */
struct library *library_of_files(const char *const *folders, size_t n_folders,
                                 const struct library_file *files, size_t n);

/* The articles of one id in a library, and those whose files' names give it,
 * read again; the caller frees. Never NULL. */
struct library *library_of_id(const struct library *library, const char *id);

/* For a caller that knows the articles already: makes an empty library, makes
 * room for n entries, adds up to n of them to be filled in (strings in the
 * arena), and sorts them. They may be looked up only after library_arrange,
 * which moves them. */
struct library *library_new(const char *const *folders, size_t n_folders);
void library_make_room(struct library *library, size_t n);
struct entry *library_add(struct library *library, unsigned n_folder);
void library_arrange(struct library *library);

/* The entry for an id in a language. Where it is not in that language, and
 * for NULL: in the locale's, then English, then any; one that cannot be opened
 * only if all cannot. NULL if there is none. */
const struct entry *library_find_id(const struct library *library,
                                    const char *id, const char *lang);

/* By what a person types: id, then title, then synonym, without case and
 * accents, a hyphen as good as a space. NULL if nothing is named so. */
const struct entry *library_find(const struct library *library,
                                 const char *name, const char *lang);

/* The articles that have these words, whole ones in any order, in their id,
 * their title or a synonym; one entry each, as library_find_id chooses it. Up
 * to n_max of them go to out; returns how many there are. */
size_t library_having(const struct library *library, const char *words,
                      const char *lang, const struct entry **out, size_t n_max);

/* Whether words of its id, its title or one synonym begin so, in any order. */
bool library_is_called(const struct entry *entry, const char *beginnings);

/* Whether it has a code, by its key: see article/code.h. */
bool library_has_code(const struct entry *entry, const char *key);

/* Finds up to n entries whose names are like a mistyped one, nearest first;
 * returns how many. */
size_t library_nearest(const struct library *library, const char *name,
                       const struct entry **out, size_t n);

/* The translations of an entry, itself included, by language; up to n. */
size_t library_translations(const struct library *library,
                            const struct entry *entry, const struct entry **out,
                            size_t n);

/* "reviewed", "not reviewed", or "text changed" since the review; a static
 * string for lists. */
const char *library_review_words(const struct entry *entry);

/* Where a link of an article leads: target is a path relative to from_path,
 * or an id. NULL if no article of the library is meant. */
const struct entry *library_resolve(const struct library *library,
                                    const char *from_path, const char *target,
                                    const char *lang);

#endif
