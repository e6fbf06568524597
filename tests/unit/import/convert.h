/* Shared by the tests of importers. */
#ifndef MEDFAQ_TESTS_IMPORT_CONVERT_H
#define MEDFAQ_TESTS_IMPORT_CONVERT_H

#include "../unit.h"
#include "article/article.h"
#include "base/buf.h"
#include "import/importer.h"

/* What a sink received. */
struct given {
    struct buf files; /* the articles as files, each ended by NUL */
    size_t n_articles, n_skipped;
    size_t n_failed;  /* rejected since words would be lost */
    char reason[200]; /* of the last one skipped */
    struct error err;
};

void given_init(struct given *given);
void given_finish(struct given *given);

/* Converts a document by the named importer; returns its result. */
bool convert_text(struct given *given, const char *importer, const char *name,
                  const char *text);
bool convert_file(struct given *given, const char *importer, const char *path);

/* Return the last article as a file, and its body without front matter. */
const char *last_file(const struct given *given);
const char *last_body(const struct given *given);

/* Appends the words of a text, folded, one per line, without citations. */
void add_words(const char *text, struct buf *out);

/* Asserts that got has all words of expected, in their order, and at most
 * n_more others. */
void assert_holds_words(const struct buf *expected, const struct buf *got,
                        size_t n_more, const char *name);

/* Appends the words of an article's text. */
void add_article_words(const char *file, struct buf *out);

/* Returns the path of a file in the corpora, in a static buffer; see
 * tests_with. */
const char *corpus_path(const char *name);

#endif
