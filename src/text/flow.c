/* Collects the text of a paragraph and makes it safe: all text of an article
 * that is shown passes through here. */
#include "text/flow.h"

#include <stdlib.h>
#include <string.h>

#include "base/code_point.h"
#include "base/grapheme.h"
#include "base/mem.h"
#include "base/safe.h"
#include "base/utf8.h"

static const struct text_range nowhere = {NO_TEXT, NO_TEXT};

struct flow_style flow_style(enum role role)
{
    return (struct flow_style){
        .role = (uint8_t)role, .link = -1, .reference = -1};
}

void flow_init(struct flow *flow, const char *source,
               const struct charset *charset)
{
    *flow = (struct flow){.source = source, .charset = charset};
    buf_init(&flow->text);
    buf_init(&flow->breaks);
}

void flow_finish(struct flow *flow)
{
    free(flow->runs);
    buf_finish(&flow->text);
    buf_finish(&flow->breaks);
}

void flow_clear(struct flow *flow)
{
    buf_clear(&flow->text);
    flow->n_runs = 0;
    flow->hanging = 0;
    flow->keep_spaces = false;
}

static bool style_equal(struct flow_style a, struct flow_style b)
{
    return a.role == b.role && a.attributes == b.attributes &&
           a.link == b.link && a.reference == b.reference;
}

/* Tells whether the bytes of a run are those of the article. */
static bool is_verbatim(const struct flow_run *run)
{
    return run->shows.start != NO_TEXT && !run->glued &&
           run->end - run->start == run->shows.end - run->shows.start;
}

static bool can_join(const struct flow_run *run, const struct flow_run *next)
{
    if (next->glued || !style_equal(run->style, next->style))
        return false;
    return run->shows.start == NO_TEXT
               ? next->shows.start == NO_TEXT
               : is_verbatim(run) && is_verbatim(next) &&
                     run->shows.end == next->shows.start;
}

/* Makes a run of the text appended since run.start, or extends the last run
 * with it. */
static void add_run(struct flow *flow, struct flow_run run)
{
    run.end = (uint32_t)flow->text.n_bytes;
    if (run.end == run.start)
        return;
    struct flow_run *last = flow->n_runs ? &flow->runs[flow->n_runs - 1] : NULL;
    if (last && can_join(last, &run)) {
        last->end = run.end;
        last->shows.end = run.shows.end;
        return;
    }
    flow->runs =
        mem_grow(flow->runs, flow->n_runs, &flow->capacity, sizeof run);
    flow->runs[flow->n_runs++] = run;
}

/* Tells whether safe is the text without its default-ignorable code points,
 * such as variation selectors. */
static bool lacks_ignorables(const char *text, size_t n_bytes, const char *safe)
{
    for (size_t at = 0, n; at < n_bytes; at += n) {
        uint32_t code_point;
        n = utf8_decode(text + at, n_bytes - at, &code_point);
        if (strncmp(safe, text + at, n) == 0)
            safe += n;
        else if (!(code_point_traits(code_point) & CODE_POINT_IGNORABLE))
            return false;
    }
    return !*safe;
}

/* Returns the role of the replacement for a cluster that cannot be shown as it
 * is. ROLE_CONTROL makes what was unsafe stand out; a character that the
 * character set merely lacks keeps the role of its text. */
static enum role role_of_replacement(const struct flow *flow,
                                     struct text_range shows, size_t safe_start,
                                     enum role role)
{
    size_t n_bytes = shows.end - shows.start;
    const char *safe = flow->text.data + safe_start;
    bool harmless =
        !strcmp(safe, " ") ||
        lacks_ignorables(flow->source + shows.start, n_bytes, safe) ||
        safe_prefix(flow->source + shows.start, n_bytes, NULL) == n_bytes;
    return harmless ? role : ROLE_CONTROL;
}

/* Adds text. What is not safe is added cluster by cluster, so that every span
 * knows exactly which text it shows. */
static void add_safe(struct flow *flow, struct text_range shows,
                     struct flow_style style)
{
    while (shows.start < shows.end) {
        const char *text = flow->source + shows.start;
        size_t n_bytes = shows.end - shows.start;
        struct flow_run run = {.start = (uint32_t)flow->text.n_bytes,
                               .style = style};
        size_t n_safe = safe_prefix(text, n_bytes, flow->charset);
        size_t step = n_safe ? n_safe : grapheme_next(text, n_bytes);
        run.shows =
            (struct text_range){shows.start, shows.start + (uint32_t)step};
        if (n_safe) {
            buf_add_n(&flow->text, text, n_safe);
        } else {
            safe_text(text, step, flow->charset, &flow->text);
            run.style.role = (uint8_t)role_of_replacement(
                flow, run.shows, run.start, style.role);
        }
        add_run(flow, run);
        shows.start += (uint32_t)step;
    }
}

/* Unlike isspace, excludes \v and \f, which are shown in caret notation. */
static bool is_space(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

static bool ends_in_space(const struct flow *flow)
{
    size_t n_bytes = flow->text.n_bytes;
    return !n_bytes || is_space(flow->text.data[n_bytes - 1]);
}

/* Returns the end of the text that can be added before white space has to be
 * collapsed. */
static uint32_t end_before_second_space(const struct flow *flow,
                                        struct text_range shows)
{
    uint32_t at = shows.start + 1;
    while (at < shows.end &&
           !(is_space(flow->source[at]) && is_space(flow->source[at - 1])))
        at++;
    return at;
}

void flow_add(struct flow *flow, struct text_range shows,
              struct flow_style style)
{
    while (shows.start < shows.end) {
        if (flow->keep_spaces) {
            add_safe(flow, shows, style);
            return;
        }
        if (is_space(flow->source[shows.start]) && ends_in_space(flow)) {
            shows.start++;
            continue;
        }
        uint32_t end = end_before_second_space(flow, shows);
        add_safe(flow, (struct text_range){shows.start, end}, style);
        shows.start = end;
    }
}

static void add_words(struct flow *flow, const char *words, struct flow_run run)
{
    run.start = (uint32_t)flow->text.n_bytes;
    safe_text(words, strlen(words), flow->charset, &flow->text);
    add_run(flow, run);
}

void flow_add_words(struct flow *flow, const char *words,
                    struct flow_style style)
{
    add_words(flow, words, (struct flow_run){.shows = nowhere, .style = style});
}

void flow_add_replacement(struct flow *flow, struct text_range shows,
                          const char *words, struct flow_style style)
{
    add_words(flow, words,
              (struct flow_run){.shows = shows, .style = style, .glued = true});
}

void flow_add_glued(struct flow *flow, const char *words,
                    struct flow_style style)
{
    flow_add_replacement(flow, nowhere, words, style);
}

void flow_add_break(struct flow *flow)
{
    struct flow_run run = {.start = (uint32_t)flow->text.n_bytes,
                           .shows = nowhere,
                           .style = flow_style(ROLE_TEXT)};
    buf_add_char(&flow->text, '\n');
    add_run(flow, run);
}

struct span flow_span(const char *text, size_t n_bytes, enum role role)
{
    return (struct span){
        .text = text,
        .n_bytes = (uint32_t)n_bytes,
        .cells = (uint16_t)grapheme_text_cells(text, n_bytes),
        .role = (uint8_t)role,
        .text_start = NO_TEXT,
        .text_end = NO_TEXT,
        .link = -1,
        .reference = -1,
    };
}

struct span flow_words_span(struct arena *arena, const struct charset *charset,
                            const char *words, enum role role)
{
    struct buf safe;
    buf_init(&safe);
    safe_text(words, strlen(words), charset, &safe);
    const char *text = arena_strndup(arena, safe.data, safe.n_bytes);
    struct span span = flow_span(text, safe.n_bytes, role);
    buf_finish(&safe);
    return span;
}
