/* An object of JSON as sections of an article. */
#ifndef MEDFAQ_IMPORT_JSON_ARTICLE_H
#define MEDFAQ_IMPORT_JSON_ARTICLE_H

#include <jansson.h>

#include "import/draft.h"
#include "import/importer.h"
#include "import/rich.h"

#define JSON_ARTICLE_FACTS 6

/* An article that is being made of an object. */
struct json_article {
    struct draft draft;
    struct ledger *ledger;
    bool keep_unanswered;
    const json_t *without; /* a member that is not written; NULL: none */
    const char *title;     /* the string of the tree that is the title */
    const char *facts[JSON_ARTICLE_FACTS]; /* and those of the front matter */
    struct kind_context context;
    struct kind_classifier *classifier;
    struct rich_options options;
    struct rich rich;
};

/* Writes the title and all below an object, or below a list of messages, into
 * the draft. stem is what the document is called. Everything that stands
 * elsewhere in the object than in the article is noted in the ledger. */
void json_article_write(struct json_article *article, const json_t *value,
                        const char *stem);
void json_article_finish(struct json_article *article);

#endif
