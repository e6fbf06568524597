/* Reads an entry from the head of a file: its front matter or first heading. */
#include "library/entry.h"

#include <string.h>

#include "article/review.h"
#include "article/article.h"
#include "article/code.h"
#include "base/fold.h"
#include "base/strs.h"
#include "data/yaml.h"
#include "library/name.h"

/* Enough for the front matter of most files. Where it is longer, up to
 * HEAD_MAX_BYTES are read. */
#define HEAD_BYTES ((size_t)8 * 1024)
#define HEAD_MAX_BYTES (YAML_MAX_BYTES + HEAD_BYTES)

/* Reads the head of a file, with all of its front matter. */
static bool read_head(const char *path, struct buf *head,
                      struct file_stamp *stamp, struct error *err)
{
    buf_clear(head);
    if (!file_read_head(path, HEAD_BYTES, head, stamp, err))
        return false;
    if (head->n_bytes < HEAD_BYTES ||
        !meta_find(head->data, head->n_bytes).unclosed)
        return true;
    buf_clear(head);
    return file_read_head(path, HEAD_MAX_BYTES, head, stamp, err);
}

/* Returns the length of the title in a line "# Title", without closing "#" and
 * {kind=...}, or 0 if the line is not such a heading. */
static size_t level_1_heading(const char *line, size_t n_bytes,
                              const char **title)
{
    if (n_bytes < 2 || line[0] != '#' || (line[1] != ' ' && line[1] != '\t'))
        return 0;
    const char *brace = memchr(line, '{', n_bytes);
    if (brace)
        n_bytes = (size_t)(brace - line);
    while (n_bytes > 1 && strchr(" \t\r#", line[n_bytes - 1]))
        n_bytes--;
    size_t start = 1;
    while (start < n_bytes && strchr(" \t", line[start]))
        start++;
    *title = line + start;
    return n_bytes - start;
}

/* Returns the first level-1 heading outside code fences, or NULL. */
static const char *find_title(struct arena *arena, const char *text,
                              size_t n_bytes)
{
    const char *end = text + n_bytes, *title;
    bool in_code = false;
    while (text < end) {
        const char *newline = memchr(text, '\n', (size_t)(end - text));
        size_t n = (size_t)((newline ? newline : end) - text);
        if (n >= 3 && (!memcmp(text, "```", 3) || !memcmp(text, "~~~", 3)))
            in_code = !in_code;
        size_t n_title = in_code ? 0 : level_1_heading(text, n, &title);
        if (n_title > 0)
            return arena_strndup(arena, title, n_title);
        text += n + 1;
    }
    return NULL;
}

static const char *const *copy_strings(struct arena *arena,
                                       const char *const *strings, size_t n)
{
    if (n == 0)
        return NULL;
    const char **copy = arena_alloc(arena, n * sizeof *copy);
    for (size_t i = 0; i < n; i++)
        copy[i] = arena_strdup(arena, strings[i]);
    return copy;
}

static void set_codes(struct entry *entry, struct arena *arena,
                      const struct meta *meta)
{
    struct buf key;
    if (!meta->n_codes)
        return;
    const char **codes = arena_alloc(arena, meta->n_codes * sizeof *codes);
    buf_init(&key);
    for (size_t i = 0; i < meta->n_codes; i++) {
        buf_clear(&key);
        code_add_key(meta->codes[i].system, meta->codes[i].value, &key);
        codes[i] = arena_strndup(arena, key.data, key.n_bytes);
    }
    buf_finish(&key);
    entry->codes = codes;
    entry->n_codes = meta->n_codes;
}

void entry_set_title(struct entry *entry, struct arena *arena,
                     const char *title)
{
    entry->title = title;
    struct buf folded;
    buf_init(&folded);
    fold_text(title, strlen(title), FOLD_ALL, &folded);
    /* If folding changes nothing, one string serves as both. */
    entry->title_folded =
        strcmp(folded.data, title)
            ? arena_strndup(arena, folded.data, folded.n_bytes)
            : title;
    buf_finish(&folded);
}

/* Tells whether the article has changed since a reviewer signed it. Only an
 * article with signed digests is read whole. */
static bool is_changed(const char *path, const struct meta *meta)
{
    bool has_digests = false;
    for (size_t i = 0; i < meta->n_reviewers; i++)
        has_digests = has_digests || meta->reviewers[i].n_sections;
    struct article *article = has_digests ? article_open(path, NULL) : NULL;
    bool changed = article && review_n_changed(article);
    article_free(article);
    return changed;
}

static void set_meta(struct entry *entry, struct arena *arena,
                     const struct meta *meta)
{
    if (meta->summary)
        entry->summary = arena_strdup(arena, meta->summary);
    if (meta->origin.publisher)
        entry->publisher = arena_strdup(arena, meta->origin.publisher);
    entry->type = meta->type;
    entry->synonyms = copy_strings(arena, meta->synonyms, meta->n_synonyms);
    entry->n_synonyms = meta->n_synonyms;
    set_codes(entry, arena, meta);
    entry->updated = meta->updated;
    entry->review_due = meta->review_due;
    entry->reviewed = meta->n_reviewers > 0 || meta->reviewed.year;
    entry->review_changed = is_changed(entry->path, meta);
    entry->n_sources = meta->n_sources;
}

void entry_read(struct entry *entry, struct arena *arena, const char *path,
                struct buf *head)
{
    struct arena scratch;
    struct diagnostics unused;
    struct meta meta = {0};
    struct error err;
    arena_init(&scratch);
    diagnostics_init(&unused, &scratch);
    entry->path = path;
    const char *title = NULL;
    if (read_head(path, head, &entry->stamp, &err)) {
        meta_parse(&meta, &scratch, head->data, head->n_bytes, &unused);
        set_meta(entry, arena, &meta);
        size_t body = meta_find(head->data, head->n_bytes).body_start;
        title = meta.title ? arena_strdup(arena, meta.title)
                           : find_title(arena, head->data + body,
                                        head->n_bytes - body);
    } else {
        entry->problem = arena_strdup(arena, error_reason(&err, path));
    }
    name_of_file(arena, path, meta.lang, &entry->base, &entry->lang);
    entry->id = entry->base;
    entry_set_title(entry, arena, title && *title ? title : entry->id);
    diagnostics_finish(&unused);
    arena_finish(&scratch);
}
