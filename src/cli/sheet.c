/* medfaq sheet: what was kept, on a page to take to an appointment. */
#include "base/i18n.h"
#include "base/strs.h"
#include "cli/command.h"
#include "export/export.h"
#include "state/kept.h"

enum exit_code command_sheet(struct cli *cli, int n, char **arguments)
{
    (void)n;
    (void)arguments;
    const char *name = cli_value(cli, OPTION_FORMAT);
    const struct export_format *format =
        export_format_find(name ? name : "text");
    if (!format || str_equal(format->name, "json")) {
        cli_complain(cli, _("--format=%s: use text, markdown or html"), name);
        return EXIT_USAGE;
    }
    const struct export_options options = {.cells = KEPT_SHEET_CELLS,
                                           .page_lines = KEPT_SHEET_LINES,
                                           .charset = &cli->charset};
    const struct strs all = {0};
    struct state *state = state_new(STATE_ON);
    struct article *sheet = kept_sheet(state, &all);
    cli->out_is_utf8 = !str_equal(format->name, "text");
    format->write(sheet, &options, &cli->out);
    article_free(sheet);
    state_free(state);
    return EXIT_DONE;
}
