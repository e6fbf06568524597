/* What the system tells: monotonic time, and whether kiosk mode is on. */
#ifndef MEDFAQ_BASE_PLATFORM_H
#define MEDFAQ_BASE_PLATFORM_H

#include <stdbool.h>
#include <stdint.h>

/* Nanoseconds, milliseconds since an arbitrary start: for durations, since
 * nobody can set this clock. */
int64_t platform_now_ns(void);
int64_t platform_now_ms(void);

/* Whether MEDFAQ_SECURE is set, and not to 0: then medfaq starts no other
 * program and writes no file. */
bool platform_is_secure(void);

#endif
