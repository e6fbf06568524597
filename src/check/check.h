/* Articles held to the rules: messages for their authors. */
#ifndef MEDFAQ_CHECK_CHECK_H
#define MEDFAQ_CHECK_CHECK_H

#include "article/article.h"
#include "base/buf.h"
#include "base/diagnostic.h"

struct check;
struct facts;
struct glossary;
struct library;
struct names;

/* One thing that can be wrong, and its page of explanation. */
struct rule {
    const char *code; /* "M021": never given to another rule */
    const char *name; /* "citation-dead" */
    enum severity severity;
    const char *summary; /* one line */
    const char *why;     /* a paragraph or two */
    const char *wrong, *right;
    /* NULL: what parsing finds, or comparing with other articles. */
    void (*run)(struct check *check);
};

/* In the order of their codes; ends with a row without code. */
extern const struct rule check_rules[];

/* By code or name, in any case; NULL if there is none. */
const struct rule *check_rule_find(const char *word);

/* What articles are checked against; what is NULL or zero is not looked at. */
struct check_context {
    const struct library *library;   /* where links lead */
    const struct glossary *glossary; /* terms that need no explanation */
    struct date today;
    const struct names *names; /* of medicines that articles may disagree on */
};

struct message {
    struct diagnostic at; /* line and column are never 0 */
    const struct rule *rule;
    bool is_cause; /* that the front matter cannot be read: comes first */
    /* What would put it right, if that is mechanical: text for a range of the
     * source; NULL if somebody has to think. */
    const char *remedy;
    size_t remedy_start, remedy_end;
};

/* A growing list; texts live in arena. */
struct messages {
    struct arena *arena;
    struct message *items;
    size_t n, capacity;
    struct facts *facts; /* to be collected; NULL: not wanted */
};

void messages_init(struct messages *messages, struct arena *arena);
void messages_finish(struct messages *messages);

/* A line and a column of a file, from 1. */
struct place {
    unsigned line, column;
};

/* Adds what a rule that looks at several articles found; messages_sort puts it
 * where it belongs. */
void message_add(struct messages *messages, const struct rule *rule,
                 struct place place, const char *text);
void messages_sort(struct messages *messages);

/* All messages about an article, by line: those of its parsing, and those of
 * the rules. Any thread may check; library and glossary are only read. */
void check_article(const struct article *article,
                   const struct check_context *context, struct messages *out);

/* Appends the source with all remedies; returns how many there were. Of two
 * that overlap the first is taken. */
size_t check_remedy(const struct article *article,
                    const struct messages *messages, struct buf *out);

#endif
