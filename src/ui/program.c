/* Runs other programs, with the terminal given away meanwhile: an editor, a
 * browser, a command. */
#include "ui/program.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
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
        return error_set(err, _("%s exited with status %d"), name,
                         WEXITSTATUS(status));
    if (WIFSIGNALED(status))
        return error_set(err, _("%s was killed by signal %d"), name,
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
        return error_set(err, _("No command given"));
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
    const char *text = _("Press Enter to return to medfaq. ");
    char byte = 0;
    dprintf(fileno(app->terminal.out), "\n%s", text);
    while (byte != '\n' && !signals_leaving()) {
        ssize_t n = read(terminal_fd(&app->terminal), &byte, 1);
        if (n == 0 || (n < 0 && errno != EINTR))
            break;
    }
    terminal_return(&app->terminal);
}

static bool is_executable(const char *folder, size_t n_bytes, const char *name)
{
    struct buf path;
    struct stat st;
    buf_init(&path);
    buf_add_n(&path, folder, n_bytes);
    buf_printf(&path, "%s%s", n_bytes ? "/" : "", name);
    bool is_one = stat(path.data, &st) == 0 && S_ISREG(st.st_mode) &&
                  access(path.data, X_OK) == 0;
    buf_finish(&path);
    return is_one;
}

/* Whether execvp would find a program. */
static bool program_exists(const char *name)
{
    const char *path = getenv("PATH");
    if (strchr(name, '/'))
        return is_executable("", 0, name);
    while (path && *path) {
        size_t n_bytes = strcspn(path, ":");
        if (n_bytes && is_executable(path, n_bytes, name))
            return true;
        path += n_bytes + (path[n_bytes] == ':');
    }
    return false;
}

/* The words of the first entry of $BROWSER, a list with colons, that is
 * installed; else xdg-open; none if that is not there either. */
static void find_opener(struct strs *out)
{
    const char *list = getenv("BROWSER");
    while (list && *list && !out->n) {
        size_t n_bytes = strcspn(list, ":");
        char *entry = mem_strndup(list, n_bytes);
        program_words(entry, out);
        if (out->n && !program_exists(out->items[0]))
            strs_finish(out);
        free(entry);
        list += n_bytes + (list[n_bytes] == ':');
    }
    if (!out->n && program_exists("xdg-open"))
        strs_add(out, "xdg-open");
}

/* Appends a word with the target in place of "%s"; true if there was one. */
static bool add_opener_word(struct strs *words, const char *word,
                            const char *target)
{
    const char *place = strstr(word, "%s");
    struct buf text;
    buf_init(&text);
    buf_add_n(&text, word, place ? (size_t)(place - word) : strlen(word));
    if (place)
        buf_printf(&text, "%s%s", target, place + 2);
    strs_add(words, text.data);
    buf_finish(&text);
    return place != NULL;
}

/* Only web addresses and absolute paths: neither looks like an option, and
 * nothing that starts something else is passed on. */
static bool can_open(const char *target)
{
    return str_starts(target, "https://") || str_starts(target, "http://") ||
           target[0] == '/';
}

void opener_words(const char *target, struct strs *words)
{
    struct strs opener;
    bool placed = false;
    strs_init(&opener);
    if (can_open(target))
        find_opener(&opener);
    for (size_t i = 0; i < opener.n; i++)
        placed = add_opener_word(words, opener.items[i], target) || placed;
    if (words->n && !placed)
        strs_add(words, target);
    strs_finish(&opener);
}

bool opener_run(struct app *app, const char *target, struct error *err)
{
    struct strs words;
    strs_init(&words);
    opener_words(target, &words);
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
