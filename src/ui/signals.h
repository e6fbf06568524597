/* Signals become flags and a byte in a pipe; nothing else happens in their
 * handlers, except the rescue of a terminal that no longer takes anything. */
#ifndef MEDFAQ_UI_SIGNALS_H
#define MEDFAQ_UI_SIGNALS_H

#include <stdbool.h>
#include <termios.h>

#include "base/error.h"

struct signals_seen {
    int leave; /* the number of INT, QUIT, TERM or HUP; 0: none came */
    bool suspend, resumed, resized;
};

/* Handles INT QUIT TERM HUP TSTP CONT WINCH; before newterm, which would
 * otherwise take them. tty_fd with saved is what the rescue restores. */
bool signals_open(int tty_fd, const struct termios *saved, struct error *err);
void signals_close(void);

/* Readable when a signal came. */
int signals_fd(void);

/* What came since the last call. */
struct signals_seen signals_take(void);

/* After INT, ^C, that was answered in another way than by leaving. */
void signals_stay(void);

/* Control sequences that the rescue writes, if the terminal takes them; at
 * most 127 bytes, longer ones are left out. */
void signals_rescue_text(const char *text);

/* Within a second, or the rescue ends the program: for leaving while the
 * terminal may be stalled. */
void signals_deadline(void);

/* Stops this program as ^Z does by default, and returns when it goes on. */
void signals_suspend(void);

/* While another program has the terminal, its keys are for that program: ^C
 * does not end this one, ^Z stops both. */
void signals_give(void);
void signals_take_back(void);

/* In a child, before exec: all as it was. */
void signals_reset_child(void);

#endif
