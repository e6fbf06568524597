/* The set of correctly spelled words, as a Bloom filter: a word is in the set
 * if all of its bits are set, which is also true of one in a thousand other
 * words. The program that makes it during the build and the dictionary that
 * queries it share this file. */
#ifndef MEDFAQ_SEARCH_RIGHT_WORDS_H
#define MEDFAQ_SEARCH_RIGHT_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define RIGHT_WORDS_BITS 14   /* of the filter for each word */
#define RIGHT_WORDS_HASHES 10 /* bits that each word sets */

/* Returns the number, below n_bits, of the i-th bit that a word sets. */
static inline size_t right_words_bit(const char *word, size_t n_bytes,
                                     unsigned i, size_t n_bits)
{
    uint64_t hash = UINT64_C(14695981039346656037); /* FNV-1a */
    for (size_t k = 0; k < n_bytes; k++)
        hash = (hash ^ (unsigned char)word[k]) * UINT64_C(1099511628211);
    hash ^= hash >> 33;
    hash *= UINT64_C(0x9FB21C651E98DF25); /* an odd constant with mixed bits */
    hash ^= hash >> 33;
    uint64_t step = hash >> 32 | 1;
    return (size_t)(((hash & UINT32_MAX) + i * step + (size_t)i * i * i) %
                    n_bits);
}

/* Returns the length of a word without the s of a regular plural, or 0 if it
 * does not end like one. Plurals of listed words are left out of the set. */
static inline size_t right_words_singular(const char *word, size_t n_bytes)
{
    return n_bytes > 4 && word[n_bytes - 1] == 's' ? n_bytes - 1 : 0;
}

#endif
