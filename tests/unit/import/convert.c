/* What the tests of importers have in common. */
#include "convert.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/fold.h"
#include "import/conversion.h"

void given_init(struct given *given)
{
    *given = (struct given){0};
    buf_init(&given->files);
}

void given_finish(struct given *given)
{
    buf_finish(&given->files);
}

static void take(void *user, const struct draft *draft)
{
    struct given *given = user;
    draft_write(draft, &given->files);
    buf_add_n(&given->files, "", 1);
    given->n_articles++;
}

static void omit(void *user, const struct document *document,
                 const char *reason)
{
    struct given *given = user;
    (void)document;
    snprintf(given->reason, sizeof given->reason, "%s", reason);
    given->n_skipped++;
}

static void fail_article(void *user, const struct document *document,
                         const char *reason)
{
    struct given *given = user;
    omit(user, document, reason);
    given->n_failed++;
}

static bool convert(struct given *given, const char *importer,
                    const struct document *document)
{
    static const struct import_options options = {0};
    struct conversion_sink sink = {
        .user = given, .take = take, .skip = omit, .fail = fail_article};
    const struct importer *row = importer_find(importer);
    assert_non_null(row);
    bool good = conversion_run(row, document, &options, &sink, &given->err);
    if (!good)
        print_message("# %s: %s\n", document->name, given->err.message);
    return good;
}

bool convert_text(struct given *given, const char *importer, const char *name,
                  const char *text)
{
    struct document document = {.name = name,
                                .data = text,
                                .n_bytes = strlen(text),
                                .retrieved = {2026, 11, 22}};
    return convert(given, importer, &document);
}

bool convert_file(struct given *given, const char *importer, const char *path)
{
    struct buf text;
    buf_init(&text);
    if (!file_read(path, 0, &text, NULL, &given->err))
        fail_msg("%s", given->err.message);
    struct document document = {
        .name = path, .data = text.data, .n_bytes = text.n_bytes};
    assert_ptr_equal(importer_recognise(&document), importer_find(importer));
    bool good = convert(given, importer, &document);
    buf_finish(&text);
    return good;
}

const char *last_file(const struct given *given)
{
    assert_true(given->files.n_bytes > 0);
    size_t at = given->files.n_bytes - 1;
    while (at > 0 && given->files.data[at - 1])
        at--;
    return given->files.data + at;
}

const char *last_body(const struct given *given)
{
    const char *body = strstr(last_file(given), "\n---\n\n");
    assert_non_null(body);
    return body + 6;
}

static bool is_word_byte(char byte)
{
    return isalnum((unsigned char)byte) || (byte & 0x80);
}

/* General punctuation and geometric shapes: dashes, quotes, bullets. */
static bool is_mark(const char *text)
{
    return strncmp(text, "\xE2\x80", 2) == 0 ||
           strncmp(text, "\xE2\x81", 2) == 0 ||
           strncmp(text, "\xE2\x96", 2) == 0 ||
           strncmp(text, "\xE2\x97", 2) == 0;
}

/* Of "[^12]"; 0 if it is something else. */
static size_t citation_length(const char *text)
{
    if (text[0] != '[' || text[1] != '^')
        return 0;
    size_t n = 2 + strspn(text + 2, "0123456789");
    return text[n] == ']' ? n + 1 : 0;
}

void add_words(const char *text, struct buf *out)
{
    char *folded = fold_string(text, FOLD_ALL);
    for (const char *at = folded; *at; at++) {
        if (citation_length(at))
            at += citation_length(at) - 1;
        else if (is_mark(at))
            at += 2;
        else if (is_word_byte(*at))
            buf_add_char(out, *at);
        else if (out->n_bytes > 0 && out->data[out->n_bytes - 1] != '\n')
            buf_add_char(out, '\n');
    }
    if (out->n_bytes > 0 && out->data[out->n_bytes - 1] != '\n')
        buf_add_char(out, '\n');
    free(folded);
}

static size_t count_words(const struct buf *words)
{
    size_t n = 0;
    for (size_t i = 0; i < words->n_bytes; i++)
        n += words->data[i] == '\n';
    return n;
}

void assert_holds_words(const struct buf *expected, const struct buf *got,
                        size_t n_more, const char *name)
{
    const char *at = got->data;
    const char *word = expected->data, *found = at;
    while (*word) {
        size_t n = strcspn(word, "\n") + 1;
        while (*at && strncmp(at, word, n) != 0)
            at += strcspn(at, "\n") + 1;
        if (!*at)
            fail_msg("%s: after %.60s... the words %.80s... are lost", name,
                     found, word);
        found = at;
        at += n;
        word += n;
    }
    size_t n_expected = count_words(expected), n_got = count_words(got);
    if (n_got > n_expected + n_more)
        fail_msg("%s: %zu words became %zu", name, n_expected, n_got);
}

void add_article_words(const char *file, struct buf *out)
{
    struct article *article = article_parse(file, strlen(file), "x.md");
    add_words(article->text, out);
    article_free(article);
}

const char *corpus_path(const char *name)
{
    static char path[512];
    const char *shared = getenv("MEDFAQ_SHARED");
    snprintf(path, sizeof path, "%s/corpus/%s", shared ? shared : "", name);
    return path;
}
