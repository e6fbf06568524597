/* Services of the system: monotonic time, the limit of file sizes, and kiosk
 * mode. */
#include "base/platform.h"

#include <signal.h>
#include <stdlib.h>
#include <time.h>

#include "base/strs.h"

int64_t platform_now_ns(void)
{
    struct timespec at;
    clock_gettime(CLOCK_MONOTONIC, &at);
    return (int64_t)at.tv_sec * 1000000000 + at.tv_nsec;
}

int64_t platform_now_ms(void)
{
    return platform_now_ns() / 1000000;
}

static void on_large_write(int number)
{
    (void)number;
}

/* Handles the signal instead of ignoring it: an ignored signal would stay
 * ignored after exec. */
void platform_allow_large_writes(void)
{
    struct sigaction action = {.sa_handler = on_large_write,
                               .sa_flags = SA_RESTART};
    sigemptyset(&action.sa_mask);
    sigaction(SIGXFSZ, &action, NULL);
}

bool platform_is_secure(void)
{
    const char *secure = getenv("MEDFAQ_SECURE");
    return secure && *secure && !str_equal(secure, "0");
}
