/* Threads that take one file after the other. */
#include "check/batch.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/pool.h"
#include "base/strs.h"
#include "check/agreement.h"
#include "check/names.h"
#include "check/rule.h"
#include "library/library.h"

#define PROGRESS_MS 100
#define NAMED_MAX 100 /* articles that are read besides those asked for */

void batch_init(struct batch *batch, const struct check_context *context,
                const char *const *paths, size_t n_paths)
{
    *batch = (struct batch){
        .context = context,
        .files = mem_calloc(n_paths + NAMED_MAX, sizeof *batch->files),
        .n_files = n_paths,
        .n_all = n_paths,
    };
    for (size_t i = 0; i < n_paths + NAMED_MAX; i++) {
        struct checked *file = &batch->files[i];
        file->path = i < n_paths ? paths[i] : NULL;
        messages_init(&file->messages, &file->arena);
        file->facts =
            (struct facts){.arena = &file->arena, .names = context->names};
    }
}

void batch_finish(struct batch *batch)
{
    for (size_t i = 0; i < batch->n_files + NAMED_MAX; i++) {
        messages_finish(&batch->files[i].messages);
        facts_finish(&batch->files[i].facts);
        arena_finish(&batch->files[i].arena);
    }
    free(batch->files);
    *batch = (struct batch){0};
}

/* What was saved in the meantime would be lost. */
static bool write_fixed(const struct article *article, const struct buf *text,
                        struct error *err)
{
    struct file_stamp stamp;
    if (!file_stamp_get(article->path, &stamp) ||
        !file_stamp_equal(&stamp, &article->stamp))
        return error_set(err,
                         _("%s: the file changed while it was being "
                           "checked, so nothing was fixed. Run the check "
                           "again"),
                         article->path);
    return file_write(article->path, text->data, text->n_bytes, err);
}

void checked_fix(struct checked *file, const struct article *article)
{
    struct buf text;
    struct error err;
    buf_init(&text);
    if (check_remedy(article, &file->messages, &text) > 0) {
        file->fixed = write_fixed(article, &text, &err);
        if (!file->fixed)
            file->problem = arena_strdup(&file->arena, err.message);
    }
    buf_finish(&text);
}

/* A file whose name another one has, too, has the id that the library gave it.
 */
static void set_id(const struct batch *batch, struct article *article)
{
    const struct library *library = batch->context->library;
    if (!library || library->n_renamed == 0)
        return;
    for (size_t i = 0; i < library->n_entries; i++) {
        const struct entry *entry = &library->entries[i];
        if (!str_equal(entry->id, entry->base) &&
            file_stamp_equal(&entry->stamp, &article->stamp)) {
            article->id = arena_strdup(&article->arena, entry->id);
            return;
        }
    }
}

static void check_file(void *context, void *job)
{
    struct batch *batch = context;
    struct checked *file = job;
    struct error err;
    messages_init(&file->messages, &file->arena);
    file->facts =
        (struct facts){.arena = &file->arena, .names = batch->context->names};
    if (batch->context->names && names_count(batch->context->names))
        file->messages.facts = &file->facts;
    struct article *article = article_open(file->path, &err);
    if (!article) {
        file->problem = arena_strdup(&file->arena, err.message);
        return;
    }
    if (check_is_binary(article)) {
        file->problem = arena_printf(
            &file->arena, _("%s: not text. An article is Markdown in UTF-8"),
            file->path);
        article_free(article);
        return;
    }
    set_id(batch, article);
    check_article(article, batch->context, &file->messages);
    if (batch->fix && !file->unasked)
        checked_fix(file, article);
    article_free(article);
}

static void wait_for_all(struct batch *batch, struct pool *pool)
{
    size_t n_left;
    while ((n_left = pool_wait(pool, PROGRESS_MS)))
        if (batch->progress)
            batch->progress(batch->progress_context, batch->n_files - n_left,
                            batch->n_files);
    if (batch->progress)
        batch->progress(batch->progress_context, batch->n_files,
                        batch->n_files);
}

static bool is_read(const struct batch *batch, const char *id)
{
    for (size_t i = 0; i < batch->n_all; i++)
        if (str_equal(batch->files[i].facts.id, id))
            return true;
    return false;
}

/* Reads the article on a medicine, if there is one that was not read. */
static void read_article_on(struct batch *batch, const char *id)
{
    const struct library *library = batch->context->library;
    const struct entry *entry =
        library ? library_find_id(library, id, "en") : NULL;
    if (!entry || entry->problem || strncmp(entry->lang, "en", 2) ||
        batch->n_all - batch->n_files >= NAMED_MAX || is_read(batch, id))
        return;
    struct checked *file = &batch->files[batch->n_all++];
    file->path = entry->path;
    file->unasked = true;
    check_file(batch, file);
}

/* Reads the articles on the medicines that those asked for speak of. */
static void read_named(struct batch *batch)
{
    for (size_t i = 0; i < batch->n_files; i++)
        for (size_t j = 0; j < batch->files[i].facts.n; j++) {
            const struct fact *fact = &batch->files[i].facts.items[j];
            read_article_on(batch, fact->about);
            if (fact->kind == FACT_MENTION)
                read_article_on(batch, fact->with);
        }
}

/* A single file, or a system that has no thread left: checked here. */
void batch_run(struct batch *batch)
{
    struct pool *pool = NULL;
    if (batch->n_files > 1)
        pool = pool_new(
            &(struct pool_options){.work = check_file, .context = batch});
    for (size_t i = 0; i < batch->n_files; i++)
        if (pool)
            pool_add(pool, &batch->files[i], 0);
        else
            check_file(batch, &batch->files[i]);
    if (pool)
        wait_for_all(batch, pool);
    pool_free(pool);
    if (batch->context->names && names_count(batch->context->names)) {
        read_named(batch);
        agreement_check(batch);
    }
}
