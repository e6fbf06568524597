/* Parts of a MIME message: headers, boundaries and transfer encodings. */
#include "import/mhtml_part.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/mem.h"

/* ---- headers ---- */

const char *mhtml_line_end(const char *at, const char *end)
{
    const char *line = memchr(at, '\n', (size_t)(end - at));
    return line ? line + 1 : end;
}

char *mhtml_part_field(const struct mhtml_part *part, const char *name)
{
    size_t n = strlen(name);
    for (const char *at = part->header; at < part->content;) {
        const char *next = mhtml_line_end(at, part->content);
        while (next < part->content && (*next == ' ' || *next == '\t'))
            next = mhtml_line_end(next, part->content);
        if ((size_t)(next - at) > n && at[n] == ':' &&
            ascii_ncasecmp(at, name, n) == 0) {
            struct buf value;
            buf_init(&value);
            for (at += n + 1; at < next; at++)
                if (!strchr("\r\n\t", *at) &&
                    !(*at == ' ' && value.n_bytes == 0))
                    buf_add_char(&value, *at);
            return buf_steal(&value);
        }
        at = next;
    }
    return NULL;
}

char *mhtml_parameter(const char *value, const char *name)
{
    const char *at = value ? value : "";
    while ((at = ascii_casestr(at, name))) {
        at += strlen(name);
        if (*at != '=')
            continue;
        bool quoted = *++at == '"';
        at += quoted;
        return mem_strndup(at, strcspn(at, quoted ? "\"" : "; "));
    }
    return NULL;
}

struct mhtml_part mhtml_part_at(const char *start, const char *end)
{
    const char *at = start;
    while (at < end && *at != '\n' &&
           !(*at == '\r' && at + 1 < end && at[1] == '\n'))
        at = mhtml_line_end(at, end);
    return (struct mhtml_part){start, mhtml_line_end(at, end), end};
}

bool mhtml_part_is(const struct mhtml_part *part, const char *type)
{
    char *value = mhtml_part_field(part, "Content-Type");
    bool is = value && ascii_ncasecmp(value, type, strlen(type)) == 0;
    free(value);
    return is;
}

/* ---- transfer encodings ---- */

static int hex_digit(char byte)
{
    if (ascii_is_digit(byte))
        return byte - '0';
    byte = ascii_lower(byte);
    return byte >= 'a' && byte <= 'f' ? byte - 'a' + 10 : -1;
}

static void add_quoted_printable(const char *at, const char *end,
                                 struct buf *out)
{
    for (; at < end; at++) {
        if (*at != '=') {
            buf_add_char(out, *at);
            continue;
        }
        const char *line = at + 1;
        while (line < end && strchr(" \t\r", *line))
            line++;
        if (line < end && *line == '\n') { /* the line goes on */
            at = line;
        } else if (end - at > 2 && hex_digit(at[1]) >= 0 &&
                   hex_digit(at[2]) >= 0) {
            buf_add_char(out, (char)(hex_digit(at[1]) * 16 + hex_digit(at[2])));
            at += 2;
        } else {
            buf_add_char(out, '=');
        }
    }
}

static int base64_digit(char byte)
{
    static const char digits[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const char *at = byte ? strchr(digits, byte) : NULL;
    return at ? (int)(at - digits) : -1;
}

static void add_base64(const char *at, const char *end, struct buf *out)
{
    unsigned bits = 0;
    int n_bits = 0;
    for (; at < end && *at != '='; at++) {
        int digit = base64_digit(*at);
        if (digit < 0)
            continue;
        bits = (bits << 6 | (unsigned)digit) & 0xFFFF;
        n_bits += 6;
        if (n_bits >= 8) {
            n_bits -= 8;
            buf_add_char(out, (char)(bits >> n_bits & 0xFF));
        }
    }
}

void mhtml_part_content(const struct mhtml_part *part, struct buf *out)
{
    char *encoding = mhtml_part_field(part, "Content-Transfer-Encoding");
    if (encoding && ascii_casecmp(encoding, "quoted-printable") == 0)
        add_quoted_printable(part->content, part->end, out);
    else if (encoding && ascii_casecmp(encoding, "base64") == 0)
        add_base64(part->content, part->end, out);
    else
        buf_add_n(out, part->content, (size_t)(part->end - part->content));
    free(encoding);
}

/* ---- boundaries ---- */

const char *mhtml_find_boundary(const char *at, const char *end,
                                const char *boundary)
{
    size_t n = strlen(boundary);
    for (; at < end; at = mhtml_line_end(at, end))
        if ((size_t)(end - at) > n + 1 && at[0] == '-' && at[1] == '-' &&
            memcmp(at + 2, boundary, n) == 0)
            return at;
    return end;
}
