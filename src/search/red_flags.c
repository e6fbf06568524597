/* Compares the words of a question with the table of red flags. */
#include "search/red_flags.h"

#include <string.h>

#include "base/fold.h"

#define WORDS_MAX 128
#define DISTANCE_MAX 6 /* words between two words of a row, at most */
#define NOT_FOUND SIZE_MAX

/* A question as a list of folded words. */
struct question {
    struct buf folded; /* the whole text, for Chinese */
    struct buf words;
    const char *items[WORDS_MAX];
    size_t n;
};

static bool is_word_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') ||
           (unsigned char)byte >= 0x80;
}

/* Returns the length of an apostrophe of either kind, or 0. Apostrophes are
 * removed, so that "can't" is one word. */
static size_t apostrophe(const char *at)
{
    return *at == '\'' ? 1 : !strncmp(at, "\xE2\x80\x99", 3) ? 3 : 0;
}

static void split(struct question *question)
{
    for (const char *at = question->folded.data; *at;) {
        size_t n_apostrophe = apostrophe(at);
        if (n_apostrophe)
            at += n_apostrophe;
        else
            buf_add_char(&question->words, is_word_byte(*at) ? *at : ' '), at++;
    }
    char *rest = question->words.data;
    for (char *word; rest && (word = strsep(&rest, " "));)
        if (*word && question->n < WORDS_MAX)
            question->items[question->n++] = word;
}

static void question_init(struct question *question, const char *text)
{
    *question = (struct question){.n = 0};
    buf_init(&question->folded);
    buf_init(&question->words);
    fold_text(text, strlen(text), FOLD_ALL, &question->folded);
    split(question);
}

static void question_finish(struct question *question)
{
    buf_finish(&question->folded);
    buf_finish(&question->words);
}

/* Returns whether a word matches a pattern of n_bytes; "risk*" is a prefix. */
static bool is_word(const char *word, const char *pattern, size_t n_bytes)
{
    if (n_bytes && pattern[n_bytes - 1] == '*')
        return !strncmp(word, pattern, n_bytes - 1);
    return !strncmp(word, pattern, n_bytes) && !word[n_bytes];
}

/* Returns whether the words of a pattern "a_b" occur at a place. */
static bool phrase_at(const struct question *question, size_t i,
                      const char *pattern, size_t n_bytes)
{
    while (n_bytes) {
        const char *end = memchr(pattern, '_', n_bytes);
        size_t n = end ? (size_t)(end - pattern) : n_bytes;
        if (i == question->n || !is_word(question->items[i++], pattern, n))
            return false;
        n += end != NULL;
        pattern += n;
        n_bytes -= n;
    }
    return true;
}

static bool is_chinese(const char *pattern)
{
    return (unsigned char)*pattern >= 0xE3;
}

/* Returns the first place between start and end at which one of "a|b" occurs,
 * or NOT_FOUND. */
static size_t find_any(const struct question *question, const char *patterns,
                       size_t start, size_t end)
{
    for (size_t i = start; i < end && i < question->n; i++)
        for (const char *at = patterns; *at && *at != ' ';) {
            size_t n_bytes = strcspn(at, "| ");
            if (phrase_at(question, i, at, n_bytes))
                return i;
            at += n_bytes + (at[n_bytes] == '|');
        }
    return NOT_FOUND;
}

/* Returns whether one of "a|b" occurs anywhere in a Chinese text. */
static bool has_chinese(const struct question *question, const char *patterns)
{
    for (const char *at = patterns; *at && *at != ' ';) {
        size_t n_bytes = strcspn(at, "| ");
        if (memmem(question->folded.data, question->folded.n_bytes, at,
                   n_bytes))
            return true;
        at += n_bytes + (at[n_bytes] == '|');
    }
    return false;
}

static const char *next(const char *patterns)
{
    patterns += strcspn(patterns, " ");
    return patterns + (*patterns == ' ');
}

/* Returns whether the remaining words of a row occur near a place. */
static bool has_rest(const struct question *question, const char *patterns,
                     size_t place)
{
    size_t start = place > DISTANCE_MAX ? place - DISTANCE_MAX : 0;
    for (; *patterns; patterns = next(patterns))
        if (find_any(question, patterns, start, place + DISTANCE_MAX + 1) ==
            NOT_FOUND)
            return false;
    return true;
}

/* Returns whether a symptom is denied: "no chest pain", "without fever". */
static bool is_denied(const struct question *question, size_t place)
{
    static const char before[] = "no|without|never|denies|sin|ohne|sans";
    return place > 0 &&
           find_any(question, before, place - 1, place) != NOT_FOUND;
}

static bool has_words(const struct question *question, const char *words)
{
    size_t place = NOT_FOUND;
    if (is_chinese(words)) {
        for (; *words; words = next(words))
            if (!has_chinese(question, words))
                return false;
        return true;
    }
    bool is_negative = !strncmp(words, "no ", 3) || !strncmp(words, "no|", 3);
    for (size_t start = 0;
         (place = find_any(question, words, start, question->n)) != NOT_FOUND;
         start = place + 1)
        if ((is_negative || !is_denied(question, place)) &&
            has_rest(question, next(words), place))
            return true;
    return false;
}

/* Returns whether the question contains any word of a list. */
static bool has_any(const struct question *question, const char *words)
{
    for (; words && *words; words = next(words))
        if (is_chinese(words)
                ? has_chinese(question, words)
                : find_any(question, words, 0, question->n) != NOT_FOUND)
            return true;
    return false;
}

static bool is_exception(const struct question *question)
{
    for (size_t i = 0; red_flag_exceptions[i]; i++)
        if (has_any(question, red_flag_exceptions[i]))
            return true;
    return false;
}

bool red_flags_has(const char *text)
{
    struct question question;
    bool found = false;
    question_init(&question, text);
    if (!is_exception(&question))
        for (const struct red_flag *flag = red_flags; flag->words && !found;
             flag++)
            found = has_words(&question, flag->words) &&
                    !has_any(&question, flag->unless);
    question_finish(&question);
    return found;
}
