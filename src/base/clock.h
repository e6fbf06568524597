/* A clock that nobody sets: for how long something takes. */
#ifndef MEDFAQ_BASE_CLOCK_H
#define MEDFAQ_BASE_CLOCK_H

#include <stdint.h>

/* Nanoseconds, milliseconds since some time. */
int64_t clock_ns(void);
int64_t clock_ms(void);

#endif
