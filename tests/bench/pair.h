/* Measures two programs alternately in a pseudo-terminal: the cost until the
 * screen is stable. */
#ifndef MEDFAQ_TESTS_PAIR_H
#define MEDFAQ_TESTS_PAIR_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* A program running in a terminal of 24 x 80. */
struct run {
    pid_t pid;
    int fd;
};

struct cost {
    double milliseconds; /* from the keys to the last byte of output */
    size_t n_bytes;      /* written to the terminal */
};

/* Starts a program (NULL ends argv) and waits until it has written nothing for
 * quiet_ms after its first output. */
struct cost run_start(struct run *run, const char *const *argv, int quiet_ms);
/* Sends keys and waits in the same way. */
struct cost run_send(struct run *run, const char *keys, int quiet_ms);
/* Kills it. */
void run_end(struct run *run);

struct series {
    const char *name;
    const char *argv[5];
    const char *setup; /* keys to send before the measured ones, or NULL */
    const char *keys;  /* NULL: measure the start */
    /* How often to send the keys, for the mean cost; 0: once. */
    unsigned n_times;
};

#define PAIR_ROUNDS 15
#define SERIES_MAX 8

/* Alternates the programs; prints each one's median and the median of its
 * ratio to the last one, round by round, and the ratio of the bytes. */
void pair_compare(const char *title, int quiet_ms, const struct series *series,
                  size_t n);

/* Resident memory in KiB, and CPU time used so far in clock ticks. */
long run_resident_kib(const struct run *run);
long run_cpu_ticks(const struct run *run);

double median(double *values, size_t n);

/* The environment that the bench programs run others in: a fixed locale and
 * terminal, no user's configuration. */
void bench_environment(void);

#endif
