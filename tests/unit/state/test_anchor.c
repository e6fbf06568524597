/* Notes stay with their passages while the article changes. */
#include "state/anchor.h"

#include <stdlib.h>
#include <string.h>

#include "../unit.h"
#include "base/mem.h"
#include "revised.h"

#define N_REVISIONS 500
#define N_NOTES 20 /* for each revision: 10,000 in all */
#define MAX_SENTENCES 2000

/* An article, and where each sentence is in its text. */
struct placed {
    struct article *article;
    struct {
        int id;
        enum revised_change change;
        uint32_t start, end;
    } sentences[MAX_SENTENCES];
    size_t n;
    const char *at;
};

/* Replaces typographic quotes and dashes by plain ones. */
static bool matches(const char *text, const char *sentence, size_t *length)
{
    const char *at = text;
    for (; *sentence; sentence++) {
        if (*at == *sentence)
            at++;
        else if (*sentence == '"' &&
                 (!strncmp(at, "“", 3) || !strncmp(at, "”", 3)))
            at += 3;
        else if (*sentence == '-' && !strncmp(at, "–", 3))
            at += 3;
        else
            return false;
    }
    *length = (size_t)(at - text);
    return true;
}

static bool place(void *context, const struct revised_sentence *sentence,
                  const struct revised_section *section)
{
    struct placed *placed = context;
    size_t length;
    (void)section;
    while (*placed->at && !matches(placed->at, sentence->text, &length))
        placed->at++;
    if (!*placed->at)
        fail_msg("not in the text: \"%s\"", sentence->text);
    uint32_t start = (uint32_t)(placed->at - placed->article->text);
    placed->sentences[placed->n].id = sentence->id;
    placed->sentences[placed->n].change = sentence->change;
    placed->sentences[placed->n].start = start;
    placed->sentences[placed->n].end = start + (uint32_t)length;
    placed->n++;
    placed->at += length;
    return true;
}

static void placed_init(struct placed *placed, const struct revised *revised)
{
    struct buf text;
    buf_init(&text);
    revised_write(revised, &text);
    placed->article = article_parse(text.data, text.n_bytes, NULL);
    placed->n = 0;
    placed->at = placed->article->text;
    revised_walk(revised, place, placed);
    buf_finish(&text);
}

static struct tally {
    size_t n_there, n_kept, n_wrong, n_gone, n_orphans, n_untold, n_false;
} tally;

static void check_note(const struct placed *after,
                       const struct anchor_text *text,
                       const struct anchor *anchor, int id)
{
    struct anchor_range range;
    enum anchor_result result = anchor_find(text, anchor, &range);
    size_t i = 0;
    while (i < after->n && after->sentences[i].id != id)
        i++;
    bool there = i < after->n;
    tally.n_there += there;
    tally.n_gone += !there;
    tally.n_orphans += result == ANCHOR_LOST;
    if (result == ANCHOR_LOST)
        return;
    bool right =
        there && range.start < after->sentences[i].end &&
        after->sentences[i].start < range.end &&
        (i == 0 || range.start >= after->sentences[i - 1].end) &&
        (i + 1 == after->n || range.end <= after->sentences[i + 1].start);
    tally.n_wrong += !right;
    tally.n_kept += right;
    if (!right) {
        printf("# wrong: \"%s\" on \"%.*s\"\n", anchor->exact,
               (int)(range.end - range.start),
               after->article->text + range.start);
        return;
    }
    bool changed = after->sentences[i].change != REVISED_SAME;
    tally.n_untold += changed && result == ANCHOR_FOUND;
    tally.n_false += !changed && result == ANCHOR_CHANGED;
}

static void try_revision(uint64_t seed)
{
    static struct revised revised;
    static struct placed before, after;
    revised_init(&revised, seed);
    placed_init(&before, &revised);
    struct anchor_text *old_text = anchor_text_new(before.article);
    revised_change(&revised);
    placed_init(&after, &revised);
    struct anchor_text *new_text = anchor_text_new(after.article);
    for (int i = 0; i < N_NOTES; i++) {
        size_t n = revised_random(&revised, before.n);
        struct anchor anchor;
        anchor_make(old_text, before.sentences[n].start,
                    before.sentences[n].end, &anchor);
        check_note(&after, new_text, &anchor, before.sentences[n].id);
        anchor_finish(&anchor);
    }
    anchor_text_free(old_text);
    anchor_text_free(new_text);
    article_free(before.article);
    article_free(after.article);
}

static void never_slips(void **state)
{
    (void)state;
    tally = (struct tally){0};
    for (uint64_t seed = 1; seed <= N_REVISIONS; seed++)
        try_revision(seed);
    printf("# %zu notes: %zu passages still there, %zu found (%.2f%%), %zu "
           "gone; %zu orphans, %zu on a wrong passage, %zu changes untold, "
           "%zu false\n",
           tally.n_there + tally.n_gone, tally.n_there, tally.n_kept,
           100.0 * (double)tally.n_kept / (double)tally.n_there, tally.n_gone,
           tally.n_orphans, tally.n_wrong, tally.n_untold, tally.n_false);
    assert_int_equal(tally.n_there + tally.n_gone, N_REVISIONS * N_NOTES);
    assert_true(tally.n_gone > 100);
    assert_int_equal(tally.n_wrong, 0);
    assert_int_equal(tally.n_untold, 0);
    assert_true(tally.n_kept * 100 >= tally.n_there * 97);
}

static enum anchor_result find_in(const char *before, const char *quote,
                                  const char *after, char *found, size_t size)
{
    struct article *old = article_parse(before, strlen(before), NULL);
    struct article *new = article_parse(after, strlen(after), NULL);
    struct anchor_text *old_text = anchor_text_new(old);
    struct anchor_text *new_text = anchor_text_new(new);
    struct anchor anchor;
    struct anchor_range range = {0, 0};
    const char *at = strstr(old->text, quote);
    assert_non_null(at);
    uint32_t start = (uint32_t)(at - old->text);
    anchor_make(old_text, start, start + (uint32_t)strlen(quote), &anchor);
    assert_string_equal(anchor.exact, quote);
    enum anchor_result result = anchor_find(new_text, &anchor, &range);
    snprintf(found, size, "%.*s", (int)(range.end - range.start),
             new->text + range.start);
    anchor_finish(&anchor);
    anchor_text_free(old_text);
    anchor_text_free(new_text);
    article_free(old);
    article_free(new);
    return result;
}

static void tells_what_became_of_a_passage(void **state)
{
    (void)state;
    static const struct {
        const char *before, *quote, *after;
        enum anchor_result result;
        const char *found;
    } cases[] = {
        /* a number, a negation */
        {"# T\n\n## Dose\n\nTake 5 mg each morning. Drink water.\n",
         "Take 5 mg each morning.",
         "# T\n\n## Dose\n\nTake 50 mg each morning. Drink water.\n",
         ANCHOR_CHANGED, "Take 50 mg each morning."},
        {"# T\n\n## Dose\n\nDo not crush the tablets. Drink water.\n",
         "Do not crush the tablets.",
         "# T\n\n## Dose\n\nDo crush the tablets. Drink water.\n",
         ANCHOR_CHANGED, "Do crush the tablets."},
        /* only the lines and the quotes */
        {"# T\n\n## Dose\n\nTake \"one\" tablet now. Drink water.\n",
         "Take \"one\" tablet now.",
         "# T\n\n## Dose\n\nTake\n“one” tablet\nnow. Drink water.\n",
         ANCHOR_FOUND, "Take “one” tablet now."},
        /* the same words under another heading are a different passage */
        {"# T\n\n## Adults\n\nTake 5 mg.\n\n## Children\n\nTake 5 mg.\n",
         "Take 5 mg.",
         "# T\n\n## Adults\n\nAsk first.\n\n## Children\n\nTake 5 mg.\n",
         ANCHOR_LOST, ""},
        /* a neighbour that moves into its place is not the passage */
        {"# T\n\n## Harms\n\n- Headache: 5 in 100 people.\n"
         "- Nausea: 7 in 100 people.\n- Rash: 9 in 100 people.\n",
         "Headache: 5 in 100 people.",
         "# T\n\n## Harms\n\n- Nausea: 7 in 100 people.\n"
         "- Rash: 9 in 100 people.\n",
         ANCHOR_LOST, ""},
        {"# T\n\n## Harms\n\nBleeding.\n", "Bleeding.", "", ANCHOR_LOST, ""},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        char found[200];
        enum anchor_result result =
            find_in(cases[i].before, cases[i].quote, cases[i].after, found,
                    sizeof found);
        if (result != cases[i].result || strcmp(found, cases[i].found) != 0)
            fail_msg("case %zu: result %d, \"%s\"", i, result, found);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_what_became_of_a_passage),
        cmocka_unit_test(never_slips),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
