/* The names of keys, for configuration, hints and help. */
#include "ui/key.h"

#include <curses.h>
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/i18n.h"
#include "base/strs.h"
#include "base/utf8.h"

#define FUNCTION_MAX 24

/* shown appears in hints, ascii where shown cannot be displayed; also is
 * accepted as a name too. */
static const struct key_row {
    uint32_t key;
    const char *shown, *ascii, *also;
} names[] = {
    {' ', "Space", "Space", NULL},
    {'\n', "Enter", "Enter", "Return"},
    {'\t', "Tab", "Tab", NULL},
    {27, "Esc", "Esc", "Escape"},
    {KEY_SPECIAL | KEY_BTAB, "Shift-Tab", "Shift-Tab", "S-Tab"},
    {KEY_SPECIAL | KEY_BACKSPACE, "Backspace", "Backspace", "BS"},
    {KEY_SPECIAL | KEY_DC, "Delete", "Delete", "Del"},
    {KEY_SPECIAL | KEY_IC, "Insert", "Insert", "Ins"},
    {KEY_SPECIAL | KEY_UP, "↑", "Up", NULL},
    {KEY_SPECIAL | KEY_DOWN, "↓", "Down", NULL},
    {KEY_SPECIAL | KEY_LEFT, "←", "Left", NULL},
    {KEY_SPECIAL | KEY_RIGHT, "→", "Right", NULL},
    {KEY_SPECIAL | KEY_PPAGE, "PgUp", "PgUp", "PageUp"},
    {KEY_SPECIAL | KEY_NPAGE, "PgDn", "PgDn", "PageDown"},
    {KEY_SPECIAL | KEY_HOME, "Home", "Home", NULL},
    {KEY_SPECIAL | KEY_END, "End", "End", NULL},
};

static bool parse_control(const char *name, uint32_t *key)
{
    static const char *const prefixes[] = {"^", "Ctrl-", "C-"};
    for (size_t i = 0; i < sizeof(prefixes) / sizeof *prefixes; i++) {
        size_t n = strlen(prefixes[i]);
        if (ascii_ncasecmp(name, prefixes[i], n) != 0)
            continue;
        unsigned char c = (unsigned char)name[n];
        if (c >= 'a' && c <= 'z')
            c = (unsigned char)(c - 'a' + 'A');
        if (c < '@' || c > '_' || name[n + 1])
            continue;
        *key = c & 0x1fu;
        return true;
    }
    return false;
}

static bool parse_function(const char *name, uint32_t *key)
{
    char *end;
    if ((name[0] != 'F' && name[0] != 'f') || !name[1])
        return false;
    long n = strtol(name + 1, &end, 10);
    if (*end || n < 1 || n > FUNCTION_MAX)
        return false;
    *key = KEY_SPECIAL | (uint32_t)KEY_F(n);
    return true;
}

static bool parse_one_character(const char *name, uint32_t *key)
{
    size_t n_bytes = strlen(name);
    uint32_t code_point;
    if (!n_bytes || utf8_decode(name, n_bytes, &code_point) != n_bytes ||
        code_point <= ' ' || code_point == 0x7f ||
        code_point == UTF8_REPLACEMENT)
        return false;
    *key = code_point;
    return true;
}

/* Most names differ in their first letter, and each start of the program looks
 * up twenty. */
static bool is_called(const char *name, const char *other)
{
    return other && (name[0] | 0x20) == (other[0] | 0x20) &&
           ascii_casecmp(name, other) == 0;
}

bool key_parse(const char *name, uint32_t *key)
{
    if (name[0] && !name[1])
        return parse_one_character(name, key);
    for (size_t i = 0; i < sizeof(names) / sizeof *names; i++) {
        const struct key_row *row = &names[i];
        if (is_called(name, row->shown) || is_called(name, row->ascii) ||
            is_called(name, row->also)) {
            *key = row->key;
            return true;
        }
    }
    return parse_one_character(name, key) || parse_control(name, key) ||
           parse_function(name, key);
}

void key_add_name(uint32_t key, bool ascii, struct buf *out)
{
    for (size_t i = 0; i < sizeof(names) / sizeof *names; i++)
        if (names[i].key == key) {
            buf_add(out, ascii ? names[i].ascii : names[i].shown);
            return;
        }
    uint32_t function = (key & ~KEY_SPECIAL) - KEY_F0;
    if (key & KEY_SPECIAL && function <= FUNCTION_MAX)
        buf_printf(out, "F%u", (unsigned)function);
    else if (key & KEY_SPECIAL)
        buf_add(out, _("this key"));
    else if (key < ' ')
        buf_printf(out, "^%c", (char)(key + '@'));
    else
        buf_add_code_point(out, key);
}
