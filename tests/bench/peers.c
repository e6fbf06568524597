/* The reader beside other readers, and its search beside other searches: those
 * that are installed. Prints medians of paired rounds, and the memory of each;
 * fails nobody for being slow.
 *
 * peers MEDFAQ ARTICLE [FOLDER]: FOLDER is a library, as medfaq import makes
 * it. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "measure.h"
#include "pair.h"

#define QUIET_MS 40
#define LONG_QUIET_MS 300 /* some are silent while they search */
#define N_READERS (sizeof readers / sizeof *readers)
#define N_SEARCHES (sizeof searches / sizeof *searches)
#define ROUNDS 7
#define WORDS "warfarin bleeding"

static const char needle[] = "xylophonic";
static char folder[] = "/tmp/medfaq-peers-XXXXXX";

static const struct reader {
    const char *name, *program; /* that has to be installed */
    const char *start;          /* a shell command; $0 is the file */
    bool html;                  /* it reads what show --format=html prints */
    const char *end, *find;     /* keys */
} readers[] = {
    {"medfaq", NULL, "exec $MEDFAQ $0", false, "G", "/xylophonic\r"},
    {"less", "less", "exec less $0", false, "G", "/xylophonic\r"},
    {"most", "most", "exec most $0", false, "B", "/xylophonic\r"},
    {"bat", "batcat", "exec batcat --paging=always --color=always -l md $0",
     false, "G", "/xylophonic\r"},
    {"lowdown", "lowdown", "lowdown -tterm $0 | exec less -R", false, "G",
     "/xylophonic\r"},
    {"w3m", "w3m", "exec w3m -T text/html $0", true, "G", "/xylophonic\r"},
    {"lynx", "lynx", "exec lynx -force_html $0", true, "\005", "/xylophonic\r"},
};

/* A setup that makes an index, and a search; $FOLDER is the library. */
static const struct search {
    const char *name, *program, *setup, *run;
} searches[] = {
    {"medfaq", NULL, "$MEDFAQ index", "exec $MEDFAQ search " WORDS},
    {"ripgrep", "rg", NULL, "exec rg -il 'warfarin.*bleeding' $FOLDER"},
    {"Xapian", "quest",
     "omindex --db $PEERS/xapian --url / --mime-type=md:text/plain "
     "--depth-limit=0 $FOLDER",
     "exec quest --db=$PEERS/xapian --default-op=and " WORDS},
    {"recoll", "recollq",
     "mkdir -p $PEERS/recoll && echo topdirs = $FOLDER "
     ">$PEERS/recoll/recoll.conf && recollindex -c $PEERS/recoll",
     "exec recollq -c $PEERS/recoll -n 20 " WORDS},
};

static bool is_installed(const char *program)
{
    char command[200];
    snprintf(command, sizeof command, "command -v %s >/dev/null 2>&1", program);
    return !program || system(command) == 0;
}

static bool run_shell(const char *command)
{
    char quiet[1024];
    snprintf(quiet, sizeof quiet, "{ %s; } >/dev/null 2>&1 </dev/null",
             command);
    return system(quiet) == 0;
}

/* ---- readers ---- */

/* The article's text again and again until n_bytes, then one word more; as
 * Markdown and as HTML. */
static void write_article(const char *article, const char *name, size_t n_bytes)
{
    char path[200], command[1024], text[65536];
    FILE *in = fopen(article, "r");
    size_t n = in ? fread(text, 1, sizeof text - 1, in) : 0;
    text[n] = '\0';
    const char *body = strstr(text, "\n---\n");
    body = body ? body + 5 : text;
    snprintf(path, sizeof path, "%s/%s.md", folder, name);
    FILE *out = fopen(path, "w");
    if (!n || !out) {
        perror(article);
        exit(1);
    }
    fclose(in);
    for (size_t written = 0; written < n_bytes; written += strlen(body) + 1)
        fprintf(out, "%.*s\n",
                n_bytes - written < strlen(body) ? (int)(n_bytes - written)
                                                 : (int)strlen(body),
                body);
    fprintf(out, "\nThe last word is %s.\n", needle);
    fclose(out);
    snprintf(command, sizeof command,
             "$MEDFAQ show --format=html %s/%s.md >%s/%s.html", folder, name,
             folder, name);
    if (system(command) != 0)
        exit(1);
}

static void print_memory(const struct series *series, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct run run;
        run_start(&run, series[i].argv, LONG_QUIET_MS);
        printf("  %-8s %8.1f MB resident\n", series[i].name,
               (double)run_resident_kib(&run) / 1024);
        run_end(&run);
    }
}

static void compare_readers(const char *size, const char *name)
{
    static char files[N_READERS][200];
    struct series series[N_READERS];
    size_t n = 0, less = 0;
    for (size_t i = 0; i < N_READERS; i++) {
        const struct reader *reader = &readers[i];
        if (!is_installed(reader->program)) {
            printf("# %s is not installed\n", reader->program);
            continue;
        }
        snprintf(files[i], sizeof files[i], "%s/%s.%s", folder, name,
                 reader->html ? "html" : "md");
        less = strcmp(reader->name, "less") == 0 ? n : less;
        series[n++] =
            (struct series){.name = reader->name,
                            .argv = {"sh", "-c", reader->start, files[i]}};
    }
    /* The last one is what the others are divided by. */
    struct series swap = series[less];
    series[less] = series[n - 1];
    series[n - 1] = swap;
    printf("%s\n", size);
    pair_compare("first screen", QUIET_MS, series, n);
    for (size_t i = 0; i < n; i++)
        series[i].keys = " ";
    pair_compare("a page down", QUIET_MS, series, n);
    static const char *const titles[] = {"to the end", "find the last word"};
    for (int what = 0; what < 2; what++) {
        for (size_t i = 0; i < n; i++)
            for (size_t j = 0; j < N_READERS; j++)
                if (series[i].name == readers[j].name)
                    series[i].keys = what ? readers[j].find : readers[j].end;
        pair_compare(titles[what], LONG_QUIET_MS, series, n);
    }
    print_memory(series, n);
}

/* ---- searches ---- */

static double time_of(const char *command)
{
    double start = now_ms();
    run_shell(command);
    return now_ms() - start;
}

static void compare_searches(void)
{
    double times[N_SEARCHES][ROUNDS];
    bool works[N_SEARCHES];
    for (size_t i = 0; i < N_SEARCHES; i++) {
        const struct search *search = &searches[i];
        works[i] = search->run && is_installed(search->program) &&
                   (!search->setup || run_shell(search->setup));
        if (!works[i])
            printf("# %s is not installed, or cannot search here\n",
                   search->name);
    }
    for (int round = 0; round < ROUNDS; round++)
        for (size_t i = 0; i < N_SEARCHES; i++)
            if (works[i])
                times[i][round] = time_of(searches[i].run);
    printf("searching the library for \"%s\"\n", WORDS);
    for (size_t i = 0; i < N_SEARCHES; i++)
        if (works[i])
            printf("  %-8s %8.1f ms\n", searches[i].name,
                   median(times[i], ROUNDS));
}

int main(int argc, char **argv)
{
    if (argc < 3) {
        fputs("usage: peers MEDFAQ ARTICLE [FOLDER]\n", stderr);
        return 2;
    }
    bench_environment();
    if (!mkdtemp(folder)) {
        perror(folder);
        return 1;
    }
    setenv("MEDFAQ", argv[1], 1);
    setenv("PEERS", folder, 1);
    setenv("XDG_CACHE_HOME", folder, 1);
    static const struct {
        const char *title, *name;
        size_t n_bytes;
    } sizes[] = {{"6 KB", "6k", 6000},
                 {"1 MB", "1m", 1000000},
                 {"10 MB", "10m", 10000000}};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        write_article(argv[2], sizes[i].name, sizes[i].n_bytes);
        compare_readers(sizes[i].title, sizes[i].name);
    }
    const char *library = argc > 3 ? argv[3] : getenv("MEDFAQ_LIBRARY");
    if (library) {
        setenv("FOLDER", library, 1);
        setenv("MEDFAQ_PATH", library, 1);
        compare_searches();
    } else {
        puts("# no library: name a folder in MEDFAQ_LIBRARY");
    }
    char command[sizeof folder + 10];
    snprintf(command, sizeof command, "rm -r %s", folder);
    return system(command) != 0;
}
