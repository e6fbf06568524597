/* An import: one thread reads, several convert and write. */
#include "import/run.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "import/conversion.h"
#include "import/source.h"

/* The queue holds this much at most, or one document. */
#define QUEUE_BYTES ((size_t)8 * 1024 * 1024)
#define QUEUE_JOBS 256
#define MAX_THREADS 16

struct job {
    struct document document; /* owns name and data */
    struct job *next;
};

struct run {
    const struct run_options *options;
    struct destination *destination;
    struct report *report;
    uint64_t n_bytes_before; /* of the sources that are done */
    bool stopped;

    pthread_mutex_t lock; /* over the queue, the report, what is told */
    pthread_cond_t not_empty, not_full;
    struct job *first, *last;
    size_t n_jobs, n_job_bytes;
    bool closed;
};

/* ---- the report ---- */

static struct omission *omission_of(struct report *report, const char *reason)
{
    for (size_t i = 0; i < report->n_omissions; i++)
        if (strcmp(report->omissions[i].reason, reason) == 0)
            return &report->omissions[i];
    report->omissions = mem_grow(report->omissions, report->n_omissions,
                                 &report->capacity, sizeof *report->omissions);
    struct omission *omission = &report->omissions[report->n_omissions++];
    *omission = (struct omission){.reason = mem_strdup(reason)};
    return omission;
}

static void note_omission(struct run *run, const char *name, const char *reason)
{
    pthread_mutex_lock(&run->lock);
    struct omission *omission = omission_of(run->report, reason);
    if (omission->n < RUN_EXAMPLES)
        omission->examples[omission->n] = mem_strdup(name);
    omission->n++;
    if (run->options->omitted)
        run->options->omitted(run->options->user, name, reason);
    pthread_mutex_unlock(&run->lock);
}

static void note_failure(struct run *run, const char *name, const char *reason)
{
    pthread_mutex_lock(&run->lock);
    run->report->n_failed++;
    run->options->failed(run->options->user, name, reason);
    pthread_mutex_unlock(&run->lock);
}

void report_finish(struct report *report)
{
    for (size_t i = 0; i < report->n_omissions; i++) {
        free(report->omissions[i].reason);
        for (size_t j = 0; j < RUN_EXAMPLES; j++)
            free(report->omissions[i].examples[j]);
    }
    free(report->omissions);
}

/* ---- converting ---- */

struct taking {
    struct run *run;
    const struct document *document;
};

static void take(void *user, const struct draft *draft)
{
    struct taking *taking = user;
    struct run *run = taking->run;
    struct error err;
    struct buf file;
    buf_init(&file);
    draft_write(draft, &file);
    enum put result = destination_put(run->destination, draft->id, file.data,
                                      file.n_bytes, &err);
    buf_finish(&file);
    pthread_mutex_lock(&run->lock);
    run->report->n_put[result]++;
    if (run->options->put && result <= PUT_EDITED)
        run->options->put(run->options->user, draft->id, result);
    pthread_mutex_unlock(&run->lock);
    if (result == PUT_FAILED)
        note_failure(run, taking->document->name, err.message);
    else if (result == PUT_EDITED)
        note_omission(run, draft->id, "was edited since it was imported");
    else if (result == PUT_DUPLICATE)
        note_omission(run, taking->document->name,
                      "has the id of an article imported before it");
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
static size_t tell_rule(const struct run *run, const char *name,
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
    struct run *run = taking->run;
    if (!run->options->declared)
        return;
    pthread_mutex_lock(&run->lock);
    for (size_t i = 0; i < ledger->n;)
        i = tell_rule(run, document->name, ledger, i);
    pthread_mutex_unlock(&run->lock);
}

static void convert(struct run *run, const struct document *document)
{
    const struct importer *importer = run->options->from;
    if (!importer)
        importer = importer_recognise(document);
    if (!importer) {
        note_omission(run, document->name, "is of no format that is known");
        return;
    }
    struct error err;
    if (document->stream && !importer->streams) {
        error_set(&err, "is larger than %zu MB, too large for a source of %s",
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
}

/* ---- the queue ---- */

static void push(struct run *run, const struct document *document)
{
    struct job *job = mem_calloc(1, sizeof *job);
    job->document = *document;
    job->document.name = mem_strdup(document->name);
    job->document.data = mem_strndup(document->data, document->n_bytes);
    pthread_mutex_lock(&run->lock);
    while (run->n_jobs > 0 &&
           (run->n_jobs >= QUEUE_JOBS ||
            run->n_job_bytes + document->n_bytes > QUEUE_BYTES))
        pthread_cond_wait(&run->not_full, &run->lock);
    *(run->first ? &run->last->next : &run->first) = job;
    run->last = job;
    run->n_jobs++;
    run->n_job_bytes += document->n_bytes;
    pthread_cond_signal(&run->not_empty);
    pthread_mutex_unlock(&run->lock);
}

static struct job *pop(struct run *run)
{
    pthread_mutex_lock(&run->lock);
    while (!run->first && !run->closed)
        pthread_cond_wait(&run->not_empty, &run->lock);
    struct job *job = run->first;
    if (job) {
        run->first = job->next;
        run->n_jobs--;
        run->n_job_bytes -= job->document.n_bytes;
        pthread_cond_signal(&run->not_full);
    }
    pthread_mutex_unlock(&run->lock);
    return job;
}

static void *work(void *user)
{
    struct run *run = user;
    struct job *job;
    while ((job = pop(run))) {
        convert(run, &job->document);
        free((char *)job->document.name);
        free((char *)job->document.data);
        free(job);
    }
    return NULL;
}

/* ---- reading ---- */

static bool on_document(void *user, const struct document *document)
{
    struct run *run = user;
    /* A stream is read where it comes from. */
    if (document->stream)
        convert(run, document);
    else
        push(run, document);
    return true;
}

static void on_skip(void *user, const char *name, const char *reason)
{
    note_failure(user, name, reason);
}

static bool on_progress(void *user, uint64_t n_bytes)
{
    struct run *run = user;
    pthread_mutex_lock(&run->lock);
    size_t n_articles = 0;
    for (int i = PUT_NEW; i <= PUT_EDITED; i++)
        n_articles += run->report->n_put[i];
    run->stopped |= !run->options->progress(
        run->options->user, run->n_bytes_before + n_bytes, n_articles);
    pthread_mutex_unlock(&run->lock);
    return !run->stopped;
}

static void read_sources(struct run *run, const char *const *sources,
                         size_t n_sources)
{
    struct source_walker walker = {.user = run,
                                   .document = on_document,
                                   .skip = on_skip,
                                   .progress = on_progress};
    for (size_t i = 0; i < n_sources && !run->stopped; i++) {
        struct error err;
        if (!source_walk(sources[i], &walker, &err) && !run->stopped)
            note_failure(run, sources[i], err.message);
        run->n_bytes_before += source_size(sources[i]);
    }
}

void run_import(const char *const *sources, size_t n_sources,
                struct destination *destination,
                const struct run_options *options, struct report *report)
{
    struct run run = {
        .options = options, .destination = destination, .report = report};
    *report = (struct report){0};
    pthread_mutex_init(&run.lock, NULL);
    pthread_cond_init(&run.not_empty, NULL);
    pthread_cond_init(&run.not_full, NULL);

    pthread_t threads[MAX_THREADS];
    unsigned n_threads = 0;
    while (n_threads < options->n_threads && n_threads < MAX_THREADS &&
           pthread_create(&threads[n_threads], NULL, work, &run) == 0)
        n_threads++;
    if (n_threads > 0)
        read_sources(&run, sources, n_sources);
    else
        note_failure(&run, sources[0], "no thread could be started");

    pthread_mutex_lock(&run.lock);
    run.closed = true;
    pthread_cond_broadcast(&run.not_empty);
    pthread_mutex_unlock(&run.lock);
    for (unsigned i = 0; i < n_threads; i++)
        pthread_join(threads[i], NULL);
    pthread_cond_destroy(&run.not_full);
    pthread_cond_destroy(&run.not_empty);
    pthread_mutex_destroy(&run.lock);
}
