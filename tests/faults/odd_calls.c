/* Preloaded, makes system calls behave in ways that are allowed but rare.
 * ODD_CALLS is "short" (reads and writes transfer only a part, or are
 * interrupted), "clock" (the time jumps back an hour at each call), or
 * "shrink", "grow" or "vanish" (this happens to ODD_FILE just before it is
 * first read). */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#define EVERY 7 /* one call in this many is interrupted */

static atomic_uint n_calls;
static atomic_long hours;

/* The C library's own function. ISO C has no cast from this to a pointer to a
 * function; POSIX has the one that is used below. */
static void *next(const char *name)
{
    return dlsym(RTLD_NEXT, name);
}

static bool is_odd(const char *kind)
{
    const char *kinds = getenv("ODD_CALLS");
    return kinds && !strcmp(kinds, kind);
}

/* ---- a part of what was given ---- */

/* Tells whether to interrupt a call; if not, *n is reduced. */
static bool interrupts(size_t *n)
{
    if (!is_odd("short"))
        return false;
    unsigned call = ++n_calls;
    size_t most = 1 + call % 700;
    if (call % EVERY == 0) {
        errno = EINTR;
        return true;
    }
    if (*n > most)
        *n = most;
    return false;
}

static bool is_file(int fd, const char *path)
{
    struct stat open_one, named;
    return path && fstat(fd, &open_one) == 0 && stat(path, &named) == 0 &&
           open_one.st_ino == named.st_ino && open_one.st_dev == named.st_dev;
}

static void change_file(int fd)
{
    static atomic_bool is_done;
    const char *path = getenv("ODD_FILE");
    if (is_done || !is_file(fd, path))
        return;
    is_done = true;
    int error = errno;
    if (is_odd("shrink") && truncate(path, 10) != 0)
        abort();
    if (is_odd("vanish"))
        unlink(path);
    int more = is_odd("grow") ? open(path, O_WRONLY | O_APPEND) : -1;
    if (more >= 0) {
        ssize_t (*write_all)(int, const void *, size_t);
        *(void **)&write_all = next("write");
        for (int i = 0; i < 20000; i++)
            write_all(more, "\n\nMore of it.", 13);
        close(more);
    }
    errno = error;
}

ssize_t read(int fd, void *out, size_t n)
{
    static ssize_t (*real)(int, void *, size_t);
    if (!real)
        *(void **)&real = next("read");
    change_file(fd);
    return interrupts(&n) ? -1 : real(fd, out, n);
}

ssize_t write(int fd, const void *bytes, size_t n)
{
    static ssize_t (*real)(int, const void *, size_t);
    if (!real)
        *(void **)&real = next("write");
    return interrupts(&n) ? -1 : real(fd, bytes, n);
}

ssize_t pread64(int fd, void *out, size_t n, off64_t at)
{
    static ssize_t (*real)(int, void *, size_t, off64_t);
    if (!real)
        *(void **)&real = next("pread64");
    return interrupts(&n) ? -1 : real(fd, out, n, at);
}

ssize_t pwrite64(int fd, const void *bytes, size_t n, off64_t at)
{
    static ssize_t (*real)(int, const void *, size_t, off64_t);
    if (!real)
        *(void **)&real = next("pwrite64");
    return interrupts(&n) ? -1 : real(fd, bytes, n, at);
}

/* ---- time ---- */

int clock_gettime(clockid_t clock, struct timespec *at)
{
    static int (*real)(clockid_t, struct timespec *);
    if (!real)
        *(void **)&real = next("clock_gettime");
    int result = real(clock, at);
    if (clock == CLOCK_REALTIME && is_odd("clock"))
        at->tv_sec -= 3600 * ++hours;
    return result;
}

time_t time(time_t *out)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (out)
        *out = now.tv_sec;
    return now.tv_sec;
}

int gettimeofday(struct timeval *restrict out, void *restrict zone)
{
    struct timespec now;
    (void)zone;
    clock_gettime(CLOCK_REALTIME, &now);
    *out =
        (struct timeval){.tv_sec = now.tv_sec, .tv_usec = now.tv_nsec / 1000};
    return 0;
}
