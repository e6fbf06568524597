/* What headings of each kind say, by language: see phrase.h. */
#ifndef MEDFAQ_ARTICLE_KIND_PHRASES_H
#define MEDFAQ_ARTICLE_KIND_PHRASES_H

#include <stdbool.h>
#include <stddef.h>

#include "article/kind.h"
#include "article/lang.h"

struct kind_rule {
    enum kind kind;
    const char *phrases; /* NULL ends a list of rules */
    const char *types;   /* of articles, separated by " "; NULL: all */
};

/* What an article of a type calls its topic: "this medicine". */
struct kind_nouns {
    const char *type; /* NULL ends a list */
    const char *nouns;
};

enum kind_rules {
    RULES_ASKED,    /* turns of phrase: the first rule wins */
    RULES_NAMED,    /* topics: what comes first in the heading wins */
    RULES_FALLBACK, /* when nothing else speaks */
    RULES_NEXT,     /* where a second question begins; of no kind */
    RULES_COUNT
};

struct kind_phrases {
    const char *dropped; /* words that say nothing: articles, possessives */
    const struct kind_nouns *nouns; /* NULL: none known */
    const char *determiners;        /* before such a noun */
    bool head_last;                 /* "treatment risks" are risks */
    const struct kind_rule *rules[RULES_COUNT]; /* NULL: none known */
};

extern const struct kind_phrases kind_phrases_en, kind_phrases_es,
    kind_phrases_fr, kind_phrases_de, kind_phrases_vi, kind_phrases_zh;

extern const struct kind_phrases *const kind_phrases[LANG_COUNT];

/* Ended by a row without phrases. */
const struct kind_rule *kind_rules(enum lang lang, enum kind_rules which);

#endif
