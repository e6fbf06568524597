/* From what was typed to what is wanted. */
#include "search/query.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/fold.h"
#include "base/strs.h"
#include "base/utf8.h"
#include "search/question_words.h"
#include "search/filter.h"
#include "search/fixed_names.h"
#include "article/sentence.h"
#include "index/terms.h"

#define LEADING_LEAST 3 /* letters of a kind that is not said to be one */

/* What was typed, before it was folded. */
struct unfolded {
    const char *text, *folded;
    struct fold_map map;
};

/* Where one is in what was typed, which is folded, and in which sentence. */
struct typed {
    const struct unfolded *unfolded;
    const char *at, *end;
    const char *sentence_end;
    bool asks; /* the sentence ends in a question mark */
};

static bool is_space(char byte)
{
    return byte == ' ' || (unsigned char)byte < ' ' || byte == 0x7F;
}

static struct query_term *add_term(struct query *query,
                                   enum query_term_type type, const char *words,
                                   const char *stems)
{
    if (query->n_terms == QUERY_TERMS_MAX || !*stems)
        return NULL;
    struct query_term *added = &query->terms[query->n_terms++];
    *added = (struct query_term){
        .type = type,
        .text = arena_strdup(&query->arena, words),
        .typed = arena_strdup(&query->arena, words),
        .stems = arena_strdup(&query->arena, stems),
    };
    return added;
}

/* Several words as one term. Of paired characters the last one alone is left
 * out: the pair before has it. */
static void add_phrase(struct query *query, enum query_term_type type,
                       const char *text, size_t n_bytes)
{
    struct buf words, stems;
    struct term_reader reader;
    struct term term;
    buf_init(&words);
    buf_init(&stems);
    term_reader_init(&reader, text, n_bytes);
    while (term_next(&reader, &term)) {
        char stem[TERM_MAX_BYTES + 1];
        if (term.again)
            continue;
        size_t n_word;
        const char *word = term_word(&term, &n_word);
        term_stem(&term, STEM_ENGLISH, stem);
        buf_printf(&stems, "%s%s", stems.n_bytes ? " " : "", stem);
        buf_add(&words, words.n_bytes ? " " : "");
        buf_add_n(&words, word, n_word);
    }
    add_term(query, type, words.data, stems.data);
    buf_finish(&words);
    buf_finish(&stems);
}

static bool stands_before(const struct query *query, const char *stems)
{
    for (size_t i = 0; i < query->n_terms; i++)
        if (query->terms[i].type == QUERY_WORD &&
            !strcmp(query->terms[i].stems, stems))
            return true;
    return false;
}

static const char *as_typed(struct query *query,
                            const struct unfolded *unfolded,
                            const struct term *term)
{
    uint32_t at = (uint32_t)(term->text - unfolded->folded);
    uint32_t start = fold_map_start(&unfolded->map, at);
    uint32_t end = fold_map_end(&unfolded->map, at + (uint32_t)term->n_bytes);
    return arena_strndup(&query->arena, unfolded->text + start, end - start);
}

/* Each word of a text as a term of its own; typed is NULL for words of a
 * title. */
static void add_words(struct query *query, const struct typed *typed,
                      const char *text, size_t n_bytes)
{
    struct term_reader reader;
    struct term term;
    char stem[TERM_MAX_BYTES + 1];
    term_reader_init(&reader, text, n_bytes);
    while (term_next(&reader, &term)) {
        size_t n_word;
        const char *word = term_word(&term, &n_word);
        term_stem(&term, STEM_ENGLISH, stem);
        if (term.again)
            continue;
        bool again = typed && stands_before(query, stem);
        /* A long text says many words twice. */
        if (again && query->n_terms > QUERY_TERMS_MAX / 2)
            continue;
        struct query_term *added =
            add_term(query, typed ? QUERY_WORD : QUERY_TITLE,
                     arena_strndup(&query->arena, word, n_word), stem);
        if (!added || !typed)
            continue;
        added->typed = as_typed(query, typed->unfolded, &term);
        added->again = again;
        added->in_question = typed->asks;
    }
}

static bool set_title(struct query *query, const char *value)
{
    size_t n_before = query->n_terms;
    add_words(query, NULL, value, strlen(value));
    return query->n_terms > n_before;
}

/* The value of a filter: up to a space, or in quotes. */
static const char *read_value(struct query *query, struct typed *typed)
{
    const char *start = typed->at, *end;
    bool quoted = start < typed->end && *start == '"';
    start += quoted;
    for (end = start; end < typed->end; end++)
        if (quoted ? *end == '"' : is_space(*end))
            break;
    typed->at = end + (quoted && end < typed->end);
    return arena_strndup(&query->arena, start, (size_t)(end - start));
}

static enum filter_fit set_filter(struct query *query, const char *name,
                                  const char *value)
{
    if (!*value)
        return FILTER_BEGINS;
    if (strcmp(name, "title") != 0)
        return filter_set(query, name, value);
    return set_title(query, value) ? FILTER_FITS : FILTER_NO;
}

/* A filter that says nothing yet ("kind:", "kind:ris") is passed over; of one
 * that takes no such value, that is words. */
static bool read_filter(struct query *query, struct typed *typed)
{
    const char *at = typed->at;
    while (at < typed->end && *at >= 'a' && *at <= 'z')
        at++;
    if (at == typed->end || *at != ':')
        return false;
    const char *name =
        arena_strndup(&query->arena, typed->at, (size_t)(at - typed->at));
    if (!filter_exists(name))
        return false;
    struct typed value = {.at = at + 1, .end = typed->end};
    const char *text = read_value(query, &value);
    enum filter_fit fit = set_filter(query, name, text);
    if (fit != FILTER_FITS && query->n_misfits < QUERY_MISFITS_MAX)
        query->misfits[query->n_misfits++] =
            (struct misfit){name, text, fit == FILTER_BEGINS};
    typed->at = *text && fit == FILTER_NO ? at + 1 : value.at;
    return true;
}

/* "side effects: ..." at the start. */
static void read_leading_kind(struct query *query, struct typed *typed)
{
    const char *colon =
        memchr(typed->at, ':', (size_t)(typed->end - typed->at));
    if (!colon)
        return;
    char *name =
        arena_strndup(&query->arena, typed->at, (size_t)(colon - typed->at));
    /* "type" is a filter, though a kind is called so as well. */
    if (!filter_exists(name) && strlen(name) >= LEADING_LEAST &&
        filter_set(query, "kind", name) == FILTER_FITS)
        typed->at = colon + 1;
}

static void read_quoted(struct query *query, struct typed *typed,
                        enum query_term_type type)
{
    const char *start = ++typed->at;
    const char *end = memchr(start, '"', (size_t)(typed->end - start));
    if (!end)
        end = typed->end;
    add_phrase(query, type, start, (size_t)(end - start));
    typed->at = end + (end < typed->end);
}

/* "-" excludes only before a word, after a space. */
static bool read_excluded(struct query *query, struct typed *typed)
{
    if (typed->end - typed->at < 2 || *typed->at != '-' ||
        is_space(typed->at[1]) || typed->at[1] == '-')
        return false;
    typed->at++;
    if (*typed->at == '"') {
        read_quoted(query, typed, QUERY_NOT);
        return true;
    }
    const char *start = typed->at;
    while (typed->at < typed->end && !is_space(*typed->at))
        typed->at++;
    add_phrase(query, QUERY_NOT, start, (size_t)(typed->at - start));
    return true;
}

static const char *word_end(const struct typed *typed, const char *at)
{
    while (at < typed->end && !is_space(*at) && *at != '"')
        at++;
    return at;
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* A number goes with the word behind it, which may be its unit. */
static void read_words(struct query *query, struct typed *typed)
{
    const char *start = typed->at;
    typed->at = word_end(typed, start);
    if (is_digit(typed->at[-1]) && typed->at + 1 < typed->end &&
        *typed->at == ' ' && !is_space(typed->at[1]) && typed->at[1] != '"' &&
        typed->at[1] != '-')
        typed->at = word_end(typed, typed->at + 1);
    add_words(query, typed, start, (size_t)(typed->at - start));
}

static void add_question(struct query *query, const char *start,
                         const char *end)
{
    if (query->n_questions < QUERY_QUESTIONS_MAX)
        query->questions[query->n_questions++] =
            arena_strndup(&query->arena, start, (size_t)(end - start));
}

/* A sentence that stands alone need not say that it asks. */
static void begin_sentence(struct query *query, struct typed *typed)
{
    bool first = !typed->sentence_end;
    typed->sentence_end = sentence_end(typed->at, typed->end, &typed->asks);
    if (first && typed->sentence_end == typed->end)
        typed->asks = true;
    if (typed->asks)
        add_question(query, typed->at, typed->sentence_end);
}

static void read_all(struct query *query, struct typed *typed)
{
    while (typed->at < typed->end && query->n_terms < QUERY_TERMS_MAX) {
        if (is_space(*typed->at)) {
            typed->at++;
            continue;
        }
        if (!typed->sentence_end || typed->at >= typed->sentence_end)
            begin_sentence(query, typed);
        if (*typed->at == '"')
            read_quoted(query, typed, QUERY_PHRASE);
        else if (!read_excluded(query, typed) && !read_filter(query, typed))
            read_words(query, typed);
    }
}

/* Quotes in a letter are no operators. */
static void loosen_phrases(struct query *query)
{
    for (size_t i = 0; i < query->n_terms; i++)
        if (query->terms[i].type == QUERY_PHRASE)
            query->terms[i].type = QUERY_WORD;
}

void query_init(struct query *query, const char *text, size_t n_bytes)
{
    struct buf folded;
    *query = (struct query){0};
    if (n_bytes > QUERY_MAX_BYTES)
        n_bytes = utf8_floor(text, n_bytes, QUERY_MAX_BYTES);
    buf_init(&folded);
    struct unfolded unfolded = {.text = text};
    fold_text_mapped(text, n_bytes, FOLD_ALL, &folded, &unfolded.map);
    unfolded.folded = folded.data;
    struct typed typed = {
        .unfolded = &unfolded,
        .at = folded.data,
        .end = folded.data + folded.n_bytes,
    };
    while (typed.at < typed.end && is_space(*typed.at))
        typed.at++;
    read_leading_kind(query, &typed);
    read_all(query, &typed);
    query->is_last_open =
        query->n_terms && query->terms[query->n_terms - 1].type == QUERY_WORD &&
        folded.n_bytes && !is_space(folded.data[folded.n_bytes - 1]);
    if (query->n_terms >= QUERY_LONG)
        loosen_phrases(query);
    question_words_find(query);
    fixed_names_find(query);
    fold_map_finish(&unfolded.map);
    buf_finish(&folded);
}

void query_finish(struct query *query)
{
    arena_finish(&query->arena);
    *query = (struct query){0};
}

bool query_is_empty(const struct query *query)
{
    return !query->n_terms && query->kind == KIND_NONE &&
           query->type == TYPE_NONE && !query->lang && !query->publisher &&
           !query->code && !query->reviewed.year;
}

bool query_has_filters(const struct query *query)
{
    for (size_t i = 0; i < query->n_terms; i++)
        if (query->terms[i].type != QUERY_WORD)
            return true;
    return query->kind != KIND_NONE || query->type != TYPE_NONE ||
           query->lang || query->publisher || query->code;
}
