/* The index, damaged: whatever happened to its file or to the log beside it,
 * what is found is what the whole one finds, or the index says that it has to
 * be filled again. */
#include "base/mem.h"
#include "files.h"
#include "index/index.h"
#include "search/search.h"

#define N_FOLDERS 1

static const char *folders[N_FOLDERS];
static char *path, *log_path;
static struct buf right; /* the answers */

/* The index when it was closed, and with the log that it has while it is
 * open. */
static struct buf closed, open_file, open_log;

/* Nothing here needs to outlive a power cut. */
int fsync(int fd)
{
    return fd < 0 ? -1 : 0;
}

int fdatasync(int fd)
{
    return fsync(fd);
}

/* Appends what is found; false if the index was damaged. */
static bool answer(struct index *index, struct buf *out)
{
    static const char *const questions[] = {"gamma risks", "alpha", "beta dose",
                                            "title:plain", "word"};
    static const struct search_options options = {.n_max = 20, .whole = true};
    bool is_sound = true;
    buf_clear(out);
    for (size_t i = 0; i < sizeof questions / sizeof *questions; i++) {
        struct search_results *results =
            search_run(index, questions[i], &options);
        is_sound = is_sound && !results->mended;
        buf_printf(out, "%s: %zu\n", questions[i], results->n_found);
        for (size_t j = 0; j < results->n; j++)
            buf_printf(out, "%s %zu %s\n", results->items[j].id,
                       results->items[j].section, results->items[j].heading);
        search_results_free(results);
    }
    return is_sound;
}

static void update(struct index *index)
{
    struct error err = {0};
    struct index_progress progress;
    if (!index_update(index, NULL, &progress, &err))
        fprintf(stderr, "%s\n", err.message);
    REQUIRE(progress.done);
}

static struct index *open_index(void)
{
    struct error err = {0};
    struct index *index = index_open(folders, N_FOLDERS, &err);
    REQUIRE(index && index_place(index) == INDEX_IN_CACHE);
    return index;
}

static void find_path(void)
{
    char command[sizeof files_home + 64], name[256];
    snprintf(command, sizeof command, "ls %s/.cache/medfaq/index-*.db",
             files_home);
    FILE *list = popen(command, "r");
    REQUIRE(list && fgets(name, sizeof name, list));
    pclose(list);
    path = mem_strndup(name, strcspn(name, "\n"));
    log_path = mem_alloc(strlen(path) + sizeof "-wal");
    sprintf(log_path, "%s-wal", path);
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    files_make_home();
    REQUIRE(getenv("MEDFAQ_TESTS"));
    folders[0] = file_join(getenv("MEDFAQ_TESTS"), "screen/library");
    struct index *index = open_index();
    update(index);
    buf_init(&right);
    REQUIRE(answer(index, &right) && strstr(right.data, "alpha"));
    find_path();
    buf_init(&open_file);
    buf_init(&open_log);
    buf_init(&closed);
    files_read(path, &open_file);
    files_read(log_path, &open_log);
    index_close(index);
    files_read(path, &closed);
    REQUIRE(open_log.n_bytes > 0 && closed.n_bytes > 0);
    return 0;
}

static void put_damaged(const char *name, const struct buf *file,
                        const uint8_t *data, size_t n_bytes)
{
    struct buf copy;
    buf_init(&copy);
    buf_add_n(&copy, file->data, file->n_bytes);
    files_damage(&copy, data, n_bytes);
    files_write(name, copy.data, copy.n_bytes);
    buf_finish(&copy);
}

/* The first byte: the closed file, the open one, or the log of that. */
static void damage(const uint8_t *data, size_t n_bytes)
{
    unsigned what = data[0] % 3;
    char shm[300];
    snprintf(shm, sizeof shm, "%s-shm", path);
    unlink(shm);
    unlink(log_path);
    if (what == 0) {
        put_damaged(path, &closed, data + 1, n_bytes - 1);
        return;
    }
    put_damaged(path, &open_file, data + 1, what == 1 ? n_bytes - 1 : 0);
    put_damaged(log_path, &open_log, data + 1, what == 2 ? n_bytes - 1 : 0);
}

/* As commands ask: first the index as it is, if it once was complete; then
 * brought up to date. */
static void require_right(void)
{
    struct buf out;
    buf_init(&out);
    struct index *index = index_open_complete(folders, N_FOLDERS);
    if (index && answer(index, &out) && !index_mend(index, DB_DONE))
        REQUIRE(!strcmp(out.data, right.data));
    index_close(index);
    index = open_index();
    bool is_sound = false;
    for (int i = 0; i < 3 && !is_sound; i++) {
        update(index);
        is_sound = answer(index, &out);
    }
    REQUIRE(is_sound && !strcmp(out.data, right.data));
    index_close(index);
    buf_finish(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n_bytes)
{
    if (!n_bytes)
        return 0;
    damage(data, n_bytes);
    require_right();
    return 0;
}
