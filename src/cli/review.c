/* medfaq review: prints the form for a clinician, and signs a review. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "article/review.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/platform.h"
#include "check/review_form.h"
#include "cli/command.h"
#include "cli/find_article.h"

/* Asks for a line at the terminal. Returns NULL if there is no answer. */
static const char *ask(struct cli *cli, const char *question)
{
    char answer[256];
    cli_flush(cli);
    fprintf(stderr, "%s ", question);
    if (!fgets(answer, sizeof answer, stdin))
        return NULL;
    answer[strcspn(answer, "\r\n")] = '\0';
    return *answer ? arena_strdup(&cli->arena, answer) : NULL;
}

/* Finds who signs: from options, or by asking at the terminal. Returns false,
 * after complaining, if that is not known. */
static bool find_signer(struct cli *cli, struct signature *signature)
{
    bool can_ask = isatty(STDIN_FILENO);
    *signature = (struct signature){cli_value(cli, OPTION_NAME),
                                    cli_value(cli, OPTION_ROLE), date_today()};
    if (can_ask && !signature->name)
        signature->name = ask(cli, _("Your name:"));
    if (can_ask && signature->name && !signature->role)
        signature->role = ask(cli, _("Your role, such as pharmacist:"));
    if (signature->name && *signature->name && signature->role &&
        *signature->role)
        return true;
    cli_complain(cli, _("who is signing? Use --name \"A. Nguyen\" --role "
                        "dermatologist"));
    return false;
}

static enum exit_code sign(struct cli *cli, const struct article *article)
{
    struct signature signature;
    struct error err;
    struct buf text;
    if (platform_is_secure()) {
        cli_complain(cli, _("--sign is not allowed while MEDFAQ_SECURE is "
                            "set"));
        return EXIT_USAGE;
    }
    if (!find_signer(cli, &signature))
        return EXIT_USAGE;
    buf_init(&text);
    bool done = review_form_sign(article, &signature, &text, &err) &&
                file_write(article->path, text.data, text.n_bytes, &err);
    buf_finish(&text);
    if (!done) {
        cli_complain(cli, "%s", err.message);
        return EXIT_NOT_FOUND;
    }
    cli_print(cli,
              n_("%s: %zu section signed by %s",
                 "%s: %zu sections signed by %s", article->n_sections),
              article->path, article->n_sections, signature.name);
    return EXIT_DONE;
}

enum exit_code command_review(struct cli *cli, int n, char **arguments)
{
    struct found_article found;
    enum kind kind;
    if (!find_article_named(cli, n, arguments, &found, &kind))
        return EXIT_NOT_FOUND;
    if (found.type != FOUND_FILE || cli->converted) {
        cli_complain(cli, _("%s is not an article file"), arguments[0]);
        return EXIT_NOT_FOUND;
    }
    struct article *article = find_article_open(cli, &found);
    if (!article)
        return EXIT_NOT_FOUND;
    enum exit_code code = EXIT_DONE;
    if (cli_has(cli, OPTION_SIGN)) {
        code = sign(cli, article);
    } else {
        struct buf form;
        buf_init(&form);
        review_form_write(article, &form);
        cli_print_lines(cli, form.data);
        buf_finish(&form);
    }
    article_free(article);
    return code;
}
