/* An object of JSON as sections of an article.
 *
 * What has a title or asks something is a heading, and what is in it stands
 * below; other members stand below their names. [jansson] */
#include "import/json_article.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/mem.h"
#include "base/strs.h"
#include "import/date_text.h"
#include "import/fragment.h"
#include "import/json_member.h"
#include "import/language.h"
#include "import/rich_paragraph.h"
#include "import/table_cell.h"

#define N_STATED 3 /* of the facts */

/* ---- text ---- */

static void write_heading(struct json_article *article, const char *text,
                          unsigned level)
{
    struct markdown_heading heading = {.level = level < 6 ? level : 6,
                                       .context = &article->context,
                                       .classifier = article->classifier};
    char *words = table_cell_words(text);
    rich_heading(&article->rich, words, &heading);
    free(words);
}

/* The name of a member: "side_effects" -> "Side effects". */
static void write_label(struct json_article *article, const char *name,
                        unsigned level)
{
    char *label = mem_strdup(name);
    for (char *at = label; *at; at++)
        *at = *at == '_' ? ' ' : at == label ? ascii_upper(*at) : *at;
    json_member_note(article->ledger, LEDGER_ADDED, "name of a member", label);
    write_heading(article, label, level);
    free(label);
}

/* A label stands above what would be below another heading. */
static void write_text(struct json_article *article, const char *name,
                       const char *text, unsigned level)
{
    if (article->rich.level >= level)
        write_label(article, name, level);
    fragment_write(&article->rich, &article->options, text, level + 1);
}

/* "Class: Anticoagulant" */
static void write_fact(struct json_article *article, const char *name,
                       const char *text, unsigned level)
{
    if (article->rich.level >= level) {
        write_text(article, name, text, level);
        return;
    }
    struct inlines *inlines = &article->rich.inlines;
    char *words = table_cell_words(text);
    json_member_note(article->ledger, LEDGER_ADDED, "name of a member", name);
    inlines->style = STYLE_EMPHASIS;
    inlines_add(inlines, name, strlen(name));
    inlines_add(inlines, ": ", 2);
    inlines_add(inlines, words, strlen(words));
    inlines->style = STYLE_NONE;
    article->rich.blocks.apart |= !buf_ends(&article->draft.body, "\n\n");
    rich_flush(&article->rich, NULL);
    free(words);
}

static bool note_fact(const struct json_article *article, const char *text)
{
    for (size_t i = 0; i < JSON_ARTICLE_FACTS; i++)
        if (text == article->facts[i]) {
            json_member_note(
                article->ledger, i < N_STATED ? LEDGER_STATED : LEDGER_LEFT_OUT,
                i < N_STATED ? "front matter" : "read for the front matter",
                text);
            return true;
        }
    return false;
}

static void write_string(struct json_article *article, const char *name,
                         const char *text, unsigned level)
{
    enum kind kind = kind_find(name);
    if (note_fact(article, text))
        return;
    if (text == article->title) {
        json_member_note(article->ledger, LEDGER_STATED, "title", text);
    } else if (table_row_rank(name, COLUMN_ID) > 0 ||
               json_member_is_place(name) ||
               (table_row_rank(name, COLUMN_TYPE) > 0 &&
                !table_cell_is_text(text))) {
        json_member_note(article->ledger, LEDGER_LEFT_OUT, "name for programs",
                         text);
    } else if (json_member_answers(name) ||
               table_row_rank(name, COLUMN_SUMMARY) > 0 ||
               table_row_rank(name, COLUMN_QUESTION) > 0) {
        write_text(article, name, text, level);
    } else if (kind != KIND_NONE || str_ends(name, "?") ||
               table_cell_is_text(text)) {
        write_label(article, name, level);
        fragment_write(&article->rich, &article->options, text, level + 1);
    } else {
        write_fact(article, name, text, level);
    }
}

/* ---- members ---- */

static void write_value(struct json_article *article, const char *name,
                        const json_t *value, unsigned level);

/* What somebody asks is a heading, unless it is too long for one. */
static void write_message(struct json_article *article, const char *role,
                          const json_t *content, unsigned level)
{
    const char *text = json_string_value(content);
    bool asks = json_member_role_asks(role);
    json_member_note(article->ledger, LEDGER_LEFT_OUT, "role", role);
    if (json_member_role_is_unseen(role)) {
        json_member_note_all(content, NULL, article->ledger, LEDGER_LEFT_OUT,
                             "instruction to a program");
    } else if (text && text == article->title) {
        json_member_note(article->ledger, LEDGER_STATED, "title", text);
    } else if (text && asks && strlen(text) <= JSON_MEMBER_TITLE_BYTES) {
        write_heading(article, text, level);
    } else {
        if (asks)
            write_label(article, "question", level);
        write_value(article, "text", content, level + 1);
    }
}

static bool are_strings(const json_t *array)
{
    size_t i;
    json_t *member;
    json_array_foreach(array, i, member)
    {
        if (!json_is_string(member))
            return false;
    }
    return true;
}

/* Short ones make one line, with the name of the list. */
static void write_strings(struct json_article *article, const char *name,
                          const json_t *array, unsigned level)
{
    struct buf all;
    size_t i;
    json_t *member;
    bool text = json_member_answers(name);
    json_array_foreach(array, i, member)
    {
        text |= table_cell_is_text(json_string_value(member));
    }
    buf_init(&all);
    json_array_foreach(array, i, member)
    {
        buf_printf(&all, "%s%s",
                   i == 0 ? ""
                   : text ? "\n\n"
                          : ", ",
                   json_string_value(member));
    }
    if (all.n_bytes > 0)
        write_string(article, name, all.data, level);
    buf_finish(&all);
}

static void write_object(struct json_article *article, const json_t *object,
                         unsigned level);

static void write_list(struct json_article *article, const char *name,
                       const json_t *array, unsigned level)
{
    size_t i;
    json_t *member;
    if (are_strings(array)) {
        write_strings(article, name, array, level);
        return;
    }
    json_array_foreach(array, i, member)
    {
        write_value(article, name, member, level);
    }
}

static bool is_named(const json_t *object)
{
    return json_member_question(object) || json_member_title(object) ||
           json_member_is_message(object);
}

static void write_value(struct json_article *article, const char *name,
                        const json_t *value, unsigned level)
{
    if (value == article->without)
        return;
    if (json_is_string(value) && json_member_is_shown(value)) {
        write_string(article, name, json_string_value(value), level);
    } else if (json_is_array(value)) {
        write_list(article, name, value, level);
    } else if (json_is_object(value)) {
        write_object(article, value, level);
    } else if (!json_member_is_place(name)) {
        json_member_note_all(value, NULL, article->ledger, LEDGER_LEFT_OUT,
                             "number");
    }
}

/* Several lists, or objects, are told apart by their names. */
static bool needs_label(const json_t *object, const char *name,
                        const json_t *value)
{
    size_t n = 0;
    const char *key;
    json_t *member;
    if (!table_cell_has_letters(name) || json_member_answers(name) ||
        !json_member_has_strings(value) ||
        (json_is_array(value) && are_strings(value)) ||
        (json_is_object(value) && is_named(value)))
        return false;
    json_object_foreach((json_t *)object, key, member)
    {
        n += (json_is_object(member) || json_is_array(member)) &&
             json_member_has_strings(member);
    }
    return json_is_object(value) || (json_is_array(value) && n > 1);
}

static void write_member(struct json_article *article, const json_t *object,
                         const char *key, const json_t *value, unsigned level)
{
    bool label = needs_label(object, key, value);
    if (label && value != article->without)
        write_label(article, key, level);
    write_value(article, key, value, level + label);
}

/* Answers come first, each of several below its name. */
static void write_answers(struct json_article *article, const json_t *object,
                          unsigned level)
{
    const char *key;
    json_t *value;
    bool moved = false;
    size_t n = 0;
    json_object_foreach((json_t *)object, key, value)
    {
        n += json_member_answers(key) && json_member_has_strings(value);
    }
    json_object_foreach((json_t *)object, key, value)
    {
        if (json_member_answers(key) && json_member_has_strings(value)) {
            if (moved)
                json_member_note_all(value, NULL, article->ledger, LEDGER_MOVED,
                                     "answer");
            if (n > 1)
                write_label(article, key, level);
            write_value(article, key, value, level + (n > 1));
        } else {
            moved |= json_member_has_strings(value) || json_is_number(value);
        }
    }
}

static bool is_unanswered(const json_t *object, const char *question)
{
    const char *key;
    json_t *value;
    if (json_is_true(json_object_get(object, "is_impossible")))
        return true;
    json_object_foreach((json_t *)object, key, value)
    {
        bool other =
            strcmp(key, question) != 0 && table_row_rank(key, COLUMN_ID) == 0;
        if (other && json_member_has_strings(value))
            return false;
    }
    return true;
}

/* The heading of an object, which may not be its first member. */
static bool write_name(struct json_article *article, const json_t *object,
                       const char *name, unsigned level)
{
    const char *text = json_string_value(json_object_get(object, name));
    if (text == article->title) {
        json_member_note(article->ledger, LEDGER_STATED, "title", text);
        return false;
    }
    if (json_object_iter_key(json_object_iter((json_t *)object)) != name)
        json_member_note(article->ledger, LEDGER_MOVED, "heading", text);
    write_heading(article, text, level);
    return true;
}

static void write_object(struct json_article *article, const json_t *object,
                         unsigned level)
{
    const char *role, *key;
    const json_t *content;
    json_t *value;
    const char *question = json_member_question(object);
    const char *name = question ? question : json_member_title(object);
    bool message = json_member_message(object, &role, &content);
    if (question && !article->keep_unanswered &&
        is_unanswered(object, question)) {
        json_member_note_all(object, NULL, article->ledger, LEDGER_LEFT_OUT,
                             "question without an answer");
        return;
    }
    if (message)
        write_message(article, role, content, level);
    else if (name)
        level += write_name(article, object, name, level);
    if (question)
        write_answers(article, object, level);
    json_object_foreach((json_t *)object, key, value)
    {
        bool written = (message && (value == content ||
                                    json_string_value(value) == role)) ||
                       key == name ||
                       (question && json_member_answers(key) &&
                        json_member_has_strings(value));
        if (!written)
            write_member(article, object, key, value, level);
    }
}

/* ---- front matter ---- */

/* Columns of the front matter. The first three keep their words there. */
static const enum table_column facts[JSON_ARTICLE_FACTS] = {
    COLUMN_URL, COLUMN_PUBLISHER, COLUMN_LICENCE,
    COLUMN_ID,  COLUMN_LANG,      COLUMN_DATE};

static void read_facts(struct json_article *article, const json_t *object)
{
    struct draft *draft = &article->draft;
    const char **places[] = {&draft->origin.url, &draft->origin.publisher,
                             &draft->licence, &draft->origin.id, &draft->lang};
    for (size_t i = 0; i < JSON_ARTICLE_FACTS; i++) {
        const char *key = json_member_find(object, facts[i]);
        const char *text = json_string_value(json_object_get(object, key));
        bool known = text && !table_cell_is_text(text);
        if (known && facts[i] == COLUMN_DATE)
            known = date_text_parse(text, &draft->updated);
        else if (known)
            *places[i] = arena_strdup(&draft->arena, text);
        article->facts[i] = known ? text : NULL;
    }
}

void json_article_write(struct json_article *article, const json_t *value,
                        const char *stem)
{
    struct draft *draft = &article->draft;
    char *title = table_cell_words(article->title ? article->title : stem);
    draft->title = arena_strdup(&draft->arena, title);
    free(title);
    read_facts(article, value);
    article->context =
        (struct kind_context){.lang = draft->lang, .title = draft->title};
    article->classifier = kind_classifier_new(&article->context);
    article->options = (struct rich_options){.context = &article->context,
                                             .base_url = draft->origin.url,
                                             .top_level = 2,
                                             .target_level = 2,
                                             .ledger = article->ledger};
    rich_init(&article->rich, &article->options, &draft->body);
    if (json_is_array(value))
        write_list(article, "text", value, 2);
    else
        write_object(article, value, 2);
    rich_finish(&article->rich);
    if (!draft->lang)
        draft->lang = language_guess(draft->body.data, draft->body.n_bytes);
    draft_set_id(draft, stem, draft->origin.id,
                 str_equal(draft->title, stem) ? NULL : draft->title);
}

void json_article_finish(struct json_article *article)
{
    kind_classifier_free(article->classifier);
    draft_finish(&article->draft);
}
