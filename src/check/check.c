/* Runs the rules over an article, and what they report with. */
#include "check/check.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/mem.h"
#include "base/strs.h"
#include "base/utf8.h"
#include "check/facts.h"
#include "check/remedy.h"
#include "check/rule.h"

#define REPORTS_MAX 100 /* of one rule: more help nobody */

void messages_init(struct messages *messages, struct arena *arena)
{
    *messages = (struct messages){.arena = arena};
}

void messages_finish(struct messages *messages)
{
    free(messages->items);
    *messages = (struct messages){0};
}

static void add(struct messages *out, struct diagnostic at,
                const struct rule *rule)
{
    at.line = at.line ? at.line : 1;
    at.column = at.column ? at.column : 1;
    at.code = rule->code;
    out->items =
        mem_grow(out->items, out->n, &out->capacity, sizeof *out->items);
    out->items[out->n++] = (struct message){.at = at, .rule = rule};
}

static void report(struct check *check, struct diagnostic at,
                   const char *format, va_list args)
    __attribute__((format(printf, 3, 0)));

bool report_is_full(const struct check *check)
{
    return check->n_reports >= REPORTS_MAX;
}

static void report(struct check *check, struct diagnostic at,
                   const char *format, va_list args)
{
    char text[1024];
    if (check->n_reports++ >= REPORTS_MAX)
        return;
    vsnprintf(text, sizeof text, format, args);
    at.severity = check->rule->severity;
    at.text = arena_strdup(check->out->arena, text);
    add(check->out, at, check->rule);
}

/* Columns are code points: bytes that go on with one do not count. */
static unsigned count_code_points(const char *text, size_t n_bytes)
{
    unsigned n = 0;
    for (size_t i = 0; i < n_bytes; i++)
        n += ((unsigned char)text[i] & 0xC0) != 0x80;
    return n;
}

static struct diagnostic place_of(struct check *check, size_t offset)
{
    struct cursor *cursor = &check->cursor;
    const struct article *article = check->article;
    const char *feed;
    if (offset > article->n_source_bytes)
        offset = article->n_source_bytes;
    if (offset < cursor->line_start)
        *cursor = (struct cursor){.line = 1};
    while (cursor->offset < offset &&
           (feed = memchr(article->source + cursor->offset, '\n',
                          offset - cursor->offset))) {
        cursor->offset = cursor->line_start =
            (size_t)(feed + 1 - article->source);
        cursor->line++;
    }
    if (offset > cursor->offset)
        cursor->offset = offset;
    return (struct diagnostic){
        .line = cursor->line,
        .column = 1 + count_code_points(article->source + cursor->line_start,
                                        offset - cursor->line_start)};
}

void report_at(struct check *check, size_t source_offset, const char *format,
               ...)
{
    va_list args;
    va_start(args, format);
    report(check, place_of(check, source_offset), format, args);
    va_end(args);
}

void report_line(struct check *check, unsigned line, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    report(check, (struct diagnostic){.line = line}, format, args);
    va_end(args);
}

/* The sentence that a word stands in. */
static const struct sentence *sentence_of(const struct prose *prose,
                                          size_t word)
{
    size_t low = 0, high = prose->n_sentences;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (prose->sentences[middle].first_word <= word)
            low = middle;
        else
            high = middle;
    }
    return &prose->sentences[low];
}

void report_word(struct check *check, size_t word, const char *format, ...)
{
    const struct prose *prose = &check->prose;
    size_t offset =
        check_source_of(check->article, sentence_of(prose, word)->block,
                        prose->words[word].start);
    va_list args;
    va_start(args, format);
    report(check, place_of(check, offset), format, args);
    va_end(args);
}

void report_remedy(struct check *check, size_t start, size_t end,
                   const char *text)
{
    if (check->n_reports > REPORTS_MAX)
        return;
    struct message *last = &check->out->items[check->out->n - 1];
    last->remedy = arena_strdup(check->out->arena, text);
    last->remedy_start = start;
    last->remedy_end = end;
}

void report_place(struct check *check, size_t word, unsigned *line,
                  unsigned *column)
{
    const struct prose *prose = &check->prose;
    struct diagnostic at = place_of(
        check, check_source_of(check->article, sentence_of(prose, word)->block,
                               prose->words[word].start));
    *line = at.line;
    *column = at.column;
}

void message_add(struct messages *messages, const struct rule *rule,
                 struct place place, const char *text)
{
    struct diagnostic at = {.line = place.line,
                            .column = place.column,
                            .severity = rule->severity,
                            .text = arena_strdup(messages->arena, text)};
    add(messages, at, rule);
}

size_t check_source_of(const struct article *article, const struct node *block,
                       size_t text_offset)
{
    for (const struct node *node = node_walk(block, block); node;
         node = node_walk(block, node)) {
        bool holds = node->type == NODE_TEXT &&
                     text_offset >= node->text_start &&
                     text_offset < node->text_end;
        if (holds && node->text_end - node->text_start ==
                         node->source_end - node->source_start)
            return node->source_start + (text_offset - node->text_start);
        if (holds)
            return node->source_start;
    }
    return article_source_at(article, text_offset);
}

const char *nearest_word(const char *wrong, const char *const *words, size_t n)
{
    const char *nearest = NULL;
    unsigned least = 3;
    for (size_t i = 0; i < n; i++) {
        unsigned distance = str_distance(wrong, words[i], least);
        if (distance < least) {
            least = distance;
            nearest = words[i];
        }
    }
    return nearest;
}

bool check_has_kind(const struct article *article, enum kind kind)
{
    if (article_find_kind(article, kind, SIZE_MAX) != SIZE_MAX)
        return true;
    return article_section_of_kind(article, kind, NO_SECTION) != NO_SECTION;
}

const struct section *check_section_of(const struct article *article,
                                       const struct node *node)
{
    size_t section = article_section_at(article, node->source_start);
    return section == NO_SECTION ? NULL : &article->sections[section];
}

/* What parsing found goes under the rule of the same name. */
static void add_found(struct messages *out, const struct article *article)
{
    const struct diagnostics *found = &article->diagnostics;
    unsigned body_line =
        meta_find(article->source, article->n_source_bytes).body_line;
    for (size_t i = 0; i < found->n; i++) {
        const struct rule *rule = check_rule_find(found->items[i].code);
        struct diagnostic at = found->items[i];
        at.text = arena_strdup(out->arena, at.text);
        add(out, at, rule ? rule : check_rules);
        /* Why the front matter could not be read: most else follows. */
        out->items[out->n - 1].is_cause =
            str_equal(found->items[i].code, "yaml") && at.line < body_line;
    }
    remedies_of_fields(article, out);
}

static bool comes_after(const struct message *a, const struct message *b)
{
    if (a->is_cause != b->is_cause)
        return b->is_cause;
    return a->at.line != b->at.line ? a->at.line > b->at.line
                                    : a->at.column > b->at.column;
}

/* Merges two sorted lists that lie behind each other; out is elsewhere. */
static void merge(const struct message *a, size_t n_a, size_t n_b,
                  struct message *out)
{
    const struct message *b = a + n_a, *end_a = b, *end_b = b + n_b;
    while (a < end_a && b < end_b)
        *out++ = comes_after(a, b) ? *b++ : *a++;
    while (a < end_a)
        *out++ = *a++;
    while (b < end_b)
        *out++ = *b++;
}

/* By merging: stable, which qsort is not. */
void messages_sort(struct messages *messages)
{
    size_t n = messages->n;
    struct message *spare = mem_calloc(n, sizeof *spare);
    for (size_t step = 1; step < n; step *= 2) {
        for (size_t at = 0; at < n; at += 2 * step) {
            size_t n_a = n - at < step ? n - at : step;
            size_t n_b = n - at - n_a < step ? n - at - n_a : step;
            merge(messages->items + at, n_a, n_b, spare + at);
        }
        struct message *sorted = spare;
        spare = messages->items;
        messages->items = sorted;
        messages->capacity = n;
    }
    free(spare);
}

/* Was it imported from a publisher elsewhere? */
static bool is_foreign(const struct article *article)
{
    const struct meta *meta = &article->meta;
    return meta->origin.publisher || meta->origin.url || meta->origin.id ||
           meta->origin.retrieved.year;
}

/* Where nothing states the language, the words have to look like it. */
static bool is_english(const struct prose *prose)
{
    return !strncmp(prose->article->lang, "en", 2) &&
           (!prose->article->lang_is_guessed || prose_looks_english(prose));
}

void check_article(const struct article *article,
                   const struct check_context *context, struct messages *out)
{
    struct check check = {
        .article = article,
        .context = context,
        .out = out,
        .cursor = {.line = 1},
        .odd = check_has_odd_characters(article),
        .foreign = is_foreign(article),
    };
    add_found(out, article);
    for (size_t i = 0; i < out->n; i++)
        check.broken = check.broken || out->items[i].is_cause;
    struct article *original = translation_open_original(article);
    check.original = original;
    prose_init(&check.prose, article);
    check.english = is_english(&check.prose);
    if (check.english)
        wordings_init(&check.wordings, &check.prose);
    for (check.rule = check_rules; check.rule->code; check.rule++) {
        check.n_reports = 0;
        if (check.rule->run)
            check.rule->run(&check);
    }
    if (out->facts)
        facts_collect(&check, out->facts);
    wordings_finish(&check.wordings);
    prose_finish(&check.prose);
    article_free(original);
    messages_sort(out);
}

size_t check_remedy(const struct article *article,
                    const struct messages *messages, struct buf *out)
{
    size_t n = 0, done = 0;
    for (size_t i = 0; i < messages->n; i++) {
        const struct message *message = &messages->items[i];
        if (!message->remedy || message->remedy_start < done)
            continue;
        buf_add_n(out, article->source + done, message->remedy_start - done);
        buf_add(out, message->remedy);
        done = message->remedy_end;
        n++;
    }
    buf_add_n(out, article->source + done, article->n_source_bytes - done);
    return n;
}
