/* What has changed since an article was read. */
#include "state/revision.h"

#include <stdlib.h>
#include <string.h>

#include "../unit.h"
#include "revised.h"
#include "state/reading.h"

#define N_REVISIONS 500
#define MAX_SENTENCES 600

static void read_text(const char *text, struct buf *out)
{
    struct article *article = article_parse(text, strlen(text), NULL);
    revision_read(article, out);
    article_free(article);
}

static void compare(const char *before, const char *after, struct revision *out)
{
    struct buf reading;
    buf_init(&reading);
    read_text(before, &reading);
    struct article *article = article_parse(after, strlen(after), NULL);
    revision_compare(reading.data, article, out);
    article_free(article);
    buf_finish(&reading);
}

static void tells_what_kind_of_change(void **state)
{
    (void)state;
    static const struct {
        const char *before, *after; /* of a section on storage or on risks */
        bool is_safety;
        enum revision_type type;
        bool has_before;
    } cases[] = {
        {"Take 5 mg.", "Take 50 mg.", false, REVISION_DOSE, true},
        {"Take 5 mg.", "Take 5 g.", false, REVISION_DOSE, true},
        {"Keep it for 5 days.", "Keep it for 7 days.", false, REVISION_NUMBER,
         true},
        {"Take it twice a day.", "Take it once a day.", false, REVISION_NUMBER,
         true},
        {"Keep it in two boxes.", "Keep it in boxes.", false, REVISION_NUMBER,
         true},
        {"Do not freeze it.", "Freeze it.", false, REVISION_NEGATION, true},
        {"Freeze it.", "Do not freeze it.", false, REVISION_NEGATION, false},
        {"It is safe for children.", "It is unsafe for children.", false,
         REVISION_NEGATION, false},
        {"You can drink with it.", "You cannot drink with it.", false,
         REVISION_NEGATION, false},
        {"Bleeding is rare.", "Bleeding is common.", true, REVISION_SAFETY,
         true},
        {"The box is blue and small.", "The box is green and small.", false,
         REVISION_OTHER, false},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        char before[300], after[300];
        static const char form[] =
            "# T\n\n## Storage {kind=%s}\n\nSame one. %s "
            "Same two.\n";
        const char *kind = cases[i].is_safety ? "risks" : "storage";
        snprintf(before, sizeof before, form, kind, cases[i].before);
        snprintf(after, sizeof after, form, kind, cases[i].after);
        struct revision revision;
        compare(before, after, &revision);
        bool pair = revision.n == 1 && revision.changes[0].was_there &&
                    revision.changes[0].after;
        /* If only a digest was kept, a change counts as removed and new. */
        if (cases[i].type == REVISION_OTHER)
            pair = revision.n == 2;
        if (!pair || revision.changes[0].type != cases[i].type ||
            (revision.changes[0].before != NULL) != cases[i].has_before)
            fail_msg("case %zu: %zu changes, type %d", i, revision.n,
                     revision.n ? (int)revision.changes[0].type : -1);
        if (cases[i].has_before) {
            assert_string_equal(revision.changes[0].before, cases[i].before);
            assert_string_equal(revision.changes[0].after, cases[i].after);
        }
        revision_finish(&revision);
    }
}

static void tells_nothing_where_only_the_form_changed(void **state)
{
    (void)state;
    struct revision revision;
    compare("# T\n\n## Risks\n\nIt's \"rare\": 5-10 in 1,000. Do not\nstop "
            "it.[^a]\n\n- One.\n- Two.\n",
            "# T\n\n## Risks\n\nIt’s “rare”: 5–10 in 1000.\nDo not stop "
            "it.[^b]\n\n* Two.\n* One.\n",
            &revision);
    assert_int_equal(revision.n, 0);
    revision_finish(&revision);
}

static void tells_what_is_new_and_what_has_gone(void **state)
{
    (void)state;
    struct revision revision;
    compare("# T\n\n## Risks\n\nBleeding.\n\n## Storage\n\nKeep dry.\n",
            "# T\n\n## Storage\n\nKeep dry.\n\n## Dose\n\nTake 5 mg.\n",
            &revision);
    assert_true(revision.n >= 2);
    assert_int_equal(revision.changes[0].type, REVISION_DOSE);
    assert_null(revision.changes[0].before);
    assert_false(revision.changes[0].was_there);
    assert_string_equal(revision.changes[0].section, "Dose");
    bool is_gone = false;
    for (size_t i = 0; i < revision.n; i++)
        is_gone =
            is_gone || (revision.changes[i].type == REVISION_SAFETY &&
                        strcmp(revision.changes[i].before, "Bleeding.") == 0 &&
                        !revision.changes[i].after);
    assert_true(is_gone);
    revision_finish(&revision);
}

/* ---- made-up revisions ---- */

static struct sentences {
    struct {
        int id;
        enum revised_change change;
        char text[REVISED_TEXT_BYTES];
        bool is_safety;
    } items[MAX_SENTENCES];
    size_t n;
} before, after;

static bool take(void *context, const struct revised_sentence *sentence,
                 const struct revised_section *section)
{
    struct sentences *sentences = context;
    assert_true(sentences->n < MAX_SENTENCES);
    sentences->items[sentences->n].id = sentence->id;
    sentences->items[sentences->n].change = sentence->change;
    snprintf(sentences->items[sentences->n].text, REVISED_TEXT_BYTES, "%s",
             sentence->text);
    sentences->items[sentences->n].is_safety =
        kind_get(kind_find(section->kind))->safety;
    sentences->n++;
    return true;
}

static struct article *parse(const struct revised *revised)
{
    struct buf text;
    buf_init(&text);
    revised_write(revised, &text);
    struct article *article = article_parse(text.data, text.n_bytes, NULL);
    buf_finish(&text);
    return article;
}

static size_t find_id(const struct sentences *sentences, int id)
{
    size_t i = 0;
    while (i < sentences->n && sentences->items[i].id != id)
        i++;
    return i;
}

static bool has_text(const struct sentences *sentences, const char *text)
{
    for (size_t i = 0; i < sentences->n; i++)
        if (strcmp(sentences->items[i].text, text) == 0)
            return true;
    return false;
}

/* Tells whether a text is reported as added or removed, with a type that
 * matters. */
static bool is_told(const struct revision *revision, const char *text,
                    bool matters)
{
    struct tokens wanted = {0};
    bool told = false;
    tokens_add(&wanted, text, strlen(text), LANG_EN);
    for (size_t i = 0; !told && i < revision->n; i++) {
        const struct revision_change *change = &revision->changes[i];
        const char *texts[] = {change->before, change->after};
        if (matters && change->type == REVISION_OTHER)
            continue;
        for (int k = 0; k < 2 && !told; k++) {
            struct tokens tokens = {0};
            if (!texts[k])
                continue;
            tokens_add(&tokens, texts[k], strlen(texts[k]), LANG_EN);
            told = tokens.n == wanted.n;
            for (size_t m = 0; told && m < tokens.n; m++)
                told = tokens.items[m].hash == wanted.items[m].hash;
            tokens_finish(&tokens);
        }
    }
    tokens_finish(&wanted);
    return told;
}

static struct tally {
    size_t n_vital, n_vital_told, n_rest, n_rest_told;
} tally;

static void check_changes(const struct revision *revision)
{
    for (size_t i = 0; i < after.n; i++) {
        size_t old = find_id(&before, after.items[i].id);
        const char *text = after.items[i].text;
        bool is_new = old == before.n;
        /* Sentences with the same words elsewhere are not new. */
        if ((!is_new && after.items[i].change == REVISED_SAME) ||
            has_text(&before, text))
            continue;
        /* One that is new, or whose old words stand elsewhere now, is an
         * addition, whatever was done to it before it was added. */
        bool is_added = is_new || has_text(&after, before.items[old].text);
        bool vital = after.items[i].is_safety ||
                     (!is_added && (after.items[i].change == REVISED_NUMBER ||
                                    after.items[i].change == REVISED_NEGATION));
        bool told = is_told(revision, text, vital);
        tally.n_vital += vital;
        tally.n_vital_told += vital && told;
        tally.n_rest += !vital;
        tally.n_rest_told += !vital && told;
        if (!told)
            printf("# not told: \"%s\" (%d)\n", text,
                   (int)after.items[i].change);
    }
    for (size_t i = 0; i < before.n; i++) {
        if (!before.items[i].is_safety ||
            find_id(&after, before.items[i].id) < after.n ||
            has_text(&after, before.items[i].text))
            continue;
        bool told = is_told(revision, before.items[i].text, true);
        tally.n_vital++;
        tally.n_vital_told += told;
        if (!told)
            printf("# not told: \"%s\" has gone\n", before.items[i].text);
    }
}

static void try_revision(uint64_t seed)
{
    static struct revised revised;
    struct revision revision;
    struct buf reading;
    buf_init(&reading);
    revised_init(&revised, seed);
    before.n = after.n = 0;
    revised_walk(&revised, take, &before);
    struct article *article = parse(&revised);
    revision_read(article, &reading);
    assert_true(reading.n_bytes <= REVISION_MAX_BYTES);
    article_free(article);

    /* only typeset differently: nothing has changed */
    revised_set_anew(&revised);
    article = parse(&revised);
    revision_compare(reading.data, article, &revision);
    if (revision.n)
        fail_msg("seed %d: \"%s\", \"%s\"", (int)seed,
                 revision.changes[0].before, revision.changes[0].after);
    revision_finish(&revision);
    article_free(article);

    revised_change(&revised);
    revised_walk(&revised, take, &after);
    article = parse(&revised);
    revision_compare(reading.data, article, &revision);
    check_changes(&revision);
    revision_finish(&revision);
    article_free(article);
    buf_finish(&reading);
}

static void tells_all_that_matters(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= N_REVISIONS; seed++)
        try_revision(seed);
    printf("# %zu numbers, negations and safety statements, %zu told; %zu "
           "others, %zu told\n",
           tally.n_vital, tally.n_vital_told, tally.n_rest, tally.n_rest_told);
    assert_true(tally.n_vital > 500);
    assert_int_equal(tally.n_vital_told, tally.n_vital);
    assert_true(tally.n_rest_told * 100 >= tally.n_rest * 98);
}

static void keeps_little_of_a_long_article(void **state)
{
    (void)state;
    static const size_t sizes[] = {100, 6000, 20000};
    for (size_t i = 0; i < N_ELEMENTS(sizes); i++) {
        struct buf text, reading;
        struct revision revision;
        buf_init(&text);
        buf_init(&reading);
        buf_add(&text, "# T\n\n## Risks\n\n");
        for (size_t k = 0; k < sizes[i]; k++)
            buf_printf(&text, "Bleeding of type %zu.\n\n", k);
        read_text(text.data, &reading);
        assert_true(reading.n_bytes <= REVISION_MAX_BYTES);
        struct article *article = article_parse(text.data, text.n_bytes, NULL);
        revision_compare(reading.data, article, &revision);
        assert_int_equal(revision.n, 0);
        revision_finish(&revision);
        article_free(article);
        buf_add(&text, "Bleeding of another type.\n");
        article = article_parse(text.data, text.n_bytes, NULL);
        revision_compare(reading.data, article, &revision);
        assert_true(revision.n > 0);
        assert_true(revision.changes[0].type < REVISION_OTHER);
        revision_finish(&revision);
        article_free(article);
        buf_finish(&text);
        buf_finish(&reading);
    }
}

static void reads_anything_as_a_reading(void **state)
{
    (void)state;
    static const char *const kept[] = {"",
                                       "T without a section\n",
                                       "S\nS a\nD12\nL99\nTx\n",
                                       "Lx\nSrisks zz - T\nDqqqq\n",
                                       "\n\n\n",
                                       "Srisks 0000000000000000 - \nT\n"};
    for (size_t i = 0; i < N_ELEMENTS(kept); i++) {
        struct revision revision;
        struct article *article = article_parse("# A\n\nB.\n", 9, NULL);
        revision_compare(kept[i], article, &revision);
        revision_finish(&revision);
        article_free(article);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_what_kind_of_change),
        cmocka_unit_test(tells_nothing_where_only_the_form_changed),
        cmocka_unit_test(tells_what_is_new_and_what_has_gone),
        cmocka_unit_test(keeps_little_of_a_long_article),
        cmocka_unit_test(reads_anything_as_a_reading),
        cmocka_unit_test(tells_all_that_matters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
