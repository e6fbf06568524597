/* Web pages saved in one file by a browser.
 *
 * The first part of type text/html is the page; its transfer encoding is taken
 * off, and it goes to html_page.c. Where the page states no address of its own,
 * that of the part's header counts. Other parts are its pictures, styles and
 * frames. */
#include "import/mhtml.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/buf.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/strs.h"
#include "import/html_page.h"
#include "import/letters.h"

#define RECOGNISE_BYTES 4096
#define MAX_PARTS 1000

/* A header and what it heads, up to the next boundary or the end. */
struct mhtml_part {
    const char *header, *content, *end;
};

/* ---- headers ---- */

static const char *line_end(const char *at, const char *end)
{
    const char *line = memchr(at, '\n', (size_t)(end - at));
    return line ? line + 1 : end;
}

/* The value of a header field with its continued lines on one; NULL if it is
 * not there. The caller frees. */
static char *field(const struct mhtml_part *part, const char *name)
{
    size_t n = strlen(name);
    for (const char *at = part->header; at < part->content;) {
        const char *next = line_end(at, part->content);
        while (next < part->content && (*next == ' ' || *next == '\t'))
            next = line_end(next, part->content);
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

/* "charset" of 'text/html; charset="utf-8"'; NULL if it is not there. The
 * caller frees. */
static char *parameter(const char *value, const char *name)
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

/* Divides a part into its header and its content, at the first empty line. */
static struct mhtml_part part_at(const char *start, const char *end)
{
    const char *at = start;
    while (at < end && *at != '\n' &&
           !(*at == '\r' && at + 1 < end && at[1] == '\n'))
        at = line_end(at, end);
    return (struct mhtml_part){start, line_end(at, end), end};
}

static bool is_of_type(const struct mhtml_part *part, const char *type)
{
    char *value = field(part, "Content-Type");
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

static void add_content(const struct mhtml_part *part, struct buf *out)
{
    char *encoding = field(part, "Content-Transfer-Encoding");
    if (encoding && ascii_casecmp(encoding, "quoted-printable") == 0)
        add_quoted_printable(part->content, part->end, out);
    else if (encoding && ascii_casecmp(encoding, "base64") == 0)
        add_base64(part->content, part->end, out);
    else
        buf_add_n(out, part->content, (size_t)(part->end - part->content));
    free(encoding);
}

/* ---- parts ---- */

/* The next line from at on that is a boundary; end if there is none. */
static const char *find_boundary(const char *at, const char *end,
                                 const char *boundary)
{
    size_t n = strlen(boundary);
    for (; at < end; at = line_end(at, end))
        if ((size_t)(end - at) > n + 1 && at[0] == '-' && at[1] == '-' &&
            memcmp(at + 2, boundary, n) == 0)
            return at;
    return end;
}

/* The page among the parts of a message, or the message itself. */
static bool find_page(const struct mhtml_part *message, struct mhtml_part *page)
{
    *page = *message;
    if (is_of_type(message, "text/html"))
        return true;
    char *type = field(message, "Content-Type");
    char *boundary = parameter(type, "boundary");
    bool found = false;
    const char *at =
        boundary ? find_boundary(message->content, message->end, boundary)
                 : message->end;
    for (size_t i = 0; i < MAX_PARTS && at < message->end && !found; i++) {
        const char *start = line_end(at, message->end);
        at = find_boundary(start, message->end, boundary);
        *page = part_at(start, at);
        found = is_of_type(page, "text/html") ||
                is_of_type(page, "application/xhtml+xml");
        if (!found && is_of_type(page, "multipart/")) {
            /* its own boundaries are not ours: they are found one deep */
            struct mhtml_part inner = *page;
            char *within = field(&inner, "Content-Type");
            free(boundary);
            boundary = parameter(within, "boundary");
            free(within);
            at = boundary ? find_boundary(inner.content, message->end, boundary)
                          : message->end;
        }
    }
    free(boundary);
    free(type);
    return found;
}

bool mhtml_recognise(const struct document *document)
{
    size_t n = document->n_bytes < RECOGNISE_BYTES ? document->n_bytes
                                                   : RECOGNISE_BYTES;
    struct mhtml_part message = part_at(document->data, document->data + n);
    char *version = field(&message, "MIME-Version");
    bool is = version && (is_of_type(&message, "multipart/related") ||
                          is_of_type(&message, "text/html"));
    free(version);
    return is;
}

/* The page as a document, in page, which owns its data; its address goes to
 * *url, which the caller frees. */
static bool unpack(const struct document *document, struct buf *content,
                   char **charset, char **url)
{
    struct mhtml_part message = part_at(document->data,
                                        document->data + document->n_bytes),
                      page;
    if (!find_page(&message, &page))
        return false;
    add_content(&page, content);
    char *type = field(&page, "Content-Type");
    *charset = parameter(type, "charset");
    *url = field(&page, "Content-Location");
    if (!*url)
        *url = field(&message, "Snapshot-Content-Location");
    free(type);
    return true;
}

bool mhtml_convert(const struct document *document,
                   const struct import_options *options,
                   const struct sink *sink, struct error *err)
{
    struct buf content;
    char *charset = NULL, *url = NULL;
    buf_init(&content);
    bool good = unpack(document, &content, &charset, &url) ||
                error_set(err, _("no page among its parts"));
    if (good) {
        struct document page = *document;
        page.data = content.data;
        page.n_bytes = content.n_bytes;
        page.charset = charset;
        page.url = url;
        good = html_page_convert(&page, options, sink, err);
    }
    free(url);
    free(charset);
    buf_finish(&content);
    return good;
}

void mhtml_read_words(const struct document *document,
                      const struct import_options *options,
                      struct letters *letters)
{
    struct buf content;
    char *charset = NULL, *url = NULL;
    buf_init(&content);
    if (unpack(document, &content, &charset, &url)) {
        struct document page = *document;
        page.data = content.data;
        page.n_bytes = content.n_bytes;
        page.charset = charset;
        html_page_read_words(&page, options, letters);
    }
    free(url);
    free(charset);
    buf_finish(&content);
}
