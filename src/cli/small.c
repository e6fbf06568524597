/* Commands of a few lines: kinds, index, import, version. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "kind/kind.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/platform.h"
#include "cli/command.h"
#include "cli/converted.h"
#include "cli/default_folders.h"

enum exit_code command_kinds(struct cli *cli, int n, char **arguments)
{
    (void)n, (void)arguments;
    for (int kind = KIND_NONE + 1; kind < KIND_COUNT; kind++) {
        const struct kind_row *row = kind_get((enum kind)kind);
        cli_print(cli, "%-17s %c %c  %s: %s", row->id, row->key,
                  row->safety ? '!' : ' ',
                  kind_label((enum kind)kind, i18n_lang()), _(row->definition));
    }
    return EXIT_DONE;
}

enum exit_code command_index(struct cli *cli, int n, char **arguments)
{
    struct index_progress progress;
    (void)n;
    (void)arguments;
    struct index *index = default_folders_index(cli, true, &progress);
    if (!index)
        return EXIT_NOT_FOUND;
    if (!progress.done)
        cli_complain(cli, _("another medfaq is updating the index"));
    size_t n_articles = (size_t)index_n_articles(index);
    size_t n_sections = (size_t)index_n_sections(index);
    struct buf line;
    buf_init(&line);
    buf_printf(&line, n_("%zu article, ", "%zu articles, ", n_articles),
               n_articles);
    buf_printf(&line, n_("%zu section: ", "%zu sections: ", n_sections),
               n_sections);
    buf_printf(&line, _("%zu read, %zu removed"), progress.n_read,
               progress.n_removed);
    cli_print(cli, "%s", line.data);
    buf_finish(&line);
    if (progress.n_failed)
        cli_complain(cli,
                     n_("%zu could not be read; medfaq list says why",
                        "%zu could not be read; medfaq list says why",
                        progress.n_failed),
                     progress.n_failed);
    bool kept = !index_why_temporary(index);
    default_folders_close(cli, index);
    return kept ? EXIT_DONE : EXIT_NOT_FOUND;
}

enum exit_code command_import(struct cli *cli, int n, char **arguments)
{
    if (platform_is_secure()) {
        cli_complain(cli, _("import is not allowed while MEDFAQ_SECURE is "
                            "set"));
        return EXIT_NOT_FOUND;
    }
    char *program = converted_program(cli);
    char **words = mem_calloc((size_t)n + 2, sizeof *words);
    words[0] = program;
    for (int i = 0; i < n; i++)
        words[i + 1] = arguments[i];
    execv(program, words);
    cli_complain(cli, "%s: %s", program, strerror(errno));
    free(words);
    free(program);
    return EXIT_NOT_FOUND;
}

enum exit_code command_version(struct cli *cli, int n, char **arguments)
{
    (void)n, (void)arguments;
    cli_print(cli, _("medfaq %s"), MEDFAQ_VERSION);
    return EXIT_DONE;
}
