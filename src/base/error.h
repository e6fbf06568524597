/* One error, in words for the reader of the screen.
 *
 * A function that can fail returns bool or NULL and fills a struct error that
 * its caller owns. A message has no final full stop or newline and names the
 * file first where there is one. Messages may hold hostile text (a file name);
 * whoever shows one makes it safe (base/safe.h). */
#ifndef MEDFAQ_BASE_ERROR_H
#define MEDFAQ_BASE_ERROR_H

#include <stdbool.h>

struct error {
    char message[512]; /* ends in NUL; "" when nothing failed */
};

/* Writes the message, cut to fit; always false, so that one can return it.
 * A NULL err is allowed: the caller does not want to know. */
bool error_set(struct error *err, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Puts context in front of the message that is there; always false. */
bool error_prefix(struct error *err, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* The message without path and ": " in front, for where the path stands
 * already; part of err. */
const char *error_reason(const struct error *err, const char *path);

#endif
