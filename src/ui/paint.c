/* Safe text as cells of curses: clusters stay whole. */
#include "ui/paint.h"

#include <curses.h>
#include <wchar.h>

#include "base/buf.h"
#include "base/code_point.h"
#include "base/grapheme.h"
#include "base/utf8.h"

#define RUN_MAX 256
#define PLAIN_MIN 8 /* bytes */

/* Of the one screen that curses has, see paint_has_joined. */
static bool has_joined;

/* Wide characters collected for one call of curses. */
struct draw_run {
    wchar_t text[RUN_MAX];
    int n;
    int row, col; /* of the first */
    int cells;    /* of all */
};

/* Most text is ASCII. As finished cells it takes curses a third of the time
 * that wide strings take. */
static void add_plain(struct area area, const char *text, int n)
{
    chtype cells[RUN_MAX];
    attr_t attributes;
    short pair;
    attr_get(&attributes, &pair, NULL);
    chtype look = attributes | COLOR_PAIR(pair);
    while (n > 0) {
        int n_now = n < RUN_MAX ? n : RUN_MAX;
        for (int i = 0; i < n_now; i++)
            cells[i] = (unsigned char)text[i] | look;
        mvaddchnstr(area.row, area.col, cells, n_now);
        area.col += n_now;
        text += n_now;
        n -= n_now;
    }
}

static void run_flush(struct draw_run *run)
{
    if (run->n)
        mvaddnwstr(run->row, run->col, run->text, run->n);
    run->col += run->cells;
    run->n = run->cells = 0;
}

/* Adds a character with its marks, n in all. In a string curses would put the
 * marks of a wide one where nobody sees them. */
static void run_add_cell(struct draw_run *run, wchar_t *text, int n, int cells)
{
    cchar_t cell;
    if (run->n + n > RUN_MAX || (cells > 1 && n > 1))
        run_flush(run);
    if (cells > 1 && n > 1) {
        text[n] = L'\0';
        setcchar(&cell, text, WA_NORMAL, 0, NULL);
        mvadd_wch(run->row, run->col, &cell);
        run->col += cells;
        return;
    }
    wmemcpy(run->text + run->n, text, (size_t)n);
    run->n += n;
    run->cells += cells;
}

/* A zero width joiner, an emoji selector, half a flag, the colour of a skin. */
static bool is_joined(uint32_t code_point)
{
    return code_point == 0x200D || code_point == 0xFE0F ||
           (code_point >= 0x1F1E6 && code_point <= 0x1F1FF) ||
           (code_point >= 0x1F3FB && code_point <= 0x1F3FF);
}

static void run_add(struct draw_run *run, const char *cluster, size_t n_bytes)
{
    wchar_t text[CCHARW_MAX + 1];
    int n = 0, cells = 0;
    for (size_t at = 0; at < n_bytes;) {
        uint32_t code_point;
        at += utf8_decode(cluster + at, n_bytes - at, &code_point);
        int more = code_point_cells(code_point);
        has_joined = has_joined || is_joined(code_point);
        if (n && more > 0) {
            run_add_cell(run, text, n, cells);
            n = cells = 0;
        }
        cells += more > 0 ? more : 0;
        if (n < CCHARW_MAX)
            text[n++] = (wchar_t)code_point;
    }
    run_add_cell(run, text, n, cells);
}

/* How many bytes at the start are ASCII characters of their own. The last one
 * before other bytes is left out: those may be its accents. */
static size_t plain_prefix(const char *text, size_t n_bytes)
{
    size_t plain = utf8_ascii_prefix(text, n_bytes);
    return plain > 0 && plain < n_bytes ? plain - 1 : plain;
}

/* Draws whole clusters while they fit, up to ASCII text long enough for
 * add_plain. Returns the cells drawn and sets n_drawn to the bytes. */
static int draw_clusters(struct area area, const char *text, size_t n_bytes,
                         size_t *n_drawn)
{
    struct draw_run run = {.row = area.row, .col = area.col};
    int used = 0;
    size_t at = 0;
    while (at < n_bytes) {
        size_t length = grapheme_next(text + at, n_bytes - at);
        int cells = (int)grapheme_cells(text + at, length);
        if (used + cells > area.cols)
            break;
        run_add(&run, text + at, length);
        used += cells;
        at += length;
        if (plain_prefix(text + at, n_bytes - at) >= PLAIN_MIN)
            break;
    }
    run_flush(&run);
    *n_drawn = at;
    return used;
}

int paint_text(struct area area, const char *text, size_t n_bytes)
{
    struct area rest = area;
    for (size_t n = 1; n_bytes > 0 && n > 0 && rest.cols > 0;) {
        int used;
        n = plain_prefix(text, n_bytes);
        if (n >= PLAIN_MIN || n == n_bytes) {
            used = (int)n < rest.cols ? (int)n : rest.cols;
            add_plain(rest, text, used);
        } else {
            used = draw_clusters(rest, text, n_bytes, &n);
        }
        rest = area_right_of(rest, used);
        text += n;
        n_bytes -= n;
    }
    return area.cols - rest.cols;
}

int paint_struck(struct area area, const char *text, size_t n_bytes)
{
    struct buf struck;
    buf_init(&struck);
    for (size_t at = 0, n; at < n_bytes; at += n) {
        n = grapheme_next(text + at, n_bytes - at);
        buf_add_n(&struck, text + at, n);
        buf_add(&struck, "\xCC\xB6");
    }
    int used = paint_text(area, struck.data, struck.n_bytes);
    buf_finish(&struck);
    return used;
}

bool paint_has_joined(void)
{
    bool has = has_joined;
    has_joined = false;
    return has;
}
