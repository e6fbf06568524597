/* What the tests of importers have in common. */
#ifndef MEDFAQ_TESTS_IMPORT_CONVERT_H
#define MEDFAQ_TESTS_IMPORT_CONVERT_H

#include "../unit.h"
#include "article/article.h"
#include "base/buf.h"
#include "import/importer.h"

/* What a sink was given. */
struct given {
    struct buf files; /* the articles as files, each ended by NUL */
    size_t n_articles, n_skipped;
    size_t n_failed;  /* not taken as words would be lost */
    char reason[200]; /* of the last that was skipped */
    struct error err;
};

void given_init(struct given *given);
void given_finish(struct given *given);

/* Converts a document by the importer of a name; false as it says. */
bool convert_text(struct given *given, const char *importer, const char *name,
                  const char *text);
bool convert_file(struct given *given, const char *importer, const char *path);

/* The file's body, without front matter, of the last article. */
const char *last_file(const struct given *given);
const char *last_body(const struct given *given);

/* The words of a text, folded, a line each. Citations are none. */
void add_words(const char *text, struct buf *out);

/* All words of expected are in got, in their order; fails otherwise, and where
 * got has more than n_more words besides. */
void assert_holds_words(const struct buf *expected, const struct buf *got,
                        size_t n_more, const char *name);

/* The words of an article's text. */
void add_article_words(const char *file, struct buf *out);

/* Path of a file of the corpora, in a static buffer; see tests_with. */
const char *corpus_path(const char *name);

#endif
