/* An article made of rows of a table of questions and answers.
 *
 * The ledger is told of every cell that does not stand in the body in the order
 * of its row: names and dates go into the front matter. */
#include "import/table_article.h"

#include <stdlib.h>
#include <string.h>

#include "article/date.h"
#include "base/ascii.h"
#include "base/mem.h"
#include "base/strs.h"
#include "import/conserve.h"
#include "import/date_text.h"
#include "import/fragment.h"
#include "import/language.h"
#include "import/prose.h"
#include "import/rich_paragraph.h"
#include "import/table_cell.h"

void table_article_init(struct table_article *article, struct ledger *ledger)
{
    *article = (struct table_article){.ledger = ledger};
    draft_init(&article->draft);
}

void table_article_finish(struct table_article *article)
{
    for (int column = 0; column < COLUMN_COUNT; column++)
        free(article->first[column]);
    kind_classifier_free(article->classifier);
    draft_finish(&article->draft);
}

/* Dates may be written in different forms. */
static bool is_same(const char *a, const char *b, enum table_column column)
{
    struct date first, second;
    bool dates = column == COLUMN_DATE || column == COLUMN_REVIEWED ||
                 column == COLUMN_REVIEW_DUE;
    return strcmp(a, b) == 0 || (dates && date_text_parse(a, &first) &&
                                 date_text_parse(b, &second) && first.day > 0 &&
                                 date_compare(&first, &second) == 0);
}

void table_article_look(struct table_article *article,
                        const struct table_row *row)
{
    for (int column = 0; column < COLUMN_COUNT; column++) {
        const char *cell = table_row_cell(row, (enum table_column)column);
        if (cell && !article->first[column])
            article->first[column] = mem_strdup(cell);
        else if (cell && !is_same(article->first[column], cell,
                                  (enum table_column)column))
            article->differs[column] = true;
    }
}

/* ---- the ledger ---- */

static void note(const struct table_article *article, enum ledger_act act,
                 const char *what, const char *cell)
{
    if (!article->ledger || !cell)
        return;
    char *words = table_cell_words(cell);
    ledger_note(article->ledger, act, what, words, strlen(words));
    free(words);
}

/* ---- front matter ---- */

static const char *common(const struct table_article *article,
                          enum table_column column)
{
    const char *cell = article->first[column];
    return article->differs[column] ? NULL : cell;
}

static const char *keep(struct table_article *article, const char *text)
{
    return text ? arena_strdup(&article->draft.arena, text) : NULL;
}

static void set_date(struct date *date, const char *text)
{
    if (text && !date_text_parse(text, date))
        *date = (struct date){0};
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

static void read_facts(struct table_article *article)
{
    struct draft *draft = &article->draft;
    const char *type = common(article, COLUMN_TYPE);
    draft->lang = keep(article, common(article, COLUMN_LANG));
    draft->summary = keep(article, common(article, COLUMN_SUMMARY));
    draft->licence = keep(article, common(article, COLUMN_LICENCE));
    draft->origin.url = keep(article, common(article, COLUMN_URL));
    draft->origin.publisher = keep(article, common(article, COLUMN_PUBLISHER));
    draft->origin.id = keep(article, article->first[COLUMN_ID]);
    add_synonyms(draft, common(article, COLUMN_SYNONYMS));
    if (type)
        draft->type = article_type_find(type);
    set_date(&draft->updated, common(article, COLUMN_DATE));
    set_date(&draft->reviewed, common(article, COLUMN_REVIEWED));
    set_date(&draft->review_due, common(article, COLUMN_REVIEW_DUE));
}

static void begin(struct table_article *article, const struct table_row *row,
                  const char *stem)
{
    struct draft *draft = &article->draft;
    const char *title = table_row_title(row);
    if (article->titled_by_question)
        title = row->cells[table_row_question(row)];
    char *words = title ? table_cell_words(title) : mem_strdup(stem);
    draft->title = keep(article, words);
    free(words);
    read_facts(article);
    article->context = (struct kind_context){
        .lang = draft->lang,
        .title = draft->title,
        .synonyms = (const char *const *)draft->synonyms.items,
        .n_synonyms = draft->synonyms.n,
        .type = article_type_name(draft->type)};
    article->classifier = kind_classifier_new(&article->context);
    article->options = (struct rich_options){.context = &article->context,
                                             .base_url = draft->origin.url,
                                             .top_level = 3,
                                             .target_level = 3,
                                             .ledger = article->ledger};
    rich_init(&article->rich, &article->options, &draft->body);
}

/* ---- the body ---- */

static void write_heading(struct table_article *article, const char *text,
                          unsigned level, enum kind kind)
{
    struct markdown_heading heading = {.level = level,
                                       .kind = kind,
                                       .context = &article->context,
                                       .classifier = article->classifier};
    char *words = table_cell_words(text);
    rich_heading(&article->rich, words, &heading);
    free(words);
}

/* Text that has lost its lines may have kept their gaps. */
static void write_text(struct table_article *article, const char *text,
                       unsigned level)
{
    struct markdown_heading heading = {.level = level,
                                       .context = &article->context,
                                       .classifier = article->classifier};
    if (fragment_form(text) == FRAGMENT_PLAIN && !strpbrk(text, "\n&"))
        prose_write(text, strlen(text), &heading, &article->draft.body);
    else
        fragment_write(&article->rich, &article->options, text, level);
}

static enum kind kind_of(const struct table_row *row)
{
    const char *name = table_row_cell(row, COLUMN_KIND);
    if (!name)
        name = table_row_cell(row, COLUMN_CATEGORY);
    enum kind kind = name ? kind_find(name) : KIND_NONE;
    return name && kind == KIND_NONE ? kind_by_medquad(name) : kind;
}

static void end_source_line(struct table_article *article)
{
    article->rich.blocks.apart |= !buf_ends(&article->draft.body, "\n\n");
    rich_flush(&article->rich, NULL);
}

/* "Remedy: willow bark": a few words in a column of no known name. Numbers,
 * which would say nothing without their column, are left out. */
static void write_fact(struct table_article *article, const char *name,
                       const char *cell)
{
    struct inlines *inlines = &article->rich.inlines;
    if (!table_cell_has_letters(cell)) {
        note(article, LEDGER_LEFT_OUT, "number in a column of no known name",
             cell);
        return;
    }
    char *words = table_cell_words(cell);
    ledger_note(article->ledger, LEDGER_ADDED, "name of a column", name,
                strlen(name));
    inlines->style = STYLE_EMPHASIS;
    inlines_add(inlines, name, strlen(name));
    inlines_add(inlines, ": ", 2);
    inlines_add(inlines, words, strlen(words));
    inlines->style = STYLE_NONE;
    end_source_line(article);
    free(words);
}

/* Columns that have no name known here: text stands under their name. */
static void write_unknown(struct table_article *article,
                          const struct table_row *row, size_t at)
{
    const char *name = row->names[at], *cell = row->cells[at];
    enum kind kind = kind_find(name);
    if (kind == KIND_NONE && !table_cell_is_text(cell)) {
        write_fact(article, name, cell);
        return;
    }
    struct buf heading;
    buf_init(&heading);
    for (const char *byte = name; *byte; byte++)
        buf_add_char(&heading, *byte == '_'   ? ' '
                               : byte == name ? ascii_upper(*byte)
                                              : *byte);
    size_t before = article->draft.body.n_bytes;
    write_heading(article, heading.data, row->is_article ? 2 : 3, kind);
    conserve_note(article->ledger, LEDGER_ADDED, "name of a column",
                  article->draft.body.data + before,
                  article->draft.body.n_bytes - before);
    write_text(article, cell, 4);
    buf_finish(&heading);
}

/* "Northbank, 27 March 2024": what the rows do not have in common. */
static void write_source(struct table_article *article,
                         const struct table_row *row)
{
    static const enum table_column columns[] = {
        COLUMN_PUBLISHER,  COLUMN_DATE,    COLUMN_REVIEWED,
        COLUMN_REVIEW_DUE, COLUMN_LICENCE, COLUMN_URL};
    struct inlines *inlines = &article->rich.inlines;
    bool begun = false;
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        const char *cell = table_row_cell(row, columns[i]);
        if (!article->differs[columns[i]] || !cell)
            continue;
        inlines->style = STYLE_EMPHASIS;
        if (begun)
            inlines_add(inlines, ", ", 2);
        inlines_add(inlines, cell, strlen(cell));
        inlines->style = STYLE_NONE;
        begun = true;
        note(article, LEDGER_MOVED, "source of a row", cell);
    }
    if (begun)
        end_source_line(article);
}

/* ---- what is not in the body ---- */

static bool is_in_body(const struct table_article *article,
                       enum table_column column)
{
    switch (column) {
    case COLUMN_PUBLISHER:
    case COLUMN_DATE:
    case COLUMN_REVIEWED:
    case COLUMN_REVIEW_DUE:
    case COLUMN_LICENCE:
    case COLUMN_SUMMARY:
    case COLUMN_URL: return article->differs[column];
    case COLUMN_QUESTION:
    case COLUMN_INSTRUCTION:
    case COLUMN_ANSWER:
    case COLUMN_ANSWER_HTML: return true;
    default: return false;
    }
}

/* Dates are written in another form; a type or a language may be unknown. */
static void note_facts(const struct table_article *article,
                       const struct table_row *row)
{
    for (int i = 0; i < COLUMN_COUNT; i++) {
        enum table_column column = (enum table_column)i;
        const char *cell = table_row_cell(row, column);
        if (!cell || is_in_body(article, column) ||
            table_row_is_unknown(row, row->at[column]))
            continue;
        bool title =
            column == COLUMN_TITLE || (column == COLUMN_CATEGORY &&
                                       str_equal(table_row_title(row), cell));
        bool whole = title || column == COLUMN_PUBLISHER ||
                     column == COLUMN_URL || column == COLUMN_LICENCE ||
                     column == COLUMN_SUMMARY;
        note(article, whole ? LEDGER_STATED : LEDGER_LEFT_OUT,
             whole ? "front matter" : "read for the front matter", cell);
    }
}

/* The second of two answers says the same. */
static void note_other_answer(const struct table_article *article,
                              const struct table_row *row, size_t answer)
{
    size_t other = row->at[COLUMN_ANSWER];
    if (answer != other && table_row_cell(row, COLUMN_ANSWER))
        note(article, LEDGER_LEFT_OUT, "answer that is there as HTML, too",
             row->cells[other]);
}

/* What comes first in the article may come last in the row. */
static void note_order(const struct table_article *article,
                       const struct table_row *row, const size_t *places,
                       size_t n_places)
{
    size_t last = 0;
    for (size_t i = 0; i < n_places; i++)
        if (places[i] < last)
            note(article, LEDGER_MOVED, "order of the columns",
                 row->cells[places[i]]);
        else
            last = places[i];
}

/* ---- rows ---- */

/* The other one of the instruction and what it is about. */
static size_t preface_of(const struct table_row *row, size_t question)
{
    size_t other = question == row->at[COLUMN_QUESTION]
                       ? row->at[COLUMN_INSTRUCTION]
                       : row->at[COLUMN_QUESTION];
    bool there = other < row->n && row->cells[other] &&
                 row->cells[other][strspn(row->cells[other], " \t\r\n")];
    return there ? other : TABLE_NO_CELL;
}

void table_article_write(struct table_article *article,
                         const struct table_row *row, const char *stem)
{
    size_t places[TABLE_MAX_COLUMNS], n = 0;
    size_t question = table_row_question(row), answer = table_row_answer(row);
    size_t preface = preface_of(row, question);
    if (!article->classifier)
        begin(article, row, stem);
    if (article->titled_by_question) {
        note(article, LEDGER_STATED, "title", row->cells[question]);
    } else {
        write_heading(article, row->cells[question], 2, kind_of(row));
        places[n++] = question;
    }
    if (article->differs[COLUMN_SUMMARY] &&
        table_row_cell(row, COLUMN_SUMMARY)) {
        write_text(article, table_row_cell(row, COLUMN_SUMMARY), 3);
        places[n++] = row->at[COLUMN_SUMMARY];
    }
    if (preface != TABLE_NO_CELL) {
        write_text(article, row->cells[preface], 3);
        places[n++] = preface;
    }
    if (answer != TABLE_NO_CELL) {
        write_text(article, row->cells[answer], 3);
        places[n++] = answer;
    }
    for (size_t i = 0; i < row->n; i++)
        if (row->cells[i] && row->cells[i][strspn(row->cells[i], " \t\r\n")] &&
            table_row_is_unknown(row, i)) {
            if (kind_find(row->names[i]) != KIND_NONE ||
                table_cell_has_letters(row->cells[i]))
                places[n++] = i;
            write_unknown(article, row, i);
        }
    write_source(article, row);
    note_facts(article, row);
    note_other_answer(article, row, answer);
    note_order(article, row, places, n);
}

void table_article_end(struct table_article *article, const char *stem)
{
    struct draft *draft = &article->draft;
    if (article->classifier)
        rich_finish(&article->rich);
    if (!draft->lang)
        draft->lang = language_guess(draft->body.data, draft->body.n_bytes);
    draft_set_id(draft, stem, draft->origin.id,
                 str_equal(draft->title, stem) ? NULL : draft->title);
}
