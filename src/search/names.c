/* Names of articles against the words of a query. */
#include "search/names.h"

#include <math.h>
#include <string.h>

#include "search/asking.h"
#include "index/terms.h"

#define NAME_WORDS_MAX 10
#define WITHIN 0.5          /* a name that stands in a longer one */
#define WORTH_OF_OTHERS 5.0 /* of a word that was not asked for */

/* Do the words of n_bytes stand in " a b c "? */
static bool has_words(const struct buf *spaced, const char *stems,
                      size_t n_bytes)
{
    const char *at = spaced->data, *end = at + spaced->n_bytes;
    while ((at = memmem(at, (size_t)(end - at), stems, n_bytes))) {
        if (at > spaced->data && at[-1] == ' ' && at[n_bytes] == ' ')
            return true;
        at++;
    }
    return false;
}

/* Does a word in " a b c " begin so? */
static bool has_start(const struct buf *spaced, const char *start)
{
    const char *at = spaced->data;
    size_t n_bytes = strlen(start);
    while ((at = strchr(at, ' ')))
        if (!strncmp(++at, start, n_bytes))
            return true;
    return false;
}

static bool is_among(const char *stems, const char *stem, size_t n_bytes)
{
    while (*stems) {
        size_t n = strcspn(stems, " ");
        if (n == n_bytes && !memcmp(stems, stem, n))
            return true;
        stems += n + (stems[n] == ' ');
    }
    return false;
}

/* Worth of the words of a name that nobody asked for; matched has a bit for
 * each of sought that the name has. */
static double worth_of_rest(const struct seek *seek, const struct buf *spaced,
                            uint64_t matched)
{
    double sum = 0;
    for (const char *at = spaced->data + 1; *at && *at != ' ';) {
        char stem[TERM_MAX_BYTES + 1] = "";
        size_t n = strcspn(at, " ");
        bool asked = false;
        for (size_t i = 0; i < seek->n_sought && !asked; i++)
            asked =
                (matched >> i & 1) && is_among(seek->sought[i].stems, at, n);
        memcpy(stem, at, n < TERM_MAX_BYTES ? n : TERM_MAX_BYTES);
        if (!asked && !asking_is_common(stem))
            sum += WORTH_OF_OTHERS;
        at += n + (at[n] == ' ');
    }
    return sum;
}

/* Worth of each want that a name has; a bit for each of sought that it
 * has. */
static uint64_t find_worths(const struct seek *seek, const struct buf *spaced,
                            double *worths)
{
    uint64_t matched = 0;
    memset(worths, 0, QUERY_WANTS_MAX * sizeof *worths);
    for (size_t i = 0; i < seek->n_sought; i++) {
        const struct sought *sought = &seek->sought[i];
        if (sought->is_start
                ? !has_start(spaced, sought->stems)
                : !has_words(spaced, sought->stems, strlen(sought->stems)))
            continue;
        matched |= (uint64_t)1 << i;
        worths[sought->want] = fmax(worths[sought->want], sought->worth);
    }
    return matched;
}

/* Half, where it only stands in a longer name: "iron" in "iron overdose". */
static double share_of_exact(const struct seek *seek, const struct buf *spaced)
{
    const char *stems = spaced->data + 1;
    size_t n_bytes = spaced->n_bytes - 2;
    bool within = false;
    if (spaced->n_bytes <= 2 || !has_words(&seek->spaced, stems, n_bytes))
        return 0;
    for (size_t i = 0; i < seek->n_runs && !within; i++) {
        struct buf run;
        buf_init(&run);
        buf_add_char(&run, ' ');
        for (size_t k = 0; k < seek->runs[i].n; k++)
            buf_printf(&run, "%s ", seek->stems[seek->runs[i].start + k]);
        within =
            run.n_bytes > spaced->n_bytes && has_words(&run, stems, n_bytes);
        buf_finish(&run);
    }
    return within ? WITHIN : 1;
}

static void match_one(const struct seek *seek, const struct buf *spaced,
                      double *any, struct name_match *match)
{
    double worths[QUERY_WANTS_MAX], sum = 0;
    uint64_t matched = find_worths(seek, spaced, worths);
    if (!matched)
        return;
    for (size_t i = 0; i < seek->query.n_wants; i++) {
        any[i] = fmax(any[i], worths[i]);
        sum += worths[i];
    }
    double covered = fmin(sum / seek->worth, 1);
    double covers = sum / (sum + worth_of_rest(seek, spaced, matched));
    if (covered + covers > match->covered + match->covers) {
        match->covered = covered;
        match->covers = covers;
        match->wants = 0;
        for (size_t i = 0; i < seek->n_sought; i++)
            match->wants |=
                matched >> i & 1 ? seek_wants_of(&seek->sought[i]) : 0;
    }
    match->exact = fmax(match->exact, share_of_exact(seek, spaced));
}

void names_match(const struct seek *seek, const char *names,
                 struct name_match *match)
{
    double any[QUERY_WANTS_MAX] = {0}, sum = 0;
    struct buf spaced;
    *match = (struct name_match){0};
    buf_init(&spaced);
    while (*names && seek->worth > 0) {
        size_t n = strcspn(names, "\n");
        buf_clear(&spaced);
        buf_add_char(&spaced, ' ');
        buf_add_n(&spaced, names, n);
        buf_add_char(&spaced, ' ');
        match_one(seek, &spaced, any, match);
        names += n + (names[n] == '\n');
    }
    for (size_t i = 0; i < seek->query.n_wants; i++)
        sum += any[i];
    if (seek->worth > 0)
        match->name = fmin(sum / seek->worth, 1);
    buf_finish(&spaced);
}

/* Is there a word in the query from i on, n of them, that is no word of
 * questions? */
static bool says_something(const struct query *query, size_t i, size_t n)
{
    for (size_t k = i; k < i + n; k++)
        if (!query->wants[k].is_common && !query->wants[k].names_kind)
            return true;
    return false;
}

static bool is_word_run(const struct query *query, size_t i, size_t n)
{
    for (size_t k = i; k < i + n; k++)
        if (query->wants[k].type == WANT_NOT)
            return false;
    return true;
}

static size_t add_named(struct db_query *query, int64_t *articles, size_t n,
                        size_t n_max)
{
    while (n < n_max && db_step(query) == DB_ROW) {
        int64_t article = db_long(query, 0);
        bool known = false;
        for (size_t i = 0; i < n; i++)
            known = known || articles[i] == article;
        if (!known)
            articles[n++] = article;
    }
    db_reset(query);
    return n;
}

size_t names_find_exact(struct seek *seek, int64_t *articles, size_t n_max)
{
    const struct query *wanted = &seek->query;
    struct db_query *query =
        db_query(seek->db, "SELECT article FROM name WHERE stems=?1");
    size_t n = 0;
    struct buf stems;
    buf_init(&stems);
    for (size_t length = NAME_WORDS_MAX; length > 0 && query; length--) {
        for (size_t i = 0; i + length <= wanted->n_wants && n < n_max; i++) {
            if (!is_word_run(wanted, i, length) ||
                !says_something(wanted, i, length))
                continue;
            buf_clear(&stems);
            for (size_t k = i; k < i + length; k++)
                buf_printf(&stems, "%s%s", k > i ? " " : "", seek->stems[k]);
            db_bind_long(query, 1, terms_hash(stems.data, stems.n_bytes));
            n = add_named(query, articles, n, n_max);
        }
    }
    buf_finish(&stems);
    db_query_free(query);
    return n;
}

int64_t names_hash(const struct seek *seek, const struct run *run)
{
    struct buf stems;
    buf_init(&stems);
    for (size_t i = run->start; i < run->start + run->n; i++)
        buf_printf(&stems, "%s%s", i > run->start ? " " : "",
                   seek->query.wants[i].stems);
    int64_t hash = terms_hash(stems.data, stems.n_bytes);
    buf_finish(&stems);
    return hash;
}

static bool is_name(const struct seek *seek, struct db_query *query,
                    size_t start, size_t n)
{
    db_bind_long(query, 1, names_hash(seek, &(struct run){start, n}));
    bool found = db_step(query) == DB_ROW;
    db_reset(query);
    return found;
}

static void add_run(struct seek *seek, size_t start, size_t n)
{
    if (seek->n_runs < RUNS_MAX)
        seek->runs[seek->n_runs++] = (struct run){start, n};
    for (size_t i = start; i < start + n && n > 1; i++) {
        seek->query.wants[i].in_name = true;
        seek->query.wants[i].names_kind = false;
    }
}

void names_find_runs(struct seek *seek)
{
    const struct query *wanted = &seek->query;
    struct db_query *query =
        db_query(seek->db, "SELECT 1 FROM name WHERE stems=?1");
    for (size_t i = 0, n; i < wanted->n_wants; i += n ? n : 1) {
        n = wanted->n_wants - i;
        n = n < NAME_WORDS_MAX ? n : NAME_WORDS_MAX;
        while (n > 0 &&
               (!is_word_run(wanted, i, n) || !says_something(wanted, i, n) ||
                !is_name(seek, query, i, n)))
            n--;
        if (n > 0)
            add_run(seek, i, n);
    }
    db_query_free(query);
}
