/* Two programs measured in turn in a pseudo-terminal. */
#include "pair.h"

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "measure.h"

/* A program that says nothing for so long is taken for dead. */
#define DEAD_MS 60000

static struct cost wait_quiet(struct run *run, double start, int quiet_ms)
{
    struct cost cost = {0};
    for (;;) {
        struct pollfd poll_fd = {.fd = run->fd, .events = POLLIN};
        if (poll(&poll_fd, 1, cost.n_bytes ? quiet_ms : DEAD_MS) <= 0)
            return cost;
        char bytes[65536];
        ssize_t n = read(run->fd, bytes, sizeof bytes);
        if (n <= 0)
            return cost;
        cost.n_bytes += (size_t)n;
        cost.milliseconds = now_ms() - start;
    }
}

struct cost run_start(struct run *run, const char *const *argv, int quiet_ms)
{
    struct winsize size = {.ws_row = 24, .ws_col = 80};
    double start = now_ms();
    run->pid = forkpty(&run->fd, NULL, NULL, &size);
    if (run->pid < 0) {
        perror("forkpty");
        exit(1);
    }
    if (run->pid == 0) {
        execvp(argv[0], (char *const *)argv);
        _exit(126);
    }
    return wait_quiet(run, start, quiet_ms);
}

struct cost run_send(struct run *run, const char *keys, int quiet_ms)
{
    double start = now_ms();
    if (write(run->fd, keys, strlen(keys)) < 0) {
        perror("write");
        exit(1);
    }
    return wait_quiet(run, start, quiet_ms);
}

void run_end(struct run *run)
{
    kill(run->pid, SIGKILL);
    waitpid(run->pid, NULL, 0);
    close(run->fd);
}

static bool proc_line(const struct run *run, const char *file, char *line,
                      const char *start)
{
    char path[64];
    snprintf(path, sizeof path, "/proc/%d/%s", (int)run->pid, file);
    FILE *in = fopen(path, "r");
    bool found = false;
    while (in && !found && fgets(line, 1024, in))
        found = strncmp(line, start, strlen(start)) == 0;
    if (in)
        fclose(in);
    return found;
}

long run_resident_kib(const struct run *run)
{
    char line[1024];
    if (!proc_line(run, "status", line, "VmRSS:"))
        return -1;
    return strtol(line + strlen("VmRSS:"), NULL, 10);
}

long run_cpu_ticks(const struct run *run)
{
    char line[1024];
    long user, system;
    if (!proc_line(run, "stat", line, ""))
        return -1;
    char *after = strrchr(line, ')');
    if (!after || sscanf(after + 1,
                         " %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u "
                         "%*u %ld %ld",
                         &user, &system) != 2)
        return -1;
    return user + system;
}

static int compare_doubles(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

double median(double *values, size_t n)
{
    qsort(values, n, sizeof *values, compare_doubles);
    return n % 2 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
}

void bench_environment(void)
{
    setenv("LC_ALL", "C.UTF-8", 1);
    setenv("TERM", "xterm-256color", 1);
    setenv("XDG_CONFIG_HOME", "/nonexistent", 1);
    setenv("LESSHISTFILE", "-", 1);
    unsetenv("LESS");
    unsetenv("LESSOPEN");
}

static struct cost mean_of_keys(struct run *run, const struct series *series,
                                int quiet_ms)
{
    unsigned n = series->n_times ? series->n_times : 1;
    struct cost sum = {0};
    for (unsigned i = 0; i < n; i++) {
        struct cost cost = run_send(run, series->keys, quiet_ms);
        sum.milliseconds += cost.milliseconds / n;
        sum.n_bytes += cost.n_bytes;
    }
    sum.n_bytes /= n;
    return sum;
}

void pair_compare(const char *title, int quiet_ms, const struct series *series,
                  size_t n)
{
    double times[SERIES_MAX][PAIR_ROUNDS], ratios[SERIES_MAX][PAIR_ROUNDS];
    size_t n_bytes[SERIES_MAX] = {0};
    for (int round = 0; round < PAIR_ROUNDS; round++) {
        for (size_t i = 0; i < n; i++) {
            struct run run;
            struct cost cost = run_start(&run, series[i].argv, quiet_ms);
            if (series[i].setup)
                run_send(&run, series[i].setup, quiet_ms);
            if (series[i].keys)
                cost = mean_of_keys(&run, &series[i], quiet_ms);
            run_end(&run);
            times[i][round] = cost.milliseconds;
            n_bytes[i] = cost.n_bytes;
        }
        for (size_t i = 0; i < n; i++)
            ratios[i][round] = times[i][round] / times[n - 1][round];
    }
    printf("%s\n", title);
    for (size_t i = 0; i < n; i++)
        printf("  %-8s %8.2f ms %7zu bytes   ratio to %s %5.2f, of bytes "
               "%5.2f\n",
               series[i].name, median(times[i], PAIR_ROUNDS), n_bytes[i],
               series[n - 1].name, median(ratios[i], PAIR_ROUNDS),
               (double)n_bytes[i] / (double)n_bytes[n - 1]);
}
