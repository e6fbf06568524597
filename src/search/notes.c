/* Writes the notes to the reader, so that the screen and the command line use
 * the same words. */
#include "search/notes.h"

#include <string.h>

#include "base/i18n.h"

/* The sentence of each type, and what is added to it if there are other words
 * that may be meant, or if the results are those of the other words. */
static const struct {
    const char *sentence, *others, *rest;
} sentences[] = {
    [NOTE_SPELLING] = {N_("Showing results for \"{searched}\" instead of "
                          "\"{typed}\""),
                       N_("; similar: \"{others}\"")},
    [NOTE_ALSO] = {N_("Also searching for \"{searched}\" ({typed})")},
    [NOTE_MAYBE] = {N_("No article mentions \"{typed}\". The nearest name is "
                       "\"{searched}\""),
                    N_(", then \"{others}\""),
                    N_(". Showing results for the other words")},
    [NOTE_UNMATCHED] = {N_("No article mentions \"{typed}\""), NULL,
                        N_(". Showing results for the other words")},
    [NOTE_APART] = {N_("No section mentions both \"{typed}\" and "
                       "\"{searched}\"")},
    [NOTE_KIND] = {N_("Looking for: {searched}"), N_(" and {others}")},
    [NOTE_AMOUNT] = {N_("\"{typed}\" can also be written {searched}, which "
                        "was not included")},
    [NOTE_NO_NAME] = {N_("No name begins with \"{typed}\". Type more "
                         "letters to search the texts, too")},
    [NOTE_NO_VALUE] = {N_("\"{typed}\" is not {searched}. Searching for it "
                          "as a word")},
    [NOTE_VALUES] = {N_("{typed}: can be {searched}")},
    [NOTE_MAY_BE] = {N_("\"{typed}\" could mean {searched}")},
    [NOTE_PUBLISHERS] = {N_("Only articles published by {searched}")},
    [NOTE_NO_PUBLISHER] = {N_("No publisher called \"{typed}\". Publishers "
                              "are {searched}")},
};

/* Returns the word for the placeholder at a position and sets *n_bytes to the
 * length of the placeholder, or returns NULL if there is none. */
static const char *word_for(const struct search_note *note, const char *at,
                            size_t *n_bytes)
{
    const struct {
        const char *name, *word;
    } words[] = {
        {"{typed}", note->typed},
        {"{searched}", note->searched},
        {"{others}", note->others},
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        *n_bytes = strlen(words[i].name);
        if (words[i].word && !strncmp(at, words[i].name, *n_bytes))
            return words[i].word;
    }
    return NULL;
}

static void add_piece(struct search_note *note, const char *text, bool is_word)
{
    if (note->n_pieces < SEARCH_PIECES_MAX && *text)
        note->pieces[note->n_pieces++] =
            (struct search_piece){.text = text, .is_word = is_word};
}

/* Splits a sentence into its words and the text around them. */
static void add_pieces(struct notes *notes, struct search_note *note,
                       const char *sentence)
{
    const char *start = sentence;
    for (const char *at = sentence; *at; at++) {
        size_t n_bytes;
        const char *word = *at == '{' ? word_for(note, at, &n_bytes) : NULL;
        if (!word)
            continue;
        add_piece(note,
                  arena_strndup(notes->arena, start, (size_t)(at - start)),
                  false);
        add_piece(note, word, true);
        at += n_bytes - 1;
        start = at + 1;
    }
    add_piece(note, arena_strdup(notes->arena, start), false);
}

void search_notes_format(struct notes *notes)
{
    for (size_t i = 0; i < notes->n; i++) {
        struct search_note *note = &notes->items[i];
        note->pieces =
            arena_alloc(notes->arena, SEARCH_PIECES_MAX * sizeof *note->pieces);
        add_pieces(notes, note, _(sentences[note->type].sentence));
        if (note->others && sentences[note->type].others)
            add_pieces(notes, note, _(sentences[note->type].others));
        if (note->has_rest && sentences[note->type].rest)
            add_pieces(notes, note, _(sentences[note->type].rest));
    }
}

size_t search_note_pieces(const struct search_note *note,
                          struct search_piece pieces[static SEARCH_PIECES_MAX])
{
    memcpy(pieces, note->pieces, note->n_pieces * sizeof *pieces);
    return note->n_pieces;
}

struct search_note *search_notes_add(struct notes *notes,
                                     enum search_note_type type,
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

void search_notes_add_word(struct buf *words, const char *word)
{
    buf_printf(words, "%s%s", words->n_bytes ? "\", \"" : "", word);
}
