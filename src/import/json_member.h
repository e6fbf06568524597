/* Members of JSON objects that hold questions and answers, by their names. */
#ifndef MEDFAQ_IMPORT_JSON_MEMBER_H
#define MEDFAQ_IMPORT_JSON_MEMBER_H

#include <jansson.h>
#include <stdbool.h>

#include "import/ledger.h"
#include "import/table_row.h"

/* A longer text is no heading. */
#define JSON_MEMBER_TITLE_BYTES 250

/* Is it a string that is not blank? Is there one below a value? */
bool json_member_is_shown(const json_t *value);
bool json_member_has_strings(const json_t *value);

/* Names of members that are strings: with the best of a column's names, with
 * what is asked, with a title. NULL for none. "question" always asks; "context"
 * and "input" do where something answers. */
const char *json_member_find(const json_t *object, enum table_column column);
const char *json_member_question(const json_t *object);
const char *json_member_title(const json_t *object);

/* Is it the name of an answer? */
bool json_member_answers(const char *name);

/* "answer_start": where in a text or a list an answer stands. A number of that
 * name is not for people. */
bool json_member_is_place(const char *name);

/* {"role": "user", "content": ...}: false if an object is no message. */
bool json_member_message(const json_t *object, const char **role,
                         const json_t **content);
bool json_member_role_asks(const char *role);
bool json_member_role_is_unseen(const char *role);

void json_member_note(struct ledger *ledger, enum ledger_act act,
                      const char *what, const char *text);

/* The string that names an object: its title, or the first thing that is asked
 * in it. NULL: there is none. */
const char *json_member_title_text(const json_t *object);

/* Does it say "user" or "assistant", and what that one says? */
bool json_member_is_message(const json_t *object);

/* Is there a string with as many words as a sentence below a value, but not
 * below another one, which may be NULL? */
bool json_member_has_text(const json_t *value, const json_t *without);

/* Notes all strings and numbers below a value, but not below another one. */
void json_member_note_all(const json_t *value, const json_t *without,
                          struct ledger *ledger, enum ledger_act act,
                          const char *what);

#endif
