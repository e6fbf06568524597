/* Preloaded, makes an allocation of a program fail: FAILING_MALLOC=N is the
 * Nth, N+ the Nth and all later ones. At the first of them, the name of the
 * library or program that called is written to the file named by
 * FAILING_MALLOC_REPORT: a sweep ends when no file is written. */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void *(*next_malloc)(size_t);
static void *(*next_calloc)(size_t, size_t);
static void *(*next_realloc)(void *, size_t);
static int (*next_posix_memalign)(void **, size_t, size_t);

static long failing;
static bool and_later;
static atomic_long n_asked;

/* For allocations of dlsym while the functions are looked up; never freed. */
static _Alignas(16) char early[4096];
static size_t n_early;

static void *allocate_early(size_t n_bytes)
{
    void *memory = early + n_early;
    n_early += (n_bytes + 15) & ~(size_t)15;
    return n_early <= sizeof early ? memory : NULL;
}

static void find(const char *name, void *function)
{
    *(void **)function = dlsym(RTLD_NEXT, name);
}

static void find_functions(void)
{
    static bool is_finding;
    if (is_finding)
        return;
    is_finding = true;
    find("calloc", &next_calloc);
    find("realloc", &next_realloc);
    find("posix_memalign", &next_posix_memalign);
    find("malloc", &next_malloc);
}

__attribute__((constructor)) static void start(void)
{
    const char *number = getenv("FAILING_MALLOC");
    find_functions();
    failing = number ? atol(number) : 0;
    and_later = number && strchr(number, '+');
    n_asked = 0;
}

static void report(void *caller)
{
    Dl_info info;
    const char *path = getenv("FAILING_MALLOC_REPORT");
    int fd = path ? open(path, O_WRONLY | O_CREAT | O_APPEND, 0600) : -1;
    if (fd < 0)
        return;
    const char *name = dladdr(caller, &info) ? info.dli_fname : "?";
    if (write(fd, name, strlen(name)) < 0)
        abort();
    close(fd);
}

/* Tells whether to fail an allocation that is called from the address
 * caller. */
static bool fails(void *caller)
{
    if (!failing)
        return false;
    long n = ++n_asked;
    if (n == failing)
        report(caller);
    if (n != failing && !(and_later && n > failing))
        return false;
    errno = ENOMEM;
    return true;
}

void *malloc(size_t n_bytes)
{
    if (!next_malloc)
        find_functions();
    if (!next_malloc)
        return allocate_early(n_bytes);
    return fails(__builtin_return_address(0)) ? NULL : next_malloc(n_bytes);
}

void *calloc(size_t n, size_t n_bytes)
{
    if (!next_malloc)
        find_functions();
    if (!next_malloc)
        return allocate_early(n * n_bytes);
    return fails(__builtin_return_address(0)) ? NULL : next_calloc(n, n_bytes);
}

void *realloc(void *memory, size_t n_bytes)
{
    if (!next_malloc)
        find_functions();
    return fails(__builtin_return_address(0)) ? NULL
                                              : next_realloc(memory, n_bytes);
}

int posix_memalign(void **memory, size_t alignment, size_t n_bytes)
{
    if (!next_malloc)
        find_functions();
    return fails(__builtin_return_address(0))
               ? ENOMEM
               : next_posix_memalign(memory, alignment, n_bytes);
}

void *aligned_alloc(size_t alignment, size_t n_bytes)
{
    void *memory = NULL;
    int error = posix_memalign(&memory, alignment, n_bytes);
    errno = error ? error : errno;
    return memory;
}
