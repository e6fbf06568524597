/* Pairs of articles that contradict each other, and pairs that do not. */
#include "check/agreement.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/strs.h"
#include "check/batch.h"
#include "check/names.h"
#include "library/library.h"

#include "../unit.h"

struct pair {
    const char *code; /* NULL: they agree */
    const char *a, *b;
};

static const struct pair pairs[] = {
#include "contradictions.inc"
};

/* The medicines: a name of one word, and names of two. */
struct medicines {
    const char *id[2], *name[2];
};

static const struct medicines medicines[] = {
    {{"zetraline", "brovitol"}, {"Zetraline", "Brovitol"}},
    {{"sodium-quendate", "malic-tovane"}, {"sodium quendate", "malic tovane"}},
};

static const struct {
    char letter;
    const char *heading;
} sections[] = {
    {'D', "How do I take it? {kind=dosage}"},
    {'R', "What are the risks? {kind=risks}"},
    {'C', "Who should not take it? {kind=contraindications}"},
    {'W', "What should I tell the doctor first? {kind=warnings}"},
    {'I', "Can I take it with other medicines? {kind=interactions}"},
    {'P', "Is it safe in pregnancy? {kind=pregnancy}"},
    {'T', "What else can I take? {kind=treatment}"},
};

static void add_text(struct buf *out, const char *text,
                     const struct medicines *names)
{
    for (; *text; text++) {
        bool name = *text == '@' && (text[1] == 'A' || text[1] == 'B');
        if (name)
            buf_add(out, names->name[*++text - 'A']);
        else
            buf_add_char(out, *text);
    }
}

/* One article: its own text in its section; the section on interactions is
 * always there. */
static void write_article(const char *path, const char *title, const char *text,
                          const struct medicines *names)
{
    struct buf out;
    struct error err;
    buf_init(&out);
    buf_printf(&out,
               "---\ntitle: %s\nlang: en\ntype: medicine\n---\n\nA tablet.\n\n",
               title);
    for (size_t i = 0; i < N_ELEMENTS(sections); i++) {
        bool own = sections[i].letter == *text;
        if (!own && sections[i].letter != 'I')
            continue;
        buf_printf(&out, "## %s\n\n", sections[i].heading);
        add_text(&out, own ? text + 1 : "Keep a list of what you take.", names);
        buf_add(&out, "\n\n");
    }
    assert_true(file_write(path, out.data, out.n_bytes, &err));
    buf_finish(&out);
}

struct outcome {
    bool found; /* the code that was planted */
    bool other; /* a message of another rule that compares articles */
};

static bool compares(const struct message *message)
{
    return !strncmp(message->rule->code, "M08", 3);
}

static struct outcome check_pair(const char *folder, const struct pair *pair,
                                 const struct medicines *names)
{
    char paths[2][128];
    const char *texts[2] = {pair->a, pair->b};
    const char *list[2] = {paths[0], paths[1]};
    struct outcome outcome = {false, false};
    for (size_t i = 0; i < 2; i++) {
        snprintf(paths[i], sizeof paths[i], "%s/%s.md", folder, names->id[i]);
        write_article(paths[i], names->name[i], texts[i], names);
    }
    struct library *library = library_open(&folder, 1);
    struct check_context context = {
        .library = library,
        .today = {2026, 11, 22},
        .names = names_new(library),
    };
    struct batch batch;
    batch_init(&batch, &context, list, 2);
    batch_run(&batch);
    for (size_t i = 0; i < 2; i++)
        for (size_t j = 0; j < batch.files[i].messages.n; j++) {
            const struct message *message = &batch.files[i].messages.items[j];
            bool planted =
                pair->code && !strcmp(message->rule->code, pair->code);
            outcome.found = outcome.found || planted;
            outcome.other = outcome.other || (compares(message) && !planted);
        }
    batch_finish(&batch);
    names_free((struct names *)context.names);
    library_free(library);
    unlink(paths[0]);
    unlink(paths[1]);
    return outcome;
}

static void contradictions_are_found(void **state)
{
    (void)state;
    char folder[] = "/tmp/medfaq-agreement-XXXXXX";
    size_t n_seeded = 0, n_found = 0, n_agreeing = 0, n_false = 0, n_other = 0;
    assert_non_null(mkdtemp(folder));
    for (size_t i = 0; i < N_ELEMENTS(pairs); i++)
        for (size_t j = 0; j < N_ELEMENTS(medicines); j++) {
            struct outcome outcome =
                check_pair(folder, &pairs[i], &medicines[j]);
            bool seeded = pairs[i].code;
            n_seeded += seeded;
            n_found += seeded && outcome.found;
            n_other += seeded && outcome.other;
            n_agreeing += !seeded;
            n_false += !seeded && outcome.other;
            if (seeded ? !outcome.found || outcome.other : outcome.other)
                print_message("# %s%s\n#   %s\n#   %s\n",
                              seeded ? pairs[i].code : "agree",
                              seeded && outcome.found ? " found, another too"
                                                      : "",
                              pairs[i].a, pairs[i].b);
        }
    rmdir(folder);
    print_message("# seeded %zu, found %zu, with another message %zu; agreeing "
                  "%zu, false alarms %zu\n",
                  n_seeded, n_found, n_other, n_agreeing, n_false);
    assert_true(n_seeded >= 200);
    assert_true(n_found * 100 >= n_seeded * 95);
    assert_true((n_false + n_other) * 100 <= (n_agreeing + n_seeded) * 20);
    assert_true(n_false * 100 <= n_agreeing * 20);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(contradictions_are_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
