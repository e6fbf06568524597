#include "library/library.h"

#include <sys/stat.h>

#include "folder.h"
#include "library/name.h"

static struct library *open_one(const char *folder)
{
    return library_open(&folder, 1);
}

/* "zip" could be a language, and the path is shorter than one with ".md". */
static void names_what_is_no_article(void **state)
{
    (void)state;
    struct arena arena;
    const char *id, *lang;
    arena_init(&arena);
    name_of_file(&arena, "x.zip", NULL, &id, &lang);
    assert_string_equal(id, "x.zip");
    assert_string_equal(lang, "en");
    arena_finish(&arena);
}

static void reads_the_front_matter(void **state)
{
    (void)state;
    put("a/gout.md", "---\n"
                     "title: Gout\n"
                     "type: condition\n"
                     "synonyms: [podagra, gouty arthritis]\n"
                     "summary: A painful joint.\n"
                     "reviewers: [{name: Ada}]\n"
                     "updated: 2026-11-22\n"
                     "origin: {publisher: NIH}\n"
                     "sources:\n"
                     "  - {id: a, title: A}\n"
                     "  - {id: b, title: B}\n"
                     "---\n"
                     "# Not the title\n");
    struct library *library = open_one("a");
    assert_int_equal(library->n_entries, 1);
    const struct entry *entry = &library->entries[0];
    assert_string_equal(entry->id, "gout");
    assert_string_equal(entry->lang, "en");
    assert_string_equal(entry->path, "a/gout.md");
    assert_string_equal(entry->folder, "a");
    assert_string_equal(entry->title, "Gout");
    assert_string_equal(entry->title_folded, "gout");
    assert_string_equal(entry->summary, "A painful joint.");
    assert_string_equal(entry->publisher, "NIH");
    assert_int_equal(entry->type, TYPE_CONDITION);
    assert_int_equal(entry->n_synonyms, 2);
    assert_string_equal(entry->synonyms[1], "gouty arthritis");
    assert_true(entry->reviewed);
    assert_int_equal(entry->updated.day, 22);
    assert_int_equal(entry->n_sources, 2);
    assert_null(entry->problem);
    library_free(library);
    library_free(NULL);
}

static void finds_a_title_somewhere(void **state)
{
    (void)state;
    static const struct {
        const char *file, *text, *title;
    } cases[] = {
        {"a.md", "# The title {#x}\n", "The title"},
        {"b.md", "text\n\n# Late ##\r\n# Later\n", "Late"},
        {"c.md", "```\n# code\n```\ntext\n", "c"},
        {"d.md", "## A section\n", "d"},
        {"e.md", "", "e"},
        {"f.md", "---\ntitle: [broken\n---\n# Body\n", "Body"},
        {"g.md", "#hashtag\n", "g"},
        {"h.md", "#\n# \n", "h"},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        put(cases[i].file, cases[i].text);
        struct library *library = open_one(cases[i].file);
        assert_int_equal(library->n_entries, 1);
        assert_string_equal(library->entries[0].title, cases[i].title);
        library_free(library);
    }
}

/* Longer than what is first read. */
static void reads_long_front_matter(void **state)
{
    (void)state;
    struct buf text;
    buf_init(&text);
    buf_add(&text, "---\nsources:\n");
    for (int i = 0; i < 500; i++)
        buf_printf(&text, "  - {id: s%d, title: A long title of a source}\n",
                   i);
    buf_add(&text, "title: Long\n---\n");
    put("long.md", text.data);
    buf_finish(&text);
    struct library *library = open_one("long.md");
    assert_string_equal(library->entries[0].title, "Long");
    assert_int_equal(library->entries[0].n_sources, 500);
    library_free(library);
}

static void walks_folders(void **state)
{
    (void)state;
    put("a/z.md", "# Anaemia\n");
    put("a/deep/deeper/y.md", "# Bunion\n");
    put("a/.hidden.md", "");
    put("a/.git/x.md", "");
    put("a/notes.txt", "");
    put("a/.md", "");
    struct library *library = open_one("a/");
    assert_int_equal(library->n_entries, 2);
    assert_string_equal(library->entries[0].path, "a/z.md");
    assert_string_equal(library->entries[1].path, "a/deep/deeper/y.md");
    assert_int_equal(library->n_skipped, 0);
    library_free(library);
}

static const char *skipped_reason(const struct library *library,
                                  const char *path)
{
    for (size_t i = 0; i < library->n_skipped; i++) {
        if (!strcmp(library->skipped[i].path, path))
            return library->skipped[i].reason;
    }
    return "(not skipped)";
}

static void odd_files_cost_a_line(void **state)
{
    (void)state;
    put("a/good.md", "# Good\n");
    put("a/folder.md/inside.md", "# Inside\n");
    assert_int_equal(mkfifo("a/fifo.md", 0600), 0);
    assert_int_equal(symlink("/dev/zero", "a/device.md"), 0);
    assert_int_equal(symlink("nowhere", "a/broken.md"), 0);
    assert_int_equal(symlink("..", "a/up"), 0);
    assert_int_equal(symlink(".", "a/self"), 0);
    assert_int_equal(symlink("loop", "a/loop"), 0);
    assert_int_equal(symlink("good.md", "a/linked.md"), 0);
    alarm(5); /* ends a walk that loops */
    struct library *library = open_one("a");
    assert_int_equal(library->n_entries, 3);
    assert_string_equal(skipped_reason(library, "a/fifo.md"), "is a FIFO");
    assert_string_equal(skipped_reason(library, "a/device.md"), "is a device");
    assert_string_equal(skipped_reason(library, "a/folder.md"), "is a folder");
    assert_string_equal(skipped_reason(library, "a/broken.md"),
                        "No such file or directory");
    alarm(0);
    assert_int_equal(library->n_skipped, 4);
    library_free(library);
}

#define NOBODY 65534

/* Root can read everything, so another user has to try. */
static void what_cannot_be_read_is_told(void **state)
{
    bool is_root = geteuid() == 0;
    put("a/good.md", "# Good\n");
    put("a/secret.md", "# Secret\n");
    put("a/closed/x.md", "# X\n");
    assert_int_equal(chmod("a/secret.md", 0), 0);
    assert_int_equal(chmod("a/closed", 0), 0);
    assert_int_equal(chmod("a", 0755) | chmod("a/good.md", 0644), 0);
    assert_int_equal(chmod(*state, 0755), 0);
    assert_true(!is_root || seteuid(NOBODY) == 0);
    struct library *library = open_one("a");
    assert_true(!is_root || seteuid(0) == 0);
    assert_int_equal(library->n_entries, 2);
    assert_string_equal(library->entries[1].title, "secret");
    assert_string_equal(library->entries[1].problem, "Permission denied");
    assert_string_equal(skipped_reason(library, "a/closed"),
                        "Permission denied");
    library_free(library);
}

static void absent_roots_are_kept(void **state)
{
    (void)state;
    struct library *library = open_one("later");
    assert_int_equal(library->n_entries, 0);
    assert_int_equal(library->n_skipped, 0);
    assert_int_equal(library->n_folders, 1);
    put("later/a.md", "# A\n");
    library_free(library);
    library = open_one("later");
    assert_int_equal(library->n_entries, 1);
    library_free(library);
    library = library_open(NULL, 0);
    assert_int_equal(library->n_entries, 0);
    library_free(library);
}

static void earlier_folders_win(void **state)
{
    (void)state;
    put("b/acne.md", "# Acne of b\n");
    put("a/acne.md", "# Acne of a\n");
    put("a/acne.vi.md", "# Mụn\n");
    static const char *const folders[] = {"b", "a", "b"};
    struct library *library = library_open(folders, N_ELEMENTS(folders));
    assert_int_equal(library->n_entries, 3);
    const struct entry *entry = library_find_id(library, "acne", "en");
    assert_string_equal(entry->path, "b/acne.md");
    const struct entry *other = &library->entries[0];
    assert_string_equal(other->path, "a/acne.md");
    assert_ptr_equal(other->shadowed_by, entry);
    assert_null(library_find_id(library, "acne", "vi")->shadowed_by);
    library_free(library);
}

static void translations_are_known(void **state)
{
    (void)state;
    static const struct {
        const char *file, *text, *id, *lang;
    } cases[] = {
        {"a/x.md", "# X\n", "x", "en"},
        {"a/x.vi.md", "# X\n", "x", "vi"},
        {"a/x.pt-BR.md", "---\nlang: pt\n---\n", "x", "pt"},
        {"a/y.es.md", "---\nlang: es\n---\n", "y", "es"},
        {"a/z.es.md", "# Z\n", "z.es", "en"},
        {"a/v1.2.md", "# V\n", "v1.2", "en"},
        {"a/x.faq.md", "---\nlang: en\n---\n", "x.faq", "en"},
        {"a/w.md", "---\nlang: fr\n---\n", "w", "fr"},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++)
        put(cases[i].file, cases[i].text);
    struct library *library = open_one("a");
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        const struct entry *entry =
            library_find_id(library, cases[i].id, cases[i].lang);
        assert_non_null(entry);
        assert_string_equal(entry->path, cases[i].file);
        assert_string_equal(entry->lang, cases[i].lang);
    }
    const struct entry *out[8];
    const struct entry *x = library_find_id(library, "x", "vi");
    assert_int_equal(library_translations(library, x, out, 8), 3);
    assert_string_equal(out[0]->lang, "en");
    assert_string_equal(out[1]->lang, "pt");
    assert_string_equal(out[2]->lang, "vi");
    assert_int_equal(library_translations(library, x, out, 2), 2);
    library_free(library);
}

static void assert_ids(const char *folder, const char *wanted)
{
    struct library *library = open_one(folder);
    struct buf ids;
    buf_init(&ids);
    for (size_t i = 0; i < library->n_entries; i++)
        buf_printf(&ids, "%s=%s ", library->entries[i].title,
                   library->entries[i].id);
    assert_string_equal(ids.data, wanted);
    buf_finish(&ids);
    library_free(library);
}

static void namesakes_are_told_apart(void **state)
{
    (void)state;
    static const struct {
        const char *file, *text;
    } files[] = {
        /* The shortest path keeps the name. */
        {"a/README.md", "# A\n"},
        {"a/ear/README.md", "# B\n"},
        {"a/skin/README.md", "# C\n"},
        /* More folders if one is not enough, then numbers. */
        {"a/old/ear/README.md", "# D\n"},
        /* The name of a folder and a base may form another file's id. */
        {"b/x.md", "# A\n"},
        {"b/ear-x.md", "# B\n"},
        {"b/ear/x.md", "# C\n"},
        {"b/old/ear/x.md", "# D\n"},
        /* Translations keep the id of their original. */
        {"c/ear/x.md", "# A\n"},
        {"c/ear/x.vi.md", "---\nlang: vi\n---\n# B\n"},
        {"c/skin/x.md", "# C\n"},
        {"c/skin/x.es.md", "---\nlang: es\n---\n# D\n"},
        {"c/skin/x.vi.md", "---\nlang: vi\n---\n# E\n"},
        {"c/vi/skin/x.fr.md", "---\nlang: vi\n---\n# F\n"},
        {"c/fr/skin/x.md", "---\nlang: fr\n---\n# G\n"},
        /* Only the language differs. */
        {"d/en/x.md", "# A\n"},
        {"d/alt/x.md", "---\nlang: vi\n---\n# B\n"},
        /* Two files in a folder; ids that differ in case are different. */
        {"e/x.md", "# A\n"},
        {"e/x.en.md", "# B\n"},
        {"e/X.md", "# C\n"},
        {"e/en/x.md", "# D\n"},
    };
    for (size_t i = 0; i < N_ELEMENTS(files); i++)
        put(files[i].file, files[i].text);
    assert_ids("a", "A=README B=ear-README C=skin-README D=old-ear-README ");
    assert_ids("a/", "A=README B=ear-README C=skin-README D=old-ear-README ");
    assert_ids("b", "A=x B=ear-x C=x-2 D=old-ear-x ");
    assert_ids("c", "A=x B=x C=skin-x D=skin-x E=skin-x F=x.fr G=skin-x ");
    assert_ids("d", "A=x B=x ");
    assert_ids("e", "A=x B=x.en C=X D=en-x ");
}

/* A generated id hides no file of another root, but the reader's own file with
 * that name replaces it. */
static void made_ids_hide_nothing(void **state)
{
    (void)state;
    put("a/x.md", "# A\n");
    put("a/ear/x.md", "# B\n");
    put("b/ear-x.md", "# C\n");
    static const char *const folders[] = {"a", "b"};
    struct library *library = library_open(folders, 2);
    const struct entry *entry = library_find_id(library, "ear-x", NULL);
    assert_string_equal(entry->path, "b/ear-x.md");
    assert_string_equal(library_find_id(library, "x-2", NULL)->path,
                        "a/ear/x.md");
    library_free(library);
    static const char *const other_way[] = {"b", "a"};
    library = library_open(other_way, 2);
    entry = library_find_id(library, "ear-x", NULL);
    assert_string_equal(entry->path, "b/ear-x.md");
    for (size_t i = 0; i < library->n_entries; i++)
        if (!strcmp(library->entries[i].path, "a/ear/x.md"))
            assert_ptr_equal(library->entries[i].shadowed_by, entry);
    library_free(library);
}

/* A link is a path first, and does not mean an article in another folder. */
static void links_stay_in_their_folder(void **state)
{
    (void)state;
    static const struct {
        const char *from, *target, *path;
    } cases[] = {
        {"a/ear/y.md", "x.md", "a/ear/x.md"},
        {"a/y.md", "ear/x.md", "a/ear/x.md"},
        {"a/y.md", "x.md", "a/x.md"},
        {"a/ear/y.md", "../x.md", "a/x.md"},
        {"a/y.md", "ear-x", "a/ear/x.md"},
        {"a/ear/y.md", "x.vi.md", "a/ear/x.vi.md"},
    };
    put("a/x.md", "# A\n");
    put("a/x.vi.md", "# B\n");
    put("a/ear/x.md", "# C\n");
    put("a/ear/x.vi.md", "# D\n");
    struct library *library = open_one("a");
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        const struct entry *entry =
            library_resolve(library, cases[i].from, cases[i].target, "en");
        assert_string_equal(entry->path, cases[i].path);
    }
    const struct entry *entry =
        library_resolve(library, "a/ear/y.md", "x.md", "vi");
    assert_string_equal(entry->path, "a/ear/x.vi.md");
    struct library *again = library_of_id(library, "ear-x");
    assert_int_equal(again->n_entries, 2);
    assert_string_equal(again->entries[0].id, "ear-x");
    library_free(again);
    library_free(library);
}

static void default_folders(void **state)
{
    struct arena arena;
    char own[200];
    size_t n;
    arena_init(&arena);
    setenv("MEDFAQ_PATH", ":/a::/b:", 1);
    const char **folders = library_default_folders(&arena, "/installed", &n);
    assert_int_equal(n, 2);
    assert_string_equal(folders[0], "/a");
    assert_string_equal(folders[1], "/b");

    unsetenv("MEDFAQ_PATH");
    unsetenv("XDG_DATA_HOME");
    setenv("HOME", *state, 1);
    snprintf(own, sizeof own, "%s/.local/share/medfaq/articles",
             (const char *)*state);
    folders = library_default_folders(&arena, "/installed", &n);
    assert_int_equal(n, 2);
    assert_string_equal(folders[0], own);
    assert_string_equal(folders[1], "/installed");

    setenv("HOME", "/nonexistent", 1);
    folders = library_default_folders(&arena, "/installed", &n);
    assert_int_equal(n, 1);
    assert_string_equal(folders[0], "/installed");
    assert_non_null(library_default_folders(&arena, NULL, &n));
    assert_int_equal(n, 0);
    arena_finish(&arena);
}

#define IN_FOLDER(test)                                                        \
    cmocka_unit_test_setup_teardown(test, enter_folder, leave_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(names_what_is_no_article),
        IN_FOLDER(reads_the_front_matter),
        IN_FOLDER(finds_a_title_somewhere),
        IN_FOLDER(reads_long_front_matter),
        IN_FOLDER(walks_folders),
        IN_FOLDER(odd_files_cost_a_line),
        IN_FOLDER(what_cannot_be_read_is_told),
        IN_FOLDER(absent_roots_are_kept),
        IN_FOLDER(earlier_folders_win),
        IN_FOLDER(translations_are_known),
        IN_FOLDER(namesakes_are_told_apart),
        IN_FOLDER(made_ids_hide_nothing),
        IN_FOLDER(links_stay_in_their_folder),
        IN_FOLDER(default_folders),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
