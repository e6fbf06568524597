/* Formats error messages. */
#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

bool error_set(struct error *err, const char *format, ...)
{
    if (err) {
        va_list args;
        va_start(args, format);
        vsnprintf(err->message, sizeof err->message, format, args);
        va_end(args);
    }
    return false;
}

bool error_prefix(struct error *err, const char *format, ...)
{
    if (err) {
        struct error was = *err;
        va_list args;
        va_start(args, format);
        int n = vsnprintf(err->message, sizeof err->message, format, args);
        va_end(args);
        if (n >= 0 && (size_t)n < sizeof err->message)
            snprintf(err->message + n, sizeof err->message - (size_t)n, "%s",
                     was.message);
    }
    return false;
}

const char *error_reason(const struct error *err, const char *path)
{
    size_t n = strlen(path);
    bool prefixed =
        !strncmp(err->message, path, n) && !strncmp(err->message + n, ": ", 2);
    return prefixed ? err->message + n + 2 : err->message;
}
