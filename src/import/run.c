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
#include "import/format.h"
#include "import/run_data.h"
#include "import/schema.h"
#include "import/source.h"
#include "import/xml.h"

/* The queue holds this much at most, or one document. */
#define QUEUE_BYTES ((size_t)8 * 1024 * 1024)
#define QUEUE_JOBS 256
#define MAX_OTHERS 20 /* documents before the first page of a site */

/* ---- what is told ---- */

void run_note_omission(struct run_state *run, const char *name,
                       const char *reason)
{
    pthread_mutex_lock(&run->lock);
    report_omit(run->report, name, reason);
    if (run->options->omitted)
        run->options->omitted(run->options->user, name, reason);
    pthread_mutex_unlock(&run->lock);
}

void run_note_failure(struct run_state *run, const char *name,
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

/* ---- converting ---- */

static void leave_out(void *user, const struct document *document,
                      const char *reason)
{
    struct taking *taking = user;
    run_note_omission(taking->run, document->name, reason);
}

static void fail(void *user, const struct document *document,
                 const char *reason)
{
    struct taking *taking = user;
    run_note_failure(taking->run, document->name, reason);
}

static void note_ledger(void *user, const struct document *document,
                        const struct ledger *ledger)
{
    struct taking *taking = user;
    struct run_state *run = taking->run;
    if (!run->options->declared)
        return;
    pthread_mutex_lock(&run->lock);
    ledger_tell(ledger,
                &(struct ledger_listener){.tell = run->options->declared,
                                          .user = run->options->user,
                                          .name = document->name});
    pthread_mutex_unlock(&run->lock);
}

static void convert_with(struct run_state *run, const struct importer *importer,
                         const struct document *document)
{
    struct error err;
    struct taking taking = {.run = run, .document = document};
    struct conversion_sink sink = {.user = &taking,
                                   .take = run_take,
                                   .skip = leave_out,
                                   .fail = fail,
                                   .note = note_ledger};
    if (!conversion_run(importer, document, &run->options->import, &sink, &err))
        run_note_failure(run, document->name, err.message);
    else if (!taking.taken)
        note_refused(run);
}

/* A stream goes to an importer that cannot read one, up to some size. */
static void convert_whole(struct run_state *run,
                          const struct importer *importer,
                          const struct document *document)
{
    struct error err;
    struct document whole;
    size_t max_bytes =
        importer->max_bytes ? importer->max_bytes : DOCUMENT_WHOLE_BYTES;
    if (max_bytes <= document->n_bytes)
        error_set(&err,
                  _("larger than %zu MB, which is too large for a source of "
                    "%s"),
                  max_bytes >> 20, importer->name);
    else if (document_read_whole(document, max_bytes, &whole, &err)) {
        convert_with(run, importer, &whole);
        document_free_whole(document, &whole);
        return;
    } else {
        document_free_whole(document, &whole);
    }
    run_note_failure(run, document->name, err.message);
}

static void convert(struct run_state *run, const struct document *document)
{
    const struct importer *importer = run->options->from;
    if (!importer)
        importer = importer_recognise(document);
    struct error err;
    if (!importer) {
        format_set_advice(document, &err);
        run_note_omission(run, document->name, err.message);
        note_refused(run);
    } else if (document->stream && !importer->streams) {
        convert_whole(run, importer, document);
    } else {
        convert_with(run, importer, document);
    }
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
    run_note_failure(user, name, reason);
}

static bool on_progress(void *user, uint64_t n_bytes)
{
    struct run_state *run = user;
    pthread_mutex_lock(&run->lock);
    run->stopped |= !run->options->progress(run->options->user,
                                            run->n_bytes_before + n_bytes,
                                            report_count_articles(run->report));
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
        run->source_path = file_real_path(sources[i]);
        if (!run->source_path)
            run->source_path = mem_strdup(sources[i]);
        if (!source_walk(sources[i], &walker, &err) && !run->stopped)
            run_note_failure(run, sources[i], err.message);
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
        run_note_failure(&run, sources[0], strerror(errno));
    pool_free(run.pool);
    run_put_families(&run);
    families_free(run.families);
    for (size_t i = 0; run.repeats && i < n_sources; i++)
        html_repeats_free(run.repeats[i]);
    html_repeats_free(run.loose);
    free(run.repeats);
    pthread_mutex_destroy(&run.lock);
}
