/* The README, the man pages and the completions name what the tables name. */
#include <ctype.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "kind/kind.h"
#include "article/node.h"
#include "base/file.h"
#include "cli/command.h"
#include "export/export.h"
#include "ui/action.h"
#include "ui/config.h"
#include "ui/keymap.h"

#include "../unit/unit.h"

/* A file of src, for the caller to free. */
static char *read_source(const char *name)
{
    struct buf text;
    struct error err;
    buf_init(&text);
    char *path = file_join(getenv("MEDFAQ_TESTS"), name);
    if (!file_read(path, 0, &text, NULL, &err))
        fail_msg("%s", err.message);
    free(path);
    return buf_steal(&text);
}

static void assert_names(const char *page, const char *file, const char *format,
                         ...) __attribute__((format(printf, 3, 4)));

static void assert_names(const char *page, const char *file, const char *format,
                         ...)
{
    char text[300];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    if (!strstr(page, text))
        fail_msg("%s does not have: %s", file, text);
}

static size_t count(const char *text, const char *word)
{
    size_t n = 0;
    for (; (text = strstr(text, word)); text++)
        n++;
    return n;
}

static void man_page_has_commands_and_options(void **state)
{
    (void)state;
    const char *file = "../src/man/medfaq.1";
    char *page = read_source(file);
    for (const struct command *row = commands + 1; row->run; row++) {
        assert_names(page, file, "\n.Nm\n.Cm %s\n", row->name);
        assert_names(page, file, "\n.It Cm %s", row->name);
    }
    for (int i = 0; i < OPTION_COUNT; i++)
        assert_names(page, file, "Fl Fl %s", option_rows[i].name);
    for (const struct export_format *row = export_formats; row->name; row++)
        assert_names(page, file, "\n.Cm %s", row->name);
    free(page);
}

/* A key's name as mdoc wants it: what could be punctuation is hidden. */
static void add_mdoc(struct buf *out, const char *name)
{
    buf_add(out, " \\&");
    for (; *name; name++)
        switch (*name) {
        case '-': buf_add(out, "\\-"); break;
        case '^': buf_add(out, "\\(ha"); break;
        case '\'': buf_add(out, "\\(aq"); break;
        default: buf_add_char(out, *name);
        }
}

static void add_action(struct buf *out, const struct keymap *keymap,
                       enum action action)
{
    const struct action_row *row = action_get(action);
    struct buf keys;
    buf_init(&keys);
    buf_add(out, ".It Ic");
    keymap_keys(keymap, action, 10, true, &keys);
    char *next = keys.data;
    for (const char *key; (key = strsep(&next, " "));)
        add_mdoc(out, key);
    buf_printf(out, " Pq %s\n%c%s.\n", row->name, toupper(row->help[0]),
               row->help + 1);
    buf_finish(&keys);
}

/* The section KEYS as the tables have it; to be pasted when it changes. */
static void man_page_has_keys(void **state)
{
    (void)state;
    char *page = read_source("../src/man/medfaq.1");
    struct buf keys;
    struct keymap keymap;
    buf_init(&keys);
    keymap_init(&keymap);
    for (int group = 0; group < GROUP_COUNT; group++) {
        buf_printf(&keys, ".Ss %s\n.Bl -tag -width Ds -compact\n",
                   action_group_name((enum action_group)group));
        for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++)
            if (action_get((enum action)action)->group ==
                (enum action_group)group)
                add_action(&keys, &keymap, (enum action)action);
        buf_add(&keys, ".El\n");
    }
    if (!strstr(page, keys.data)) {
        fprintf(stderr, "medfaq.1 should have this:\n%s", keys.data);
        fail(); /* its message would be cut */
    }
    buf_finish(&keys);
    free(page);
}

/* The example of a configuration is a right one. */
static void man_page_configures(void **state)
{
    (void)state;
    char *page = read_source("../src/man/medfaq.1");
    const char *start = strstr(page, "\ntheme: ");
    assert_non_null(start);
    struct keymap keymap;
    struct config config;
    keymap_init(&keymap);
    config_init(&config);
    config_parse(&config, &keymap, start + 1,
                 (size_t)(strstr(start, "\n.Ed") - start));
    for (size_t i = 0; i < config.problems.n; i++)
        print_error("%s\n", config.problems.items[i].text);
    assert_int_equal(config.problems.n, 0);
    assert_int_equal(config.width, 72);
    config_finish(&config);
    free(page);
}

static void man_page_has_kinds_and_alerts(void **state)
{
    (void)state;
    const char *file = "../src/man/medfaq-article.5";
    char *page = read_source(file);
    for (int kind = KIND_NONE + 1; kind < KIND_COUNT; kind++) {
        const struct kind_row *row = kind_get((enum kind)kind);
        assert_names(page, file, "\n.It Cm %s Pq %c\n%s%s:\n", row->id,
                     row->key, row->label, row->safety ? " (safety)" : "");
    }
    assert_int_equal(count(strstr(page, ".Sh KINDS"), "\n.It "),
                     KIND_COUNT - 1);
    for (int alert = 0; alert < ALERT_COUNT; alert++)
        assert_names(page, file, ".Ql [!%s]", alert_name((enum alert)alert));
    for (int type = TYPE_NONE + 1; type < TYPE_COUNT; type++)
        assert_names(page, file, "\n.Cm %s",
                     article_type_name((enum article_type)type));
    free(page);
}

static bool is_command(const char *word, size_t n_bytes)
{
    for (const struct command *row = commands + 1; row->run; row++)
        if (strlen(row->name) == n_bytes &&
            strncmp(row->name, word, n_bytes) == 0)
            return true;
    return false;
}

/* It is a page; all commands are in the manual. What it tells to type is a
 * command, a file, a folder or an option. */
static void readme_is_short_and_true(void **state)
{
    (void)state;
    char *page = read_source("../README.md");
    assert_true(count(page, "\n") <= 80);
    for (const char *at = page; (at = strstr(at, "\n    medfaq "));) {
        at += strlen("\n    medfaq ");
        size_t n_bytes = strcspn(at, " \n");
        if (!is_command(at, n_bytes) && !memchr(at, '.', n_bytes) &&
            strncmp(at, "FOLDER", 6) != 0)
            fail_msg("README.md: no command \"%.*s\"", (int)n_bytes, at);
    }
    free(page);
}

static void contributing_has_folders(void **state)
{
    (void)state;
    char *page = read_source("../CONTRIBUTING.md");
    char *folder = file_join(getenv("MEDFAQ_TESTS"), "../src");
    DIR *src = opendir(folder);
    assert_non_null(src);
    for (const struct dirent *entry; (entry = readdir(src));)
        if (!strchr(entry->d_name, '.'))
            assert_names(page, "CONTRIBUTING.md", "\n  %s/ ", entry->d_name);
    closedir(src);
    free(folder);
    free(page);
}

/* How a shell's script writes a name: what stands before and behind it. */
struct shell {
    const char *file;
    const char *command[2];
    const char *summary[2]; /* of a command; NULL: it has none */
    const char *option[2];
};

static const struct shell shells[] = {
    {
        .file = "../src/cli/completions/medfaq.bash",
        .command = {" ", ""},
        .option = {"--", ""},
    },
    {
        .file = "../src/cli/completions/_medfaq",
        .command = {"'", ":"},
        .summary = {":", "'"},
        .option = {"--", ""},
    },
    {
        .file = "../src/cli/completions/medfaq.fish",
        .command = {" -a ", " "},
        .summary = {" -d '", "'"},
        .option = {" -l ", " "},
    },
};

static void completions_have_commands_and_options(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ELEMENTS(shells); i++) {
        const struct shell *shell = &shells[i];
        char *script = read_source(shell->file);
        for (const struct command *row = commands + 1; row->run; row++) {
            assert_names(script, shell->file, "%s%s%s", shell->command[0],
                         row->name, shell->command[1]);
            if (shell->summary[0])
                assert_names(script, shell->file, "%s%s%s", shell->summary[0],
                             row->summary, shell->summary[1]);
        }
        for (int option = 0; option < OPTION_COUNT; option++)
            assert_names(script, shell->file, "%s%s%s", shell->option[0],
                         option_rows[option].name, shell->option[1]);
        free(script);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(man_page_has_commands_and_options),
        cmocka_unit_test(man_page_has_keys),
        cmocka_unit_test(man_page_configures),
        cmocka_unit_test(man_page_has_kinds_and_alerts),
        cmocka_unit_test(readme_is_short_and_true),
        cmocka_unit_test(contributing_has_folders),
        cmocka_unit_test(completions_have_commands_and_options),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
