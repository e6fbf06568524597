/* The work grows as the input does, whatever is in it. */
#include "growth.h"

#include "../unit/unit.h"

/* ---- inputs ---- */

static void write_headings(struct buf *out, size_t n)
{
    buf_add_repeat(out, "## Risks\n\nx\n\n", n);
}

static void write_alerts(struct buf *out, size_t n)
{
    buf_add(out, "## Emergency {kind=emergency}\n\n");
    buf_add_repeat(out, "> [!EMERGENCY] x\n\n", n);
}

/* ---- what is done with them ---- */

static void find_kinds(const struct subject *subject)
{
    size_t n = 0;
    for (int kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
        for (size_t at = SIZE_MAX;
             (at = article_find_kind(subject->article, (enum kind)kind, at)) !=
             SIZE_MAX;)
            n++;
    assert_true(n > 0);
}

static void find_emergencies(const struct subject *subject)
{
    size_t places[8];
    assert_true(article_find_emergencies(subject->article, places, 8) > 0);
}

static const struct growth all[] = {
    {"kinds of headings", write_headings, find_kinds, 2000},
    {"kinds of alerts", write_alerts, find_kinds, 1000},
    {"emergencies", write_alerts, find_emergencies, 1000},
};

static void grows_as_the_input(void **state)
{
    check_growth(*state);
}

int main(void)
{
    struct CMUnitTest tests[N_ELEMENTS(all)];
    for (size_t i = 0; i < N_ELEMENTS(all); i++)
        tests[i] = (struct CMUnitTest){.name = all[i].name,
                                       .test_func = grows_as_the_input,
                                       .initial_state = (void *)&all[i]};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
