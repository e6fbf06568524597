/* Words that nothing has: what they may have meant. A medicine is never taken
 * for another, and short words, of which most are like some other, only where
 * a letter of a name was left out, two were swapped, or it sounds the same. */
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
#define NEAR_MAX 24          /* of which the nearest may be meant */
#define LETTERS_LEAST 4      /* shorter words are not corrected */
#define LETTERS_LEAST_RARE 6 /* nor those that something has */
#define LETTERS_SHORT 4      /* up to here, slips alone */
#define LETTERS_TWO_ERRORS 7 /* from here on */
#define LETTERS_LEAST_SOUND                                                    \
    5 /* from here on what sounds alike may be farther */
#define DISTANCE_OF_SOUND 3
#define ENDING_BYTES 3 /* of the name of a substance */
#define LETTERS_LEAST_TEXT 6

static size_t n_letters(const char *word)
{
    const char *end = word + strlen(word);
    size_t n = 0;
    for (uint32_t c; word < end; n++)
        word += utf8_decode(word, (size_t)(end - word), &c);
    return n;
}

/* A letter was left out, or two were swapped, in one place. */
static bool is_slip(const char *typed, const char *word)
{
    size_t n = n_letters(typed), n_word = n_letters(word);
    return n_word == n + 1 ||
           (n_word == n && strspn(typed, word) == strlen(typed) &&
            strspn(word, typed) == strlen(word));
}

static unsigned errors_allowed(size_t letters)
{
    return letters < LETTERS_TWO_ERRORS ? 1 : 2;
}

/* Names of persons are often said with an s: "chrons". */
static bool sounds_so(const char *text, const char *word)
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

/* Whether a near word may be taken for one of so many letters. Short words are
 * near many: only a slip brings a name. A word that stands only in texts may be
 * nearer to a right word that no article has; where there is no list of right
 * words it must be long, and one error off. */
static bool may_be_meant(const struct similar *similar, const char *text,
                         size_t letters)
{
    if (similar->distance > errors_allowed(letters) &&
        (letters < LETTERS_LEAST_SOUND || !sounds_so(text, similar->word)))
        return false;
    if (letters <= LETTERS_SHORT)
        return similar->n && (is_slip(text, similar->word) ||
                              sound_alike(text, similar->word));
    return similar->n || dictionary_is_there() ||
           (letters >= LETTERS_LEAST_TEXT && similar->distance == 1);
}

/* What sounds alike before what is only written alike. */
static void put_sounding_first(struct similar *list, size_t n, const char *text)
{
    size_t n_first = 0;
    for (size_t i = 0; i < n; i++) {
        struct similar one = list[i];
        if (one.distance < 2 || !sounds_so(text, one.word))
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

/* The words that are near and may be looked for. */
static size_t find_nearest(const struct lookups *lookups, const char *text,
                           bool instead, struct similar *list)
{
    struct similar near[NEAR_MAX];
    size_t letters = n_letters(text), n_kept = 0;
    if (letters < (instead ? LETTERS_LEAST : LETTERS_LEAST_RARE))
        return 0;
    unsigned distance = !instead                        ? 1
                        : letters < LETTERS_LEAST_SOUND ? 1
                                                        : DISTANCE_OF_SOUND;
    size_t n =
        similar_find(lookups->context->db, text, distance, near, NEAR_MAX);
    put_sounding_first(near, n, text);
    for (size_t i = 0; i < n && n_kept < NEAREST_MAX; i++)
        if (may_be_meant(&near[i], text, letters))
            list[n_kept++] = near[i];
    for (size_t i = 0; i < n_kept; i++)
        list[i].medicine =
            list[i].medicine ||
            (!list[i].n && dictionary_inn_stem(list[i].word) != NULL);
    return n_kept;
}

/* A medicine is never taken for another: the word must be nearer to that name
 * than two errors, begin alike, and no second medicine be as near. A word made
 * like a medicine's name is none of another class, unless two letters of an
 * ordinary word were swapped ("infectoin"). */
static bool may_stand_for(const struct similar *list, size_t n,
                          const char *typed)
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

/* Of those that are near: which are looked for (or named, if none may be), and
 * which medicines could be meant besides. */
static void tell(struct lookups *lookups, size_t term,
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
            notes_add_word(&searched, list[i].word);
        else if (meant || list[i].medicine)
            notes_add_word(&others, list[i].word);
    }
    struct search_note *note = notes_add(
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
    /* A word that we know is right, even if no article has it. */
    bool known = synonyms_know(lookups->query, term) || dictionary_has(text);
    bool may = !known && may_stand_for(list, n, text);
    if (!may && !list[0].medicine)
        return;
    tell(lookups, term, list, n,
         !may      ? NOTE_MAYBE
         : instead ? NOTE_SPELLING
                   : NOTE_ALSO);
}
