/* medfaq check --explain: the pages of the rules. */
#include <string.h>

#include "cli/check_print.h"
#include "cli/command.h"

/* A block of lines, each indented. */
static void print_example(struct cli *cli, const char *label, const char *text)
{
    cli_print(cli, "%s:", label);
    while (*text) {
        size_t n = strcspn(text, "\n");
        cli_print(cli, "    %.*s", (int)n, text);
        text += n + (text[n] == '\n');
    }
}

static void explain(struct cli *cli, const struct rule *rule)
{
    cli_print(cli, "%s %s (%s)", rule->code, rule->name,
              severity_name(rule->severity));
    cli_print(cli, "%s", rule->summary);
    cli_print(cli, "%s", "");
    help_print_paragraph(cli, rule->why, 0);
    cli_print(cli, "%s", "");
    print_example(cli, "Wrong", rule->wrong);
    print_example(cli, "Right", rule->right);
}

static void list_rules(struct cli *cli)
{
    for (const struct rule *rule = check_rules; rule->code; rule++)
        cli_print(cli, "%s  %-20s %s", rule->code, rule->name, rule->summary);
}

/* With --explain the words are codes, or names, of messages. */
enum exit_code check_explain(struct cli *cli, int n, char **codes)
{
    if (!n)
        list_rules(cli);
    for (int i = 0; i < n; i++) {
        const struct rule *rule = check_rule_find(codes[i]);
        if (!rule) {
            cli_complain(cli,
                         "no message has the code %s; medfaq check --explain "
                         "lists them",
                         codes[i]);
            return EXIT_USAGE;
        }
        if (i)
            cli_print(cli, "%s", "");
        explain(cli, rule);
    }
    return EXIT_DONE;
}
