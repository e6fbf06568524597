/* Reading whole numbers: strtol alone takes leading white space, an empty
 * text, trailing letters, and says nothing of overflow. */
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
    long read = strtol(text, &end, 10);
    if (errno || *end || read < low || read > high)
        return false;
    *number = read;
    return true;
}
