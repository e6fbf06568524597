/* Signal flags, the self-pipe, and the rescue from a stalled terminal. */
#include "ui/signals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"

/* Handlers get nothing but a number, so what they need is global. */
static volatile sig_atomic_t leave, suspend, resumed, resized;
static int pipe_fds[2] = {-1, -1};
static int rescue_fd = -1;
static struct termios rescue_modes;
static char rescue_text[128];

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

/* Every call here is async-signal-safe. */
static void on_alarm(int number)
{
    (void)number;
    tcflush(rescue_fd, TCOFLUSH);
    fcntl(rescue_fd, F_SETFL, fcntl(rescue_fd, F_GETFL) | O_NONBLOCK);
    ssize_t n = write(rescue_fd, rescue_text, strlen(rescue_text));
    (void)n;
    fcntl(rescue_fd, F_SETFL, fcntl(rescue_fd, F_GETFL) & ~O_NONBLOCK);
    tcsetattr(rescue_fd, TCSANOW, &rescue_modes);
    _exit(128 + (leave ? leave : SIGTERM));
}

#define N_HANDLED 9

static const struct {
    int number;
    void (*handler)(int number);
} handled[N_HANDLED] = {
    {SIGINT, on_leave},     {SIGQUIT, on_leave},   {SIGTERM, on_leave},
    {SIGHUP, on_leave},     {SIGTSTP, on_suspend}, {SIGCONT, on_resumed},
    {SIGWINCH, on_resized}, {SIGALRM, on_alarm},   {SIGPIPE, SIG_IGN},
};

static struct sigaction before[N_HANDLED];

static void handle(int number, void (*handler)(int))
{
    struct sigaction action = {.sa_handler = handler};
    sigemptyset(&action.sa_mask);
    sigaction(number, &action, NULL);
}

bool signals_open(int tty_fd, const struct termios *saved, struct error *err)
{
    if (pipe2(pipe_fds, O_CLOEXEC | O_NONBLOCK) < 0)
        return error_set(err, _("cannot make a pipe: %s"), strerror(errno));
    rescue_fd = tty_fd;
    rescue_modes = *saved;
    rescue_text[0] = '\0';
    leave = suspend = resumed = resized = 0;
    for (size_t i = 0; i < N_HANDLED; i++) {
        sigaction(handled[i].number, NULL, &before[i]);
        handle(handled[i].number, handled[i].handler);
    }
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
    handle(SIGINT, SIG_IGN);
    handle(SIGQUIT, SIG_IGN);
    handle(SIGTSTP, SIG_DFL);
}

void signals_take_back(void)
{
    handle(SIGINT, on_leave);
    handle(SIGQUIT, on_leave);
    handle(SIGTSTP, on_suspend);
    resumed = 0;
}

void signals_reset_child(void)
{
    for (size_t i = 0; i < N_HANDLED; i++)
        sigaction(handled[i].number, &before[i], NULL);
}
