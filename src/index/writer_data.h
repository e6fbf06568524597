/* Shared by the files of the writer. */
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
    SET_SHARED,
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

/* The rows of the table counter. */
enum counter { N_ARTICLES, N_SECTIONS, N_WORDS, N_DEAD, N_COUNTERS };

struct writer {
    struct db *db;
    struct db_query *queries[N_STATEMENTS];
    int64_t next_article, next_section, next_name, next_word;
    int64_t counts[N_COUNTERS]; /* what the next commit adds to the counters */
    struct lexicon words[STEM_LANGUAGES]; /* counted by article, with stems */
    unsigned language;                    /* of the article */
    int64_t publisher;                    /* of the article; 0: none */
    struct lexicon stems;                 /* counted by section */
    struct lexicon name_words;            /* counted by name */
    struct lexicon text_words; /* counted by article, before the last commit */
    struct buf text;           /* of a section */
    struct buf folded;         /* the text being split */
    struct buf names;          /* of the article, one to a line */
    struct buf stem_lines;     /* the stems of names */
    struct buf joined;         /* further terms that find the section */
    struct buf name_stems, heading, body, tags; /* columns of section_text */
};

/* Counts words for spelling corrections: those of a name or, with n_names 0, of
 * a heading. */
void writer_count_words(struct writer *writer, const char *words,
                        unsigned n_names, bool medicine);

/* The names under which an article is listed. */
struct listed {
    const char *id, *lang;
    const char *title;
    struct buf sort_title; /* folded title */
    struct buf name_key;   /* the id as names are compared */
};

/* Strings are allocated in arena. */
void listed_init(struct listed *listed, struct arena *arena, const char *path,
                 const char *stated_lang, const char *title);
void listed_finish(struct listed *listed);

/* Return the values of the columns sort_title and name_key: NULL if SORT_TITLE
 * and NAME_KEY (schema.h) can derive them from title and id. */
const char *listed_sort_title(const struct listed *listed);
const char *writer_name_key(const char *id, const struct buf *key);

/* Changes the id of a listed article. base is the id that its file's name
 * gives. Call writer_mark() afterwards for all ids concerned. */
enum db_result writer_rename(struct writer *writer, int64_t article,
                             const char *id, const char *base);
/* Marks in the list whether the articles with an id share it with others. */
enum db_result writer_mark(struct writer *writer, const char *id);
/* Adds the current article to the list. meta may be NULL. */
enum db_result writer_list(struct writer *writer, const struct listed *listed,
                           const struct meta *meta);
/* Appends the tags of codes, each preceded by a space. */
void writer_add_codes(const struct meta *meta, struct buf *out);
/* Sets writer->publisher to the number of a publisher, adding it if it is new,
 * for the tags of sections. name may be NULL. */
void writer_find_publisher(struct writer *writer, const char *name);
/* Updates the mark of the remaining article after one with the same id was
 * removed. */
enum db_result writer_update_mark(struct writer *writer, const char *name);

#endif
