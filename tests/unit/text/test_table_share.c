#include "text/table.h"

#include "../unit.h"

struct share_case {
    unsigned cells;
    size_t n;
    /* .cells is the expected width; 0: records */
    struct table_width columns[3];
};

static void shares(void **state)
{
    (void)state;
    static const struct share_case cases[] = {
        /* all of it fits */
        {80, 2, {{5, 10, 10}, {8, 30, 30}}},
        {43, 2, {{5, 10, 10}, {8, 30, 30}}},
        /* short columns stay whole, a long one takes the rest */
        {40, 2, {{5, 10, 10}, {8, 90, 27}}},
        /* two long ones share in proportion to what they could use */
        {63, 2, {{5, 300, 39}, {5, 50, 21}}},
        /* words stay whole */
        {40, 2, {{16, 20, 17}, {8, 60, 20}}},
        /* no room to read */
        {26, 2, {{5, 20, 0}, {5, 20, 0}}},
        {40, 3, {{5, 20, 0}, {5, 20, 0}, {5, 20, 0}}},
        {1, 2, {{1, 1, 0}, {1, 1, 0}}},
        /* narrow ones need little */
        {9, 3, {{1, 1, 1}, {1, 1, 1}, {1, 1, 1}}},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct share_case test = cases[i];
        bool fits = table_share(test.columns, test.n, test.cells);
        assert_int_equal(fits, cases[i].columns[0].cells > 0);
        for (size_t j = 0; fits && j < test.n; j++)
            assert_int_equal(test.columns[j].cells, cases[i].columns[j].cells);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shares),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
