/* medfaq [PATH | ARTICLE [KIND]]: opens the reader, or prints text if it
 * cannot. medfaq show: prints an article. */
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/platform.h"
#include "base/strs.h"
#include "cli/command.h"
#include "cli/default_folders.h"
#include "cli/find_article.h"
#include "cli/list.h"
#include "export/export.h"
#include "ui/ui.h"

static const struct export_format *find_format(struct cli *cli)
{
    const char *name =
        cli_has(cli, OPTION_FORMAT) ? cli_value(cli, OPTION_FORMAT) : "text";
    const struct export_format *format = export_format_find(name);
    if (!format)
        cli_complain(cli, _("--format=%s: use text, markdown, html or json"),
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
        .pictures = cli_draws(cli),
        .few_glyphs = cli_has_few_glyphs(),
        .charset = &cli->charset,
        .kind = kind,
    };
    cli->out_is_utf8 = !str_equal(format->name, "text");
    format->write(article, &options, &cli->out);
    return EXIT_DONE;
}

static enum exit_code
show_found(struct cli *cli, const struct found_article *found, enum kind kind)
{
    const struct export_format *format = find_format(cli);
    if (!format)
        return EXIT_USAGE;
    if (found->type == FOUND_FOLDER) {
        cli_complain(cli,
                     _("%s is a folder; to list its articles: medfaq "
                       "list"),
                     found->path);
        return EXIT_NOT_FOUND;
    }
    struct article *article = find_article_open(cli, found);
    if (!article)
        return EXIT_NOT_FOUND;
    enum exit_code code = show_article(cli, article, format, kind);
    article_free(article);
    return code;
}

enum exit_code command_show(struct cli *cli, int n, char **arguments)
{
    struct found_article found;
    enum kind kind;
    if (!find_article_named(cli, n, arguments, &found, &kind))
        return EXIT_NOT_FOUND;
    return show_found(cli, &found, kind);
}

/* Returns whether to read standard input if nothing is named: if it is a pipe
 * or file and the output is a terminal. A program that runs medfaq may have
 * left a pipe open that nobody ever writes to. */
static bool input_is_meant(void)
{
    struct stat st;
    return isatty(STDOUT_FILENO) && fstat(STDIN_FILENO, &st) == 0 &&
           (S_ISFIFO(st.st_mode) || S_ISREG(st.st_mode) ||
            S_ISSOCK(st.st_mode));
}

static enum exit_code list_found(struct cli *cli,
                                 const struct found_article *found)
{
    bool any = found->type == FOUND_FOLDER ? list_folder(cli, found->path)
                                           : list_library(cli);
    if (any)
        cli_print(cli, "%s", "");
    else
        cli_print(cli, _("To read another folder: medfaq FOLDER"));
    cli_print(cli, _("To print an article or one part of it: medfaq show "
                     "ARTICLE [KIND]"));
    cli_print(cli, _("In a terminal, medfaq opens the reader. For more, see "
                     "medfaq --help."));
    return EXIT_DONE;
}

/* Returns whether the reader cannot be opened at all. */
static bool wants_text(void)
{
    const char *term = getenv("TERM");
    return !isatty(STDOUT_FILENO) || str_equal(term, "dumb");
}

/* Opens the reader and returns its exit status, or -1 with err if it cannot be
 * opened. */
static int read_found(struct cli *cli, const struct found_article *found,
                      enum kind kind, struct error *err)
{
    struct ui_options options = {
        .path = found->type == FOUND_FILE ? found->path : NULL,
        .note = found->note,
        .query = found->type == FOUND_WORDS ? found->path : NULL,
        .cells = options_number(&cli->options, OPTION_WIDTH),
        .linear = cli_has(cli, OPTION_LINEAR),
        .kind = kind,
        .is_private = cli_has(cli, OPTION_PRIVATE),
        .is_secure = platform_is_secure(),
    };
    if (found->type == FOUND_FOLDER) {
        options.folders = &found->path;
        options.n_folders = 1;
    } else {
        options.folders = default_folders(cli, &options.n_folders);
    }
    if (found->type == FOUND_INPUT) {
        const struct buf *input = cli_input(cli, err);
        if (!input)
            return -1;
        options.content = input->data;
        options.n_content_bytes = input->n_bytes;
    }
    return ui_run(&options, err);
}

/* Finds the article. If the reader can be opened, words that do not name an
 * article are searched for, unless they look like a mistyped command. */
static bool find(struct cli *cli, int n, char **words,
                 struct found_article *found, enum kind *kind)
{
    bool search = !wants_text() && !(n == 1 && find_article_is_command(*words));
    return search ? find_article_or_words(cli, n, words, found, kind)
                  : find_article_named(cli, n, words, found, kind);
}

enum exit_code command_open(struct cli *cli, int n, char **arguments)
{
    struct found_article found = {.type = FOUND_LIBRARY};
    enum kind kind = KIND_NONE;
    bool named = n > 0 || cli_has(cli, OPTION_CODE);
    if (!named && input_is_meant())
        found.type = FOUND_INPUT;
    if (named && !find(cli, n, arguments, &found, &kind))
        return EXIT_NOT_FOUND;
    if (!wants_text()) {
        struct error err;
        if (str_equal(cli_value(cli, OPTION_COLOR), "never"))
            setenv("NO_COLOR", "1", 1);
        int status = read_found(cli, &found, kind, &err);
        if (status >= 0)
            return (enum exit_code)status;
        cli_complain(cli, _("%s; printing the text instead"), err.message);
        if (!str_equal(cli_value(cli, OPTION_COLOR), "always"))
            cli->options.values[OPTION_COLOR] = "never";
    }
    if (found.type == FOUND_WORDS)
        return find_article_named(cli, n, arguments, &found, &kind)
                   ? EXIT_DONE
                   : EXIT_NOT_FOUND;
    if (found.type == FOUND_LIBRARY || found.type == FOUND_FOLDER)
        return list_found(cli, &found);
    return show_found(cli, &found, kind);
}
