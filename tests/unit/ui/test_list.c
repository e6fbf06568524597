/* Moving in lists, without a screen. */
#include "ui/list.h"

#include <curses.h>
#include <stdlib.h>

#include "../unit.h"
#include "ui/app.h"
#include "ui/leaf.h"

static size_t chosen, n_more;
static bool more_all, last_gives_way;

static void choose(struct view *view, struct app *app, size_t item)
{
    (void)view;
    (void)app;
    chosen = item;
}

/* Adds ten more rows, once. */
static bool more(struct view *view, struct app *app, bool all)
{
    (void)app;
    n_more++;
    more_all = all;
    if (view->list->n_items == 20)
        view->list->n_items += 10;
    return last_gives_way;
}

static const struct list_ops plain_list = {.more = more, .choose = choose};
static const struct list_ops click_list = {.click_chooses = true,
                                           .choose = choose};
static const struct view_action no_actions[] = {{ACTION_NONE, NULL}};
static const struct view_ops plain_view = {
    .name = "test", .actions = no_actions, .list = &plain_list};
static const struct view_ops click_view = {
    .name = "test", .actions = no_actions, .list = &click_list};

struct fixture {
    struct view view;
    struct list list;
    struct leaf leaf;
};

static void start(struct fixture *f, const struct view_ops *ops, int rows)
{
    *f = (struct fixture){.view = {.ops = ops, .list = &f->list}};
    list_init(&f->list);
    leaf_init(&f->leaf, 20, NULL);
    f->list.area = (struct area){2, 4, rows, 20};
    chosen = LIST_NONE;
    n_more = 0;
    last_gives_way = false;
}

static void finish(struct fixture *f)
{
    list_finish(&f->list);
    leaf_finish(&f->leaf);
}

static void press(struct fixture *f, enum action action)
{
    view_action(f->view.ops, action)->run(&f->view, NULL);
}

static void moves_by_items_and_pages(void **state)
{
    (void)state;
    static const struct {
        enum action action;
        size_t selected;
    } steps[] = {
        {ACTION_DOWN, 1},          {ACTION_UP, 0},      {ACTION_UP, 0},
        {ACTION_PAGE_DOWN, 5},     {ACTION_PAGE_UP, 0}, {ACTION_HALF_DOWN, 3},
        {ACTION_HALF_UP, 0},       {ACTION_END, 9},     {ACTION_DOWN, 9},
        {ACTION_PAGE_UP, 4},       {ACTION_START, 0},   {ACTION_NEXT_LINK, 1},
        {ACTION_PREVIOUS_LINK, 0},
    };
    struct fixture f;
    start(&f, &click_view, 6);
    f.list.n_items = 10;
    f.list.selected = 0;
    for (size_t i = 0; i < N_ELEMENTS(steps); i++) {
        press(&f, steps[i].action);
        assert_int_equal(f.list.selected, steps[i].selected);
        assert_true(f.list.top <= f.list.selected &&
                    f.list.selected < f.list.top + 6);
    }
    press(&f, ACTION_ENTER);
    assert_int_equal(chosen, 0);
    finish(&f);
}

static void asks_for_more_at_the_end(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, &plain_view, 6);
    f.list.n_items = 20;
    f.list.selected = 17;
    press(&f, ACTION_DOWN);
    assert_int_equal(n_more, 0);
    press(&f, ACTION_PAGE_DOWN);
    assert_int_equal(n_more, 1);
    assert_false(more_all);
    assert_int_equal(f.list.selected, 23);
    press(&f, ACTION_END);
    assert_true(more_all);
    assert_int_equal(f.list.selected, 29);
    finish(&f);
}

/* The row "Show 30 more" is replaced by the first of these. */
static void the_last_item_gives_way(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, &plain_view, 6);
    f.list.n_items = 20;
    f.list.selected = 19;
    last_gives_way = true;
    press(&f, ACTION_DOWN);
    assert_int_equal(f.list.n_items, 30);
    assert_int_equal(f.list.selected, 19);
    finish(&f);
}

static void survives_an_empty_list(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, &plain_view, 6);
    for (const struct view_action *row = list_actions;
         row->action != ACTION_NONE && row->action != ACTION_FIND; row++)
        row->run(&f.view, NULL);
    assert_int_equal(f.list.selected, LIST_NONE);
    assert_int_equal(chosen, LIST_NONE);
    finish(&f);
}

/* A heading, followed by five items of two rows each. */
static void fill(struct fixture *f)
{
    leaf_line(&f->leaf, STYLE_TITLE, "A heading");
    for (int i = 0; i < 5; i++) {
        char text[] = "item 0 of several words here";
        text[5] = (char)('0' + i);
        leaf_item(&f->leaf);
        leaf_line(&f->leaf, STYLE_TEXT, text);
    }
    assert_int_equal(f->leaf.n_rows, 11);
    list_set_page(&f->list, &f->leaf);
}

static void shows_items_whole_and_their_heading(void **state)
{
    (void)state;
    static const struct {
        enum action action;
        size_t selected, top;
    } steps[] = {
        {ACTION_DOWN, 0, 0},      {ACTION_DOWN, 1, 0},
        {ACTION_DOWN, 2, 2}, /* rows 5 and 6; five are visible */
        {ACTION_UP, 1, 2},        {ACTION_UP, 0, 0},
        {ACTION_PAGE_DOWN, 2, 2}, {ACTION_PAGE_DOWN, 4, 6},
        {ACTION_PAGE_UP, 2, 5},   {ACTION_START, 0, 0},
        {ACTION_HALF_DOWN, 1, 0},
    };
    struct fixture f;
    start(&f, &click_view, 5);
    fill(&f);
    for (size_t i = 0; i < N_ELEMENTS(steps); i++) {
        press(&f, steps[i].action);
        assert_int_equal(f.list.selected, steps[i].selected);
        assert_int_equal(f.list.top, steps[i].top);
    }
    finish(&f);
}

static void scrolls_text(void **state)
{
    (void)state;
    static const struct {
        enum action action;
        size_t top;
    } steps[] = {
        {ACTION_DOWN, 1},  {ACTION_UP, 0},        {ACTION_UP, 0},
        {ACTION_END, 6},   {ACTION_DOWN, 6},      {ACTION_PAGE_UP, 2},
        {ACTION_START, 0}, {ACTION_HALF_DOWN, 2}, {ACTION_PAGE_DOWN, 6},
    };
    struct fixture f;
    start(&f, &click_view, 5);
    fill(&f);
    f.list.scrolls = true;
    for (size_t i = 0; i < N_ELEMENTS(steps); i++) {
        press(&f, steps[i].action);
        assert_int_equal(f.list.top, steps[i].top);
        assert_int_equal(f.list.selected, LIST_NONE);
    }
    press(&f, ACTION_NEXT_LINK);
    assert_int_equal(f.list.selected, 0);
    finish(&f);
}

static bool point(struct fixture *f, enum pointer pointer, int row, int col)
{
    return list_pointer(
        &f->view, NULL,
        &(struct event){.pointer = pointer, .row = row, .col = col});
}

static void obeys_the_mouse(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, &plain_view, 5);
    fill(&f);
    f.list.selected = 0;
    point(&f, POINTER_WHEEL_DOWN, 0, 0);
    assert_int_equal(f.list.selected, 1);
    point(&f, POINTER_WHEEL_UP, 0, 0);
    assert_int_equal(f.list.selected, 0);
    /* a heading, above, below and beside the list */
    assert_false(point(&f, POINTER_CLICK, 2, 5));
    assert_false(point(&f, POINTER_CLICK, 1, 5));
    assert_false(point(&f, POINTER_CLICK, 7, 5));
    assert_false(point(&f, POINTER_CLICK, 5, 24));
    assert_int_equal(f.list.selected, 0);
    assert_true(point(&f, POINTER_CLICK, 6, 5)); /* row 4: item 1 */
    assert_int_equal(f.list.selected, 1);
    assert_int_equal(chosen, LIST_NONE);
    assert_true(point(&f, POINTER_CLICK, 5, 5));
    assert_int_equal(chosen, 1);
    f.view.ops = &click_view;
    assert_true(point(&f, POINTER_CLICK, 3, 5));
    assert_int_equal(chosen, 0);
    finish(&f);
}

static void type(struct fixture *f, const char *text)
{
    for (; *text; text++)
        prompt_key(&f->view.prompt, NULL, (unsigned char)*text);
    prompt_tell(&f->view.prompt, NULL);
}

/* Searches from the top row and wraps around; Esc returns to the old place. */
static void finds_from_what_is_shown(void **state)
{
    (void)state;
    struct strs history = {0};
    struct fixture f;
    start(&f, &click_view, 5);
    prompt_init(&f.view.prompt, &f.view, &history);
    fill(&f);
    f.list.selected = 2;
    f.list.top = 4;
    press(&f, ACTION_FIND);
    type(&f, "item");
    assert_int_equal(f.list.selected, 2); /* row 5, not row 1 */
    assert_int_equal(f.list.found, 5);
    type(&f, " 0");
    assert_int_equal(f.list.selected, 0);
    assert_int_equal(f.list.found, 1);
    type(&f, "x");
    assert_int_equal(f.list.found, LIST_NONE);
    assert_int_equal(f.list.selected, 2);
    prompt_key(&f.view.prompt, NULL, KEY_SPECIAL | KEY_BACKSPACE);
    assert_int_equal(f.list.selected, 0);
    prompt_key(&f.view.prompt, NULL, 27);
    assert_int_equal(f.list.selected, 2);
    assert_int_equal(f.list.top, 4);
    assert_int_equal(f.list.found, LIST_NONE);
    /* n and N from the selected item on */
    press(&f, ACTION_FIND);
    type(&f, "item\n");
    press(&f, ACTION_FIND_NEXT);
    assert_int_equal(f.list.selected, 3);
    press(&f, ACTION_FIND_PREVIOUS);
    press(&f, ACTION_FIND_PREVIOUS);
    assert_int_equal(f.list.selected, 1);
    prompt_finish(&f.view.prompt);
    strs_finish(&history);
    finish(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(moves_by_items_and_pages),
        cmocka_unit_test(asks_for_more_at_the_end),
        cmocka_unit_test(the_last_item_gives_way),
        cmocka_unit_test(survives_an_empty_list),
        cmocka_unit_test(shows_items_whole_and_their_heading),
        cmocka_unit_test(scrolls_text),
        cmocka_unit_test(obeys_the_mouse),
        cmocka_unit_test(finds_from_what_is_shown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
