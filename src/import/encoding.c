/* Converts text from any character set to UTF-8. */
#include "import/encoding.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>

#include "base/ascii.h"
#include "base/i18n.h"
#include "base/utf8.h"

#define NAME_MAX_BYTES 40

static const struct {
    const char *mark;
    size_t n_bytes;
    const char *name;
} marks[] = {
    {"\xEF\xBB\xBF", 3, "UTF-8"},    {"\xFF\xFE\0\0", 4, "UTF-32LE"},
    {"\0\0\xFE\xFF", 4, "UTF-32BE"}, {"\xFF\xFE", 2, "UTF-16LE"},
    {"\xFE\xFF", 2, "UTF-16BE"},
};

/* What pages call by the name of its lesser part. */
static const char *const latin[] = {"iso-8859-1", "iso8859-1", "latin1",
                                    "us-ascii",   "ascii",     "latin-1"};

/* Every second byte of the first few is NUL: UTF-16 without a mark. */
static const char *guess_wide(const char *data, size_t n_bytes)
{
    size_t n = n_bytes < 64 ? n_bytes & ~(size_t)1 : 64, n_even = 0, n_odd = 0;
    for (size_t i = 0; i < n; i += 2) {
        n_even += data[i] == '\0';
        n_odd += data[i + 1] == '\0';
    }
    if (n >= 8 && n_odd * 4 > n && n_even == 0)
        return "UTF-16LE";
    if (n >= 8 && n_even * 4 > n && n_odd == 0)
        return "UTF-16BE";
    return NULL;
}

/* Text that is well-formed UTF-8 by no chance: it has letters of two bytes
 * enough, or longer ones. In a set of single bytes one would be two letters
 * that never stand together. */
static bool is_surely_utf8(const char *data, size_t n_bytes,
                           const char *declared)
{
    static const char *const wide[] = {
        "gb",     "big5",   "shift", "sjis", "euc",       "iso-2022",
        "utf-16", "utf-32", "ks_c",  "cp9",  "windows-9", "hz"};
    size_t n_needed = 1, n_letters = 0;
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
        if (ascii_ncasecmp(declared, wide[i], strlen(wide[i])) == 0)
            n_needed = 3;
    for (size_t at = 0; at < n_bytes; at++) {
        unsigned char byte = (unsigned char)data[at];
        n_letters += byte >= 0xE0 ? 2 : byte >= 0xC0 ? 1 : 0;
    }
    return n_letters >= n_needed && utf8_valid_prefix(data, n_bytes) == n_bytes;
}

static const char *name_of(const char *data, size_t n_bytes,
                           const char *declared, size_t *n_mark)
{
    *n_mark = 0;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (n_bytes >= marks[i].n_bytes &&
            memcmp(data, marks[i].mark, marks[i].n_bytes) == 0) {
            *n_mark = marks[i].n_bytes;
            return marks[i].name;
        }
    const char *wide = guess_wide(data, n_bytes);
    if (wide)
        return wide;
    if (declared && is_surely_utf8(data, n_bytes, declared))
        return "UTF-8";
    for (size_t i = 0; declared && i < sizeof latin / sizeof *latin; i++)
        if (ascii_casecmp(declared, latin[i]) == 0)
            return "WINDOWS-1252";
    if (declared)
        return declared;
    return utf8_valid_prefix(data, n_bytes) == n_bytes ? "UTF-8"
                                                       : "WINDOWS-1252";
}

static bool is_name(const char *name)
{
    size_t n = 0;
    while (ascii_is_alnum(name[n]) || (name[n] && strchr("-_.:+", name[n])))
        n++;
    return n > 0 && n <= NAME_MAX_BYTES && name[n] == '\0';
}

static void add_without_nuls(const char *data, size_t n_bytes, struct buf *out)
{
    const char *end = data + n_bytes, *nul;
    while ((nul = memchr(data, '\0', (size_t)(end - data)))) {
        buf_add_n(out, data, (size_t)(nul - data));
        data = nul + 1;
    }
    buf_add_n(out, data, (size_t)(end - data));
}

static void add_utf8(const char *data, size_t n_bytes, struct buf *out)
{
    for (size_t at = 0; at < n_bytes;) {
        uint32_t code_point;
        size_t n_valid = utf8_valid_prefix(data + at, n_bytes - at);
        add_without_nuls(data + at, n_valid, out);
        at += n_valid;
        if (at == n_bytes)
            return;
        at += utf8_decode(data + at, n_bytes - at, &code_point);
        buf_add_code_point(out, UTF8_REPLACEMENT);
    }
}

static void convert(iconv_t converter, const char *data, size_t n_bytes,
                    struct buf *out)
{
    char *in = (char *)data;
    while (n_bytes > 0) {
        char piece[4096];
        char *to = piece;
        size_t n_room = sizeof piece;
        size_t result = iconv(converter, &in, &n_bytes, &to, &n_room);
        add_utf8(piece, sizeof piece - n_room, out);
        if (result != (size_t)-1 || errno == E2BIG)
            continue;
        buf_add_code_point(out, UTF8_REPLACEMENT);
        if (n_bytes > 0)
            in++, n_bytes--;
        iconv(converter, NULL, NULL, NULL, NULL);
    }
}

bool encoding_to_utf8(const char *data, size_t n_bytes, const char *declared,
                      struct buf *out, struct error *err)
{
    size_t n_mark;
    const char *name = name_of(data, n_bytes, declared, &n_mark);
    data += n_mark, n_bytes -= n_mark;
    if (ascii_casecmp(name, "UTF-8") == 0 || ascii_casecmp(name, "UTF8") == 0) {
        add_utf8(data, n_bytes, out);
        return true;
    }
    iconv_t converter = is_name(name) ? iconv_open("UTF-8", name) : (iconv_t)-1;
    if (converter == (iconv_t)-1)
        return error_set(err, _("unknown character set: %.40s"), name);
    convert(converter, data, n_bytes, out);
    iconv_close(converter);
    return true;
}

bool encoding_is_text(const char *data, size_t n_bytes)
{
    size_t n_mark;
    const char *name = name_of(data, n_bytes, NULL, &n_mark);
    if (n_mark > 0 || strcmp(name, "UTF-16LE") == 0 ||
        strcmp(name, "UTF-16BE") == 0)
        return true;
    for (size_t i = 0; i < n_bytes; i++)
        if ((unsigned char)data[i] < ' ' && !strchr("\t\n\r\f\v", data[i]))
            return false;
    return n_bytes > 0 && memchr(data, '\0', n_bytes) == NULL;
}
