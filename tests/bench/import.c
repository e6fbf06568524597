/* The import of all of MedQuAD beside the least that it could cost: unpacking,
 * parsing, and writing as many files, with one sync. Then a file of health
 * topics of 40 MB. Prints medians; fails nobody for being slow.
 *
 * import MEDFAQ-IMPORT ARCHIVE      the comparison
 * import --bare ARCHIVE FOLDER      the least */
#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "pair.h"

#define ROUNDS 5
#define MAX_BYTES ((size_t)8 << 20)
#define TOPICS_BYTES ((size_t)40 << 20)

/* ---- the least ---- */

/* An article of ours for each page that has an answer. */
static int has_answer(const char *text)
{
    const char *answer = strstr(text, "<Answer>");
    return answer && strncmp(answer + 8, "</Answer>", 9) != 0;
}

static void write_file(int folder, unsigned number, const char *text, size_t n)
{
    char name[32];
    snprintf(name, sizeof name, "%u.md", number);
    int fd = openat(folder, name, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (fd < 0 || write(fd, text, n) != (ssize_t)n || close(fd) != 0) {
        perror(name);
        exit(1);
    }
}

static int run_bare(const char *path, const char *folder_path)
{
    static char text[MAX_BYTES];
    struct archive *archive = archive_read_new();
    struct archive_entry *entry;
    unsigned n_files = 0;
    int folder = open(folder_path, O_RDONLY | O_DIRECTORY);
    archive_read_support_filter_all(archive);
    archive_read_support_format_all(archive);
    if (folder < 0 || archive_read_open_filename(archive, path, 65536)) {
        perror(path);
        return 1;
    }
    while (archive_read_next_header(archive, &entry) == ARCHIVE_OK) {
        la_ssize_t n = archive_read_data(archive, text, sizeof text - 1);
        if (n <= 0)
            continue;
        text[n] = '\0';
        xmlFreeDoc(xmlReadMemory(text, (int)n, NULL, NULL,
                                 XML_PARSE_NOERROR | XML_PARSE_NOWARNING));
        if (has_answer(text))
            write_file(folder, n_files++, text, (size_t)n);
    }
    syncfs(folder);
    archive_read_free(archive);
    return 0;
}

/* ---- the comparison ---- */

struct use {
    double seconds, cpu_seconds;
    long resident_kib;
};

static double seconds_of(struct timeval time)
{
    return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

static struct use measure(const char *const *argv)
{
    struct timespec start, end;
    struct rusage usage;
    int status;
    clock_gettime(CLOCK_MONOTONIC, &start);
    pid_t pid = fork();
    if (pid == 0) {
        execv(argv[0], (char *const *)argv);
        _exit(127);
    }
    if (pid < 0 || wait4(pid, &status, 0, &usage) < 0 || status != 0) {
        fprintf(stderr, "%s failed\n", argv[0]);
        exit(1);
    }
    clock_gettime(CLOCK_MONOTONIC, &end);
    return (struct use){.seconds = (double)(end.tv_sec - start.tv_sec) +
                                   (double)(end.tv_nsec - start.tv_nsec) / 1e9,
                        .cpu_seconds = seconds_of(usage.ru_utime) +
                                       seconds_of(usage.ru_stime),
                        .resident_kib = usage.ru_maxrss};
}

static char root[] = "/tmp/medfaq-bench-XXXXXX";

/* A new folder each time: file systems are slow where files have just been
 * deleted. */
static const char *fresh_folder(void)
{
    static char path[64];
    static unsigned number;
    snprintf(path, sizeof path, "%s/%u", root, number++);
    if (mkdir(path, 0700) != 0) {
        perror(path);
        exit(1);
    }
    return path;
}

static void compare(const char *self, const char *program, const char *archive)
{
    double ratios[ROUNDS], cpu_ratios[ROUNDS], seconds[ROUNDS];
    long resident_kib = 0;
    for (int i = 0; i < ROUNDS; i++) {
        const char *bare[] = {self, "--bare", archive, fresh_folder(), NULL};
        struct use least = measure(bare);
        const char *import[] = {program,        "-q",    "--to",
                                fresh_folder(), archive, NULL};
        struct use use = measure(import);
        seconds[i] = use.seconds;
        ratios[i] = use.seconds / least.seconds;
        cpu_ratios[i] = use.cpu_seconds / least.cpu_seconds;
        if (use.resident_kib > resident_kib)
            resident_kib = use.resident_kib;
    }
    printf("MedQuAD: %.2f s, %.2f times the least (CPU %.2f times); "
           "%.1f MiB resident\n",
           median(seconds, ROUNDS), median(ratios, ROUNDS),
           median(cpu_ratios, ROUNDS), (double)resident_kib / 1024);
}

static void write_topics(const char *path)
{
    FILE *out = fopen(path, "w");
    size_t n_bytes = 0;
    fputs("<health-topics>\n", out);
    for (int i = 0; n_bytes < TOPICS_BYTES; i++) {
        n_bytes += (size_t)fprintf(
            out,
            "<health-topic title=\"Topic %d\" id=\"%d\" language=\"English\" "
            "url=\"https://a.example/t%d.html\"><full-summary>",
            i, i, i);
        for (int j = 0; j < 40; j++)
            n_bytes += (size_t)fprintf(
                out, "&lt;p&gt;Some words of &lt;b&gt;a paragraph&lt;/b&gt;, "
                     "and more of them.&lt;/p&gt;\n");
        fputs("</full-summary></health-topic>\n", out);
    }
    fputs("</health-topics>\n", out);
    fclose(out);
}

static void stream(const char *program)
{
    char path[64];
    snprintf(path, sizeof path, "%s/topics.xml", root);
    write_topics(path);
    const char *import[] = {program, "-q", "--to", fresh_folder(), path, NULL};
    struct use use = measure(import);
    printf("topics of 40 MB: %.2f s, %.1f MiB resident\n", use.seconds,
           (double)use.resident_kib / 1024);
}

int main(int argc, char **argv)
{
    char command[64];
    if (argc == 4 && strcmp(argv[1], "--bare") == 0)
        return run_bare(argv[2], argv[3]);
    if (argc != 3 || !mkdtemp(root))
        return 2;
    if (access(argv[2], R_OK) == 0)
        compare(argv[0], argv[1], argv[2]);
    else
        printf("MedQuAD: %s is not there\n", argv[2]);
    stream(argv[1]);
    snprintf(command, sizeof command, "rm -rf %s", root);
    return system(command) != 0;
}
