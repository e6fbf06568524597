/* An error message for the user.
 *
 * A function that can fail returns false or NULL and fills a struct error that
 * its caller owns. A message ends without full stop or newline and begins with
 * the name of the file, if there is one. It may contain hostile text such as a
 * file name: whoever displays it makes it safe (base/safe.h). */
#ifndef MEDFAQ_BASE_ERROR_H
#define MEDFAQ_BASE_ERROR_H

#include <stdbool.h>

struct error {
    char message[512]; /* NUL-terminated; "" if nothing failed */
};

/* Formats the message, truncated to fit. Returns false, so that callers can
 * return its result. err may be NULL. */
bool error_set(struct error *err, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Inserts context before the message; returns false. */
bool error_prefix(struct error *err, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Returns the message without a leading path and ": ", for callers that already
 * show the path. Points into err. */
const char *error_reason(const struct error *err, const char *path);

#endif
