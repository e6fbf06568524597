/* How hard each section reads: syllables by the rules of English spelling, two
 * formulas, and the rules that ask for easier sections and for sentences that
 * are neither long nor clipped. */
#include "check/reading.h"

#include <math.h>
#include <string.h>

#include "base/ascii.h"
#include "base/i18n.h"
#include "check/rule.h"

static bool is_vowel(char c)
{
    static const bool vowels[256] = {['a'] = true, ['e'] = true, ['i'] = true,
                                     ['o'] = true, ['u'] = true, ['y'] = true};
    return vowels[(unsigned char)c];
}

/* Groups of vowels that are two syllables: li-on, sci-ence, po-em. */
static const char *const hiatuses[] = {"ia", "io", "iu", "ie", "eo", "ua",
                                       "uo", "oe", "ii", "ao", NULL};

/* What a group of vowels is in most words all the same: -tion, -cial, piece,
 * blood, guard. */
static const struct {
    const char *before; /* one of these letters in front; "" for any */
    const char *group;
    const char *after; /* the text after it begins so; "" for any */
} single[] = {
    {"tscxg", "ia", ""}, {"tscxg", "io", ""}, {"", "ie", "c"},
    {"", "ie", "v"},     {"", "ie", "f"},     {"", "ie", "l"},
    {"", "ie", "s"},     {"", "ie", "d"},     {"rh", "ie", "n"},
    {"cs", "ie", "n"},   {"tc", "ie", "n"},   {"gq", "ua", ""},
    {"gq", "uo", ""},    {"sl", "ua", "d"},   {"h", "oe", ""},
    {"sd", "oe", ""},    {"t", "oe", ""},     {"", "oe", "d"},
    {"", "oe", "s"},     {"p", "eo", "pl"},   {"r", "ia", "ge"},
};

/* Groups that are one syllable but before these letters: are-a, cre-ate,
 * re-act, pi-tu-i-tary, flu-id. */
static const char *const open_groups[] = {"ea", "ui", NULL};
static const char *const openings[] = {"eact", "uity", "uita", "uid", NULL};

static bool is_open(const char *word, size_t at, size_t n_bytes)
{
    char before = at ? word[at - 1] : 'b';
    for (const char *const *opening = openings; *opening; opening++)
        if (at + strlen(*opening) <= n_bytes &&
            !memcmp(word + at, *opening, strlen(*opening)))
            return !strchr("ghq", before);
    if (at == 2 && n_bytes > 5 && !memcmp(word, "creat", 5))
        return word[5] != 'u';
    size_t n_rest = n_bytes - at - (word[n_bytes - 1] == 's');
    return word[at] == 'e' && n_rest == 2 &&
           (at > 2 || (at == 2 && is_vowel(*word)));
}

static bool is_single(const char *word, size_t at, size_t n_bytes)
{
    if (at == 2 && !memcmp(word, "sci", 3))
        return false;
    for (size_t i = 0; i < sizeof single / sizeof *single; i++) {
        size_t n_after = strlen(single[i].after);
        if (!memcmp(word + at, single[i].group, 2) &&
            (!*single[i].before ||
             (at && strchr(single[i].before, word[at - 1]))) &&
            at + 2 + n_after <= n_bytes &&
            !memcmp(word + at + 2, single[i].after, n_after))
            return true;
    }
    return false;
}

/* Two syllables in the group of vowels that stands at a byte? */
static bool is_hiatus(const char *word, size_t at, size_t n_bytes)
{
    for (const char *const *group = open_groups; *group; group++)
        if (!memcmp(word + at, *group, 2))
            return is_open(word, at, n_bytes);
    for (const char *const *hiatus = hiatuses; *hiatus; hiatus++)
        if (!memcmp(word + at, *hiatus, 2))
            return !is_single(word, at, n_bytes);
    /* be-ing, do-ing, play-ing */
    size_t n_rest = n_bytes - at - 1;
    return (n_rest == 3 || (n_rest == 4 && word[n_bytes - 1] == 's')) &&
           !memcmp(word + at + 1, "ing", 3);
}

static bool ends_in(const char *word, size_t n_bytes, const char *ending)
{
    size_t n = strlen(ending);
    return n_bytes > n && !memcmp(word + n_bytes - n, ending, n);
}

/* Is the last group of vowels a silent e? */
static bool has_silent_end(const char *word, size_t n_bytes)
{
    if (n_bytes > 3 && ends_in(word, n_bytes, "ed"))
        return !strchr("td", word[n_bytes - 3]) && !is_vowel(word[n_bytes - 3]);
    if (n_bytes > 3 && ends_in(word, n_bytes, "es"))
        return !strchr("sxzcg", word[n_bytes - 3]) &&
               !is_vowel(word[n_bytes - 3]) &&
               !ends_in(word, n_bytes, "ches") &&
               !ends_in(word, n_bytes, "shes") &&
               !(ends_in(word, n_bytes, "les") && n_bytes > 4 &&
                 !is_vowel(word[n_bytes - 4]));
    if (!ends_in(word, n_bytes, "e") || is_vowel(word[n_bytes - 2]))
        return false;
    return !(word[n_bytes - 2] == 'l' && n_bytes > 2 &&
             !is_vowel(word[n_bytes - 3]));
}

/* An e inside that is silent as well: some-thing, care-ful, move-ment. */
static unsigned n_silent_inside(const char *word, size_t n_bytes)
{
    static const char *const endings[] = {"ely",   "eful",   "efully", "eless",
                                          "ement", "ements", "eness",  NULL};
    for (const char *const *ending = endings; *ending; ending++)
        if (ends_in(word, n_bytes, *ending) &&
            !is_vowel(word[n_bytes - strlen(*ending) - 1]))
            return 1;
    return (n_bytes > 5 && !memcmp(word, "some", 4)) ||
           (n_bytes > 6 && !memcmp(word, "fore", 4));
}

static unsigned count_part(const char *word, size_t n_bytes)
{
    unsigned n = 0;
    for (size_t i = 0; i < n_bytes; i++) {
        if (!is_vowel(word[i]) || (word[i] == 'y' && !i))
            continue;
        if (!i || !is_vowel(word[i - 1]) || (i == 1 && word[0] == 'y'))
            n++;
        else if (is_hiatus(word, i - 1, n_bytes))
            n++;
    }
    if (n > 1 && has_silent_end(word, n_bytes))
        n--;
    if (n > 1)
        n -= n_silent_inside(word, n_bytes);
    if (ends_in(word, n_bytes, "sm") || ends_in(word, n_bytes, "thm"))
        n++;
    return n ? n : 1;
}

unsigned reading_syllables(const char *word, size_t n_bytes)
{
    unsigned n = 0;
    while (n_bytes) {
        const char *hyphen = memchr(word, '-', n_bytes);
        size_t n_part = hyphen ? (size_t)(hyphen - word) : n_bytes;
        if (n_part)
            n += count_part(word, n_part);
        n_part += hyphen != NULL;
        word += n_part;
        n_bytes -= n_part;
    }
    return n ? n : 1;
}

/* Words come again: their syllables are counted once, and remembered by a few
 * of their letters. */
static unsigned syllables_of(struct reading *reading, const char *word,
                             size_t n_bytes)
{
    size_t slot = ((size_t)(unsigned char)word[0] * 31 +
                   (size_t)(unsigned char)word[n_bytes - 1] * 7 +
                   (unsigned char)word[n_bytes / 2] + n_bytes * 13) %
                  READING_KNOWN;
    struct known_word *known = &reading->known[slot];
    if (known->n_bytes == n_bytes && !memcmp(known->word, word, n_bytes))
        return known->n_syllables;
    *known =
        (struct known_word){word, n_bytes, reading_syllables(word, n_bytes)};
    return known->n_syllables;
}

void reading_add(struct reading *reading, const struct prose *prose,
                 const struct sentence *sentence)
{
    reading->n_sentences++;
    for (size_t i = sentence->first_word; i < sentence->end_word; i++) {
        const struct prose_word *word = &prose->words[i];
        unsigned n = prose_is_number(prose, i)
                         ? 1
                         : syllables_of(reading, prose->text + word->start,
                                        word->end - word->start);
        reading->n_words++;
        reading->n_syllables += n;
        reading->n_polysyllables += n >= 3;
    }
}

double reading_flesch_kincaid(const struct reading *reading)
{
    if (!reading->n_sentences || !reading->n_words)
        return 0;
    return 0.39 * reading->n_words / reading->n_sentences +
           11.8 * reading->n_syllables / reading->n_words - 15.59;
}

double reading_smog(const struct reading *reading)
{
    if (!reading->n_sentences)
        return 0;
    return 1.0430 *
               sqrt(30.0 * reading->n_polysyllables / reading->n_sentences) +
           3.1291;
}

/* ---- the rule ---- */

/* Formulas are no use on less. */
#define WORDS_MIN 60
#define SENTENCES_MIN 4

/* Of articles for patients (CONTRIBUTING.md, "Words for patients"). SMOG asks
 * that a reader understands all of a text, Flesch-Kincaid most of it: SMOG is
 * about two grades higher for the same text. */
#define GRADE_MAX 8.0

/* Counts from nothing, with the words that are known. */
static void reading_restart(struct reading *reading)
{
    reading->n_words = reading->n_sentences = reading->n_syllables = 0;
    reading->n_polysyllables = 0;
}

static void check_section(struct check *check, const struct section *section,
                          const struct reading *reading)
{
    double grade = reading_flesch_kincaid(reading);
    if (reading->n_words < WORDS_MIN || reading->n_sentences < SENTENCES_MIN ||
        grade <= GRADE_MAX)
        return;
    report_at(check, section->source_start,
              _("Reading grade %.1f (Flesch-Kincaid), %.1f (SMOG). Aim at "
                "%.0f with shorter sentences and words"),
              grade, reading_smog(reading), GRADE_MAX);
}

/* Fragments, such as items of a list that are no sentences, do not count. */
void rule_reading(struct check *check)
{
    const struct article *article = check->article;
    const struct prose *prose = &check->prose;
    struct reading reading = {0};
    const struct section *section = NULL;
    if (!check->english || !article->n_sections)
        return;
    for (size_t i = 0; i < prose->n_sentences; i++) {
        const struct section *own =
            check_section_of(article, prose->sentences[i].block);
        if (section && own != section) {
            check_section(check, section, &reading);
            reading_restart(&reading);
        }
        section = own;
        if (prose->sentences[i].complete)
            reading_add(&reading, prose, &prose->sentences[i]);
    }
    if (section)
        check_section(check, section, &reading);
}

#define WORDS_MAX 30

void rule_long_sentences(struct check *check)
{
    const struct prose *prose = &check->prose;
    for (size_t i = 0;
         check->english && i < prose->n_sentences && !report_is_full(check);
         i++) {
        const struct sentence *sentence = &prose->sentences[i];
        unsigned n_words = sentence->end_word - sentence->first_word;
        if (sentence->complete && n_words > WORDS_MAX)
            report_word(check, sentence->first_word,
                        _("A sentence of %u words. Split it into two, or "
                          "make a list"),
                        n_words);
    }
}

#define CLIPPED_WORDS_MAX 5
#define CLIPPED_SENTENCES 3

/* A statement of a paragraph with so few words; a question is no such. */
static bool is_clipped(const struct prose *prose, size_t i)
{
    const struct sentence *sentence = &prose->sentences[i];
    bool is_said = false; /* and no name, as in a list of works */
    for (size_t word = sentence->first_word; word < sentence->end_word;
         word++) {
        is_said =
            is_said ||
            ascii_is_lower(prose->article->text[prose->words[word].start]);
        if (prose_is_number(prose, word))
            return false;
    }
    return is_said && sentence->complete &&
           sentence->block->type == NODE_PARAGRAPH &&
           !memchr(prose->text + sentence->start, '?',
                   sentence->end - sentence->start) &&
           sentence->end_word > sentence->first_word &&
           sentence->end_word - sentence->first_word <= CLIPPED_WORDS_MAX;
}

/* The end of the run of clipped sentences, from one on, of one block. */
static size_t clipped_end(const struct prose *prose, size_t i)
{
    size_t end = i;
    while (end < prose->n_sentences &&
           prose->sentences[end].block == prose->sentences[i].block &&
           is_clipped(prose, end))
        end++;
    return end;
}

void rule_clipped_prose(struct check *check)
{
    const struct prose *prose = &check->prose;
    for (size_t i = 0, end;
         check->english && i < prose->n_sentences && !report_is_full(check);
         i = end > i ? end : i + 1) {
        end = clipped_end(prose, i);
        if (end - i >= CLIPPED_SENTENCES)
            report_word(check, prose->sentences[i].first_word,
                        _("%zu sentences in a row have %d words or fewer. "
                          "Join some of them"),
                        end - i, CLIPPED_WORDS_MAX);
    }
    report_dodges(check);
}
