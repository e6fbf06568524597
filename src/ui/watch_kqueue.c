/* Watches folders by kqueue, on the BSDs and macOS. */
#include "ui/watch.h"

#include <fcntl.h>
#include <sys/event.h>
#include <sys/time.h>
#include <sys/types.h>
#include <unistd.h>

/* Each folder takes a descriptor, freed only when the program ends. */
#define MAX_FOLDERS 64

void watch_open(struct watch *watch)
{
    *watch = (struct watch){.fd = kqueue()};
}

void watch_close(struct watch *watch)
{
    if (watch->fd >= 0)
        close(watch->fd);
    watch->fd = -1;
}

void watch_folder(struct watch *watch, const char *path)
{
    struct kevent event;
    if (watch->fd < 0 || watch->n_folders >= MAX_FOLDERS)
        return;
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return;
    EV_SET(&event, fd, EVFILT_VNODE, EV_ADD | EV_CLEAR,
           NOTE_WRITE | NOTE_DELETE | NOTE_RENAME, 0, 0);
    kevent(watch->fd, &event, 1, NULL, 0, NULL);
    watch->n_folders++;
}

bool watch_take(struct watch *watch)
{
    struct kevent event;
    struct timespec at_once = {0};
    bool changed = false;
    while (kevent(watch->fd, NULL, 0, &event, 1, &at_once) > 0)
        changed = true;
    return changed;
}

/* kqueue reports only that something in the folder changed. */
void watch_files(struct watch *watch, const char *path)
{
    watch_folder(watch, path);
}

/* What replaces a link is written into its folder, which is not watched. */
void watch_link(struct watch *watch, const char *path)
{
    (void)watch, (void)path;
}
