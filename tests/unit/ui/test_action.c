/* The table of actions, and how the views use them. */
#include "ui/action.h"

#include "../unit.h"
#include "ui/article_view.h"
#include "ui/box.h"
#include "ui/compare_view.h"
#include "ui/library_view.h"
#include "ui/terms_view.h"

static const struct view_ops *const views[] = {
    &library_view_ops, &article_view_ops, &box_view_ops, &compare_view_ops,
    &terms_view_ops};

static void every_action_runs_where_it_is_offered(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ELEMENTS(views); i++)
        for (int action = 1; action < ACTION_COUNT; action++) {
            const struct action_row *row = action_get((enum action)action);
            const struct view_action *found =
                view_action(views[i], (enum action)action);
            if (row->where & views[i]->where && (!found || !found->run))
                fail_msg("%s does nothing in %s", row->name, views[i]->name);
        }
}

/* Every row must be reachable by a key. */
static void no_view_has_an_action_that_is_not_offered(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ELEMENTS(views); i++)
        for (const struct view_action *row = views[i]->actions;
             row->action != ACTION_NONE; row++)
            if (!(action_get(row->action)->where & views[i]->where))
                fail_msg("%s has %s, which is not offered there",
                         views[i]->name, action_get(row->action)->name);
}

static void no_view_has_an_action_twice(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ELEMENTS(views); i++)
        for (const struct view_action *row = views[i]->actions;
             row->action != ACTION_NONE; row++)
            assert_ptr_equal(view_action(views[i], row->action), row);
}

/* The configuration refers to actions by their names. */
static void names_are_unique(void **state)
{
    (void)state;
    for (int action = 1; action < ACTION_COUNT; action++)
        assert_int_equal(action_find(action_get((enum action)action)->name),
                         action);
    assert_int_equal(action_find("fly"), ACTION_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_action_runs_where_it_is_offered),
        cmocka_unit_test(no_view_has_an_action_that_is_not_offered),
        cmocka_unit_test(no_view_has_an_action_twice),
        cmocka_unit_test(names_are_unique),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
