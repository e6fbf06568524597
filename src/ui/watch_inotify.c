/* Watches folders on Linux by inotify. */
#include "ui/watch.h"

#include <stdint.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/strs.h"

/* More would not be worth their kernel memory. */
#define MAX_FOLDERS 1024

#define SELF_EVENTS (IN_MOVE_SELF | IN_DELETE_SELF)
#define FILE_EVENTS                                                            \
    (IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | SELF_EVENTS |  \
     IN_ONLYDIR | IN_MASK_ADD)

void watch_open(struct watch *watch)
{
    *watch = (struct watch){.fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC)};
}

void watch_close(struct watch *watch)
{
    if (watch->fd >= 0)
        close(watch->fd);
    watch->fd = -1;
}

static void add(struct watch *watch, const char *path, uint32_t events)
{
    if (watch->fd < 0 || watch->n_folders >= MAX_FOLDERS)
        return;
    /* A folder keeps its number; new numbers count up. */
    int number = inotify_add_watch(watch->fd, path, events);
    if (number <= watch->last_number)
        return;
    watch->last_number = number;
    watch->n_folders++;
}

void watch_files(struct watch *watch, const char *path)
{
    add(watch, path, FILE_EVENTS);
}

void watch_folder(struct watch *watch, const char *path)
{
    add(watch, path, FILE_EVENTS | IN_CREATE);
}

void watch_link(struct watch *watch, const char *path)
{
    struct stat st;
    if (lstat(path, &st) == 0 && S_ISLNK(st.st_mode))
        add(watch, path, SELF_EVENTS | IN_ATTRIB | IN_DONT_FOLLOW);
}

/* A new file is still empty, and IN_CLOSE_WRITE follows. A folder counts at
 * once. */
static bool matters(const struct inotify_event *event)
{
    if (event->mask & (IN_Q_OVERFLOW | IN_ISDIR | SELF_EVENTS))
        return true;
    if (event->mask & (IN_CREATE | IN_IGNORED) || !event->len)
        return false;
    return str_ends(event->name, ".md");
}

bool watch_take(struct watch *watch)
{
    char bytes[4096]
        __attribute__((aligned(__alignof__(struct inotify_event))));
    ssize_t n_bytes;
    bool changed = false;
    while ((n_bytes = read(watch->fd, bytes, sizeof bytes)) > 0)
        for (ssize_t at = 0; at < n_bytes;) {
            const struct inotify_event *event =
                (const struct inotify_event *)(bytes + at);
            changed = matters(event) || changed;
            if (event->mask & IN_MOVE_SELF) /* its path leads elsewhere now */
                inotify_rm_watch(watch->fd, event->wd);
            if (event->mask & IN_IGNORED)
                watch->n_folders--;
            at += (ssize_t)(sizeof *event + event->len);
        }
    return changed;
}
