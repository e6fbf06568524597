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

/* Adds a heading that a phrase describes: the first of alternatives, with or
 * without the optional words, and without gaps. */
static void add_example(const char *phrase, bool is_short, struct buf *out)
{
    while (*phrase && *phrase != ';') {
        size_t n = strcspn(phrase, " ;");
        const char *word = phrase + (*phrase == '^');
        bool is_left_out = *word == '?' && is_short;
        word += *word == '?';
        size_t n_word = strcspn(word, "|$* ;");
        if (!is_left_out && strncmp(word, "..", 2) != 0 && n_word) {
            buf_add(out, out->n_bytes ? " " : "");
            if (*word == 'X')
                buf_add(out, "gout");
            else
                buf_add_n(out, word, n_word);
        }
        phrase += n + (phrase[n] == ' ');
    }
}

static bool is_found(const struct phrase_list *list, size_t rule,
                     const struct heading_words *words)
{
    struct phrase_search search = {.list = list};
    struct phrase_match match;
    bool is = false;
    phrase_search_begin(&search, words);
    while (!is && phrase_search_next(&search, words, &match))
        is = match.rule == rule;
    phrase_search_finish(&search);
    return is;
}

/* Returns whether a search finds a phrase in the heading that it describes. An
 * optional word may take one that the phrase needs, so two are tried. */
static bool finds_itself(const struct phrase_list *list, size_t i,
                         const struct heading_words *name)
{
    struct phrase phrase = list->phrases[i];
    bool is = false;
    for (int is_short = 0; is_short <= 1 && !is; is_short++) {
        struct buf heading;
        struct heading_words words;
        buf_init(&heading);
        add_example(list->rules[phrase.rule].phrases + phrase.at, is_short,
                    &heading);
        heading_words_init(&words, heading.data, heading.n_bytes);
        heading_words_mask(&words, name);
        is = is_found(list, phrase.rule, &words);
        heading_words_finish(&words);
        buf_finish(&heading);
    }
    return is;
}

/* The index of phrases passes over none that matches. */
static void phrases_are_found(void **state)
{
    (void)state;
    struct heading_words name;
    size_t n_lost = 0;
    heading_words_init(&name, "gout", 4);
    for (enum lang lang = 0; lang < LANG_COUNT; lang++)
        for (int i = 0; i < PHRASES_COUNT; i++) {
            const struct phrase_list *list = &phrase_tables[lang].lists[i];
            for (size_t k = 0; k < list->n_phrases; k++)
                if (!finds_itself(list, k, &name)) {
                    print_error("%s: not found: %.60s\n", files[lang],
                                list->rules[list->phrases[k].rule].phrases +
                                    list->phrases[k].at);
                    n_lost++;
                }
        }
    heading_words_finish(&name);
    assert_int_equal(n_lost, 0);
}

int main(int argc, char **argv)
{
    files = (const char *const *)argv + 1;
    if (argc != LANG_COUNT + 1)
        return 1;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_folded),
        cmocka_unit_test(safety_kinds_have_phrases),
        cmocka_unit_test(phrases_are_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
