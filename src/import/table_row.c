/* One row of a table of questions and answers, or of articles. */
#include "import/table_row.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/i18n.h"
#include "kind/kind.h"

/* What a column may be called, between bars, the best name first; "_" and "-"
 * count as spaces. */
static const char *const names[COLUMN_COUNT] = {
    [COLUMN_TITLE] =
        "|title|topic|subject|focus|focus area|medicine|medication|drug|"
        "medicine name|medication name|drug name|brand name|generic name|"
        "vaccine|vaccine name|disease|disease name|condition|"
        "condition name|product|product name|procedure|treatment|test|"
        "illness|topic name|entity|name|"
        "tema|título|titulo|medicamento|vacuna|enfermedad|tratamiento|"
        "sujet|titre|médicament|vaccin|maladie|traitement|"
        "thema|titel|medikament|arzneimittel|impfstoff|krankheit|"
        "assunto|vacina|doença|chủ đề|tên thuốc|thuốc|bệnh|"
        "主题|标题|药品|药物|疫苗|疾病|",
    [COLUMN_CATEGORY] = "|category|categoría|categoria|catégorie|kategorie|",
    [COLUMN_QUESTION] = "|question|questions|question text|heading|q|query|"
                        "prompt|input|patient|context|pregunta|preguntas|"
                        "frage|fragen|pergunta|câu hỏi|问题|问|",
    [COLUMN_INSTRUCTION] = "|instruction|instructions|",
    [COLUMN_ANSWER] = "|answer|answers|answer text|response|responses|reply|a|"
                      "output|completion|doctor|text|content|body|"
                      "respuesta|respuestas|réponse|réponses|reponse|antwort|"
                      "antworten|resposta|trả lời|câu trả lời|答案|回答|答|",
    [COLUMN_ANSWER_HTML] = "|answer html|html|",
    [COLUMN_KIND] = "|kind|qtype|question type|",
    [COLUMN_TYPE] = "|type|",
    [COLUMN_LANG] = "|lang|language|",
    [COLUMN_SYNONYMS] = "|synonyms|synonym|aliases|also called|",
    [COLUMN_SUMMARY] = "|summary|description|",
    [COLUMN_URL] = "|url|link|address|source url|page url|document url|uri|",
    [COLUMN_PUBLISHER] = "|publisher|source|organisation|organization|"
                         "document source|",
    [COLUMN_ID] = "|id|question id|document id|",
    [COLUMN_LICENCE] = "|licence|license|",
    [COLUMN_DATE] = "|updated|date|modified|last update|last updated|"
                    "last modified|date modified|updated at|published|"
                    "date published|publication date|timestamp|",
    [COLUMN_REVIEWED] = "|reviewed|last reviewed|review date|",
    [COLUMN_REVIEW_DUE] = "|review due|next review|next review due|",
};

/* Which of the names of a column a cell of the header is, from 1; 0 for none.
 */
static unsigned rank_of(const char *header, const char *list)
{
    size_t n = strlen(header), start = strspn(header, " \t\r\n\"");
    while (n > start && strchr(" \t\r\n\"", header[n - 1]))
        n--;
    n -= start < n ? start : n;
    unsigned rank = 1;
    for (const char *at = list + 1; n > 0 && *at; rank++) {
        size_t n_name = strcspn(at, "|"), i = 0;
        while (i < n && i < n_name) {
            char byte = ascii_lower(header[start + i]);
            if ((byte == '_' || byte == '-' ? ' ' : byte) != at[i])
                break;
            i++;
        }
        if (i == n && i == n_name)
            return rank;
        at += n_name + 1;
    }
    return 0;
}

unsigned table_row_rank(const char *name, enum table_column column)
{
    return rank_of(name, names[column]);
}

/* Columns before the question that do not say what it is about. */
static const char counting[] =
    "|#|no|nr|number|row|index|key|uid|split|label|score|rating|rank|votes|"
    "author|user|username|email|date|time|year|group|batch|level|";

static bool is_named(const struct table_row *row, size_t at)
{
    for (int column = 0; column < COLUMN_COUNT; column++)
        if (rank_of(row->names[at], names[column]) > 0)
            return true;
    return rank_of(row->names[at], counting) > 0 || !row->names[at][0];
}

/* "remedy,question,answer": where no column is known to name what the rows are
 * about, one right before the question does. */
static void guess_title(struct table_row *row)
{
    size_t question = row->at[COLUMN_QUESTION];
    bool known = row->at[COLUMN_TITLE] != TABLE_NO_CELL ||
                 row->at[COLUMN_CATEGORY] != TABLE_NO_CELL;
    if (!known && question != TABLE_NO_CELL && question > 0 &&
        !is_named(row, question - 1))
        row->at[COLUMN_TITLE] = question - 1;
}

/* "medicine,contraindications,overdose": columns named for what sections are
 * about. */
static bool has_kinds(const struct table_row *row)
{
    for (size_t i = 0; i < row->n; i++) {
        char name[64];
        size_t n = strlen(row->names[i]);
        if (n >= sizeof name)
            continue;
        for (size_t at = 0; at <= n; at++)
            name[at] = row->names[i][at] == '_' ? ' ' : row->names[i][at];
        if (kind_find(name) != KIND_NONE)
            return true;
    }
    return false;
}

/* "title,body": rows that are articles. A description is the text if there is
 * no other. */
static bool are_articles(struct table_row *row)
{
    size_t *at = row->at;
    bool answered = at[COLUMN_ANSWER] != TABLE_NO_CELL ||
                    at[COLUMN_ANSWER_HTML] != TABLE_NO_CELL;
    if (at[COLUMN_TITLE] == TABLE_NO_CELL)
        return false;
    if (!answered && at[COLUMN_SUMMARY] != TABLE_NO_CELL && !has_kinds(row)) {
        at[COLUMN_ANSWER] = at[COLUMN_SUMMARY];
        at[COLUMN_SUMMARY] = TABLE_NO_CELL;
    } else if (!answered && !has_kinds(row)) {
        return false;
    }
    at[COLUMN_QUESTION] = at[COLUMN_TITLE];
    at[COLUMN_TITLE] = TABLE_NO_CELL;
    row->is_article = true;
    return true;
}

bool table_row_find_columns(struct table_row *row)
{
    for (int column = 0; column < COLUMN_COUNT; column++) {
        unsigned best = 0;
        row->at[column] = TABLE_NO_CELL;
        for (size_t i = 0; i < row->n; i++) {
            unsigned rank = rank_of(row->names[i], names[column]);
            if (rank > 0 && (best == 0 || rank < best)) {
                best = rank;
                row->at[column] = i;
            }
        }
    }
    row->is_article = false;
    guess_title(row);
    if (row->at[COLUMN_QUESTION] == TABLE_NO_CELL &&
        row->at[COLUMN_INSTRUCTION] == TABLE_NO_CELL)
        return are_articles(row);
    return row->at[COLUMN_ANSWER] != TABLE_NO_CELL ||
           row->at[COLUMN_ANSWER_HTML] != TABLE_NO_CELL;
}

static const char *text_at(const struct table_row *row, size_t at)
{
    if (at >= row->n || !row->cells[at])
        return NULL;
    const char *text = row->cells[at] + strspn(row->cells[at], " \t\r\n");
    return *text ? text : NULL;
}

const char *table_row_cell(const struct table_row *row,
                           enum table_column column)
{
    return text_at(row, row->at[column]);
}

bool table_row_has_text(const struct table_row *row)
{
    for (size_t i = 0; i < row->n; i++)
        if (i != row->at[COLUMN_QUESTION] && text_at(row, i) &&
            (i == row->at[COLUMN_ANSWER] || i == row->at[COLUMN_ANSWER_HTML] ||
             i == row->at[COLUMN_SUMMARY] || table_row_is_unknown(row, i)))
            return true;
    return false;
}

const char *table_row_title(const struct table_row *row)
{
    if (row->is_article)
        return NULL;

    const char *title = table_row_cell(row, COLUMN_TITLE);
    const char *category = table_row_cell(row, COLUMN_CATEGORY);
    bool kind = category && (kind_find(category) != KIND_NONE ||
                             kind_by_medquad(category) != KIND_NONE);
    return title || kind ? title : category;
}

size_t table_row_question(const struct table_row *row)
{
    size_t question = row->at[COLUMN_QUESTION];
    size_t instruction = row->at[COLUMN_INSTRUCTION];
    const char *text = text_at(row, question);
    if (!text)
        return text_at(row, instruction) ? instruction : TABLE_NO_CELL;
    /* "Is this safe?", "I take aspirin." */
    const char *first = text_at(row, instruction);
    return first && !strchr(text, '?') && strchr(first, '?') ? instruction
                                                             : question;
}

size_t table_row_answer(const struct table_row *row)
{
    size_t html = row->at[COLUMN_ANSWER_HTML], answer = row->at[COLUMN_ANSWER];
    if (text_at(row, html))
        return html;
    return text_at(row, answer) ? answer : TABLE_NO_CELL;
}

/* A category is known where it is a kind, or for want of a title. */
static bool is_unknown_category(const struct table_row *row, size_t at)
{
    const char *category = text_at(row, at);
    return at == row->at[COLUMN_CATEGORY] && category &&
           kind_find(category) == KIND_NONE &&
           kind_by_medquad(category) == KIND_NONE &&
           table_row_title(row) != category;
}

bool table_row_is_unknown(const struct table_row *row, size_t at)
{
    if (is_unknown_category(row, at))
        return true;
    for (int column = 0; column < COLUMN_COUNT; column++)
        if (row->at[column] == at)
            return false;
    return true;
}

const char *table_row_fault(const struct table_row *row,
                            const struct import_options *options)
{
    if (table_row_question(row) == TABLE_NO_CELL)
        return row->is_article ? _("a row has no title")
                               : _("a row has no question");
    if (row->is_article)
        return table_row_has_text(row) ? NULL : _("a row has no text");
    if (table_row_answer(row) == TABLE_NO_CELL && !options->keep_unanswered)
        return _("a row has no answer");
    return NULL;
}
