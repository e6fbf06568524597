/* Articles in several languages. */
#include "shelf.h"

static const struct shelved articles[] = {
    {"peel.md", "title: Peel\nlang: en\ntype: procedure",
     "## What is it?\n\nAcid on the skin.\n\n## Who should not have it?\n\n"
     "People with a keloid.\n"},
    {"peel.vi.md", "title: Lột da (peel)\nlang: vi\ntype: procedure",
     "## Là gì\n\nKeloid. Keloid. Axit trên da.\n\n## Rủi ro\n\nKeloid, "
     "sẹo.\n"},
    {"peel.es.md", "title: Peeling\nlang: es\ntype: procedure",
     "## Qué es\n\nUn ácido, keloid.\n"},
    {"mot.md", "title: Muối\nlang: vi\ntype: other",
     "## Là gì\n\nKeloid và muối.\n"},
};

static int fill(void **state)
{
    return shelf_fill(state, articles, N_ELEMENTS(articles));
}

static const struct {
    const char *locale, *lang; /* of options */
    const char *typed, *found; /* articles, with * after foreign ones */
} cases[] = {
    /* one language of each article; English without a locale */
    {"C", NULL, "keloid ", "peel.en mot.vi* "},
    {"POSIX", NULL, "keloid ", "peel.en mot.vi* "},
    {"", NULL, "keloid ", "peel.en mot.vi* "},
    {"en_GB.UTF-8", NULL, "keloid ", "peel.en mot.vi* "},
    {"vi_VN.UTF-8", NULL, "keloid ", "peel.vi mot.vi "},
    {"en_GB.UTF-8", "vi", "keloid ", "peel.vi mot.vi "},
    {"es_ES.UTF-8", NULL, "keloid ", "peel.es mot.vi* "},
    /* not available in French, so the English one */
    {"fr_FR.UTF-8", NULL, "keloid ", "mot.vi* peel.en* "},
    /* found only in another language */
    {"C", NULL, "peel sẹo ", "peel.vi* "},
    {"C", NULL, "muối keloid ", "mot.vi* peel.en "},
    /* as asked for */
    {"C", NULL, "lang:es keloid ", "peel.es* "},
    {"C", NULL, "lang:vi keloid ", "peel.vi* mot.vi* "},
};

/* Returns the articles in the order of their best sections. */
static void add_articles(const struct search_results *results, struct buf *out)
{
    for (size_t i = 0; i < results->n; i++) {
        const struct search_result *result = &results->items[i];
        bool known = false;
        for (size_t k = 0; k < i; k++)
            known = known || !strcmp(results->items[k].path, result->path);
        if (!known)
            buf_printf(out, "%s.%s%s ", result->id, result->lang,
                       result->is_foreign ? "*" : "");
    }
}

static void shows_one_language_of_each(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct buf found;
        setenv("LC_ALL", cases[i].locale, 1);
        struct search_results *results =
            search_run(the_index, cases[i].typed,
                       &(struct search_options){.lang = cases[i].lang});
        buf_init(&found);
        add_articles(results, &found);
        assert_string_equal(found.data, cases[i].found);
        assert_int_equal(results->n_found, results->n);
        buf_finish(&found);
        search_results_free(results);
    }
}

/* A question in English works with any locale. */
static void reads_english(void **state)
{
    (void)state;
    struct buf name;
    buf_init(&name);
    setenv("LC_ALL", "fr_FR.UTF-8", 1);
    struct search_results *results = search_run(
        the_index, "can everybody have a peel?", &(struct search_options){0});
    assert_true(results->n > 0);
    shelf_add_name(&results->items[0], &name);
    assert_string_equal(name.data, "peel/1");
    search_results_free(results);
    buf_finish(&name);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shows_one_language_of_each),
        cmocka_unit_test(reads_english),
    };
    return cmocka_run_group_tests(tests, fill, shelf_clear);
}
