/* Writes the indexes of the phrases of kinds to standard output, as C. */
#include <stdio.h>
#include <stdlib.h>

#include "article/kind_index.h"
#include "article/phrase_index.h"

static void write_arrays(const struct phrase_indexer *indexer, int number)
{
    printf("\nstatic const struct phrase phrases_%d[] = {", number);
    for (size_t i = 0; i < indexer->n; i++)
        printf("{%d, %d}, ", indexer->phrases[i].list, indexer->phrases[i].at);
    printf("{0}};\nstatic const struct phrase_need needs_%d[] = {", number);
    for (size_t i = 0; i < indexer->n_needs; i++)
        printf("{%lu, %d, %d}, ", (unsigned long)indexer->needs[i].start,
               indexer->needs[i].phrase, indexer->needs[i].next);
    printf("{0}};\nstatic const uint16_t first_need_%d[] = {", number);
    for (size_t i = 0; i < PHRASE_KEYS; i++)
        printf("%d, ", indexer->first_need[i]);
    printf("};\n");
}

/* Returns how many phrases the index has. */
static size_t write_index(enum lang lang, enum kind_rules which, int number)
{
    struct phrase_indexer indexer = {0};
    for (const struct kind_rule *rule = kind_rules(lang, which); rule->phrases;
         rule++)
        phrase_indexer_add(&indexer, rule->phrases);
    size_t n = indexer.n;
    if (n > UINT16_MAX || indexer.n_needs >= UINT16_MAX)
        abort(); /* that is what their numbers have room for */
    write_arrays(&indexer, number);
    phrase_indexer_finish(&indexer);
    return n;
}

int main(void)
{
    size_t n[LANG_COUNT * RULES_COUNT];
    printf("/* Made from kind_phrases_*.c by kind_index_main.c. */\n"
           "#include \"article/kind_index.h\"\n");
    for (int i = 0; i < LANG_COUNT * RULES_COUNT; i++)
        n[i] = write_index((enum lang)(i / RULES_COUNT),
                           (enum kind_rules)(i % RULES_COUNT), i);
    printf("\nconst struct phrase_index"
           " kind_indexes[LANG_COUNT][RULES_COUNT] = {\n");
    for (int i = 0; i < LANG_COUNT * RULES_COUNT; i++)
        printf("    [%d][%d] = {phrases_%d, %zu, needs_%d, first_need_%d},\n",
               i / RULES_COUNT, i % RULES_COUNT, i, n[i], i, i);
    printf("};\n");
    return fflush(stdout) || ferror(stdout);
}
