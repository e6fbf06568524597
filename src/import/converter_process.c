/* Runs a converter: a process with limits, whose output and complaints are read
 * until it ends. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/ascii.h"
#include "base/i18n.h"
#include "base/platform.h"
#include "import/converter.h"

#define USUAL_SECONDS 120
#define USUAL_BYTES ((size_t)64 * 1024 * 1024)
#define MEMORY_BYTES ((rlim_t)3 * 1024 * 1024 * 1024)
#define COMPLAINT_BYTES 4096
#define COPY_BYTES ((size_t)64 * 1024)
#define EXIT_ABSENT 127
#define WAIT_NS 5000000 /* at most */
#define LOOK_MS 200     /* how often a silent one is looked at */

struct converter_process {
    const struct converter *converter;
    pid_t pid;
    int out, complaints; /* pipes; -1: at their end */
    int64_t deadline_ms;
    struct buf last; /* the last bytes of its complaints */
};

/* In the child, where nothing may be called that a signal's handler could not
 * call. */
static _Noreturn void become(const struct converter *converter, int in, int out,
                             int complaints)
{
    unsigned seconds = converter->seconds ? converter->seconds : USUAL_SECONDS;
    if (dup2(in, STDIN_FILENO) < 0 || dup2(out, STDOUT_FILENO) < 0 ||
        dup2(complaints, STDERR_FILENO) < 0)
        _exit(EXIT_ABSENT);
    setrlimit(RLIMIT_CPU, &(struct rlimit){seconds, seconds});
    setrlimit(RLIMIT_AS, &(struct rlimit){MEMORY_BYTES, MEMORY_BYTES});
    setrlimit(RLIMIT_FSIZE, &(struct rlimit){0, 0});
    setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
    execvp(converter->arguments[0], (char *const *)converter->arguments);
    _exit(EXIT_ABSENT);
}

static bool start(struct converter_process *process, int in, struct error *err)
{
    int out[2], complaints[2];
    if (pipe2(out, O_CLOEXEC) != 0)
        return error_set(err, "%s", strerror(errno));
    if (pipe2(complaints, O_CLOEXEC) != 0) {
        close(out[0]);
        close(out[1]);
        return error_set(err, "%s", strerror(errno));
    }
    process->pid = fork();
    if (process->pid == 0)
        become(process->converter, in, out[1], complaints[1]);
    close(out[1]);
    close(complaints[1]);
    process->out = out[0];
    process->complaints = complaints[0];
    if (process->pid > 0)
        return true;
    close(out[0]);
    close(complaints[0]);
    return error_set(err, "%s", strerror(errno));
}

/* Reads what there is; at the end the descriptor is closed. */
static void drain(int *fd, struct buf *out)
{
    char bytes[COPY_BYTES];
    ssize_t n = read(*fd, bytes, sizeof bytes);
    if (n > 0) {
        buf_add_n(out, bytes, (size_t)n);
    } else if (n == 0 || errno != EINTR) {
        close(*fd);
        *fd = -1;
    }
}

static void keep_end(struct buf *last)
{
    if (last->n_bytes <= COMPLAINT_BYTES)
        return;
    struct buf kept;
    buf_init(&kept);
    buf_add(&kept, last->data + last->n_bytes - COMPLAINT_BYTES);
    buf_finish(last);
    *last = kept;
}

static bool is_late(const struct converter_process *process, struct error *err)
{
    const struct converter *converter = process->converter;
    if (platform_now_ms() < process->deadline_ms)
        return false;
    error_set(err, _("%s was stopped because it took longer than %u seconds"),
              converter->arguments[0],
              converter->seconds ? converter->seconds : USUAL_SECONDS);
    return true;
}

/* What it has started may hold its output open when it has ended. */
static bool has_ended(const struct converter_process *process)
{
    siginfo_t info = {.si_pid = 0};
    return waitid(P_PID, (id_t)process->pid, &info,
                  WEXITED | WNOHANG | WNOWAIT) != 0 ||
           info.si_pid != 0;
}

static bool read_both(struct converter_process *process, struct buf *out,
                      struct error *err)
{
    const struct converter *converter = process->converter;
    size_t max_bytes =
        converter->max_bytes ? converter->max_bytes : USUAL_BYTES;
    size_t start = out->n_bytes;
    while (process->out >= 0 || process->complaints >= 0) {
        struct pollfd fds[] = {{.fd = process->out, .events = POLLIN},
                               {.fd = process->complaints, .events = POLLIN}};
        int64_t left_ms = process->deadline_ms - platform_now_ms();
        if (left_ms > LOOK_MS)
            left_ms = LOOK_MS;
        int n = poll(fds, 2, left_ms > 0 ? (int)left_ms : 0);
        if (is_late(process, err))
            return false;
        if (n == 0 && has_ended(process))
            return true;
        if (fds[0].revents)
            drain(&process->out, out);
        if (fds[1].revents)
            drain(&process->complaints, &process->last);
        keep_end(&process->last);
        if (out->n_bytes - start > max_bytes)
            return error_set(err,
                             _("%s was stopped because its output was "
                               "larger than %zu MB"),
                             converter->arguments[0], max_bytes >> 20);
    }
    return true;
}

/* One that has closed its output may still run. */
static bool wait_for(struct converter_process *process, int *status,
                     struct error *err)
{
    pid_t done;
    long wait_ns = 50000;
    while ((done = waitpid(process->pid, status, WNOHANG)) == 0) {
        if (is_late(process, err))
            return false;
        nanosleep(&(struct timespec){.tv_nsec = wait_ns}, NULL);
        wait_ns = wait_ns < WAIT_NS / 2 ? 2 * wait_ns : WAIT_NS;
    }
    process->pid = 0;
    return done > 0 || error_set(err, "%s", strerror(errno));
}

/* The last line that is not empty; in the buf itself. */
static const char *last_line(struct buf *complaints)
{
    while (complaints->n_bytes > 0 &&
           ascii_is_space(complaints->data[complaints->n_bytes - 1]))
        buf_truncate(complaints, complaints->n_bytes - 1);
    const char *newline = strrchr(complaints->data, '\n');
    return newline ? newline + 1 : complaints->data;
}

static bool judge(struct converter_process *process, int status,
                  struct buf *out, struct error *err)
{
    const struct converter *converter = process->converter;
    const char *program = converter->arguments[0];
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
        return true;
    if (WIFEXITED(status) && WEXITSTATUS(status) == EXIT_ABSENT)
        return error_set(err,
                         _("%s; to have %s read it, install the package %s"),
                         _(converter->what), program, converter->package);
    if (WIFSIGNALED(status))
        return error_set(err,
                         _("%s was killed by signal %d (it used too much "
                           "time or memory, or crashed)"),
                         program, WTERMSIG(status));
    if (strstr(process->last.data, "Incorrect password"))
        return error_set(err, _("protected by a password; to remove it: "
                                "qpdf --decrypt"));
    /* What pdftohtml says of a file without pages helps nobody. */
    if (strstr(process->last.data, "Wrong page range") ||
        strstr(process->last.data, "Couldn't read xref table"))
        return error_set(err, _("damaged or cut short; %s finds no pages"),
                         program);
    /* Some complain on their standard output. */
    const char *line =
        last_line(process->last.n_bytes > 0 ? &process->last : out);
    if (!line[0])
        return error_set(err, _("%s cannot read it (exit status %d)"), program,
                         WEXITSTATUS(status));
    return error_set(err, _("%s cannot read it: %.200s"), program, line);
}

static bool run(struct converter_process *process, int in, struct buf *out,
                struct error *err)
{
    int status = 0;
    if (!start(process, in, err))
        return false;
    bool good = read_both(process, out, err) && wait_for(process, &status, err);
    if (process->pid > 0) {
        kill(process->pid, SIGKILL);
        waitpid(process->pid, &status, 0);
    }
    if (process->out >= 0)
        close(process->out);
    if (process->complaints >= 0)
        close(process->complaints);
    return good && judge(process, status, out, err);
}

bool converter_run_file(const struct converter *converter, int fd,
                        struct buf *out, struct error *err)
{
    if (platform_is_secure())
        return error_set(err,
                         _("%s; no other program may run while "
                           "MEDFAQ_SECURE is set"),
                         _(converter->what));
    unsigned seconds = converter->seconds ? converter->seconds : USUAL_SECONDS;
    struct converter_process process = {.converter = converter,
                                        .out = -1,
                                        .complaints = -1,
                                        .deadline_ms = platform_now_ms() +
                                                       (int64_t)seconds * 1000};
    buf_init(&process.last);
    bool good = run(&process, fd, out, err);
    buf_finish(&process.last);
    return good;
}
