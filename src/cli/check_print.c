/* Prints messages in the format of compilers, as JSON, and for GitHub. */
#include "cli/check_print.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/strs.h"
#include "data/json.h"

bool check_is_fixed(const struct checked *file, const struct message *message)
{
    return file->fixed && message->remedy;
}

static void print_text(struct cli *cli, const struct batch *batch)
{
    for (size_t i = 0; i < batch->n_files; i++) {
        const struct checked *file = &batch->files[i];
        for (size_t j = 0; j < file->messages.n; j++) {
            const struct message *message = &file->messages.items[j];
            cli_print(cli, "%s:%u:%u: %s: %s%s%s [%s %s]", file->path,
                      message->at.line, message->at.column,
                      diagnostic_severity_name(message->at.severity),
                      message->at.text,
                      check_is_fixed(file, message) ? _("; fixed, now ") : "",
                      check_is_fixed(file, message) ? message->remedy : "",
                      message->rule->code, message->rule->name);
        }
    }
}

/* Formats a number with thousands separators: 32,205. */
static const char *grouped(struct cli *cli, size_t n)
{
    if (n < 1000)
        return arena_printf(&cli->arena, "%zu", n);
    return arena_printf(&cli->arena, "%s,%03zu", grouped(cli, n / 1000),
                        n % 1000);
}

static void add_count(struct cli *cli, struct buf *out, size_t n,
                      enum severity severity)
{
    if (!n)
        return;
    buf_add(out, buf_ends(out, ":") ? " " : ", ");
    const char *count = grouped(cli, n);
    if (severity == SEVERITY_ERROR)
        buf_printf(out, n_("%s error", "%s errors", n), count);
    else if (severity == SEVERITY_WARNING)
        buf_printf(out, n_("%s warning", "%s warnings", n), count);
    else
        buf_printf(out, n_("%s note", "%s notes", n), count);
}

void check_print_totals(struct cli *cli, const struct batch *batch)
{
    size_t n[] = {0, 0, 0}, n_all = 0, n_files = 0;
    struct buf text;
    for (size_t i = 0; i < batch->n_files; i++) {
        const struct messages *messages = &batch->files[i].messages;
        for (size_t j = 0; j < messages->n; j++)
            n[messages->items[j].at.severity]++;
        n_all += messages->n;
        n_files += messages->n > 0;
    }
    if (!n_all && !isatty(STDERR_FILENO))
        return;
    buf_init(&text);
    buf_printf(&text,
               n_("%s message in %s of %s files",
                  "%s messages in %s of %s files", n_all),
               grouped(cli, n_all), grouped(cli, n_files),
               grouped(cli, batch->n_files));
    buf_add(&text, n_all ? ":" : "");
    for (int severity = SEVERITY_ERROR; severity >= SEVERITY_NOTE; severity--)
        add_count(cli, &text, n[severity], (enum severity)severity);
    cli_flush(cli);
    cli_complain(cli, "%s", text.data);
    buf_finish(&text);
}

static void add_message(struct json *json, const struct checked *file,
                        const struct message *message)
{
    json_open_object(json);
    json_member(json, "path", file->path);
    json_key(json, "line");
    json_long(json, (long)message->at.line);
    json_key(json, "column");
    json_long(json, (long)message->at.column);
    json_member(json, "severity",
                diagnostic_severity_name(message->at.severity));
    json_member(json, "code", message->rule->code);
    json_member(json, "name", message->rule->name);
    json_member(json, "text", message->at.text);
    json_member(json, "remedy", message->remedy);
    json_key(json, "fixed");
    json_bool(json, check_is_fixed(file, message));
    json_close_object(json);
}

static void print_json(struct cli *cli, const struct batch *batch)
{
    struct json json;
    cli->out_is_utf8 = true;
    json_init(&json, &cli->out);
    json_open_array(&json);
    for (size_t i = 0; i < batch->n_files; i++)
        for (size_t j = 0; j < batch->files[i].messages.n; j++)
            add_message(&json, &batch->files[i],
                        &batch->files[i].messages.items[j]);
    json_close_array(&json);
    buf_add_char(&cli->out, '\n');
}

/* Escapes characters as GitHub requires; in properties also ":" and ",". */
static char *escape(const char *text, const char *characters)
{
    struct buf out;
    buf_init(&out);
    for (; *text; text++)
        if (strchr(characters, *text))
            buf_printf(&out, "%%%02X", (unsigned)*text);
        else
            buf_add_char(&out, *text);
    return buf_steal(&out);
}

/* Prints workflow commands, which GitHub shows next to the changed lines. */
static void print_github(struct cli *cli, const struct batch *batch)
{
    static const char *const names[] = {
        [SEVERITY_NOTE] = "notice",
        [SEVERITY_WARNING] = "warning",
        [SEVERITY_ERROR] = "error",
    };
    for (size_t i = 0; i < batch->n_files; i++) {
        char *path = escape(batch->files[i].path, "%\r\n:,");
        for (size_t j = 0; j < batch->files[i].messages.n; j++) {
            const struct message *message = &batch->files[i].messages.items[j];
            char *text = escape(message->at.text, "%\r\n");
            cli_print(cli, "::%s file=%s,line=%u,col=%u,title=%s %s::%s",
                      names[message->at.severity], path, message->at.line,
                      message->at.column, message->rule->code,
                      message->rule->name, text);
            free(text);
        }
        free(path);
    }
}

static const struct {
    const char *name;
    void (*print)(struct cli *cli, const struct batch *batch);
} formats[] = {
    {"text", print_text},
    {"json", print_json},
    {"github", print_github},
};

int check_format_find(const char *name)
{
    int i = (int)(sizeof formats / sizeof *formats);
    while (i-- && !str_equal(formats[i].name, name))
        ;
    return i;
}

void check_print(struct cli *cli, int format, const struct batch *batch)
{
    formats[format].print(cli, batch);
}
