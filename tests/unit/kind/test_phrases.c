/* Checks what phrase_compiler cannot: that the words of phrases have the form
 * in which heading_words returns those of headings, so that they can match. */
#include "kind/phrase.h"

#include <string.h>

#include "../unit.h"
#include "base/fold.h"

static const char *const *files; /* by enum lang */

static void check_word(const char *path, unsigned line, const char *word)
{
    char *folded = fold_string(word, FOLD_ALL);
    if (strcmp(word, HEADING_TOPIC) != 0 && strcmp(folded, word) != 0)
        fail_msg("%s:%u: \"%s\" never matches: write \"%s\"", path, line, word,
                 folded);
    free(folded);
}

/* Returns the number of phrases. */
static size_t check_file(const char *path)
{
    char *line = NULL;
    size_t capacity = 0, n_phrases = 0;
    FILE *in = fopen(path, "r");
    assert_non_null(in);
    for (unsigned n = 1; getline(&line, &capacity, in) > 0; n++) {
        if (*line != ' ')
            continue;
        char *rest = line;
        for (char *word; (word = strsep(&rest, " |?^$*\n"));)
            check_word(path, n, word);
        n_phrases++;
    }
    fclose(in);
    free(line);
    return n_phrases;
}

static void words_are_folded(void **state)
{
    (void)state;
    for (enum lang lang = 0; lang < LANG_COUNT; lang++) {
        size_t n_compiled = 0;
        for (int i = 0; i < PHRASES_COUNT; i++)
            n_compiled += phrase_tables[lang].lists[i].n_phrases;
        assert_int_equal(check_file(files[lang]), n_compiled);
        assert_true(n_compiled > 30);
    }
}

/* A language without phrases for a kind would never find its sections. */
static void safety_kinds_have_phrases(void **state)
{
    (void)state;
    for (enum lang lang = 0; lang < LANG_COUNT; lang++) {
        bool has[KIND_COUNT] = {0};
        for (int i = 0; i < PHRASES_COUNT; i++) {
            const struct phrase_rule *rule = phrase_tables[lang].lists[i].rules;
            for (; rule->phrases; rule++)
                has[rule->kind] = true;
        }
        for (enum kind kind = 1; kind < KIND_COUNT; kind++)
            if (!has[kind] && kind_get(kind)->safety)
                fail_msg("%s has no %s", files[lang], kind_get(kind)->id);
    }
}

int main(int argc, char **argv)
{
    files = (const char *const *)argv + 1;
    if (argc != LANG_COUNT + 1)
        return 1;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_folded),
        cmocka_unit_test(safety_kinds_have_phrases),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
