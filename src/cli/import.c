/* medfaq import: the program that reads foreign files takes over. */
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "cli/command.h"

#define PROGRAM "medfaq-import"

/* The program beside this one: an installation may have been moved. NULL if
 * there is none. */
static const char *beside(struct cli *cli)
{
    char path[PATH_MAX];
    ssize_t n = readlink("/proc/self/exe", path, sizeof path - 1);
    path[n > 0 ? n : 0] = '\0';
    const char *slash = strrchr(path, '/');
    if (!slash)
        return NULL;
    const char *program =
        arena_printf(&cli->arena, "%.*s/" PROGRAM, (int)(slash - path), path);
    return access(program, X_OK) == 0 ? program : NULL;
}

enum exit_code command_import(struct cli *cli, int n, char **arguments)
{
    if (cli_is_secure()) {
        cli_complain(cli, "import is not allowed here (MEDFAQ_SECURE)");
        return EXIT_NOT_FOUND;
    }
    const char *program = beside(cli);
    if (!program)
        program = MEDFAQ_PREFIX "/" MEDFAQ_BINDIR "/" PROGRAM;
    char name[] = "medfaq import"; /* for the messages of getopt */
    char **words = mem_calloc((size_t)n + 2, sizeof *words);
    words[0] = name;
    for (int i = 0; i < n; i++)
        words[i + 1] = arguments[i];
    execv(program, words);
    cli_complain(cli, "%s: %s", program, strerror(errno));
    free(words);
    return EXIT_NOT_FOUND;
}
