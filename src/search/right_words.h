/* The set of right words as bits (a Bloom filter): a word is in it if each of
 * its bits is set, and so is one in a thousand others. The program that
 * makes it, when medfaq is built, and the dictionary that asks it share this.
 */
#ifndef MEDFAQ_SEARCH_RIGHT_WORDS_H
#define MEDFAQ_SEARCH_RIGHT_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define RIGHT_WORDS_BITS 14   /* for each word */
#define RIGHT_WORDS_HASHES 10 /* bits that a word sets */

/* The bit, of n_bits, that a word of so many letters sets as its i-th. */
static inline size_t right_words_bit(const char *word, size_t n_bytes,
                                     unsigned i, size_t n_bits)
{
    uint64_t hash = UINT64_C(14695981039346656037); /* FNV-1a */
    for (size_t k = 0; k < n_bytes; k++)
        hash = (hash ^ (unsigned char)word[k]) * UINT64_C(1099511628211);
    hash ^= hash >> 33;
    hash *= UINT64_C(0x9FB21C651E98DF25); /* odd, of mixed bits */
    hash ^= hash >> 33;
    uint64_t step = hash >> 32 | 1;
    return (size_t)(((hash & UINT32_MAX) + i * step + (size_t)i * i * i) %
                    n_bits);
}

/* The letters of a word without the s of a plural; 0 if it has none. Plurals of
 * words that the list has are left out. */
static inline size_t right_words_singular(const char *word, size_t n_bytes)
{
    return n_bytes > 4 && word[n_bytes - 1] == 's' ? n_bytes - 1 : 0;
}

#endif
