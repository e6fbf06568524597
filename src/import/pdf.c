/* PDFs, by pdftohtml.
 *
 * The rows that it tells become a page of HTML for each leaflet, which
 * html_page.c converts, and whose words are compared with the article's. The
 * words of each page of the PDF are counted by pdftotext as well: in a PDF the
 * order of words is a matter of opinion, their number is not. */
#include "import/pdf.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/i18n.h"
#include "base/map.h"
#include "base/mem.h"
#include "import/converter.h"
#include "import/html_page.h"
#include "import/letters.h"
#include "import/made_page.h"
#include "import/pdf_html.h"
#include "import/pdf_rows.h"
#include "import/source.h"

bool pdf_recognise(const struct document *document)
{
    const struct converter *converter = converter_find(document);
    return converter && converter->gives == CONVERTER_PDF2XML;
}

/* ---- the words of a page, by another route ---- */

struct count {
    struct map words;   /* how many more of each one side has */
    struct arena arena; /* for what is no part of a text */
};

/* pdftotext takes a hyphen at the end of a line for none, even in "10-15". */
static void count_signs(const struct letters_signs *signs, struct count *count,
                        bool more)
{
    struct buf sign;
    buf_init(&sign);
    for (size_t i = 0; i < signs->n; i++) {
        const struct letters_sign *item = &signs->items[i];
        if (!letters_sign_is_shown(item) ||
            (item->side == LETTERS_BETWEEN && item->code_point == '-'))
            continue;
        buf_clear(&sign);
        buf_add_code_point(&sign, item->code_point);
        struct map_entry *entry =
            map_put(&count->words, sign.data, sign.n_bytes);
        if (entry->key == sign.data)
            entry->key = arena_strdup(&count->arena, sign.data);
        entry->number += more ? 1 : (size_t)-1;
    }
    buf_finish(&sign);
}

static void count_words(const struct letters *letters, struct count *count,
                        bool more)
{
    const char *text = letters->text.data;
    for (size_t i = 0; i < letters->n_words; i++) {
        size_t start = letters->words[i];
        size_t end = i + 1 < letters->n_words ? letters->words[i + 1]
                                              : letters->text.n_bytes;
        struct map_entry *entry =
            map_put(&count->words, text + start, end - start);
        entry->number += more ? 1 : (size_t)-1;
    }
    count_signs(&letters->signs, count, more);
}

/* Counts the bytes of words that one side has more of, and the other. Words
 * may be divided in other places, at a change of fonts or the end of a row. */
static bool is_same_but_for_spaces(const struct map *counts, const char **lost,
                                   size_t *n_lost)
{
    long bytes[256] = {0};
    *lost = NULL;
    for (const struct map_entry *entry = map_next(counts, NULL); entry;
         entry = map_next(counts, entry)) {
        long n = (long)entry->number;
        for (uint32_t i = 0; i < entry->n_bytes; i++)
            bytes[(unsigned char)entry->key[i]] += n;
        if (n > 0 && (!*lost || entry->n_bytes > *n_lost)) {
            *lost = entry->key;
            *n_lost = entry->n_bytes;
        }
    }
    for (int i = 0; i < 256; i++)
        if (bytes[i] != 0)
            return false;
    return true;
}

static bool compare_page(const struct letters *written, const char *text,
                         size_t n_bytes, unsigned page, struct error *err)
{
    struct letters counted;
    struct count count = {0};
    arena_init(&count.arena);
    const char *lost;
    size_t n_lost = 0;
    letters_init(&counted);
    letters_add(&counted, text, n_bytes);
    count_words(&counted, &count, true);
    count_words(written, &count, false);
    bool same = is_same_but_for_spaces(&count.words, &lost, &n_lost);
    if (!same && lost)
        error_set(err, _("page %u: this word would be lost: \"%.*s\""), page,
                  (int)(n_lost < 100 ? n_lost : 100), lost);
    else if (!same)
        error_set(err,
                  _("page %u: the article would have words that "
                    "pdftotext does not find"),
                  page);
    map_finish(&count.words);
    arena_finish(&count.arena);
    letters_finish(&counted);
    return same;
}

/* pdftotext ends each page with a form feed. */
static bool compare_pages(const struct buf *text, const struct letters *words,
                          unsigned n_pages, struct error *err)
{
    const char *at = text->data, *end = at + text->n_bytes;
    for (unsigned i = 0; i < n_pages; i++) {
        const char *feed = memchr(at, '\f', (size_t)(end - at));
        feed = feed ? feed : end;
        if (!compare_page(&words[i], at, (size_t)(feed - at), i + 1, err))
            return false;
        at = feed < end ? feed + 1 : end;
    }
    return true;
}

/* ---- pdftotext, which runs beside the rest ---- */

struct pdf_text {
    const struct document *document;
    struct buf text;
    bool good;
    struct error err;
};

static bool run_row(enum converter_gives gives, const struct document *document,
                    struct buf *out, struct error *err)
{
    const struct converter *row = converters;
    while (row->gives != gives)
        row++;
    return converter_run(row, document, out, err);
}

static void *read_text(void *user)
{
    struct pdf_text *text = user;
    text->good =
        run_row(CONVERTER_WORDS, text->document, &text->text, &text->err);
    return NULL;
}

/* ---- converting ---- */

struct pdf {
    const struct made_page *made;
    struct pdf_text text;
    pthread_t thread;
    bool beside;   /* the thread runs */
    bool compared; /* with its text */
    bool same;
    struct letters *words; /* of each page, as they are written */
    unsigned n_pages;
    struct error err; /* where same is false */
};

static void join(struct pdf *pdf)
{
    if (pdf->beside)
        pthread_join(pdf->thread, NULL);
    pdf->beside = false;
}

/* Waits for pdftotext as late as can be. */
static bool compare(struct pdf *pdf)
{
    if (pdf->compared)
        return pdf->same;
    join(pdf);
    pdf->compared = true;
    if (!pdf->text.good)
        pdf->err = pdf->text.err;
    pdf->same = pdf->text.good && compare_pages(&pdf->text.text, pdf->words,
                                                pdf->n_pages, &pdf->err);
    return pdf->same;
}

static void take(void *user, struct draft *draft)
{
    struct pdf *pdf = user;
    if (compare(pdf))
        pdf->made->sink->take(pdf->made->sink->user, draft);
}

static void skip(void *user, const struct document *document,
                 const char *reason)
{
    const struct pdf *pdf = user;
    pdf->made->sink->skip(pdf->made->sink->user, document, reason);
}

/* One article for each leaflet; the first waits until the words of all pages
 * have been compared. */
static bool write_pages(struct pdf *pdf, const struct pdf_rows *rows,
                        struct error *err)
{
    struct sink sink = {.user = pdf,
                        .ledger = pdf->made->sink->ledger,
                        .take = take,
                        .skip = skip};
    struct made_page made = *pdf->made;
    struct buf *pages = NULL;
    size_t n_pages = 0, capacity = 0;
    made.sink = &sink;
    for (size_t first = 0; first < rows->n_text;) {
        pages = mem_grow(pages, n_pages, &capacity, sizeof *pages);
        buf_init(&pages[n_pages]);
        pdf_html(rows, first, &first, &pages[n_pages++], pdf->words);
    }
    bool good = true;
    for (size_t i = 0; i < n_pages; i++) {
        good = good && made_page_convert(&made, &pages[i], err);
        buf_finish(&pages[i]);
    }
    free(pages);
    if (good && !compare(pdf)) {
        *err = pdf->err;
        good = false;
    }
    return good;
}

/* Tells of pages among others that may be pictures: their text is nowhere. */
static void tell_empty_pages(const struct made_page *made,
                             const struct pdf_rows *rows)
{
    bool *has_text = mem_calloc(rows->n_pages, sizeof *has_text);
    unsigned n_empty = 0, first = 0;
    for (size_t i = 0; i < rows->n_text; i++)
        has_text[rows->items[i].page - 1] = true;
    for (unsigned i = rows->n_pages; i > 0; i--)
        if (!has_text[i - 1]) {
            n_empty++;
            first = i;
        }
    free(has_text);
    if (n_empty == 0)
        return;
    struct error reason;
    error_set(&reason,
              n_("%u page has no text (page %u): it is empty, or a picture "
                 "that ocrmypdf can add text to",
                 "%u pages have no text (page %u first): they are empty, or "
                 "pictures that ocrmypdf can add text to",
                 n_empty),
              n_empty, first);
    made->sink->skip(made->sink->user, made->document, reason.message);
}

static bool convert_rows(struct pdf *pdf, const struct pdf_rows *rows,
                         struct error *err)
{
    pdf->n_pages = rows->n_pages;
    pdf->words = mem_calloc(rows->n_pages, sizeof *pdf->words);
    for (unsigned i = 0; i < rows->n_pages; i++)
        letters_init(&pdf->words[i]);
    bool good = write_pages(pdf, rows, err);
    if (good)
        tell_empty_pages(pdf->made, rows);
    for (unsigned i = 0; i < rows->n_pages; i++)
        letters_finish(&pdf->words[i]);
    free(pdf->words);
    return good;
}

static bool convert(struct pdf *pdf, const struct buf *xml, struct error *err)
{
    struct pdf_rows rows;
    bool good;
    pdf_rows_read(&rows, xml->data, xml->n_bytes);
    if (rows.n_pages == 0)
        good = error_set(err, _("not a readable PDF: it has no pages"));
    else if (rows.n_text == 0)
        good = error_set(err, _("No text in this PDF: it is a picture. "
                                "ocrmypdf can add text"));
    else
        good = convert_rows(pdf, &rows, err);
    pdf_rows_finish(&rows);
    return good;
}

bool pdf_convert(const struct document *document,
                 const struct import_options *options, const struct sink *sink,
                 struct error *err)
{
    const struct made_page made = {.document = document,
                                   .options = options,
                                   .sink = sink,
                                   .well_formed = true};
    struct document whole;
    struct pdf pdf = {.made = &made, .text = {.document = &whole}};
    struct buf xml;
    buf_init(&xml);
    buf_init(&pdf.text.text);
    bool good = document_read_whole(document, SIZE_MAX, &whole, err);
    if (good) {
        pdf.beside =
            pthread_create(&pdf.thread, NULL, read_text, &pdf.text) == 0;
        if (!pdf.beside)
            read_text(&pdf.text);
        good = run_row(CONVERTER_PDF2XML, &whole, &xml, err) &&
               convert(&pdf, &xml, err);
    }
    join(&pdf);
    document_free_whole(document, &whole);
    buf_finish(&pdf.text.text);
    buf_finish(&xml);
    return good;
}
