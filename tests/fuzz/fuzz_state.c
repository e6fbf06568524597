/* The file of what the reader remembers, damaged: by the byte, or with values
 * that medfaq would not have written. Everything that reads it goes on, and
 * what is kept afterwards is there. */
#include <time.h>

#include "base/mem.h"
#include "base/strs.h"
#include "files.h"
#include "state/annotation.h"
#include "state/attach.h"
#include "state/forget.h"
#include "state/mark.h"
#include "state/remembered.h"
#include "state/revision.h"
#include "state/searches.h"
#include "state/setting.h"
#include "state/state_data.h"

static struct buf whole; /* the file as medfaq wrote it */
static char *path;
static struct article *article;

/* Nothing here needs to outlive a power cut. */
int fsync(int fd)
{
    return fd < 0 ? -1 : 0;
}

int fdatasync(int fd)
{
    return fsync(fd);
}

static void write_article(void)
{
    static const char text[] =
        "---\ntitle: Gout\nid: gout\n---\n\nA sudden pain.\n\n"
        "## Uses\n\nTake 1 tablet of 500 mg. It is used twice a day.\n\n"
        "## Risks\n\nDo not take it with alcohol. Of 1,000 people, 3 bleed.\n";
    struct error err = {0};
    char *name = file_join(files_home, "gout.md");
    files_write(name, text, sizeof text - 1);
    article = article_open(name, &err);
    REQUIRE(article);
    free(name);
}

static void keep_annotation(struct state *state, uint32_t start, uint32_t end,
                            enum annotation_motivation motivation)
{
    struct error err = {0};
    struct annotation annotation = {.motivation = motivation,
                                    .body = mem_strdup("Ask about this?"),
                                    .kind = KIND_RISKS};
    struct anchor_text *text = anchor_text_new(article);
    anchor_make(text, start, end, &annotation.anchor);
    REQUIRE(annotation_keep(state, article, &annotation, &err));
    anchor_text_free(text);
    annotation_finish(&annotation);
}

static void keep_visit(struct state *state)
{
    struct error err = {0};
    struct remembered_visit *visit =
        remembered_visit_new(article, article->n_source_bytes / 2, 1700000000,
                             (uint64_t)1 << KIND_DOSAGE);
    REQUIRE(remembered_visit_keep(state, visit, &err));
    remembered_visit_free(visit);
}

static void keep_all(struct state *state)
{
    struct error err = {0};
    struct strs searches;
    strs_init(&searches);
    strs_add(&searches, "gout pain");
    strs_add(&searches, "kind:risks");
    REQUIRE(searches_keep(state, &searches, 0, &err));
    REQUIRE(setting_keep(state, "theme", "night", &err));
    REQUIRE(setting_keep(state, "width", "70", &err));
    REQUIRE(mark_keep(state, 'a', article, 60, "Gout", &err));
    keep_visit(state);
    keep_annotation(state, 10, 30, ANNOTATION_BOOKMARKING);
    keep_annotation(state, 0, 5, ANNOTATION_HIGHLIGHTING);
    keep_annotation(state, 20, 20, ANNOTATION_QUESTIONING);
    strs_finish(&searches);
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    struct state *state;
    files_make_home();
    write_article();
    state = state_new(STATE_ON);
    keep_all(state);
    path = file_join(files_home, ".local/state/medfaq/state.db");
    state_free(state);
    buf_init(&whole);
    files_read(path, &whole);
    return 0;
}

/* ---- damage ---- */

static const struct {
    const char *table, *column;
} columns[] = {
    {"article", "path"},
    {"article", "name"},
    {"article", "lang"},
    {"article", "title"},
    {"article", "digest"},
    {"article", "opened"},
    {"article", "placed"},
    {"article", "source_offset"},
    {"article", "slug"},
    {"article", "beyond"},
    {"article", "section"},
    {"article", "read_at"},
    {"article", "reading"},
    {"visit", "time"},
    {"visit", "article"},
    {"annotation", "article"},
    {"annotation", "motivation"},
    {"annotation", "created"},
    {"annotation", "modified"},
    {"annotation", "body"},
    {"annotation", "kind"},
    {"annotation", "exact"},
    {"annotation", "prefix"},
    {"annotation", "suffix"},
    {"annotation", "start"},
    {"annotation", "end"},
    {"annotation", "section"},
    {"annotation", "n_same"},
    {"annotation", "status"},
    {"mark", "letter"},
    {"mark", "time"},
    {"mark", "article"},
    {"mark", "source_offset"},
    {"mark", "slug"},
    {"mark", "beyond"},
    {"mark", "label"},
    {"search", "text"},
    {"search", "time"},
    {"setting", "name"},
    {"setting", "value"},
};
#define N_COLUMNS (sizeof columns / sizeof *columns)

/* A column, how long the value is, and the value: a number of up to eight
 * bytes, or with the highest bit of the length text. Returns what was used. */
static size_t put_value(struct db *db, const uint8_t *data, size_t n_bytes)
{
    char sql[96];
    size_t column = data[0] % N_COLUMNS, n = data[1] & 0x7F;
    bool is_text = data[1] & 0x80;
    if (n > n_bytes - 2)
        n = n_bytes - 2;
    if (!is_text && n > 8)
        n = 8;
    snprintf(sql, sizeof sql, "UPDATE %s SET %s=?1", columns[column].table,
             columns[column].column);
    struct db_query *query = db_query(db, sql);
    uint64_t number = 0;
    for (size_t i = 0; i < n; i++)
        number = number << 8 | data[2 + i];
    if (is_text)
        db_bind_text_n(query, 1, (const char *)data + 2, n);
    else
        db_bind_long(query, 1, (int64_t)number);
    db_do(query);
    db_query_free(query);
    return n + 2;
}

static void put_values(const uint8_t *data, size_t n_bytes)
{
    enum db_result result;
    struct error err = {0};
    struct db *db = db_open_kept(path, 1000, &result, &err);
    REQUIRE(db);
    for (size_t at = 0; at + 2 <= n_bytes;)
        at += put_value(db, data + at, n_bytes - at);
    db_close(db);
}

static void damage(const uint8_t *data, size_t n_bytes)
{
    bool by_byte = n_bytes > 0 && data[0] & 1;
    struct buf file;
    buf_init(&file);
    buf_add_n(&file, whole.data, whole.n_bytes);
    if (by_byte)
        files_damage(&file, data + 1, n_bytes - 1);
    files_write(path, file.data, file.n_bytes);
    buf_finish(&file);
    if (n_bytes > 0 && !by_byte)
        put_values(data + 1, n_bytes - 1);
}

/* ---- reading ---- */

static void require_annotation(const struct annotation *annotation)
{
    REQUIRE((unsigned)annotation->motivation < ANNOTATION_N_MOTIVATIONS);
    REQUIRE((unsigned)annotation->kind < KIND_COUNT);
    REQUIRE((unsigned)annotation->status <= ANCHOR_CHANGED);
    REQUIRE(annotation->body && annotation->path && annotation->title);
    annotation_is_question(annotation);
}

static void require_annotations(struct state *state)
{
    struct annotation_list list;
    annotation_list_newest(state, UINT32_MAX, 0, 100, &list);
    for (size_t i = 0; i < list.n; i++)
        require_annotation(&list.items[i]);
    annotation_list_finish(&list);
    annotation_count(state, 1);
    for (int64_t row = 1; row < 4; row++) {
        struct annotation annotation;
        if (annotation_find(state, row, &annotation))
            require_annotation(&annotation);
        annotation_finish(&annotation);
    }
}

static void require_attached(struct state *state)
{
    struct attached_list list;
    size_t n_changed;
    attach_read(state, article, &list, &n_changed);
    REQUIRE(n_changed <= list.n);
    for (size_t i = 0; i < list.n; i++) {
        require_annotation(&list.items[i].annotation);
        REQUIRE(list.items[i].range.start <= list.items[i].range.end);
        REQUIRE(list.items[i].range.end <= article->n_text_bytes);
    }
    attach_finish(&list);
}

static void require_place(const struct remembered_place *place)
{
    REQUIRE(remembered_place_in(article, place) <= article->n_source_bytes);
}

static void require_remembered(const struct remembered *remembered)
{
    char day[32];
    struct tm tm;
    time_t opened = (time_t)remembered->opened;
    REQUIRE(remembered->path && remembered->name && remembered->title);
    REQUIRE(localtime_r(&opened, &tm));
    REQUIRE(strftime(day, sizeof day, "%Y-%m-%d", &tm) > 0);
    if (remembered->has_place)
        require_place(&remembered->place);
}

static void require_history(struct state *state)
{
    struct remembered_list list;
    struct remembered known;
    struct revision revision;
    int64_t read_at;
    remembered_list(state, 100, &list);
    for (size_t i = 0; i < list.n; i++)
        require_remembered(&list.items[i]);
    remembered_list_finish(&list);
    if (remembered_find(state, article->path, &known))
        require_remembered(&known);
    remembered_finish(&known);
    if (remembered_find_article(state, article, &known))
        require_remembered(&known);
    remembered_finish(&known);
    char *reading = remembered_reading(state, article, &read_at);
    if (reading) {
        revision_compare(reading, article, &revision);
        revision_finish(&revision);
    }
    free(reading);
}

static void require_mark(void *context, const struct kept_mark *mark)
{
    (void)context;
    REQUIRE(mark->path && mark->label);
    require_place(&mark->place);
}

static void require_setting(void *context, const char *name, const char *value)
{
    (void)context;
    REQUIRE(name && value);
}

static void require_readable(struct state *state)
{
    struct strs searches;
    strs_init(&searches);
    setting_read(state, require_setting, NULL);
    searches_read(state, &searches);
    mark_read(state, require_mark, NULL);
    require_history(state);
    require_annotations(state);
    require_attached(state);
    state_take_trouble(state);
    strs_finish(&searches);
}

static void find_theme(void *context, const char *name, const char *value)
{
    bool *is_there = context;
    *is_there |= !strcmp(name, "theme") && !strcmp(value, "plain");
}

/* What is said to be kept is there for the next reader; otherwise there is a
 * reason. */
static void require_kept(struct state *state, const uint8_t *data,
                         size_t n_bytes)
{
    struct error err = {0};
    bool known, is_there = false;
    struct anchor_text *text = anchor_text_new(article);
    bool kept = setting_keep(state, "theme", "plain", &err);
    REQUIRE(kept || *err.message);
    struct state *next = state_new(STATE_ON);
    setting_read(next, find_theme, &is_there);
    REQUIRE(is_there || !kept);
    state_free(next);
    annotation_set_body(state, 1, "Asked", &err);
    annotation_delete(state, 2, &err);
    mark_keep(state, 'b', article, 1, "B", &err);
    if (n_bytes > 1 && data[n_bytes - 1] & 1)
        forget_since(state, 1, &err);
    forget_article(state, "gout", &known, &err);
    state_compact(state, &err);
    anchor_text_free(text);
}

/* A file that was put aside would be found by the next input. */
static void forget_everything(void)
{
    struct error err = {0};
    struct state *state = state_new(STATE_ON);
    forget_all(state, &err);
    state_free(state);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n_bytes)
{
    damage(data, n_bytes);
    struct state *state = state_new(STATE_ON);
    require_readable(state);
    require_kept(state, data, n_bytes);
    state_free(state);
    forget_everything();
    return 0;
}
