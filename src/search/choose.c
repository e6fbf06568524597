/* From what is wanted to what is looked up: words, how they may go on, what
 * they may have meant, what else they are called. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "search/change.h"
#include "search/lay.h"
#include "search/seek.h"
#include "search/spelling.h"
#include "search/starts.h"
#include "index/terms.h"

#define COMPLETIONS_MAX 8
#define COMPLETION_FACTOR 0.5
/* What a question is about is said early. */
#define LATER_COUNTS_LESS 0.05
#define NUMBER_FACTOR 0.5
#define RARE_SECTIONS 2
#define START_FACTOR 0.25

int64_t seek_count(struct seek *seek, const char *stem)
{
    db_bind_text(seek->count_stem, 1, stem);
    int64_t n = 0;
    if (db_step(seek->count_stem) == DB_ROW) {
        n = db_long(seek->count_stem, 0);
        db_reset(seek->count_stem);
    }
    return n;
}

void seek_add(struct seek *seek, size_t want, const char *stems, int64_t n,
              double factor)
{
    if (seek->n_sought == SOUGHT_MAX)
        return;
    double others = (double)(seek->n_sections - n);
    seek->sought[seek->n_sought++] = (struct sought){
        .want = want,
        .n_wants = 1,
        .stems = arena_strdup(&seek->query.arena, stems),
        .n = n,
        .worth = factor / (1 + LATER_COUNTS_LESS * (double)want) *
                 log(1 + (fmax(others, 0) + 0.5) / ((double)n + 0.5)),
    };
}

/* A letter or two that no text has as a word: nothing is known by them yet. */
static bool is_begun(const struct seek *seek, size_t want)
{
    return seek->last_is_begun && want + 1 == seek->query.n_wants;
}

/* Words of questions are looked for only where there are no others. */
bool seek_is_topic(const struct seek *seek, size_t i)
{
    bool any_topic = false, any_kind = false;
    for (size_t j = 0; j < seek->query.n_wants; j++) {
        const struct want *other = &seek->query.wants[j];
        if (other->type == WANT_NOT || other->is_common || is_begun(seek, j))
            continue;
        any_topic = any_topic || !other->names_kind;
        any_kind = any_kind || other->names_kind;
    }
    const struct want *want = &seek->query.wants[i];
    if (want->type == WANT_NOT)
        return false;
    return is_begun(seek, i) || want->type == WANT_PHRASE ||
           want->type == WANT_TITLE ||
           (any_topic  ? !want->is_common && !want->names_kind
            : any_kind ? want->names_kind
                       : true);
}

bool seek_is_number(const struct seek *seek, size_t want)
{
    const char *text = seek->query.wants[want].text;
    return text[strspn(text, "0123456789")] == '\0';
}

uint64_t seek_wants_of(const struct sought *sought)
{
    _Static_assert(QUERY_WANTS_MAX <= 64, "a bit each");
    uint64_t all = UINT64_MAX >> (64 - sought->n_wants);
    return all << sought->want;
}

int64_t seek_count_phrase(struct seek *seek, const char *stems)
{
    int64_t least = INT64_MAX;
    while (*stems) {
        char stem[TERM_MAX_BYTES + 1] = "";
        size_t n = strcspn(stems, " ");
        memcpy(stem, stems, n < TERM_MAX_BYTES ? n : TERM_MAX_BYTES);
        int64_t here = seek_count(seek, stem);
        least = here < least ? here : least;
        stems += n + (stems[n] == ' ');
    }
    return least == INT64_MAX ? 0 : least;
}

static bool is_sought(const struct seek *seek, const char *stem)
{
    for (size_t i = 0; i < seek->n_sought; i++)
        if (!strcmp(seek->sought[i].stems, stem))
            return true;
    return false;
}

/* Words of a table that begin like the one that is being typed. */
static size_t complete_from(struct seek *seek, const char *sql, size_t want)
{
    struct db_query *query = db_query(seek->db, sql);
    size_t n_added = 0;
    db_bind_text(query, 1, seek->query.wants[want].text);
    while (n_added < COMPLETIONS_MAX && db_step(query) == DB_ROW) {
        const char *word = db_text(query, 0);
        char stem[TERM_MAX_BYTES + 1];
        word_stem(word, stem);
        int64_t n = seek_count(seek, stem);
        if (n > 0 && !is_sought(seek, stem)) {
            seek_add(seek, want, stem, n, COMPLETION_FACTOR);
            n_added++;
        }
    }
    db_query_free(query);
    return n_added;
}

/* Words of names first, the more frequent before. */
static size_t add_completions(struct seek *seek, size_t want)
{
    static const char in_names[] =
        "SELECT word FROM name_word WHERE word>?1"
        " AND word<?1||char(1114111) ORDER BY n DESC LIMIT 24";
    static const char in_texts[] =
        "SELECT stem FROM stem WHERE stem>?1"
        " AND stem<?1||char(1114111) ORDER BY n DESC LIMIT 24";
    size_t n = complete_from(seek, in_names, want);
    return n ? n : complete_from(seek, in_texts, want);
}

/* A letter or two, as it is typed: names that begin so. True if that is all
 * there is to look for: a text has any two letters somewhere. */
static bool add_start(struct seek *seek, size_t i, int64_t n)
{
    const struct query *query = &seek->query;
    const char *text = query->wants[i].text;
    seek_add(seek, i, text, n, n ? 1 : START_FACTOR);
    struct sought *sought = &seek->sought[seek->n_sought - 1];
    sought->is_start = true;
    sought->n = 0;
    if (query->n_wants > 1 || seek_has_filters(seek))
        return false;
    bool known = lay_knows(query, i);
    if (!starts_find(seek, text) && !known)
        change_add(seek->results, CHANGE_NO_NAME, text, "");
    return !known;
}

static bool is_open(const struct seek *seek, size_t i)
{
    return seek->query.is_last_open && i + 1 == seek->query.n_wants &&
           !seek->options->whole;
}

static void add_word(struct seek *seek, size_t i)
{
    const struct want *want = &seek->query.wants[i];
    bool open = is_open(seek, i);
    int64_t n = seek_count(seek, want->stems);
    size_t n_completions = 0;
    if (open && seek->n_sought < SOUGHT_MAX && starts_is_short(want->text) &&
        add_start(seek, i, n))
        return;
    if (n > 0)
        seek_add(seek, i, want->stems, n,
                 seek_is_number(seek, i) ? NUMBER_FACTOR : 1);
    if (open && strlen(want->text) >= 3)
        n_completions = add_completions(seek, i);
    if (n <= RARE_SECTIONS)
        spelling_add(seek, i, !n && !n_completions);
}

static bool find_begun(struct seek *seek)
{
    size_t last = seek->query.n_wants - 1;
    return seek->query.n_wants && is_open(seek, last) &&
           !seek_is_number(seek, last) &&
           starts_is_short(seek->query.wants[last].text) &&
           !seek_count(seek, seek->query.wants[last].stems);
}

void choose_sought(struct seek *seek)
{
    seek->last_is_begun = find_begun(seek);
    for (size_t i = 0; i < seek->query.n_wants; i++) {
        const struct want *want = &seek->query.wants[i];
        if (!seek_is_topic(seek, i) || want->again)
            continue;
        if (want->type == WANT_WORD)
            add_word(seek, i);
        else
            seek_add(seek, i, want->stems, seek_count_phrase(seek, want->stems),
                     1);
    }
    phrases_add(seek);
    if (!seek->options->as_typed)
        phrases_add_synonyms(seek);
}
