/* Monotonic time, which nobody can set: for measuring durations. */
#ifndef MEDFAQ_BASE_CLOCK_H
#define MEDFAQ_BASE_CLOCK_H

#include <stdint.h>

/* Nanoseconds, milliseconds since an arbitrary start. */
int64_t clock_ns(void);
int64_t clock_ms(void);

#endif
