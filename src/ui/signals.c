/* Signal flags, the self-pipe, and the rescue from a stalled terminal. */
#include "ui/signals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"

/* Handlers get nothing but a number, so what they need is global. */
static volatile sig_atomic_t leave, suspend, resumed, resized;
static int pipe_fds[2] = {-1, -1};
static int rescue_fd = -1;
static struct termios rescue_modes;
static char rescue_text[128];
static volatile sig_atomic_t given; /* another program has the terminal */

static void wake(void)
{
    int saved_errno = errno;
    ssize_t n = write(pipe_fds[1], "", 1);
    (void)n; /* if full, the reader is awake anyway */
    errno = saved_errno;
}

/* A terminal that nobody reads keeps the main program inside write() for ever,
 * where a flag alone would never be seen. */
static void on_leave(int number)
{
    leave = number;
    alarm(1);
    wake();
}

static void on_suspend(int number)
{
    (void)number;
    suspend = 1;
    wake();
}

static void on_resumed(int number)
{
    (void)number;
    resumed = 1;
    wake();
}

static void on_resized(int number)
{
    (void)number;
    resized = 1;
    wake();
}

/* Restores the terminal. Every call here is async-signal-safe, which endwin is
 * not. */
static void rescue(void)
{
    tcflush(rescue_fd, TCOFLUSH);
    fcntl(rescue_fd, F_SETFL, fcntl(rescue_fd, F_GETFL) | O_NONBLOCK);
    ssize_t n = write(rescue_fd, rescue_text, strlen(rescue_text));
    (void)n;
    fcntl(rescue_fd, F_SETFL, fcntl(rescue_fd, F_GETFL) & ~O_NONBLOCK);
    tcsetattr(rescue_fd, TCSANOW, &rescue_modes);
}

void signals_rescue(void)
{
    if (pipe_fds[0] >= 0 && !given)
        rescue();
}

/* ncurses exits by itself where it gets no memory. */
static void rescue_at_exit(void)
{
    static bool is_set;
    if (!is_set)
        is_set = atexit(signals_rescue) == 0;
}

static void on_alarm(int number)
{
    (void)number;
    rescue();
    _exit(128 + (leave ? leave : SIGTERM));
}

/* Sent by a person, TTIN and TTOU stop as ^Z does. The kernel sends them to a
 * program that is in the background already: there, restoring the terminal
 * would stop it again. */
static void on_background(int number, siginfo_t *info, void *context)
{
    (void)context;
    if (info->si_code == SI_USER)
        on_suspend(number);
    else
        raise(SIGSTOP);
}

static const struct {
    int number;
    void (*handler)(int number);
    void (*handler_of_sent)(int number, siginfo_t *info, void *context);
} handled[] = {
    {SIGINT, .handler = on_leave},
    {SIGQUIT, .handler = on_leave},
    {SIGTERM, .handler = on_leave},
    {SIGHUP, .handler = on_leave},
    {SIGTSTP, .handler = on_suspend},
    {SIGTTIN, .handler_of_sent = on_background},
    {SIGTTOU, .handler_of_sent = on_background},
    {SIGCONT, .handler = on_resumed},
    {SIGWINCH, .handler = on_resized},
    {SIGALRM, .handler = on_alarm},
    {SIGPIPE, .handler = SIG_IGN},
    /* what ends no program, and the limit of file sizes
     * (platform_allow_large_writes) */
    {SIGXFSZ},
    {SIGCHLD},
    {SIGURG},
    {SIGKILL},
    {SIGSTOP},
};

/* One more than the last signal of real time on any system. */
#define N_SIGNALS 129

static struct sigaction before[N_SIGNALS];
static bool is_changed[N_SIGNALS];

/* A stack that has run over cannot take its own signal. */
static char fatal_stack[16 * 1024];

/* The signal comes once more when this returns, and ends the program as it
 * would have before: by default, or with a sanitizer's report. */
static void on_fatal(int number)
{
    signals_rescue();
    sigaction(number, &before[number], NULL);
    raise(number);
}

static void handle_with_flags(int number, void (*handler)(int), int flags)
{
    struct sigaction action = {.sa_handler = handler, .sa_flags = flags};
    sigemptyset(&action.sa_mask);
    sigaction(number, &action, NULL);
}

static void handle(int number, void (*handler)(int))
{
    handle_with_flags(number, handler, 0);
}

static void handle_sent(int number, void (*handler)(int, siginfo_t *, void *))
{
    struct sigaction action = {.sa_sigaction = handler, .sa_flags = SA_SIGINFO};
    sigemptyset(&action.sa_mask);
    sigaction(number, &action, NULL);
}

/* Takes a signal over, as the table says; false if it is not there. */
static bool take_handled(int number)
{
    for (size_t i = 0; i < sizeof handled / sizeof *handled; i++) {
        if (handled[i].number != number)
            continue;
        is_changed[number] = handled[i].handler || handled[i].handler_of_sent;
        if (handled[i].handler)
            handle(number, handled[i].handler);
        else if (handled[i].handler_of_sent)
            handle_sent(number, handled[i].handler_of_sent);
        return true;
    }
    return false;
}

/* All others end the program, unless somebody chose to ignore them. */
static void take_signals(void)
{
    stack_t stack = {.ss_sp = fatal_stack, .ss_size = sizeof fatal_stack}, was;
    if (sigaltstack(NULL, &was) == 0 && was.ss_flags & SS_DISABLE)
        sigaltstack(&stack, NULL);
    for (int i = 1; i < N_SIGNALS; i++) {
        is_changed[i] = false;
        if (sigaction(i, NULL, &before[i]) != 0 || take_handled(i) ||
            before[i].sa_handler == SIG_IGN)
            continue;
        is_changed[i] = true;
        handle_with_flags(i, on_fatal, SA_ONSTACK);
    }
}

bool signals_open(int tty_fd, const struct termios *saved, struct error *err)
{
    if (pipe2(pipe_fds, O_CLOEXEC | O_NONBLOCK) < 0)
        return error_set(err, _("cannot make a pipe: %s"), strerror(errno));
    rescue_fd = tty_fd;
    rescue_modes = *saved;
    rescue_text[0] = '\0';
    leave = suspend = resumed = resized = given = 0;
    take_signals();
    rescue_at_exit();
    return true;
}

void signals_close(void)
{
    if (pipe_fds[0] < 0)
        return;
    alarm(0);
    signals_reset_child();
    for (int i = 0; i < 2; i++) {
        if (pipe_fds[i] >= 0)
            close(pipe_fds[i]);
        pipe_fds[i] = -1;
    }
}

int signals_fd(void)
{
    return pipe_fds[0];
}

struct signals_seen signals_take(void)
{
    char bytes[64];
    while (read(pipe_fds[0], bytes, sizeof bytes) > 0)
        ;
    struct signals_seen seen = {leave, suspend, resumed, resized};
    suspend = resumed = resized = 0;
    return seen;
}

bool signals_leaving(void)
{
    return leave != 0;
}

void signals_rescue_text(const char *text)
{
    if (strlen(rescue_text) + strlen(text) < sizeof rescue_text)
        strcat(rescue_text, text);
}

void signals_deadline(void)
{
    alarm(1);
}

void signals_suspend(void)
{
    handle(SIGTSTP, SIG_DFL);
    raise(SIGTSTP);
    handle(SIGTSTP, on_suspend);
    resumed = 0;
}

void signals_give(void)
{
    given = 1;
    handle(SIGINT, SIG_IGN);
    handle(SIGQUIT, SIG_IGN);
    handle(SIGTSTP, SIG_DFL);
}

void signals_take_back(void)
{
    given = 0;
    handle(SIGINT, on_leave);
    handle(SIGQUIT, on_leave);
    handle(SIGTSTP, on_suspend);
    resumed = 0;
}

void signals_reset_child(void)
{
    for (int i = 1; i < N_SIGNALS; i++)
        if (is_changed[i])
            sigaction(i, &before[i], NULL);
}
