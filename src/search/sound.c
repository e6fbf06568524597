/* Compares words by their English sound: by consonants only, since people who
 * misspell a word usually get those right. */
#include "search/sound.h"

#include <string.h>

#define SOUND_BYTES 32
#define LETTERS 26

static bool is_soft(char next)
{
    return next == 'e' || next == 'i' || next == 'y';
}

/* Returns whether a letter is silent: "gh", phle(g)m, thum(b), e(d)ge. */
static bool is_silent(const char *word, const char *at)
{
    switch (*at) {
    case 'b': return at > word && at[-1] == 'm' && !at[1];
    case 'd': return at[1] == 'g';
    case 'g':
        return ((at[1] == 'm' || at[1] == 'n') && !at[2]) ||
               (at > word && at[1] == 'h');
    default: return false;
    }
}

/* Recognizes the "gh" of "cough" and "laugh". */
static bool is_rough_end(const char *word, const char *at)
{
    return *at == 'g' && at > word + 1 && at[-1] == 'u' && at[1] == 'h' &&
           !at[2];
}

/* Returns the sound of the letter at a position, or '\0' if it has none of its
 * own. For x, which is k and s within a word, returns the s. */
static char sound_at(const char *word, const char *at)
{
    if (is_rough_end(word, at))
        return 'f';
    if (is_silent(word, at))
        return '\0';
    switch (*at) {
    case 'a':
    case 'e':
    case 'i':
    case 'o':
    case 'u':
    case 'y':
    case 'h':
    case 'w': return '\0';
    case 'c': return is_soft(at[1]) ? 's' : 'k';
    case 'j': return 'g';
    case 'p': return at[1] == 'h' ? 'f' : 'p';
    case 'q': return 'k';
    case 't': return at[1] == 'i' && (at[2] == 'o' || at[2] == 'a') ? 's' : 't';
    case 'x':
    case 'z': return 's';
    default: return *at;
    }
}

/* Returns whether the first of two letters at the start of a word is silent. */
static bool is_silent_start(const char *word)
{
    static const char starts[][3] = {"ps", "pn", "kn", "gn", "wr", "pt", "mn"};
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (!strncmp(word, starts[i], 2))
            return true;
    return false;
}

/* Writes the sounds of a word. All vowels at its start are the same sound,
 * other vowels have none, and doubled consonants count once. */
static void write_sound(const char *word, char out[static SOUND_BYTES])
{
    size_t n = 0;
    word += is_silent_start(word);
    if (*word && !sound_at(word, word))
        out[n++] = *word == 'h' ? 'h' : 'a';
    for (const char *at = word; *at && n < SOUND_BYTES - 2; at++) {
        char sound = sound_at(word, at);
        char before = at > word ? sound_at(word, at - 1) : '\0';
        if (before == '\0' && at > word + 1 && at[-1] == 'h')
            before = sound_at(word, at - 2);
        if (*at == 'x' && at > word && before != 'k')
            out[n++] = 'k';
        if (sound && (sound != before || *at == 'x'))
            out[n++] = sound;
    }
    out[n] = '\0';
}

static bool have_same_letters(const char *a, const char *b)
{
    int counts[LETTERS] = {0};
    if (strlen(a) != strlen(b))
        return false;
    for (size_t i = 0; a[i]; i++) {
        if (a[i] < 'a' || a[i] > 'z' || b[i] < 'a' || b[i] > 'z')
            return false;
        counts[a[i] - 'a']++;
        counts[b[i] - 'a']--;
    }
    for (int i = 0; i < LETTERS; i++)
        if (counts[i])
            return false;
    return true;
}

bool sound_alike(const char *a, const char *b)
{
    char x[SOUND_BYTES], y[SOUND_BYTES];
    write_sound(a, x);
    write_sound(b, y);
    return !strcmp(x, y) || have_same_letters(a, b);
}
