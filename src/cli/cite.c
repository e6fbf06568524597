/* medfaq cite: prints the reference of an article for a reference manager. */
#include "export/cite.h"

#include "base/i18n.h"
#include "cli/command.h"
#include "cli/find_article.h"

enum exit_code command_cite(struct cli *cli, int n, char **arguments)
{
    const char *name = cli_value(cli, OPTION_FORMAT);
    const struct cite_format *format = cite_format_find(name ? name : "ris");
    struct found_article found;
    enum kind kind;
    if (!format) {
        cli_complain(cli, _("--format=%s: use ris or csl-json"), name);
        return EXIT_USAGE;
    }
    if (!find_article_named(cli, n, arguments, &found, &kind))
        return EXIT_NOT_FOUND;
    if (found.type == FOUND_FOLDER) {
        cli_complain(cli, _("%s is a folder, not an article"), found.path);
        return EXIT_NOT_FOUND;
    }
    struct article *article = find_article_open(cli, &found);
    if (!article)
        return EXIT_NOT_FOUND;
    cli->out_is_utf8 = true;
    format->write(article, cli_has(cli, OPTION_SOURCES), &cli->out);
    article_free(article);
    return EXIT_DONE;
}
