/* How much of its text one article has in common with another.
 *
 * Pairs of neighbouring words are compared, without their order. Texts about
 * different things share few of them ("if you", "of the"), even where they are
 * in the same language and of the same publisher; a new edition keeps most. */
#include "import/likeness.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "article/meta.h"
#include "base/ascii.h"
#include "base/map.h"
#include "base/mem.h"

#define MIN_PAIRS 8 /* fewer say nothing where they differ */
/* Of 100 pairs of the shorter text. */
#define NONE_BELOW 20
#define CLEAR_FROM 50

/* The pairs of a text, sorted, each once. */
struct pairs {
    uint64_t *hashes;
    size_t n, capacity;
};

static const char *body_of(const char *file)
{
    return file + meta_find(file, strlen(file)).body_start;
}

static bool is_letter(char c)
{
    return ascii_is_alnum(c) || (unsigned char)c >= 0x80;
}

/* Length of the word at text. Scripts without spaces, from U+3000 on, have one
 * for each character. */
static size_t word_bytes(const char *text)
{
    size_t n = 0;
    while (is_letter(text[n]) && (unsigned char)text[n] < 0xE3)
        n++;
    if (n > 0 || !is_letter(text[0]))
        return n;
    do
        n++;
    while (((unsigned char)text[n] & 0xC0) == 0x80);
    return n;
}

static uint64_t hash_word(const char *word, size_t n_bytes)
{
    char *lower = mem_strndup(word, n_bytes);
    for (size_t i = 0; i < n_bytes; i++)
        lower[i] = ascii_lower(lower[i]);
    uint64_t hash = map_hash(lower, n_bytes);
    free(lower);
    return hash;
}

static int compare_hashes(const void *a, const void *b)
{
    uint64_t left = *(const uint64_t *)a, right = *(const uint64_t *)b;
    return left < right ? -1 : left > right;
}

static void read_pairs(struct pairs *pairs, const char *text)
{
    uint64_t before = 0;
    size_t n_words = 0;
    *pairs = (struct pairs){0};
    for (size_t n; *text; text += n ? n : 1) {
        n = word_bytes(text);
        if (n == 0)
            continue;
        uint64_t word = hash_word(text, n);
        if (n_words++ > 0) {
            pairs->hashes = mem_grow(pairs->hashes, pairs->n, &pairs->capacity,
                                     sizeof *pairs->hashes);
            pairs->hashes[pairs->n++] = before * 31 + word;
        }
        before = word;
    }
    if (pairs->n == 0)
        return;
    qsort(pairs->hashes, pairs->n, sizeof *pairs->hashes, compare_hashes);
    size_t n_kept = 1;
    for (size_t i = 1; i < pairs->n; i++)
        if (pairs->hashes[i] != pairs->hashes[n_kept - 1])
            pairs->hashes[n_kept++] = pairs->hashes[i];
    pairs->n = n_kept;
}

static size_t count_common(const struct pairs *a, const struct pairs *b)
{
    size_t n = 0;
    for (size_t i = 0, j = 0; i < a->n && j < b->n;) {
        int order = compare_hashes(&a->hashes[i], &b->hashes[j]);
        n += order == 0;
        i += order <= 0;
        j += order >= 0;
    }
    return n;
}

static enum likeness judge(const struct pairs *a, const struct pairs *b)
{
    size_t n_least = a->n < b->n ? a->n : b->n;
    size_t n_common = count_common(a, b);
    if (n_least > 0 && n_common * 100 >= n_least * CLEAR_FROM)
        return LIKENESS_CLEAR;
    if (n_least >= MIN_PAIRS && n_common * 100 < n_least * NONE_BELOW)
        return LIKENESS_NONE;
    return LIKENESS_UNCLEAR;
}

enum likeness likeness_of(const char *a, const char *b)
{
    a = body_of(a);
    b = body_of(b);
    if (strcmp(a, b) == 0)
        return LIKENESS_SAME;
    struct pairs left, right;
    read_pairs(&left, a);
    read_pairs(&right, b);
    enum likeness likeness = judge(&left, &right);
    free(left.hashes);
    free(right.hashes);
    return likeness;
}
