/* Runs a search, from the text typed to the results. */
#include "search/search.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "index/index_data.h"
#include "library/name.h"
#include "search/candidates.h"
#include "search/drug_pair.h"
#include "search/filter.h"
#include "search/kind_words.h"
#include "search/publishers.h"
#include "search/query_names.h"
#include "search/question_words.h"
#include "search/ranking.h"
#include "search/red_flags.h"
#include "search/synonyms.h"
#include "search/title_candidates.h"
#include "search/unmatched.h"

/* Returns advice for finding more, or NULL if there is none. */
static const char *find_advice(const struct query *query, size_t n_unmatched)
{
    bool phrase = false, title = false, excluded = false, any = false;
    for (size_t i = 0; i < query->n_terms; i++) {
        phrase = phrase || query->terms[i].type == QUERY_PHRASE;
        title = title || query->terms[i].type == QUERY_TITLE;
        excluded = excluded || query->terms[i].type == QUERY_NOT;
        any = any || query->terms[i].type != QUERY_NOT;
    }
    const struct {
        bool is_there;
        const char *advice;
    } advices[] = {
        {query->kind != KIND_NONE, N_("Try it without the kind")},
        {query->type != TYPE_NONE, N_("Try it without type:")},
        {query->lang, N_("Try it without lang:")},
        {query->publisher, N_("Try it without pub:")},
        {query->code, N_("Try it without the code")},
        {query->reviewed.year, N_("Try it without reviewed:")},
        {phrase, N_("Try it without the quotation marks")},
        {title, N_("Try it without title:")},
        {excluded && !any, N_("Add a word to search for")},
        {excluded, N_("Try it without the words after -")},
        {n_unmatched, N_("Check the spelling, or try another name")},
        {query->n_terms > 1, N_("Try fewer words")},
        {query->n_terms == 1, N_("Try another word")},
    };
    for (size_t i = 0; i < sizeof advices / sizeof *advices; i++)
        if (advices[i].is_there)
            return _(advices[i].advice);
    return NULL;
}

/* Notes a filter whose value cannot be used, and lists the values it takes. */
static void note_misfit(struct db *db, const struct misfit *misfit,
                        struct notes *notes)
{
    struct buf values;
    if (!misfit->begins) {
        search_notes_add(notes, NOTE_NO_VALUE, misfit->value,
                         filter_noun(misfit->filter));
        return;
    }
    buf_init(&values);
    if (publishers_add_values(db, misfit->filter, &values))
        search_notes_add(notes, NOTE_VALUES, misfit->filter, values.data);
    else if (filter_add_values(misfit->filter, misfit->value, &values))
        search_notes_add(notes, NOTE_MAY_BE, misfit->value, values.data);
    else
        search_notes_add(notes, NOTE_VALUES, misfit->filter, values.data);
    buf_finish(&values);
}

/* Lets the caller interrupt the running statement; the results are then
 * discarded. */
struct stop {
    const struct search_options *options;
    bool is_stopped;
};

static bool should_stop(void *context)
{
    struct stop *stop = context;
    stop->is_stopped =
        stop->is_stopped || stop->options->stop(stop->options->context);
    return stop->is_stopped;
}

/* Copies the words to be highlighted. */
static void copy_words(const struct lookups *lookups,
                       struct search_results *results)
{
    struct arena *arena = &results->arena;
    const char **words = arena_alloc(arena, (lookups->n + 1) * sizeof *words);
    double *weights = arena_alloc(arena, (lookups->n + 1) * sizeof *weights);
    for (size_t i = 0; i < lookups->n; i++) {
        const struct lookup *lookup = &lookups->items[i];
        if (lookup->is_prefix)
            continue;
        weights[results->n_words] = lookup->weight;
        words[results->n_words++] = arena_strdup(arena, lookup->words);
    }
    results->words = words;
    results->weights = weights;
}

static void copy_unmatched(const struct lookups *lookups,
                           struct search_results *results)
{
    size_t n = lookups->n_unmatched;
    results->unmatched =
        arena_alloc(&results->arena, (n + 1) * sizeof *results->unmatched);
    for (size_t i = 0; i < n; i++)
        results->unmatched[i] =
            arena_strdup(&results->arena, lookups->unmatched[i]);
    results->n_unmatched = n;
}

static void count_sections(struct search_context *context)
{
    int64_t n_words =
        db_number(context->db, "SELECT n FROM counter WHERE name='words'", 0);
    context->n_sections = db_number(
        context->db, "SELECT n FROM counter WHERE name='sections'", 0);
    context->mean_words =
        context->n_sections ? (double)n_words / (double)context->n_sections : 1;
    if (context->mean_words < 1)
        context->mean_words = 1;
}

/* Notes the kinds that were inferred from an abbreviation or a prefix, or that
 * became a filter, since that may be mistaken. */
static void note_kinds(const struct query *query, const char *lang,
                       struct notes *notes)
{
    if (query->is_kind_alone)
        search_notes_add(notes, NOTE_KIND, "", kind_label(query->kind, lang));
    for (size_t i = 0; i < query->n_terms; i++) {
        const struct query_term *term = &query->terms[i];
        if (!term->asks_briefly || term->in_name)
            continue;
        struct search_note *note = search_notes_add(
            notes, NOTE_KIND, term->typed, kind_label(term->asks, lang));
        if (term->asks_also != KIND_NONE)
            note->others = kind_label(term->asks_also, lang);
    }
}

/* Finds the languages in which the texts of this library were stemmed, English
 * first. */
static void find_languages(struct search_context *context)
{
    struct db_query *query =
        db_query(context->db, "SELECT lang FROM language ORDER BY lang<>'en'");
    while (context->n_languages < STEM_LANGUAGES && db_step(query) == DB_ROW) {
        unsigned language = stem_language(db_text(query, 0));
        bool known = false;
        for (size_t i = 0; i < context->n_languages; i++)
            known = known || context->languages[i] == language;
        if (!known)
            context->languages[context->n_languages++] = language;
    }
    db_query_free(query);
}

static void read_query(struct query *query,
                       const struct search_context *context,
                       struct notes *notes)
{
    query_names_find(query, context->db);
    if (!context->options->as_typed)
        kind_words_complete(query, context->db);
    query->asks_interaction = drug_pair_is_asked(query, context->db);
    drug_pair_find_entities(query, context->db);
    question_words_choose_kind(query);
    note_kinds(query, context->lang, notes);
}

static enum db_result find_results(const struct lookups *lookups,
                                   const struct stop *stop, struct notes *notes,
                                   struct search_results *results)
{
    struct candidates *candidates = mem_calloc(1, sizeof *candidates);
    candidates_find(candidates, lookups);
    if (!query_has_filters(lookups->query))
        title_candidates_find(candidates);
    results->is_cut = candidates->is_cut;
    if (!stop->is_stopped)
        ranking_run(candidates, results);
    unmatched_add_notes(candidates, results->n, notes);
    enum db_result failed = candidates->failed;
    free(candidates);
    return failed;
}

/* Runs all steps in one transaction, so that the index does not change between
 * them. */
static enum db_result run(struct search_context *context, struct query *query,
                          struct notes *notes, struct search_results *results)
{
    struct lookups *lookups = mem_calloc(1, sizeof *lookups);
    struct stop stop = {.options = context->options};
    db_on_step(context->db, context->options->stop ? should_stop : NULL, &stop);
    db_run(context->db, "BEGIN");
    context->count_stem =
        db_query(context->db, "SELECT n FROM stem WHERE stem=?1");
    count_sections(context);
    find_languages(context);
    read_query(query, context, notes);
    lookups_init(lookups, context, query, notes);
    enum db_result failed = find_results(lookups, &stop, notes, results);
    copy_words(lookups, results);
    copy_unmatched(lookups, results);
    lookups_finish(lookups);
    db_query_free(context->count_stem);
    db_run(context->db, "COMMIT");
    db_on_step(context->db, NULL, NULL);
    results->stopped = stop.is_stopped;
    free(lookups);
    return failed;
}

/* Returns the reader's language: English if the locale names none. */
static const char *reader_language(const struct search_options *options)
{
    const char *lang = options->lang ? options->lang : name_locale_language();
    bool none = !*lang || name_same_language(lang, "C") ||
                name_same_language(lang, "POSIX");
    return none ? "en" : lang;
}

static enum db_result try_search(struct index *index, const char *text,
                                 const struct search_options *options,
                                 struct search_results *results)
{
    struct search_context context = {
        .db = index->db, .options = options, .lang = reader_language(options)};
    struct notes notes = {.arena = &results->arena};
    struct query *query = mem_calloc(1, sizeof *query);
    enum db_result failed = DB_DONE;
    results->is_emergency = red_flags_has(text);
    query_init(query, text, strlen(text));
    for (size_t i = 0; i < query->n_misfits; i++)
        note_misfit(index->db, &query->misfits[i], &notes);
    publishers_add_note(index->db, query, &notes);
    if (!query_is_empty(query))
        failed = run(&context, query, &notes, results);
    results->asked = query->asked;
    search_notes_format(&notes);
    results->notes = notes.items;
    results->n_notes = notes.n;
    results->widen =
        results->n ? NULL : find_advice(query, results->n_unmatched);
    query_finish(query);
    free(query);
    return failed;
}

struct search_results *search_run(struct index *index, const char *text,
                                  const struct search_options *options)
{
    struct search_results *results = mem_calloc(1, sizeof *results);
    enum db_result failed = index_refresh(index)
                                ? try_search(index, text, options, results)
                                : DB_FAILED;
    if (index_mend(index, failed)) {
        arena_finish(&results->arena);
        *results = (struct search_results){.mended = true};
    }
    return results;
}

const char *search_emergency_text(void)
{
    return _("If this may be an emergency, call your local emergency number "
             "now.");
}

enum kind search_find_kind(const char *words)
{
    struct query *query = mem_calloc(1, sizeof *query);
    query_init(query, words, strlen(words));
    enum kind kind = kind_words_whole(query);
    query_finish(query);
    free(query);
    return kind;
}

bool search_knows_name(const char *name)
{
    struct query *query = mem_calloc(1, sizeof *query);
    query_init(query, name, strlen(name));
    bool knows = query->n_terms && synonyms_has(query, 0);
    query_finish(query);
    free(query);
    return knows;
}

void search_add_origin(const struct search_result *result, struct buf *out)
{
    if (*result->publisher)
        buf_printf(out, "%s, ", result->publisher);
    if (result->year)
        buf_printf(out, "%d, ", result->year);
    buf_add(out, result->lang);
}

void search_results_free(struct search_results *results)
{
    if (!results)
        return;
    arena_finish(&results->arena);
    free(results);
}

struct search_results *
search_results_words(const struct search_results *results)
{
    struct search_results *copy = mem_calloc(1, sizeof *copy);
    size_t n = results->n_words;
    const char **words = arena_alloc(&copy->arena, (n + 1) * sizeof *words);
    double *weights = arena_alloc(&copy->arena, (n + 1) * sizeof *weights);
    for (size_t i = 0; i < n; i++) {
        words[i] = arena_strdup(&copy->arena, results->words[i]);
        weights[i] = results->weights[i];
    }
    copy->words = words;
    copy->weights = weights;
    copy->n_words = n;
    return copy;
}
