/* medfaq sheet: prints what the reader has kept on a page to take to an
 * appointment. */
#include <stdlib.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/strs.h"
#include "cli/command.h"
#include "cli/find_article.h"
#include "export/export.h"
#include "state/kept.h"

/* Finds the paths of the articles named, as remembered. */
static bool find_paths(struct cli *cli, int n, char **names, struct strs *paths)
{
    for (int i = 0; i < n; i++) {
        struct found_article found;
        enum kind kind;
        if (!find_article_named(cli, 1, &names[i], &found, &kind))
            return false;
        if (found.type == FOUND_FOLDER) {
            cli_complain(cli, _("%s is a folder, not an article"), names[i]);
            return false;
        }
        char *real = found.path ? file_real_path(found.path) : NULL;
        strs_add(paths, real ? real : "");
        free(real);
    }
    return true;
}

enum exit_code command_sheet(struct cli *cli, int n, char **arguments)
{
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
    struct strs paths;
    strs_init(&paths);
    if (!find_paths(cli, n, arguments, &paths)) {
        strs_finish(&paths);
        return EXIT_NOT_FOUND;
    }
    struct state *state = state_new(STATE_ON);
    struct article *sheet = kept_sheet(state, &paths);
    cli->out_is_utf8 = !str_equal(format->name, "text");
    format->write(sheet, &options, &cli->out);
    article_free(sheet);
    state_free(state);
    strs_finish(&paths);
    return EXIT_DONE;
}
