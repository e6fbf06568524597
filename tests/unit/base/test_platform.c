#include "base/platform.h"

#include "../unit.h"

static void kiosk_mode_is_a_variable(void **state)
{
    (void)state;
    static const struct {
        const char *value;
        bool is_secure;
    } cases[] = {{"1", true}, {"yes", true}, {"0", false}, {"", false}};
    unsetenv("MEDFAQ_SECURE");
    assert_false(platform_is_secure());
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        setenv("MEDFAQ_SECURE", cases[i].value, 1);
        assert_int_equal(platform_is_secure(), cases[i].is_secure);
    }
}

static void time_goes_on(void **state)
{
    (void)state;
    int64_t start_ns = platform_now_ns(), ms = platform_now_ms();
    assert_in_range(ms, start_ns / 1000000, start_ns / 1000000 + 60000);
    while (platform_now_ns() == start_ns)
        ;
    assert_true(platform_now_ns() > start_ns);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kiosk_mode_is_a_variable),
        cmocka_unit_test(time_goes_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
