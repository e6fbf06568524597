/* Words of the topic that no article has, or no section has together. */
#include "search/absent.h"

#include <string.h>

#include "search/change.h"

/* The rarest word may stand there without the others. */
static bool is_said_somewhere(const struct seek *seek, const char *stems)
{
    struct buf phrase;
    if (!strchr(stems, ' '))
        return true;
    buf_init(&phrase);
    buf_printf(&phrase, "\"%s\"", stems);
    struct db_query *query =
        db_query(seek->db, "SELECT 1 FROM section_text"
                           " WHERE section_text MATCH ?1 LIMIT 1");
    db_bind_text(query, 1, phrase.data);
    bool found = db_step(query) == DB_ROW;
    db_query_free(query);
    buf_finish(&phrase);
    return found;
}

/* Has any section what stands for a want? Single words tell at once. */
static bool is_there(const struct seek *seek, size_t want)
{
    for (int phrases = 0; phrases < 2; phrases++)
        for (size_t i = 0; i < seek->n_sought; i++) {
            const struct sought *sought = &seek->sought[i];
            if (!(seek_wants_of(sought) >> want & 1) ||
                !strchr(sought->stems, ' ') != !phrases)
                continue;
            if (sought->is_start ||
                (sought->n && is_said_somewhere(seek, sought->stems)))
                return true;
        }
    return false;
}

void absent_find(struct seek *seek)
{
    struct search_results *results = seek->results;
    const struct query *query = &seek->query;
    results->absent =
        arena_alloc(&results->arena, (query->n_wants + 1) * sizeof(char *));
    for (size_t i = 0; i < query->n_wants; i++) {
        const struct want *want = &query->wants[i];
        if (want->type == WANT_TITLE || want->again || want->is_common ||
            !seek_is_topic(seek, i) || seek_is_number(seek, i))
            continue;
        if (is_there(seek, i))
            seek->topics |= (uint64_t)1 << i;
        else if (seek->n_sought < SOUGHT_MAX)
            results->absent[results->n_absent++] =
                arena_strdup(&results->arena, want->typed);
    }
}

/* The nearest name may have been told already. */
static struct search_change *find_told(struct search_results *results,
                                       const char *word)
{
    for (size_t i = 0; i < results->n_changes; i++)
        if (results->changes[i].type == CHANGE_MAYBE &&
            !strcmp(results->changes[i].typed, word))
            return &results->changes[i];
    return NULL;
}

static void tell_absent(struct search_results *results)
{
    struct buf words;
    buf_init(&words);
    for (size_t i = 0; i < results->n_absent; i++) {
        struct search_change *told = find_told(results, results->absent[i]);
        if (told)
            told->has_rest = results->n > 0;
        else
            change_add_word(&words, results->absent[i]);
    }
    if (words.n_bytes)
        change_add(results, CHANGE_ABSENT, words.data, "")->has_rest =
            results->n > 0;
    buf_finish(&words);
}

/* Of more than two words there is seldom a section with all. */
static void tell_apart(struct seek *seek)
{
    uint64_t topics = seek->topics & seek->looked_for;
    const struct want *wants = seek->query.wants;
    if (__builtin_popcountll(topics) != 2 || seek->has_all ||
        !seek->results->n || seek->results->is_cut || seek->options->quick ||
        seek_has_filters(seek))
        return;
    int first = __builtin_ctzll(topics), last = 63 - __builtin_clzll(topics);
    change_add(seek->results, CHANGE_APART, wants[first].typed,
               wants[last].typed);
}

void absent_tell(struct seek *seek)
{
    if (seek->results->n_absent)
        tell_absent(seek->results);
    tell_apart(seek);
}
