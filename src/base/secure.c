/* MEDFAQ_SECURE: whether kiosk mode is on. */
#include "base/secure.h"

#include <stdlib.h>

#include "base/strs.h"

bool is_secure(void)
{
    const char *secure = getenv("MEDFAQ_SECURE");
    return secure && *secure && !str_equal(secure, "0");
}
