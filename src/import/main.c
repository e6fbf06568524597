/* medfaq-import: what other publishers have becomes articles. A program of
 * its own, so that hostile files never meet the reader, and the reader never
 * loads the libraries that read them. */
#include <getopt.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/charset.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/safe.h"
#include "base/secure.h"
#include "import/run.h"
#include "import/schema.h"
#include "import/source.h"
#include "import/xml.h"

#include <langinfo.h>

enum exit_code { EXIT_GOOD, EXIT_SOME_FAILED, EXIT_USAGE };

static volatile sig_atomic_t interrupted;

static void on_signal(int number)
{
    interrupted = number;
}

struct command {
    const char *to;
    bool dry_run, verbose, quiet;
    char *last; /* the file of the article that came last; owned */
    struct run_options run;
    uint64_t n_bytes; /* of all sources; 0: unknown */
    bool bar;         /* a progress bar is wanted */
    bool bar_shown;
    int64_t bar_at_ms; /* when it was drawn */
    struct charset charset;
};

static void print_usage(FILE *out)
{
    fputs(
        "usage: medfaq import [OPTION]... SOURCE...\n"
        "\n"
        "Makes articles of files, folders and archives (.zip, .tar, .tar.gz,\n"
        ".tar.xz ...). Articles that were edited since are left as they are.\n"
        "\n"
        "  --to DIR            where to; without it, your own articles\n"
        "  --from FORMAT       what the sources are; without it, recognised:\n",
        out);
    for (const struct importer *row = importers; row->name; row++)
        fprintf(out, "      %-16s%s\n", row->name, row->usage);
    fputs("  --encoding NAME     character set of text and pages that state "
          "none\n"
          "  --dry-run           write nothing, only say what would be\n"
          "  --keep-unanswered   keep questions without answers, as headings\n"
          "  -v, --verbose       name every article, and what is left out\n"
          "  -q, --quiet         say only what went wrong\n"
          "  --help              this text\n",
          out);
}

/* ---- messages ---- */

static void print_safe(FILE *out, const struct command *command,
                       const char *text)
{
    struct buf safe;
    buf_init(&safe);
    safe_text(text, strlen(text), &command->charset, &safe);
    charset_encode_buf(&command->charset, &safe);
    fwrite(safe.data, 1, safe.n_bytes, out);
    buf_finish(&safe);
}

static void clear_bar(struct command *command)
{
    if (command->bar_shown)
        fputs("\r\033[K", stderr);
    command->bar_shown = false;
}

static void print_reason(struct command *command, const char *name,
                         const char *reason)
{
    clear_bar(command);
    print_safe(stderr, command, name);
    fputs(": ", stderr);
    print_safe(stderr, command, reason);
    fputc('\n', stderr);
}

static void on_failed(void *user, const char *name, const char *reason)
{
    print_reason(user, name, reason);
}

static void on_omitted(void *user, const char *name, const char *reason)
{
    struct command *command = user;
    if (command->verbose)
        print_reason(command, name, reason);
}

/* The others are among the omissions. */
static const char *const put_names[] = {
    [PUT_NEW] = "new",
    [PUT_CHANGED] = "changed",
    [PUT_SAME] = "as before",
};

static void on_put(void *user, const char *id, enum put result)
{
    struct command *command = user;
    struct buf name;
    buf_init(&name);
    buf_printf(&name, "%s.md", id);
    char *path = file_join(command->to, name.data);
    if (command->verbose && result <= PUT_SAME)
        print_reason(command, path, put_names[result]);
    free(command->last);
    command->last = path;
    buf_finish(&name);
}

static void draw_bar(struct command *command, uint64_t n_bytes,
                     size_t n_articles)
{
    enum { BAR_CELLS = 30 };
    double share =
        command->n_bytes ? (double)n_bytes / (double)command->n_bytes : 0;
    if (share > 1)
        share = 1;
    fputs("\r", stderr);
    if (command->n_bytes) {
        char bar[BAR_CELLS + 1];
        for (int i = 0; i < BAR_CELLS; i++)
            bar[i] = i < (int)(share * BAR_CELLS) ? '#' : '.';
        bar[BAR_CELLS] = '\0';
        fprintf(stderr, "[%s] %3d%%  ", bar, (int)(share * 100));
    }
    fprintf(stderr, "%zu %s\033[K", n_articles,
            n_articles == 1 ? "article" : "articles");
    command->bar_shown = true;
}

static bool on_progress(void *user, uint64_t n_bytes, size_t n_articles)
{
    struct command *command = user;
    int64_t now_ms = command->bar ? clock_ms() : 0;
    if (command->bar && now_ms - command->bar_at_ms >= 100) {
        draw_bar(command, n_bytes, n_articles);
        command->bar_at_ms = now_ms;
    }
    return !interrupted;
}

static void print_count(size_t n, const char *what)
{
    if (n > 0)
        printf("  %7zu %s\n", n, what);
}

static size_t count_articles(const struct report *report)
{
    size_t n = 0;
    for (int i = PUT_NEW; i <= PUT_EDITED; i++)
        n += report->n_put[i];
    return n;
}

static void print_report(const struct command *command,
                         const struct report *report)
{
    size_t n = count_articles(report);
    printf(n == 1 ? "%zu article: " : "%zu articles in ", n);
    print_safe(stdout, command, n == 1 ? command->last : command->to);
    puts(command->dry_run ? " (dry run: nothing was written)" : "");
    for (int i = PUT_NEW; i <= PUT_SAME; i++)
        print_count(report->n_put[i], put_names[i]);
    print_count(report->n_failed, "failed; see above");
    for (size_t i = 0; i < report->n_omissions; i++) {
        const struct omission *omission = &report->omissions[i];
        printf("  %7zu left out: ", omission->n);
        print_safe(stdout, command, omission->reason);
        printf(" (");
        for (size_t j = 0; j < RUN_EXAMPLES && omission->examples[j]; j++) {
            printf("%s", j ? ", " : "");
            print_safe(stdout, command, omission->examples[j]);
        }
        puts(omission->n > RUN_EXAMPLES ? " ...)" : ")");
    }
}

/* ---- options ---- */

static char *default_folder(void)
{
    const char *data = getenv("XDG_DATA_HOME"), *home = getenv("HOME");
    if (data && data[0] == '/')
        return file_join(data, "medfaq/articles");
    return file_join(home && home[0] ? home : ".",
                     ".local/share/medfaq/articles");
}

enum { OPT_TO = 256, OPT_FROM, OPT_ENCODING, OPT_DRY_RUN, OPT_KEEP, OPT_HELP };

static const struct option long_options[] = {
    {"to", required_argument, NULL, OPT_TO},
    {"from", required_argument, NULL, OPT_FROM},
    {"encoding", required_argument, NULL, OPT_ENCODING},
    {"dry-run", no_argument, NULL, OPT_DRY_RUN},
    {"keep-unanswered", no_argument, NULL, OPT_KEEP},
    {"verbose", no_argument, NULL, 'v'},
    {"quiet", no_argument, NULL, 'q'},
    {"help", no_argument, NULL, OPT_HELP},
    {NULL, 0, NULL, 0},
};

/* EXIT_GOOD with *help, or EXIT_USAGE after a message. */
static enum exit_code parse_options(int argc, char **argv,
                                    struct command *command, bool *help)
{
    int option;
    while ((option = getopt_long(argc, argv, "vq", long_options, NULL)) != -1)
        switch (option) {
        case OPT_TO: command->to = optarg; break;
        case OPT_FROM:
            command->run.from = importer_find(optarg);
            if (command->run.from)
                break;
            fprintf(stderr, "medfaq import: no format \"");
            print_safe(stderr, command, optarg);
            fprintf(stderr, "\"; see medfaq import --help\n");
            return EXIT_USAGE;
        case OPT_ENCODING: command->run.import.encoding = optarg; break;
        case OPT_DRY_RUN: command->dry_run = true; break;
        case OPT_KEEP: command->run.import.keep_unanswered = true; break;
        case 'v': command->verbose = true; break;
        case 'q': command->quiet = true; break;
        case OPT_HELP: *help = true; return EXIT_GOOD;
        default: fputs("see medfaq import --help\n", stderr); return EXIT_USAGE;
        }
    if (optind < argc)
        return EXIT_GOOD;
    fputs("medfaq import: name a file, a folder or an archive\n", stderr);
    return EXIT_USAGE;
}

static enum exit_code import(struct command *command,
                             const char *const *sources, size_t n_sources)
{
    struct error err;
    if (is_secure() && !command->dry_run) {
        fputs("medfaq import: not allowed here (MEDFAQ_SECURE)\n", stderr);
        return EXIT_SOME_FAILED;
    }
    struct destination *destination =
        destination_open(command->to, command->dry_run, &err);
    if (!destination) {
        print_reason(command, "medfaq import", err.message);
        return EXIT_SOME_FAILED;
    }
    for (size_t i = 0; i < n_sources; i++)
        command->n_bytes += source_size(sources[i]);
    long n_cores = sysconf(_SC_NPROCESSORS_ONLN);
    command->run.n_threads = n_cores > 1 ? (unsigned)n_cores : 1;
    command->run.user = command;
    command->run.failed = on_failed;
    command->run.omitted = on_omitted;
    command->run.put = on_put;
    command->run.progress = on_progress;
    command->bar = isatty(STDERR_FILENO) && !command->quiet;

    struct report report;
    run_import(sources, n_sources, destination, &command->run, &report);
    clear_bar(command);
    bool good = destination_close(destination, &err);
    if (!good)
        print_reason(command, "medfaq import", err.message);
    if (!command->quiet)
        print_report(command, &report);
    if (interrupted)
        fputs("stopped; the same command goes on where this one was\n", stderr);
    good &= report.n_failed == 0 && !interrupted;
    if (good && count_articles(&report) == 0) {
        print_reason(command, n_sources == 1 ? sources[0] : "medfaq import",
                     n_sources == 1 ? "no article came of it"
                                    : "no article came of these sources");
        good = false;
    }
    report_finish(&report);
    return good ? EXIT_GOOD : EXIT_SOME_FAILED;
}

int main(int argc, char **argv)
{
    i18n_init();
    struct command command = {0};
    charset_init(&command.charset, nl_langinfo(CODESET));
    struct sigaction action = {.sa_handler = on_signal};
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    sigaction(SIGHUP, &action, NULL);
    xml_init();
    schema_init();

    bool help = false;
    char *folder = default_folder();
    command.to = folder;
    enum exit_code code = parse_options(argc, argv, &command, &help);
    if (help)
        print_usage(stdout);
    else if (code == EXIT_GOOD)
        code = import(&command, (const char *const *)argv + optind,
                      (size_t)(argc - optind));
    xml_finish();
    charset_finish(&command.charset);
    free(command.last);
    free(folder);
    return (int)code;
}
