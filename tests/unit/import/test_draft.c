#include "import/draft.h"

#include <string.h>

#include "../unit.h"

static void makes_ids(void **state)
{
    (void)state;
    static const struct {
        const char *collection, *number, *name, *id;
    } cases[] = {
        {"GARD", "0004821", "Perniosis", "gard-0004821-perniosis"},
        {"cancergov", "0000003_5", "Childhood Soft Tissue",
         "cancergov-0000003-5-childhood-soft-tissue"},
        {"a", NULL, "Ménière's disease (adult)", "a-meniere-s-disease-adult"},
        {"../..", "/", "etc/passwd", "etc-passwd"},
        {NULL, NULL, "Ünter Straße", "unter-strasse"},
        {"", "", "", ""},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct draft draft;
        draft_init(&draft);
        draft_set_id(&draft, cases[i].collection, cases[i].number,
                     cases[i].name);
        assert_string_equal(draft.id, cases[i].id);
        draft_finish(&draft);
    }
}

static void cuts_long_ids(void **state)
{
    (void)state;
    char name[1000];
    memset(name, 'x', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    struct draft draft;
    draft_init(&draft);
    draft_set_id(&draft, "gard", "1", name);
    assert_int_equal(strlen(draft.id), 100);
    draft_finish(&draft);
}

static void writes_front_matter(void **state)
{
    (void)state;
    struct draft draft;
    struct buf out;
    draft_init(&draft);
    buf_init(&out);
    draft.title = "Yes: a \"title\" \\ with\x1b and \xE2\x80\xAE";
    draft.lang = "no";
    draft.type = TYPE_CONDITION;
    draft_add_synonym(&draft, "  plain words ");
    draft_add_synonym(&draft, "plain words");
    draft_add_synonym(&draft, "with, comma");
    draft_add_synonym(&draft, " ");
    draft_add_code(&draft, "umls", "C0018099");
    draft_add_code(&draft, "mesh", "D006073");
    draft_add_code(&draft, "umls", "C0018099");
    draft_add_code(&draft, "umls", "C0000001");
    draft.origin.publisher = "NIH";
    draft.origin.retrieved = (struct date){2020, 1, 1};
    buf_add(&draft.body, "Text.\n");
    draft_write(&draft, &out);
    assert_string_equal(out.data, "---\n"
                                  "title: \"Yes: a \\\"title\\\" \\\\ "
                                  "with\\U0000001B and \xE2\x80\xAE\"\n"
                                  "lang: \"no\"\n"
                                  "type: condition\n"
                                  "synonyms:\n"
                                  "  - plain words\n"
                                  "  - \"with, comma\"\n"
                                  "codes:\n"
                                  "  mesh: D006073\n"
                                  "  umls: [C0018099, C0000001]\n"
                                  "origin:\n"
                                  "  publisher: NIH\n"
                                  "  retrieved: 2020-01-01\n"
                                  "---\n\n"
                                  "Text.\n");
    buf_finish(&out);
    draft_finish(&draft);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(makes_ids),
        cmocka_unit_test(cuts_long_ids),
        cmocka_unit_test(writes_front_matter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
