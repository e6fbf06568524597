/* From an article's text to words and sentences, in one pass over it. */
#include "check/prose.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/mem.h"

#define BLANK '\x01' /* in place of each byte of a citation */

static bool is_prose(const struct node *leaf)
{
    return leaf->type == NODE_PARAGRAPH || leaf->type == NODE_CELL;
}

/* Bytes of a letter, that of an apostrophe included; other punctuation of
 * U+2000 to U+206F and U+00A0 to U+00BF are none. Returns their number. */
static size_t letter_bytes(const char *text, size_t n_bytes)
{
    unsigned char c = (unsigned char)*text;
    if (c < 0x80)
        return (c >= 'a' && c <= 'z') || ascii_is_digit(*text);
    if (c == 0xC2)
        return 0;
    if (c == 0xE2 && n_bytes >= 3 && (unsigned char)text[1] <= 0x81)
        return memcmp(text, "\u2019", 3) == 0 ? 3 : 0;
    return 1;
}

/* May the byte at i join what stands on both sides of it to one word? */
static bool joins(const char *text, size_t i, size_t end)
{
    if (i + 1 >= end)
        return false;
    if (text[i] == ',' || text[i] == '.')
        return i && ascii_is_digit(text[i - 1]) && ascii_is_digit(text[i + 1]);
    return (text[i] == '-' || text[i] == '\'') &&
           letter_bytes(text + i + 1, end - i - 1);
}

static bool is_plain(char byte)
{
    static const bool plain[256] = {
        ['0'] = 1, ['1'] = 1, ['2'] = 1, ['3'] = 1, ['4'] = 1, ['5'] = 1,
        ['6'] = 1, ['7'] = 1, ['8'] = 1, ['9'] = 1, ['a'] = 1, ['b'] = 1,
        ['c'] = 1, ['d'] = 1, ['e'] = 1, ['f'] = 1, ['g'] = 1, ['h'] = 1,
        ['i'] = 1, ['j'] = 1, ['k'] = 1, ['l'] = 1, ['m'] = 1, ['n'] = 1,
        ['o'] = 1, ['p'] = 1, ['q'] = 1, ['r'] = 1, ['s'] = 1, ['t'] = 1,
        ['u'] = 1, ['v'] = 1, ['w'] = 1, ['x'] = 1, ['y'] = 1, ['z'] = 1};
    return plain[(unsigned char)byte];
}

static size_t word_end(const char *text, size_t i, size_t end)
{
    while (i < end) {
        while (i < end && is_plain(text[i])) /* as nearly all are */
            i++;
        if (i >= end)
            break;
        size_t n = letter_bytes(text + i, end - i);
        if (!n && !joins(text, i, end))
            break;
        i += n ? n : 1;
    }
    return i < end ? i : end;
}

/* The end of what closes a sentence after its full stop: quotes, brackets,
 * citations. */
static size_t after_closing(const char *text, size_t i, size_t end)
{
    while (i < end) {
        if (strchr(")]\"'*", text[i]) || text[i] == BLANK)
            i++;
        else if (end - i >= 3 && !memcmp(text + i, "\u201D", 3))
            i += 3;
        else
            break;
    }
    return i;
}

/* Does a sentence end with the byte before i? What follows must look like the
 * start of another: "e.g. aspirin" and "2.5" go on. */
static bool ends_sentence(const struct prose *prose, size_t i, size_t end)
{
    const char *text = prose->text;
    if (!strchr(".!?", text[i - 1]))
        return false;
    i = after_closing(text, i, end);
    if (i >= end)
        return true;
    if (text[i] != ' ' && text[i] != '\n')
        return false;
    while (i < end && (text[i] == ' ' || text[i] == '\n' || text[i] == '('))
        i++;
    return i >= end || !ascii_is_lower(prose->article->text[i]);
}

#define NUMBERS_OF_A_LETTER 7

/* By their first letter, from e to t. */
static const struct number_word {
    const char *word;
    int32_t number;
} number_words['t' - 'e' + 1][NUMBERS_OF_A_LETTER] = {
    ['e' - 'e'] = {{"eight", 8}, {"eleven", 11}},
    ['f' - 'e'] = {{"five", 5},
                   {"four", 4},
                   {"fifteen", 15},
                   {"forty", 40},
                   {"fifty", 50}},
    ['h' - 'e'] = {{"hundred", 100}},
    ['m' - 'e'] = {{"million", 1000000}},
    ['n' - 'e'] = {{"nine", 9}},
    ['o' - 'e'] = {{"one", 1}},
    ['s' - 'e'] = {{"six", 6}, {"seven", 7}, {"sixty", 60}},
    ['t' - 'e'] = {{"two", 2},
                   {"three", 3},
                   {"ten", 10},
                   {"twelve", 12},
                   {"twenty", 20},
                   {"thirty", 30},
                   {"thousand", 1000}},
};

#define DIGITS_MAX 100000000

/* Digits, with commas; -1 if there is anything else. */
static int32_t digits_of(const char *text, size_t n_bytes)
{
    int32_t number = 0;
    for (size_t i = 0; i < n_bytes; i++) {
        if (text[i] == ',')
            continue;
        if (!ascii_is_digit(text[i]) || number > DIGITS_MAX)
            return -1;
        number = number * 10 + text[i] - '0';
    }
    return n_bytes ? number : -1;
}

/* Most words begin with a letter, or have a length, that no number has. */
static int32_t number_of(const char *text, size_t n_bytes)
{
    if (ascii_is_digit(*text))
        return digits_of(text, n_bytes);
    if (n_bytes < 3 || n_bytes > 8 || *text < 'e' || *text > 't')
        return -1;
    const struct number_word *row = number_words[*text - 'e'];
    for (size_t i = 0; i < NUMBERS_OF_A_LETTER && row[i].word; i++)
        if (row[i].word[1] == text[1] && !strncmp(row[i].word, text, n_bytes) &&
            !row[i].word[n_bytes])
            return row[i].number;
    return -1;
}

static void add_word(struct prose *prose, size_t start, size_t end)
{
    prose->words = mem_grow(prose->words, prose->n_words,
                            &prose->words_capacity, sizeof *prose->words);
    prose->words[prose->n_words++] =
        (struct prose_word){(uint32_t)start, (uint32_t)end,
                            number_of(prose->text + start, end - start)};
}

static void add_sentence(struct prose *prose, struct sentence sentence,
                         size_t end)
{
    sentence.end = (uint32_t)end;
    sentence.end_word = (uint32_t)prose->n_words;
    sentence.cited =
        memchr(prose->text + sentence.start, BLANK, end - sentence.start);
    if (sentence.end_word == sentence.first_word && !sentence.cited)
        return;
    prose->sentences =
        mem_grow(prose->sentences, prose->n_sentences,
                 &prose->sentences_capacity, sizeof *prose->sentences);
    prose->sentences[prose->n_sentences++] = sentence;
}

static void blank_citations(struct prose *prose, const struct node *leaf)
{
    for (const struct node *node = node_walk(leaf, leaf); node;
         node = node_walk(leaf, node))
        if (node->type == NODE_CITATION)
            memset(prose->text + node->text_start, BLANK,
                   node->text_end - node->text_start);
}

static bool ends_block(const char *text, size_t start, size_t end)
{
    while (end > start &&
           (strchr(" \n)\"'", text[end - 1]) || text[end - 1] == BLANK))
        end--;
    return end > start && strchr(".!?:", text[end - 1]);
}

static void add_block(struct prose *prose, const struct node *leaf)
{
    const char *text = prose->text;
    size_t i = leaf->text_start, end = leaf->text_end;
    struct sentence sentence = {.start = leaf->text_start, .block = leaf};
    sentence.first_word = (uint32_t)prose->n_words;
    while (i < end) {
        size_t past = word_end(text, i, end);
        if (past > i)
            add_word(prose, i, past);
        i = past > i ? past : i + 1;
        if (past < i && text[i - 1] != ' ' && ends_sentence(prose, i, end)) {
            i = after_closing(text, i, end);
            sentence.complete = true;
            add_sentence(prose, sentence, i);
            sentence.start = (uint32_t)i;
            sentence.first_word = (uint32_t)prose->n_words;
        }
    }
    if (sentence.start < end) {
        sentence.complete = ends_block(text, sentence.start, end);
        add_sentence(prose, sentence, end);
    }
}

static char *lower_case(const struct article *article)
{
    char *text = mem_strndup(article->text, article->n_text_bytes);
    for (size_t i = 0; i < article->n_text_bytes; i++)
        text[i] = (char)(text[i] | (ascii_is_upper(text[i]) ? 'a' - 'A' : 0));
    return text;
}

void prose_init(struct prose *prose, const struct article *article)
{
    *prose = (struct prose){.article = article, .text = lower_case(article)};
    for (size_t i = 0; i < article->n_leaves; i++) {
        if (!is_prose(article->leaves[i]))
            continue;
        blank_citations(prose, article->leaves[i]);
        add_block(prose, article->leaves[i]);
    }
}

void prose_finish(struct prose *prose)
{
    free(prose->text);
    free(prose->words);
    free(prose->sentences);
    *prose = (struct prose){0};
}

bool prose_is(const struct prose *prose, size_t word, const char *text)
{
    if (word >= prose->n_words)
        return false;
    const struct prose_word *at = &prose->words[word];
    const char *own = prose->text + at->start;
    size_t n_bytes = at->end - at->start;
    return *own == *text && !strncmp(own, text, n_bytes) && !text[n_bytes];
}

bool prose_is_any(const struct prose *prose, size_t word,
                  const char *const *list)
{
    if (word >= prose->n_words)
        return false;
    char first = prose->text[prose->words[word].start];
    for (; *list; list++)
        if (**list == first && prose_is(prose, word, *list))
            return true;
    return false;
}

#define LOOK_AT_WORDS 2000
#define FEW_WORDS 50
#define ENGLISH_PERCENT 5

bool prose_looks_english(const struct prose *prose)
{
    static const char *const small[] = {"the", "of", "and", "to",   "a",   "in",
                                        "is",  "it", "you", "your", "for", "or",
                                        "if",  "be", "not", NULL};
    size_t n = prose->n_words < LOOK_AT_WORDS ? prose->n_words : LOOK_AT_WORDS;
    size_t n_small = 0;
    for (size_t word = 0; word < n; word++)
        n_small += prose_is_any(prose, word, small);
    return n < FEW_WORDS || n_small * 100 >= n * ENGLISH_PERCENT;
}

bool prose_is_number(const struct prose *prose, size_t word)
{
    return word < prose->n_words &&
           ascii_is_digit(prose->text[prose->words[word].start]);
}

size_t prose_block_end(const struct prose *prose, size_t sentence)
{
    size_t end = sentence;
    while (end < prose->n_sentences &&
           prose->sentences[end].block == prose->sentences[sentence].block)
        end++;
    return end;
}

size_t prose_sentence_at(const struct prose *prose, uint32_t text_offset)
{
    size_t low = 0, high = prose->n_sentences;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (prose->sentences[middle].start < text_offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
