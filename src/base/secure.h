/* What a user may not do here. */
#ifndef MEDFAQ_BASE_SECURE_H
#define MEDFAQ_BASE_SECURE_H

#include <stdbool.h>

/* MEDFAQ_SECURE=1: start no other program, write no file. */
bool is_secure(void);

#endif
