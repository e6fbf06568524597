/* Counts words while articles are read. */
#include "index/lexicon.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

void lexicon_finish(struct lexicon *lexicon)
{
    map_finish(&lexicon->words);
    arena_finish(&lexicon->arena);
    *lexicon = (struct lexicon){0};
}

struct lexeme *lexicon_get(struct lexicon *lexicon, const char *text,
                           size_t n_bytes)
{
    struct map_entry *entry = map_put(&lexicon->words, text, n_bytes);
    if (!entry->pointer) {
        struct lexeme *lexeme = arena_alloc(&lexicon->arena, sizeof *lexeme);
        lexeme->text = arena_strndup(&lexicon->arena, text, n_bytes);
        lexeme->n_bytes = n_bytes;
        entry->key = lexeme->text;
        entry->pointer = lexeme;
    }
    return entry->pointer;
}

void lexeme_count(struct lexeme *lexeme, int64_t place)
{
    lexeme->n += lexeme->last != place;
    lexeme->last = place;
}

void lexicon_move(struct lexicon *lexicon, struct lexicon *other)
{
    const struct map_entry *entry = NULL;
    if (!lexicon->words.n) {
        lexicon_finish(lexicon);
        *lexicon = *other;
        *other = (struct lexicon){0};
        return;
    }
    while ((entry = map_next(&other->words, entry))) {
        const struct lexeme *word = entry->pointer;
        struct lexeme *sum = lexicon_get(lexicon, word->text, word->n_bytes);
        sum->n += word->n;
        sum->medicines += word->medicines;
    }
    lexicon_finish(other);
}

static int by_text(const void *a, const void *b)
{
    const struct lexeme *x = *(struct lexeme *const *)a;
    const struct lexeme *y = *(struct lexeme *const *)b;
    return strcmp(x->text, y->text);
}

struct lexeme **lexicon_sorted(const struct lexicon *lexicon)
{
    const struct map_entry *entry = NULL;
    size_t n = 0;
    struct lexeme **list = mem_calloc(lexicon->words.n + 1, sizeof *list);
    while ((entry = map_next(&lexicon->words, entry)))
        list[n++] = entry->pointer;
    qsort(list, n, sizeof *list, by_text);
    return list;
}
