/* Signals become flags and a byte in a pipe. Handlers do nothing else, except
 * restore the terminal when it is stalled, or when the program is ended. */
#ifndef MEDFAQ_UI_SIGNALS_H
#define MEDFAQ_UI_SIGNALS_H

#include <stdbool.h>
#include <termios.h>

#include "base/error.h"

struct signals_seen {
    int leave; /* the number of INT, QUIT, TERM or HUP; 0: none */
    bool suspend, resumed, resized;
};

/* Handles INT QUIT TERM HUP TSTP TTIN TTOU CONT WINCH, and restores the
 * terminal before any other signal ends the program. Called before newterm,
 * which would take some over. The rescue restores saved on tty_fd. */
bool signals_open(int tty_fd, const struct termios *saved, struct error *err);
void signals_close(void);

/* A descriptor that becomes readable when a signal comes. */
int signals_fd(void);

/* The signals since the last call. */
struct signals_seen signals_take(void);

/* Whether a signal to leave has come and was not forgotten. */
bool signals_leaving(void);

/* Adds a control sequence that the rescue writes; beyond 127 bytes in all it is
 * left out. */
void signals_rescue_text(const char *text);

/* Restores the terminal unless another program has it. Needs no memory, and is
 * called when the program exits before signals_close. */
void signals_rescue(void);

/* Starts a deadline of a second, after which the rescue ends the program. For
 * leaving while the terminal may be stalled. */
void signals_deadline(void);

/* Stops this program as ^Z does by default, and returns when it goes on. */
void signals_suspend(void);

/* While another program has the terminal, ^C is for that program alone and ^Z
 * stops both. */
void signals_give(void);
void signals_take_back(void);

/* Restores all signals in a child before exec. */
void signals_reset_child(void);

#endif
