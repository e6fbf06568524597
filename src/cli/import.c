/* medfaq import: the program that reads foreign files takes over. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/secure.h"
#include "cli/command.h"

#define PROGRAM "medfaq-import"

/* The program beside this one, but never in the working folder; or where it
 * was to be installed. */
static char *find_program(struct cli *cli)
{
    const char *self = cli_program(cli);
    char *program = file_beside(self, PROGRAM);
    if (*self && access(program, X_OK) == 0)
        return program;
    free(program);
    return mem_strdup(MEDFAQ_PREFIX "/" MEDFAQ_BINDIR "/" PROGRAM);
}

enum exit_code command_import(struct cli *cli, int n, char **arguments)
{
    if (is_secure()) {
        cli_complain(cli, "import is not allowed here (MEDFAQ_SECURE)");
        return EXIT_NOT_FOUND;
    }
    char *program = find_program(cli);
    char name[] = "medfaq import"; /* for the messages of getopt */
    char **words = mem_calloc((size_t)n + 2, sizeof *words);
    words[0] = name;
    for (int i = 0; i < n; i++)
        words[i + 1] = arguments[i];
    execv(program, words);
    cli_complain(cli, "%s: %s", program, strerror(errno));
    free(words);
    free(program);
    return EXIT_NOT_FOUND;
}
