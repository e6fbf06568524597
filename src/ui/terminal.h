/* The terminal, taken and given back. [ncursesw] */
#ifndef MEDFAQ_UI_TERMINAL_H
#define MEDFAQ_UI_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/buf.h"
#include "base/error.h"
#include "ui/key.h"

struct screen;

struct terminal {
    FILE *in, *out;
    void *screen;  /* SCREEN of curses; NULL: not open */
    bool own_in;   /* in was opened here and is closed here */
    bool mouse;    /* is on */
    bool is_linux; /* the Linux console: few glyphs, no clipboard */
    bool colors;   /* has them, and NO_COLOR does not forbid */
    bool pasting;  /* the end of what is pasted has not come yet */
    struct buf pasted;
};

/* Takes the terminal; /dev/tty is read when standard input is none. False,
 * with the reason and nothing written, when it cannot show a screen. */
bool terminal_open(struct terminal *terminal, struct error *err);
/* Gives it back as it was found. Safe to call twice. */
void terminal_close(struct terminal *terminal);

/* For another program, or a stop: gives it back for a while. */
void terminal_leave(struct terminal *terminal);
void terminal_return(struct terminal *terminal);

/* Asks the terminal how large it is and tells curses. */
void terminal_resize(struct terminal *terminal);

void terminal_set_mouse(struct terminal *terminal, bool on);

/* Called by terminal_open and terminal_close. */
void terminal_input_init(struct terminal *terminal);
void terminal_input_finish(struct terminal *terminal);

/* The next event that is there, without waiting; false when there is none. */
bool terminal_read(struct terminal *terminal, struct event *event);
/* To be polled. */
int terminal_fd(const struct terminal *terminal);
/* Was it closed, or did its input end? revents is what poll said; before
 * anything is read, since such a terminal is readable for ever. */
bool terminal_is_gone(const struct terminal *terminal, short revents);

/* Puts text on the clipboard by OSC 52. False with the reason when this
 * terminal cannot or the text is too long; that it worked cannot be known. */
bool terminal_copy(struct terminal *terminal, const char *text, size_t n_bytes,
                   struct error *err);

#endif
