/* Keys, and what they are called. */
#ifndef MEDFAQ_UI_KEY_H
#define MEDFAQ_UI_KEY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

/* A key is a code point, or KEY_SPECIAL | one of curses' KEY_ numbers. Enter
 * is '\n' and Backspace is curses' own, whatever the terminal sends. */
#define KEY_SPECIAL 0x200000u

enum pointer {
    POINTER_NONE,
    POINTER_CLICK,
    POINTER_WHEEL_UP,
    POINTER_WHEEL_DOWN,
};

/* What came in: a key, something that the mouse did, or text. */
struct event {
    uint32_t key;
    const char *pasted; /* one line, until the next event; NULL: no text */
    enum pointer pointer;
    int row, col; /* of the pointer */
};

/* "j", "Space", "PgDn", "Ctrl-O", "^O", "F1", "Shift-Tab", "→"; false when it
 * is no key's name. */
bool key_parse(const char *name, uint32_t *key);

/* Appends the short name that hints and help show: "→", "^O", "Space"; with
 * ascii, "Right". */
void key_add_name(uint32_t key, bool ascii, struct buf *out);

#endif
