/* The reader beside less and beside a bare curses program: start, keys, find
 * and memory. Prints medians of paired rounds; fails nobody for being slow.
 *
 * reader MEDFAQ BARE ARTICLE WHOLE
 *
 * ARTICLE is cut to 6 KB and made long; WHOLE is read as it is. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pair.h"

#define QUIET_MS 40
#define START_QUIET_MS 15 /* what is read after the first screen is not it */
#define LONG_QUIET_MS 300 /* less is silent for a while as it searches */

#define SMALL_BYTES 6000
#define WHOLE_PAGES 8

static const char needle[] = "xylophonic";
static char folder[] = "/tmp/medfaq-bench-XXXXXX";

static char *in_folder(const char *name)
{
    static char paths[16][128];
    static unsigned next;
    char *path = paths[next++ % 16];
    snprintf(path, sizeof paths[0], "%s/%s", folder, name);
    return path;
}

/* The article's text again and again until n_bytes, then one word more. */
static void write_large(const char *article, const char *name, size_t n_bytes)
{
    FILE *in = fopen(article, "r"), *out = fopen(in_folder(name), "w");
    char text[65536];
    size_t n = in ? fread(text, 1, sizeof text - 1, in) : 0;
    if (n == 0 || !out) {
        perror(article);
        exit(1);
    }
    fclose(in);
    text[n] = '\0';
    const char *body = strstr(text, "\n---\n");
    body = body ? body + 5 : text;
    size_t n_body = n - (size_t)(body - text), written = 0;
    for (; written < n_bytes; written += n_body + 1)
        fprintf(out, "%s\n", body);
    fprintf(out, "\nThe last word is %s.\n", needle);
    fclose(out);
}

static bool has_source(const char *front, const char *citation)
{
    char wanted[64];
    snprintf(wanted, sizeof wanted, "{id: %.*s,", (int)strcspn(citation, "]"),
             citation);
    return strstr(front, wanted);
}

/* The body, without citations of sources that the front matter has not. */
static void write_body(FILE *out, const char *front, const char *body, size_t n)
{
    for (const char *at = body; at < body + n;) {
        if (!strncmp(at, "[^", 2) && !has_source(front, at + 2))
            at += strcspn(at, "]") + 1;
        else
            fputc(*at++, out);
    }
}

/* Where the last line that begins so lies before a limit; 0: nowhere. */
static size_t last_before(const char *text, const char *start, size_t limit)
{
    size_t last = 0;
    for (const char *at = text; (at = strstr(at, start)); at++)
        if ((size_t)(at - text) < limit)
            last = (size_t)(at - text) + 1;
    return last;
}

/* Some 6 KB: front matter, cut after the sources that fit into half of it, and
 * the body, cut at a paragraph. */
static void write_small(const char *article, const char *name)
{
    FILE *in = fopen(article, "r"), *out = fopen(in_folder(name), "w");
    char text[65536];
    size_t n = in ? fread(text, 1, sizeof text - 1, in) : 0;
    text[n] = '\0';
    char *body = strstr(text, "\n---\n");
    if (!body || !out) {
        perror(article);
        exit(1);
    }
    fclose(in);
    *body = '\0';
    body += strlen("\n---\n");
    size_t n_front = last_before(text, "\n  - ", SMALL_BYTES / 2);
    text[n_front] = '\0';
    fprintf(out, "%s---\n", text);
    write_body(out, text, body,
               last_before(body, "\n\n", SMALL_BYTES - n_front));
    fclose(out);
}

static void measure_idle(const char *medfaq, const char *article)
{
    struct run run;
    run_start(&run, (const char *const[]){medfaq, article, NULL}, 200);
    long before = run_cpu_ticks(&run);
    long resident = run_resident_kib(&run);
    sleep(3);
    long after = run_cpu_ticks(&run);
    run_end(&run);
    printf("memory and idling, 6 KB article\n"
           "  resident %.2f MB; CPU ticks in 3 idle seconds: %ld\n",
           (double)resident / 1024, after - before);
}

static void copy_file(const char *from, const char *to)
{
    char command[1024];
    snprintf(command, sizeof command, "cp '%s' '%s'", from, to);
    if (system(command) != 0)
        exit(1);
}

/* A copy, as installing makes one: what a linker has just written lies in
 * memory in another way, and starts more slowly. */
static const char *copy_program(const char *program, const char *name)
{
    const char *copy = in_folder(name);
    copy_file(program, copy);
    return copy;
}

/* An article as it is opened, and its pages one after the other. The first page
 * of the small one alone says too little: less shows the front matter there,
 * whose lines are long, and writes half as much for each page after it. */
static void compare_whole(const char *medfaq, const char *whole)
{
    pair_compare("first screen, a whole article", QUIET_MS,
                 (struct series[]){{"medfaq", {medfaq, whole}},
                                   {"less", {"less", whole}}},
                 2);
    pair_compare(
        "a page down, a whole article", QUIET_MS,
        (struct series[]){{"medfaq", {medfaq, whole}, NULL, " ", WHOLE_PAGES},
                          {"less", {"less", whole}, NULL, " ", WHOLE_PAGES}},
        2);
}

int main(int argc, char **argv)
{
    if (argc != 5) {
        fputs("usage: reader MEDFAQ BARE ARTICLE WHOLE\n", stderr);
        return 2;
    }
    bench_environment();
    if (!mkdtemp(folder)) {
        perror(folder);
        return 1;
    }
    const char *medfaq = copy_program(argv[1], "medfaq");
    const char *bare = copy_program(argv[2], "bare");
    const char *article = argv[3], *whole = in_folder("whole.md");
    copy_file(argv[4], whole);
    write_small(article, "small.md");
    write_large(article, "1mb.md", 1000000);
    write_large(article, "10mb.md", 10000000);
    const char *small = in_folder("small.md"), *large = in_folder("1mb.md"),
               *huge = in_folder("10mb.md"), *screen = in_folder("screen");
    char command[512];
    snprintf(command, sizeof command,
             "'%s' show --width=78 '%s' | head -n 60 > '%s'", medfaq, small,
             screen);
    if (system(command) != 0)
        return 1;

    pair_compare("first screen, 6 KB", QUIET_MS,
                 (struct series[]){{"medfaq", {medfaq, small}},
                                   {"less", {"less", small}},
                                   {"bare", {bare, screen}}},
                 3);
    pair_compare("first screen, 6 KB", QUIET_MS,
                 (struct series[]){{"medfaq", {medfaq, small}},
                                   {"less", {"less", small}}},
                 2);
    pair_compare("a page down, 6 KB", QUIET_MS,
                 (struct series[]){{"medfaq", {medfaq, small}, NULL, " "},
                                   {"less", {"less", small}, NULL, " "}},
                 2);
    compare_whole(medfaq, whole);
    pair_compare("a line down, 6 KB", QUIET_MS,
                 (struct series[]){{"medfaq", {medfaq, small}, NULL, "j"},
                                   {"less", {"less", small}, NULL, "j"},
                                   {"bare", {bare, screen}, NULL, "j"}},
                 3);
    pair_compare("a line down, 6 KB", QUIET_MS,
                 (struct series[]){{"medfaq", {medfaq, small}, NULL, "j"},
                                   {"less", {"less", small}, NULL, "j"}},
                 2);
    pair_compare("first screen, 1 MB", START_QUIET_MS,
                 (struct series[]){{"medfaq", {medfaq, large}},
                                   {"less", {"less", large}}},
                 2);
    char find[64];
    snprintf(find, sizeof find, "/%s\r", needle);
    pair_compare("find to the end, 1 MB", LONG_QUIET_MS,
                 (struct series[]){{"medfaq", {medfaq, large}, NULL, find},
                                   {"less", {"less", large}, NULL, find}},
                 2);
    pair_compare(
        "first screen, 10 MB", START_QUIET_MS,
        (struct series[]){{"medfaq", {medfaq, huge}}, {"less", {"less", huge}}},
        2);
    measure_idle(medfaq, small);
    snprintf(command, sizeof command, "rm -r '%s'", folder);
    return system(command) != 0;
}
