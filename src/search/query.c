/* Parses a query. */
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

#define LEADING_MIN 3 /* letters of a kind before a colon, without "kind:" */

/* The text as typed, and the map to it from the folded text. */
struct unfolded {
    const char *text, *folded;
    struct fold_map map;
};

/* The position in the folded text, and the sentence there. */
struct query_parser {
    const struct unfolded *unfolded;
    const char *at, *end;
    const char *sentence_end;
    bool is_question; /* the sentence is a question */
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

/* Adds several words as one term. The last character of a run in a script
 * without spaces is left out, since the pair before has it. */
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
        if (term.ends_run)
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

static bool occurs_before(const struct query *query, const char *stems)
{
    for (size_t i = 0; i < query->n_terms; i++)
        if (query->terms[i].type == QUERY_WORD &&
            !strcmp(query->terms[i].stems, stems))
            return true;
    return false;
}

static const char *original_text(struct query *query,
                                 const struct unfolded *unfolded,
                                 const struct term *term)
{
    uint32_t at = (uint32_t)(term->text - unfolded->folded);
    uint32_t start = fold_map_start(&unfolded->map, at);
    uint32_t end = fold_map_end(&unfolded->map, at + (uint32_t)term->n_bytes);
    return arena_strndup(&query->arena, unfolded->text + start, end - start);
}

/* Adds each word of a text as a term. parser is NULL for the words of a
 * title. */
static void add_words(struct query *query, const struct query_parser *parser,
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
        if (term.ends_run)
            continue;
        bool is_repeated = parser && occurs_before(query, stem);
        /* A long text repeats many words, and the table of terms is limited. */
        if (is_repeated && query->n_terms > QUERY_TERMS_MAX / 2)
            continue;
        struct query_term *added =
            add_term(query, parser ? QUERY_WORD : QUERY_TITLE,
                     arena_strndup(&query->arena, word, n_word), stem);
        if (!added || !parser)
            continue;
        added->typed = original_text(query, parser->unfolded, &term);
        added->is_repeated = is_repeated;
        added->in_question = parser->is_question;
    }
}

static bool set_title(struct query *query, const char *value)
{
    size_t n_before = query->n_terms;
    add_words(query, NULL, value, strlen(value));
    return query->n_terms > n_before;
}

/* Reads the value of a filter: up to a space, or in quotation marks. */
static const char *read_value(struct query *query, struct query_parser *parser)
{
    const char *start = parser->at, *end;
    bool quoted = start < parser->end && *start == '"';
    start += quoted;
    for (end = start; end < parser->end; end++)
        if (quoted ? *end == '"' : is_space(*end))
            break;
    parser->at = end + (quoted && end < parser->end);
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

/* Reads a filter. Its value is skipped if it is incomplete ("kind:",
 * "kind:ris"), and read as words if it is not valid. */
static bool read_filter(struct query *query, struct query_parser *parser)
{
    const char *at = parser->at;
    while (at < parser->end && *at >= 'a' && *at <= 'z')
        at++;
    if (at == parser->end || *at != ':')
        return false;
    const char *name =
        arena_strndup(&query->arena, parser->at, (size_t)(at - parser->at));
    if (!filter_exists(name))
        return false;
    struct query_parser value = {.at = at + 1, .end = parser->end};
    const char *text = read_value(query, &value);
    enum filter_fit fit = set_filter(query, name, text);
    if (fit != FILTER_FITS && query->n_misfits < QUERY_MISFITS_MAX)
        query->misfits[query->n_misfits++] =
            (struct misfit){name, text, fit == FILTER_BEGINS};
    parser->at = *text && fit == FILTER_NO ? at + 1 : value.at;
    return true;
}

/* Reads a kind and a colon at the start: "side effects: ...". */
static void read_leading_kind(struct query *query, struct query_parser *parser)
{
    const char *colon =
        memchr(parser->at, ':', (size_t)(parser->end - parser->at));
    if (!colon)
        return;
    char *name =
        arena_strndup(&query->arena, parser->at, (size_t)(colon - parser->at));
    /* "type" is a filter, even though it is also the name of a kind. */
    if (!filter_exists(name) && strlen(name) >= LEADING_MIN &&
        filter_set(query, "kind", name) == FILTER_FITS)
        parser->at = colon + 1;
}

static void read_quoted(struct query *query, struct query_parser *parser,
                        enum query_term_type type)
{
    const char *start = ++parser->at;
    const char *end = memchr(start, '"', (size_t)(parser->end - start));
    if (!end)
        end = parser->end;
    add_phrase(query, type, start, (size_t)(end - start));
    parser->at = end + (end < parser->end);
}

/* Reads an exclusion: a "-" directly before a word or phrase. */
static bool read_excluded(struct query *query, struct query_parser *parser)
{
    if (parser->end - parser->at < 2 || *parser->at != '-' ||
        is_space(parser->at[1]) || parser->at[1] == '-')
        return false;
    parser->at++;
    if (*parser->at == '"') {
        read_quoted(query, parser, QUERY_NOT);
        return true;
    }
    const char *start = parser->at;
    while (parser->at < parser->end && !is_space(*parser->at))
        parser->at++;
    add_phrase(query, QUERY_NOT, start, (size_t)(parser->at - start));
    return true;
}

static const char *word_end(const struct query_parser *parser, const char *at)
{
    while (at < parser->end && !is_space(*at) && *at != '"')
        at++;
    return at;
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* Reads a word, or a number and the word after it, which may be its unit. */
static void read_words(struct query *query, struct query_parser *parser)
{
    const char *start = parser->at;
    parser->at = word_end(parser, start);
    if (is_digit(parser->at[-1]) && parser->at + 1 < parser->end &&
        *parser->at == ' ' && !is_space(parser->at[1]) &&
        parser->at[1] != '"' && parser->at[1] != '-')
        parser->at = word_end(parser, parser->at + 1);
    add_words(query, parser, start, (size_t)(parser->at - start));
}

static void add_question(struct query *query, const char *start,
                         const char *end)
{
    if (query->n_questions < QUERY_QUESTIONS_MAX)
        query->questions[query->n_questions++] =
            arena_strndup(&query->arena, start, (size_t)(end - start));
}

/* Begins a sentence. A query of one sentence is a question even without a
 * question mark. */
static void begin_sentence(struct query *query, struct query_parser *parser)
{
    bool first = !parser->sentence_end;
    parser->sentence_end =
        sentence_end(parser->at, parser->end, &parser->is_question);
    if (first && parser->sentence_end == parser->end)
        parser->is_question = true;
    if (parser->is_question)
        add_question(query, parser->at, parser->sentence_end);
}

static void read_all(struct query *query, struct query_parser *parser)
{
    while (parser->at < parser->end && query->n_terms < QUERY_TERMS_MAX) {
        if (is_space(*parser->at)) {
            parser->at++;
            continue;
        }
        if (!parser->sentence_end || parser->at >= parser->sentence_end)
            begin_sentence(query, parser);
        if (*parser->at == '"')
            read_quoted(query, parser, QUERY_PHRASE);
        else if (!read_excluded(query, parser) && !read_filter(query, parser))
            read_words(query, parser);
    }
}

/* In a long text, quotation marks are not operators. */
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
    struct query_parser parser = {
        .unfolded = &unfolded,
        .at = folded.data,
        .end = folded.data + folded.n_bytes,
    };
    while (parser.at < parser.end && is_space(*parser.at))
        parser.at++;
    read_leading_kind(query, &parser);
    read_all(query, &parser);
    query->is_last_incomplete =
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
