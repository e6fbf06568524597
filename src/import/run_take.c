/* What an import does with an article: it is written under a name, or waits
 * for the others of its family. */
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "import/run_data.h"

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
    report_put(run->report, id, result);
    if (run->options->put && result <= PUT_EDITED)
        run->options->put(run->options->user, id, result);
    pthread_mutex_unlock(&run->lock);
    if (result == PUT_FAILED)
        run_note_failure(run, name, err.message);
    else if (result == PUT_EDITED)
        run_note_omission(run, id, _("edited since it was imported"));
    else if (result == PUT_DUPLICATE)
        run_note_omission(run, name,
                          _("the same as an article imported before it"));
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
        run_note_failure(run, name, err.message);
}

void run_take(void *user, const struct draft *draft)
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
    run_note_omission(user, name, reason);
}

void run_put_families(struct run_state *run)
{
    struct error err;
    const struct families_sink sink = {
        .user = run, .take = put_family, .skip = skip_label};
    if (!run->stopped && !families_give_out(run->families, &sink, &err))
        run_note_failure(run, _("labels"), err.message);
}
