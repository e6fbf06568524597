/* An import: one thread reads, several convert and write. */
#include "import/run.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/pool.h"
#include "base/strs.h"
#include "import/conversion.h"
#include "import/families.h"
#include "import/format.h"
#include "import/html_repeat.h"
#include "import/schema.h"
#include "import/source.h"
#include "import/xml.h"

/* The queue holds this much at most, or one document. */
#define QUEUE_BYTES ((size_t)8 * 1024 * 1024)
#define QUEUE_JOBS 256
#define MAX_OTHERS 20     /* documents before the first page of a site */
#define MAX_OMISSIONS 200 /* reasons that are told apart */

struct run_state {
    const struct run_options *options;
    struct destination *destination;
    struct report *report;
    const char *source; /* that is being read */
    char *source_path;  /* the same in full */
    /* Of each source that holds several, and of all single files. */
    struct html_repeats **repeats, *loose;
    size_t at;      /* number of the source */
    size_t n_other; /* documents that are no pages, one after another */
    uint64_t n_bytes_before; /* of the sources that are done */
    bool stopped;

    struct pool *pool;
    struct families *families; /* under lock */
    pthread_mutex_t lock;      /* over the report, what is told */
};

/* ---- the report ---- */

static struct omission *omission_of(struct report *report, const char *reason)
{
    for (size_t i = 0; i < report->n_omissions; i++)
        if (strcmp(report->omissions[i].reason, reason) == 0)
            return &report->omissions[i];
    if (report->n_omissions == MAX_OMISSIONS)
        return &report->omissions[MAX_OMISSIONS - 1];
    if (report->n_omissions == MAX_OMISSIONS - 1)
        reason = "for other reasons";
    report->omissions = mem_grow(report->omissions, report->n_omissions,
                                 &report->capacity, sizeof *report->omissions);
    struct omission *omission = &report->omissions[report->n_omissions++];
    *omission = (struct omission){.reason = mem_strdup(reason)};
    return omission;
}

static void add_example(struct omission *omission, const char *name)
{
    if (omission->n < RUN_EXAMPLES)
        omission->examples[omission->n] = mem_strdup(name);
    omission->n++;
}

static void note_omission(struct run_state *run, const char *name,
                          const char *reason)
{
    pthread_mutex_lock(&run->lock);
    add_example(omission_of(run->report, reason), name);
    if (run->options->omitted)
        run->options->omitted(run->options->user, name, reason);
    pthread_mutex_unlock(&run->lock);
}

static void note_failure(struct run_state *run, const char *name,
                         const char *reason)
{
    pthread_mutex_lock(&run->lock);
    run->report->n_failed++;
    run->options->failed(run->options->user, name, reason);
    pthread_mutex_unlock(&run->lock);
}

/* A document of which no article came, for a reason that was told. */
static void note_refused(struct run_state *run)
{
    pthread_mutex_lock(&run->lock);
    run->report->n_refused++;
    pthread_mutex_unlock(&run->lock);
}

static void free_omission(struct omission *omission)
{
    free(omission->reason);
    for (size_t i = 0; i < RUN_EXAMPLES; i++)
        free(omission->examples[i]);
}

void report_finish(struct report *report)
{
    for (size_t i = 0; i < report->n_omissions; i++)
        free_omission(&report->omissions[i]);
    free_omission(&report->beside);
    free(report->omissions);
}

/* ---- converting ---- */

struct taking {
    struct run_state *run;
    const struct document *document;
    bool taken; /* an article came of it */
};

/* The folder that a document stands in, as part of an id: of
 * "site.zip: 70310/leaf.html" 70310. The caller frees. */
static char *folder_of(const char *name)
{
    const char *colon = strstr(name, ": ");
    const char *start = colon ? colon + 2 : name;
    const char *slash = strrchr(start, '/'), *before = slash;
    while (before && before > start && before[-1] != '/')
        before--;
    struct draft slug;
    draft_init(&slug);
    char *folder = mem_strndup(before ? before : "",
                               before ? (size_t)(slash - before) : 0);
    draft_set_id(&slug, folder, NULL, NULL);
    free(folder);
    folder = mem_strdup(slug.id);
    draft_finish(&slug);
    return folder;
}

/* What an article is called for, in strings that describe_finish frees. */
struct described {
    struct destination_article article;
    struct buf file, key;
    char *folder;
};

static void describe(struct described *described,
                     const struct document *document, const struct draft *draft)
{
    buf_init(&described->file);
    buf_init(&described->key);
    draft_write(draft, &described->file);
    char *folder = folder_of(document->name), *stem = document_stem(document);
    /* What the source states of itself comes before where it lies. */
    if (draft->origin.url || draft->origin.id)
        buf_printf(&described->key, "%s\n%s",
                   draft->origin.id ? draft->origin.id : "",
                   draft->origin.url ? draft->origin.url : "");
    else
        buf_printf(&described->key, "%s/%s", folder, stem);
    buf_printf(&described->key, "\n%s", draft->title ? draft->title : "");
    described->folder = folder;
    described->article = (struct destination_article){
        .id = draft->id,
        .key = described->key.data,
        .folder = folder,
        .path = document->path ? document->path : "",
        .title = draft->title,
        .url = draft->origin.url,
        .number = draft->origin.id,
        .data = described->file.data,
        .n_bytes = described->file.n_bytes,
    };
    free(stem);
}

static void describe_finish(struct described *described)
{
    free(described->folder);
    buf_finish(&described->key);
    buf_finish(&described->file);
}

static void put(struct run_state *run, const char *name,
                const struct destination_article *article)
{
    struct error err;
    char id[DESTINATION_ID_BYTES];
    enum put result = destination_put(run->destination, article, id, &err);
    pthread_mutex_lock(&run->lock);
    run->report->n_put[result]++;
    if (result == PUT_BESIDE)
        add_example(&run->report->beside, id);
    if (run->options->put && result <= PUT_EDITED)
        run->options->put(run->options->user, id, result);
    pthread_mutex_unlock(&run->lock);
    if (result == PUT_FAILED)
        note_failure(run, name, err.message);
    else if (result == PUT_EDITED)
        note_omission(run, id, _("was edited since it was imported"));
    else if (result == PUT_DUPLICATE)
        note_omission(run, name,
                      _("is the same as an article imported before it"));
}

/* Labels wait until all are known. */
static void hold(struct run_state *run, const char *name,
                 const struct draft *draft,
                 const struct destination_article *article)
{
    struct error err;
    pthread_mutex_lock(&run->lock);
    bool good = families_add(run->families, draft, article, name, &err);
    pthread_mutex_unlock(&run->lock);
    if (!good)
        note_failure(run, name, err.message);
}

static void take(void *user, const struct draft *draft)
{
    struct taking *taking = user;
    taking->taken = true;
    struct described described;
    describe(&described, taking->document, draft);
    if (draft->series.id)
        hold(taking->run, taking->document->name, draft, &described.article);
    else
        put(taking->run, taking->document->name, &described.article);
    describe_finish(&described);
}

static void put_family(void *user, const char *name,
                       const struct destination_article *article)
{
    put(user, name, article);
}

static void skip_label(void *user, const char *name, const char *reason)
{
    note_omission(user, name, reason);
}

static void put_families(struct run_state *run)
{
    struct error err;
    const struct families_sink sink = {
        .user = run, .take = put_family, .skip = skip_label};
    if (!run->stopped && !families_give_out(run->families, &sink, &err))
        note_failure(run, _("labels"), err.message);
}

static void leave_out(void *user, const struct document *document,
                      const char *reason)
{
    struct taking *taking = user;
    note_omission(taking->run, document->name, reason);
}

static void fail(void *user, const struct document *document,
                 const char *reason)
{
    struct taking *taking = user;
    note_failure(taking->run, document->name, reason);
}

/* Appends words, with one space between them. */
static void add_words(struct buf *out, const char *text)
{
    while (*(text += strspn(text, " \t\r\n\f"))) {
        size_t n = strcspn(text, " \t\r\n\f");
        if (out->n_bytes > 0)
            buf_add_char(out, ' ');
        buf_add_n(out, text, n);
        text += n;
    }
}

/* Tells of the entries from first on that are of one rule; returns the next
 * one. */
static size_t tell_rule(const struct run_state *run, const char *name,
                        const struct ledger *ledger, size_t first)
{
    const struct ledger_entry *rule = &ledger->entries[first];
    struct buf done, text;
    buf_init(&done);
    buf_init(&text);
    buf_printf(&done, "%s (%s)", ledger_act_name(rule->act), rule->what);
    size_t i = first;
    for (; i < ledger->n && ledger->entries[i].act == rule->act &&
           strcmp(ledger->entries[i].what, rule->what) == 0;
         i++)
        add_words(&text, ledger->entries[i].text);
    run->options->declared(run->options->user, name, done.data, text.data);
    buf_finish(&text);
    buf_finish(&done);
    return i;
}

static void note_ledger(void *user, const struct document *document,
                        const struct ledger *ledger)
{
    struct taking *taking = user;
    struct run_state *run = taking->run;
    if (!run->options->declared)
        return;
    pthread_mutex_lock(&run->lock);
    for (size_t i = 0; i < ledger->n;)
        i = tell_rule(run, document->name, ledger, i);
    pthread_mutex_unlock(&run->lock);
}

static void convert(struct run_state *run, const struct document *document)
{
    const struct importer *importer = run->options->from;
    if (!importer)
        importer = importer_recognise(document);
    struct error err;
    if (!importer) {
        format_set_advice(document, &err);
        note_omission(run, document->name, err.message);
        note_refused(run);
        return;
    }
    if (document->stream && !importer->streams) {
        error_set(&err,
                  _("is larger than %zu MB, too large for a source of %s"),
                  DOCUMENT_WHOLE_BYTES >> 20, importer->name);
        note_failure(run, document->name, err.message);
        return;
    }
    struct taking taking = {.run = run, .document = document};
    struct conversion_sink sink = {.user = &taking,
                                   .take = take,
                                   .skip = leave_out,
                                   .fail = fail,
                                   .note = note_ledger};
    if (!conversion_run(importer, document, &run->options->import, &sink, &err))
        note_failure(run, document->name, err.message);
    else if (!taking.taken)
        note_refused(run);
}

/* ---- the pool ---- */

/* The pool's job is a document of its own. */
static void push(struct run_state *run, const struct document *document)
{
    pool_add(run->pool, document_copy(document), document->n_bytes);
}

static void work(void *user, void *job)
{
    convert(user, job);
    document_free(job);
}

/* ---- reading ---- */

/* "site.zip: a.html" -> "/home/me/site.zip: a.html"; the caller frees. */
static char *path_of(const struct run_state *run, const char *name)
{
    struct buf path;
    buf_init(&path);
    const char *rest = name + strlen(run->source);
    buf_add(&path, run->source_path);
    if (*rest != ':' && *(rest += strspn(rest, "/")))
        buf_add_char(&path, '/');
    buf_add(&path, rest);
    return buf_steal(&path);
}

static struct html_repeats *repeats_of(const struct run_state *run,
                                       const struct document *document)
{
    bool loose = str_equal(document->name, run->source);
    return loose ? run->loose : run->repeats[run->at];
}

static bool on_document(void *user, const struct document *document)
{
    struct run_state *run = user;
    struct document known = *document;
    char *path = path_of(run, document->name);
    known.path = path;
    known.repeats = repeats_of(run, document);
    /* A stream is read where it comes from. */
    if (document->stream)
        convert(run, &known);
    else
        push(run, &known);
    free(path);
    return true;
}

static void on_skip(void *user, const char *name, const char *reason)
{
    note_failure(user, name, reason);
}

static bool on_progress(void *user, uint64_t n_bytes)
{
    struct run_state *run = user;
    pthread_mutex_lock(&run->lock);
    size_t n_articles = 0;
    for (int i = PUT_NEW; i <= PUT_EDITED; i++)
        n_articles += run->report->n_put[i];
    run->stopped |= !run->options->progress(
        run->options->user, run->n_bytes_before + n_bytes, n_articles);
    pthread_mutex_unlock(&run->lock);
    return !run->stopped;
}

/* ---- what sites repeat ---- */

static bool is_site(const char *source)
{
    return file_is_folder(source) || !str_ends(source, ".zim");
}

/* Where no page is among the first documents there is no site. */
static bool count_page(void *user, const struct document *document)
{
    struct run_state *run = user;
    struct html_repeats *repeats = repeats_of(run, document);
    if (!document->stream && format_is_html(document)) {
        html_repeats_add(repeats, document);
        run->n_other = 0;
    } else {
        run->n_other++;
    }
    return run->n_other < MAX_OTHERS;
}

static void pass_over(void *user, const char *name, const char *reason)
{
    (void)user;
    (void)name;
    (void)reason;
}

static bool go_on(void *user, uint64_t n_bytes)
{
    (void)n_bytes;
    return on_progress(user, 0);
}

static void count_pages(struct run_state *run, const char *const *sources,
                        size_t n_sources)
{
    struct source_walker walker = {.user = run,
                                   .document = count_page,
                                   .skip = pass_over,
                                   .progress = go_on};
    struct error err;
    run->loose = html_repeats_new();
    run->repeats = mem_calloc(n_sources, sizeof *run->repeats);
    for (run->at = 0; run->at < n_sources && !run->stopped; run->at++) {
        run->source = sources[run->at];
        run->repeats[run->at] = html_repeats_new();
        run->n_other = 0;
        if (is_site(run->source))
            source_walk(run->source, &walker, &err);
    }
}

static void read_sources(struct run_state *run, const char *const *sources,
                         size_t n_sources)
{
    struct source_walker walker = {.user = run,
                                   .document = on_document,
                                   .skip = on_skip,
                                   .progress = on_progress};
    count_pages(run, sources, n_sources);
    for (size_t i = 0; i < n_sources && !run->stopped; i++) {
        struct error err;
        run->at = i;
        run->source = sources[i];
        run->source_path = realpath(sources[i], NULL);
        if (!run->source_path)
            run->source_path = mem_strdup(sources[i]);
        if (!source_walk(sources[i], &walker, &err) && !run->stopped)
            note_failure(run, sources[i], err.message);
        free(run->source_path);
        run->n_bytes_before += source_size(sources[i]);
    }
}

void run_import(const char *const *sources, size_t n_sources,
                struct destination *destination,
                const struct run_options *options, struct report *report)
{
    struct run_state run = {.options = options,
                            .destination = destination,
                            .report = report,
                            .families = families_new()};
    /* Neither library may be set up by several threads at once. */
    xml_init();
    schema_init();
    *report = (struct report){0};
    pthread_mutex_init(&run.lock, NULL);
    run.pool = pool_new(&(struct pool_options){.work = work,
                                               .context = &run,
                                               .n_threads = options->n_threads,
                                               .jobs_max = QUEUE_JOBS,
                                               .bytes_max = QUEUE_BYTES});
    if (run.pool)
        read_sources(&run, sources, n_sources);
    else
        note_failure(&run, sources[0], strerror(errno));
    pool_free(run.pool);
    put_families(&run);
    families_free(run.families);
    for (size_t i = 0; run.repeats && i < n_sources; i++)
        html_repeats_free(run.repeats[i]);
    html_repeats_free(run.loose);
    free(run.repeats);
    pthread_mutex_destroy(&run.lock);
}
