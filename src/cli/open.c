/* medfaq [PATH | ARTICLE [KIND]]: the reader, or text where it cannot be. */
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/secure.h"
#include "base/strs.h"
#include "cli/command.h"
#include "cli/list.h"
#include "cli/show.h"
#include "cli/target.h"
#include "ui/ui.h"

/* Without a word, what a pipe or a file brings to standard input is meant,
 * provided that somebody sits there: a program that runs us may have left a
 * pipe open which nobody ever writes to. */
static bool input_is_meant(void)
{
    struct stat st;
    return isatty(STDOUT_FILENO) && fstat(STDIN_FILENO, &st) == 0 &&
           (S_ISFIFO(st.st_mode) || S_ISREG(st.st_mode) ||
            S_ISSOCK(st.st_mode));
}

static enum exit_code list_target(struct cli *cli, const struct target *target)
{
    struct library *library = target->type == TARGET_FOLDER
                                  ? library_open(&target->path, 1)
                                  : target_library(cli);
    list_print(cli, library);
    if (target_has_articles(cli, library))
        cli_print(cli, "%s", "");
    else
        cli_print(cli, "medfaq FOLDER reads another folder;");
    cli_print(cli, "medfaq show ARTICLE prints one, medfaq show ARTICLE KIND "
                   "one part of it;");
    cli_print(cli, "in a terminal, medfaq opens the reader; medfaq --help "
                   "tells the rest.");
    library_free(library);
    return EXIT_DONE;
}

/* Is it out of the question that the reader opens? */
static bool wants_text(void)
{
    const char *term = getenv("TERM");
    return !isatty(STDOUT_FILENO) || str_equal(term, "dumb");
}

/* Opens the reader and returns its exit status; -1 with err when it cannot be
 * opened. */
static int read_target(struct cli *cli, const struct target *target,
                       enum kind kind, struct error *err)
{
    struct ui_options options = {
        .path = target->type == TARGET_FILE ? target->path : NULL,
        .query = target->type == TARGET_WORDS ? target->path : NULL,
        .cells = options_number(&cli->options, OPTION_WIDTH),
        .linear = cli_has(cli, OPTION_LINEAR),
        .kind = kind,
        .is_private = cli_has(cli, OPTION_PRIVATE),
        .is_secure = is_secure(),
    };
    if (target->type == TARGET_FOLDER) {
        options.folders = &target->path;
        options.n_folders = 1;
    } else {
        options.folders = target_folders(cli, &options.n_folders);
    }
    if (target->type == TARGET_INPUT) {
        const struct buf *input = target_input(cli, err);
        if (!input)
            return -1;
        options.content = input->data;
        options.n_content_bytes = input->n_bytes;
    }
    return ui_run(&options, err);
}

/* Where the reader opens, words that name no article are searched, unless a
 * command was mistyped. */
static bool find(struct cli *cli, int n, char **words, struct target *target,
                 enum kind *kind)
{
    bool search = !wants_text() && !(n == 1 && target_is_near_command(*words));
    return search ? target_look(cli, n, words, target, kind)
                  : target_find(cli, n, words, target, kind);
}

enum exit_code command_open(struct cli *cli, int n, char **arguments)
{
    struct target target = {.type = TARGET_LIBRARY};
    enum kind kind = KIND_NONE;
    if (n == 0 && input_is_meant())
        target.type = TARGET_INPUT;
    if (n > 0 && !find(cli, n, arguments, &target, &kind))
        return EXIT_NOT_FOUND;
    if (!wants_text()) {
        struct error err;
        if (str_equal(cli_value(cli, OPTION_COLOR), "never"))
            setenv("NO_COLOR", "1", 1);
        int status = read_target(cli, &target, kind, &err);
        if (status >= 0)
            return (enum exit_code)status;
        cli_complain(cli, "%s; here is the text", err.message);
        if (!str_equal(cli_value(cli, OPTION_COLOR), "always"))
            cli->options.values[OPTION_COLOR] = "never";
    }
    if (target.type == TARGET_WORDS)
        return target_find(cli, n, arguments, &target, &kind) ? EXIT_DONE
                                                              : EXIT_NOT_FOUND;
    if (target.type == TARGET_LIBRARY || target.type == TARGET_FOLDER)
        return list_target(cli, &target);
    return show_target(cli, &target, kind);
}
