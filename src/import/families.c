/* Labels of medicines in bulk.
 *
 * Two labels are of one family if their texts are the same but for the maker's
 * name, lines that say who made or packed it, codes of packages, and the
 * section that shows the package. Texts wait in a temporary file without a
 * name. */
#include "import/families.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/ascii.h"
#include "base/i18n.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/strs.h"
#include "import/letters.h"

struct label_entry {
    struct destination_article article; /* without its data */
    const char *name, *set_id, *maker;
    unsigned version;
    uint64_t digest; /* of what a family has in common */
    off_t offset;    /* of the data in the file */
};

struct families {
    struct arena arena;
    struct label_entry *entries;
    size_t n, capacity;
    FILE *file;
    off_t n_bytes;
};

struct families *families_new(void)
{
    struct families *families = mem_calloc(1, sizeof *families);
    arena_init(&families->arena);
    return families;
}

void families_free(struct families *families)
{
    if (!families)
        return;
    if (families->file)
        fclose(families->file);
    free(families->entries);
    arena_finish(&families->arena);
    free(families);
}

/* ---- what a family has in common ---- */

static bool says_maker(const char *line)
{
    static const char *const starts[] = {
        "manufactured ", "distributed ", "repackaged ", "relabeled ",
        "packaged ",     "marketed ",    "made in ",    "mfd",
        "dist.",         "made by ",     "made for "};
    line += strspn(line, "*_> -");
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (ascii_ncasecmp(line, starts[i], strlen(starts[i])) == 0)
            return true;
    return false;
}

/* Length of a code of a package, "0071-0155-23"; 0 for anything else. */
static size_t package_code(const char *at)
{
    size_t n = 0;
    for (unsigned part = 0; part < 3; part++) {
        size_t n_digits = strspn(at + n, "0123456789");
        static const unsigned char least[] = {4, 3, 1}, most[] = {5, 4, 2};
        if (n_digits < least[part] || n_digits > most[part] ||
            (part < 2 && at[n + n_digits] != '-'))
            return 0;
        n += n_digits + (part < 2);
    }
    return ascii_is_alnum(at[n]) ? 0 : n;
}

static void add_common(struct letters *letters, const char *line, size_t n,
                       const char *maker)
{
    size_t n_maker = maker ? strlen(maker) : 0;
    for (size_t at = 0; at < n;) {
        size_t n_skip = package_code(line + at);
        if (n_skip == 0 && n_maker > 0 && n - at >= n_maker &&
            ascii_ncasecmp(line + at, maker, n_maker) == 0)
            n_skip = n_maker;
        if (n_skip == 0)
            letters_add(letters, line + at, 1);
        at += n_skip ? n_skip : 1;
    }
}

static bool names_package(const char *line, size_t n_bytes)
{
    char *heading = mem_strndup(line, n_bytes);
    bool names = ascii_casestr(heading, "package label") ||
                 ascii_casestr(heading, "display panel");
    free(heading);
    return names;
}

static uint64_t digest_of(const struct draft *draft)
{
    struct letters letters;
    letters_init(&letters);
    letters_add(&letters, draft->title, strlen(draft->title));
    bool shown = true;
    for (const char *line = draft->body.data; *line;) {
        size_t n = strcspn(line, "\n");
        if (str_starts(line, "## "))
            shown = !names_package(line, n);
        if (shown && !says_maker(line))
            add_common(&letters, line, n, draft->origin.publisher);
        line += n + (line[n] == '\n');
    }
    uint64_t digest = map_hash(letters.text.data, letters.text.n_bytes);
    letters_finish(&letters);
    return digest;
}

/* ---- keeping ---- */

static const char *keep(struct families *families, const char *text)
{
    return text ? arena_strdup(&families->arena, text) : NULL;
}

bool families_add(struct families *families, const struct draft *draft,
                  const struct destination_article *article, const char *name,
                  struct error *err)
{
    if (!families->file && !(families->file = tmpfile()))
        return error_set(err, _("no temporary file: %s"), strerror(errno));
    if (fwrite(article->data, 1, article->n_bytes, families->file) <
        article->n_bytes)
        return error_set(err, _("temporary file: %s"), strerror(errno));
    families->entries =
        mem_grow(families->entries, families->n, &families->capacity,
                 sizeof *families->entries);
    families->entries[families->n++] = (struct label_entry){
        .article = {.id = keep(families, article->id),
                    .key = keep(families, article->key),
                    .folder = keep(families, article->folder),
                    .path = keep(families, article->path),
                    .title = keep(families, article->title),
                    .url = keep(families, article->url),
                    .number = keep(families, article->number),
                    .n_bytes = article->n_bytes},
        .name = keep(families, name),
        .set_id = keep(families, draft->series.id),
        .maker = keep(families, draft->origin.publisher),
        .version = draft->series.version,
        .digest = digest_of(draft),
        .offset = families->n_bytes};
    families->n_bytes += (off_t)article->n_bytes;
    return true;
}

/* ---- giving out ---- */

/* The newest of a series first. */
static int compare_versions(const void *a, const void *b)
{
    const struct label_entry *left = a, *right = b;
    int order = strcmp(left->set_id, right->set_id);
    if (order == 0 && left->version != right->version)
        order = left->version > right->version ? -1 : 1;
    return order ? order : strcmp(left->name, right->name);
}

static int compare_families(const void *a, const void *b)
{
    const struct label_entry *left = a, *right = b;
    if (left->digest != right->digest)
        return left->digest < right->digest ? -1 : 1;
    return strcmp(left->set_id, right->set_id);
}

static void drop_old_versions(struct families *families,
                              const struct families_sink *sink)
{
    size_t n = 0;
    for (size_t i = 0; i < families->n; i++) {
        const struct label_entry *entry = &families->entries[i];
        const struct label_entry *last = n ? &families->entries[n - 1] : NULL;
        if (!last || strcmp(last->set_id, entry->set_id) != 0)
            families->entries[n++] = *entry;
        else
            sink->skip(sink->user, entry->name,
                       last->version > entry->version
                           ? _("is an older version of a label")
                           : _("is a label that is there already"));
    }
    families->n = n;
}

static int compare_makers(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* "Maker A; Maker B", each once; the caller frees. */
static char *makers_of(const struct label_entry *entries, size_t n)
{
    const char **makers = mem_calloc(n, sizeof *makers);
    struct buf names;
    buf_init(&names);
    for (size_t i = 0; i < n; i++)
        makers[i] = entries[i].maker ? entries[i].maker : "";
    qsort(makers, n, sizeof *makers, compare_makers);
    for (size_t i = 0; i < n; i++)
        if (makers[i][0] && (i == 0 || strcmp(makers[i], makers[i - 1]) != 0))
            buf_printf(&names, "%s%s", names.n_bytes ? "; " : "", makers[i]);
    free(makers);
    return buf_steal(&names);
}

/* The article with other makers in its front matter. */
static void set_makers(struct buf *file, const char *makers)
{
    static const char field[] = "\n  publisher: ";
    const char *at = strstr(file->data, field);
    if (!at)
        return;
    struct buf changed;
    buf_init(&changed);
    buf_add_n(&changed, file->data, (size_t)(at - file->data) + strlen(field));
    draft_add_scalar(&changed, makers);
    buf_add(&changed, at + strlen(field) + strcspn(at + strlen(field), "\n"));
    buf_finish(file);
    *file = changed;
}

static bool read_file(const struct families *families,
                      const struct label_entry *entry, struct buf *file,
                      struct error *err)
{
    buf_reserve(file, entry->article.n_bytes);
    ssize_t n = pread(fileno(families->file), file->data,
                      entry->article.n_bytes, entry->offset);
    if (n != (ssize_t)entry->article.n_bytes)
        return error_set(err, _("temporary file: %s"),
                         n < 0 ? strerror(errno) : _("was cut"));
    file->n_bytes = (size_t)n;
    file->data[n] = '\0';
    return true;
}

/* One article of labels of one family. */
static bool give_out(const struct families *families,
                     const struct label_entry *entries, size_t n,
                     const struct families_sink *sink, struct error *err)
{
    struct buf file;
    buf_init(&file);
    bool good = read_file(families, &entries[0], &file, err);
    if (good && n > 1) {
        char *makers = makers_of(entries, n);
        set_makers(&file, makers);
        free(makers);
    }
    struct destination_article article = entries[0].article;
    article.data = file.data;
    article.n_bytes = file.n_bytes;
    if (good)
        sink->take(sink->user, entries[0].name, &article);
    for (size_t i = 1; good && i < n; i++)
        sink->skip(sink->user, entries[i].name,
                   _("has the text of another label, which names its maker"));
    buf_finish(&file);
    return good;
}

bool families_give_out(struct families *families,
                       const struct families_sink *sink, struct error *err)
{
    bool good = true;
    if (families->n == 0)
        return true;
    fflush(families->file);
    qsort(families->entries, families->n, sizeof *families->entries,
          compare_versions);
    drop_old_versions(families, sink);
    qsort(families->entries, families->n, sizeof *families->entries,
          compare_families);
    for (size_t first = 0, end; good && first < families->n; first = end) {
        const struct label_entry *entries = families->entries;
        for (end = first;
             end < families->n && entries[end].digest == entries[first].digest;)
            end++;
        good = give_out(families, &entries[first], end - first, sink, err);
    }
    return good;
}
