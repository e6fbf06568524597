/* Writes output: safe for the terminal, in the locale's character set, and
 * without an error if the reader of a pipe has gone away. */
#include "cli/cli.h"

#include <errno.h>
#include <langinfo.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "article/article.h"
#include "article/code.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/safe.h"
#include "base/strs.h"
#include "text/wrap.h"

#define CELLS_DEFAULT 80

void cli_init(struct cli *cli)
{
    *cli = (struct cli){.is_terminal = isatty(STDOUT_FILENO)};
    options_init(&cli->options, option_rows);
    charset_init(&cli->charset, nl_langinfo(CODESET));
    buf_init(&cli->input);
    buf_init(&cli->out);
}

bool cli_has(const struct cli *cli, enum option_id option)
{
    return cli->options.given & 1u << option;
}

const char *cli_value(const struct cli *cli, enum option_id option)
{
    return cli->options.values[option];
}

const char *cli_code(struct cli *cli, struct error *err)
{
    const char *typed = cli_value(cli, OPTION_CODE), *code = NULL;
    struct buf key;
    buf_init(&key);
    if (typed && code_parse(typed, &key, err))
        code = arena_strndup(&cli->arena, key.data, key.n_bytes);
    buf_finish(&key);
    return code;
}

/* Returns true if everything was written or the reader has gone away. */
static bool write_all(int fd, const struct buf *data)
{
    return file_write_fd(fd, data->data, data->n_bytes) || errno == EPIPE;
}

void cli_flush(struct cli *cli)
{
    if (!cli->out_is_utf8)
        charset_encode_buf(&cli->charset, &cli->out);
    if (!cli->failed && !write_all(STDOUT_FILENO, &cli->out)) {
        cli_complain(cli, _("cannot write: %s"), strerror(errno));
        cli->failed = true;
    }
    buf_clear(&cli->out);
}

bool cli_finish(struct cli *cli)
{
    cli_flush(cli);
    bool ok = !cli->failed;
    buf_finish(&cli->input);
    buf_finish(&cli->out);
    charset_finish(&cli->charset);
    arena_finish(&cli->arena);
    return ok;
}

static void format_line(struct cli *cli, struct buf *out, const char *format,
                        va_list args) __attribute__((format(printf, 3, 0)));

static void format_line(struct cli *cli, struct buf *out, const char *format,
                        va_list args)
{
    char *text;
    int n = vasprintf(&text, format, args);
    if (n < 0)
        mem_exhausted();
    safe_text(text, (size_t)n, &cli->charset, out);
    buf_add_char(out, '\n');
    free(text);
}

void cli_print(struct cli *cli, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    format_line(cli, &cli->out, format, args);
    va_end(args);
}

void cli_complain(struct cli *cli, const char *format, ...)
{
    struct buf line;
    va_list args;
    buf_init(&line);
    buf_add(&line, "medfaq: ");
    va_start(args, format);
    format_line(cli, &line, format, args);
    va_end(args);
    charset_encode_buf(&cli->charset, &line);
    write_all(STDERR_FILENO, &line);
    buf_finish(&line);
}

const struct buf *cli_input(struct cli *cli, struct error *err)
{
    if (!cli->has_input)
        cli->has_input =
            file_read_fd(STDIN_FILENO, ARTICLE_MAX_BYTES, &cli->input, err) ||
            error_prefix(err, _("standard input: "));
    return cli->has_input ? &cli->input : NULL;
}

const char *cli_program(struct cli *cli)
{
    char path[PATH_MAX];
    ssize_t n = readlink("/proc/self/exe", path, sizeof path);
    bool whole = n > 0 && (size_t)n < sizeof path;
    return arena_strndup(&cli->arena, path, whole ? (size_t)n : 0);
}

unsigned cli_cells(const struct cli *cli)
{
    struct winsize size;
    if (cli_has(cli, OPTION_WIDTH))
        return options_number(&cli->options, OPTION_WIDTH);
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) < 0 || !size.ws_col)
        return CELLS_DEFAULT;
    return size.ws_col < LAYOUT_CELLS_MAX ? size.ws_col : LAYOUT_CELLS_MAX;
}

bool cli_wraps(const struct cli *cli)
{
    return cli_has(cli, OPTION_WIDTH) || cli->is_terminal;
}

bool cli_draws(const struct cli *cli)
{
    const char *term = getenv("TERM");
    return cli_wraps(cli) && !(term && str_equal(term, "dumb"));
}

bool cli_has_few_glyphs(void)
{
    const char *term = getenv("TERM");
    return isatty(STDOUT_FILENO) && term && str_equal(term, "linux");
}

/* Adds the source of a flow: a line that is safe except for our own SGR
 * sequences, which begin with "\033[1" where bold begins and with "\033[0"
 * where it ends. */
static void add_source(struct flow *flow, size_t n_bytes)
{
    struct flow_style style = flow_style(ROLE_TEXT);
    for (size_t at = 0; at < n_bytes;) {
        const char *text = flow->source + at;
        const char *escape = memchr(text, '\033', n_bytes - at);
        size_t end = escape ? (size_t)(escape - flow->source) : n_bytes;
        flow_add(flow, (struct text_range){(uint32_t)at, (uint32_t)end}, style);
        const char *last = escape ? memchr(escape, 'm', n_bytes - end) : NULL;
        at = last ? (size_t)(last - flow->source) + 1 : n_bytes;
        style.attributes = last && escape[2] == '1' ? SPAN_BOLD : 0;
    }
}

static void add_line(struct buf *out, const struct line *line)
{
    for (uint32_t i = 0; i < line->n_spans; i++) {
        const struct span *span = &line->spans[i];
        bool bold = span->attributes & SPAN_BOLD;
        buf_add(out, bold ? "\033[1m" : "");
        buf_add_n(out, span->text, span->n_bytes);
        buf_add(out, bold ? "\033[0m" : "");
    }
    buf_add_char(out, '\n');
}

void cli_wrap(struct cli *cli, size_t start, unsigned hang)
{
    struct buf *out = &cli->out;
    if (out->n_bytes <= start + 1 || !cli_wraps(cli))
        return;
    size_t n_bytes = out->n_bytes - start - 1;
    struct flow flow;
    struct wrap_lines lines = {0};
    flow_init(&flow, arena_strndup(&cli->arena, out->data + start, n_bytes),
              &cli->charset);
    flow.keep_spaces = true;
    flow.hanging = hang;
    add_source(&flow, n_bytes);
    wrap_flow(&flow, cli_cells(cli), &cli->arena, &lines);
    buf_truncate(out, start);
    for (size_t i = 0; i < lines.n; i++)
        add_line(out, &lines.items[i]);
    wrap_lines_finish(&lines);
    flow_finish(&flow);
}

bool cli_color(const struct cli *cli)
{
    const char *when = cli_value(cli, OPTION_COLOR);
    if (when && !str_equal(when, "auto"))
        return str_equal(when, "always");
    const char *term = getenv("TERM");
    const char *no_color = getenv("NO_COLOR");
    return cli->is_terminal && term && *term && !str_equal(term, "dumb") &&
           !(no_color && *no_color);
}

void cli_print_lines(struct cli *cli, const char *text)
{
    while (*text) {
        size_t n_bytes = strcspn(text, "\n");
        cli_print(cli, "%.*s", (int)n_bytes, text);
        text += n_bytes + (text[n_bytes] == '\n');
    }
}
