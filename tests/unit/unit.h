/* What every unit test includes. */
#ifndef MEDFAQ_TESTS_UNIT_H
#define MEDFAQ_TESTS_UNIT_H

/* cmocka wants these before itself. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define N_ELEMENTS(array) (sizeof(array) / sizeof *(array))

#endif
