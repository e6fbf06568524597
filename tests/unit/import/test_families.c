#include "import/families.h"

#include <string.h>

#include "../unit.h"

static struct families *families;
static struct buf said;

/* A label of a set id and a version, as a file that names its maker. */
static void add(const char *set_id, unsigned version, const char *maker,
                const char *body)
{
    struct draft draft;
    struct buf file;
    struct error err;
    draft_init(&draft);
    buf_init(&file);
    draft.title = "Painaway";
    draft.id = "painaway";
    draft.series.id = set_id;
    draft.series.version = version;
    draft.origin.publisher = maker;
    buf_add(&draft.body, body);
    draft_write(&draft, &file);
    const struct destination_article article = {.id = draft.id,
                                                .key = set_id,
                                                .folder = "",
                                                .title = draft.title,
                                                .number = set_id,
                                                .path = "",
                                                .data = file.data,
                                                .n_bytes = file.n_bytes};
    if (!families_add(families, &draft, &article, maker, &err))
        fail_msg("%s", err.message);
    buf_finish(&file);
    draft_finish(&draft);
}

static void take(void *user, const char *name,
                 const struct destination_article *article)
{
    (void)user;
    const char *publisher = strstr(article->data, "publisher: ");
    assert_int_equal(strlen(article->data), article->n_bytes);
    buf_printf(&said, "%s of %s: %.*s\n", article->number, name,
               (int)strcspn(publisher, "\n"), publisher);
}

static void leave_out(void *user, const char *name, const char *reason)
{
    (void)user;
    buf_printf(&said, "skip %s: %s\n", name, reason);
}

static void assert_said(const char *const *lines, size_t n)
{
    struct error err;
    const struct families_sink sink = {.take = take, .skip = leave_out};
    if (!families_give_out(families, &sink, &err))
        fail_msg("%s", err.message);
    size_t n_bytes = 0;
    for (size_t i = 0; i < n; i++) {
        n_bytes += strlen(lines[i]);
        if (!strstr(said.data, lines[i]))
            fail_msg("no \"%s\" in\n%s", lines[i], said.data);
    }
    assert_int_equal(said.n_bytes, n_bytes);
}

static int setup(void **state)
{
    (void)state;
    families = families_new();
    buf_init(&said);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    families_free(families);
    buf_finish(&said);
    return 0;
}

static void keeps_the_newest_version(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "a of M10: publisher: M10\n", "skip M2: an older version of a label\n",
        "skip M9: an older version of a label\n"};
    add("a", 9, "M9", "Do not.\n");
    add("a", 10, "M10", "Do not!\n");
    add("a", 2, "M2", "Do nothing.\n");
    assert_said(lines, N_ELEMENTS(lines));
}

/* Maker and pack do not make another article; everything else does. */
static void joins_labels_of_the_same_text(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "a of North: publisher: \"East, Ltd.; North\"\n",
        ("skip East, Ltd.: same text as another label, which names its "
         "maker\n"),
        "c of West: publisher: West\n", "d of Far: publisher: Far\n"};
    add("b", 1, "East, Ltd.",
        "Do not.\n\n## Supply\n\nNDC 0071-0155-23 of East, Ltd.\n\n"
        "Manufactured by East, Ltd., Town\n\n## Package label\n\n30 tablets\n");
    add("a", 1, "North",
        "Do not.\n\n## Supply\n\nNDC 1234-5678-90 of North\n\n"
        "Manufactured by North, Village\n\n## Package label\n\n60 tablets\n");
    add("c", 1, "West",
        "Do not ever.\n\n## Supply\n\nNDC 1234-5678-90 of West\n");
    add("d", 1, "Far",
        "Do not.\n\n## Supply\n\nNDC 1234-5678-90 of Far\n\n## More\n\n5 mg\n");
    assert_said(lines, N_ELEMENTS(lines));
}

static void has_nothing_to_say_of_nothing(void **state)
{
    (void)state;
    assert_said(NULL, 0);
}

#define WITH_FAMILIES(test)                                                    \
    cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_FAMILIES(keeps_the_newest_version),
        WITH_FAMILIES(joins_labels_of_the_same_text),
        WITH_FAMILIES(has_nothing_to_say_of_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
