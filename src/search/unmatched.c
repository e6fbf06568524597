/* Finds topic words that no section has, or that no section has together. */
#include "search/unmatched.h"

#include <string.h>

/* Returns whether any section has one of the look-ups for a term. Single words
 * are checked first: unlike phrases, they need no search. */
static bool is_matched(const struct lookups *lookups, size_t term)
{
    for (int phrases = 0; phrases < 2; phrases++)
        for (size_t i = 0; i < lookups->n; i++) {
            const struct lookup *lookup = &lookups->items[i];
            if (!(lookup_terms(lookup) >> term & 1) ||
                !strchr(lookup->words, ' ') != !phrases)
                continue;
            if (lookup->is_prefix ||
                (lookup->n && lookups_has_phrase(lookups, lookup->words)))
                return true;
        }
    return false;
}

/* Returns whether a term is reported if it is missing: it says what the query
 * is about, and is not a number, which some section has by chance. */
static bool is_reported(const struct lookups *lookups, size_t i)
{
    const struct query_term *term = &lookups->query->terms[i];
    if (term->in_fixed)
        return !term->is_repeated;
    return term->type != QUERY_TITLE && !term->is_repeated &&
           !term->is_stop_word && lookups_is_topic(lookups, i) &&
           !query_term_is_number(lookups->query, i);
}

/* Returns whether a term is reported together with the one before it, because
 * they are parts of one name. */
static bool continues_name(const struct lookups *lookups, size_t i)
{
    const struct query_term *term = &lookups->query->terms[i];
    return i > 0 && ((term->in_fixed && !term->n_fixed) ||
                     (lookups->dropped >> (i - 1) & 3));
}

static void add_unmatched(struct lookups *lookups, size_t i,
                          bool continues_name)
{
    const char *typed = lookups->query->terms[i].typed;
    if (continues_name) {
        const char **last = &lookups->unmatched[lookups->n_unmatched - 1];
        *last = arena_printf(&lookups->arena, "%s %s", *last, typed);
    } else {
        lookups->unmatched[lookups->n_unmatched++] = typed;
    }
}

void unmatched_find(struct lookups *lookups)
{
    size_t n = lookups->query->n_terms;
    bool was_unmatched = false;
    lookups->unmatched = arena_alloc(&lookups->arena, (n + 1) * sizeof(char *));
    for (size_t i = 0; i < n; i++) {
        bool is_unmatched = false;
        if (!is_reported(lookups, i))
            continue;
        if (is_matched(lookups, i))
            lookups->matched |= (uint64_t)1 << i;
        else if (lookups->n < LOOKUPS_MAX)
            is_unmatched = true;
        if (is_unmatched)
            add_unmatched(lookups, i,
                          was_unmatched && continues_name(lookups, i));
        was_unmatched = is_unmatched;
    }
}

/* Returns the note that suggests another name for a word, or NULL. */
static struct search_note *find_note(const struct notes *notes,
                                     const char *word)
{
    for (size_t i = 0; i < notes->n; i++)
        if (notes->items[i].type == NOTE_MAYBE &&
            !strcmp(notes->items[i].typed, word))
            return &notes->items[i];
    return NULL;
}

static void note_unmatched(const struct lookups *lookups, bool has_rest,
                           struct notes *notes)
{
    struct buf words;
    buf_init(&words);
    for (size_t i = 0; i < lookups->n_unmatched; i++) {
        struct search_note *note = find_note(notes, lookups->unmatched[i]);
        if (note)
            note->has_rest = has_rest;
        else
            search_notes_add_word(&words, lookups->unmatched[i]);
    }
    if (words.n_bytes)
        search_notes_add(notes, NOTE_UNMATCHED, words.data, "")->has_rest =
            has_rest;
    buf_finish(&words);
}

/* Notes that no section has both of two topic words. With three or more this is
 * the usual case and not worth a note. */
static void note_apart(const struct candidates *candidates, struct notes *notes)
{
    const struct lookups *lookups = candidates->lookups;
    const struct query_term *terms = lookups->query->terms;
    uint64_t topics = lookups->matched & candidates->looked_up;
    if (__builtin_popcountll(topics) != 2 || candidates->has_all ||
        candidates->is_cut || lookups->context->options->quick ||
        query_has_filters(lookups->query))
        return;
    int first = __builtin_ctzll(topics), last = 63 - __builtin_clzll(topics);
    search_notes_add(notes, NOTE_APART, terms[first].typed, terms[last].typed);
}

void unmatched_add_notes(const struct candidates *candidates, size_t n_results,
                         struct notes *notes)
{
    if (candidates->lookups->n_unmatched)
        note_unmatched(candidates->lookups, n_results > 0, notes);
    if (n_results)
        note_apart(candidates, notes);
}
