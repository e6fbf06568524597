/* Every file of the corpora and every case: what becomes of its words. The
 * table says how many of each format came over, and how many were left out on
 * purpose. */
#include <stdlib.h>
#include <string.h>

#include "convert.h"
#include "import/conserve.h"
#include "import/conversion.h"
#include "import/format.h"
#include "import/letters.h"
#include "import/schema.h"
#include "import/source.h"
#include "import/xml.h"

#define MAX_FORMATS 40
#define MAX_SHOWN 20 /* refused files */

struct tally {
    const char *format; /* NULL: of none that is read */
    size_t n_files, n_refused, n_articles;
    size_t n_words, n_left_out, n_added, n_moved;
    bool compared;
};

struct walk {
    struct tally tallies[MAX_FORMATS];
    size_t n_tallies;
    struct tally *now;
    size_t n_lost, n_shown;
};

static size_t count_words(const char *text, size_t n_bytes)
{
    struct letters letters;
    letters_init(&letters);
    letters_add(&letters, text, n_bytes);
    size_t n = letters.n_words;
    letters_finish(&letters);
    return n;
}

static void take(void *user, const struct draft *draft)
{
    struct walk *walk = user;
    struct letters letters;
    letters_init(&letters);
    conserve_read_body(draft->body.data, draft->body.n_bytes, &letters);
    walk->now->n_words += letters.n_words;
    walk->now->n_articles++;
    letters_finish(&letters);
}

static void refuse(struct walk *walk, const char *name, const char *reason)
{
    const char *corpus = strstr(name, "/corpus/");
    walk->now->n_refused++;
    if (walk->n_shown++ < MAX_SHOWN)
        printf("# refused: %s: %s\n", corpus ? corpus + 8 : name, reason);
}

static void pass_over(void *user, const struct document *document,
                      const char *reason)
{
    (void)user;
    (void)document;
    (void)reason;
}

static bool is_loss(const char *reason)
{
    static const char *const faults[] = {
        "would be lost",       "this text twice",    "not in the source",
        "this text elsewhere", "not in the article", "compared"};
    for (size_t i = 0; i < N_ELEMENTS(faults); i++)
        if (strstr(reason, faults[i]))
            return true;
    return false;
}

static void fail_article(void *user, const struct document *document,
                         const char *reason)
{
    struct walk *walk = user;
    if (is_loss(reason)) {
        printf("# %s: %s\n", document->name, reason);
        walk->n_lost++;
    } else {
        refuse(walk, document->name, reason);
    }
}

static void note(void *user, const struct document *document,
                 const struct ledger *ledger)
{
    struct walk *walk = user;
    (void)document;
    for (size_t i = 0; i < ledger->n; i++) {
        const struct ledger_entry *entry = &ledger->entries[i];
        size_t n = count_words(entry->text, strlen(entry->text));
        switch (entry->act) {
        case LEDGER_LEFT_OUT:
        case LEDGER_STATED: walk->now->n_left_out += n; break;
        case LEDGER_MOVED: walk->now->n_moved += n; break;
        default: walk->now->n_added += n; break;
        }
    }
}

static struct tally *tally_of(struct walk *walk,
                              const struct importer *importer)
{
    const char *format = importer ? importer->name : NULL;
    for (size_t i = 0; i < walk->n_tallies; i++)
        if (walk->tallies[i].format == format)
            return &walk->tallies[i];
    assert_true(walk->n_tallies < MAX_FORMATS);
    struct tally *tally = &walk->tallies[walk->n_tallies++];
    *tally = (struct tally){
        .format = format, .compared = importer && importer->read_words != NULL};
    return tally;
}

static bool on_document(void *user, const struct document *document)
{
    static const struct import_options options = {0};
    struct walk *walk = user;
    struct error err;
    const struct importer *importer = importer_recognise(document);
    walk->now = tally_of(walk, importer);
    walk->now->n_files++;
    if (!importer) {
        format_set_advice(document, &err);
        refuse(walk, document->name, err.message);
        return true;
    }
    const struct conversion_sink sink = {.user = walk,
                                         .take = take,
                                         .skip = pass_over,
                                         .fail = fail_article,
                                         .note = note};
    size_t n_before = walk->now->n_articles;
    if (!conversion_run(importer, document, &options, &sink, &err))
        fail_article(walk, document, err.message);
    else if (walk->now->n_articles == n_before)
        refuse(walk, document->name, "no articles found in it");
    return true;
}

static void on_skip(void *user, const char *name, const char *reason)
{
    struct walk *walk = user;
    walk->now = tally_of(walk, NULL);
    walk->now->n_files++;
    refuse(walk, name, reason);
}

static bool on_progress(void *user, uint64_t n_bytes)
{
    (void)user;
    (void)n_bytes;
    return true;
}

static void keeps_the_words_of_every_file(void **state)
{
    static const char *const folders[] = {"leaflets", "epi",   "nhs",  "spl",
                                          "jats",     "forum", "cases"};
    (void)state;
    struct walk walk = {.n_tallies = 0};
    const struct source_walker walker = {.user = &walk,
                                         .document = on_document,
                                         .skip = on_skip,
                                         .progress = on_progress};
    for (size_t i = 0; i < N_ELEMENTS(folders); i++) {
        struct error err;
        if (!source_walk(corpus_path(folders[i]), &walker, &err))
            fail_msg("%s", err.message);
    }
    printf("# %-10s %6s %8s %8s %9s %8s %6s %6s\n", "format", "files",
           "refused", "articles", "words", "left out", "moved", "added");
    for (size_t i = 0; i < walk.n_tallies; i++) {
        const struct tally *tally = &walk.tallies[i];
        printf("# %-10s %6zu %8zu %8zu %9zu %8zu %6zu %6zu%s\n",
               tally->format ? tally->format : "none", tally->n_files,
               tally->n_refused, tally->n_articles, tally->n_words,
               tally->n_left_out, tally->n_moved, tally->n_added,
               !tally->format || tally->compared ? "" : " not compared");
    }
    assert_int_equal(walk.n_lost, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_the_words_of_every_file),
    };
    xml_init();
    schema_init();
    size_t n = tests_with("README.md", N_ELEMENTS(tests), 1);
    int n_failed = _cmocka_run_group_tests("words_kept", tests, n, NULL, NULL);
    xml_finish();
    return n_failed;
}
