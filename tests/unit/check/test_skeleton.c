#include "check/skeleton.h"

#include <string.h>

#include "check/check.h"
#include "check/sections.h"

#include "../unit.h"

/* A new article has its sections, known as such, and lacks only what an author
 * has to write. */
static void has_the_sections_of_its_type(void **state)
{
    (void)state;
    static const char *const langs[] = {"en", "es", "vi", "zh"};
    for (size_t i = 0; i < N_ELEMENTS(langs) * TYPE_COUNT; i++) {
        struct skeleton skeleton = {"chemical-peel",
                                    langs[i / TYPE_COUNT],
                                    (enum article_type)(i % TYPE_COUNT),
                                    {2028, 2, 29}};
        struct buf text;
        buf_init(&text);
        skeleton_write(&skeleton, &text);
        struct article *article =
            article_parse(text.data, text.n_bytes, "chemical-peel.md");
        assert_int_equal(article->diagnostics.n, 0);
        assert_string_equal(article->title, "Chemical peel");
        assert_int_equal(article->meta.review_due.day, 28);
        size_t n = 0;
        for (const enum kind *kind = sections_needed(skeleton.type);
             *kind != KIND_NONE; kind++, n++)
            assert_int_equal(article->headings[n].kind, *kind);
        assert_int_equal(article->n_headings, n);
        article_free(article);
        buf_finish(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(has_the_sections_of_its_type),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
