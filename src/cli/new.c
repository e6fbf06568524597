/* medfaq new: an article with everything but its text. */
#include <string.h>

#include "base/file.h"
#include "check/check.h"
#include "check/skeleton.h"
#include "cli/command.h"

/* Ids are file names, and what people type. */
static bool is_id(const char *id)
{
    size_t n_bytes = strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-");
    return n_bytes && !id[n_bytes] && *id != '-';
}

enum exit_code command_new(struct cli *cli, int n, char **arguments)
{
    struct error err;
    struct buf text;
    const char *id = arguments[0], *lang = cli->options.lang;
    const char *type = cli->options.type ? cli->options.type : "other";
    struct skeleton skeleton = {id, lang ? lang : "en", article_type_find(type),
                                check_today()};
    (void)n;
    if (skeleton.type == TYPE_NONE) {
        cli_complain(cli,
                     "--type=%s: give condition, medicine, procedure, "
                     "test, vaccine or other",
                     type);
        return EXIT_USAGE;
    }
    if (!is_id(id)) {
        cli_complain(cli, "an id has small letters, digits and hyphens, such "
                          "as chemical-peel");
        return EXIT_USAGE;
    }
    if (cli_is_secure()) {
        cli_complain(cli, "new is not allowed here (MEDFAQ_SECURE)");
        return EXIT_NOT_FOUND;
    }
    const char *path = arena_printf(&cli->arena, "%s%s%s.md", id,
                                    lang ? "." : "", lang ? lang : "");
    buf_init(&text);
    skeleton_write(&skeleton, &text);
    bool done = file_write_new(path, text.data, text.n_bytes, &err);
    buf_finish(&text);
    if (!done) {
        cli_complain(cli, "%s", err.message);
        return EXIT_NOT_FOUND;
    }
    cli_print(cli, "%s is begun: medfaq edit ./%s, then medfaq check %s", path,
              path, path);
    return EXIT_DONE;
}
