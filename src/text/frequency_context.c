/* Looks at the words around a figure. A percentage is explained only where its
 * own clause tells that it counts people: a wrong explanation is worse than
 * none. */
#include "text/frequency_context.h"

#include <string.h>

#include "base/ascii.h"

/* Words that may tell what a figure is. */
#define BEFORE_WORDS 5
#define AFTER_WORDS 4
#define CHANGES_BEFORE_WORDS 8 /* "reduces the risk of a stroke by 5%" */
#define PEOPLE_WORDS 6         /* between "of" and those who are counted */
#define HAN_BYTES 3            /* of a Chinese character */

bool frequency_is_letter(char byte)
{
    return ascii_is_alnum(byte) || (unsigned char)byte >= 0x80;
}

size_t frequency_phrase_at(const struct frequency_scan *scan, uint32_t at,
                           const char *phrase)
{
    size_t n_bytes = strlen(phrase);
    return n_bytes <= scan->end - at &&
                   !ascii_ncasecmp(scan->text + at, phrase, n_bytes)
               ? n_bytes
               : 0;
}

size_t frequency_any_at(const struct frequency_scan *scan, uint32_t at,
                        const char *const *phrases)
{
    size_t n_bytes = 0;
    for (; phrases && *phrases && !n_bytes; phrases++)
        n_bytes = frequency_phrase_at(scan, at, *phrases);
    return n_bytes;
}

/* Bytes of a space, with those that do not break. */
static size_t space_at(const struct frequency_scan *scan, uint32_t at)
{
    static const char *const spaces[] = {" ",      "\n",     "\u00A0",
                                         "\u202F", "\u2009", NULL};
    return frequency_any_at(scan, at, spaces);
}

uint32_t frequency_skip_spaces(const struct frequency_scan *scan, uint32_t at)
{
    for (size_t n; (n = space_at(scan, at));)
        at += (uint32_t)n;
    return at;
}

/* ---- words ---- */

/* Does a byte end a clause? A point between digits does not. */
static bool ends_clause(const struct frequency_scan *scan, uint32_t at)
{
    bool digit = at + 1 < scan->end && ascii_is_digit(scan->text[at + 1]);
    return strchr(";!?", scan->text[at]) ||
           (strchr(".,", scan->text[at]) && !digit);
}

/* Bytes of a space that ends at a place. */
static uint32_t space_before(const struct frequency_scan *scan, uint32_t at)
{
    for (uint32_t n = 1; n <= 3 && n <= at - scan->start; n++)
        if (space_at(scan, at - n) == n)
            return n;
    return 0;
}

bool frequency_space_ends(const struct frequency_scan *scan, uint32_t at)
{
    return space_before(scan, at) > 0;
}

/* Moves to the word before a place in the clause; false if there is none. */
static bool previous_word(const struct frequency_scan *scan, uint32_t *start,
                          uint32_t *end)
{
    uint32_t at = *start, n;
    while (at > scan->start) {
        n = space_before(scan, at);
        if (!n && frequency_is_letter(scan->text[at - 1]))
            break;
        at -= n ? n : 1;
        if (!n && ends_clause(scan, at))
            return false;
    }
    *end = at;
    while (at > scan->start && frequency_is_letter(scan->text[at - 1]) &&
           !space_before(scan, at))
        at--;
    *start = at;
    return *end > at;
}

/* The same for the word behind; a bracket ends it, too. */
static bool next_word(const struct frequency_scan *scan, uint32_t *start,
                      uint32_t *end)
{
    uint32_t at = *end;
    while (at < scan->end && !frequency_is_letter(scan->text[at])) {
        if (ends_clause(scan, at) || strchr("()", scan->text[at]))
            return false;
        at++;
    }
    at = frequency_skip_spaces(scan, at);
    *start = at;
    while (at < scan->end && frequency_is_letter(scan->text[at]) &&
           !space_at(scan, at))
        at++;
    *end = at;
    return at > *start;
}

/* Is a word one of a list? "reduc*" is its beginning. */
static bool is_listed(const struct frequency_scan *scan, uint32_t start,
                      uint32_t end, const char *const *words)
{
    for (; words && *words; words++) {
        size_t n = strlen(*words);
        bool is_start = (*words)[n - 1] == '*';
        n -= is_start;
        if ((is_start ? n <= end - start : n == end - start) &&
            !ascii_ncasecmp(scan->text + start, *words, n))
            return true;
    }
    return false;
}

/* Chinese has no spaces: is one of a list in a stretch of text? */
static bool is_among(const struct frequency_scan *scan, uint32_t start,
                     uint32_t end, const char *const *words)
{
    for (; words && *words; words++)
        for (uint32_t at = start; at + strlen(*words) <= end; at++)
            if (frequency_phrase_at(scan, at, *words))
                return true;
    return false;
}

/* Where so many characters before a place begin, in its clause. */
static uint32_t han_before(const struct frequency_scan *scan, uint32_t at,
                           uint32_t n_characters)
{
    static const char *const stops[] = {"。", "；", "，", "！", "？", NULL};
    uint32_t n_bytes = n_characters * HAN_BYTES;
    uint32_t start = at - scan->start > n_bytes ? at - n_bytes : scan->start;
    for (uint32_t stop = start; stop < at; stop++)
        if (frequency_any_at(scan, stop, stops))
            start = stop + HAN_BYTES;
    return start;
}

static uint32_t han_after(const struct frequency_scan *scan, uint32_t at,
                          uint32_t n_characters)
{
    static const char *const stops[] = {"。", "；", "，", "！", "？",
                                        "：", "、", "（", NULL};
    uint32_t n_bytes = n_characters * HAN_BYTES;
    uint32_t end = scan->end - at > n_bytes ? at + n_bytes : scan->end;
    for (uint32_t stop = at; stop < end; stop++)
        if (frequency_any_at(scan, stop, stops))
            return stop;
    return end;
}

static bool any_before(const struct frequency_scan *scan, uint32_t at,
                       uint32_t n_words, const char *const *words)
{
    uint32_t start = at, end;
    if (scan->lang == LANG_ZH)
        return is_among(scan, han_before(scan, at, 2 * n_words), at, words);
    for (uint32_t i = 0; i < n_words && previous_word(scan, &start, &end); i++)
        if (is_listed(scan, start, end, words))
            return true;
    return false;
}

static bool any_after(const struct frequency_scan *scan, uint32_t at,
                      uint32_t n_words, const char *const *words)
{
    uint32_t start, end = at;
    if (scan->lang == LANG_ZH)
        return is_among(scan, at, han_after(scan, at, 2 * n_words), words);
    for (uint32_t i = 0; i < n_words && next_word(scan, &start, &end); i++)
        if (is_listed(scan, start, end, words))
            return true;
    return false;
}

uint32_t frequency_people_at(const struct frequency_scan *scan, uint32_t at)
{
    uint32_t start, end = at;
    return next_word(scan, &start, &end) && start == at &&
                   is_listed(scan, start, end, scan->language->people)
               ? end
               : at;
}

/* ---- what is counted ---- */

static bool is_among_substances(const struct frequency_scan *scan,
                                uint32_t start, uint32_t end)
{
    const char *const *substances = scan->language->substances;
    return any_before(scan, start, BEFORE_WORDS, substances) ||
           any_after(scan, end, AFTER_WORDS, substances);
}

/* "rash (5%)", "Rash: 5%", a cell of a table. */
static bool stands_alone(const struct frequency_scan *scan, uint32_t start,
                         uint32_t end)
{
    uint32_t next = frequency_skip_spaces(scan, end), before = start;
    while (before > scan->start && scan->text[before - 1] == ' ')
        before--;
    bool begins = before == scan->start ||
                  strchr("(:", scan->text[before - 1]) ||
                  (before >= scan->start + HAN_BYTES &&
                   (frequency_phrase_at(scan, before - HAN_BYTES, "（") ||
                    frequency_phrase_at(scan, before - HAN_BYTES, "：")));
    return begins && (next == scan->end || strchr("),;.", scan->text[next]) ||
                      frequency_phrase_at(scan, next, "）") ||
                      frequency_phrase_at(scan, next, "。"));
}

/* "5% of all young women", but not "5% of diabetes in women". */
static bool is_of_people(const struct frequency_scan *scan, uint32_t at)
{
    const struct frequency_language *language = scan->language;
    uint32_t start, end = at;
    for (int i = 0; i < PEOPLE_WORDS && next_word(scan, &start, &end); i++)
        if (is_listed(scan, start, end, language->people))
            return true;
        else if (is_listed(scan, start, end, language->links))
            return false;
    return false;
}

/* "5% of women", "5% women", "5% have it", "a risk of 5%", "5% chance". */
static bool says_people(const struct frequency_scan *scan, uint32_t start,
                        uint32_t end)
{
    const struct frequency_language *language = scan->language;
    if (any_after(scan, end, 1, language->of))
        return is_of_people(scan, end);
    if (any_after(scan, end, 2, language->people))
        return true;
    return !any_before(scan, start, 1, language->by) &&
           (any_after(scan, end, 1, language->happens_after) ||
            any_before(scan, start, BEFORE_WORDS, language->happens_before));
}

bool frequency_context_is_share(const struct frequency_scan *scan,
                                uint32_t start, uint32_t end)
{
    const struct frequency_language *language = scan->language;
    if (is_among_substances(scan, start, end) ||
        any_before(scan, start, CHANGES_BEFORE_WORDS, language->changes) ||
        any_after(scan, end, AFTER_WORDS, language->changes))
        return false;
    return says_people(scan, start, end) ||
           (scan->with_terms && stands_alone(scan, start, end));
}

bool frequency_context_is_one_in(const struct frequency_scan *scan,
                                 uint32_t number, uint32_t end)
{
    const struct frequency_language *language = scan->language;
    bool is_label = ascii_is_digit(scan->text[number]) &&
                    any_before(scan, number, 1, language->labels);
    return !is_label && !is_among_substances(scan, number, end) &&
           !any_after(scan, end, 1, language->units);
}

bool frequency_context_is_other(const struct frequency_scan *scan,
                                uint32_t start, uint32_t end)
{
    return any_before(scan, start, 1, scan->language->other_before) ||
           any_after(scan, end, 2, scan->language->other_after);
}
