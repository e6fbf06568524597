/* The library: a catalogue of the articles in some folders.
 *
 * Only the front matter is read or, if it has no title, the first heading. A
 * broken file never hides the others: it is listed with the reason. */
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
    /* The id that its file name gives. id differs from it if another file of
       the folder has that id. */
    const char *base;
    const char *lang;
    const char *path;
    const char *folder; /* the root in which it was found */
    unsigned n_folder;  /* index in library->folders */
    const char *title;  /* from the front matter or a heading, or the id */
    const char *title_folded;
    const char *summary;   /* NULL: not stated */
    const char *publisher; /* of the original; NULL: not imported */
    enum article_type type;
    const char *const *synonyms;
    size_t n_synonyms;
    const char *const *codes; /* keys: see article/code.h */
    size_t n_codes;
    struct date updated, review_due;
    bool reviewed;       /* it names a reviewer or a date */
    bool is_namesake;    /* another article in the index has its title */
    bool review_changed; /* sections have changed since a review */
    size_t n_sources;
    struct file_stamp stamp;
    /* An entry with the same id and language that counts instead; NULL: this
       one counts. */
    const struct entry *shadowed_by;
    const char *problem; /* why it cannot be opened, or NULL */
};

/* A file or folder that was skipped, with the reason ("is a FIFO"). */
struct skipped {
    const char *path;
    const char *reason;
};

struct library {
    struct arena arena;    /* owns everything below */
    struct entry *entries; /* sorted by folded title, language, path */
    size_t n_entries;
    size_t n_renamed;           /* entries whose id differs from their base */
    const struct entry **by_id; /* sorted by id, language, folder */
    struct skipped *skipped;
    size_t n_skipped;
    const char **folders; /* the roots, including absent ones */
    size_t n_folders;
};

/* Returns the folders to read if none are named: those in MEDFAQ_PATH,
 * otherwise the user's data folder and that of the installed articles (which
 * may be NULL). *n is set to their number. The copies live in the arena. */
const char **library_default_folders(struct arena *arena, const char *installed,
                                     size_t *n);

/* Reads the *.md files in folders and their subfolders, or single files. Hidden
 * names are ignored. Odd files and unreadable folders are listed in skipped. A
 * folder is read once, even if symbolic links form a loop. Never returns
 * NULL. */
struct library *library_open(const char *const *folders, size_t n_folders);
void library_free(struct library *library);

/* A known file, and the folder in which it was found. */
struct library_file {
    const char *path;
    unsigned n_folder;
    const char *id, *base; /* from an earlier reading; NULL if not known */
};

/* Reads only these files again and returns a library of them; never NULL. */
struct library *library_of_files(const char *const *folders, size_t n_folders,
                                 const struct library_file *files, size_t n);

/* Reads the articles with an id, and those whose file names give it, again and
 * returns a library of them; never NULL. The caller frees it. */
struct library *library_of_id(const struct library *library, const char *id);

/* For callers that already know the articles: make an empty library, make room
 * for n entries, add up to n of them to be filled in (with strings in the
 * arena), and sort them. Only after library_arrange, which moves them, can they
 * be looked up. */
struct library *library_new(const char *const *folders, size_t n_folders);
void library_make_room(struct library *library, size_t n);
struct entry *library_add(struct library *library, unsigned n_folder);
void library_arrange(struct library *library);

/* Returns the entry for an id in a language. If there is none, or lang is NULL,
 * prefers the language of the locale, then English, then any. Returns one that
 * cannot be opened only if all cannot; NULL if there is none. */
const struct entry *library_find_id(const struct library *library,
                                    const char *id, const char *lang);

/* Finds an entry by what a person types: an id, a title or a synonym, in this
 * order, ignoring case and accents and treating hyphens as spaces. Returns NULL
 * if nothing has that name. */
const struct entry *library_find(const struct library *library,
                                 const char *name, const char *lang);

/* Finds the articles whose id, title or one synonym has all these words, in any
 * order. Stores up to n_max of them, one entry per id, as library_find_id
 * chooses it, and returns how many there are. */
size_t library_find_by_words(const struct library *library, const char *words,
                             const char *lang, const struct entry **out,
                             size_t n_max);

/* Tells whether the id, the title or one synonym of an entry has words with all
 * these prefixes, in any order. */
bool library_name_matches(const struct entry *entry, const char *beginnings);

/* Tells whether an entry has a code, given by its key: see article/code.h. */
bool library_has_code(const struct entry *entry, const char *key);

/* Finds up to n entries whose names are similar to a mistyped one, nearest
 * first, and returns their number. */
size_t library_nearest(const struct library *library, const char *name,
                       const struct entry **out, size_t n);

/* Stores up to n translations of an entry, including itself, sorted by
 * language, and returns their number. */
size_t library_translations(const struct library *library,
                            const struct entry *entry, const struct entry **out,
                            size_t n);

/* Returns "reviewed", "not reviewed" or "text changed" (since the review), for
 * lists. The string is static. */
const char *library_review_words(const struct entry *entry);

/* Resolves the target of an article's link: a path relative to from_path, or an
 * id. Returns NULL if it is not an article of the library. */
const struct entry *library_resolve(const struct library *library,
                                    const char *from_path, const char *target,
                                    const char *lang);

#endif
