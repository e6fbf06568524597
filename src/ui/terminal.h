/* The terminal: taken, and given back as it was. [ncursesw] */
#ifndef MEDFAQ_UI_TERMINAL_H
#define MEDFAQ_UI_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <wchar.h>

#include "base/buf.h"
#include "base/error.h"
#include "ui/key.h"

struct screen;

struct terminal {
    FILE *in, *out;
    void *screen;    /* SCREEN of curses; NULL: not open */
    bool own_in;     /* in was opened here and is closed here */
    bool mouse;      /* is switched on */
    bool is_linux;   /* the Linux console: few glyphs, no clipboard */
    bool colors;     /* has colours, and NO_COLOR is not set */
    bool has_frames; /* is told where a frame begins and ends */
    bool pasting;    /* inside a bracketed paste */
    struct buf pasted;
    mbstate_t partial; /* of a character whose bytes have not all come */
};

/* Takes the terminal; keys are read from /dev/tty if standard input is not a
 * terminal. False with err, and nothing written, if it cannot show a screen. */
bool terminal_open(struct terminal *terminal, struct error *err);
/* Restores the terminal. May be called twice. */
void terminal_close(struct terminal *terminal);

/* Give the terminal to another program, or to the shell during a stop, and take
 * it back. */
void terminal_leave(struct terminal *terminal);
void terminal_return(struct terminal *terminal);

/* Asks for the terminal's size and tells curses. */
void terminal_resize(struct terminal *terminal);

/* Between these calls the terminal, if it can, shows nothing new, so that
 * nobody sees half a screen. */
void terminal_begin_frame(struct terminal *terminal);
void terminal_end_frame(struct terminal *terminal);

void terminal_set_mouse(struct terminal *terminal, bool on);

/* Called by terminal_open and terminal_close. */
void terminal_input_init(struct terminal *terminal);
void terminal_input_finish(struct terminal *terminal);

/* The next event, without waiting; false if there is none. */
bool terminal_read(struct terminal *terminal, struct event *event);
/* A descriptor to poll. */
int terminal_fd(const struct terminal *terminal);
/* Whether the terminal was closed or its input ended. revents is from poll; ask
 * before reading, because such a terminal stays readable for ever. */
bool terminal_is_gone(const struct terminal *terminal, short revents);

/* Copies text to the clipboard by OSC 52. False with err if the terminal
 * cannot, or if the text is too long; success cannot be known. */
bool terminal_copy(struct terminal *terminal, const char *text, size_t n_bytes,
                   struct error *err);

#endif
