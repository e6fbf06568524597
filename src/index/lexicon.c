/* Words counted while articles are read. */
#include "index/lexicon.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#define ROWS_AT_FIRST 4096

void lexicon_init(struct lexicon *lexicon)
{
    *lexicon = (struct lexicon){
        .rows = mem_calloc(ROWS_AT_FIRST, sizeof *lexicon->rows),
        .capacity = ROWS_AT_FIRST,
    };
}

void lexicon_finish(struct lexicon *lexicon)
{
    free(lexicon->rows);
    arena_finish(&lexicon->arena);
    *lexicon = (struct lexicon){0};
}

static uint32_t hash_of(const char *text, size_t n_bytes)
{
    uint32_t hash = 0x811C9DC5u;
    for (size_t i = 0; i < n_bytes; i++)
        hash = (hash ^ (unsigned char)text[i]) * 0x01000193u;
    return hash;
}

/* The row of a word, or the free one where it would stand. */
static struct lexeme **row_of(const struct lexicon *lexicon, const char *text,
                              size_t n_bytes, uint32_t hash)
{
    size_t mask = lexicon->capacity - 1, i = hash & mask;
    for (; lexicon->rows[i]; i = (i + 1) & mask) {
        const struct lexeme *lexeme = lexicon->rows[i];
        if (lexeme->hash == hash && lexeme->n_bytes == n_bytes &&
            !memcmp(lexeme->text, text, n_bytes))
            break;
    }
    return &lexicon->rows[i];
}

static void grow(struct lexicon *lexicon)
{
    struct lexicon larger = *lexicon;
    larger.capacity *= 2;
    larger.rows = mem_calloc(larger.capacity, sizeof *larger.rows);
    for (size_t i = 0; i < lexicon->capacity; i++) {
        struct lexeme *lexeme = lexicon->rows[i];
        if (lexeme)
            *row_of(&larger, lexeme->text, lexeme->n_bytes, lexeme->hash) =
                lexeme;
    }
    free(lexicon->rows);
    *lexicon = larger;
}

struct lexeme *lexicon_get(struct lexicon *lexicon, const char *text,
                           size_t n_bytes)
{
    uint32_t hash = hash_of(text, n_bytes);
    struct lexeme **row = row_of(lexicon, text, n_bytes, hash);
    if (*row)
        return *row;
    if (lexicon->n * 2 >= lexicon->capacity) {
        grow(lexicon);
        row = row_of(lexicon, text, n_bytes, hash);
    }
    *row = arena_alloc(&lexicon->arena, sizeof **row);
    (*row)->text = arena_strndup(&lexicon->arena, text, n_bytes);
    (*row)->n_bytes = (uint32_t)n_bytes;
    (*row)->hash = hash;
    lexicon->n++;
    return *row;
}

void lexeme_count(struct lexeme *lexeme, int64_t place)
{
    lexeme->n += lexeme->last != place;
    lexeme->last = place;
}

static int by_text(const void *a, const void *b)
{
    const struct lexeme *x = *(struct lexeme *const *)a;
    const struct lexeme *y = *(struct lexeme *const *)b;
    return strcmp(x->text, y->text);
}

void lexicon_sort(struct lexicon *lexicon)
{
    size_t n = 0;
    for (size_t i = 0; i < lexicon->capacity; i++)
        if (lexicon->rows[i])
            lexicon->rows[n++] = lexicon->rows[i];
    qsort(lexicon->rows, n, sizeof(struct lexeme *), by_text);
}
