/* medfaq show: an article, or what it says of a kind. */
#include "cli/show.h"

#include "base/strs.h"
#include "cli/command.h"
#include "export/export.h"

static const struct export_format *find_format(struct cli *cli)
{
    const char *name =
        cli_has(cli, OPTION_FORMAT) ? cli_value(cli, OPTION_FORMAT) : "text";
    const struct export_format *format = export_format_find(name);
    if (!format)
        cli_complain(cli, "--format=%s: give text, markdown, html or json",
                     name);
    return format;
}

static enum exit_code show_article(struct cli *cli,
                                   const struct article *article,
                                   const struct export_format *format,
                                   enum kind kind)
{
    if (kind != KIND_NONE && !export_has_kind(article, kind)) {
        struct buf words;
        buf_init(&words);
        export_kind_missing(article, kind, &words);
        cli_complain(cli, "%s: %s", article->title, words.data);
        buf_finish(&words);
        return EXIT_NOT_FOUND;
    }
    const struct export_options options = {
        .cells = cli_cells(cli),
        .color = cli_color(cli),
        .linear = cli_has(cli, OPTION_LINEAR),
        .charset = &cli->charset,
        .kind = kind,
    };
    cli->out_is_utf8 = !str_equal(format->name, "text");
    format->write(article, &options, &cli->out);
    return EXIT_DONE;
}

enum exit_code show_target(struct cli *cli, const struct target *target,
                           enum kind kind)
{
    const struct export_format *format = find_format(cli);
    if (!format)
        return EXIT_USAGE;
    if (target->type == TARGET_FOLDER) {
        cli_complain(cli, "%s is a folder: medfaq list shows what is in it",
                     target->path);
        return EXIT_NOT_FOUND;
    }
    struct article *article = target_open(cli, target);
    if (!article)
        return EXIT_NOT_FOUND;
    enum exit_code code = show_article(cli, article, format, kind);
    article_free(article);
    return code;
}

enum exit_code command_show(struct cli *cli, int n, char **arguments)
{
    struct target target;
    enum kind kind;
    if (!target_find(cli, n, arguments, &target, &kind))
        return EXIT_NOT_FOUND;
    return show_target(cli, &target, kind);
}
