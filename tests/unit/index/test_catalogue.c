/* The library as the index lists it: order, filter, translations, names. */
#include "index/catalogue.h"

#include <sys/stat.h>

#include "../library/folder.h"

static const char *const folders[] = {"mine", "shelf"};

static void put_article(const char *path, const char *front)
{
    char text[512];
    snprintf(text, sizeof text,
             "---\n%s\n---\n\n## Risks {kind=risks}\n\nSome.\n", front);
    put(path, text);
}

static int enter_library(void **state)
{
    enter_folder_with_cache(state);
    setenv("LC_ALL", "C.UTF-8", 1);
    put_article("shelf/gout.md", "title: Gout\nlang: en\ntype: condition\n"
                                 "synonyms: [podagra]\nupdated: 2026-01-02");
    put_article("shelf/gout.vi.md", "title: Bệnh gút\nlang: vi\n"
                                    "updated: 2026-01-01");
    put_article("shelf/gout.es.md", "title: Gota\nlang: es\nsynonyms: [ácido]");
    put_article("shelf/aspirin.md", "title: Aspirin\ntype: medicine\n"
                                    "updated: 2026-03-01");
    put_article("shelf/acne.md", "title: Acne\ntype: condition");
    put_article("mine/acne.md", "title: Acne, mine\ntype: condition");
    put("shelf/plain.md", "Nothing in front.\n");
    mkfifo("shelf/pipe.md", 0600);
    return 0;
}

static struct index *open_index(void)
{
    struct error err = {0};
    struct index_progress progress;
    struct index *index = index_open(folders, 2, &err);
    assert_non_null(index);
    assert_true(index_update(index, NULL, &progress, &err));
    return index;
}

/* Returns the ids of the list with their languages: "acne.en gout.en". */
static const char *listed(struct index *index,
                          const struct catalogue_options *options)
{
    static char text[512];
    struct catalogue catalogue = {0};
    const struct entry *entries[32];
    assert_true(catalogue_list(index, options, &catalogue));
    assert_true(catalogue.n <= 32);
    struct library *library =
        catalogue_read(index, catalogue.articles, catalogue.n, entries);
    *text = '\0';
    for (size_t i = 0; i < catalogue.n; i++)
        snprintf(text + strlen(text), sizeof text - strlen(text), "%s%s.%s%s",
                 i ? " " : "", entries[i]->id, entries[i]->lang,
                 entries[i]->shadowed_by ? "*" : "");
    library_free(library);
    catalogue_finish(&catalogue);
    return text;
}

static void assert_lists(const char *filter, enum catalogue_sort sort,
                         const char *wanted)
{
    struct index *index = open_index();
    assert_string_equal(
        listed(index,
               &(struct catalogue_options){.filter = filter, .sort = sort}),
        wanted);
    index_close(index);
}

static void lists_each_article_once(void **state)
{
    (void)state;
    assert_lists(NULL, SORT_TITLE,
                 "acne.en* acne.en aspirin.en gout.en plain.en");
    assert_lists(NULL, SORT_NEWEST,
                 "aspirin.en gout.en acne.en* acne.en plain.en");
    assert_lists(NULL, SORT_TYPE,
                 "plain.en acne.en* acne.en gout.en aspirin.en");
}

static void prefers_the_language_of_the_locale(void **state)
{
    (void)state;
    setenv("LC_ALL", "vi_VN.UTF-8", 1);
    assert_lists(NULL, SORT_TITLE,
                 "acne.en* acne.en aspirin.en gout.vi plain.en");
    setenv("LC_ALL", "C.UTF-8", 1);
}

static void filters_by_all_that_an_article_is_called(void **state)
{
    (void)state;
    assert_lists("OUT", SORT_TITLE, "gout.en");
    assert_lists("podagra", SORT_TITLE, "gout.en");
    assert_lists("medicine", SORT_TITLE, "aspirin.en");
    assert_lists("acne mine", SORT_TITLE, "acne.en");
    /* a match in the title comes before one in the name of a type */
    assert_lists("n", SORT_TITLE,
                 "acne.en* acne.en aspirin.en plain.en gout.en");
    assert_lists("i", SORT_TITLE,
                 "acne.en aspirin.en plain.en acne.en* gout.en");
    assert_lists("i", SORT_NEWEST,
                 "aspirin.en acne.en plain.en gout.en acne.en*");
    /* a match at the start of a word comes before one within a word */
    assert_lists("m", SORT_TITLE, "acne.en aspirin.en");
    assert_lists("a", SORT_TITLE,
                 "acne.en* acne.en aspirin.en plain.en gout.en");
    assert_lists("in", SORT_TITLE, "acne.en aspirin.en plain.en");
    /* matches words that the preferred translation does not have */
    assert_lists("benh", SORT_TITLE, "gout.vi");
    assert_lists("acido", SORT_TITLE, "gout.es");
    assert_lists("%'\"", SORT_TITLE, "");
}

/* A title that equals the text comes first, then those that begin with it,
 * however many others precede them in the alphabet. */
static void lists_the_title_itself_first(void **state)
{
    (void)state;
    put_article("shelf/a1.md", "title: A kind of gout");
    put_article("shelf/a2.md", "title: Another gout");
    put_article("shelf/gout2.md", "title: Gout in the foot");
    put_article("shelf/z.md", "title: Tophi (gout)");
    assert_lists("gout", SORT_TITLE, "gout.en gout2.en a1.en a2.en z.en");
    struct index *index = open_index();
    for (size_t n = 1; n <= 5; n++) {
        struct catalogue_options options = {.filter = "gout ", .n_max = n};
        char wanted[64] = "gout.en gout2.en a1.en a2.en z.en";
        size_t end = 0;
        for (size_t i = 0; i < n; i++)
            end += strcspn(wanted + end, " ") + 1;
        wanted[end - 1] = '\0';
        assert_string_equal(listed(index, &options), wanted);
    }
    index_close(index);
}

static void stops_at_a_limit(void **state)
{
    (void)state;
    struct index *index = open_index();
    struct catalogue catalogue = {0};
    assert_true(catalogue_list(index, &(struct catalogue_options){.n_max = 4},
                               &catalogue));
    assert_int_equal(catalogue.n, 4);
    assert_false(catalogue.is_whole);
    assert_true(catalogue_list(index, &(struct catalogue_options){.n_max = 5},
                               &catalogue));
    assert_int_equal(catalogue.n, 5);
    assert_true(catalogue.is_whole);
    catalogue_finish(&catalogue);
    index_close(index);
}

static void follows_what_changes(void **state)
{
    (void)state;
    struct index *index = open_index();
    struct index_progress progress;
    unlink("mine/acne.md");
    unlink("shelf/gout.md");
    unlink("shelf/gout.es.md");
    assert_true(index_update(index, NULL, &progress, NULL));
    assert_string_equal(listed(index, &(struct catalogue_options){0}),
                        "acne.en aspirin.en gout.vi plain.en");
    index_close(index);
}

static void keeps_what_was_passed_over(void **state)
{
    (void)state;
    struct index *index = open_index();
    struct arena arena;
    size_t n;
    arena_init(&arena);
    const struct skipped *skipped = catalogue_skipped(index, &arena, 10, &n);
    assert_int_equal(n, 1);
    assert_int_equal(catalogue_n_skipped(index), 1);
    assert_string_equal(skipped[0].path, "shelf/pipe.md");
    assert_string_equal(skipped[0].reason, "is a FIFO");
    const char **walked = catalogue_folders(index, &arena, 10, &n);
    assert_int_equal(n, 2);
    assert_string_equal(walked[1], "shelf");
    unlink("shelf/pipe.md");
    assert_true(index_update(index, NULL, &(struct index_progress){0}, NULL));
    assert_int_equal(catalogue_n_skipped(index), 0);
    arena_finish(&arena);
    index_close(index);
}

static void finds_articles_by_name(void **state)
{
    (void)state;
    static const struct {
        const char *name, *path;
    } cases[] = {
        {"gout", "shelf/gout.md"},    {"Podagra", "shelf/gout.md"},
        {"acne", "mine/acne.md"},     {"Aspirin", "shelf/aspirin.md"},
        {"gota", "shelf/gout.es.md"}, {"nothing", NULL},
    };
    struct index *index = open_index();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct library *library = catalogue_named(index, cases[i].name);
        const struct entry *entry = library_find(library, cases[i].name, NULL);
        if (cases[i].path)
            assert_string_equal(entry ? entry->path : "none", cases[i].path);
        else
            assert_null(entry);
        library_free(library);
    }
    index_close(index);
}

/* Looking up words only uses the index: the files are gone. */
static void finds_words_without_files(void **state)
{
    (void)state;
    static const struct {
        const char *words, *having, *nearest;
    } cases[] = {
        {"aspirin", "shelf/aspirin.md", "shelf/aspirin.md"},
        {"podagra", "shelf/gout.md", "shelf/gout.md"},
        {"asprin", NULL, "shelf/aspirin.md"},
        {"podgara", NULL, "shelf/gout.md"},
        {"dagra", NULL, "shelf/gout.md"},
        {"odag", NULL, "shelf/gout.md"},
        {"\"gout\" *", NULL, NULL},
        {"gou", NULL, "shelf/gout.md"},
        {"' -", NULL, NULL},
        {"gout aspirin", NULL, NULL},
        {"mine", "mine/acne.md", "mine/acne.md"},
        {"", NULL, NULL},
    };
    struct index *index = open_index();
    assert_int_equal(system("mv shelf away; mv mine away2"), 0);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct entry *entry = NULL;
        struct library *library = catalogue_with_words(index, cases[i].words);
        library_find_by_words(library, cases[i].words, NULL, &entry, 1);
        assert_string_equal(entry ? entry->path : "none",
                            cases[i].having ? cases[i].having : "none");
        library_free(library);
        entry = NULL;
        library = catalogue_like(index, cases[i].words);
        library_nearest(library, cases[i].words, &entry, 1);
        assert_string_equal(entry ? entry->path : "none",
                            cases[i].nearest ? cases[i].nearest : "none");
        library_free(library);
    }
    assert_int_equal(system("mv away shelf; mv away2 mine"), 0);
    index_close(index);
}

static void knows_kinds_and_places(void **state)
{
    (void)state;
    struct index *index = open_index();
    struct catalogue all = {0};
    assert_true(catalogue_list(index, &(struct catalogue_options){0}, &all));
    int64_t vietnamese = catalogue_find(index, "shelf/gout.vi.md");
    assert_true(vietnamese > 0);
    assert_int_equal(catalogue_find(index, "shelf/none.md"), 0);
    assert_int_equal(catalogue_place(index, &all, vietnamese), 3);
    assert_int_equal(catalogue_place(index, &all, 0), all.n);
    assert_true(catalogue_has_kind(index, vietnamese, KIND_RISKS));
    assert_false(catalogue_has_kind(index, vietnamese, KIND_DOSAGE));
    catalogue_finish(&all);
    index_close(index);
}

static bool at_once(void *context)
{
    (void)context;
    return true;
}

static void can_be_interrupted(void **state)
{
    (void)state;
    for (int i = 0; i < 400; i++) {
        char path[64];
        snprintf(path, sizeof path, "shelf/many/a%d.md", i);
        put(path, "# Many\n");
    }
    struct index *index = open_index();
    struct catalogue all = {.n = 0};
    assert_false(catalogue_list(
        index, &(struct catalogue_options){.stop = at_once}, &all));
    assert_null(all.articles);
    assert_true(catalogue_list(index, &(struct catalogue_options){0}, &all));
    assert_int_equal(all.n, 405);
    catalogue_finish(&all);
    index_close(index);
}

static struct index *open_with(const char *path, const char *text)
{
    put(path, text);
    return open_index();
}

/* Ids are those that library_open gives, whatever the order of indexing. */
static void names_translations_as_originals_come_and_go(void **state)
{
    (void)state;
    static const struct catalogue_options flu = {.filter = "flu"};
    struct index_progress progress;
    put("shelf/flu/x.md", "# Flux\n");
    struct index *index =
        open_with("shelf/flu.vi.md", "---\ntitle: Flu, cum\n---\n");
    assert_string_equal(listed(index, &flu), "flu.vi.en x.en");
    put("shelf/flu.md", "---\ntitle: Flu\nlang: en\n---\n");
    assert_true(index_update(index, NULL, &progress, NULL));
    assert_int_equal(progress.n_read, 2);
    assert_string_equal(listed(index, &flu), "flu.en x.en");
    unlink("shelf/flu.md");
    assert_true(index_update(index, NULL, &progress, NULL));
    assert_string_equal(listed(index, &flu), "flu.vi.en x.en");
    index_close(index);
}

static void finds_an_id_in_any_case_before_a_synonym(void **state)
{
    (void)state;
    put_article("shelf/beta-blocker.md", "title: Medicines for the heart");
    put_article("shelf/other.md", "title: Other\nsynonyms: [Beta Blocker]");
    struct index *index = open_index();
    struct library *library = catalogue_named(index, "Beta Blocker");
    const struct entry *entry = library_find(library, "Beta Blocker", NULL);
    assert_non_null(entry);
    assert_string_equal(entry->id, "beta-blocker");
    library_free(library);
    index_close(index);
}

static void prefers_languages_as_the_library_does(void **state)
{
    (void)state;
    put("shelf/flu.en-US.md", "---\ntitle: Flu\nlang: en-US\n---\n");
    put("shelf/flu.en-gb.md", "---\ntitle: Flu\nlang: en-gb\n---\n");
    assert_lists("flu", SORT_TITLE, "flu.en-gb");
}

/* Many files with the same id are added and removed. */
static void keeps_apart_what_shares_a_name(void **state)
{
    (void)state;
    static const struct catalogue_options all = {.filter = "readme"};
    static const char *const paths[] = {
        "shelf/0/README.md", "shelf/1/README.md", "shelf/2/README.md",
        "shelf/3/README.md"};
    struct index *index = open_index();
    static const char *const wanted[] = {
        "", "README.en", "README.en 1-README.en",
        "README.en 1-README.en 2-README.en",
        "README.en 1-README.en 2-README.en 3-README.en"};
    static const struct catalogue_options second = {.filter = "1-readme"};
    for (size_t i = 0; i < 4; i++) {
        put(paths[i], "# Readme\n");
        assert_true(
            index_update(index, NULL, &(struct index_progress){0}, NULL));
        assert_string_equal(listed(index, &all), wanted[i + 1]);
        assert_string_equal(listed(index, &second), i ? "1-README.en" : "");
    }
    for (size_t i = 4; i-- > 0;) {
        unlink(paths[i]);
        assert_true(
            index_update(index, NULL, &(struct index_progress){0}, NULL));
        assert_string_equal(listed(index, &all), wanted[i]);
    }
    index_close(index);
}

#define IN_LIBRARY(test)                                                       \
    cmocka_unit_test_setup_teardown(test, enter_library, leave_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_LIBRARY(lists_each_article_once),
        IN_LIBRARY(prefers_the_language_of_the_locale),
        IN_LIBRARY(filters_by_all_that_an_article_is_called),
        IN_LIBRARY(lists_the_title_itself_first),
        IN_LIBRARY(stops_at_a_limit),
        IN_LIBRARY(follows_what_changes),
        IN_LIBRARY(keeps_what_was_passed_over),
        IN_LIBRARY(finds_articles_by_name),
        IN_LIBRARY(finds_words_without_files),
        IN_LIBRARY(knows_kinds_and_places),
        IN_LIBRARY(can_be_interrupted),
        IN_LIBRARY(names_translations_as_originals_come_and_go),
        IN_LIBRARY(finds_an_id_in_any_case_before_a_synonym),
        IN_LIBRARY(prefers_languages_as_the_library_does),
        IN_LIBRARY(keeps_apart_what_shares_a_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
