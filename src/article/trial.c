/* Tries work that may never end in a child process whose CPU time the kernel
 * limits. The child does nothing else: none of its parent's signal handlers
 * runs in it, it writes nothing, and it ends with _exit. */
#include "article/trial.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/mem.h"

/* The limit in elapsed time catches a child that uses no CPU time because it
 * waits for a lock that another thread held at fork. */
#define WALL_MS_PER_CPU_MS 60

static void limit_cpu_time(unsigned milliseconds)
{
    const struct itimerval timer = {
        .it_value = {milliseconds / 1000,
                     (suseconds_t)(milliseconds % 1000) * 1000}};
    const struct rlimit seconds = {milliseconds / 1000 + 2,
                                   milliseconds / 1000 + 2};
    const struct rlimit no_core = {0, 0};
    sigset_t expiry;
#ifdef __linux__
    prctl(PR_SET_PDEATHSIG, SIGKILL); /* end with the parent */
#endif
    setrlimit(RLIMIT_CORE, &no_core);
    setrlimit(RLIMIT_CPU, &seconds);
    signal(SIGPROF, SIG_DFL);
    sigemptyset(&expiry);
    sigaddset(&expiry, SIGPROF);
    sigprocmask(SIG_UNBLOCK, &expiry, NULL);
    setitimer(ITIMER_PROF, &timer, NULL);
}

static void end_quietly(void)
{
    _exit(1);
}

static void wait_for_end(int fd, unsigned milliseconds)
{
    struct pollfd end = {.fd = fd, .events = POLLIN};
    while (poll(&end, 1, (int)milliseconds) < 0 && errno == EINTR)
        continue;
}

static bool has_passed(pid_t child)
{
    int status = 0;
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            return false;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

enum trial trial_run(void (*work)(void *context), void *context,
                     unsigned milliseconds)
{
    int fds[2];
    sigset_t all, before;
    if (pipe(fds) < 0)
        return TRIAL_REFUSED;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    pid_t child = fork();
    if (child == 0) {
        close(fds[0]);
        mem_on_exhausted(end_quietly);
        limit_cpu_time(milliseconds);
        work(context);
        _exit(0);
    }
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    close(fds[1]);
    if (child > 0)
        wait_for_end(fds[0], milliseconds * WALL_MS_PER_CPU_MS);
    close(fds[0]);
    if (child < 0)
        return TRIAL_REFUSED;
    kill(child, SIGKILL);
    return has_passed(child) ? TRIAL_PASSED : TRIAL_FAILED;
}
