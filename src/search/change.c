/* What the reader is told of what was searched: in the same words on the
 * screen and on the command line. */
#include <string.h>

#include "search/change.h"

#define TYPED "\1"
#define SEARCHED "\2"
#define OTHERS "\3"
#define PARTS_MAX 6

/* A sentence, with what follows it if there are others that are as near, and
 * if other words found what is shown. */
static const struct {
    const char *says[PARTS_MAX], *others[PARTS_MAX], *rest;
} sentences[] = {
    [CHANGE_SPELLING] = {{"no article has \"", TYPED, "\": showing \"",
                          SEARCHED, "\""},
                         {"; also near: \"", OTHERS, "\""}},
    [CHANGE_ALSO] = {{"\"", TYPED, "\": also looked for \"", SEARCHED, "\""}},
    [CHANGE_MAYBE] = {{"no article has \"", TYPED, "\"; the nearest name is \"",
                       SEARCHED, "\""},
                      {", another is \"", OTHERS, "\""},
                      "; showing what the other words find"},
    [CHANGE_ABSENT] = {{"no article has \"", TYPED, "\""},
                       {NULL},
                       "; showing what the other words find"},
    [CHANGE_APART] = {{"no section has both \"", TYPED, "\" and \"", SEARCHED,
                       "\""}},
    [CHANGE_NO_NAME] = {{"no name begins with \"", TYPED,
                         "\"; more letters search the texts too"}},
    [CHANGE_NO_VALUE] = {{"\"", TYPED, "\" is no ", SEARCHED,
                          ": searched as a word"}},
    [CHANGE_VALUES] = {{TYPED, ": takes ", SEARCHED}},
    [CHANGE_MAY_BE] = {{"\"", TYPED, "\" may be ", SEARCHED}},
};

static size_t add_parts(const struct search_change *change,
                        const char *const *parts, struct search_piece *pieces)
{
    const char *const words[] = {change->typed, change->searched,
                                 change->others};
    size_t n = 0;
    for (; n < PARTS_MAX && parts[n]; n++) {
        bool is_word = *parts[n] <= *OTHERS;
        pieces[n] = (struct search_piece){
            .text = is_word ? words[*parts[n] - *TYPED] : parts[n],
            .is_word = is_word,
        };
    }
    return n;
}

size_t search_change_say(const struct search_change *change,
                         struct search_piece pieces[static SEARCH_PIECES_MAX])
{
    size_t n = add_parts(change, sentences[change->type].says, pieces);
    if (change->others)
        n += add_parts(change, sentences[change->type].others, pieces + n);
    if (change->has_rest && sentences[change->type].rest)
        pieces[n++] =
            (struct search_piece){sentences[change->type].rest, false};
    return n;
}

struct search_change *change_add(struct search_results *results,
                                 enum search_change_type type,
                                 const char *typed, const char *searched)
{
    struct search_change *changes = arena_alloc(
        &results->arena, (results->n_changes + 1) * sizeof *changes);
    if (results->n_changes)
        memcpy(changes, results->changes, results->n_changes * sizeof *changes);
    results->changes = changes;
    struct search_change *change = &changes[results->n_changes++];
    *change = (struct search_change){
        .type = type,
        .typed = arena_strdup(&results->arena, typed),
        .searched = arena_strdup(&results->arena, searched),
    };
    return change;
}

void change_add_word(struct buf *words, const char *word)
{
    buf_printf(words, "%s%s", words->n_bytes ? "\", \"" : "", word);
}
