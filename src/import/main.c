/* medfaq-import: what other publishers have becomes articles. A program of
 * its own, so that hostile files never meet the reader, and the reader never
 * loads the libraries that read them. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/charset.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/options.h"
#include "base/paths.h"
#include "base/platform.h"
#include "base/progress.h"
#include "base/sandbox.h"
#include "base/strs.h"
#include "import/run.h"
#include "import/source.h"
#include "import/xml.h"

#include <langinfo.h>

#define HELP_CELLS 80

enum import_status { EXIT_GOOD, EXIT_SOME_FAILED, EXIT_USAGE };

static volatile sig_atomic_t interrupted;

static void on_signal(int number)
{
    interrupted = number;
}

struct import_command {
    const char *to;
    bool dry_run, verbose, quiet;
    char *last; /* the file of the article that came last; owned */
    struct run_options run;
    uint64_t n_bytes; /* of all sources; 0: unknown */
    struct progress progress;
    struct charset charset;
};

enum import_option {
    OPTION_TO,
    OPTION_FROM,
    OPTION_ENCODING,
    OPTION_DRY_RUN,
    OPTION_KEEP_UNANSWERED,
    OPTION_VERBOSE,
    OPTION_QUIET,
    OPTION_HELP,
};

static const struct option_row option_rows[] = {
    [OPTION_TO] = {"to", 0, "DIR",
                   N_("destination folder (default: your own articles)")},
    [OPTION_FROM] = {"from", 0, "FORMAT",
                     N_("format of the sources (default: recognised)")},
    [OPTION_ENCODING] = {"encoding", 0, "NAME",
                         N_("character set of sources that do not state one")},
    [OPTION_DRY_RUN] = {"dry-run", 0, NULL,
                        N_("write nothing, only say what would happen")},
    [OPTION_KEEP_UNANSWERED] = {"keep-unanswered", 0, NULL,
                                N_("keep questions without answers")},
    [OPTION_VERBOSE] = {"verbose", 'v', NULL,
                        N_("name every article and everything skipped")},
    [OPTION_QUIET] = {"quiet", 'q', NULL, N_("only report failures")},
    [OPTION_HELP] = {"help", 'h', NULL, N_("show this help")},
    {NULL},
};

static void print_help(void)
{
    struct buf text;
    buf_init(&text);
    buf_printf(&text, "%s\n  medfaq import SOURCE...\n\n", _("Usage:"));
    options_add_paragraph(
        _("Turns files, folders, archives (.zip, .tar, .tar.gz, .tar.xz "
          "...) and Kiwix ZIM files (.zim) into articles. Leaves articles "
          "alone that you have edited since."),
        0, HELP_CELLS, &text);
    buf_printf(&text, "\n%s\n", _("Options:"));
    options_add_help(option_rows, ~0u, NULL, &text);
    buf_printf(&text, "\n%s\n", _("Formats:"));
    for (const struct importer *row = importers; row->name; row++)
        buf_printf(&text, "  %-16s %s\n", row->name, _(row->usage));
    fputs(text.data, stdout);
    buf_finish(&text);
}

/* ---- messages ---- */

static void print_reason(struct import_command *command, const char *name,
                         const char *reason)
{
    progress_clear(&command->progress);
    report_print_text(stderr, &command->charset, name);
    fputs(": ", stderr);
    report_print_text(stderr, &command->charset, reason);
    fputc('\n', stderr);
}

static void on_failed(void *user, const char *name, const char *reason)
{
    print_reason(user, name, reason);
}

static void on_omitted(void *user, const char *name, const char *reason)
{
    struct import_command *command = user;
    if (command->verbose)
        print_reason(command, name, reason);
}

/* "page.html: left out (navigation): Home Help" */
static void on_declared(void *user, const char *name, const char *done,
                        const char *text)
{
    struct import_command *command = user;
    if (!command->verbose)
        return;
    struct buf line;
    buf_init(&line);
    buf_printf(&line, "%s: %s", done, text);
    print_reason(command, name, line.data);
    buf_finish(&line);
}

static void on_put(void *user, const char *id, enum put result)
{
    struct import_command *command = user;
    struct buf name;
    buf_init(&name);
    buf_printf(&name, "%s.md", id);
    char *path = file_join(command->to, name.data);
    if (command->verbose && result <= PUT_SAME)
        print_reason(command, path, report_put_name(result));
    free(command->last);
    command->last = path;
    buf_finish(&name);
}

static bool on_progress(void *user, uint64_t n_bytes, size_t n_articles)
{
    struct import_command *command = user;
    char text[80];
    if (command->quiet || !progress_is_due(&command->progress))
        return !interrupted;
    double share =
        command->n_bytes ? (double)n_bytes / (double)command->n_bytes : -1;
    snprintf(text, sizeof text, n_("%zu article", "%zu articles", n_articles),
             n_articles);
    progress_draw(&command->progress, share, text);
    return !interrupted;
}

static void print_report(const struct import_command *command,
                         const struct report *report)
{
    bool is_one = report_count_articles(report) == 1;
    report_print(report, &(struct report_place){
                             .name = is_one ? command->last : command->to,
                             .note = command->dry_run
                                         ? _(" (dry run: nothing was written)")
                                         : "",
                             .charset = &command->charset,
                         });
}

/* ---- options ---- */

/* Says what is wrong and where it is explained. */
static enum import_status usage_error(const struct import_command *command,
                                      const char *reason)
{
    fputs("medfaq import: ", stderr);
    report_print_text(stderr, &command->charset, reason);
    fputs(_("; try medfaq import --help\n"), stderr);
    return EXIT_USAGE;
}

static bool set_options(struct import_command *command,
                        const struct options *options, struct error *err)
{
    const char *from = options->values[OPTION_FROM];
    command->to = options->values[OPTION_TO];
    command->dry_run = options->given & 1u << OPTION_DRY_RUN;
    command->verbose = options->given & 1u << OPTION_VERBOSE;
    command->quiet = options->given & 1u << OPTION_QUIET;
    command->run.import.encoding = options->values[OPTION_ENCODING];
    command->run.import.keep_unanswered =
        options->given & 1u << OPTION_KEEP_UNANSWERED;
    command->run.from = from ? importer_find(from) : NULL;
    return !from || command->run.from ||
           error_set(err, _("--from=%s: unknown format"), from);
}

/* Where all was left out for one reason, it says so. */
static void print_nothing_came(struct import_command *command,
                               const char *const *sources, size_t n_sources,
                               const struct report *report)
{
    struct buf reason;
    buf_init(&reason);
    buf_add(&reason, n_sources == 1 ? _("no articles found in it")
                                    : _("no articles found in these sources"));
    if (report->n_omissions == 1)
        buf_printf(&reason, ": %s", report->omissions[0].reason);
    print_reason(command, n_sources == 1 ? sources[0] : "medfaq import",
                 reason.data);
    buf_finish(&reason);
}

/* Where the system keeps programs, what they load, and what they ask for. */
static const char *const system_folders[] = {"/usr",   "/bin", "/sbin", "/lib",
                                             "/lib64", "/etc", "/opt",  "/nix",
                                             "/gnu",   "/dev", "/proc", "/sys"};

static void add_existing(struct strs *paths, const char *path)
{
    if (*path && access(path, F_OK) == 0)
        strs_add(paths, path);
}

static void add_readable(struct strs *readable)
{
    const char *path = getenv("PATH");
    char *rest = mem_strdup(path ? path : ""), *copy = rest, *folder;
    for (size_t i = 0; i < sizeof system_folders / sizeof *system_folders; i++)
        add_existing(readable, system_folders[i]);
    while ((folder = strsep(&rest, ":")))
        add_existing(readable, folder);
    free(copy);
}

/* From here on only the sources are read, and only the destination and the
 * temporary folder written, whatever a hostile source makes of this program or
 * of a converter. */
static void give_up_rights(const struct import_command *command,
                           const char *const *sources, size_t n_sources)
{
    struct strs readable, writable;
    strs_init(&readable);
    strs_init(&writable);
    add_readable(&readable);
    for (size_t i = 0; i < n_sources; i++)
        add_existing(&readable, sources[i]);
    strs_add(&writable, paths_temporary());
    if (!command->dry_run)
        strs_add(&writable, command->to);
    strs_add(&readable, NULL);
    strs_add(&writable, NULL);
    sandbox_enter((const char *const *)readable.items,
                  (const char *const *)writable.items);
    strs_finish(&readable);
    strs_finish(&writable);
}

static enum import_status import(struct import_command *command,
                                 const char *const *sources, size_t n_sources)
{
    struct error err;
    if (platform_is_secure() && !command->dry_run) {
        fputs(_("medfaq import: not allowed while MEDFAQ_SECURE is set\n"),
              stderr);
        return EXIT_SOME_FAILED;
    }
    struct destination *destination =
        destination_open(command->to, command->dry_run, &err);
    if (!destination) {
        print_reason(command, "medfaq import", err.message);
        return EXIT_SOME_FAILED;
    }
    if (destination_is_damaged(destination))
        print_reason(command, command->to,
                     _("the list of earlier imports (.medfaq-import) is "
                       "damaged; articles that it does not name count as "
                       "edited and are left alone"));
    for (size_t i = 0; i < n_sources; i++)
        command->n_bytes += source_size(sources[i]);
    give_up_rights(command, sources, n_sources);
    long n_cores = sysconf(_SC_NPROCESSORS_ONLN);
    command->run.n_threads = n_cores > 1 ? (unsigned)n_cores : 1;
    command->run.user = command;
    command->run.failed = on_failed;
    command->run.omitted = on_omitted;
    command->run.declared = on_declared;
    command->run.put = on_put;
    command->run.progress = on_progress;
    progress_init(&command->progress);

    struct report report;
    run_import(sources, n_sources, destination, &command->run, &report);
    progress_clear(&command->progress);
    bool good = destination_close(destination, &err);
    if (!good)
        print_reason(command, "medfaq import", err.message);
    if (!command->quiet)
        print_report(command, &report);
    if (interrupted)
        fputs(_("stopped; run the same command again to continue\n"), stderr);
    good &= report.n_failed == 0 && !interrupted;
    if (good && report_count_articles(&report) == 0) {
        print_nothing_came(command, sources, n_sources, &report);
        good = false;
    }
    report_finish(&report);
    return good ? EXIT_GOOD : EXIT_SOME_FAILED;
}

static enum import_status read_and_import(struct import_command *command, int n,
                                          char **arguments)
{
    struct options options;
    struct error err;
    options_init(&options, option_rows);
    n = options_read(&options, arguments, n, OPTIONS_ANYWHERE, &err);
    if (n >= 0 && options.given & 1u << OPTION_HELP) {
        print_help();
        return EXIT_GOOD;
    }
    if (n < 0 || !set_options(command, &options, &err))
        return usage_error(command, err.message);
    if (n == 0)
        return usage_error(command, _("name a file, a folder or an archive"));
    char *own = command->to ? NULL : paths_in(PATHS_DATA, "articles", &err);
    command->to = own ? own : command->to;
    enum import_status code = EXIT_SOME_FAILED;
    if (command->to)
        code = import(command, (const char *const *)arguments, (size_t)n);
    else
        print_reason(command, "medfaq import", err.message);
    free(own);
    return code;
}

int main(int argc, char **argv)
{
    platform_allow_large_writes();
    i18n_init();
    struct import_command command = {0};
    charset_init(&command.charset, nl_langinfo(CODESET));
    struct sigaction action = {.sa_handler = on_signal};
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    sigaction(SIGHUP, &action, NULL);

    enum import_status code =
        read_and_import(&command, argc > 0 ? argc - 1 : 0, argv + 1);
    xml_finish();
    charset_finish(&command.charset);
    free(command.last);
    return (int)code;
}
