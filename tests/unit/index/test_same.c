/* The index lists and finds what the library does: files are added, changed and
 * removed pseudo-randomly, and both are queried. */
#include <strings.h>
#include <sys/stat.h>

#include "../library/folder.h"
#include "index/catalogue.h"

#define N_LIBRARIES 24
#define N_STEPS 5
#define N_QUESTIONS 6
#define ENTRIES_MAX 200
#define NOBODY 65534

static const char *const folders[] = {"f0", "f1", "f2"};
static const char *const below[] = {
    "", "", "kidneys/", "former/kidneys/", "vi/", "vi/kidneys/"};
static const char *const ids[] = {"aspirin", "b-c", "Gout", "d", "kidneys-d"};
static const char *const langs[] = {"",   "en",    "EN", "en-US", "en-gb",
                                    "vi", "pt-BR", "pt", "es",    "vi-VN"};
static const char *const locales[] = {
    "C.UTF-8", "en_GB.UTF-8", "vi_VN.UTF-8", "pt_BR", "pt", "es_ES@euro", "EN",
    "",        "de_DE"};
static const char *const titles[] = {"Aspirin", "aspirin", "B c", "Gout",
                                     "GOUT",    "Zed",     "D",   "Émile"};
static const char *const names[] = {"aspirin", "Aspirin", "b c",  "B-C", "b-c",
                                    "gout",    "Gout",    "GOUT", "zed", "d",
                                    "D",       "emile",   "émile"};

static unsigned noise;

static unsigned chance(unsigned n)
{
    noise = noise * 1103515245u + 12345;
    return (noise >> 16) % n;
}

#define PICK(list) list[chance(N_ELEMENTS(list))]

/* Root can read everything, so another user has to try. */
static int enter_as_nobody(void **state)
{
    if (geteuid() == 0)
        assert_int_equal(seteuid(NOBODY), 0);
    return enter_folder_with_cache(state);
}

static int leave(void **state)
{
    if (getuid() == 0)
        assert_int_equal(seteuid(0), 0);
    return leave_folder(state);
}

static void add_front(struct buf *text, const char *lang)
{
    unsigned stated = chance(4);
    const char *other = PICK(langs);
    buf_add(text, "---\n");
    if (chance(4))
        buf_printf(text, "title: %s\n", PICK(titles));
    if (stated < 2 && *lang)
        buf_printf(text, "lang: %s\n", lang);
    else if (stated == 2 && *other)
        buf_printf(text, "lang: %s\n", other);
    if (!chance(3))
        buf_printf(text, "synonyms: [%s]\n", PICK(titles));
    if (chance(2))
        buf_printf(text, "updated: 20%02u-0%u-01\n", chance(30), 1 + chance(9));
    if (chance(2))
        buf_printf(text,
                   "summary: Sum %u.\nreview_due: 2027-0%u\n"
                   "sources: [{id: a, title: A}]\n",
                   chance(9), 1 + chance(9));
    if (chance(2))
        buf_printf(text, "type: %s\n", chance(2) ? "condition" : "medicine");
    buf_add(text, "---\n");
}

/* Adds, changes or removes a file, or makes it unreadable. */
static void change_one(void)
{
    char path[64];
    struct buf text;
    const char *lang = PICK(langs);
    unsigned what = chance(10);
    snprintf(path, sizeof path, "%s/%s%s%s%s.md", PICK(folders), PICK(below),
             PICK(ids), *lang ? "." : "", lang);
    chmod(path, 0644);
    unlink(path);
    if (what < 3)
        return;
    buf_init(&text);
    if (chance(5))
        add_front(&text, lang);
    buf_printf(&text, "\n## Risks\n\nSome %u.\n", chance(1000));
    put(path, text.data);
    buf_finish(&text);
    if (what == 9)
        chmod(path, 0);
}

static bool is_listed(const struct library *library, const struct entry *entry)
{
    return entry->problem || entry->shadowed_by ||
           library_find_id(library, entry->id, NULL) == entry;
}

static int by_path(const void *a, const void *b)
{
    const struct entry *const *x = a, *const *y = b;
    return strcmp((*x)->path, (*y)->path);
}

static void assert_order(const struct entry *before, const struct entry *entry,
                         enum catalogue_sort sort)
{
    int order = 0;
    if (sort == SORT_NEWEST)
        order = date_compare(&entry->updated, &before->updated);
    else if (sort == SORT_TYPE)
        order = (int)before->type - (int)entry->type;
    if (!order)
        order = strcmp(before->title_folded, entry->title_folded);
    assert_true(order <= 0);
}

static void assert_same(const struct entry *a, const struct entry *b)
{
    assert_string_equal(a->path, b->path);
    assert_string_equal(a->id, b->id);
    assert_string_equal(a->lang, b->lang);
    assert_string_equal(a->title, b->title);
    assert_int_equal(!a->problem, !b->problem);
    assert_string_equal(a->shadowed_by ? a->shadowed_by->path : "",
                        b->shadowed_by ? b->shadowed_by->path : "");
    assert_int_equal(a->type, b->type);
    assert_int_equal(date_compare(&a->updated, &b->updated), 0);
    assert_int_equal(date_compare(&a->review_due, &b->review_due), 0);
    assert_string_equal(a->summary ? a->summary : "",
                        b->summary ? b->summary : "");
    assert_int_equal(a->n_sources, b->n_sources);
    assert_int_equal(a->n_synonyms, b->n_synonyms);
    for (size_t i = 0; i < a->n_synonyms; i++)
        assert_string_equal(a->synonyms[i], b->synonyms[i]);
}

static void compare_lists(struct index *index, const struct library *library,
                          enum catalogue_sort sort)
{
    const struct entry *wanted[ENTRIES_MAX], *got[ENTRIES_MAX];
    struct catalogue list = {0};
    size_t n = 0;
    assert_true(catalogue_list(index, &(struct catalogue_options){.sort = sort},
                               &list));
    struct library *page = catalogue_read(index, list.articles, list.n, got);
    for (size_t i = 1; i < list.n; i++)
        assert_order(got[i - 1], got[i], sort);
    for (size_t i = 0; i < library->n_entries; i++)
        if (is_listed(library, &library->entries[i]))
            wanted[n++] = &library->entries[i];
    qsort(wanted, n, sizeof *wanted, by_path);
    qsort(got, list.n, sizeof *got, by_path);
    for (size_t i = 0; i < n && i < list.n; i++)
        assert_same(wanted[i], got[i]);
    assert_int_equal(list.n, n);
    library_free(page);
    catalogue_finish(&list);
}

static const char *path_of(const struct entry *entry)
{
    return entry ? entry->path : "none";
}

static void compare_names(struct index *index, const struct library *library)
{
    const char *name = PICK(names), *id = PICK(ids), *lang = PICK(langs);
    if (!*lang)
        lang = NULL;
    struct library *found = catalogue_named(index, name);
    assert_string_equal(path_of(library_find(found, name, lang)),
                        path_of(library_find(library, name, lang)));
    library_free(found);
    found = catalogue_named(index, id);
    assert_string_equal(path_of(library_find_id(found, id, lang)),
                        path_of(library_find_id(library, id, lang)));
    library_free(found);
    found = library_of_id(library, id);
    assert_string_equal(path_of(library_find_id(found, id, lang)),
                        path_of(library_find_id(library, id, lang)));
    library_free(found);
}

static const char *const wrong_names[] = {
    "asprin", "gotu", "aspirn", "c b", "emil", "zde", "aspirin gout"};

/* Without those that cannot be opened, whose words are unknown. */
static size_t readable(const struct entry **entries, size_t n)
{
    size_t n_kept = 0;
    for (size_t i = 0; i < n; i++)
        if (!entries[i]->problem)
            entries[n_kept++] = entries[i];
    return n_kept;
}

static void compare_words(struct index *index, const struct library *library)
{
    const char *words = chance(2) ? PICK(names) : PICK(wrong_names);
    const struct entry *wanted[ENTRIES_MAX], *got[ENTRIES_MAX];
    struct library *found = catalogue_with_words(index, words);
    size_t n = library_find_by_words(library, words, NULL, wanted, ENTRIES_MAX);
    assert_int_equal(
        library_find_by_words(found, words, NULL, got, ENTRIES_MAX), n);
    for (size_t i = 0; i < n; i++)
        assert_same(wanted[i], got[i]);
    library_free(found);
    found = catalogue_like(index, words);
    n = readable(wanted, library_nearest(library, words, wanted, ENTRIES_MAX));
    assert_int_equal(
        readable(got, library_nearest(found, words, got, ENTRIES_MAX)), n);
    for (size_t i = 0; i < n; i++)
        assert_same(wanted[i], got[i]);
    library_free(found);
}

static void compare_all(struct index *index, const struct library *library)
{
    struct library *all = catalogue_all(index);
    assert_int_equal(all->n_entries, library->n_entries);
    for (size_t i = 0; i < library->n_entries; i++)
        assert_same(&library->entries[i], &all->entries[i]);
    library_free(all);
}

static void compare(struct index *index)
{
    struct library *library = library_open(folders, N_ELEMENTS(folders));
    assert_true(library->n_entries < ENTRIES_MAX);
    for (int sort = 0; sort < N_SORTS; sort++)
        compare_lists(index, library, (enum catalogue_sort)sort);
    compare_all(index, library);
    for (int i = 0; i < N_QUESTIONS; i++) {
        compare_names(index, library);
        compare_words(index, library);
    }
    library_free(library);
}

/* Prints what is needed to reproduce a failure. */
static void run_library(unsigned seed)
{
    struct error err = {0};
    struct index_progress progress;
    noise = seed;
    assert_int_equal(system("chmod -R u+rwX . ; rm -rf f0 f1 f2 cache"), 0);
    struct index *index = index_open(folders, N_ELEMENTS(folders), &err);
    assert_non_null(index);
    for (int step = 0; step < N_STEPS; step++) {
        for (unsigned i = step ? 5 : 2 + chance(20); i > 0; i--)
            change_one();
        setenv("LC_ALL", PICK(locales), 1);
        assert_true(index_update(index, NULL, &progress, &err));
        compare(index);
    }
    index_close(index);
}

static void lists_and_finds_the_same(void **state)
{
    (void)state;
    for (unsigned seed = 1; seed <= N_LIBRARIES; seed++) {
        print_message("# library %u\n", seed);
        run_library(seed);
    }
    setenv("LC_ALL", "C.UTF-8", 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(lists_and_finds_the_same,
                                        enter_as_nobody, leave),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
