/* medfaq kinds: the kinds of sections. */
#include "kind/kind.h"
#include "cli/command.h"

enum exit_code command_kinds(struct cli *cli, int n, char **arguments)
{
    (void)n, (void)arguments;
    for (int kind = KIND_NONE + 1; kind < KIND_COUNT; kind++) {
        const struct kind_row *row = kind_get((enum kind)kind);
        cli_print(cli, "%-17s %c %c  %s: %s", row->id, row->key,
                  row->safety ? '!' : ' ', row->label, row->definition);
    }
    return EXIT_DONE;
}
