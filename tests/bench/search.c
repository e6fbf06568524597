/* How fast the index is built, checked and searched, and how large it is.
 *
 *   MEDFAQ_MEDQUAD=FOLDER [MEDFAQ_COPIES=N] bench_search WORK SEARCH_TIMES
 *
 * FOLDER holds MedQuAD as imported. With N, a folder below WORK is filled with
 * N copies of each article whose words are varied, once, and searched in place
 * of it. Times are given as ratios to what SQLite and the system take by
 * themselves, in the same run. SEARCH_TIMES is the program that searches.
 * Without MEDFAQ_MEDQUAD nothing is measured: status 77. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "article/article.h"
#include "base/buf.h"
#include "corpus.h"
#include "data/db.h"
#include "measure.h"
#include "search/search.h"

#define SKIPPED 77
#define TYPED 60
#define QUESTIONS 100
#define QUESTION_BYTES 200

/* What parsing takes, and parsing with what FTS5 needs for the same text. */
static double raw_ms(const struct corpus *corpus, bool with_fts,
                     const char *work)
{
    enum db_result result;
    struct error err;
    struct buf path;
    buf_init(&path);
    buf_printf(&path, "%s/raw.db", work);
    unlink(path.data);
    double start = now_ms();
    struct db *db = with_fts ? db_open(path.data, &result, &err) : NULL;
    struct db_query *query = NULL;
    if (with_fts && !db) {
        fprintf(stderr, "%s\n", err.message);
        exit(1);
    }
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
    unlink(path.data);
    buf_finish(&path);
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
            struct buf path;
            buf_init(&path);
            buf_printf(&path, "%s/%s", folder, entry->d_name);
            scan_ms(path.data);
            buf_finish(&path);
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
    struct buf path;
    buf_init(&path);
    buf_printf(&path, "%s/medfaq", cache);
    size_t n_folder = path.n_bytes;
    DIR *dir = opendir(path.data);
    const struct dirent *entry;
    while (dir && (entry = readdir(dir))) {
        struct stat st;
        buf_truncate(&path, n_folder);
        buf_printf(&path, "/%s", entry->d_name);
        if (stat(path.data, &st) == 0 && S_ISREG(st.st_mode))
            n_bytes += st.st_size;
    }
    if (dir)
        closedir(dir);
    buf_finish(&path);
    return n_bytes;
}

static void write_question(const char *text, FILE *out)
{
    fputc('q', out);
    for (size_t i = 0; i < QUESTION_BYTES && text[i]; i++)
        fputc(text[i] == '\n' ? ' ' : text[i], out);
    fputc('\n', out);
}

/* Titles with what one asks of them, to be typed; the first sentences of
 * articles are as good as questions. */
static void write_queries(const struct corpus *corpus, FILE *out)
{
    static const char *const asked[] = {"", " treatment", " side effects",
                                        " pain in children"};
    size_t typed_step = corpus->walk.n_found / TYPED + 1;
    size_t question_step = corpus->walk.n_found / QUESTIONS + 1;
    for (size_t i = 0; i < corpus->walk.n_found; i++) {
        if (i % typed_step && i % question_step)
            continue;
        struct article *article =
            article_open(corpus->walk.found[i].path, NULL);
        if (i % typed_step == 0)
            fprintf(out, "k%.25s%s\n", article->title,
                    asked[i / typed_step % 4]);
        if (i % question_step == 0)
            write_question(article->text, out);
        article_free(article);
    }
}

/* In a program of its own, so that its memory is that of searching. */
static void time_searches(const struct corpus *corpus, const char *program,
                          const char *folder)
{
    struct buf command;
    buf_init(&command);
    buf_printf(&command, "'%s' '%s'", program, folder);
    fflush(stdout);
    FILE *searching = popen(command.data, "w");
    if (searching)
        write_queries(corpus, searching);
    if (!searching || pclose(searching) != 0)
        puts("could not search");
    buf_finish(&command);
}

static bool remove_index(const char *work)
{
    struct buf command;
    buf_init(&command);
    buf_printf(&command, "rm -rf '%s/medfaq'", work);
    bool ok = system(command.data) == 0;
    buf_finish(&command);
    return ok;
}

static bool build(const char *folder, double fts, double parse)
{
    struct error err;
    struct index_progress progress;
    struct index *index = index_open(&folder, 1, &err);
    double start = now_ms();
    bool ok = index && index_update(index, NULL, &progress, &err);
    double built = now_ms() - start;
    index_close(index);
    if (!ok) {
        puts(err.message);
        return false;
    }
    printf("  built %zu in %.0f ms", progress.n_read, built);
    if (fts > 0)
        printf(": %.2f times parsing (%.0f ms) with raw FTS5 (%.0f ms)",
               built / fts, parse, fts);
    printf("\n  memory %ld KB, %ld KB at most\n", memory_kb("VmRSS:"),
           memory_kb("VmHWM:"));
    return true;
}

static void check(const char *folder)
{
    struct error err;
    struct index_progress progress;
    struct index *index = index_open(&folder, 1, &err);
    double scan = scan_ms(folder);
    scan = scan_ms(folder);
    double start = now_ms();
    index_update(index, NULL, &progress, &err);
    double took = now_ms() - start;
    printf("  no change: %.0f ms, %.2f times readdir and fstatat (%.0f ms)\n",
           took, took / scan, scan);
    index_close(index);
}

static bool measure(const char *folder, char **argv, bool raw)
{
    struct corpus corpus;
    corpus_init(&corpus, folder);
    printf("%zu articles, %.1f MB\n", corpus.walk.n_found,
           (double)corpus.n_bytes / 1e6);
    double parse = raw ? raw_ms(&corpus, false, argv[1]) : 0;
    double fts = raw ? raw_ms(&corpus, true, argv[1]) : 0;
    bool ok = remove_index(argv[1]) && build(folder, fts, parse);
    if (ok) {
        printf("  index %.2f of the text\n",
               (double)index_bytes(argv[1]) / (double)corpus.n_bytes);
        check(folder);
        time_searches(&corpus, argv[2], folder);
    }
    corpus_finish(&corpus);
    return ok;
}

int main(int argc, char **argv)
{
    const char *folder = getenv("MEDFAQ_MEDQUAD");
    const char *copies = getenv("MEDFAQ_COPIES");
    if (!folder || access(folder, R_OK) != 0 || argc < 3) {
        puts("nothing to measure: MEDFAQ_MEDQUAD names no folder");
        return SKIPPED;
    }
    setenv("XDG_CACHE_HOME", argv[1], 1);
    if (!copies)
        return measure(folder, argv, true) ? 0 : 1;
    struct corpus corpus;
    struct buf many;
    buf_init(&many);
    buf_printf(&many, "%s/copies-%d", argv[1], atoi(copies));
    corpus_init(&corpus, folder);
    corpus_copy(&corpus, many.data, (unsigned)atoi(copies));
    corpus_finish(&corpus);
    bool ok = measure(many.data, argv, false);
    buf_finish(&many);
    return ok ? 0 : 1;
}
