/* Runs other programs, with the terminal given away meanwhile: an editor, a
 * browser, a command. */
#include "ui/program.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "ui/app.h"
#include "ui/signals.h"

void program_words(const char *command, struct strs *out)
{
    char *copy = mem_strdup(command), *rest = copy, *word;
    while ((word = strsep(&rest, " \t")))
        if (*word)
            strs_add(out, word);
    free(copy);
}

/* Calls only what is safe between fork and exec in a threaded program. */
static void exec_child(char *const *argv, int input_fd)
{
    signals_reset_child();
    if (input_fd >= 0)
        dup2(input_fd, STDIN_FILENO);
    execvp(argv[0], argv);
    _exit(127);
}

static bool wait_child(pid_t child, const char *name, struct error *err)
{
    int status;
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            return error_set(err, "%s: %s", name, strerror(errno));
    if (WIFEXITED(status) && WEXITSTATUS(status) == 127)
        return error_set(err, _("%s: not found"), name);
    if (WIFEXITED(status) && WEXITSTATUS(status) != 0)
        return error_set(err, _("%s ended with status %d"), name,
                         WEXITSTATUS(status));
    if (WIFSIGNALED(status))
        return error_set(err, _("%s was ended by signal %d"), name,
                         WTERMSIG(status));
    return true;
}

static bool start(const struct strs *words, const char *input, size_t n_bytes,
                  struct error *err)
{
    int fds[2] = {-1, -1};
    if (input && pipe2(fds, O_CLOEXEC) < 0)
        return error_set(err, _("cannot make a pipe: %s"), strerror(errno));
    char **argv = mem_calloc(words->n + 1, sizeof *argv);
    for (size_t i = 0; i < words->n; i++)
        argv[i] = words->items[i];
    pid_t child = fork();
    if (child == 0)
        exec_child(argv, fds[0]);
    free(argv);
    if (fds[0] >= 0)
        close(fds[0]);
    /* SIGPIPE is ignored: a program that stops reading, such as head, is not an
     * error. */
    if (child > 0 && input)
        file_write_fd(fds[1], input, n_bytes);
    if (fds[1] >= 0)
        close(fds[1]);
    if (child < 0)
        return error_set(err, _("cannot start %s: %s"), words->items[0],
                         strerror(errno));
    return wait_child(child, words->items[0], err);
}

bool program_run(struct app *app, const struct strs *words, const char *input,
                 size_t n_bytes, struct error *err)
{
    if (!words->n)
        return error_set(err, _("no program is named"));
    terminal_leave(&app->terminal);
    signals_give();
    bool done = start(words, input, n_bytes, err);
    signals_take_back();
    if (!input)
        terminal_return(&app->terminal);
    return done;
}

/* Resizes and stops are no reason to take the output away unread. */
void program_pause(struct app *app)
{
    const char *text = _("Press Enter to go back to medfaq. ");
    char byte = 0;
    dprintf(fileno(app->terminal.out), "\n%s", text);
    while (byte != '\n' && !signals_leaving()) {
        ssize_t n = read(terminal_fd(&app->terminal), &byte, 1);
        if (n == 0 || (n < 0 && errno != EINTR))
            break;
    }
    terminal_return(&app->terminal);
}

/* $BROWSER may be a list with colons; the first counts. */
static void browser_words(const char *url, struct strs *words)
{
    const char *browser = getenv("BROWSER");
    size_t n_bytes = browser ? strcspn(browser, ":") : 0;
    char *first = mem_strndup(browser ? browser : "", n_bytes);
    struct strs parts;
    bool placed = false;
    strs_init(&parts);
    program_words(first, &parts);
    for (size_t i = 0; i < parts.n; i++) {
        bool here = strcmp(parts.items[i], "%s") == 0;
        strs_add(words, here ? url : parts.items[i]);
        placed = placed || here;
    }
    if (words->n && !placed)
        strs_add(words, url);
    strs_finish(&parts);
    free(first);
}

const char *browser_name(const char *url)
{
    const char *browser = getenv("BROWSER");
    bool web = str_starts(url, "https://") || str_starts(url, "http://");
    return web && browser && *browser ? browser : NULL;
}

bool browser_run(struct app *app, const char *url, struct error *err)
{
    struct strs words;
    strs_init(&words);
    browser_words(url, &words);
    bool done = program_run(app, &words, NULL, 0, err);
    strs_finish(&words);
    return done;
}

static bool takes_line(const char *editor)
{
    static const char *const names[] = {
        "vi",  "vim",   "nvim", "vis", "nano", "emacs", "emacsclient",
        "kak", "micro", "joe",  "ne",  "mg",   "jed",   "ed"};
    const char *slash = strrchr(editor, '/');
    for (size_t i = 0; i < sizeof(names) / sizeof *names; i++)
        if (strcmp(slash ? slash + 1 : editor, names[i]) == 0)
            return true;
    return false;
}

/* A variable with only blanks is skipped, or the file would be run as a
 * program. */
static void add_editor(struct strs *words)
{
    const char *const names[] = {getenv("VISUAL"), getenv("EDITOR"), "vi"};
    for (size_t i = 0; i < sizeof(names) / sizeof *names && !words->n; i++)
        if (names[i])
            program_words(names[i], words);
}

void editor_words(const char *path, unsigned line, struct strs *words)
{
    struct buf at;
    buf_init(&at);
    add_editor(words);
    buf_printf(&at, "+%u", line);
    if (line > 1 && takes_line(words->items[0]))
        strs_add(words, at.data);
    /* A folder in front keeps a file name from looking like an option. */
    buf_clear(&at);
    buf_printf(&at, "%s%s", path[0] == '-' ? "./" : "", path);
    strs_add(words, at.data);
    buf_finish(&at);
}

bool editor_run(struct app *app, const char *path, unsigned line,
                struct error *err)
{
    struct strs words;
    strs_init(&words);
    editor_words(path, line, &words);
    bool done = program_run(app, &words, NULL, 0, err);
    strs_finish(&words);
    return done;
}
