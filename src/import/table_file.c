/* Questions and answers as CSV or TSV, with named columns. [libxml2]
 *
 * Rows of one title make one article, in their order; without a column of
 * titles all rows do. Columns
 * that have no name known here are left out on purpose. */
#include "import/table_file.h"

#include <stdlib.h>
#include <string.h>

#include <libxml/hash.h>

#include "kind/kind.h"
#include "base/ascii.h"
#include "base/mem.h"
#include "base/strs.h"
#include "import/csv.h"
#include "import/encoding.h"
#include "import/language.h"
#include "import/markdown.h"
#include "import/prose.h"

enum column {
    COLUMN_TITLE,
    COLUMN_QUESTION,
    COLUMN_ANSWER,
    COLUMN_KIND,
    COLUMN_TYPE,
    COLUMN_LANG,
    COLUMN_SYNONYMS,
    COLUMN_SUMMARY,
    COLUMN_URL,
    COLUMN_PUBLISHER,
    COLUMN_ID,
    COLUMN_LICENCE,
    COLUMN_DATE,
    COLUMN_COUNT
};

/* What a column may be called; between bars. */
static const char *const names[COLUMN_COUNT] = {
    [COLUMN_TITLE] = "|title|topic|subject|focus|disease|condition|name|",
    [COLUMN_QUESTION] = "|question|questions|heading|q|prompt|",
    [COLUMN_ANSWER] = "|answer|answers|response|a|text|content|",
    [COLUMN_KIND] = "|kind|qtype|question_type|question type|category|",
    [COLUMN_TYPE] = "|type|",
    [COLUMN_LANG] = "|lang|language|",
    [COLUMN_SYNONYMS] = "|synonyms|synonym|aliases|also called|",
    [COLUMN_SUMMARY] = "|summary|description|",
    [COLUMN_URL] = "|url|link|address|",
    [COLUMN_PUBLISHER] = "|publisher|source|",
    [COLUMN_ID] = "|id|",
    [COLUMN_LICENCE] = "|licence|license|",
    [COLUMN_DATE] = "|updated|date|modified|",
};

#define NO_COLUMN SIZE_MAX

struct columns {
    size_t at[COLUMN_COUNT];
};

/* Where a row stands, and of which title it is: 0 for the first one. */
struct row {
    size_t group, offset;
};

struct table {
    const struct document *document;
    struct csv csv;
    struct columns columns;
    char *stem; /* the title of rows that have none */
    struct row *rows;
    size_t n_rows, capacity;
};

/* ---- the header ---- */

static bool is_called(const char *cell, const char *called)
{
    size_t n = strlen(cell);
    while (n > 0 && (cell[n - 1] == ' ' || cell[n - 1] == '\t'))
        n--;
    for (const char *at = called + 1; n > 0 && *at;) {
        size_t n_name = strcspn(at, "|");
        if (n_name == n && ascii_ncasecmp(at, cell, n) == 0)
            return true;
        at += n_name + 1;
    }
    return false;
}

static bool read_header(struct csv *csv, struct columns *columns)
{
    if (!csv_next(csv))
        return false;
    for (int column = 0; column < COLUMN_COUNT; column++) {
        columns->at[column] = NO_COLUMN;
        for (size_t i = csv->n_cells; i > 0; i--)
            if (is_called(csv->cells[i - 1], names[column]))
                columns->at[column] = i - 1;
    }
    return columns->at[COLUMN_QUESTION] != NO_COLUMN &&
           columns->at[COLUMN_ANSWER] != NO_COLUMN;
}

/* Opens the text with the separator that makes sense of its first row. */
static bool open_table(struct csv *csv, const char *text, size_t n_bytes,
                       struct columns *columns)
{
    static const char separators[] = {',', '\t', ';', '|'};
    for (size_t i = 0; i < sizeof separators; i++) {
        csv_init(csv, text, n_bytes, separators[i]);
        if (read_header(csv, columns))
            return true;
        csv_finish(csv);
    }
    return false;
}

bool table_file_recognise(const struct document *document)
{
    size_t n = document->n_bytes < 4096 ? document->n_bytes : 4096;
    const char *end = memchr(document->data, '\n', n);
    if (!end || !encoding_is_text(document->data, n))
        return false;
    struct buf head;
    struct csv csv;
    struct columns columns;
    buf_init(&head);
    bool known =
        encoding_to_utf8(document->data, n, NULL, &head, NULL) &&
        open_table(&csv, head.data, strcspn(head.data, "\n"), &columns);
    if (known)
        csv_finish(&csv);
    buf_finish(&head);
    return known;
}

/* ---- rows ---- */

static const char *cell(const struct table *table, enum column column)
{
    const struct csv *csv = &table->csv;
    size_t at = table->columns.at[column];
    if (at >= csv->n_cells)
        return NULL;
    const char *text = csv->cells[at] + strspn(csv->cells[at], " \t\r\n");
    return *text ? text : NULL;
}

static void set(struct draft *draft, const char **field, const char *text)
{
    if (!*field && text)
        *field = arena_strdup(&draft->arena, text);
}

static void add_synonyms(struct draft *draft, const char *list)
{
    while (list && *list) {
        size_t n = strcspn(list, ";|");
        char *synonym = mem_strndup(list, n);
        draft_add_synonym(draft, synonym);
        free(synonym);
        list += n + (list[n] != '\0');
    }
}

static void read_facts(const struct table *table, struct draft *draft)
{
    const char *type = cell(table, COLUMN_TYPE);
    const char *date = cell(table, COLUMN_DATE);
    set(draft, &draft->lang, cell(table, COLUMN_LANG));
    set(draft, &draft->summary, cell(table, COLUMN_SUMMARY));
    set(draft, &draft->licence, cell(table, COLUMN_LICENCE));
    set(draft, &draft->origin.url, cell(table, COLUMN_URL));
    set(draft, &draft->origin.publisher, cell(table, COLUMN_PUBLISHER));
    set(draft, &draft->origin.id, cell(table, COLUMN_ID));
    add_synonyms(draft, cell(table, COLUMN_SYNONYMS));
    if (draft->type == TYPE_NONE && type)
        draft->type = article_type_find(type);
    if (draft->updated.year == 0 && date && !date_parse(date, &draft->updated))
        draft->updated = (struct date){0};
    draft->origin.retrieved = table->document->retrieved;
}

static void write_row(const struct table *table, struct draft *draft)
{
    struct kind_context context = {
        .lang = draft->lang,
        .title = draft->title,
        .synonyms = (const char *const *)draft->synonyms.items,
        .n_synonyms = draft->synonyms.n,
        .type = article_type_name(draft->type)};
    const char *question = cell(table, COLUMN_QUESTION);
    const char *answer = cell(table, COLUMN_ANSWER);
    const char *kind = cell(table, COLUMN_KIND);
    struct markdown_heading heading = {.level = 2, .context = &context};
    if (kind)
        heading.kind = kind_find(kind);
    if (kind && heading.kind == KIND_NONE)
        heading.kind = kind_by_medquad(kind);
    markdown_heading(question, strlen(question), &heading, &draft->body);
    struct markdown_heading below = {.level = 3, .context = &context};
    if (answer)
        prose_write(answer, strlen(answer), &below, &draft->body);
}

static const char *title_of(const struct table *table)
{
    const char *title = cell(table, COLUMN_TITLE);
    return title ? title : table->stem;
}

static const char *fault_of(const struct table *table,
                            const struct import_options *options)
{
    if (!cell(table, COLUMN_QUESTION))
        return "a row has no question";
    if (!cell(table, COLUMN_ANSWER) && !options->keep_unanswered)
        return "a row has no answer";
    return NULL;
}

/* Finds the rows of each title. */
static void find_rows(struct table *table, const struct import_options *options,
                      const struct sink *sink)
{
    xmlHashTable *groups = xmlHashCreate(0);
    uintptr_t n_groups = 0;
    for (size_t offset = table->csv.at; csv_next(&table->csv);
         offset = table->csv.at) {
        const char *fault = fault_of(table, options);
        if (fault) {
            sink->skip(sink->user, table->document, fault);
            continue;
        }
        const xmlChar *title = (const xmlChar *)title_of(table);
        uintptr_t group = (uintptr_t)xmlHashLookup(groups, title);
        if (group == 0) {
            group = ++n_groups;
            xmlHashAddEntry(groups, title, (void *)group);
        }
        table->rows = mem_grow(table->rows, table->n_rows, &table->capacity,
                               sizeof *table->rows);
        table->rows[table->n_rows++] =
            (struct row){.group = group, .offset = offset};
    }
    xmlHashFree(groups, NULL);
}

static int compare_rows(const void *a, const void *b)
{
    const struct row *left = a, *right = b;
    if (left->group != right->group)
        return left->group < right->group ? -1 : 1;
    return left->offset < right->offset ? -1 : left->offset > right->offset;
}

/* An article of the rows from first to end. */
static void give_out(struct table *table, size_t first, size_t end,
                     const struct sink *sink)
{
    struct draft draft;
    draft_init(&draft);
    for (size_t i = first; i < end; i++) {
        table->csv.at = table->rows[i].offset;
        csv_next(&table->csv);
        if (!draft.title)
            draft.title = arena_strdup(&draft.arena, title_of(table));
        read_facts(table, &draft);
        write_row(table, &draft);
    }
    if (!draft.lang)
        draft.lang = language_guess(draft.body.data, draft.body.n_bytes);
    draft_set_id(&draft, table->stem, draft.origin.id,
                 str_equal(draft.title, table->stem) ? NULL : draft.title);
    sink->take(sink->user, &draft);
    draft_finish(&draft);
}

static void convert(struct table *table, const struct import_options *options,
                    const struct sink *sink)
{
    find_rows(table, options, sink);
    if (table->n_rows > 0)
        qsort(table->rows, table->n_rows, sizeof *table->rows, compare_rows);
    for (size_t first = 0, end; first < table->n_rows; first = end) {
        for (end = first; end < table->n_rows &&
                          table->rows[end].group == table->rows[first].group;)
            end++;
        give_out(table, first, end, sink);
    }
    free(table->rows);
}

bool table_file_convert(const struct document *document,
                        const struct import_options *options,
                        const struct sink *sink, struct error *err)
{
    struct buf text;
    struct table table = {.document = document};
    buf_init(&text);
    bool good = encoding_to_utf8(document->data, document->n_bytes,
                                 options->encoding, &text, err);
    if (good)
        good =
            open_table(&table.csv, text.data, text.n_bytes, &table.columns) ||
            error_set(err, "has no columns \"question\" and \"answer\"");
    if (good) {
        table.stem = document_stem(document);
        convert(&table, options, sink);
        free(table.stem);
        csv_finish(&table.csv);
    }
    buf_finish(&text);
    return good;
}
