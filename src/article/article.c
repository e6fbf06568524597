/* Parses an article from a file's bytes, and frees it. */
#include "article/article.h"

#include <stdlib.h>
#include <string.h>

#include "article/build.h"
#include "article/effort.h"
#include "article/review.h"
#include "article/trial.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/strs.h"

/* The body is parsed in parts of about this size. */
#define PART_BYTES ((size_t)64 << 10)
/* Cuts are about this far apart where only one section is needed. */
#define SECTION_PART_BYTES 256

void article_name_split(struct arena *arena, const char *path, const char **id,
                        const char **lang)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    size_t n_bytes = strlen(name) - (str_ends(name, ".md") ? 3 : 0);
    char *copy = arena_strndup(arena, name, n_bytes);
    char *dot = strrchr(copy, '.');
    *id = copy;
    *lang = "";
    if (dot && dot != copy && lang_is_tag(dot + 1)) {
        *dot = '\0';
        *lang = dot + 1;
    }
}

/* What of an article is to be built: the body between two cuts. */
struct attempt {
    struct article *article;
    const struct prescan *scan;
    size_t start, end;
    struct source_range only; /* see struct builder */
    unsigned body_line;
};

static void build_body(struct builder *builder, size_t start, size_t end)
{
    struct article *article = builder->article;
    struct node *root = build_node(builder, NODE_DOCUMENT);
    article->root = root;
    root->source_start = (uint32_t)article->body_start;
    root->source_end = (uint32_t)article->n_source_bytes;
    builder->parent = root;
    if (article->unformatted)
        build_unformatted(builder, end);
    else
        build_formatted(builder, start, end);
    root->text_end = (uint32_t)builder->text.n_bytes;
}

/* Hands the arrays that grew on the heap during the build to the arena. */
static void keep_arrays(struct article *article)
{
    struct arena *arena = &article->arena;
    arena_adopt(arena, article->headings);
    arena_adopt(arena, article->kind_places);
    arena_adopt(arena, article->links);
    arena_adopt(arena, article->references);
    arena_adopt(arena, (void *)article->blocks);
    arena_adopt(arena, (void *)article->leaves);
}

static void finish(struct builder *builder)
{
    struct article *article = builder->article;
    article->n_text_bytes = builder->text.n_bytes;
    article->text = arena_adopt(builder->arena, buf_steal(&builder->text));
    if (!article->title)
        article->title = article->id;
    sections_finish(builder);
    article_kinds_finish(article);
    references_finish(builder);
    definitions_keep(builder);
    if (!builder->partial)
        definitions_list_unused(builder);
    keep_arrays(article);
    free(builder->citations);
    map_finish(&builder->slugs);
    map_finish(&builder->references);
}

static void build(const struct attempt *attempt)
{
    struct article *article = attempt->article;
    struct builder builder = {
        .article = article,
        .arena = &article->arena,
        .scan = attempt->scan,
        .body_line = attempt->body_line,
        .line_start = UINT32_MAX,
        .partial = attempt->end -
                   attempt
                       ->start<article->n_source_bytes - article->body_start,
                               .title_done = attempt->start>
                           article->body_start,
        .only = attempt->only,
    };
    buf_init(&builder.text);
    buf_reserve(&builder.text, attempt->end - attempt->start);
    tree_memory_begin(&builder.trees);
    references_begin(&builder);
    build_body(&builder, attempt->start, attempt->end);
    if (!attempt->only.end)
        references_build_notes(&builder);
    finish(&builder);
    tree_memory_end(&builder.trees);
}

/* The label of kind treatment in an article that is itself about a treatment, a
 * test or a vaccine. */
static const char *const alternatives[LANG_COUNT] = {
    [LANG_EN] = "Alternatives",  [LANG_ES] = "Alternativas",
    [LANG_FR] = "Alternatives",  [LANG_DE] = "Alternativen",
    [LANG_VI] = "Lựa chọn khác", [LANG_ZH] = "其他选择",
};

const char *article_type_kind_label(enum article_type type, enum kind kind,
                                    const char *lang)
{
    bool treats = type == TYPE_MEDICINE || type == TYPE_PROCEDURE ||
                  type == TYPE_TEST || type == TYPE_VACCINE;
    return kind == KIND_TREATMENT && treats ? alternatives[lang_find(lang)]
                                            : kind_label(kind, lang);
}

const char *article_kind_label(const struct article *article, enum kind kind)
{
    return article_type_kind_label(article->meta.type, kind, article->lang);
}

/* Takes over the source, which must end in NUL. */
static struct article *article_new(char *source, size_t n_bytes,
                                   const char *path, struct meta_extent *extent)
{
    struct article *article = mem_calloc(1, sizeof *article);
    struct arena *arena = &article->arena;
    arena_init(arena);
    diagnostics_init(&article->diagnostics, arena);
    article->source = arena_adopt(arena, source);
    article->n_source_bytes = n_bytes;
    article->id = article->lang = "";
    if (path) {
        article->path = arena_strdup(arena, path);
        article_name_split(arena, path, &article->id, &article->lang);
    }
    *extent = meta_parse(&article->meta, arena, article->source, n_bytes,
                         &article->diagnostics);
    article->body_start = extent->body_start;
    article->title = article->meta.title;
    if (article->meta.lang)
        article->lang = article->meta.lang;
    article->lang_is_guessed = !*article->lang;
    if (article->lang_is_guessed)
        article->lang = "en";
    return article;
}

/* Returns the last cut within max_bytes, or the first cut if all lie beyond
 * it. */
static size_t cut_of_start(const struct article *article,
                           const struct prescan *scan, size_t max_bytes)
{
    size_t end = article->n_source_bytes;
    if (end <= max_bytes)
        return end;
    for (size_t i = 0; i < scan->n_cuts; i++)
        if (i == 0 || scan->cuts[i] <= max_bytes)
            end = scan->cuts[i];
    return end;
}

/* ---- protection against texts that libcmark takes too long to parse ---- */

/* A text whose bound exceeds this is first parsed in a child process. */
#define STEPS_ALLOWED ((uint64_t)512 << 20)
#define STEPS_PER_BYTE 512
/* The CPU time that the child process gets per MiB. Plain text takes 10 ms. */
#define TRIAL_MS 500

static void try_build(void *context)
{
    build(context);
}

static bool may_be_costly(const struct attempt *attempt)
{
    const struct article *article = attempt->article;
    const struct prescan *scan = attempt->scan;
    size_t start = attempt->start, n_bytes = attempt->end - start;
    uint64_t steps = 0;
    for (size_t i = 0; i <= scan->n_cuts && start < attempt->end; i++) {
        size_t end = i < scan->n_cuts && scan->cuts[i] < attempt->end
                         ? scan->cuts[i]
                         : attempt->end;
        if (end <= start)
            continue;
        steps += effort_bound(article->source + start, end - start);
        start = end;
    }
    return steps > STEPS_ALLOWED + STEPS_PER_BYTE * n_bytes;
}

/* Some texts of a few KB keep libcmark busy for minutes. No list of such
 * patterns is ever complete, so a text whose cost cannot be bounded is tried in
 * a child process first. */
static enum trial try_text(struct attempt *attempt)
{
    size_t n_mib = (attempt->end >> 20) + 1;
    return may_be_costly(attempt)
               ? trial_run(try_build, attempt, (unsigned)n_mib * TRIAL_MS)
               : TRIAL_PASSED;
}

/* Builds the body, or shows it unformatted if that would take too long. */
static void try_attempt(struct attempt *attempt, struct prescan *scan)
{
    struct article *article = attempt->article;
    enum trial trial = try_text(attempt);
    article->unformatted = trial != TRIAL_PASSED;
    article->untried = trial == TRIAL_REFUSED;
    if (article->unformatted) /* footnotes are shown in place */
        scan->n_notes = scan->n_definitions = 0;
    build(attempt);
}

/* Returns whether all of the body was parsed. */
static bool parse_body(struct article *article,
                       const struct meta_extent *extent, size_t max_bytes)
{
    struct prescan scan;
    prescan_run(&scan, article->source, article->n_source_bytes,
                article->body_start,
                max_bytes < PART_BYTES ? max_bytes : PART_BYTES);
    size_t end = cut_of_start(article, &scan, max_bytes);
    if (scan.n_definition_bytes > PART_BYTES / 4)
        scan.n_cuts = 0;
    try_attempt(&(struct attempt){.article = article,
                                  .scan = &scan,
                                  .start = article->body_start,
                                  .end = end,
                                  .body_line = extent->body_line},
                &scan);
    prescan_finish(&scan);
    return end == article->n_source_bytes;
}

/* Parses the blocks between the cuts around a section. */
static void parse_section(struct article *article,
                          const struct meta_extent *extent,
                          struct source_range range)
{
    struct prescan scan;
    struct attempt attempt = {.article = article,
                              .scan = &scan,
                              .start = article->body_start,
                              .end = article->n_source_bytes,
                              .only = range,
                              .body_line = extent->body_line};
    prescan_run(&scan, article->source, article->n_source_bytes,
                article->body_start, SECTION_PART_BYTES);
    if (scan.n_definition_bytes > PART_BYTES / 4)
        scan.n_cuts = 0;
    for (size_t i = 0; i < scan.n_cuts; i++) {
        if (scan.cuts[i] <= range.start)
            attempt.start = scan.cuts[i];
        if (scan.cuts[i] >= range.end && scan.cuts[i] < attempt.end)
            attempt.end = scan.cuts[i];
    }
    scan.n_cuts = 0;
    try_attempt(&attempt, &scan);
    prescan_finish(&scan);
}

/* Returns the part of a file's content that is parsed. */
static char *copy_content(const char *content, size_t *n_bytes)
{
    if (*n_bytes > ARTICLE_MAX_BYTES)
        *n_bytes = ARTICLE_MAX_BYTES;
    return mem_strndup(content, *n_bytes);
}

/* Parses a source, which it takes over. */
static struct article *parse_start(char *source, size_t n_bytes,
                                   const char *path, size_t max_bytes,
                                   bool *whole)
{
    struct meta_extent extent;
    struct article *article = article_new(source, n_bytes, path, &extent);
    *whole = parse_body(article, &extent, max_bytes);
    article->review_state =
        review_state(article, *whole && max_bytes == SIZE_MAX);
    article->review_overdue = review_overdue(article);
    return article;
}

struct article *article_parse_start(const char *content, size_t n_bytes,
                                    const char *path, size_t max_bytes,
                                    bool *whole)
{
    char *source = copy_content(content, &n_bytes);
    return parse_start(source, n_bytes, path, max_bytes, whole);
}

struct article *article_parse_tree(const char *content, size_t n_bytes)
{
    struct meta_extent extent;
    char *source = copy_content(content, &n_bytes);
    struct article *article = article_new(source, n_bytes, NULL, &extent);
    article->unclassified = true;
    parse_body(article, &extent, SIZE_MAX);
    return article;
}

struct article *article_parse(const char *content, size_t n_bytes,
                              const char *path)
{
    bool whole;
    return article_parse_start(content, n_bytes, path, SIZE_MAX, &whole);
}

struct article *article_open(const char *path, struct error *err)
{
    struct buf content;
    struct file_stamp stamp;
    buf_init(&content);
    struct article *article = NULL;
    bool whole;
    if (file_read(path, ARTICLE_MAX_BYTES, &content, &stamp, err)) {
        size_t n_bytes = content.n_bytes;
        article =
            parse_start(buf_steal(&content), n_bytes, path, SIZE_MAX, &whole);
        article->stamp = stamp;
    }
    buf_finish(&content);
    return article;
}

struct article *article_open_start(const char *path, size_t max_bytes)
{
    struct buf content;
    struct article *article = NULL;
    bool whole;
    buf_init(&content);
    if (file_read_head(path, max_bytes, &content, NULL, NULL)) {
        size_t n_bytes = content.n_bytes;
        article =
            parse_start(buf_steal(&content), n_bytes, path, max_bytes, &whole);
    }
    buf_finish(&content);
    return article;
}

struct article *article_open_section(const char *path,
                                     struct source_range range)
{
    struct buf content;
    struct article *article = NULL;
    buf_init(&content);
    if (file_read(path, ARTICLE_MAX_BYTES, &content, NULL, NULL)) {
        struct meta_extent extent;
        size_t n_bytes = content.n_bytes;
        article = article_new(buf_steal(&content), n_bytes, path, &extent);
        article->unclassified = true;
        parse_section(article, &extent, range);
    }
    buf_finish(&content);
    if (article && !article->n_sections) {
        article_free(article);
        article = NULL;
    }
    return article;
}

void article_free(struct article *article)
{
    if (!article)
        return;
    diagnostics_finish(&article->diagnostics);
    arena_finish(&article->arena);
    free(article);
}

const char *article_review_overdue(const struct article *article)
{
    return article->review_overdue;
}

const char *article_review_state(const struct article *article)
{
    return article->review_state;
}
