#include "ui/prompt.h"

#include <curses.h>
#include <stdio.h>
#include <string.h>

#include "../unit.h"

#define LEFT (KEY_SPECIAL | KEY_LEFT)
#define BACK (KEY_SPECIAL | KEY_BACKSPACE)
#define DELETE (KEY_SPECIAL | KEY_DC)
#define UP (KEY_SPECIAL | KEY_UP)
#define DOWN (KEY_SPECIAL | KEY_DOWN)
#define CONTROL(letter) ((letter)&0x1f)

static char result[64];
static struct strs history;

static void done(struct view *view, struct app *app, const char *text)
{
    (void)view;
    (void)app;
    snprintf(result, sizeof result, "done %s", text);
}

static void cancelled(struct view *view, struct app *app)
{
    (void)view;
    (void)app;
    snprintf(result, sizeof result, "cancelled");
}

static const struct prompt_ops line = {
    .label = "", .done = done, .cancelled = cancelled};
static const struct prompt_ops one_key = {
    .label = "", .one_key = true, .done = done, .cancelled = cancelled};

static void type(struct prompt *prompt, const uint32_t *keys)
{
    for (; *keys; keys++)
        prompt_key(prompt, NULL, *keys);
}

static void edits_by_clusters(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        uint32_t keys[8];
        const char *result;
    } cases[] = {
        {"", {'a', 'b', '\n'}, "done ab"},
        {"ab", {LEFT, 'x', '\n'}, "done axb"},
        {"ab", {BACK, '\n'}, "done a"},
        {"ab", {LEFT, LEFT, DELETE, '\n'}, "done b"},
        {"ae\u0301",
         {BACK, '\n'},
         "done a"}, /* the accent is deleted with it */
        {"", {0x75AB, 0x82D7, BACK, '\n'}, "done 疫"},
        {"one two", {CONTROL('W'), '\n'}, "done one "},
        {"one two", {CONTROL('U'), '\n'}, "done "},
        {"one two", {LEFT, LEFT, LEFT, CONTROL('K'), '\n'}, "done one "},
        {"b", {CONTROL('A'), 'a', CONTROL('E'), 'c', '\n'}, "done abc"},
        {"ab", {27}, "cancelled"},
        {"", {BACK}, "cancelled"},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct prompt prompt;
        prompt_init(&prompt, NULL, &history);
        prompt_open(&prompt, &line, cases[i].text);
        result[0] = '\0';
        type(&prompt, cases[i].keys);
        assert_string_equal(result, cases[i].result);
        assert_null(prompt.ops);
        prompt_finish(&prompt);
    }
}

static void types_over_a_text_that_was_there(void **state)
{
    (void)state;
    static const struct {
        uint32_t keys[4];
        const char *result;
    } cases[] = {
        {{'c', 'd', '\n'}, "done cd"},
        {{'\n'}, "done ab"},
        {{BACK, 'c', '\n'}, "done ac"},
        {{LEFT, 'c', '\n'}, "done acb"},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct prompt prompt;
        prompt_init(&prompt, NULL, &history);
        prompt_open(&prompt, &line, "ab");
        prompt.replaces = true;
        type(&prompt, cases[i].keys);
        assert_string_equal(result, cases[i].result);
        prompt_finish(&prompt);
    }
}

static void one_key_is_enough_for_a_letter(void **state)
{
    (void)state;
    struct prompt prompt;
    prompt_init(&prompt, NULL, &history);
    prompt_open(&prompt, &one_key, "");
    prompt_key(&prompt, NULL, 'm');
    assert_string_equal(result, "done m");
    prompt_open(&prompt, &one_key, "");
    prompt_key(&prompt, NULL, '\n');
    assert_string_equal(result, "cancelled");
    /* A pasted "y" does not answer a question. */
    prompt_open(&prompt, &one_key, "");
    *result = '\0';
    assert_false(prompt_paste(&prompt, NULL, "y"));
    assert_int_equal(prompt.text.n_bytes, 0);
    prompt_key(&prompt, NULL, 'n');
    assert_string_equal(result, "done n");
    prompt_finish(&prompt);
}

static void leaves_other_keys_to_the_view(void **state)
{
    (void)state;
    struct prompt prompt;
    prompt_init(&prompt, NULL, &history);
    prompt_open(&prompt, &line, "");
    assert_false(prompt_key(&prompt, NULL, KEY_SPECIAL | KEY_DOWN));
    assert_false(prompt_key(&prompt, NULL, '\t'));
    prompt_finish(&prompt);
}

static void brings_back_what_was_typed(void **state)
{
    (void)state;
    static const struct prompt_ops kept = {
        .label = "", .is_kept = true, .done = done, .cancelled = cancelled};
    static const struct {
        uint32_t keys[6];
        const char *result;
    } cases[] = {
        {{UP, '\n'}, "done "},
        {{'a', '\n'}, "done a"},
        {{'b', '\n'}, "done b"},
        {{UP, '\n'}, "done b"}, /* not kept twice */
        {{UP, UP, UP, '\n'}, "done a"},
        {{UP, UP, DOWN, 'c', 27}, "cancelled"}, /* not kept either */
        {{UP, UP, DOWN, '\n'}, "done a"},
        {{UP, DOWN, DOWN, '\n'}, "done "},
        {{CONTROL('P'), CONTROL('P'), CONTROL('N'), '\n'}, "done a"},
    };
    struct prompt prompt;
    prompt_init(&prompt, NULL, &history);
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        prompt_open(&prompt, &kept, "");
        type(&prompt, cases[i].keys);
        assert_string_equal(result, cases[i].result);
    }
    prompt_open(&prompt, &line, "");
    assert_false(prompt_key(&prompt, NULL, UP));
    prompt_finish(&prompt);
    strs_finish(&history);
}

/* In a list, Up and Down select; ^P and ^N recall everywhere. */
static void leaves_the_arrows_to_a_list(void **state)
{
    (void)state;
    static const struct prompt_ops in_list = {
        .label = "", .is_kept = true, .in_list = true, .done = done};
    struct prompt prompt;
    prompt_init(&prompt, NULL, &history);
    prompt_open(&prompt, &in_list, "");
    type(&prompt, (const uint32_t[]){'a', '\n', 0});
    prompt_open(&prompt, &in_list, "");
    assert_false(prompt_key(&prompt, NULL, UP));
    assert_false(prompt_key(&prompt, NULL, DOWN));
    assert_true(prompt_key(&prompt, NULL, CONTROL('P')));
    assert_string_equal(prompt.text.data, "a");
    assert_true(prompt_key(&prompt, NULL, CONTROL('N')));
    assert_string_equal(prompt.text.data, "");
    prompt_finish(&prompt);
    strs_finish(&history);
}

/* Without a history, nothing is kept or recalled. */
static void remembers_nothing_without_a_history(void **state)
{
    (void)state;
    static const struct prompt_ops kept = {
        .label = "", .is_kept = true, .done = done};
    struct prompt prompt;
    prompt_init(&prompt, NULL, NULL);
    prompt_open(&prompt, &kept, "");
    type(&prompt, (const uint32_t[]){'a', '\n', 0});
    assert_string_equal(result, "done a");
    prompt_open(&prompt, &kept, "");
    type(&prompt, (const uint32_t[]){CONTROL('P'), UP, 0});
    assert_string_equal(prompt.text.data, "");
    prompt_finish(&prompt);
}

static bool takes_stars(struct view *view, struct app *app, uint32_t key)
{
    (void)view;
    (void)app;
    return key == '*';
}

/* Enter and Esc are reported, and typing continues. */
static void stays_open(void **state)
{
    (void)state;
    static const struct prompt_ops ops = {.label = "",
                                          .stays = true,
                                          .key = takes_stars,
                                          .done = done,
                                          .cancelled = cancelled};
    struct prompt prompt;
    prompt_init(&prompt, NULL, &history);
    prompt_open(&prompt, &ops, "");
    type(&prompt, (const uint32_t[]){'a', '*', '\n', 0});
    assert_string_equal(result, "done a");
    type(&prompt, (const uint32_t[]){'b', 27, 0});
    assert_string_equal(result, "cancelled");
    assert_string_equal(prompt.text.data, "ab");
    type(&prompt, (const uint32_t[]){BACK, BACK, BACK, 'c', '\n', 0});
    assert_string_equal(result, "done c");
    prompt_finish(&prompt);
}

static size_t n_told;
static char told[16];

static void count_changes(struct view *view, struct app *app, const char *text)
{
    (void)view;
    (void)app;
    n_told++;
    snprintf(told, sizeof told, "%s", text);
}

/* A burst of characters causes one search, not one for each. */
static void tells_of_a_burst_once(void **state)
{
    (void)state;
    static const struct prompt_ops ops = {
        .label = "", .changed = count_changes, .done = done};
    struct prompt prompt;
    prompt_init(&prompt, NULL, &history);
    prompt_open(&prompt, &ops, "");
    type(&prompt, (const uint32_t[]){'a', 'b', 'c', 0});
    assert_int_equal(n_told, 0);
    prompt_tell(&prompt, NULL);
    prompt_tell(&prompt, NULL);
    assert_int_equal(n_told, 1);
    assert_string_equal(told, "abc");
    /* an editing key applies to what was typed before it */
    type(&prompt, (const uint32_t[]){'d', LEFT, 0});
    assert_int_equal(n_told, 2);
    assert_string_equal(told, "abcd");
    type(&prompt, (const uint32_t[]){BACK, 0});
    assert_string_equal(told, "abd");
    type(&prompt, (const uint32_t[]){'x', '\n', 0});
    assert_string_equal(told, "abxd");
    assert_string_equal(result, "done abxd");
    prompt_finish(&prompt);
}

/* At most PROMPT_MAX_BYTES, cut between clusters. */
static void holds_only_so_much(void **state)
{
    (void)state;
    static char long_text[3 * PROMPT_MAX_BYTES];
    struct prompt prompt;
    prompt_init(&prompt, NULL, &history);
    for (size_t i = 0; i + 3 < sizeof long_text; i += 3)
        memcpy(long_text + i, "e\u0301", 3);
    prompt_open(&prompt, &line, "xx");
    assert_true(prompt_paste(&prompt, NULL, long_text));
    assert_true(prompt.is_cut);
    assert_int_equal(prompt.text.n_bytes, 2 + (PROMPT_MAX_BYTES - 2) / 3 * 3);
    type(&prompt, (const uint32_t[]){'a', 'b', 'c', 0});
    assert_int_equal(prompt.text.n_bytes, PROMPT_MAX_BYTES);
    assert_true(prompt.is_cut);
    type(&prompt, (const uint32_t[]){CONTROL('U'), 0});
    assert_false(prompt.is_cut);
    assert_int_equal(prompt.text.n_bytes, 0);
    /* pasting replaces the old text, so all of the room is available */
    prompt_open(&prompt, &line, "xx");
    prompt.replaces = true;
    prompt_paste(&prompt, NULL, long_text);
    assert_int_equal(prompt.text.n_bytes, PROMPT_MAX_BYTES / 3 * 3);
    prompt_finish(&prompt);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(edits_by_clusters),
        cmocka_unit_test(types_over_a_text_that_was_there),
        cmocka_unit_test(one_key_is_enough_for_a_letter),
        cmocka_unit_test(brings_back_what_was_typed),
        cmocka_unit_test(leaves_the_arrows_to_a_list),
        cmocka_unit_test(remembers_nothing_without_a_history),
        cmocka_unit_test(stays_open),
        cmocka_unit_test(leaves_other_keys_to_the_view),
        cmocka_unit_test(tells_of_a_burst_once),
        cmocka_unit_test(holds_only_so_much),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
