/* Makes text safe for a terminal. */
#include "base/safe.h"

#include <stdint.h>
#include <string.h>

#include "base/code_point.h"
#include "base/utf8.h"

#define DOTTED_CIRCLE 0x25CC
#define ZWNJ 0x200C
#define ZWJ 0x200D

/* The combining marks that ncurses keeps in a cell; it silently drops more. */
#define MARKS_MAX 4

enum treatment {
    KEEP,
    DROP,
    SPACE,
    CARET,   /* ^[ */
    REPLACE, /* U+FFFD */
    NAME,    /* <U+202E> */
    CIRCLE,  /* kept, on a dotted circle */
};

/* The screen cell being filled. */
struct cell {
    size_t start; /* offset of its first code point */
    /* Traits of that code point. 0 if it cannot carry marks, or is a space,
       which may be dropped at the end of a line. */
    unsigned traits;
    unsigned n_marks;
};

static enum treatment treat_control(uint32_t code_point)
{
    if (code_point == '\t' || code_point == '\n' || code_point == 0x2028 ||
        code_point == 0x2029)
        return SPACE;
    if (code_point < 0x20 || code_point == 0x7F)
        return CARET;
    if (code_point >= 0x80 && code_point < 0xA0)
        return REPLACE;
    return NAME;
}

/* Tells whether a code point is a joiner in its place. Joiners shape Arabic and
 * Indic letters; ZWJ also joins emoji. */
static bool is_joiner(uint32_t code_point, const struct cell *cell)
{
    return cell->traits &&
           (code_point == ZWJ ||
            (code_point == ZWNJ && !(cell->traits & CODE_POINT_PICTOGRAPH)));
}

/* Decides the treatment of a code point that is not CODE_POINT_PLAIN. */
static enum treatment treat(uint32_t code_point, unsigned traits,
                            const struct cell *cell)
{
    if (traits & CODE_POINT_COMMAND)
        return NAME;
    if ((traits & CODE_POINT_IGNORABLE) && !is_joiner(code_point, cell))
        return DROP;
    int cells = code_point_cells(code_point);
    if (cells < 0)
        return treat_control(code_point);
    if (cells > 0)
        return KEEP;
    if (!cell->traits)
        return CIRCLE;
    return cell->n_marks < MARKS_MAX ? KEEP : NAME;
}

/* Like treat, for text in a file: there may be many marks, joiners and
 * variation selectors also shape emoji, and widths do not matter. */
static enum treatment treat_in_file(uint32_t code_point, unsigned traits,
                                    const struct cell *cell)
{
    bool is_shaping = code_point == ZWNJ || code_point == ZWJ ||
                      code_point == 0xFE0E || code_point == 0xFE0F ||
                      (code_point >= 0x180B && code_point <= 0x180E);
    if (traits & CODE_POINT_COMMAND)
        return NAME;
    if (traits & CODE_POINT_IGNORABLE)
        return is_shaping && cell->traits ? KEEP : DROP;
    return code_point >= 0xA0 && code_point != 0x2028 && code_point != 0x2029
               ? KEEP
               : treat_control(code_point);
}

/* A text being read cell by cell. */
struct safe_reader {
    const char *text;
    size_t n_bytes, at;
    uint32_t code_point; /* the last one read; treatment is how it is treated */
    enum treatment treatment;
    struct cell cell;
    bool in_file; /* the limits of a terminal do not apply */
};

/* Skips a run of printable ASCII, which is safe. Returns its length. */
static size_t read_ascii(struct safe_reader *reader)
{
    size_t n = utf8_ascii_prefix(reader->text + reader->at,
                                 reader->n_bytes - reader->at);
    reader->at += n;
    if (n > 0 && reader->text[reader->at - 1] == ' ')
        reader->cell = (struct cell){0};
    else if (n > 0)
        reader->cell = (struct cell){reader->at - 1, CODE_POINT_PLAIN, 0};
    return n;
}

static void update_cell(struct cell *cell, const struct safe_reader *reader,
                        size_t start, unsigned traits)
{
    switch (reader->treatment) {
    case KEEP:
        if (code_point_cells(reader->code_point) > 0)
            *cell = (struct cell){start, traits, 0};
        else
            cell->n_marks++;
        break;
    case DROP: break;
    case CIRCLE: *cell = (struct cell){start, CODE_POINT_PLAIN, 1}; break;
    case NAME:
        if (cell->n_marks == MARKS_MAX)
            break; /* the cell stays full, so further marks are named, too */
        /* fall through */
    case SPACE:
    case CARET:
    case REPLACE: *cell = (struct cell){0}; break;
    }
}

/* Reads the code point at reader->at, which must not be the end. */
static void read_code_point(struct safe_reader *reader)
{
    size_t start = reader->at;
    const char *text = reader->text + start;
    size_t n = utf8_decode(text, reader->n_bytes - start, &reader->code_point);
    unsigned traits = code_point_traits(reader->code_point);
    if (utf8_is_malformed(text, n, reader->code_point))
        reader->treatment = REPLACE;
    else if (traits & CODE_POINT_PLAIN)
        reader->treatment = KEEP;
    else if (reader->in_file)
        reader->treatment =
            treat_in_file(reader->code_point, traits, &reader->cell);
    else
        reader->treatment = treat(reader->code_point, traits, &reader->cell);
    reader->at += n;
    update_cell(&reader->cell, reader, start, traits);
}

static bool has(const struct charset *charset, uint32_t code_point)
{
    return !charset || charset_has(charset, code_point);
}

/* Reads up to and including the next code point that is not kept. Returns its
 * start, or the length of the text if there is none. */
static size_t skip_kept(struct safe_reader *reader,
                        const struct charset *charset)
{
    while (reader->at < reader->n_bytes) {
        if (read_ascii(reader))
            continue;
        size_t start = reader->at;
        read_code_point(reader);
        if (reader->treatment != KEEP || !has(charset, reader->code_point))
            return start;
    }
    return reader->n_bytes;
}

size_t safe_prefix(const char *text, size_t n_bytes,
                   const struct charset *charset)
{
    struct safe_reader reader = {.text = text, .n_bytes = n_bytes};
    size_t start = skip_kept(&reader, charset);
    /* A mark belongs to the cell of the code point before it. */
    return start < n_bytes && reader.cell.traits ? reader.cell.start : start;
}

static void add(struct buf *out, uint32_t code_point,
                const struct charset *charset)
{
    if (has(charset, code_point))
        buf_add_code_point(out, code_point);
    else
        charset_transliterate(charset, code_point, out);
}

static void add_treated(const struct safe_reader *reader,
                        const struct charset *charset, struct buf *out)
{
    uint32_t code_point = reader->code_point;
    switch (reader->treatment) {
    case DROP: break;
    case SPACE: buf_add_char(out, ' '); break;
    case CARET: buf_printf(out, "^%c", (char)(code_point ^ 0x40)); break;
    case REPLACE: add(out, UTF8_REPLACEMENT, charset); break;
    case NAME: buf_printf(out, "<U+%04X>", (unsigned)code_point); break;
    case CIRCLE: add(out, DOTTED_CIRCLE, charset); /* fall through */
    case KEEP: add(out, code_point, charset); break;
    }
}

static void add_safe(struct safe_reader *reader, const struct charset *charset,
                     struct buf *out)
{
    size_t kept = 0; /* everything before is already in out */
    size_t start;
    while ((start = skip_kept(reader, charset)) < reader->n_bytes) {
        buf_add_n(out, reader->text + kept, start - kept);
        add_treated(reader, charset, out);
        kept = reader->at;
    }
    buf_add_n(out, reader->text + kept, reader->n_bytes - kept);
}

void safe_text(const char *text, size_t n_bytes, const struct charset *charset,
               struct buf *out)
{
    struct safe_reader reader = {.text = text, .n_bytes = n_bytes};
    add_safe(&reader, charset, out);
}

void safe_text_in_file(const char *text, size_t n_bytes, struct buf *out)
{
    struct safe_reader reader = {
        .text = text, .n_bytes = n_bytes, .in_file = true};
    add_safe(&reader, NULL, out);
}

char *safe_string(const char *text, const struct charset *charset)
{
    struct buf out;
    buf_init(&out);
    safe_text(text, strlen(text), charset, &out);
    return buf_steal(&out);
}
