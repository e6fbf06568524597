/* Reviews: digests of sections, and the words for their state. */
#include "article/review.h"

#include <string.h>

#include "../unit.h"

static struct article *parse(const char *reviewers, const char *body)
{
    struct buf text;
    buf_init(&text);
    buf_printf(&text, "---\ntitle: T\n%s---\n%s", reviewers, body);
    struct article *article = article_parse(text.data, text.n_bytes, "x/t.md");
    buf_finish(&text);
    return article;
}

static const char body[] =
    "Start.\n\n## Risks\n\nOne of\nmany.[^a]\n\n## Uses\n\nTwo.\n";

/* Appends front matter in which a reviewer signs this body. */
static void sign(const char *signed_body, struct buf *out)
{
    struct article *article = parse("", signed_body);
    char digest[REVIEW_DIGEST_BYTES];
    buf_add(out, "reviewers:\n- {name: N, role: R, date: 2026-11-01, "
                 "sections: {");
    for (size_t i = 0; i < article->n_sections; i++) {
        review_digest(article, i, digest);
        buf_printf(out, "%s\"%s\": \"%s\"", i ? ", " : "",
                   review_key(article, i), digest);
    }
    buf_add(out, "}}\n");
    article_free(article);
}

static void changes_are_told(void **state)
{
    (void)state;
    static const struct {
        const char *body;
        size_t n_changed;
    } rows[] = {
        {body, 0},
        /* Line breaks do not count. */
        {"Start.\n\n## Risks\n\nOne of many.[^a]\n\n\n## Uses\n\nTwo.\n", 0},
        {"Start.\n\n## Risks\n\nOne of few.[^a]\n\n## Uses\n\nTwo.\n", 1},
        {"Start.\n\n## Risks\n\nOne of many.[^b]\n\n## Uses\n\nTwo.\n", 1},
        {"Stop.\n\n## Risks\n\nOne of many.[^a]\n\n## Uses\n\nThree.\n", 2},
        {"Start.\n\n## Risks\n\nOne of many.[^a]\n", 1}, /* gone */
        {"Start.\n\n## Risks\n\nOne of many.[^a]\n\n## Uses\n\nTwo.\n\n"
         "## New\n\nThree.\n",
         1},
    };
    struct buf reviewers;
    buf_init(&reviewers);
    sign(body, &reviewers);
    for (size_t i = 0; i < N_ELEMENTS(rows); i++) {
        struct article *article = parse(reviewers.data, rows[i].body);
        assert_int_equal(article->diagnostics.n, 0);
        assert_int_equal(review_n_changed(article), rows[i].n_changed);
        assert_string_equal(article_review_state(article),
                            rows[i].n_changed
                                ? "changed since the review of 2026-11-01"
                                : "reviewed by N");
        article_free(article);
    }
    buf_finish(&reviewers);
}

/* Front matter as earlier versions and imports write it. */
static void older_forms_stay_valid(void **state)
{
    (void)state;
    static const struct {
        const char *reviewers, *said;
    } rows[] = {
        {"reviewers: []\n", "not medically reviewed"},
        {"reviewed: 2024-05-01\n", "reviewed, reviewer not named"},
        {"lang: de\nreviewed: 2024-05\n", "geprüft, Prüfer nicht genannt"},
        {"reviewers: [{name: N}]\n", "reviewed by N, review not dated"},
        {"reviewers: [N]\n", "reviewed by N, review not dated"},
        {"reviewers: [{name: N, role: R}, {name: M}]\n",
         "reviewed by N and others, review not dated"},
        {"reviewers: [{name: N}]\nreviewed: 2026-11-01\n", "reviewed by N"},
        {"reviewers: [{name: N, date: 2026-11-01}]\n", "reviewed by N"},
        {"lang: es\nreviewers: [{name: N}]\n",
         "revisado por N, revisi\u00F3n sin fecha"},
    };
    for (size_t i = 0; i < N_ELEMENTS(rows); i++) {
        struct article *article = parse(rows[i].reviewers, body);
        assert_int_equal(article->diagnostics.n, 0);
        assert_string_equal(article_review_state(article), rows[i].said);
        article_free(article);
    }
}

/* The latest review counts. */
static void later_reviews_count(void **state)
{
    (void)state;
    struct article *article =
        parse("reviewers:\n"
              "- {name: A, date: 2026-10-01, sections: {risks: \"0\"}}\n"
              "- {name: B, date: 2026-11-01, sections: {risks: \"1\"}}\n"
              "- {name: C, date: 2026-11-20}\n",
              body);
    assert_string_equal(review_latest(article)->name, "B");
    article_free(article);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(changes_are_told),
        cmocka_unit_test(older_forms_stay_valid),
        cmocka_unit_test(later_reviews_count),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
