#include "base/mem.h"

#include <string.h>
#include <sys/wait.h>

#include "base/file.h"

#include "../unit.h"

static void restore_terminal(void)
{
    fputs("restored\n", stderr);
}

/* Returns the message and exit status of a child that runs out of memory. */
static int exhaust(void (*run)(void), char *said, size_t n_bytes)
{
    int ends[2], status;
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0) {
        dup2(ends[1], STDERR_FILENO);
        mem_on_exhausted(restore_terminal);
        run();
        _exit(0);
    }
    close(ends[1]);
    struct buf out;
    buf_init(&out);
    assert_true(file_read_fd(ends[0], 0, &out, NULL));
    close(ends[0]);
    snprintf(said, n_bytes, "%s", out.data);
    buf_finish(&out);
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* The product overflows to 8 bytes. */
static void grow_too_far(void)
{
    free(mem_realloc(NULL, SIZE_MAX / 8 + 2, 8));
}

static void ends_the_program_when_exhausted(void **state)
{
    (void)state;
    static void (*const runs[])(void) = {grow_too_far, mem_exhausted};
    for (size_t i = 0; i < N_ELEMENTS(runs); i++) {
        char said[200];
        assert_int_equal(exhaust(runs[i], said, sizeof said), 70);
        assert_string_equal(said, "restored\nmedfaq: out of memory\n");
    }
}

static void grows_arrays(void **state)
{
    (void)state;
    int *numbers = NULL;
    size_t capacity = 0;
    for (size_t n = 0; n < 1000; n++) {
        numbers = mem_grow(numbers, n, &capacity, sizeof *numbers);
        assert_true(capacity > n);
        numbers[n] = (int)n;
    }
    for (int n = 0; n < 1000; n++)
        assert_int_equal(numbers[n], n);
    free(numbers);
}

static void copies(void **state)
{
    (void)state;
    char *copy = mem_strndup("gout", 2);
    assert_string_equal(copy, "go");
    free(copy);
    assert_null(mem_strdup(NULL));
    char *zeros = mem_calloc(0, 0);
    assert_non_null(zeros);
    free(zeros);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ends_the_program_when_exhausted),
        cmocka_unit_test(grows_arrays),
        cmocka_unit_test(copies),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
