/* medfaq [PATH | ARTICLE [KIND]]: the reader, or text where it cannot be. */
#include <sys/stat.h>
#include <unistd.h>

#include "cli/command.h"
#include "cli/list.h"
#include "cli/show.h"
#include "cli/target.h"

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
    if (!library->n_entries)
        cli_print(cli, "No articles: name a folder, or set MEDFAQ_PATH.");
    else
        cli_print(cli, "%s", "");
    cli_print(cli, "medfaq show ARTICLE prints one, medfaq show ARTICLE KIND "
                   "one part of it;");
    cli_print(cli, "in a terminal, medfaq opens the reader; medfaq --help "
                   "tells the rest.");
    library_free(library);
    return EXIT_DONE;
}

enum exit_code command_open(struct cli *cli, int n, char **arguments)
{
    struct target target = {.type = TARGET_LIBRARY};
    if (n == 0 && input_is_meant())
        target.type = TARGET_INPUT;
    if (n > 0 && !target_find(cli, arguments[0], &target))
        return EXIT_NOT_FOUND;
    if (target.type == TARGET_LIBRARY || target.type == TARGET_FOLDER)
        return list_target(cli, &target);
    return show_target(cli, &target, n > 1 ? arguments[1] : NULL);
}
