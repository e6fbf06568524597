/* Makes the set of correctly spelled words from a word list with one word to a
 * line (SCOWL's, as packaged in Debian). Writes C to be included:
 * right_words_data[].
 *
 *   make_right_words LIST OUTPUT */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "search/right_words.h"

#define LETTERS_MIN 4 /* shorter words are not corrected */

struct word_list {
    char **words;
    size_t n, capacity;
};

static void add(struct word_list *list, const char *word)
{
    if (list->n == list->capacity) {
        list->capacity = list->capacity ? 2 * list->capacity : 1024;
        list->words =
            realloc(list->words, list->capacity * sizeof *list->words);
    }
    char *copy = malloc(strlen(word) + 1);
    if (!list->words || !copy)
        exit(EXIT_FAILURE);
    strcpy(copy, word);
    list->words[list->n++] = copy;
}

static int compare(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Reads the words that consist of letters without accents, in lower case. */
static void read_list(struct word_list *list, FILE *in)
{
    char line[256];
    while (fgets(line, sizeof line, in)) {
        line[strcspn(line, "\n")] = '\0';
        for (char *at = line; *at; at++)
            if (*at >= 'A' && *at <= 'Z')
                *at += 'a' - 'A';
        if (strlen(line) >= LETTERS_MIN &&
            strspn(line, "abcdefghijklmnopqrstuvwxyz") == strlen(line))
            add(list, line);
    }
    if (list->n)
        qsort(list->words, list->n, sizeof *list->words, compare);
}

static bool has(const struct word_list *list, const char *word)
{
    return list->n &&
           bsearch(&word, list->words, list->n, sizeof *list->words, compare);
}

static bool is_kept(const struct word_list *list, const char *word)
{
    char singular[256] = "";
    memcpy(singular, word, right_words_singular(word, strlen(word)));
    return !has(list, singular);
}

/* Sets the bits of the words that are kept: all but regular plurals. */
static void set_bits(const struct word_list *list, unsigned char *bits,
                     size_t n_bits)
{
    for (size_t i = 0; i < list->n; i++) {
        const char *word = list->words[i];
        if (!is_kept(list, word))
            continue;
        for (unsigned k = 0; k < RIGHT_WORDS_HASHES; k++) {
            size_t bit = right_words_bit(word, strlen(word), k, n_bits);
            bits[bit / 8] |= (unsigned char)(1u << bit % 8);
        }
    }
}

static size_t count_kept(const struct word_list *list)
{
    size_t n = 0;
    for (size_t i = 0; i < list->n; i++)
        n += is_kept(list, list->words[i]);
    return n;
}

static void write_bits(FILE *out, const unsigned char *bits, size_t n)
{
    fprintf(out, "static const unsigned char right_words_data[] = {");
    for (size_t i = 0; i < n; i++)
        fprintf(out, "%s%u,", i % 16 ? "" : "\n    ", bits[i]);
    fprintf(out, "\n};\n");
}

int main(int argc, char **argv)
{
    struct word_list list = {0};
    FILE *in = argc == 3 ? fopen(argv[1], "r") : NULL;
    FILE *out = in ? fopen(argv[2], "w") : NULL;
    if (!out) {
        perror("make_right_words LIST OUTPUT");
        return EXIT_FAILURE;
    }
    read_list(&list, in);
    size_t n = count_kept(&list) * RIGHT_WORDS_BITS / 8 + 1;
    unsigned char *bits = calloc(n, 1);
    if (!bits)
        return EXIT_FAILURE;
    set_bits(&list, bits, 8 * n);
    write_bits(out, bits, n);
    for (size_t i = 0; i < list.n; i++)
        free(list.words[i]);
    free(list.words);
    free(bits);
    fclose(in);
    return fclose(out) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
