/* An object of JSON as sections of an article. */
#ifndef MEDFAQ_IMPORT_JSON_OBJECT_H
#define MEDFAQ_IMPORT_JSON_OBJECT_H

#include <jansson.h>

#include "import/draft.h"
#include "import/importer.h"
#include "import/rich.h"

#define JSON_OBJECT_FACTS 6

/* An article that is being made of an object. */
struct json_object {
    struct draft draft;
    struct ledger *ledger;
    bool keep_unanswered;
    const json_t *without; /* a member that is not written; NULL: none */
    const char *title;     /* the string of the tree that is the title */
    const char *facts[JSON_OBJECT_FACTS]; /* and those of the front matter */
    struct kind_context context;
    struct kind_classifier *classifier;
    struct rich_options options;
    struct rich rich;
};

/* Writes the title and all below an object, or below a list of messages, into
 * the draft. stem is what the document is called. Everything that stands
 * elsewhere in the object than in the article is noted in the ledger. */
void json_object_write(struct json_object *article, const json_t *value,
                       const char *stem);
void json_object_finish(struct json_object *article);

/* The string that names an object: its title, or the first thing that is asked
 * in it. NULL: there is none. */
const char *json_object_title(const json_t *object);

/* Does it say "user" or "assistant", and what that one says? */
bool json_object_is_message(const json_t *object);

/* Is there a string with as many words as a sentence below a value, but not
 * below another one, which may be NULL? */
bool json_object_has_text(const json_t *value, const json_t *without);

/* Notes all strings and numbers below a value, but not below another one. */
void json_object_note(const json_t *value, const json_t *without,
                      struct ledger *ledger, enum ledger_act act,
                      const char *what);

#endif
