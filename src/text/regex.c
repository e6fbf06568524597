/* Runs regular expressions as a Pike VM: it follows all threads through the
 * program at once, so that the time is at most proportional to the product of
 * text and pattern. */
#include "text/regex.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "text/regex_parse.h"

#define STEPS_MAX 20000000L

/* A thread: the step it is at, and where its match would begin. */
struct thread {
    uint32_t step;
    size_t start;
};

struct threads {
    struct thread items[REGEX_STEPS_MAX];
    size_t n;
};

struct regex {
    struct regex_program program;
    struct threads threads[2];
    /* The generation in which a step was last added. */
    size_t seen[REGEX_STEPS_MAX];
    uint32_t stack[2 * REGEX_STEPS_MAX]; /* scratch */
    size_t generation;
    long steps_left;
};

struct regex *regex_new(const char *pattern, size_t n_bytes, struct error *err)
{
    if (n_bytes > REGEX_MAX_BYTES) {
        error_set(err, _("The expression is too long"));
        return NULL;
    }
    struct regex *regex = mem_calloc(1, sizeof *regex);
    regex->steps_left = STEPS_MAX;
    if (!regex_parse(&regex->program, pattern, n_bytes, err)) {
        free(regex);
        return NULL;
    }
    return regex;
}

void regex_free(struct regex *regex)
{
    free(regex);
}

bool regex_is_exhausted(const struct regex *regex)
{
    return regex->steps_left <= 0;
}

/* Where in a text the matcher is. */
struct regex_place {
    const char *text;
    struct regex_range range;
    size_t at;
};

static bool assertion_holds(const struct regex_place *place, enum regex_op op)
{
    if (op == REGEX_START)
        return place->at == 0 || place->text[place->at - 1] == '\n';
    return place->at == place->range.end || place->text[place->at] == '\n';
}

/* Adds a thread, and those reached from it without consuming a character. If
 * several threads reach the same step, the first one is kept: its match begins
 * first. */
static void add_thread(struct regex *regex, struct threads *threads,
                       const struct regex_place *place, struct thread thread)
{
    uint32_t *stack = regex->stack;
    size_t n = 1;
    stack[0] = thread.step;
    while (n > 0) {
        uint32_t at = stack[--n];
        const struct regex_step *step = &regex->program.steps[at];
        if (regex->seen[at] == regex->generation)
            continue;
        regex->seen[at] = regex->generation;
        regex->steps_left--;
        if (step->op == REGEX_SPLIT)
            stack[n++] = (uint32_t)((int32_t)at + step->other);
        if (step->op == REGEX_SPLIT || step->op == REGEX_JUMP)
            stack[n++] = (uint32_t)((int32_t)at + step->to);
        else if (step->op != REGEX_START && step->op != REGEX_END)
            threads->items[threads->n++] = (struct thread){at, thread.start};
        else if (assertion_holds(place, step->op))
            stack[n++] = at + 1;
    }
}

static bool is_in_set(const struct regex_program *program,
                      const struct regex_step *step, uint32_t code_point)
{
    for (uint32_t i = step->from; i < step->end; i++)
        if (code_point >= program->ranges[i].first &&
            code_point <= program->ranges[i].last)
            return true;
    return false;
}

static bool accepts(const struct regex_program *program,
                    const struct regex_step *step, uint32_t code_point)
{
    switch (step->op) {
    case REGEX_CHAR: return step->from == code_point;
    case REGEX_ANY: return code_point != '\n';
    case REGEX_SET: return is_in_set(program, step, code_point);
    case REGEX_NOT_SET:
        return code_point != '\n' && !is_in_set(program, step, code_point);
    default: return false;
    }
}

/* The position, and the best match so far; start == end if there is none. */
struct search {
    struct regex_place place;
    struct regex_range match;
};

static bool has_match(const struct search *search)
{
    return search->match.end > search->match.start;
}

/* Records the match that ends here. Once there is a match, threads that begin
 * later are dropped. */
static void record_matches(const struct regex *regex, struct threads *now,
                           struct search *search)
{
    size_t n = 0;
    for (size_t i = 0; i < now->n; i++) {
        struct thread thread = now->items[i];
        bool ends = regex->program.steps[thread.step].op == REGEX_MATCH;
        if (has_match(search) && thread.start > search->match.start)
            continue;
        if (ends && thread.start < search->place.at)
            search->match =
                (struct regex_range){thread.start, search->place.at};
        now->items[n++] = thread;
    }
    now->n = n;
}

/* Advances every thread over the next character. */
static void advance(struct regex *regex, const struct threads *now,
                    struct threads *next, struct regex_place *place)
{
    uint32_t code_point;
    size_t left = place->range.end - place->at;
    place->at += utf8_decode(place->text + place->at, left, &code_point);
    regex->generation++;
    next->n = 0;
    for (size_t i = 0; i < now->n; i++) {
        struct thread thread = now->items[i];
        regex->steps_left--;
        if (!accepts(&regex->program, &regex->program.steps[thread.step],
                     code_point))
            continue;
        thread.step++;
        add_thread(regex, next, place, thread);
    }
}

bool regex_find(struct regex *regex, const char *text,
                struct regex_range *range)
{
    struct search search = {.place = {text, *range, range->start}};
    struct threads *now = &regex->threads[0], *next = &regex->threads[1];
    now->n = 0;
    regex->generation++;
    while (regex->steps_left > 0) {
        if (!has_match(&search))
            add_thread(regex, now, &search.place,
                       (struct thread){0, search.place.at});
        record_matches(regex, now, &search);
        if (search.place.at == range->end || (has_match(&search) && !now->n))
            break;
        advance(regex, now, next, &search.place);
        struct threads *swap = now;
        now = next;
        next = swap;
    }
    *range = search.match;
    return has_match(&search);
}
