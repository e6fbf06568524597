/* The file of what medfaq remembers: it is kept, found again and forgotten, and
 * survives every accident. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../unit.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/mem.h"
#include "state/annotation.h"
#include "state/attach.h"
#include "state/forget.h"
#include "state/mark.h"
#include "state/remembered.h"
#include "state/setting.h"
#include "state/state_data.h"

#define N_READERS 8
#define N_EACH 10

static char home[] = "/tmp/medfaq-state-XXXXXX";

static char *in_home(const char *name)
{
    return file_join(home, name);
}

static void write_file(const char *name, const char *text)
{
    struct error err;
    char *path = in_home(name);
    if (!file_write(path, text, strlen(text), &err))
        fail_msg("%s", err.message);
    free(path);
}

static struct article *open_article(const char *name)
{
    struct error err;
    char *path = in_home(name);
    struct article *article = article_open(path, &err);
    if (!article)
        fail_msg("%s", err.message);
    free(path);
    return article;
}

static void remove_all(const char *path)
{
    struct buf command;
    buf_init(&command);
    buf_printf(&command, "chmod -R u+rwx %s; rm -rf %s", path, path);
    if (system(command.data) != 0)
        perror(path);
    buf_finish(&command);
}

static int setup(void **state)
{
    (void)state;
    strcpy(home, "/tmp/medfaq-state-XXXXXX");
    if (!mkdtemp(home) || setenv("HOME", home, 1) != 0 ||
        unsetenv("XDG_STATE_HOME") != 0)
        return -1;
    write_file("a.md", "---\ntitle: Alpha\n---\n\nOverview.\n\n"
                       "## Uses\n\nIt is used.\n\n## Risks\n\nBleeding.\n");
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    remove_all(home);
    return 0;
}

static char *state_path(void)
{
    return in_home(".local/state/medfaq/state.db");
}

static void assert_whole(void)
{
    enum db_result result;
    struct error err;
    char *path = state_path();
    struct db *db = db_open_kept(path, 1000, &result, &err);
    if (!db)
        fail_msg("%s", err.message);
    struct db_query *query = db_query(db, "PRAGMA integrity_check");
    assert_int_equal(db_step(query), DB_ROW);
    assert_string_equal(db_text(query, 0), "ok");
    db_query_free(query);
    db_close(db);
    free(path);
}

static size_t place_of(const struct article *article, const char *text)
{
    return (size_t)(strstr(article->source, text) - article->source);
}

static void keep_note(struct state *state, const struct article *article,
                      const char *body)
{
    struct error err;
    struct annotation note = {.body = mem_strdup(body)};
    if (!annotation_keep(state, article, &note, &err))
        fail_msg("%s", err.message);
    annotation_finish(&note);
}

static bool visit(struct state *state, const struct article *article,
                  size_t place, struct error *err)
{
    struct remembered_visit *visit =
        remembered_visit_new(article, place, state_time(state), 0);
    bool kept = remembered_visit_keep(state, visit, err);
    remembered_visit_free(visit);
    return kept;
}

static void looks_without_making_anything(void **unused)
{
    (void)unused;
    struct state *state = state_new(STATE_ON);
    struct remembered known;
    assert_false(remembered_find(state, "/a", &known));
    assert_int_equal(annotation_count(state, ~0u), 0);
    char *folder = in_home(".local");
    assert_int_not_equal(access(folder, F_OK), 0);
    free(folder);
    assert_null(state_take_trouble(state));
    state_free(state);
    state_free(NULL);
}

static void keeps_a_place_over_changes_above_it(void **unused)
{
    (void)unused;
    struct error err;
    struct remembered known;
    struct article *article = open_article("a.md");
    struct state *state = state_new(STATE_ON);
    assert_true(visit(state, article, place_of(article, "Bleeding"), &err));
    state_free(state);
    article_free(article);

    write_file("a.md", "---\ntitle: Alpha\n---\n\nA longer overview.\n\n"
                       "## Risks\n\nBleeding.\n");
    article = open_article("a.md");
    state = state_new(STATE_ON);
    assert_true(remembered_find(state, article->path, &known));
    assert_true(known.has_place);
    assert_string_equal(known.title, "Alpha");
    assert_string_equal(known.section, "Risks");
    assert_int_equal(remembered_place_in(article, &known.place),
                     place_of(article, "Bleeding"));
    remembered_finish(&known);
    state_free(state);
    article_free(article);
}

static void knows_an_article_that_was_moved(void **unused)
{
    (void)unused;
    struct error err;
    struct remembered known;
    struct article *article = open_article("a.md");
    struct state *state = state_new(STATE_ON);
    assert_true(visit(state, article, 0, &err));
    keep_note(state, article, "a note");
    article_free(article);
    char *from = in_home("a.md"), *folder = in_home("sub"),
         *to = in_home("sub/b.md");
    assert_int_equal(mkdir(folder, 0700), 0);
    assert_int_equal(rename(from, to), 0);
    article = open_article("sub/b.md");
    assert_true(remembered_find_article(state, article, &known));
    remembered_finish(&known);
    /* If there is a file at the old path, this article is a different one. */
    write_file("a.md", "# Another\n");
    assert_false(remembered_find_article(state, article, &known));
    assert_int_equal(unlink(from), 0);
    assert_true(visit(state, article, 0, &err));
    assert_true(remembered_find(state, to, &known));
    struct annotation_list notes;
    annotation_list_article(state, known.id, &notes);
    assert_int_equal(notes.n, 1);
    assert_string_equal(notes.items[0].body, "a note");
    annotation_list_finish(&notes);
    remembered_finish(&known);
    article_free(article);
    state_free(state);
    free(from);
    free(folder);
    free(to);
}

static void keeps_and_restores_annotations(void **unused)
{
    (void)unused;
    struct error err;
    struct annotation note, again;
    struct article *article = open_article("a.md");
    struct state *state = state_new(STATE_ON);
    keep_note(state, article, "first");
    keep_note(state, article, "Should I stop?  ");
    struct annotation_list list;
    annotation_list_newest(state, 1u << ANNOTATION_BOOKMARKING, 0, 10, &list);
    assert_int_equal(list.n, 2);
    assert_string_equal(list.items[1].body, "first");
    assert_true(annotation_is_question(&list.items[0]));
    assert_false(annotation_is_question(&list.items[1]));
    assert_true(annotation_find(state, list.items[1].id, &note));
    assert_true(annotation_set_body(state, note.id, "changed", &err));
    assert_true(annotation_delete(state, note.id, &err));
    assert_int_equal(annotation_count(state, ~0u), 1);
    assert_int_equal(annotation_count(state, 1u << ANNOTATION_HIGHLIGHTING), 0);
    int64_t id = note.id;
    assert_true(annotation_restore(state, &note, &err));
    assert_int_equal(note.id, id);
    assert_true(annotation_find(state, id, &again));
    assert_string_equal(again.body, "first");
    assert_int_equal(again.created, note.created);
    annotation_finish(&again);
    annotation_finish(&note);
    annotation_list_finish(&list);
    article_free(article);
    state_free(state);
}

/* Bookmarks, notes and places follow the article as it changes. */
static void attaches_again_what_was_noted(void **unused)
{
    (void)unused;
    size_t n_changed;
    int64_t read_at = 0;
    struct error err;
    struct attached_list list;
    struct article *article = open_article("a.md");
    struct state *state = state_new(STATE_ON);
    struct anchor_text *text = anchor_text_new(article);
    uint32_t at =
        (uint32_t)(strstr(article->text, "Bleeding.") - article->text);
    struct annotation note = {.body = mem_strdup("note")};
    anchor_make(text, at, at + 9, &note.anchor);
    anchor_text_free(text);
    assert_true(annotation_keep(state, article, &note, &err));
    annotation_finish(&note);
    assert_true(visit(state, article, 0, &err));
    assert_null(remembered_reading(state, article, &read_at));
    attach_read(state, article, &list, &n_changed);
    assert_int_equal(list.n, 1);
    assert_int_equal(list.items[0].range.start, at);
    assert_int_equal(n_changed, 0);
    attach_finish(&list);
    article_free(article);

    write_file("a.md", "---\ntitle: Alpha\n---\n\nMore before it.\n\n"
                       "## Uses\n\nIt is used.\n\n## Risks\n\nBleeding.\n");
    article = open_article("a.md");
    char *reading = remembered_reading(state, article, &read_at);
    assert_non_null(reading);
    assert_true(read_at > 0);
    free(reading);
    attach_read(state, article, &list, &n_changed);
    assert_int_equal(n_changed, 0);
    assert_memory_equal(article->text + list.items[0].range.start, "Bleeding.",
                        9);
    int64_t id = list.items[0].annotation.id;
    attach_finish(&list);
    assert_true(annotation_find(state, id, &note));
    assert_memory_equal(article->text + note.anchor.start, "Bleeding.", 9);
    annotation_finish(&note);
    article_free(article);

    write_file("a.md", "---\ntitle: Alpha\n---\n\n## Risks\n\nNone.\n");
    article = open_article("a.md");
    attach_read(state, article, &list, &n_changed);
    assert_int_equal(n_changed, 1);
    assert_int_equal(list.items[0].annotation.status, ANCHOR_LOST);
    assert_string_equal(list.items[0].annotation.anchor.exact, "Bleeding.");
    attach_finish(&list);
    attach_read(state, article, &list, &n_changed);
    assert_int_equal(n_changed, 0);
    attach_finish(&list);
    article_free(article);
    state_free(state);
}

static void take_setting(void *context, const char *name, const char *value)
{
    buf_printf(context, "%s=%s;", name, value);
}

static void take_mark(void *context, const struct kept_mark *mark)
{
    buf_printf(context, "%c %s %s %zu;", mark->letter, mark->label,
               mark->place.slug, mark->place.beyond);
}

static void keeps_settings_and_marks(void **unused)
{
    (void)unused;
    struct error err;
    struct buf text;
    buf_init(&text);
    struct article *article = open_article("a.md");
    struct state *state = state_new(STATE_ON);
    assert_true(setting_keep(state, "theme", "dark", &err));
    assert_true(setting_keep(state, "width", "60", &err));
    assert_true(setting_keep(state, "theme", "light", &err));
    assert_true(setting_keep(state, "width", NULL, &err));
    assert_true(mark_keep(state, 'q', article, place_of(article, "Bleeding"),
                          "Alpha: Risks", &err));
    state_free(state);
    state = state_new(STATE_PRIVATE);
    setting_read(state, take_setting, &text);
    assert_string_equal(text.data, "theme=light;");
    buf_clear(&text);
    mark_read(state, take_mark, &text);
    assert_string_equal(text.data, "");
    assert_false(setting_keep(state, "theme", "dark", &err));
    assert_string_equal(err.message, "nothing is saved in a private session");
    state_free(state);
    state = state_new(STATE_ON);
    mark_read(state, take_mark, &text);
    assert_string_equal(text.data, "q Alpha: Risks risks 10;");
    state_free(state);
    state = state_new(STATE_OFF);
    buf_clear(&text);
    setting_read(state, take_setting, &text);
    assert_string_equal(text.data, "");
    state_free(state);
    article_free(article);
    buf_finish(&text);
}

static void lists_what_was_opened(void **unused)
{
    (void)unused;
    struct error err;
    struct remembered_list list;
    write_file("b.md", "# Beta\n");
    struct article *a = open_article("a.md"), *b = open_article("b.md");
    struct state *state = state_new(STATE_ON);
    state->time_now = 1000;
    assert_true(visit(state, a, 0, &err));
    state->time_now = 2000;
    assert_true(visit(state, b, 0, &err));
    state->time_now = 3000;
    assert_true(visit(state, a, 0, &err));
    remembered_list(state, 10, &list);
    assert_int_equal(list.n, 2);
    assert_string_equal(list.items[0].title, "Alpha");
    assert_int_equal(list.items[1].opened, 2000);
    remembered_list_finish(&list);

    /* A note alone, such as an imported one, is not a visit. */
    write_file("c.md", "# Gamma\n");
    struct article *c = open_article("c.md");
    keep_note(state, c, "a note");
    remembered_list(state, 10, &list);
    assert_int_equal(list.n, 2);
    remembered_list_finish(&list);
    article_free(c);

    /* The last hour is forgotten; older entries stay. */
    assert_true(forget_since(state, 2000, &err));
    remembered_list(state, 10, &list);
    assert_int_equal(list.n, 1);
    assert_string_equal(list.items[0].title, "Alpha");
    assert_int_equal(list.items[0].opened, 1000);
    remembered_list_finish(&list);
    article_free(a);
    article_free(b);
    state_free(state);
}

/* ---- files that cannot be used ---- */

static void make_folders(void)
{
    struct error err;
    char *folder = in_home(".local/state/medfaq");
    if (!file_make_folder(folder, &err))
        fail_msg("%s", err.message);
    free(folder);
}

/* Nothing is kept, and one line says so once. */
static void assert_barred(const char *why)
{
    struct error err;
    struct remembered known;
    struct article *article = open_article("a.md");
    struct state *state = state_new(STATE_ON);
    assert_false(remembered_find(state, article->path, &known));
    assert_false(visit(state, article, 0, &err));
    const char *trouble = state_take_trouble(state);
    assert_non_null(trouble);
    if (strncmp(trouble, "Nothing is remembered: ", 23) != 0 ||
        !strstr(trouble, why))
        fail_msg("%s", trouble);
    assert_null(state_take_trouble(state));
    state_free(state);
    article_free(article);
}

static void is_no_fifo_or_folder(void **unused)
{
    (void)unused;
    char *path = state_path();
    make_folders();
    assert_int_equal(mkfifo(path, 0600), 0);
    assert_barred("not a regular file");
    assert_int_equal(unlink(path), 0);
    assert_int_equal(mkdir(path, 0700), 0);
    assert_barred("not a regular file");
    assert_int_equal(rmdir(path), 0);
    assert_int_equal(symlink("/tmp/nothing-is-here", path), 0);
    assert_barred("not a regular file");
    free(path);
}

static void is_of_no_newer_version(void **unused)
{
    (void)unused;
    enum db_result result;
    struct error err;
    char *path = state_path();
    struct article *article = open_article("a.md");
    struct state *state = state_new(STATE_ON);
    keep_note(state, article, "older");
    state_free(state);
    struct db *db = db_open_kept(path, 1000, &result, &err);
    assert_int_equal(db_run(db, "PRAGMA user_version=99"), DB_DONE);
    db_close(db);
    assert_barred("newer");
    db = db_open_kept(path, 1000, &result, &err);
    assert_int_equal(db_number(db, "SELECT count(*) FROM annotation", 0), 1);
    db_close(db);
    article_free(article);
    free(path);
}

static void is_nobody_elses(void **unused)
{
    (void)unused;
    char *path = state_path();
    if (geteuid() != 0) {
        printf("# only root can give a file away\n");
    } else {
        make_folders();
        write_file(".local/state/medfaq/state.db", "");
        assert_int_equal(chown(path, 12345, 12345), 0);
        assert_barred("that you own");
    }
    free(path);
}

/* What can be read is read, and what cannot be kept is reported. */
static void may_be_read_only(void **unused)
{
    (void)unused;
    struct error err;
    struct remembered known;
    struct article *article = open_article("a.md");
    struct state *state = state_new(STATE_ON);
    assert_true(visit(state, article, 0, &err));
    state_free(state);
    char *path = state_path(), *folder = in_home(".local/state/medfaq");
    assert_int_equal(chmod(path, 0400), 0);
    assert_int_equal(chmod(folder, 0500), 0);
    state = state_new(STATE_ON);
    assert_true(remembered_find(state, article->path, &known));
    remembered_finish(&known);
    if (geteuid() == 0) {
        printf("# root may write everywhere\n");
    } else {
        assert_false(visit(state, article, 0, &err));
        assert_non_null(state_take_trouble(state));
    }
    state_free(state);
    assert_int_equal(chmod(folder, 0700), 0);
    article_free(article);
    free(path);
    free(folder);
}

static void may_be_on_a_full_disk(void **unused)
{
    (void)unused;
    struct error err;
    struct article *article = open_article("a.md");
    struct state *state = state_new(STATE_ON);
    keep_note(state, article, "kept before");
    struct rlimit before, limit;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    void (*handler)(int) = signal(SIGXFSZ, SIG_IGN);
    limit = before;
    limit.rlim_cur = 4096;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
    struct annotation note = {.body = mem_alloc(100000)};
    memset(note.body, 'x', 99999);
    note.body[99999] = '\0';
    bool kept = annotation_keep(state, article, &note, &err);
    bool there = annotation_count(state, ~0u) == 1;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    signal(SIGXFSZ, handler);
    assert_false(kept);
    assert_true(there);
    assert_non_null(state_take_trouble(state));
    assert_true(annotation_keep(state, article, &note, &err));
    annotation_finish(&note);
    state_free(state);
    assert_whole();
    article_free(article);
}

static size_t n_put_aside(void)
{
    char *path = in_home(".local/state/medfaq");
    DIR *folder = opendir(path);
    size_t n = 0;
    struct dirent *file;
    assert_non_null(folder);
    while ((file = readdir(folder)))
        n += strstr(file->d_name, "state.db.damaged-20") != NULL;
    closedir(folder);
    free(path);
    return n;
}

static void overwrite(off_t at, size_t n_bytes)
{
    char *path = state_path(), junk[4096];
    memset(junk, 0xA5, sizeof junk);
    int fd = open(path, O_WRONLY);
    assert_true(fd >= 0);
    for (size_t done = 0; done < n_bytes; done += sizeof junk)
        assert_int_equal(pwrite(fd, junk, sizeof junk, at + (off_t)done),
                         sizeof junk);
    close(fd);
    free(path);
}

static void assert_begun_anew(off_t at, size_t n_bytes)
{
    struct article *article = open_article("a.md");
    struct state *state = state_new(STATE_ON);
    for (int i = 0; i < 50; i++)
        keep_note(state, article, "one of several notes, to fill some pages");
    state_free(state);
    overwrite(at, n_bytes);
    state = state_new(STATE_ON);
    struct annotation_list list;
    annotation_list_newest(state, ~0u, 0, 100, &list);
    annotation_list_finish(&list);
    keep_note(state, article, "after");
    const char *trouble = state_take_trouble(state);
    assert_non_null(trouble);
    assert_non_null(strstr(trouble, "damaged"));
    assert_int_equal(annotation_count(state, ~0u), 1);
    state_free(state);
    assert_int_equal(n_put_aside(), 1);
    assert_whole();
    article_free(article);
}

static void puts_a_damaged_file_aside(void **unused)
{
    (void)unused;
    assert_begun_anew(0, 4096);
}

static void puts_aside_what_is_damaged_within(void **unused)
{
    (void)unused;
    assert_begun_anew(4096, 32768);
}

static void puts_aside_what_is_no_database(void **unused)
{
    (void)unused;
    struct article *article = open_article("a.md");
    make_folders();
    write_file(".local/state/medfaq/state.db", "no database, only some text");
    struct state *state = state_new(STATE_ON);
    keep_note(state, article, "after");
    assert_int_equal(n_put_aside(), 1);
    state_free(state);
    article_free(article);
}

/* ---- several readers, and ends without warning ---- */

static void keep_several(int reader)
{
    struct error err;
    struct article *article = open_article("a.md");
    struct state *state = state_new(STATE_ON);
    bool ok = true;
    for (int i = 0; i < N_EACH; i++) {
        char body[32];
        snprintf(body, sizeof body, "reader %d note %d", reader, i);
        struct annotation note = {.body = mem_strdup(body)};
        /* On a slow disk another may write for longer than one waits; what is
         * refused is told. */
        bool kept = false;
        for (int tries = 0; !kept && tries < 10; tries++)
            kept = annotation_keep(state, article, &note, &err);
        if (!kept)
            fprintf(stderr, "reader %d: %s\n", reader, err.message);
        ok &= kept;
        annotation_finish(&note);
    }
    state_free(state);
    article_free(article);
    _exit(ok ? 0 : 1);
}

static void run_readers(void)
{
    int status;
    for (int reader = 0; reader < N_READERS; reader++)
        if (fork() == 0)
            keep_several(reader);
    for (int reader = 0; reader < N_READERS; reader++) {
        assert_true(wait(&status) > 0);
        assert_int_equal(status, 0);
    }
}

static void loses_nothing_of_eight_readers(void **unused)
{
    (void)unused;
    run_readers();
    struct state *state = state_new(STATE_ON);
    assert_int_equal(annotation_count(state, ~0u), N_READERS * N_EACH);
    state_free(state);
    assert_whole();
}

static void lets_eight_readers_find_the_damage(void **unused)
{
    (void)unused;
    make_folders();
    write_file(".local/state/medfaq/state.db", "no database, only some text");
    run_readers();
    struct state *state = state_new(STATE_ON);
    assert_int_equal(annotation_count(state, ~0u), N_READERS * N_EACH);
    state_free(state);
    assert_int_equal(n_put_aside(), 1);
}

/* Keeps notes, and reports each confirmed one through a pipe. */
static void keep_until_killed(int confirmed)
{
    struct error err;
    struct article *article = open_article("a.md");
    struct state *state = state_new(STATE_ON);
    for (;;) {
        struct annotation note = {.body = mem_strdup("a note")};
        if (!annotation_keep(state, article, &note, &err) ||
            write(confirmed, "x", 1) != 1)
            _exit(1);
        annotation_finish(&note);
    }
}

/* Kills a writer some microseconds after so many notes. */
static size_t kill_one(unsigned n_notes, useconds_t later)
{
    int pipes[2], status;
    char bytes[256];
    size_t n = 0;
    ssize_t more;
    assert_int_equal(pipe(pipes), 0);
    pid_t child = fork();
    if (child == 0) {
        close(pipes[0]);
        keep_until_killed(pipes[1]);
    }
    close(pipes[1]);
    while (n < n_notes && (more = read(pipes[0], bytes, 1)) > 0)
        n += (size_t)more;
    usleep(later);
    assert_int_equal(kill(child, SIGKILL), 0);
    while ((more = read(pipes[0], bytes, sizeof bytes)) > 0)
        n += (size_t)more;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status));
    close(pipes[0]);
    return n;
}

/* MEDFAQ_KILLS sets how often; the benchmark uses 500. */
static void keeps_what_was_confirmed(void **unused)
{
    (void)unused;
    const char *text = getenv("MEDFAQ_KILLS");
    int n_kills = text ? atoi(text) : 30;
    size_t confirmed = 0;
    srandom(1);
    for (int i = 0; i < n_kills; i++) {
        confirmed +=
            kill_one((unsigned)random() % 4, (useconds_t)(random() % 3000));
        struct state *state = state_new(STATE_ON);
        size_t n = annotation_count(state, ~0u);
        assert_null(state_take_trouble(state));
        state_free(state);
        /* One more may be on the disk without having been reported. */
        assert_true(n >= confirmed);
        assert_true(n <= confirmed + (size_t)i + 1);
    }
    assert_true(confirmed > 0);
    assert_whole();
    assert_int_equal(n_put_aside(), 0);
    printf("# killed %d times, %zu notes confirmed\n", n_kills, confirmed);
}

/* ---- forgetting ---- */

static bool is_in(const char *folder, const char *text)
{
    struct buf command;
    buf_init(&command);
    buf_printf(&command, "grep -raqF -- '%s' %s", text, folder);
    int status = system(command.data);
    buf_finish(&command);
    return status == 0;
}

static void forgets_without_a_trace(void **unused)
{
    (void)unused;
    struct error err;
    bool known;
    write_file("b.md", "# Beta\n\n## Harm\n\nHarm.\n");
    struct article *a = open_article("a.md"), *b = open_article("b.md");
    struct state *state = state_new(STATE_ON);
    for (int i = 0; i < 200; i++) {
        keep_note(state, a, "canary-of-alpha-4711");
        keep_note(state, b, "note of beta");
    }
    struct annotation_list list;
    annotation_list_newest(state, ~0u, 0, 1000, &list);
    for (size_t i = 0; i < list.n; i += 7)
        assert_true(annotation_delete(state, list.items[i].id, &err));
    annotation_list_finish(&list);
    char *folder = in_home(".local");
    assert_true(is_in(folder, "canary-of-alpha-4711"));
    assert_true(forget_article(state, a->path, &known, &err));
    assert_true(known);
    assert_false(is_in(folder, "canary-of-alpha"));
    assert_false(is_in(folder, "Alpha"));
    assert_false(is_in(folder, "a.md"));
    assert_true(is_in(folder, "note of beta"));
    assert_true(forget_article(state, a->path, &known, &err));
    assert_false(known);

    /* Also in a damaged file that is put aside. */
    state_free(state);
    overwrite(0, 4096);
    state = state_new(STATE_ON);
    keep_note(state, b, "another of beta");
    assert_true(forget_all(state, &err));
    assert_false(is_in(folder, "beta"));
    assert_false(is_in(folder, "Beta"));
    assert_int_equal(n_put_aside(), 0);
    state_free(state);
    assert_whole();
    free(folder);
    article_free(a);
    article_free(b);
}

static void set_numbers(const char *number)
{
    static const char *const columns[] = {
        "annotation SET motivation", "annotation SET kind",
        "annotation SET start",      "annotation SET end",
        "annotation SET n_same",     "annotation SET status",
        "annotation SET created",    "article SET opened",
        "article SET read_at",       "article SET beyond",
        "article SET source_offset",
    };
    enum db_result result;
    struct error err;
    char *path = state_path(), sql[128];
    struct db *db = db_open_kept(path, 1000, &result, &err);
    assert_non_null(db);
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        snprintf(sql, sizeof sql, "UPDATE %s=%s", columns[i], number);
        assert_int_equal(db_run(db, sql), DB_DONE);
    }
    db_close(db);
    free(path);
}

/* A file may be damaged without SQLite noticing it. */
static void believes_no_number_that_cannot_be(void **unused)
{
    (void)unused;
    static const char *const numbers[] = {"-9223372036854775808", "-1", "77",
                                          "4294967296", "9223372036854775807"};
    struct error err;
    struct article *article = open_article("a.md");
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        struct state *state = state_new(STATE_ON);
        struct annotation_list list;
        struct remembered known;
        keep_note(state, article, "a note");
        assert_true(visit(state, article, 9, &err));
        state_free(state);

        set_numbers(numbers[i]);
        state = state_new(STATE_ON);
        annotation_list_article(state, 1, &list);
        assert_true(list.n > 0);
        for (size_t j = 0; j < list.n; j++) {
            const struct annotation *note = &list.items[j];
            assert_in_range(note->motivation, 0, ANNOTATION_N_MOTIVATIONS - 1);
            assert_in_range(note->kind, 0, KIND_COUNT - 1);
            assert_in_range(note->status, 0, ANCHOR_CHANGED);
            assert_in_range(note->created, 0, STATE_TIME_MAX);
        }
        annotation_list_finish(&list);
        assert_true(remembered_find(state, article->path, &known));
        assert_in_range(known.opened, 0, STATE_TIME_MAX);
        assert_in_range(known.read_at, 0, STATE_TIME_MAX);
        assert_in_range(known.place.source_offset, 0, INT64_MAX);
        remembered_finish(&known);
        state_free(state);
    }
    article_free(article);
}

#define IN_HOME(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_HOME(looks_without_making_anything),
        IN_HOME(keeps_a_place_over_changes_above_it),
        IN_HOME(knows_an_article_that_was_moved),
        IN_HOME(keeps_and_restores_annotations),
        IN_HOME(attaches_again_what_was_noted),
        IN_HOME(keeps_settings_and_marks),
        IN_HOME(lists_what_was_opened),
        IN_HOME(is_no_fifo_or_folder),
        IN_HOME(is_of_no_newer_version),
        IN_HOME(is_nobody_elses),
        IN_HOME(may_be_read_only),
        IN_HOME(may_be_on_a_full_disk),
        IN_HOME(puts_a_damaged_file_aside),
        IN_HOME(puts_aside_what_is_damaged_within),
        IN_HOME(puts_aside_what_is_no_database),
        IN_HOME(loses_nothing_of_eight_readers),
        IN_HOME(lets_eight_readers_find_the_damage),
        IN_HOME(keeps_what_was_confirmed),
        IN_HOME(forgets_without_a_trace),
        IN_HOME(believes_no_number_that_cannot_be),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
