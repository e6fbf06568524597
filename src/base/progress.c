/* Draws a progress bar. */
#include "base/progress.h"

#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/platform.h"

#define BAR_CELLS 30
#define NS_PER_SECOND INT64_C(1000000000)
#define QUIET_NS (NS_PER_SECOND * 3 / 10) /* shorter runs show nothing */
#define BAR_NS (NS_PER_SECOND / 10)       /* between updates of the bar */
#define LINE_NS (NS_PER_SECOND * 10)      /* between lines of a log */

void progress_init(struct progress *progress)
{
    int64_t now_ns = platform_now_ns();
    *progress = (struct progress){
        .terminal = isatty(STDERR_FILENO),
        .start_ns = now_ns,
        .last_ns = now_ns,
    };
}

double progress_seconds(const struct progress *progress)
{
    return (double)(platform_now_ns() - progress->start_ns) /
           (double)NS_PER_SECOND;
}

bool progress_is_due(struct progress *progress)
{
    int64_t now_ns = platform_now_ns();
    if (now_ns - progress->start_ns < QUIET_NS ||
        now_ns - progress->last_ns < (progress->terminal ? BAR_NS : LINE_NS))
        return false;
    progress->last_ns = now_ns;
    return true;
}

static void write_stderr(const struct buf *text)
{
    /* Nothing can be done about a bar that cannot be drawn. */
    (void)file_write_fd(STDERR_FILENO, text->data, text->n_bytes);
}

void progress_draw(struct progress *progress, double share, const char *text)
{
    if (!progress->terminal)
        return;
    struct buf line;
    buf_init(&line);
    buf_add_char(&line, '\r');
    if (share >= 0) {
        size_t n_full = share < 1 ? (size_t)(share * BAR_CELLS) : BAR_CELLS;
        buf_add_char(&line, '[');
        buf_add_repeat(&line, "#", n_full);
        buf_add_repeat(&line, ".", BAR_CELLS - n_full);
        buf_add(&line, "] ");
    }
    buf_printf(&line, "%s\033[K", text);
    write_stderr(&line);
    buf_finish(&line);
    progress->drawn = true;
}

void progress_clear(struct progress *progress)
{
    if (progress->drawn) {
        struct buf line;
        buf_init(&line);
        buf_add(&line, "\r\033[K");
        write_stderr(&line);
        buf_finish(&line);
    }
    progress->drawn = false;
}
