/* Services of the system: monotonic time, the limit of file sizes, and kiosk
 * mode. */
#ifndef MEDFAQ_BASE_PLATFORM_H
#define MEDFAQ_BASE_PLATFORM_H

#include <stdbool.h>
#include <stdint.h>

/* Return the nanoseconds or milliseconds since an arbitrary start, by a clock
 * that cannot be set; for measuring durations. */
int64_t platform_now_ns(void);
int64_t platform_now_ms(void);

/* Makes a write beyond the limit of file sizes fail with EFBIG instead of
 * ending the program. Child programs keep the default. */
void platform_allow_large_writes(void);

/* Tells whether MEDFAQ_SECURE is set to anything but 0, in which case medfaq
 * starts no other program and writes no file. */
bool platform_is_secure(void);

#endif
