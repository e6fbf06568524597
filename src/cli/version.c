/* medfaq version, and --version. */
#include "cli/command.h"

enum exit_code command_version(struct cli *cli, int n, char **arguments)
{
    (void)n, (void)arguments;
    cli_print(cli, "medfaq %s", MEDFAQ_VERSION);
    return EXIT_DONE;
}
