/* Spelling correction. A medicine is never replaced by another. Short words,
 * most of which resemble some other word, are corrected only if a letter of a
 * name was left out, two letters were swapped, or both sound the same. */
#include "search/spelling.h"

#include <string.h>

#include "base/strs.h"
#include "base/utf8.h"
#include "search/dictionary.h"
#include "search/notes.h"
#include "search/sound.h"
#include "search/synonyms.h"
#include "index/similar.h"
#include "index/terms.h"

#define NEAREST_MAX 5
#define NEAR_MAX 24          /* similar words that are considered */
#define LETTERS_MIN 4        /* shorter words are not corrected */
#define LETTERS_MIN_RARE 6   /* the same for words that some section has */
#define LETTERS_SHORT 4      /* up to here only slips are corrected */
#define LETTERS_TWO_ERRORS 7 /* from here on two errors are allowed */
/* From here on words that sound alike may have a larger distance. */
#define LETTERS_MIN_SOUND 5
#define DISTANCE_OF_SOUND 3
#define ENDING_BYTES 3 /* of a chemical name */
#define LETTERS_MIN_TEXT 6

static size_t n_letters(const char *word)
{
    const char *end = word + strlen(word);
    size_t n = 0;
    for (uint32_t c; word < end; n++)
        word += utf8_decode(word, (size_t)(end - word), &c);
    return n;
}

/* Returns whether, for two words at a distance of 1, a letter was left out or
 * two were swapped. */
static bool is_slip(const char *typed, const char *word)
{
    size_t n = n_letters(typed), n_word = n_letters(word);
    return n_word == n + 1 ||
           (n_word == n && strspn(typed, word) == strlen(typed) &&
            strspn(word, typed) == strlen(word));
}

static unsigned errors_allowed(size_t n_letters_typed)
{
    return n_letters_typed < LETTERS_TWO_ERRORS ? 1 : 2;
}

/* Returns whether words sound alike, with or without a final s: many people add
 * one to a person's name ("chrons"). */
static bool sounds_like(const char *text, const char *word)
{
    char shorter[TERM_MAX_BYTES + 1];
    size_t n = strlen(text);
    if (sound_alike(text, word))
        return true;
    if (n < 2 || n >= sizeof shorter || text[n - 1] != 's')
        return false;
    memcpy(shorter, text, n - 1);
    shorter[n - 1] = '\0';
    return sound_alike(shorter, word);
}

/* Returns whether a similar word may be what was meant by a word of this many
 * letters. For a short word this takes a slip or the same sound, and the word
 * must occur in names. A word that occurs only in texts is less certain, as
 * what was meant may be a correct word that no article has: if there is no
 * dictionary, the word must be long and have one error. */
static bool may_be_meant(const struct similar *similar, const char *text,
                         size_t n_letters_typed)
{
    if (similar->distance > errors_allowed(n_letters_typed) &&
        (n_letters_typed < LETTERS_MIN_SOUND ||
         !sounds_like(text, similar->word)))
        return false;
    if (n_letters_typed <= LETTERS_SHORT)
        return similar->n && (is_slip(text, similar->word) ||
                              sound_alike(text, similar->word));
    return similar->n || dictionary_is_there() ||
           (n_letters_typed >= LETTERS_MIN_TEXT && similar->distance == 1);
}

/* Moves words that sound alike before those that are only spelled similarly,
 * among words with two or more errors. */
static void put_sounding_first(struct similar *list, size_t n, const char *text)
{
    size_t n_first = 0;
    for (size_t i = 0; i < n; i++) {
        struct similar one = list[i];
        if (one.distance < 2 || !sounds_like(text, one.word))
            continue;
        while (n_first < i && list[n_first].distance < 2)
            n_first++;
        if (n_first >= i)
            continue;
        memmove(list + n_first + 1, list + n_first,
                (i - n_first) * sizeof *list);
        list[n_first++] = one;
    }
}

/* Finds the most similar words that may be meant. Returns how many there
 * are. */
static size_t find_nearest(const struct lookups *lookups, const char *text,
                           bool instead, struct similar *list)
{
    struct similar near[NEAR_MAX];
    size_t n_letters_typed = n_letters(text), n_kept = 0;
    if (n_letters_typed < (instead ? LETTERS_MIN : LETTERS_MIN_RARE))
        return 0;
    unsigned distance = !instead ? 1
                        : n_letters_typed < LETTERS_MIN_SOUND
                            ? 1
                            : DISTANCE_OF_SOUND;
    size_t n =
        similar_find(lookups->context->db, text, distance, near, NEAR_MAX);
    put_sounding_first(near, n, text);
    for (size_t i = 0; i < n && n_kept < NEAREST_MAX; i++)
        if (may_be_meant(&near[i], text, n_letters_typed))
            list[n_kept++] = near[i];
    for (size_t i = 0; i < n_kept; i++)
        list[i].medicine =
            list[i].medicine ||
            (!list[i].n && dictionary_inn_stem(list[i].word) != NULL);
    return n_kept;
}

/* Returns whether the most similar word may replace what was typed. A
 * medicine's name may do so only if it has one error and the same first letter
 * and no second medicine is as similar. A word formed like a medicine's name is
 * not replaced by one of another class, unless two letters of an ordinary word
 * were swapped ("infectoin"). */
static bool may_replace(const struct similar *list, size_t n, const char *typed)
{
    const char *stem = dictionary_inn_stem(typed);
    bool swapped = list[0].distance == 1 && !list[0].medicine &&
                   strlen(list[0].word) == strlen(typed) &&
                   is_slip(typed, list[0].word);
    if (stem && !swapped &&
        (list[0].distance > 1 || !str_ends(list[0].word, stem)))
        return false;
    if (list[0].distance > 1 && dictionary_is_chemical(typed) &&
        !str_ends(list[0].word, typed + strlen(typed) - ENDING_BYTES))
        return false;
    if (!list[0].medicine)
        return true;
    return list[0].distance == 1 && list[0].word[0] == typed[0] &&
           (n < 2 || list[1].distance > 1 || !list[1].medicine);
}

/* Looks up the words that are meant, or only suggests the first if the type is
 * NOTE_MAYBE, and notes which other words, above all medicines, may be
 * meant. */
static void apply(struct lookups *lookups, size_t term,
                  const struct similar *list, size_t n,
                  enum search_note_type type)
{
    struct buf searched, others;
    buf_init(&searched);
    buf_init(&others);
    for (size_t i = 0; i < n; i++) {
        bool meant = i == 0 || (list[i].distance == list[0].distance &&
                                list[i].n && !list[i].medicine);
        if (meant && type != NOTE_MAYBE)
            lookups_add(lookups, term, list[i].word, 1);
        if (i == 0 || (meant && type != NOTE_MAYBE))
            search_notes_add_word(&searched, list[i].word);
        else if (meant || list[i].medicine)
            search_notes_add_word(&others, list[i].word);
    }
    struct search_note *note = search_notes_add(
        lookups->notes, type, lookups->query->terms[term].typed, searched.data);
    if (others.n_bytes)
        note->others = arena_strdup(lookups->notes->arena, others.data);
    buf_finish(&searched);
    buf_finish(&others);
}

void spelling_add(struct lookups *lookups, size_t term, bool instead)
{
    const char *text = lookups->query->terms[term].text;
    struct similar list[NEAREST_MAX];
    if (lookups->context->options->as_typed)
        return;
    size_t n = find_nearest(lookups, text, instead, list);
    bool names_only = !instead || lookups->query->n_terms >= QUERY_LONG;
    if (!n || !list[0].distance || (names_only && !list[0].n))
        return;
    /* A known word is correct even if no article has it. */
    bool known = synonyms_has(lookups->query, term) || dictionary_has(text);
    bool may_search = !known && may_replace(list, n, text);
    if (!may_search && !list[0].medicine)
        return;
    apply(lookups, term, list, n,
          !may_search ? NOTE_MAYBE
          : instead   ? NOTE_SPELLING
                      : NOTE_ALSO);
}
