/* The XML that pdftohtml writes.
 *
 * It is read by its lines and not as XML: tags of weights may overlap in it,
 * and what a parser would refuse can still be read. */
#include "import/pdf_read.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/mem.h"
#include "base/utf8.h"

#define MAX_FONTS 4096
#define MAX_PIXELS 100000

struct pdf_reader {
    struct pdf_rows *rows;
    struct pdf_page *pages;
    size_t capacity;
    bool bold_fonts[MAX_FONTS], symbol_fonts[MAX_FONTS];
};

/* The value of an attribute of the tag at text; NULL if it has none. */
static const char *attribute(const char *tag, const char *end, const char *name,
                             size_t *n_bytes)
{
    size_t n = strlen(name);
    for (const char *at = tag; (size_t)(end - at) > n + 2; at++) {
        if (*at != ' ' || memcmp(at + 1, name, n) != 0 || at[n + 1] != '=' ||
            at[n + 2] != '"')
            continue;
        const char *value = at + n + 3;
        const char *quote = memchr(value, '"', (size_t)(end - value));
        *n_bytes = quote ? (size_t)(quote - value) : 0;
        return quote ? value : NULL;
    }
    return NULL;
}

static int number(const char *tag, const char *end, const char *name)
{
    size_t n;
    const char *value = attribute(tag, end, name, &n);
    long amount = value ? strtol(value, NULL, 10) : 0;
    if (amount > MAX_PIXELS)
        return MAX_PIXELS;
    return amount < -MAX_PIXELS ? -MAX_PIXELS : (int)amount;
}

static bool says(const char *family, size_t n_bytes, const char *word)
{
    size_t n = strlen(word);
    for (size_t at = 0; at + n <= n_bytes; at++)
        if (ascii_ncasecmp(family + at, word, n) == 0)
            return true;
    return false;
}

static bool says_bold(const char *family, size_t n_bytes)
{
    static const char *const weights[] = {"bold", "black", "heavy", "-demi"};
    for (size_t i = 0; i < sizeof weights / sizeof *weights; i++)
        if (says(family, n_bytes, weights[i]))
            return true;
    return false;
}

static void read_font(struct pdf_reader *reader, const char *tag,
                      const char *end)
{
    size_t n;
    int id = number(tag, end, "id");
    const char *family = attribute(tag, end, "family", &n);
    if (!family || id < 0 || id >= MAX_FONTS)
        return;
    reader->bold_fonts[id] = says_bold(family, n);
    reader->symbol_fonts[id] = says(family, n, "symbol");
}

static void read_page(struct pdf_reader *reader, const char *tag,
                      const char *end)
{
    struct pdf_rows *rows = reader->rows;
    reader->pages = mem_grow(reader->pages, rows->n_pages, &reader->capacity,
                             sizeof *reader->pages);
    reader->pages[rows->n_pages++] = (struct pdf_page){
        .height = number(tag, end, "height"), .first = rows->n_runs};
}

/* ---- a text ---- */

/* Appends the character that an entity stands for; its length. */
static size_t add_entity(const char *at, const char *end, struct buf *out)
{
    static const struct {
        const char *name, *text;
    } entities[] = {{"&amp;", "&"},
                    {"&lt;", "<"},
                    {"&gt;", ">"},
                    {"&quot;", "\""},
                    {"&apos;", "'"}};
    for (size_t i = 0; i < sizeof entities / sizeof *entities; i++) {
        size_t n = strlen(entities[i].name);
        if ((size_t)(end - at) >= n && memcmp(at, entities[i].name, n) == 0) {
            buf_add(out, entities[i].text);
            return n;
        }
    }
    const char *semicolon = memchr(at, ';', (size_t)(end - at));
    if (semicolon && at[1] == '#') {
        bool hexadecimal = at[2] == 'x';
        unsigned long code_point =
            strtoul(at + (hexadecimal ? 3 : 2), NULL, hexadecimal ? 16 : 10);
        buf_add_code_point(out, code_point > 0 && code_point <= 0x10FFFF
                                    ? (uint32_t)code_point
                                    : 0xFFFD);
        return (size_t)(semicolon + 1 - at);
    }
    buf_add_char(out, '&');
    return 1;
}

/* Appends text up to the next tag or entity; its length, at least 1. */
static size_t add_plain(const char *at, const char *end, struct buf *out)
{
    size_t n = 1;
    while (at + n < end && at[n] != '<' && at[n] != '&')
        n++;
    buf_add_n(out, at, n);
    return n;
}

static bool is_blank(const char *text, size_t n_bytes)
{
    for (size_t at = 0; at < n_bytes;) {
        uint32_t code_point;
        at += utf8_decode(text + at, n_bytes - at, &code_point);
        if (code_point > ' ' && code_point != 0xA0 && code_point != 0x200B)
            return false;
    }
    return true;
}

/* What has been read since start is a run. Its text is an offset until all is
 * read, as the buffer moves. */
static void end_run(struct pdf_reader *reader, const struct pdf_run *text,
                    size_t start)
{
    struct pdf_rows *rows = reader->rows;
    size_t n = rows->texts.n_bytes - start;
    if (is_blank(rows->texts.data + start, n)) {
        buf_truncate(&rows->texts, start);
        return;
    }
    rows->runs = mem_grow(rows->runs, rows->n_runs, &rows->runs_capacity,
                          sizeof *rows->runs);
    struct pdf_run *run = &rows->runs[rows->n_runs++];
    *run = *text;
    run->n_bytes = n;
}

/* Where in a text of n_shown bytes the one at an offset is. */
static int place(const struct pdf_run *text, size_t at, size_t n_shown)
{
    int64_t width = text->right - text->left;
    return n_shown == 0
               ? text->left
               : text->left + (int)(width * (int64_t)at / (int64_t)n_shown);
}

static size_t count_shown(const char *start, const char *end)
{
    size_t n = 0;
    bool tag = false;
    for (const char *at = start; at < end; at++) {
        tag |= *at == '<';
        n += !tag;
        tag &= *at != '>';
    }
    return n;
}

/* What is turned by a right angle has no width that its letters would need. */
static bool is_turned(const struct pdf_run *text, size_t n_shown)
{
    int64_t width = text->right - text->left;
    return n_shown > 1 && width * 10 <= (int64_t)n_shown * text->height;
}

static void read_text(struct pdf_reader *reader, const struct pdf_run *text,
                      const char *start, const char *end)
{
    struct buf *out = &reader->rows->texts;
    struct pdf_run run = *text;
    size_t first = out->n_bytes, n_shown = count_shown(start, end);
    run.role = is_turned(text, n_shown) ? PDF_TURNED : PDF_TEXT;
    for (const char *at = start; at < end;) {
        const char *close =
            *at == '<' ? memchr(at, '>', (size_t)(end - at)) : NULL;
        if (!close) {
            if (*at == '&')
                at += add_entity(at, end, out);
            else
                at += add_plain(at, end, out);
            continue;
        }
        bool opens = at[1] == 'b' && at[2] == '>';
        if (opens || (at[1] == '/' && at[2] == 'b' && at[3] == '>')) {
            run.right = place(text, count_shown(start, at), n_shown);
            end_run(reader, &run, first);
            first = out->n_bytes;
            run.left = run.right;
            run.bold = opens || text->bold;
        }
        at = close + 1;
    }
    run.right = text->right;
    end_run(reader, &run, first);
}

static const char *read_text_tag(struct pdf_reader *reader, const char *tag,
                                 const char *close, const char *end)
{
    static const char end_tag[] = "</text>";
    const char *stop =
        memmem(close, (size_t)(end - close), end_tag, strlen(end_tag));
    int font = number(tag, close, "font");
    struct pdf_run text = {.top = number(tag, close, "top"),
                           .left = number(tag, close, "left"),
                           .height = number(tag, close, "height")};
    text.right = text.left + number(tag, close, "width");
    text.bold = font >= 0 && font < MAX_FONTS && reader->bold_fonts[font];
    text.symbol = font >= 0 && font < MAX_FONTS && reader->symbol_fonts[font];
    read_text(reader, &text, close + 1, stop ? stop : end);
    return stop ? stop + strlen(end_tag) : end;
}

static bool is_tag(const char *at, const char *end, const char *name)
{
    size_t n = strlen(name);
    return (size_t)(end - at) > n && memcmp(at, name, n) == 0;
}

struct pdf_page *pdf_read(struct pdf_rows *rows, const char *xml,
                          size_t n_bytes)
{
    struct pdf_reader *reader = mem_calloc(1, sizeof *reader);
    reader->rows = rows;
    const char *end = xml + n_bytes, *at = xml;
    while ((at = memchr(at, '<', (size_t)(end - at)))) {
        const char *close = memchr(at, '>', (size_t)(end - at));
        if (!close)
            break;
        if (is_tag(at, end, "<page "))
            read_page(reader, at, close);
        else if (is_tag(at, end, "<fontspec "))
            read_font(reader, at, close);
        else if (is_tag(at, end, "<text ") && rows->n_pages > 0)
            close = read_text_tag(reader, at, close, end) - 1;
        at = close + 1;
    }
    struct pdf_page *pages = reader->pages;
    free(reader);
    const char *text = rows->texts.data;
    for (size_t i = 0; i < rows->n_runs; i++) {
        rows->runs[i].text = text;
        text += rows->runs[i].n_bytes;
    }
    for (size_t i = 0; i < rows->n_pages; i++)
        pages[i].n =
            (i + 1 < rows->n_pages ? pages[i + 1].first : rows->n_runs) -
            pages[i].first;
    return pages;
}
