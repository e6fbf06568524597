/* As much of the BSDs' <sys/event.h> as ui/watch_kqueue.c uses, so that it is
 * compiled on every system. */
#ifndef MEDFAQ_TESTS_SYS_EVENT_H
#define MEDFAQ_TESTS_SYS_EVENT_H

#include <stdint.h>
#include <time.h>

struct kevent {
    uintptr_t ident;
    short filter;
    unsigned short flags;
    unsigned int fflags;
    int64_t data;
    void *udata;
};

#define EVFILT_VNODE (-4)
#define EV_ADD 0x0001
#define EV_CLEAR 0x0020
#define NOTE_DELETE 0x0001
#define NOTE_WRITE 0x0002
#define NOTE_RENAME 0x0020

#define EV_SET(event, a, b, c, d, e, f)                                        \
    (*(event) = (struct kevent){.ident = (uintptr_t)(a),                       \
                                .filter = (b),                                 \
                                .flags = (c),                                  \
                                .fflags = (d),                                 \
                                .data = (e),                                   \
                                .udata = (void *)(uintptr_t)(f)})

int kqueue(void);
int kevent(int queue, const struct kevent *changes, int n_changes,
           struct kevent *events, int n_events, const struct timespec *timeout);

#endif
