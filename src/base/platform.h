/* What the system tells: monotonic time, limits, and whether kiosk mode is
 * on. */
#ifndef MEDFAQ_BASE_PLATFORM_H
#define MEDFAQ_BASE_PLATFORM_H

#include <stdbool.h>
#include <stdint.h>

/* Nanoseconds, milliseconds since an arbitrary start: for durations, since
 * nobody can set this clock. */
int64_t platform_now_ns(void);
int64_t platform_now_ms(void);

/* Makes a write beyond the limit of file sizes fail with EFBIG, instead of
 * ending the program. Programs that are started keep the default. */
void platform_allow_large_writes(void);

/* Whether MEDFAQ_SECURE is set, and not to 0: then medfaq starts no other
 * program and writes no file. */
bool platform_is_secure(void);

#endif
