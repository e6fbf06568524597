/* What the reader is told of what was searched: in the same words on the
 * screen and on the command line. */
#include <string.h>

#include "search/notes.h"

#define TYPED "\1"
#define SEARCHED "\2"
#define OTHERS "\3"
#define PARTS_MAX 6

/* A sentence, with what follows it if there are others that are as near, and
 * if other words found what is shown. */
static const struct {
    const char *says[PARTS_MAX], *others[PARTS_MAX], *rest;
} sentences[] = {
    [NOTE_SPELLING] = {{"no article has \"", TYPED, "\": showing \"", SEARCHED,
                        "\""},
                       {"; also near: \"", OTHERS, "\""}},
    [NOTE_ALSO] = {{"\"", TYPED, "\": also looked for \"", SEARCHED, "\""}},
    [NOTE_MAYBE] = {{"no article has \"", TYPED, "\"; the nearest name is \"",
                     SEARCHED, "\""},
                    {", another is \"", OTHERS, "\""},
                    "; showing what the other words find"},
    [NOTE_UNMATCHED] = {{"no article has \"", TYPED, "\""},
                        {NULL},
                        "; showing what the other words find"},
    [NOTE_APART] = {{"no section has both \"", TYPED, "\" and \"", SEARCHED,
                     "\""}},
    [NOTE_KIND] = {{"showing: ", SEARCHED}, {" and ", OTHERS}},
    [NOTE_NO_NAME] = {{"no name begins with \"", TYPED,
                       "\"; more letters search the texts too"}},
    [NOTE_NO_VALUE] = {{"\"", TYPED, "\" is no ", SEARCHED,
                        ": searched as a word"}},
    [NOTE_VALUES] = {{TYPED, ": takes ", SEARCHED}},
    [NOTE_MAY_BE] = {{"\"", TYPED, "\" may be ", SEARCHED}},
};

static size_t add_parts(const struct search_note *note,
                        const char *const *parts, struct search_piece *pieces)
{
    const char *const words[] = {note->typed, note->searched, note->others};
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

size_t search_note_say(const struct search_note *note,
                       struct search_piece pieces[static SEARCH_PIECES_MAX])
{
    size_t n = add_parts(note, sentences[note->type].says, pieces);
    if (note->others)
        n += add_parts(note, sentences[note->type].others, pieces + n);
    if (note->has_rest && sentences[note->type].rest)
        pieces[n++] = (struct search_piece){sentences[note->type].rest, false};
    return n;
}

struct search_note *notes_add(struct notes *notes, enum search_note_type type,
                              const char *typed, const char *searched)
{
    struct search_note *items =
        arena_alloc(notes->arena, (notes->n + 1) * sizeof *items);
    if (notes->n)
        memcpy(items, notes->items, notes->n * sizeof *items);
    notes->items = items;
    struct search_note *note = &items[notes->n++];
    *note = (struct search_note){
        .type = type,
        .typed = arena_strdup(notes->arena, typed),
        .searched = arena_strdup(notes->arena, searched),
    };
    return note;
}

void notes_add_word(struct buf *words, const char *word)
{
    buf_printf(words, "%s%s", words->n_bytes ? "\", \"" : "", word);
}
