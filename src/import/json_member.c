/* Members of JSON objects that hold questions and answers, by their names.
 * [jansson] */
#include "import/json_member.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "import/json_list.h"
#include "import/table_cell.h"

/* ---- what is there ---- */

bool json_member_is_shown(const json_t *value)
{
    const char *text = json_string_value(value);
    return text && text[strspn(text, " \t\r\n")];
}

const char *json_member_find(const json_t *object, enum table_column column)
{
    const char *key, *best = NULL;
    json_t *value;
    unsigned best_rank = 0;
    json_object_foreach((json_t *)object, key, value)
    {
        unsigned rank =
            json_member_is_shown(value) ? table_row_rank(key, column) : 0;
        if (rank > 0 && (best_rank == 0 || rank < best_rank)) {
            best_rank = rank;
            best = key;
        }
    }
    return best;
}

bool json_member_is_place(const char *name)
{
    static const char *const names[] = {"answer_start", "answer_end",
                                        "answer_idx", "answer_index",
                                        "answer_id"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(name, names[i]) == 0)
            return true;
    return false;
}

/* "A" is the first of several to choose from. */
bool json_member_answers(const char *name)
{
    return strcmp(name, "A") != 0 && !json_member_is_place(name) &&
           (table_row_rank(name, COLUMN_ANSWER) > 0 ||
            table_row_rank(name, COLUMN_ANSWER_HTML) > 0 ||
            ascii_casestr(name, "answer"));
}

static bool has_answer(const json_t *object)
{
    const char *key;
    json_t *value;
    json_object_foreach((json_t *)object, key, value)
    {
        if (json_member_answers(key))
            return true;
    }
    return false;
}

const char *json_member_question(const json_t *object)
{
    const char *key = json_member_find(object, COLUMN_QUESTION);
    return key && (ascii_casestr(key, "question") || has_answer(object)) ? key
                                                                         : NULL;
}

const char *json_member_title(const json_t *object)
{
    const char *key = json_member_find(object, COLUMN_TITLE);
    if (!key)
        key = json_member_find(object, COLUMN_CATEGORY);
    const char *text = json_string_value(json_object_get(object, key));
    return text && strlen(text) <= JSON_MEMBER_TITLE_BYTES ? key : NULL;
}

bool json_member_has_text(const json_t *value, const json_t *without)
{
    const char *key;
    json_t *member;
    size_t i;
    if (value == without)
        return false;
    if (json_is_string(value))
        return table_cell_is_text(json_string_value(value));
    json_object_foreach((json_t *)value, key, member)
    {
        if (json_member_has_text(member, without))
            return true;
    }
    json_array_foreach(value, i, member)
    {
        if (json_member_has_text(member, without))
            return true;
    }
    return false;
}

bool json_member_has_strings(const json_t *value)
{
    const char *key;
    json_t *member;
    size_t i;
    json_object_foreach((json_t *)value, key, member)
    {
        if (json_member_has_strings(member))
            return true;
    }
    json_array_foreach(value, i, member)
    {
        if (json_member_has_strings(member))
            return true;
    }
    return json_member_is_shown(value);
}

/* ---- messages ---- */

static const struct {
    const char *role, *content;
} message_members[] = {
    {"role", "content"}, {"from", "value"}, {"role", "text"}};

bool json_member_message(const json_t *object, const char **role,
                         const json_t **content)
{
    for (size_t i = 0; i < sizeof message_members / sizeof *message_members;
         i++) {
        *role =
            json_string_value(json_object_get(object, message_members[i].role));
        *content = json_object_get(object, message_members[i].content);
        if (*role && *content)
            return true;
    }
    return false;
}

bool json_member_is_message(const json_t *object)
{
    const char *role;
    const json_t *content;
    return json_member_message(object, &role, &content);
}

static bool is_among(const char *role, const char *names)
{
    for (const char *at = names; *at; at += strlen(at) + 1)
        if (ascii_casecmp(at, role) == 0)
            return true;
    return false;
}

#define ROLES_THAT_ASK "user\0human\0patient\0question\0customer\0client\0"
#define ROLES_UNSEEN "system\0developer\0tool\0function\0"

bool json_member_role_asks(const char *role)
{
    return is_among(role, ROLES_THAT_ASK);
}

bool json_member_role_is_unseen(const char *role)
{
    return is_among(role, ROLES_UNSEEN);
}

/* The first text below a message that somebody asks. */
static const char *first_asked(const json_t *value)
{
    const char *role, *key, *found = NULL;
    const json_t *content;
    json_t *member;
    size_t i;
    if (json_member_message(value, &role, &content))
        return is_among(role, ROLES_THAT_ASK) ? json_string_value(content)
                                              : NULL;
    json_object_foreach((json_t *)value, key, member)
    {
        if (!found)
            found = first_asked(member);
    }
    json_array_foreach(value, i, member)
    {
        if (!found)
            found = first_asked(member);
    }
    return found;
}

const char *json_member_title_text(const json_t *object)
{
    const char *key = json_member_title(object);
    if (!key)
        key = json_member_question(object);
    const char *asked = key ? NULL : first_asked(object);
    if (asked)
        return asked;
    if (!key)
        key = json_member_find(object, COLUMN_SUMMARY);
    const char *text = json_string_value(json_object_get(object, key));
    return text && strlen(text) <= JSON_MEMBER_TITLE_BYTES ? text : NULL;
}

/* ---- the ledger ---- */

void json_member_note(struct ledger *ledger, enum ledger_act act,
                      const char *what, const char *text)
{
    char *words = table_cell_words(text);
    ledger_note(ledger, act, what, words, strlen(words));
    free(words);
}

void json_member_note_all(const json_t *value, const json_t *without,
                          struct ledger *ledger, enum ledger_act act,
                          const char *what)
{
    const char *key;
    json_t *member;
    size_t i;
    if (value == without)
        return;
    if (json_is_string(value))
        json_member_note(ledger, act, what, json_string_value(value));
    if (json_is_number(value)) {
        struct buf number;
        buf_init(&number);
        json_list_add_number(value, &number);
        ledger_note(ledger, act, what, number.data, number.n_bytes);
        buf_finish(&number);
    }
    json_object_foreach((json_t *)value, key, member)
    {
        if (!json_member_is_place(key))
            json_member_note_all(member, without, ledger, act, what);
    }
    json_array_foreach(value, i, member)
    {
        json_member_note_all(member, without, ledger, act, what);
    }
}
