#include "base/arena.h"

#include <stdio.h>
#include <string.h>

#include "../unit.h"

static void gives_zeroed_aligned_memory(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    for (size_t n = 1; n < 9000; n = n * 3 + 1) {
        unsigned char *memory = arena_alloc(&arena, n);
        assert_int_equal((uintptr_t)memory % _Alignof(max_align_t), 0);
        for (size_t i = 0; i < n; i++)
            assert_int_equal(memory[i], 0);
        memset(memory, 0xAA, n);
    }
    arena_finish(&arena);
}

static void keeps_what_it_gave(void **state)
{
    (void)state;
    struct arena arena = {0};
    const char *texts[500];
    for (int i = 0; i < 500; i++)
        texts[i] = arena_printf(&arena, "text %d", i);
    char *large = arena_alloc(&arena, (size_t)3 << 20);
    large[((size_t)3 << 20) - 1] = 1;
    for (int i = 0; i < 500; i++) {
        char expected[16];
        snprintf(expected, sizeof expected, "text %d", i);
        assert_string_equal(texts[i], expected);
    }
    assert_string_equal(arena_strndup(&arena, "abcdef", 3), "abc");
    assert_string_equal(arena_strdup(&arena, ""), "");
    char *adopted = strdup("adopted"); /* leaks if the arena does not free it */
    assert_ptr_equal(arena_adopt(&arena, adopted), adopted);
    assert_string_equal(adopted, "adopted");
    arena_finish(&arena);
}

static void finishes_empty_and_null(void **state)
{
    (void)state;
    struct arena arena = {0};
    arena_finish(&arena);
    arena_finish(&arena);
    arena_finish(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_zeroed_aligned_memory),
        cmocka_unit_test(keeps_what_it_gave),
        cmocka_unit_test(finishes_empty_and_null),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
