/* Reads events from the terminal: keys, mouse, pasted text. */
#include <curses.h>
#include <limits.h>
#include <poll.h>
#include <sys/ioctl.h>

#include "base/utf8.h"
#include "ui/prompt.h"
#include "ui/terminal.h"

#define ESCAPE 27
#define PASTE_MAX_BYTES (2 * PROMPT_MAX_BYTES) /* more is never needed */

/* Our own key codes, made known to curses. */
enum { KEY_PASTE_START = KEY_MAX + 1, KEY_PASTE_END };

void terminal_input_init(struct terminal *terminal)
{
    buf_init(&terminal->pasted);
    define_key("\033[200~", KEY_PASTE_START);
    define_key("\033[201~", KEY_PASTE_END);
}

void terminal_input_finish(struct terminal *terminal)
{
    buf_finish(&terminal->pasted);
}

static bool read_pointer(struct event *event)
{
    MEVENT mouse;
    if (getmouse(&mouse) != OK)
        return false;
    event->row = mouse.y;
    event->col = mouse.x;
    if (mouse.bstate & BUTTON1_PRESSED)
        event->pointer = POINTER_CLICK;
    else if (mouse.bstate & BUTTON4_PRESSED)
        event->pointer = POINTER_WHEEL_UP;
#ifdef BUTTON5_PRESSED
    else if (mouse.bstate & BUTTON5_PRESSED)
        event->pointer = POINTER_WHEEL_DOWN;
#endif
    return event->pointer != POINTER_NONE;
}

static uint32_t plain_key(wint_t key)
{
    if (key == '\r')
        return '\n';
    if (key == 0x7f || key == '\b')
        return KEY_SPECIAL | KEY_BACKSPACE;
    return key;
}

static uint32_t special_key(wint_t key)
{
    if (key == KEY_ENTER)
        return '\n';
    return KEY_SPECIAL | key;
}

/* Makes an event of a key; false if it is not one. */
static bool take_key(int type, wint_t key, struct event *event)
{
    *event = (struct event){0};
    if (type == OK) {
        event->key = plain_key(key);
        return true;
    }
    if (key == KEY_MOUSE)
        return read_pointer(event);
    event->key = special_key(key);
    return key != KEY_RESIZE && key != KEY_PASTE_END;
}

/* Collects pasted text up to its end mark, or to Esc if the mark was lost.
 * Newlines and tabs become spaces. True when the text is complete. */
static bool take_pasted(struct terminal *terminal, int type, wint_t key,
                        struct event *event)
{
    char bytes[5];
    if (type == OK && key != ESCAPE) {
        bool blank = key == '\n' || key == '\r' || key == '\t';
        bytes[utf8_encode(blank ? ' ' : key, bytes)] = '\0';
        if (terminal->pasted.n_bytes < PASTE_MAX_BYTES)
            buf_add(&terminal->pasted, bytes);
        return false;
    }
    if (type == OK || key == KEY_PASTE_END) {
        terminal->pasting = false;
        *event = (struct event){.pasted = terminal->pasted.data};
    }
    return !terminal->pasting;
}

/* Like get_wch, which drops the bytes of a character if not all have come; here
 * they are kept for the next call. Bytes that are no character are left out. */
static int next_key(struct terminal *terminal, wint_t *key)
{
    int code;
    while ((code = getch()) != ERR) {
        char byte = (char)code;
        wchar_t character = 0;
        bool began = !mbsinit(&terminal->partial);
        if (code > UCHAR_MAX) {
            terminal->partial = (mbstate_t){0};
            *key = (wint_t)code;
            return KEY_CODE_YES;
        }
        size_t taken = mbrtowc(&character, &byte, 1, &terminal->partial);
        if (taken <= 1) {
            *key = (wint_t)character;
            return OK;
        }
        if (taken == (size_t)-1) {
            terminal->partial = (mbstate_t){0};
            if (began)
                ungetch(code); /* it may begin another one */
        }
    }
    return ERR;
}

bool terminal_read(struct terminal *terminal, struct event *event)
{
    wint_t key;
    int type;
    while ((type = next_key(terminal, &key)) != ERR) {
        bool starts = type == KEY_CODE_YES && key == KEY_PASTE_START;
        if (starts)
            buf_clear(&terminal->pasted);
        else if (terminal->pasting ? take_pasted(terminal, type, key, event)
                                   : take_key(type, key, event))
            return true;
        terminal->pasting = terminal->pasting || starts;
    }
    return false;
}

int terminal_fd(const struct terminal *terminal)
{
    return fileno(terminal->in);
}

bool terminal_is_gone(const struct terminal *terminal, short revents)
{
    int n_bytes = 0;
    if (revents & (POLLHUP | POLLERR | POLLNVAL))
        return true;
    return ioctl(fileno(terminal->in), FIONREAD, &n_bytes) < 0 || n_bytes == 0;
}
