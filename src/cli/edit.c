/* medfaq edit: the user's editor takes over, at the place asked for. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/secure.h"
#include "cli/command.h"
#include "cli/target.h"
#include "ui/editor.h"

static unsigned line_at(const struct article *article, size_t offset)
{
    unsigned line = 1;
    for (size_t i = 0; i < offset && i < article->n_source_bytes; i++)
        line += article->source[i] == '\n';
    return line;
}

/* The line of the first section of a kind; 0, after complaining, if there is
 * none or the article cannot be read. */
static unsigned line_of_kind(struct cli *cli, const struct target *target,
                             enum kind kind)
{
    struct article *article = target_open(cli, target);
    if (!article)
        return 0;
    size_t offset = article_find_kind(article, kind, SIZE_MAX);
    unsigned line = offset == SIZE_MAX ? 0 : line_at(article, offset);
    if (!line)
        cli_complain(cli, "%s: no section of the kind %s", target->path,
                     kind_get(kind)->id);
    article_free(article);
    return line;
}

static enum exit_code start(struct cli *cli, const char *path, unsigned line)
{
    struct strs words;
    strs_init(&words);
    editor_words(path, line, &words);
    char **argv = mem_calloc(words.n + 1, sizeof *argv);
    for (size_t i = 0; i < words.n; i++)
        argv[i] = words.items[i];
    execvp(argv[0], argv);
    cli_complain(cli, "%s: %s", argv[0], strerror(errno));
    free(argv);
    strs_finish(&words);
    return EXIT_NOT_FOUND;
}

enum exit_code command_edit(struct cli *cli, int n, char **arguments)
{
    struct target target;
    enum kind kind;
    unsigned line = 1;
    if (is_secure()) {
        cli_complain(cli, "edit is not allowed here (MEDFAQ_SECURE)");
        return EXIT_NOT_FOUND;
    }
    if (!target_find(cli, n, arguments, &target, &kind))
        return EXIT_NOT_FOUND;
    if (target.type != TARGET_FILE) {
        cli_complain(cli, "%s is no article in a file", arguments[0]);
        return EXIT_NOT_FOUND;
    }
    if (kind != KIND_NONE && !(line = line_of_kind(cli, &target, kind)))
        return EXIT_NOT_FOUND;
    return start(cli, target.path, line);
}
