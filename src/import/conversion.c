/* Converts one document, compares the articles with it, and passes them on. */
#include "import/conversion.h"

#include <stdlib.h>

#include "base/mem.h"
#include "import/conserve.h"
#include "import/letters.h"

struct conversion {
    const struct importer *importer;
    const struct document *document;
    const struct import_options *options;
    const struct conversion_sink *sink;
    struct ledger ledger;
    struct draft *held; /* until all are compared with the whole */
    size_t n_held, capacity;
};

/* The front matter is what stands before the body. */
static void read_article(const struct draft *draft, struct letters *articles,
                         struct letters *stated)
{
    struct buf file;
    buf_init(&file);
    draft_write_front(draft, &file);
    letters_add(stated, file.data, file.n_bytes);
    letters_divide(stated);
    if (draft->n_sources > 0) { /* or its citations would be text */
        buf_add_n(&file, draft->body.data, draft->body.n_bytes);
        conserve_read_body(file.data, file.n_bytes, articles);
    } else {
        conserve_read_body(draft->body.data, draft->body.n_bytes, articles);
    }
    buf_finish(&file);
}

/* Compares articles with the document that they were made of. */
static bool compare(const struct conversion *conversion,
                    const struct document *document, const struct draft *drafts,
                    size_t n_drafts, struct error *err)
{
    struct letters source, articles, stated;
    letters_init(&source);
    letters_init(&articles);
    letters_init(&stated);
    conversion->importer->read_words(document, conversion->options, &source);
    for (size_t i = 0; i < n_drafts; i++)
        read_article(&drafts[i], &articles, &stated);
    bool good =
        conserve_compare(&source, &articles, &stated, &conversion->ledger, err);
    letters_finish(&stated);
    letters_finish(&articles);
    letters_finish(&source);
    return good;
}

static void note(const struct conversion *conversion)
{
    if (conversion->sink->note)
        conversion->sink->note(conversion->sink->user, conversion->document,
                               &conversion->ledger);
}

/* An article of a piece of the document. */
static void take_piece(struct conversion *conversion, const struct draft *draft)
{
    const struct conversion_sink *sink = conversion->sink;
    struct document piece = *conversion->document;
    struct error err;
    piece.data = draft->source;
    piece.n_bytes = draft->n_source_bytes;
    piece.stream = NULL;
    if (compare(conversion, &piece, draft, 1, &err)) {
        note(conversion);
        sink->take(sink->user, draft);
    } else {
        sink->fail(sink->user, conversion->document, err.message);
    }
    ledger_clear(&conversion->ledger);
}

static void hold(struct conversion *conversion, struct draft *draft)
{
    conversion->held =
        mem_grow(conversion->held, conversion->n_held, &conversion->capacity,
                 sizeof *conversion->held);
    conversion->held[conversion->n_held++] = *draft;
    draft_init(draft);
}

static void take(void *user, struct draft *draft)
{
    struct conversion *conversion = user;
    const struct conversion_sink *sink = conversion->sink;
    bool compared = conversion->importer->read_words != NULL;
    if (compared && draft->source)
        take_piece(conversion, draft);
    else if (!compared || conversion->document->stream)
        sink->take(sink->user, draft);
    else
        hold(conversion, draft);
    draft_finish(draft);
    draft_init(draft);
}

static void skip(void *user, const struct document *document,
                 const char *reason)
{
    const struct conversion *conversion = user;
    conversion->sink->skip(conversion->sink->user, document, reason);
}

static void give_held(const struct conversion *conversion)
{
    const struct conversion_sink *sink = conversion->sink;
    if (conversion->n_held > 0)
        note(conversion);
    for (size_t i = 0; i < conversion->n_held; i++)
        sink->take(sink->user, &conversion->held[i]);
}

bool conversion_run(const struct importer *importer,
                    const struct document *document,
                    const struct import_options *options,
                    const struct conversion_sink *sink, struct error *err)
{
    struct conversion conversion = {.importer = importer,
                                    .document = document,
                                    .options = options,
                                    .sink = sink};
    ledger_init(&conversion.ledger);
    struct sink inner = {.user = &conversion,
                         .ledger = &conversion.ledger,
                         .take = take,
                         .skip = skip};
    bool good = importer->convert(document, options, &inner, err);
    if (good && conversion.n_held > 0)
        good = compare(&conversion, document, conversion.held,
                       conversion.n_held, err);
    if (good)
        give_held(&conversion);
    for (size_t i = 0; i < conversion.n_held; i++)
        draft_finish(&conversion.held[i]);
    free(conversion.held);
    ledger_finish(&conversion.ledger);
    return good;
}
