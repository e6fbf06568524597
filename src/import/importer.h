/* Importers: one foreign source each, one row of the table each.
 *
 * To add one: a file with a recogniser and a converter, and a row in
 * importer.c. */
#ifndef MEDFAQ_IMPORT_IMPORTER_H
#define MEDFAQ_IMPORT_IMPORTER_H

#include <stdbool.h>
#include <stddef.h>

#include "article/meta.h"
#include "base/error.h"
#include "import/draft.h"
#include "import/ledger.h"

/* What is larger comes as a stream. */
#define DOCUMENT_WHOLE_BYTES ((size_t)8 * 1024 * 1024)

struct stream; /* for stream_read of import/source.h */
struct html_repeats;

/* A file, or a member of an archive. */
struct document {
    const char *name; /* for messages: "a.tar.xz: 2_GARD_QA/0000030.xml" */
    const char *data; /* all of it, or the start of it if there is a stream */
    size_t n_bytes;
    struct stream *stream;              /* NULL: data is all */
    struct date retrieved;              /* the file's own date */
    const struct html_repeats *repeats; /* of the site; NULL: unknown */
    const char *path; /* its name in full, by which it is known again; NULL: it
                         has none that lasts */
    bool well_formed; /* an HTML page that medfaq made, which is XML as well */
    /* What the file that holds it says of it; NULL: nothing. */
    const char *charset, *url, *lang, *publisher, *licence;
};

/* Does it begin as XML does, after white space and a byte order mark? */
bool document_is_markup(const struct document *document);

/* A document that is no stream, with strings of its own; to be freed by
 * document_free. */
struct document *document_copy(const struct document *document);
void document_free(struct document *document);

/* "pages.zip: en/acne.html" -> "acne"; the caller frees. */
char *document_stem(const struct document *document);

struct import_options {
    bool keep_unanswered; /* questions without answers as bare headings */
    const char *encoding; /* of text and pages; NULL: what they say */
};

/* Where an importer puts what it makes; both may come many times for one
 * document. */
struct sink {
    void *user;
    struct ledger *ledger; /* for what is done to the source on purpose */
    /* Takes the article; the draft is empty after that. */
    void (*take)(void *user, struct draft *draft);
    /* Something was left out, and why; document is the whole of it. */
    void (*skip)(void *user, const struct document *document,
                 const char *reason);
};

struct letters;

struct importer {
    const char *name;  /* for --from */
    const char *usage; /* one line for --help */
    bool (*recognise)(const struct document *document);
    /* False with err: the document could not be read (to its end). */
    bool (*convert)(const struct document *document,
                    const struct import_options *options,
                    const struct sink *sink, struct error *err);
    bool streams; /* reads a document that comes as a stream */
    /* What does not stream is read into memory up to this; 0: up to
     * DOCUMENT_WHOLE_BYTES. */
    size_t max_bytes;
    /* Appends all words that a reader of the document sees, by another route
     * than convert's. NULL: what becomes of them is not compared. */
    void (*read_words)(const struct document *document,
                       const struct import_options *options,
                       struct letters *letters);
};

/* The table, in the order in which they are asked; ends with name NULL. */
extern const struct importer importers[];

const struct importer *importer_find(const char *name);
const struct importer *importer_recognise(const struct document *document);

#endif
