/* What the system tells: monotonic time, and whether kiosk mode is on. */
#include "base/platform.h"

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

bool platform_is_secure(void)
{
    const char *secure = getenv("MEDFAQ_SECURE");
    return secure && *secure && !str_equal(secure, "0");
}
