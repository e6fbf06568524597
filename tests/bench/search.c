/* How fast the index is built, checked and searched, and how large it is.
 *
 *   MEDFAQ_MEDQUAD=FOLDER [MEDFAQ_COPIES=N] bench_search WORK
 *
 * FOLDER holds MedQuAD as imported. With N, a folder below WORK is filled with
 * N copies of each article whose words are varied, once, and searched as well.
 * Times are given as ratios to what SQLite and the system take by themselves,
 * in the same run. Without MEDFAQ_MEDQUAD nothing is measured: status 77. */
#include <ctype.h>
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "article/article.h"
#include "base/mem.h"
#include "data/sqlite.h"
#include "library/walk.h"
#include "search/search.h"

#define SKIPPED 77
#define KEY_PRESSES_MAX 4000
#define QUESTIONS 100

static double now_ms(void)
{
    struct timespec at;
    clock_gettime(CLOCK_MONOTONIC, &at);
    return (double)at.tv_sec * 1e3 + (double)at.tv_nsec / 1e6;
}

static long memory_kb(const char *field)
{
    char line[200];
    long kb = 0;
    FILE *status = fopen("/proc/self/status", "r");
    while (status && fgets(line, sizeof line, status))
        if (!strncmp(line, field, strlen(field)))
            kb = atol(line + strlen(field) + 1);
    if (status)
        fclose(status);
    return kb;
}

struct corpus {
    struct arena arena;
    struct walk walk;
    int64_t n_bytes;
};

static void corpus_init(struct corpus *corpus, const char *folder)
{
    *corpus = (struct corpus){0};
    walk_init(&corpus->walk, &corpus->arena);
    walk_root(&corpus->walk, folder);
    for (size_t i = 0; i < corpus->walk.n_found; i++) {
        struct stat st;
        if (stat(corpus->walk.found[i].path, &st) == 0)
            corpus->n_bytes += st.st_size;
    }
}

static void corpus_finish(struct corpus *corpus)
{
    walk_finish(&corpus->walk);
    arena_finish(&corpus->arena);
}

/* One of three long words gets one of forty syllables: a copy has words that
 * no other has, and most that all have. */
static void vary(const struct buf *text, unsigned copy, struct buf *out)
{
    static const char consonants[] = "bdfgklmn", vowels[] = "aeiou";
    for (size_t i = 0; i < text->n_bytes;) {
        size_t n = 0;
        uint32_t hash = 5381;
        while (i + n < text->n_bytes &&
               isalpha((unsigned char)text->data[i + n]))
            hash = hash * 33 + (unsigned char)tolower(text->data[i + n++]);
        buf_add_n(out, text->data + i, n ? n : 1);
        if (n >= 6 && hash % 3 == 0) {
            unsigned syllable = (hash / 3 + copy) % 40;
            buf_add_char(out, consonants[syllable % 8]);
            buf_add_char(out, vowels[syllable / 8]);
        }
        i += n ? n : 1;
    }
}

/* The front matter's keys and the anchors stay; its end is "---". */
static void write_copy(const char *path, const char *folder, unsigned copy)
{
    struct buf text, varied;
    char target[600];
    snprintf(target, sizeof target, "%s/%u/%s", folder, copy,
             strrchr(path, '/') + 1);
    buf_init(&text);
    buf_init(&varied);
    if (file_read(path, 0, &text, NULL, NULL)) {
        struct meta_extent extent = meta_find(text.data, text.n_bytes);
        struct buf body;
        const char *title = strstr(text.data, "title: ");
        size_t n_title = title ? strcspn(title, "\n") : 0;
        buf_init(&body);
        buf_add(&body, "---\n");
        if (n_title) {
            struct buf line;
            buf_init(&line);
            buf_add_n(&line, title + 7, n_title - 7);
            buf_add(&body, "title: ");
            vary(&line, copy, &body);
            buf_finish(&line);
        }
        buf_add(&body, "\nlang: en\n---\n");
        struct buf rest;
        buf_init(&rest);
        buf_add(&rest, text.data + extent.body_start);
        vary(&rest, copy, &body);
        int fd = open(target, O_WRONLY | O_CREAT | O_TRUNC, 0600);
        if (fd < 0 || write(fd, body.data, body.n_bytes) < 0)
            perror(target);
        close(fd);
        buf_finish(&rest);
        buf_finish(&body);
    }
    buf_finish(&text);
    buf_finish(&varied);
}

static void make_copies(const struct corpus *corpus, const char *folder,
                        unsigned n_copies)
{
    struct stat st;
    struct error err;
    if (stat(folder, &st) == 0)
        return;
    for (unsigned copy = 0; copy < n_copies; copy++) {
        char path[600];
        snprintf(path, sizeof path, "%s/%u", folder, copy);
        if (!file_make_folder(path, &err))
            puts(err.message);
        for (size_t i = 0; i < corpus->walk.n_found; i++)
            write_copy(corpus->walk.found[i].path, folder, copy);
    }
}

/* What parsing takes, and parsing with what FTS5 needs for the same text. */
static double raw_ms(const struct corpus *corpus, bool with_fts,
                     const char *work)
{
    enum db_result result;
    struct error err;
    char path[600];
    snprintf(path, sizeof path, "%s/raw.db", work);
    unlink(path);
    double start = now_ms();
    struct db *db = with_fts ? db_open(path, &result, &err) : NULL;
    struct db_query *query = NULL;
    if (db) {
        db_run(db, "CREATE VIRTUAL TABLE t USING fts5(title, heading, body,"
                   " content='', tokenize='porter unicode61'); BEGIN");
        query = db_query(db, "INSERT INTO t(title, heading, body)"
                             " VALUES(?1, ?2, ?3)");
    }
    for (size_t i = 0; i < corpus->walk.n_found; i++) {
        struct article *article =
            article_open(corpus->walk.found[i].path, NULL);
        for (size_t k = 0; query && article && k < article->n_sections; k++) {
            const struct section *section = &article->sections[k];
            const struct node *first = article->blocks[section->first_block];
            const struct node *last = article->blocks[section->end_block - 1];
            db_bind_text(query, 1, article->title);
            db_bind_text(query, 2, section->title);
            db_bind_text_n(query, 3, article->text + first->text_start,
                           last->text_end - first->text_start);
            db_do(query);
        }
        article_free(article);
    }
    if (db)
        db_run(db, "COMMIT");
    db_query_free(query);
    db_close(db);
    unlink(path);
    return now_ms() - start;
}

/* readdir and fstatat of every file, and nothing else. */
static double scan_ms(const char *folder)
{
    double start = now_ms();
    DIR *dir = opendir(folder);
    const struct dirent *entry;
    while (dir && (entry = readdir(dir))) {
        struct stat st;
        if (entry->d_name[0] == '.')
            continue;
        if (entry->d_type == DT_DIR) {
            char path[600];
            snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
            scan_ms(path);
        } else if (fstatat(dirfd(dir), entry->d_name, &st, 0) != 0) {
            perror(entry->d_name);
        }
    }
    if (dir)
        closedir(dir);
    return now_ms() - start;
}

static int64_t index_bytes(const char *cache)
{
    int64_t n_bytes = 0;
    char folder[600], path[900];
    snprintf(folder, sizeof folder, "%s/medfaq", cache);
    DIR *dir = opendir(folder);
    const struct dirent *entry;
    while (dir && (entry = readdir(dir))) {
        struct stat st;
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        if (stat(path, &st) == 0 && S_ISREG(st.st_mode))
            n_bytes += st.st_size;
    }
    if (dir)
        closedir(dir);
    return n_bytes;
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

struct times {
    double ms[KEY_PRESSES_MAX];
    size_t n;
};

static void search_once(struct index *index, const char *text, bool quick,
                        struct times *times)
{
    double start = now_ms();
    struct search_results *results = search_run(
        index, text, &(struct search_options){.n_max = 50, .quick = quick});
    if (times->n < KEY_PRESSES_MAX)
        times->ms[times->n++] = now_ms() - start;
    search_results_free(results);
}

static void print_times(const char *what, struct times *times)
{
    size_t n = times->n ? times->n : 1;
    qsort(times->ms, times->n, sizeof *times->ms, ascending);
    printf("  %-30s %6.1f ms median %6.1f ms 95th %6.1f ms most (%zu)\n", what,
           times->ms[n / 2], times->ms[n * 95 / 100], times->ms[n - 1],
           times->n);
    times->n = 0;
}

/* Titles with what one asks of them, typed key by key. */
static void time_keys(struct index *index, const struct corpus *corpus)
{
    static const char *const asked[] = {"", " treatment", " side effects",
                                        " pain in children"};
    static struct times quick, full;
    size_t step = corpus->walk.n_found / 60 + 1;
    for (size_t i = 0; i < corpus->walk.n_found; i += step) {
        char typed[60], part[60];
        struct article *article =
            article_open(corpus->walk.found[i].path, NULL);
        snprintf(typed, sizeof typed, "%.25s%s", article->title,
                 asked[i / step % 4]);
        article_free(article);
        for (size_t n = 1; n <= strlen(typed); n++) {
            snprintf(part, n + 1, "%s", typed);
            search_once(index, part, true, &quick);
            search_once(index, part, false, &full);
        }
    }
    print_times("first results of a key press", &quick);
    print_times("full ranking of a key press", &full);
}

/* The first sentences of articles are as good as questions. */
static void time_questions(struct index *index, const struct corpus *corpus)
{
    static struct times times;
    size_t step = corpus->walk.n_found / QUESTIONS + 1;
    for (size_t i = 0; i < corpus->walk.n_found; i += step) {
        char question[240];
        struct article *article =
            article_open(corpus->walk.found[i].path, NULL);
        snprintf(question, sizeof question, "%.200s", article->text);
        search_once(index, question, false, &times);
        article_free(article);
    }
    print_times("a question of 200 bytes", &times);
}

static bool measure(const char *folder, const char *work, bool raw)
{
    struct corpus corpus;
    struct error err;
    struct index_progress progress;
    corpus_init(&corpus, folder);
    double n_mb = (double)corpus.n_bytes / 1e6;
    printf("%zu articles, %.1f MB\n", corpus.walk.n_found, n_mb);
    double parse = raw ? raw_ms(&corpus, false, work) : 0;
    double fts = raw ? raw_ms(&corpus, true, work) : 0;
    char command[700];
    snprintf(command, sizeof command, "rm -rf '%s/medfaq'", work);
    if (system(command) != 0)
        return false;

    struct index *index = index_open(&folder, 1, &err);
    double start = now_ms();
    if (!index || !index_update(index, NULL, &progress, &err)) {
        puts(err.message);
        return false;
    }
    double built = now_ms() - start;
    printf("  built %zu in %.0f ms", progress.n_read, built);
    if (raw)
        printf(": %.2f times parsing (%.0f ms) with raw FTS5 (%.0f ms)",
               built / fts, parse, fts);
    printf("\n  memory %ld KB, %ld KB at most\n", memory_kb("VmRSS:"),
           memory_kb("VmHWM:"));
    index_close(index);
    printf("  index %.2f of the text\n",
           (double)index_bytes(work) / (double)corpus.n_bytes);

    index = index_open(&folder, 1, &err);
    double scan = scan_ms(folder);
    scan = scan_ms(folder);
    start = now_ms();
    index_update(index, NULL, &progress, &err);
    double check = now_ms() - start;
    printf("  no change: %.0f ms, %.2f times readdir and fstatat (%.0f ms)\n",
           check, check / scan, scan);
    time_keys(index, &corpus);
    time_questions(index, &corpus);
    printf("  memory %ld KB\n", memory_kb("VmRSS:"));
    index_close(index);
    corpus_finish(&corpus);
    return true;
}

int main(int argc, char **argv)
{
    const char *folder = getenv("MEDFAQ_MEDQUAD");
    const char *copies = getenv("MEDFAQ_COPIES");
    if (!folder || access(folder, R_OK) != 0 || argc < 2) {
        puts("nothing to measure: MEDFAQ_MEDQUAD names no folder");
        return SKIPPED;
    }
    setenv("XDG_CACHE_HOME", argv[1], 1);
    if (!copies)
        return measure(folder, argv[1], true) ? 0 : 1;
    struct corpus corpus;
    char many[600];
    snprintf(many, sizeof many, "%s/copies-%d", argv[1], atoi(copies));
    corpus_init(&corpus, folder);
    make_copies(&corpus, many, (unsigned)atoi(copies));
    corpus_finish(&corpus);
    return measure(many, argv[1], false) ? 0 : 1;
}
