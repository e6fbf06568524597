#include "library/glossary.h"

#include "base/buf.h"
#include "folder.h"

static const char one[] = "- term: keloid\n"
                          "  forms: [keloid scar]\n"
                          "  means: A raised scar.\n"
                          "- term: MRI\n"
                          "  means: A scan.\n"
                          "- {term: biopsy, means: A small piece.}\n"
                          "- {term: actinic keratosis, means: A patch.}\n"
                          "- {term: ALL, means: A leukaemia.}\n"
                          "- {term: scar, means: A mark.}\n"
                          "- {term: glass, means: Clear.}\n"
                          "- {term: glasses, means: To see with.}\n"
                          "- {term: physics, means: A science.}\n"
                          "- {term: physic, means: A drug.}\n"
                          "- {term: x-ray, means: A picture.}\n"
                          "- {term: ga, means: Short.}\n"
                          "- {term: rash, means: Spots.}\n"
                          "- {term: disease, means: Illness.}\n"
                          "- {term: bacterium, means: A germ.}\n"
                          "- {term: Crohn's disease, means: A gut.}\n"
                          "- {term: 'HLA-B*58:01', means: A gene.}\n";

static struct glossary *open_one(const char *name, const char *text,
                                 const char *lang)
{
    static const char *const folders[] = {"a"};
    char path[64];
    snprintf(path, sizeof path, "a/%s", name);
    put(path, text);
    return glossary_open(folders, 1, lang);
}

static struct glossary *sample_glossary(void)
{
    static const char *const folders[] = {"a", "absent", "b"};
    put("a/glossary.yaml", one);
    put("b/glossary.yaml", "- {term: Keloid, means: Another.}\n"
                           "- {term: key, means: A key.}\n"
                           "- {term: lost}\n");
    return glossary_open(folders, 3, NULL);
}

static void finds_names_and_forms(void **state)
{
    (void)state;
    static const struct {
        const char *name, *meaning;
    } rows[] = {
        {"keloid", "A raised scar."},
        {"KELOID SCAR", "A raised scar."},
        {"keloids", "A raised scar."},
        {"keloid scars", "A raised scar."},
        {"mri", "A scan."},
        {"key", "A key."},
        {"keloid scar is", NULL},
        {"kelo", NULL},
        {"", NULL},
        {"lost", NULL},
    };
    struct glossary *glossary = sample_glossary();
    for (size_t i = 0; i < N_ELEMENTS(rows); i++) {
        const struct glossary_term *term =
            glossary_find(glossary, rows[i].name);
        if (rows[i].meaning)
            assert_string_equal(term->meaning, rows[i].meaning);
        else
            assert_null(term);
    }
    assert_int_equal(glossary->n_terms, 18);
    glossary_free(glossary);
}

/* Returns all matches in a text: "keloid scar|keloid". */
static void assert_matches(const struct glossary *glossary, const char *text,
                           const char *expected)
{
    struct glossary_match match = {0};
    struct buf found;
    buf_init(&found);
    while (glossary_next(glossary, text, strlen(text), match.end, &match)) {
        buf_add(&found, found.n_bytes ? "|" : "");
        buf_add_n(&found, text + match.start, match.end - match.start);
    }
    assert_string_equal(found.data, expected);
    buf_finish(&found);
}

static void finds_terms_in_text(void **state)
{
    (void)state;
    static const char *const rows[][2] = {
        /* the longest, in any case, across a line end */
        {"Keloid scar, or keloid.", "Keloid scar|keloid"},
        {"a keloid\nscar", "keloid\nscar"},
        {"keloid, scar", "keloid|scar"},
        {"keloid. Scar", "keloid|Scar"},
        /* plurals of the last word and of others */
        {"two biopsies", "biopsies"},
        {"actinic keratoses", "actinic keratoses"},
        {"rashes, diseases, bacteria", "rashes|diseases|bacteria"},
        {"glasss, gas, gases", ""},
        {"x-rays or an x ray", "x-rays|x ray"},
        /* different separators between the words */
        {"Crohn\u2019s disease, Crohn's disease, Crohn disease",
         "Crohn\u2019s disease|Crohn's disease|disease"},
        {"HLA-B*58:01 HLA B 58 01", "HLA-B*58:01"},
        {"keloid/scar", "keloid|scar"},
        {"a keloid\n    scar", "keloid\n    scar"},
        /* only whole words */
        {"keloidal kelo keloid\u00E9", ""},
        {"scared, scarf, scare, scarring", ""},
        {"the patient\u2019s keloid\u2019s edge", "keloid"},
        {"(scar)", "scar"},
        /* parts of compounds are other words */
        {"keloid-like, non-scar", ""},
        {"glass glasses", "glass|glasses"},
        /* an acronym does not match a word with the same letters */
        {"all scans, an MRI and MRIs, mri", "MRI|MRIs"},
        {"ALL", "ALL"},
    };
    struct glossary *glossary = sample_glossary();
    for (size_t i = 0; i < N_ELEMENTS(rows); i++)
        assert_matches(glossary, rows[i][0], rows[i][1]);
    assert_string_equal(glossary_find(glossary, "glasses")->meaning,
                        "To see with.");
    assert_string_equal(glossary_find(glossary, "glass")->meaning, "Clear.");
    assert_string_equal(glossary_find(glossary, "physics")->meaning,
                        "A science.");
    assert_string_equal(glossary_find(glossary, "physic")->meaning, "A drug.");
    glossary_free(glossary);
}

static void finds_a_term_at_the_start(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t n_found;
    } rows[] = {
        {"Keloid scar, old", 11},
        {"keloid scars", 12},
        {"keloids", 7},
        {"keloidal", 0},
        {"keloid", 6},
        {"a keloid", 0},
        {" keloid", 0},
        {"", 0},
    };
    struct glossary *glossary = sample_glossary();
    for (size_t i = 0; i < N_ELEMENTS(rows); i++) {
        size_t n_found = 0;
        const struct glossary_term *term =
            glossary_at(glossary, rows[i].text, strlen(rows[i].text), &n_found);
        assert_int_equal(n_found, rows[i].n_found);
        assert_int_equal(term != NULL, rows[i].n_found > 0);
    }
    glossary_free(glossary);
}

/* Each language has a file of its own, and plurals of its own. */
static void reads_the_language_that_is_asked_for(void **state)
{
    (void)state;
    static const struct {
        const char *lang, *file, *terms, *text, *expected;
    } rows[] = {
        {"es", "glossary.es.yaml",
         "- {term: cicatriz, means: M.}\n- {term: infección, means: I.}\n"
         "- {term: té, means: T.}\n",
         "Cicatrices, infecciones, te, scar", "Cicatrices|infecciones"},
        {"fr-CA", "glossary.fr.yaml", "- {term: acné, means: One.}\n",
         "l\u2019acné, acne", "acné"},
        {"de", "glossary.de.yaml", "- {term: Narbe, means: N.}\n",
         "Narben, Narbe", "Narben|Narbe"},
        {"vi", "glossary.vi.yaml", "- {term: sẹo, means: S.}\n",
         "Sẹo, seo, sẹos", "Sẹo"},
        {"zh", "glossary.zh.yaml",
         "- {term: 疤痕, means: S.}\n- {term: 疤痕疙瘩, means: K.}\n",
         "这是疤痕疙瘩。疤痕很多", "疤痕疙瘩|疤痕"},
        {"pt", "glossary.pt.yaml", "- {term: febre, means: F.}\n", "febre",
         "febre"},
    };
    put("a/glossary.yaml", one);
    for (size_t i = 0; i < N_ELEMENTS(rows); i++) {
        struct glossary *glossary =
            open_one(rows[i].file, rows[i].terms, rows[i].lang);
        assert_matches(glossary, rows[i].text, rows[i].expected);
        glossary_free(glossary);
    }
    /* a language without a file, and an invalid tag */
    static const char *const folders[] = {"a"};
    struct glossary *glossary = glossary_open(folders, 1, "it");
    assert_int_equal(glossary->n_terms, 0);
    glossary_free(glossary);
    glossary = glossary_open(folders, 1, "../../x");
    assert_int_equal(glossary->n_terms, 17);
    glossary_free(glossary);
    glossary = glossary_open(folders, 1, "en-GB");
    assert_non_null(glossary_find(glossary, "scar"));
    glossary_free(glossary);
}

/* ---- bad files ---- */

static void assert_problem(const struct glossary *glossary, size_t i,
                           unsigned line, const char *part)
{
    assert_true(i < glossary->n_problems);
    assert_int_equal(glossary->problems[i].line, line);
    if (!strstr(glossary->problems[i].text, part))
        fail_msg("\"%s\" does not say \"%s\"", glossary->problems[i].text,
                 part);
    assert_string_equal(glossary->problems[i].path, "a/glossary.yaml");
}

static void says_what_is_wrong(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        unsigned line;
        const char *part;
        size_t n_terms;
    } rows[] = {
        {"- {term: lost}\n- {term: b, means: Two.}\n", 1, "a term must be", 1},
        {"term: x\n", 1, "list of terms", 0},
        {"- {term: a, means: One.}\n- {term: A, means: Again.}\n", 2,
         "already explained on line 1", 1},
        /* circular */
        {"- {term: a, means: One., forms: [b]}\n"
         "- {term: b, means: Two., forms: [a]}\n",
         2, "already explained on line 1, under \"a\"", 1},
        {"- {term: a, means: One., forms: [c]}\n"
         "- {term: b, means: Two., forms: [c, d]}\n",
         2, "already explained on line 1", 2},
        {"- {term: a, means: One.}\n- &x [*x]\n- {term: b, means: Two.}\n", 2,
         "", 2},
        {"- {term: a, means: One.}\n- {term: [, means: Two.}\n"
         "- {term: c, means: C.}\n",
         2, "", 2},
        {"- {term: '!?', means: One.}\n- {term: b, means: Two.}\n", 1,
         "needs a letter", 1},
    };
    for (size_t i = 0; i < N_ELEMENTS(rows); i++) {
        struct glossary *glossary =
            open_one("glossary.yaml", rows[i].text, NULL);
        assert_problem(glossary, 0, rows[i].line, rows[i].part);
        assert_int_equal(glossary->n_terms, rows[i].n_terms);
        glossary_free(glossary);
    }
    glossary_free(NULL);
}

static void finds_irregular_plurals(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {
        {"child", "children"},
        {"wisdom tooth", "Wisdom teeth"},
        {"foot", "feet"},
        {"woman", "women"},
        {"man", "men"},
        {"head louse", "head lice"},
        {"specimen", "specimens"},
        {"abdomen", "abdomens"},
        {"grandchild", "grandchildren"},
        {"baby tooth", "baby teeth"},
    };
    for (size_t i = 0; i < N_ELEMENTS(pairs); i++) {
        char text[100];
        snprintf(text, sizeof text, "- {term: %s, means: Found.}\n",
                 pairs[i][0]);
        struct glossary *glossary = open_one("glossary.yaml", text, NULL);
        if (!glossary_find(glossary, pairs[i][1]))
            fail_msg("%s", pairs[i][1]);
        assert_non_null(glossary_find(glossary, pairs[i][0]));
        assert_null(glossary_find(glossary, "menu"));
        glossary_free(glossary);
    }
}

/* Words that only name each other explain nothing. */
static void names_circles(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        unsigned line; /* 0: there is none */
        const char *part;
    } rows[] = {
        {"- {term: a, means: See b.}\n- {term: b, means: See a.}\n", 1,
         "\"a\", \"b\""},
        {"- {term: a, means: A mark.}\n- {term: b, means: c}\n"
         "- {term: c, means: Same as d}\n- {term: d, means: see also b.}\n",
         2, "\"b\", \"c\", \"d\""},
        {"- {term: a, means: A.}\n", 1, "explained by itself"},
        {"- {term: a, means: See b.}\n- {term: b, means: A mark.}\n", 0, ""},
        {"- {term: a, means: A b that hurts.}\n"
         "- {term: b, means: An a that itches.}\n",
         0, ""},
        {"- {term: a, means: See b.}\n- {term: b, means: See c.}\n"
         "- {term: c, means: See b.}\n",
         2, "\"b\", \"c\""},
    };
    for (size_t i = 0; i < N_ELEMENTS(rows); i++) {
        struct glossary *glossary =
            open_one("glossary.yaml", rows[i].text, NULL);
        assert_int_equal(glossary->n_problems, rows[i].line > 0);
        if (rows[i].line)
            assert_problem(glossary, 0, rows[i].line, rows[i].part);
        assert_non_null(glossary_find(glossary, "a"));
        glossary_free(glossary);
    }
}

/* A term of a megabyte is reported, and the others work. */
static void leaves_out_what_is_too_long(void **state)
{
    (void)state;
    static const char *const heads[] = {"- {term: a, means: ", "- {term: ",
                                        "- {term: a, means: One., forms: ["};
    static const char *const tails[] = {"}\n", ", means: One.}\n", "]}\n"};
    size_t n_long = (size_t)1 << 20;
    char *text = malloc(n_long + 200);
    for (size_t i = 0; i < N_ELEMENTS(heads); i++) {
        size_t n = (size_t)sprintf(text, "%s", heads[i]);
        memset(text + n, 'x', n_long);
        sprintf(text + n + n_long, "%s- {term: b, means: Two.}\n", tails[i]);
        struct glossary *glossary = open_one("glossary.yaml", text, NULL);
        assert_problem(glossary, 0, 1, "longer than");
        assert_int_equal(glossary->n_problems, 1);
        assert_non_null(glossary_find(glossary, "b"));
        glossary_free(glossary);
    }
    free(text);
}

/* Two folders may explain the same word: the first one counts, which is not a
 * problem. */
static void lets_an_earlier_folder_win(void **state)
{
    (void)state;
    struct glossary *glossary = sample_glossary();
    assert_string_equal(glossary_find(glossary, "keloid")->path,
                        "a/glossary.yaml");
    assert_int_equal(glossary->n_problems, 1); /* the one of "lost" */
    assert_string_equal(glossary->problems[0].path, "b/glossary.yaml");
    assert_int_equal(glossary->problems[0].line, 3);
    glossary_free(glossary);
}

#define IN_FOLDER(test)                                                        \
    cmocka_unit_test_setup_teardown(test, enter_folder, leave_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(finds_names_and_forms),
        IN_FOLDER(finds_terms_in_text),
        IN_FOLDER(finds_a_term_at_the_start),
        IN_FOLDER(reads_the_language_that_is_asked_for),
        IN_FOLDER(says_what_is_wrong),
        IN_FOLDER(finds_irregular_plurals),
        IN_FOLDER(names_circles),
        IN_FOLDER(leaves_out_what_is_too_long),
        IN_FOLDER(lets_an_earlier_folder_win),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
