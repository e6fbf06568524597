/* medfaq forget: forgets an article, the last hours, or everything. */
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/strs.h"
#include "cli/command.h"
#include "cli/find_article.h"
#include "state/forget.h"

/* Returns the seconds of a duration such as 30m, 1h, 2d or 1w, or 0 if it is
 * not one. */
static int64_t duration_seconds(const char *text)
{
    static const struct {
        char unit;
        int64_t seconds;
    } units[] = {{'m', 60}, {'h', 3600}, {'d', 86400}, {'w', 604800}};
    char *end;
    long n = strtol(text, &end, 10);
    if (end == text || n < 1 || n > 100000 || !*end || end[1])
        return 0;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (units[i].unit == *end)
            return n * units[i].seconds;
    return 0;
}

static enum exit_code fail(struct cli *cli, const struct error *err)
{
    cli_complain(cli, _("not forgotten: %s"), err->message);
    return EXIT_NOT_FOUND;
}

static enum exit_code forget_hours(struct cli *cli, struct state *state)
{
    struct error err;
    int64_t seconds = duration_seconds(cli_value(cli, OPTION_SINCE));
    if (!seconds) {
        cli_complain(cli, _("--since=%s: use a time such as 30m, 1h, 2d or 1w"),
                     cli_value(cli, OPTION_SINCE));
        return EXIT_USAGE;
    }
    if (forget_since(state, (int64_t)time(NULL) - seconds, &err))
        return EXIT_DONE;
    return fail(cli, &err);
}

/* Asks for confirmation on the terminal. Without one, --yes is required. */
static bool is_sure(struct cli *cli)
{
    char answer[16] = "";
    if (cli_has(cli, OPTION_YES))
        return true;
    if (!isatty(STDIN_FILENO) || !isatty(STDERR_FILENO)) {
        cli_complain(cli, _("forget --all: add --yes, since there is no "
                            "terminal to ask"));
        return false;
    }
    static const char *const question =
        N_("Forget all places, bookmarks, notes, marks and settings? (y/n) ");
    const char *asked = _(question);
    file_write_fd(STDERR_FILENO, asked, strlen(asked));
    ssize_t n = read(STDIN_FILENO, answer, sizeof answer - 1);
    return n > 0 && (answer[0] == 'y' || answer[0] == 'Y');
}

static enum exit_code forget_everything(struct cli *cli, struct state *state)
{
    struct error err;
    if (!is_sure(cli))
        return EXIT_NOT_FOUND;
    return forget_all(state, &err) ? EXIT_DONE : fail(cli, &err);
}

/* Looks for the name in the state first, which has the articles that were
 * opened, even those whose files no longer exist; the library has the
 * synonyms. */
static enum exit_code forget_named(struct cli *cli, struct state *state, int n,
                                   char **words)
{
    struct error err;
    struct found_article found;
    enum kind kind;
    bool known = false;
    if (n == 1 && !forget_article(state, words[0], &known, &err))
        return fail(cli, &err);
    if (known)
        return EXIT_DONE;
    if (!find_article_named(cli, n, words, &found, &kind))
        return EXIT_NOT_FOUND;
    if (found.type == FOUND_FILE &&
        !forget_article(state, found.path, &known, &err))
        return fail(cli, &err);
    return EXIT_DONE;
}

enum exit_code command_forget(struct cli *cli, int n, char **arguments)
{
    bool all = cli_has(cli, OPTION_ALL), since = cli_has(cli, OPTION_SINCE);
    if ((n > 0) + all + since != 1) {
        cli_complain(cli, _("forget: name an article, or use --since or "
                            "--all"));
        return EXIT_USAGE;
    }
    struct state *state = state_new(STATE_ON);
    enum exit_code code = all     ? forget_everything(cli, state)
                          : since ? forget_hours(cli, state)
                                  : forget_named(cli, state, n, arguments);
    state_free(state);
    return code;
}
