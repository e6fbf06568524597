/* Two programs measured in turn in a pseudo-terminal: what each takes until
 * its screen stands still. */
#ifndef MEDFAQ_TESTS_PAIR_H
#define MEDFAQ_TESTS_PAIR_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* A program that is running on a terminal of 24 x 80. */
struct run {
    pid_t pid;
    int fd;
};

struct cost {
    double milliseconds; /* from the cause to the last byte it brought */
    size_t n_bytes;      /* that were written to the terminal */
};

/* Starts a program (argv ends in NULL) and waits until it has been silent for
 * quiet_ms after its first output. */
struct cost run_start(struct run *run, const char *const *argv, int quiet_ms);
/* Sends keys, and waits in the same way. */
struct cost run_send(struct run *run, const char *keys, int quiet_ms);
/* Ends it by force. */
void run_end(struct run *run);

struct series {
    const char *name;
    const char *argv[5];
    const char *setup; /* keys before the measured ones; NULL: none */
    const char *keys;  /* NULL: the start is measured */
    unsigned n_times; /* that the keys are sent; the costs are means. 0: once */
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
