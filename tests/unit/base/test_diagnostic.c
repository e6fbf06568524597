#include "base/diagnostic.h"

#include "../unit.h"

static void sorts_by_place_and_stays_stable(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct diagnostics list;
    diagnostics_init(&list, &arena);
    static const struct diagnostic places[] = {
        {SEVERITY_ERROR, 9, 1, "a", NULL},
        {SEVERITY_NOTE, 2, 7, "b", NULL},
        {SEVERITY_WARNING, 2, 3, "c", NULL},
        {SEVERITY_WARNING, 2, 3, "d", NULL},
        {SEVERITY_WARNING, 0, 0, "e", NULL},
    };
    for (size_t i = 0; i < N_ELEMENTS(places); i++)
        diagnostics_add(&list, places[i], "message %zu", i);
    diagnostics_sort(&list);
    const char *order = "ecdba";
    for (size_t i = 0; i < list.n; i++)
        assert_int_equal(list.items[i].code[0], order[i]);
    assert_string_equal(list.items[0].text, "message 4");
    assert_string_equal(diagnostic_severity_name(SEVERITY_WARNING), "warning");
    diagnostics_finish(&list);
    diagnostics_finish(NULL);
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sorts_by_place_and_stays_stable),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
