/* Shared by the writer's files. */
#ifndef MEDFAQ_INDEX_WRITER_DATA_H
#define MEDFAQ_INDEX_WRITER_DATA_H

#include "base/buf.h"
#include "index/lexicon.h"
#include "index/stem.h"
#include "index/writer.h"

enum statement {
    BEGIN,
    COMMIT,
    ROLLBACK,
    ADD_FILE,
    ADD_ARTICLE,
    ADD_TO_LIST,
    GET_NAMES,
    ADD_NAME_TEXT,
    REMOVE_NAME_TEXT,
    RENAME_ARTICLE,
    RENAME_IN_LIST,
    COUNT_NAMED,
    SET_TOGETHER,
    ADD_SECTION,
    ADD_TEXT,
    ADD_NAME,
    COUNT_STEM,
    GET_WORD,
    ADD_WORD,
    COUNT_WORD,
    ADD_LANGUAGE,
    GET_PUBLISHER,
    ADD_PUBLISHER,
    ADD_SIMILAR,
    COUNT,
    GET_RANGES,
    REMOVE_FILE,
    REMOVE_FROM_LIST,
    REMOVE_ARTICLE,
    REMOVE_SECTIONS,
    REMOVE_NAMES,
    N_STATEMENTS
};

/* Numbers kept beside the tables. */
enum counter { N_ARTICLES, N_SECTIONS, N_WORDS, N_DEAD, N_COUNTERS };

struct writer {
    struct db *db;
    struct db_query *queries[N_STATEMENTS];
    int64_t next_article, next_section, next_name, next_word;
    int64_t counts[N_COUNTERS];           /* what the next commit adds */
    struct lexicon words[STEM_LANGUAGES]; /* by articles, with their stems */
    unsigned language;                    /* of the article */
    int64_t publisher;                    /* of the article; 0: none */
    struct lexicon stems;                 /* by sections */
    struct lexicon name_words;            /* by names */
    struct lexicon text_words;            /* by articles, of commits before */
    struct buf text;                      /* of a section */
    struct buf folded;                    /* the text that is split */
    struct buf names;                     /* of the article, a line each */
    struct buf stem_lines;                /* the same as stems */
    struct buf joined; /* words that the section is found by as well */
    struct buf name_stems, heading, body, tags; /* columns */
};

/* Counts the words of a name, or of a heading with n_names 0, for
 * spelling. */
void writer_count_words(struct writer *writer, const char *words,
                        unsigned n_names, bool medicine);

/* The names of an article in the list. */
struct listed {
    const char *id, *lang;
    const char *title;
    struct buf sort_title; /* folded */
    struct buf name_key;   /* the id as names are compared */
};

/* strings of listed live in arena. */
void listed_init(struct listed *listed, struct arena *arena, const char *path,
                 const char *stated_lang, const char *title);
void listed_finish(struct listed *listed);

/* What the columns sort_title and name_key get: NULL where SORT_TITLE and
 * NAME_KEY of schema.h tell it from the title and the id. */
const char *listed_sort_title(const struct listed *listed);
const char *writer_name_key(const char *id, const struct buf *key);

/* Gives an article of the list another id; base is the one that its file's name
 * gives. Those that share an id must be marked with writer_mark after that. */
enum db_result writer_rename(struct writer *writer, int64_t article,
                             const char *id, const char *base);
/* Marks the articles of an id as having others, or not. */
enum db_result writer_mark(struct writer *writer, const char *id);
/* Adds the current article to the list; meta may be NULL. */
enum db_result writer_list(struct writer *writer, const struct listed *listed,
                           const struct meta *meta);
/* Appends the tags of the codes, each with a space before it. */
void writer_add_codes(const struct meta *meta, struct buf *out);
/* Numbers the publisher of the current article, for the tags of its sections;
 * name may be NULL. */
void writer_find_publisher(struct writer *writer, const char *name);
/* To be called when an article of that name was removed. */
enum db_result writer_part(struct writer *writer, const char *name);

#endif
