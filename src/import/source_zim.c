/* ZIM files of Kiwix, page by page.
 *
 * zimdump lists the entries. Their pages are read in the order in which they
 * are stored (zim_blobs.c); one that cannot be read so, zimdump prints by its
 * number: what the file calls it is no path to anything. A name may hold line
 * breaks, and with them entries that are not there; an entry that is listed
 * twice has its number for a name. The facts of the file stand in entries
 * behind the last page. */
#include "import/source_walk.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/strs.h"
#include "import/converter.h"
#include "import/date_text.h"
#include "import/language.h"
#include "import/url.h"
#include "import/zim_blobs.h"

#define MAX_FACTS 64 /* entries that are looked through for them */

struct zim_entry {
    size_t number;
    const char *path; /* NULL: two entries claim the number */
    bool whole_path;  /* it has no line break */
    bool page;
    size_t n_bytes;
    bool stored; /* at place */
    struct zim_place place;
};

struct zim {
    struct source_walk *walk;
    int fd;
    const char *name; /* of the file */
    struct arena arena;
    struct zim_entry *entries; /* by their numbers */
    size_t n, capacity;
    bool spaces; /* each path begins with a name space: "A/wax.html" */
    /* What it says of all its pages; NULL: nothing. */
    const char *source, *lang, *creator, *licence;
    struct date date;
    struct totals totals;
    struct zim_blobs *blobs; /* NULL: zimdump has to read all */
};

/* ---- the list ---- */

/* What follows a label and spaces in a line of the list; NULL if the line
 * begins otherwise. */
static const char *value_of(const char *line, const char *label)
{
    if (!line || !str_starts(line, label))
        return NULL;
    line += strlen(label);
    return line + strspn(line, " ");
}

/* The end of each entry in the list: four lines, whatever its name is. */
static bool read_item(char *const *lines, struct zim_entry *entry)
{
    const char *number = value_of(lines[0], "* idx:");
    const char *type = value_of(lines[1], "* type:");
    const char *mime = value_of(lines[2], "* mime-type:");
    const char *size = value_of(lines[3], "* item size:");
    if (!number || !type || strcmp(type, "item") != 0 || !mime || !size)
        return false;
    entry->number = strtoul(number, NULL, 10);
    entry->n_bytes = strtoul(size, NULL, 10);
    entry->page =
        str_starts(mime, "text/html") || str_starts(mime, "application/xhtml");
    return true;
}

static void add_entry(struct zim *zim, const struct zim_entry *entry)
{
    zim->entries =
        mem_grow(zim->entries, zim->n, &zim->capacity, sizeof *zim->entries);
    zim->entries[zim->n++] = *entry;
}

static void read_lines(struct zim *zim, char *const *lines, size_t n)
{
    const char *path = NULL;
    bool whole = false;
    for (size_t i = 0; i < n; i++) {
        struct zim_entry entry;
        const char *begun = value_of(lines[i], "path:");
        if (begun && !path)
            whole = i + 1 < n && str_starts(lines[i + 1], "* title:");
        if (begun && !path)
            path = begun;
        else if (str_starts(lines[i], "* redirect index:"))
            path = NULL;
        if (i + 3 >= n || !read_item(lines + i, &entry))
            continue;
        entry.path = path ? arena_strdup(&zim->arena, path) : NULL;
        entry.whole_path = whole;
        add_entry(zim, &entry);
        path = NULL;
    }
}

static int compare_entries(const void *a, const void *b)
{
    size_t left = ((const struct zim_entry *)a)->number;
    size_t right = ((const struct zim_entry *)b)->number;
    return (left > right) - (left < right);
}

/* Sorts the entries, and makes one of those that have one number. */
static void sort_entries(struct zim *zim)
{
    size_t n = 0;
    if (zim->n > 0)
        qsort(zim->entries, zim->n, sizeof *zim->entries, compare_entries);
    for (size_t i = 0; i < zim->n; i++) {
        struct zim_entry *last = n > 0 ? &zim->entries[n - 1] : NULL;
        if (last && last->number == zim->entries[i].number) {
            last->path = NULL;
            last->page |= zim->entries[i].page;
        } else {
            zim->entries[n++] = zim->entries[i];
        }
    }
    zim->n = n;
}

/* Runs a row of the converters on the file: on an entry, where it shows one. */
static bool run_row(const struct zim *zim, enum converter_gives gives,
                    const char *argument, struct buf *out, struct error *err)
{
    const struct converter *row = converters;
    while (row->gives != gives)
        row++;
    struct converter asked = *row;
    for (size_t i = 0; argument && asked.arguments[i]; i++)
        if (strcmp(asked.arguments[i], "--idx=") == 0)
            asked.arguments[i] = argument;
    return converter_run_file(&asked, zim->fd, out, err);
}

static void read_list_text(struct zim *zim, char *text)
{
    char **lines = NULL, *line;
    size_t n = 0, capacity = 0;
    while ((line = strsep(&text, "\n"))) {
        lines = mem_grow(lines, n, &capacity, sizeof *lines);
        lines[n++] = line;
    }
    read_lines(zim, lines, n);
    free(lines);
}

static bool read_list(struct zim *zim, struct error *err)
{
    struct buf text;
    buf_init(&text);
    bool good = run_row(zim, CONVERTER_ZIM_LIST, NULL, &text, err);
    if (good)
        read_list_text(zim, text.data);
    buf_finish(&text);
    sort_entries(zim);
    zim->spaces = zim->n > 0;
    for (size_t i = 0; i < zim->n; i++) {
        const char *path = zim->entries[i].path;
        zim->spaces &= !path || (path[0] && path[1] == '/');
    }
    return good;
}

/* ---- facts ---- */

static const char *read_entry(struct zim *zim, size_t number)
{
    char argument[40];
    struct buf text;
    struct error err;
    buf_init(&text);
    snprintf(argument, sizeof argument, "--idx=%zu", number);
    const char *kept = NULL;
    if (run_row(zim, CONVERTER_ZIM_ENTRY, argument, &text, &err))
        kept = arena_strdup(&zim->arena, text.data);
    buf_finish(&text);
    return kept;
}

static void read_fact(struct zim *zim, const char *name, size_t number)
{
    if (strcmp(name, "Source") == 0)
        zim->source = read_entry(zim, number);
    else if (strcmp(name, "Creator") == 0)
        zim->creator = read_entry(zim, number);
    else if (strcmp(name, "License") == 0)
        zim->licence = read_entry(zim, number);
    else if (strcmp(name, "Language") == 0)
        zim->lang = language_tag(read_entry(zim, number));
    else if (strcmp(name, "Date") == 0) {
        const char *date = read_entry(zim, number);
        if (date)
            date_text_parse(date, &zim->date);
    }
}

/* What an entry behind the last one is called; false if there is none. */
static bool read_next_name(struct zim *zim, size_t number)
{
    char argument[40];
    struct buf text;
    struct error err;
    buf_init(&text);
    snprintf(argument, sizeof argument, "--idx=%zu", number);
    bool good = run_row(zim, CONVERTER_ZIM_DETAILS, argument, &text, &err);
    size_t n = zim->n;
    if (good)
        read_list_text(zim, text.data);
    good = zim->n == n + 1 && zim->entries[n].path;
    if (good)
        read_fact(zim, zim->entries[n].path, number);
    zim->n = n;
    buf_finish(&text);
    return good;
}

static void read_facts(struct zim *zim)
{
    for (size_t i = 0; zim->spaces && i < zim->n; i++)
        if (zim->entries[i].path && str_starts(zim->entries[i].path, "M/"))
            read_fact(zim, zim->entries[i].path + 2, zim->entries[i].number);
    if (zim->spaces || zim->n == 0)
        return;
    size_t number = zim->entries[zim->n - 1].number + 1, n = 0;
    while (n < MAX_FACTS && read_next_name(zim, number + n))
        n++;
}

/* ---- pages ---- */

/* Where a page is on the web; NULL where that cannot be told. The caller
 * frees. */
static char *url_of(const struct zim *zim, const struct zim_entry *entry)
{
    if (!zim->source || !entry->path || !entry->whole_path)
        return NULL;
    return url_of_path(zim->source, entry->path + (zim->spaces ? 2 : 0));
}

static void pass(struct zim *zim, const struct zim_entry *entry,
                 const char *name)
{
    const struct source_walker *walker = zim->walk->walker;
    char *url = url_of(zim, entry);
    struct document document = {
        .name = name,
        .data = zim->walk->head.data,
        .n_bytes = zim->walk->head.n_bytes,
        .retrieved = zim->date,
        .url = url,
        .lang = zim->lang,
        .publisher = zim->creator,
        .licence = zim->licence,
    };
    if (!walker->document(walker->user, &document))
        zim->walk->stopped = true;
    free(url);
}

/* What zimdump says of its size has to be true of what is found. */
static bool read_stored(struct zim *zim, const struct zim_entry *entry,
                        struct buf *page)
{
    if (entry->stored &&
        zim_blobs_read(zim->blobs, &entry->place, entry->n_bytes, page) &&
        page->n_bytes == entry->n_bytes)
        return true;
    buf_clear(page);
    return false;
}

static bool read_page(struct zim *zim, const struct zim_entry *entry,
                      struct error *err)
{
    struct buf *page = &zim->walk->head;
    char argument[40];
    buf_clear(page);
    if (entry->n_bytes > DOCUMENT_WHOLE_BYTES)
        return error_set(err, _("larger than %d MB"),
                         (int)(DOCUMENT_WHOLE_BYTES >> 20));
    snprintf(argument, sizeof argument, "--idx=%zu", entry->number);
    if (!read_stored(zim, entry, page) &&
        !run_row(zim, CONVERTER_ZIM_ENTRY, argument, page, err))
        return false;
    zim->totals.n_bytes_out += page->n_bytes;
    return page->n_bytes == entry->n_bytes || !entry->path ||
           error_set(err, _("zimdump gave %zu bytes of %zu"), page->n_bytes,
                     entry->n_bytes);
}

static void pass_entry(struct zim *zim, const struct zim_entry *entry)
{
    struct buf name;
    struct error err;
    buf_init(&name);
    if (entry->path)
        buf_printf(&name, "%s: %s", zim->name, entry->path);
    else
        buf_printf(&name, "%s: %zu", zim->name, entry->number);
    if (read_page(zim, entry, &err))
        pass(zim, entry, name.data);
    else
        source_skip(zim->walk, name.data, err.message);
    buf_finish(&name);
}

static int compare_places(const void *a, const void *b)
{
    const struct zim_entry *left = a, *right = b;
    const struct zim_place *first = &left->place, *second = &right->place;
    if (left->stored != right->stored)
        return left->stored ? -1 : 1;
    if (left->stored && first->cluster != second->cluster)
        return first->cluster < second->cluster ? -1 : 1;
    if (left->stored && first->blob != second->blob)
        return first->blob < second->blob ? -1 : 1;
    return compare_entries(a, b);
}

/* Finds the pages, and sorts them by their places: those of one cluster come
 * together. */
static void find_places(struct zim *zim)
{
    for (size_t i = 0; zim->blobs && i < zim->n; i++) {
        struct zim_entry *entry = &zim->entries[i];
        entry->stored =
            entry->page && entry->path && entry->whole_path &&
            zim_blobs_find(zim->blobs, entry->number,
                           entry->path + (zim->spaces ? 2 : 0), &entry->place);
    }
    if (zim->n > 0)
        qsort(zim->entries, zim->n, sizeof *zim->entries, compare_places);
}

static bool pass_entries(struct zim *zim, uint64_t n_bytes, struct error *err)
{
    const struct stream whole = {.fd = -1, .totals = &zim->totals};
    for (size_t i = 0; i < zim->n && !zim->walk->stopped; i++) {
        if (!zim->entries[i].page)
            continue;
        /* Entries may share their bytes: a bomb is one for the whole file. */
        zim->totals.n_bytes_in = n_bytes;
        if (!stream_within_caps(&whole, err))
            return false;
        pass_entry(zim, &zim->entries[i]);
        zim->totals.n_bytes_in = n_bytes * (i + 1) / zim->n;
        source_progress(zim->walk, &zim->totals);
    }
    return true;
}

bool source_walk_zim(struct source_walk *walk, int fd, const char *path,
                     struct error *err)
{
    struct zim zim = {.walk = walk, .fd = fd, .name = path};
    struct stat info;
    if (fstat(fd, &info) != 0)
        return error_set(err, "%s", strerror(errno));
    zim.date = source_date(info.st_mtime);
    arena_init(&zim.arena);
    bool good = read_list(&zim, err);
    if (good) {
        read_facts(&zim);
        zim.blobs = zim_blobs_new(fd, (uint64_t)info.st_size);
        find_places(&zim);
        good = pass_entries(&zim, (uint64_t)info.st_size, err);
    }
    walk->n_bytes_before += (uint64_t)info.st_size;
    zim_blobs_free(zim.blobs);
    free(zim.entries);
    arena_finish(&zim.arena);
    return good;
}
