/* Importing: the work grows as the document. */
#include "growth.h"

#include "import/importer.h"

#include "../unit/unit.h"

static void write_rows(struct buf *out, size_t n)
{
    buf_add(out, "question,answer\n");
    buf_add_repeat(out, "What is it?,A thing.\n", n);
}

static void write_words(struct buf *out, size_t n)
{
    buf_add(out, "<!DOCTYPE html><title>T</title><h1>T</h1>"
                 "<h2>Risks</h2><p>");
    buf_add_repeat(out, "words <b>words</b>&nbsp;", n);
}

static void write_lines(struct buf *out, size_t n)
{
    buf_add_repeat(out, "What is it?\n\nA thing.\n- one\n- two\n\n", n);
}

static void take(void *user, struct draft *draft)
{
    struct buf file;
    (void)user;
    buf_init(&file);
    draft_write(draft, &file);
    buf_finish(&file);
}

static void leave_out(void *user, const struct document *document,
                      const char *reason)
{
    (void)user;
    (void)document;
    fail_msg("%s", reason);
}

static void import(const struct subject *subject)
{
    static const struct import_options options = {0};
    const struct document document = {
        .name = "growth.txt",
        .data = subject->text.data,
        .n_bytes = subject->text.n_bytes,
        .retrieved = {2026, 11, 22},
    };
    const struct sink sink = {.take = take, .skip = leave_out};
    const struct importer *importer = importer_recognise(&document);
    struct error err;
    assert_non_null(importer);
    if (!importer->convert(&document, &options, &sink, &err))
        fail_msg("%s", err.message);
}

static const struct growth all[] = {
    {"importing lines", write_lines, import, 2000},
    {"importing rows", write_rows, import, 10000},
    {"importing words", write_words, import, 10000},
};

int main(void)
{
    return check_all_growth(all, N_ELEMENTS(all));
}
