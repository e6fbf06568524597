/* Keys and their names. */
#ifndef MEDFAQ_UI_KEY_H
#define MEDFAQ_UI_KEY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

/* A key is a code point, or KEY_SPECIAL | a KEY_ number of curses. Enter is
 * always '\n' and Backspace always KEY_BACKSPACE, whatever the terminal
 * sends. */
#define KEY_SPECIAL 0x200000u

enum pointer {
    POINTER_NONE,
    POINTER_CLICK,
    POINTER_WHEEL_UP,
    POINTER_WHEEL_DOWN,
};

/* A key, an action of the mouse, or pasted text. */
struct event {
    uint32_t key;
    const char *pasted; /* one line, valid until the next event; NULL: none */
    enum pointer pointer;
    int row, col; /* of the pointer */
};

/* Parses "j", "Space", "PgDn", "Ctrl-O", "^O", "F1", "Shift-Tab", "→"; false if
 * it is not the name of a key. */
bool key_parse(const char *name, uint32_t *key);

/* Appends the short name for hints and help: "→", "^O", "Space"; with ascii
 * "Right". */
void key_add_name(uint32_t key, bool ascii, struct buf *out);

#endif
