/* Reads integers. strtol alone accepts leading white space, an empty text and
 * trailing letters. */
#include "base/number.h"

#include <errno.h>
#include <stdlib.h>

#include "base/ascii.h"

bool number_read(const char *text, long low, long high, long *number)
{
    const char *digits = text + (*text == '-' || *text == '+');
    char *end;
    if (!ascii_is_digit(*digits))
        return false;
    errno = 0;
    long parsed = strtol(text, &end, 10);
    if (errno || *end || parsed < low || parsed > high)
        return false;
    *number = parsed;
    return true;
}
