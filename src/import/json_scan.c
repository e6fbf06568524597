/* Strings of JSON, read without a parser. */
#include "import/json_scan.h"

#include <stdlib.h>
#include <string.h>

static unsigned hex_value(const char *at)
{
    char digits[5] = "";
    memcpy(digits, at, 4);
    return (unsigned)strtoul(digits, NULL, 16);
}

/* Appends what an escape means; returns what comes after it. */
static const char *add_escape(const char *at, const char *end, struct buf *out)
{
    static const char plain[] = "nrtbf";
    static const char meant[] = "\n\r\t\b\f";
    const char *found = strchr(plain, *at);
    if (*at != 'u' || end - at < 5) {
        buf_add_char(out, found && *at ? meant[found - plain] : *at);
        return at + 1;
    }
    unsigned unit = hex_value(at + 1);
    at += 5;
    if (unit >= 0xD800 && unit < 0xDC00 && end - at >= 6 && at[0] == '\\') {
        unit = 0x10000 + ((unit - 0xD800) << 10) + (hex_value(at + 2) - 0xDC00);
        at += 6;
    }
    buf_add_code_point(out, unit);
    return at;
}

const char *json_string_end(const char *at, const char *end, struct buf *out)
{
    while (at < end && *at != '"')
        if (*at == '\\' && at + 1 < end)
            at = add_escape(at + 1, end, out);
        else
            buf_add_char(out, *at++);
    return at < end ? at + 1 : end;
}
