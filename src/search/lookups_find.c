/* Finds the look-ups for a query: words, completions of the last one, spelling
 * corrections, phrases, synonyms. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "index/terms.h"
#include "search/amounts.h"
#include "search/dictionary.h"
#include "search/fixed_names.h"
#include "search/lookup_phrases.h"
#include "search/lookups.h"
#include "search/name_prefix.h"
#include "search/spelling.h"
#include "search/synonyms.h"
#include "search/unmatched.h"
#include "search/word_forms.h"

#define COMPLETIONS_MAX 8
#define COMPLETION_FACTOR 0.5
#define COMPLETED_MIN 4 /* letters of a prefix that is completed to a name */
#define NUMBER_FACTOR 0.5
#define RARE_SECTIONS 2
#define PREFIX_FACTOR 0.25

/* Returns whether a word with the same stem is looked up already. */
static bool is_looked_up(const struct lookups *lookups, const char *word)
{
    char stem[TERM_MAX_BYTES + 1];
    word_stem(word, stem);
    for (size_t i = 0; i < lookups->n; i++)
        if (!strcmp(lookups->items[i].stems, stem))
            return true;
    return false;
}

/* Adds look-ups for the words that a statement finds for the prefix typed. */
static size_t complete_from(struct lookups *lookups, const char *sql,
                            size_t term)
{
    struct db_query *query = db_query(lookups->context->db, sql);
    size_t n_added = 0;
    db_bind_text(query, 1, lookups->query->terms[term].text);
    while (n_added < COMPLETIONS_MAX && db_step(query) == DB_ROW) {
        const char *word = db_text(query, 0);
        if (lookups_count(lookups, word) > 0 && !is_looked_up(lookups, word)) {
            lookups_add(lookups, term, word, COMPLETION_FACTOR);
            n_added++;
        }
    }
    db_query_free(query);
    return n_added;
}

/* Adds completions of a prefix, the most frequent first: words of names, or, if
 * there are none, words of texts. */
static void add_completions(struct lookups *lookups, size_t term)
{
    static const char in_names[] =
        "SELECT word FROM word WHERE word>?1 AND word<?1||char(1114111)"
        " AND n>0 ORDER BY n DESC LIMIT 24";
    static const char in_texts[] =
        "SELECT word FROM word WHERE word>?1 AND word<?1||char(1114111)"
        " ORDER BY articles DESC LIMIT 24";
    if (!complete_from(lookups, in_names, term))
        complete_from(lookups, in_texts, term);
}

/* Adds a look-up for names that begin with one or two letters. Returns true if
 * nothing else is to be looked up for them: nearly every text has any two
 * letters somewhere. */
static bool add_prefix(struct lookups *lookups, size_t i, int64_t n)
{
    const struct query *query = lookups->query;
    const char *text = query->terms[i].text;
    struct lookup *lookup =
        lookups_add(lookups, i, text, n ? 1 : PREFIX_FACTOR);
    lookup->is_prefix = true;
    lookup->n = 0;
    if (query->n_terms > 1 || query_has_filters(query))
        return false;
    bool known = synonyms_has(query, i);
    if (!name_prefix_find(lookups, text) && !known)
        search_notes_add(lookups->notes, NOTE_NO_NAME, text, "");
    return !known;
}

static bool is_incomplete(const struct lookups *lookups, size_t i)
{
    return lookups->query->is_last_incomplete &&
           i + 1 == lookups->query->n_terms &&
           !lookups->context->options->whole &&
           (name_prefix_is_short(lookups->query->terms[i].text) ||
            !synonyms_has(lookups->query, i));
}

/* Completes a word that no section has ("warf") if exactly one word of names
 * begins with it. Known names are complete: "cipro" is not a prefix of
 * another. */
static void add_unique_name(struct lookups *lookups, size_t i)
{
    static const char sql[] = "SELECT word FROM word WHERE word>?1 AND n>0"
                              " AND word<?1||char(1114111) LIMIT 2";
    const struct query_term *term = &lookups->query->terms[i];
    char word[TERM_MAX_BYTES + 1] = "";
    size_t n = 0;
    if (lookups->context->options->as_typed ||
        strlen(term->text) < COMPLETED_MIN || synonyms_has(lookups->query, i) ||
        dictionary_has(term->text))
        return;
    struct db_query *query = db_query(lookups->context->db, sql);
    db_bind_text(query, 1, term->text);
    for (; db_step(query) == DB_ROW; n++)
        snprintf(word, sizeof word, "%s", db_text(query, 0));
    db_query_free(query);
    if (n != 1 || !lookups_count(lookups, word))
        return;
    lookups_add(lookups, i, word, 1);
    search_notes_add(lookups->notes, NOTE_SPELLING, term->typed, word);
}

static void add_word(struct lookups *lookups, size_t i)
{
    const struct query_term *term = &lookups->query->terms[i];
    bool open = is_incomplete(lookups, i);
    int64_t n = lookups_count(lookups, term->text);
    if (open && lookups->n < LOOKUPS_MAX && name_prefix_is_short(term->text) &&
        add_prefix(lookups, i, n))
        return;
    if (n > 0)
        lookups_add(lookups, i, term->text,
                    query_term_is_number(lookups->query, i) ? NUMBER_FACTOR
                                                            : 1);
    if (open && strlen(term->text) >= 3)
        add_completions(lookups, i);
    size_t n_before = lookups->n;
    if (!lookups->context->options->as_typed)
        word_forms_add(lookups, i);
    if (!n && !open && lookups->n == n_before)
        add_unique_name(lookups, i);
}

static bool is_found(const struct lookups *lookups, size_t term)
{
    for (size_t i = 0; i < lookups->n; i++)
        if ((lookup_terms(&lookups->items[i]) >> term & 1) &&
            (lookups->items[i].n || lookups->items[i].is_prefix))
            return true;
    return false;
}

/* Adds spelling corrections: in place of words that are not found in any form,
 * and in addition to words that hardly any section has. */
static void add_corrections(struct lookups *lookups)
{
    for (size_t i = 0; i < lookups->query->n_terms; i++) {
        const struct query_term *term = &lookups->query->terms[i];
        if (term->type != QUERY_WORD || term->is_repeated || term->in_fixed ||
            !lookups_is_topic(lookups, i))
            continue;
        int64_t n = lookups_count(lookups, term->text);
        bool found = is_found(lookups, i);
        if (found ? n > 0 && n <= RARE_SECTIONS : true)
            spelling_add(lookups, i, !found);
    }
}

static bool is_last_fragment(struct lookups *lookups)
{
    size_t last = lookups->query->n_terms - 1;
    return lookups->query->n_terms && is_incomplete(lookups, last) &&
           !query_term_is_number(lookups->query, last) &&
           name_prefix_is_short(lookups->query->terms[last].text) &&
           !lookups_count(lookups, lookups->query->terms[last].text);
}

static void add_terms(struct lookups *lookups)
{
    if (!lookups->context->options->as_typed)
        word_forms_add_compounds(lookups);
    for (size_t i = 0; i < lookups->query->n_terms; i++) {
        const struct query_term *term = &lookups->query->terms[i];
        if (term->n_fixed && !term->is_repeated)
            fixed_names_add(lookups, i);
        if (!lookups_is_topic(lookups, i) || term->is_repeated ||
            term->in_fixed)
            continue;
        if (term->type == QUERY_WORD)
            add_word(lookups, i);
        else
            lookups_add(lookups, i, term->text, 1);
    }
}

/* Finds, for each term, its weight and the stem looked up in its place, and
 * joins the stems to " a b c ", which names are compared with. */
static void find_stems(struct lookups *lookups)
{
    const struct query *query = lookups->query;
    for (size_t i = 0; i < query->n_terms; i++)
        lookups->stems[i] = query->terms[i].stems;
    for (size_t i = lookups->n; i > 0; i--) {
        const struct lookup *lookup = &lookups->items[i - 1];
        double *weight = &lookups->weights[lookup->term];
        *weight = fmax(*weight, lookup->weight);
        if (!strchr(lookup->stems, ' '))
            lookups->stems[lookup->term] = lookup->stems;
    }
    buf_add_char(&lookups->spaced, ' ');
    for (size_t i = 0; i < query->n_terms; i++) {
        lookups->weight += lookups->weights[i];
        if (query->terms[i].type != QUERY_NOT)
            buf_printf(&lookups->spaced, "%s ", lookups->stems[i]);
    }
}

void lookups_init(struct lookups *lookups, const struct search_context *context,
                  const struct query *query, struct notes *notes)
{
    *lookups =
        (struct lookups){.context = context, .query = query, .notes = notes};
    buf_init(&lookups->spaced);
    lookups->is_last_fragment = is_last_fragment(lookups);
    add_terms(lookups);
    lookup_phrases_add(lookups);
    if (!context->options->as_typed)
        lookup_phrases_add_synonyms(lookups);
    add_corrections(lookups);
    amounts_add(lookups);
    fixed_names_drop_halves(lookups);
    unmatched_find(lookups);
    find_stems(lookups);
}
