/* medfaq compare: prints two or three articles side by side, question by
 * question. */
#include "compare/compare.h"

#include "base/i18n.h"
#include "check/check.h"
#include "cli/command.h"
#include "cli/find_article.h"
#include "cli/find_kind.h"
#include "compare/lines.h"
#include "export/export.h"

/* Opens the articles in the order of names. Returns false after complaining. */
static bool open_all(struct cli *cli, int n, char **names,
                     struct article **articles)
{
    for (int i = 0; i < n; i++) {
        struct found_article found;
        enum kind kind;
        if (!find_article_named(cli, 1, &names[i], &found, &kind))
            return false;
        if (found.type == FOUND_INPUT && cli->has_input) {
            cli_complain(cli, _("standard input can be compared only once"));
            return false;
        }
        if (found.type == FOUND_FOLDER) {
            cli_complain(cli, _("%s is a folder, not an article"), names[i]);
            return false;
        }
        articles[i] = find_article_open(cli, &found);
        if (!articles[i])
            return false;
    }
    return true;
}

static void print(struct cli *cli, const struct compare_table *comparison)
{
    const struct layout_options options = {
        .cells = cli_cells(cli),
        .charset = &cli->charset,
        .linear = cli_has(cli, OPTION_LINEAR),
        .title = true,
    };
    size_t n;
    struct compare_lines *lines = compare_lines_new(comparison, &options);
    const struct line *items = compare_lines_get(lines, &n);
    export_add_lines(items, n, cli_color(cli), &cli->out);
    compare_lines_free(lines);
}

static enum exit_code compare(struct cli *cli,
                              const struct article *const *articles, size_t n,
                              enum kind kind)
{
    struct error err;
    const struct compare_options options = {kind, date_today()};
    struct compare_table *comparison = compare_new(articles, n, &options, &err);
    if (!comparison) {
        cli_complain(cli, "%s", err.message);
        return EXIT_USAGE;
    }
    print(cli, comparison);
    compare_free(comparison);
    return EXIT_DONE;
}

enum exit_code command_compare(struct cli *cli, int n, char **arguments)
{
    struct article *articles[COMPARE_MAX] = {NULL};
    const char *name = cli_value(cli, OPTION_KIND);
    enum kind kind = name ? find_kind(cli, name) : KIND_NONE;
    enum exit_code code = EXIT_NOT_FOUND;
    if (name && kind == KIND_NONE)
        return EXIT_USAGE;
    if (open_all(cli, n, arguments, articles))
        code = compare(cli, (const struct article *const *)articles, (size_t)n,
                       kind);
    for (size_t i = 0; i < COMPARE_MAX; i++)
        article_free(articles[i]);
    return code;
}
