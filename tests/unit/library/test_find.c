#include "library/library.h"

#include "folder.h"
#include "library/entry.h"

static struct library *sample_library(void)
{
    put("a/mri-scan.md", "---\ntitle: MRI scan\n"
                         "synonyms: [magnetic resonance imaging]\n---\n");
    put("a/acne.md", "---\ntitle: Acne\n---\n");
    put("a/acne.vi.md", "---\ntitle: Mụn trứng cá\nlang: vi\n---\n");
    put("a/acne.fr.md", "---\ntitle: Acné\nlang: fr\n---\n");
    put("a/flu-vaccine.md", "---\ntitle: Influenza vaccine\n"
                            "synonyms: [flu jab, acne]\n---\n");
    put("a/sub/peel.md", "---\ntitle: Chemical peel\n---\n");
    static const char *const folders[] = {"a"};
    return library_open(folders, 1);
}

static const char *path_of(const struct entry *entry)
{
    return entry ? entry->path : "(none)";
}

static void finds_what_people_type(void **state)
{
    (void)state;
    static const struct {
        const char *name, *lang, *path;
    } cases[] = {
        {"mri-scan", NULL, "a/mri-scan.md"},
        {"MRI Scan", NULL, "a/mri-scan.md"},
        {"Magnetic Resonance Imaging", NULL, "a/mri-scan.md"},
        {"flu jab", NULL, "a/flu-vaccine.md"},
        {"ACNE", NULL, "a/acne.md"},
        {"acne", "vi", "a/acne.vi.md"},
        {"acne", "vi-VN", "a/acne.vi.md"},
        {"acne", "de", "a/acne.md"},
        {"mun trung ca", NULL, "a/acne.vi.md"},
        {"mun trung ca", "en", "a/acne.md"},
        {"acn", NULL, "(none)"},
        {"", NULL, "(none)"},
    };
    struct library *library = sample_library();
    for (size_t i = 0; i < N_ELEMENTS(cases); i++)
        assert_string_equal(
            path_of(library_find(library, cases[i].name, cases[i].lang)),
            cases[i].path);
    library_free(library);
}

/* An unreadable file is only found if no other version can be read. */
static void unreadable_ones_come_last(void **state)
{
    (void)state;
    static const char *const folders[] = {"a"};
    static const struct entry entries[] = {
        {.id = "x", .lang = "en", .path = "a/x.md", .problem = "gone"},
        {.id = "x", .lang = "vi", .path = "a/x.vi.md"},
        {.id = "y", .lang = "en", .path = "a/y.md", .problem = "gone"},
    };
    struct library *library = library_new(folders, 1);
    library_make_room(library, N_ELEMENTS(entries));
    for (size_t i = 0; i < N_ELEMENTS(entries); i++) {
        struct entry *entry = library_add(library, 0);
        *entry = entries[i];
        entry->folder = library->folders[0];
        entry_set_title(entry, &library->arena, entry->id);
    }
    library_arrange(library);
    assert_string_equal(path_of(library_find_id(library, "x", "en")),
                        "a/x.vi.md");
    assert_string_equal(path_of(library_find(library, "x", NULL)), "a/x.vi.md");
    assert_string_equal(path_of(library_find_id(library, "y", NULL)), "a/y.md");
    library_free(library);
}

/* The number of articles that have the words, and the first of them. */
static void finds_words_of_names(void **state)
{
    (void)state;
    static const struct {
        const char *words, *lang;
        size_t n;
        const char *path;
    } cases[] = {
        {"magnetic", NULL, 1, "a/mri-scan.md"},
        {"imaging magnetic", NULL, 1, "a/mri-scan.md"},
        {"flu", NULL, 1, "a/flu-vaccine.md"},
        {"mun", NULL, 1, "a/acne.md"},
        {"mun", "vi", 1, "a/acne.vi.md"},
        {"acne", NULL, 2, "a/acne.md"},
        {"magnet", NULL, 0, "(none)"},
        {"magnetic peel", NULL, 0, "(none)"},
        {" ", NULL, 0, "(none)"},
    };
    struct library *library = sample_library();
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        const struct entry *first = NULL;
        assert_int_equal(library_find_by_words(library, cases[i].words,
                                               cases[i].lang, &first, 1),
                         cases[i].n);
        assert_string_equal(path_of(first), cases[i].path);
    }
    library_free(library);
}

static void the_locale_is_preferred(void **state)
{
    (void)state;
    struct library *library = sample_library();
    setenv("LC_ALL", "fr_FR.UTF-8", 1);
    assert_string_equal(path_of(library_find_id(library, "acne", NULL)),
                        "a/acne.fr.md");
    setenv("LC_ALL", "C", 1);
    assert_string_equal(path_of(library_find_id(library, "acne", NULL)),
                        "a/acne.md");
    assert_null(library_find_id(library, "nothing", NULL));
    library_free(library);
}

static void names_the_nearest(void **state)
{
    (void)state;
    static const struct {
        const char *name, *path;
    } cases[] = {
        {"acnee", "a/acne.md"},
        {"influnza vacine", "a/flu-vaccine.md"},
        {"vacine", "a/flu-vaccine.md"},
        {"resonance", "a/mri-scan.md"},
        {"chemcal peel", "a/sub/peel.md"},
    };
    struct library *library = sample_library();
    const struct entry *out[3];
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        assert_true(library_nearest(library, cases[i].name, out, 3) > 0);
        assert_string_equal(out[0]->path, cases[i].path);
    }
    assert_int_equal(library_nearest(library, "acne", out, 3), 2);
    assert_int_equal(library_nearest(library, "acne", out, 1), 1);
    assert_int_equal(library_nearest(library, "acne", out, 0), 0);
    assert_int_equal(library_nearest(library, "xylophone", out, 3), 0);
    assert_int_equal(library_nearest(library, "ine", out, 3), 0);
    assert_int_equal(library_nearest(library, "", out, 3), 0);
    library_free(library);
}

static void links_lead_somewhere(void **state)
{
    (void)state;
    static const struct {
        const char *from, *target, *lang, *path;
    } cases[] = {
        {"a/acne.md", "sub/peel.md", "en", "a/sub/peel.md"},
        {"a/sub/peel.md", "../acne.md", "en", "a/acne.md"},
        {"a/sub/peel.md", "acne", "en", "a/acne.md"},
        {"a/sub/peel.md", "acne.md", "en", "a/acne.md"},
        {"a/mri-scan.md", "acne.vi.md", "en", "a/acne.vi.md"},
        {"a/mri-scan.md", "acne.md", "vi", "a/acne.vi.md"},
        {"a/acne.vi.md", "mri-scan.md", "vi", "a/mri-scan.md"},
        {"a/acne.vi.md", "mri-scan.vi.md", "vi", "a/mri-scan.md"},
        {NULL, "acne", NULL, "a/acne.md"},
        {"a/acne.md", "nothing.md", "en", "(none)"},
        {"a/acne.md", "", "en", "(none)"},
    };
    setenv("LC_ALL", "C", 1);
    struct library *library = sample_library();
    for (size_t i = 0; i < N_ELEMENTS(cases); i++)
        assert_string_equal(
            path_of(library_resolve(library, cases[i].from, cases[i].target,
                                    cases[i].lang)),
            cases[i].path);
    library_free(library);
}

#define IN_FOLDER(test)                                                        \
    cmocka_unit_test_setup_teardown(test, enter_folder, leave_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(finds_what_people_type), IN_FOLDER(unreadable_ones_come_last),
        IN_FOLDER(finds_words_of_names),   IN_FOLDER(the_locale_is_preferred),
        IN_FOLDER(names_the_nearest),      IN_FOLDER(links_lead_somewhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
