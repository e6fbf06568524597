/* Is what the sources say of the safety set reached by its kind? The list of
 * statements was made by reading the sources, before the importers were. */
#include <stdlib.h>
#include <string.h>

#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

#include "base/file.h"
#include "base/mem.h"
#include "convert.h"
#include "import/schema.h"
#include "import/xml.h"

#define N_WORDS 8

static const struct statement {
    const char *file, *place;
    uint64_t digest;
    enum kind kind;
} statements[] = {
#include "safety_set.inc"
};

/* ---- words ---- */

struct words {
    char *text; /* NFKC */
    struct word {
        size_t start, n_bytes;
    } * items;
    size_t n, capacity;
};

static void words_init(struct words *words, const char *text, size_t n_bytes)
{
    *words = (struct words){0};
    size_t n = 0;
    uint8_t *normal =
        u8_normalize(UNINORM_NFKC, (const uint8_t *)text, n_bytes, NULL, &n);
    words->text = mem_strndup((char *)normal, n);
    free(normal);
    bool inside = false;
    for (size_t at = 0; at < n;) {
        ucs4_t code_point;
        int length =
            u8_mbtouc(&code_point, (uint8_t *)words->text + at, n - at);
        bool in_word = uc_is_general_category_withtable(
            code_point, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_N);
        if (in_word && !inside) {
            words->items = mem_grow(words->items, words->n, &words->capacity,
                                    sizeof *words->items);
            words->items[words->n++] = (struct word){.start = at};
        }
        at += (size_t)length;
        if (in_word)
            words->items[words->n - 1].n_bytes =
                at - words->items[words->n - 1].start;
        inside = in_word;
    }
}

static void words_finish(struct words *words)
{
    free(words->text);
    free(words->items);
}

static uint64_t digest_byte(uint64_t digest, char byte)
{
    return (digest ^ (unsigned char)byte) * UINT64_C(0x100000001b3);
}

static uint64_t digest_of(const struct words *words, size_t first)
{
    uint64_t digest = UINT64_C(0xcbf29ce484222325);
    for (size_t i = first; i < first + N_WORDS; i++) {
        if (i > first)
            digest = digest_byte(digest, ' ');
        const struct word *word = &words->items[i];
        for (size_t j = 0; j < word->n_bytes; j++)
            digest = digest_byte(digest, words->text[word->start + j]);
    }
    return digest;
}

static bool holds(const char *text, size_t n_bytes, uint64_t digest)
{
    struct words words;
    bool found = false;
    words_init(&words, text, n_bytes);
    for (size_t i = 0; !found && i + N_WORDS <= words.n; i++)
        found = digest_of(&words, i) == digest;
    words_finish(&words);
    return found;
}

/* ---- what a kind reaches ---- */

/* The end in the text of what stands under a heading. */
static size_t heading_end(const struct article *article, size_t at)
{
    for (size_t i = at + 1; i < article->n_headings; i++)
        if (article->headings[i].level <= article->headings[at].level)
            return article->headings[i].node->text_start;
    return article->n_text_bytes;
}

static bool headings_reach(const struct article *article,
                           const struct statement *statement)
{
    for (size_t i = 0; i < article->n_headings; i++) {
        if (article->headings[i].kind != statement->kind)
            continue;
        size_t start = article->headings[i].node->text_start;
        size_t end = heading_end(article, i);
        if (holds(article->text + start, end - start, statement->digest))
            return true;
    }
    return false;
}

static bool alerts_reach(const struct article *article,
                         const struct statement *statement)
{
    for (size_t i = 0; i < article->n_kind_places; i++) {
        const struct kind_place *place = &article->kind_places[i];
        if (place->kind == statement->kind && place->node->type == NODE_ALERT &&
            holds(article->text + place->node->text_start,
                  place->node->text_end - place->node->text_start,
                  statement->digest))
            return true;
    }
    return false;
}

static bool is_reached(const struct given *given,
                       const struct statement *statement)
{
    bool reached = false;
    size_t end = given->files.n_bytes;
    for (size_t at = 0; !reached && at < end;
         at += strlen(given->files.data + at) + 1) {
        const char *file = given->files.data + at;
        struct article *article = article_parse(file, strlen(file), "x.md");
        reached = headings_reach(article, statement) ||
                  alerts_reach(article, statement);
        article_free(article);
    }
    return reached;
}

/* ---- */

/* Has the file an importer? */
static bool import_file(struct given *given, const char *name)
{
    const char *path = corpus_path(name);
    struct buf text;
    buf_init(&text);
    if (!file_read(path, 0, &text, NULL, &given->err))
        fail_msg("%s", given->err.message);
    struct document document = {
        .name = path, .data = text.data, .n_bytes = text.n_bytes};
    const struct importer *importer = importer_recognise(&document);
    buf_finish(&text);
    if (importer && !convert_file(given, importer->name, path))
        fail_msg("%s: %s", name, given->err.message);
    return importer;
}

/* Counts what the kinds of one file's articles do not reach. */
static size_t count_lost(size_t first, size_t end)
{
    struct given given;
    size_t n_lost = 0;
    given_init(&given);
    if (!import_file(&given, statements[first].file)) {
        printf("# SKIPPED: %zu statements of %s: no importer can do it\n",
               end - first, statements[first].file);
        end = first;
    }
    for (size_t i = first; i < end; i++)
        if (!is_reached(&given, &statements[i])) {
            printf("# %s, %s: not reached by %s\n", statements[i].file,
                   statements[i].place, kind_get(statements[i].kind)->id);
            n_lost++;
        }
    given_finish(&given);
    return n_lost;
}

static void reaches_every_statement(void **state)
{
    (void)state;
    size_t n_lost = 0;
    assert_true(N_ELEMENTS(statements) >= 120);
    for (size_t first = 0, end; first < N_ELEMENTS(statements); first = end) {
        for (end = first;
             end < N_ELEMENTS(statements) &&
             !strcmp(statements[end].file, statements[first].file);)
            end++;
        n_lost += count_lost(first, end);
    }
    assert_int_equal(n_lost, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reaches_every_statement),
    };
    xml_init();
    schema_init();
    size_t n = tests_with("README.md", N_ELEMENTS(tests), 1);
    int n_failed = _cmocka_run_group_tests("safety_set", tests, n, NULL, NULL);
    xml_finish();
    return n_failed;
}
