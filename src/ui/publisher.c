/* Short names of publishers. */
#include "ui/publisher.h"

#include <string.h>

#include "base/ascii.h"

#define SHORT_BYTES 14

/* "(NHS)" within a name; NULL if there is none. */
static const char *find_abbreviation(const char *publisher, size_t *n)
{
    const char *open = strchr(publisher, '(');
    size_t length = open ? strspn(open + 1, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") : 0;
    *n = length;
    return length > 1 && open[length + 1] == ')' ? open + 1 : NULL;
}

static size_t count_capitals(const char *publisher)
{
    size_t n = 0;
    for (const char *at = publisher; *at; at++)
        n += *at >= 'A' && *at <= 'Z' && (at == publisher || at[-1] == ' ');
    return n;
}

void publisher_add_short(const char *publisher, struct buf *out)
{
    size_t n;
    const char *abbreviation = find_abbreviation(publisher, &n);
    if (abbreviation) {
        buf_add_n(out, abbreviation, n);
    } else if (strlen(publisher) <= SHORT_BYTES ||
               count_capitals(publisher) < 3) {
        buf_add(out, publisher);
    } else {
        for (const char *at = publisher; *at; at++)
            if (*at >= 'A' && *at <= 'Z' && (at == publisher || at[-1] == ' '))
                buf_add_char(out, *at);
    }
}
