/* MEDFAQ_SECURE: whether kiosk mode is on. */
#ifndef MEDFAQ_BASE_SECURE_H
#define MEDFAQ_BASE_SECURE_H

#include <stdbool.h>

/* With MEDFAQ_SECURE=1, medfaq starts no other program and writes no file. */
bool is_secure(void);

#endif
