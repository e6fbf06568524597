/* How the time that something takes grows with its input. */
#include "growth.h"

#include <time.h>

#include "../unit/unit.h"

#define ROUNDS_MIN 3
#define ROUNDS_MAX 15
#define TESTS_MAX 32

/* Of the processor, so that what else runs does not count. */
static double seconds_of(const struct growth *growth,
                         const struct subject *subject)
{
    struct timespec start, end;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &start);
    growth->run(subject);
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end);
    return (double)(end.tv_sec - start.tv_sec) +
           (double)(end.tv_nsec - start.tv_nsec) / 1e9;
}

static void make(struct subject *subject, const struct growth *growth, size_t n)
{
    buf_init(&subject->text);
    growth->write(&subject->text, n);
    subject->article =
        article_parse(subject->text.data, subject->text.n_bytes, "growth.md");
}

static void finish(struct subject *subject)
{
    article_free(subject->article);
    buf_finish(&subject->text);
}

static void grows_as_the_input(void **state)
{
    const struct growth *growth = *state;
    struct subject once, twice;
    double least_once = 1e9, least_twice = 1e9;
    make(&once, growth, growth->n);
    make(&twice, growth, 2 * growth->n);
    for (int i = 0; i < ROUNDS_MAX; i++) {
        double seconds = seconds_of(growth, &once);
        least_once = seconds < least_once ? seconds : least_once;
        seconds = seconds_of(growth, &twice);
        least_twice = seconds < least_twice ? seconds : least_twice;
        if (i + 1 >= ROUNDS_MIN && least_twice < 3 * least_once)
            break;
    }
    print_message("# %s: %.2f ms, twice the input %.2f ms\n", growth->name,
                  least_once * 1e3, least_twice * 1e3);
    finish(&once);
    finish(&twice);
    assert_true(least_twice < 3 * least_once);
}

int check_all_growth(const struct growth *all, size_t n)
{
    struct CMUnitTest tests[TESTS_MAX];
    assert_true(n <= TESTS_MAX);
    for (size_t i = 0; i < n; i++)
        tests[i] = (struct CMUnitTest){.name = all[i].name,
                                       .test_func = grows_as_the_input,
                                       .initial_state = (void *)&all[i]};
    return _cmocka_run_group_tests("growth", tests, n, NULL, NULL);
}
