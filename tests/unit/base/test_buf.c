#include "base/buf.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../unit.h"

static void always_ends_in_nul(void **state)
{
    (void)state;
    struct buf buf;
    buf_init(&buf);
    assert_string_equal(buf.data, "");
    for (int i = 0; i < 1000; i++) {
        buf_add(&buf, "ab");
        assert_int_equal(buf.data[buf.n_bytes], '\0');
    }
    assert_int_equal(buf.n_bytes, 2000);
    buf_truncate(&buf, 3);
    assert_string_equal(buf.data, "aba");
    buf_clear(&buf);
    assert_string_equal(buf.data, "");
    buf_finish(&buf);
    buf_finish(NULL);
}

static void reserve_too_much(void)
{
    struct buf buf;
    buf_init(&buf);
    buf_add(&buf, "x");
    buf_reserve(&buf, SIZE_MAX / 2);
}

static void repeat_too_often(void)
{
    struct buf buf;
    buf_init(&buf);
    buf_add_repeat(&buf, "xxxx", SIZE_MAX / 4 + 2);
}

/* Ends the program as any lack of memory does, instead of looping. */
static void ends_the_program_for_impossible_sizes(void **state)
{
    (void)state;
    static void (*const wishes[])(void) = {reserve_too_much, repeat_too_often};
    for (size_t i = 0; i < N_ELEMENTS(wishes); i++) {
        int status;
        pid_t child = fork();
        assert_int_not_equal(child, -1);
        if (!child) {
            alarm(10);
            wishes[i]();
            _exit(0);
        }
        assert_int_equal(waitpid(child, &status, 0), child);
        assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 70);
    }
}

static void takes_nul_and_formats(void **state)
{
    (void)state;
    struct buf buf;
    buf_init(&buf);
    buf_add_n(&buf, "a\0b", 3);
    buf_printf(&buf, "-%d-%s", 12, "x");
    buf_add_char(&buf, '.');
    buf_add_repeat(&buf, "=-", 3);
    assert_int_equal(buf.n_bytes, 3 + 5 + 1 + 6);
    assert_memory_equal(buf.data, "a\0b-12-x.=-=-=-", 16);
    buf_finish(&buf);
}

static void writes_code_points(void **state)
{
    (void)state;
    struct buf buf;
    buf_init(&buf);
    buf_add_code_point(&buf, 'a');
    buf_add_code_point(&buf, 0xE9);
    buf_add_code_point(&buf, 0x4E2D);
    buf_add_code_point(&buf, 0x1F600);
    buf_add_code_point(&buf, 0xD800);
    buf_add_code_point(&buf, 0x110000);
    assert_string_equal(buf.data, "aé中😀\uFFFD\uFFFD");
    buf_finish(&buf);
}

static void tells_its_end(void **state)
{
    (void)state;
    struct buf buf;
    buf_init(&buf);
    assert_true(buf_ends(&buf, ""));
    assert_false(buf_ends(&buf, "b"));
    buf_add_n(&buf, "b\0ab", 4);
    assert_true(buf_ends(&buf, "ab"));
    assert_false(buf_ends(&buf, "bb"));
    assert_false(buf_ends(&buf, "xb ab"));
    buf_finish(&buf);
}

/* Otherwise, building a text byte by byte would take quadratic time. */
static void doubles(void **state)
{
    (void)state;
    struct buf buf;
    size_t n_grown = 0;
    buf_init(&buf);
    for (int i = 0; i < 100000; i++) {
        size_t capacity = buf.capacity;
        buf_add_char(&buf, 'x');
        n_grown += buf.capacity != capacity;
    }
    assert_true(n_grown < 20);
    buf_finish(&buf);
}

static void steals(void **state)
{
    (void)state;
    struct buf buf;
    buf_init(&buf);
    char *text = buf_steal(&buf);
    assert_string_equal(text, "");
    free(text);
    buf_add(&buf, "x");
    text = buf_steal(&buf);
    assert_string_equal(text, "x");
    assert_string_equal(buf.data, "");
    free(text);
    buf_finish(&buf);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(always_ends_in_nul),
        cmocka_unit_test(ends_the_program_for_impossible_sizes),
        cmocka_unit_test(takes_nul_and_formats),
        cmocka_unit_test(writes_code_points),
        cmocka_unit_test(tells_its_end),
        cmocka_unit_test(doubles),
        cmocka_unit_test(steals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
