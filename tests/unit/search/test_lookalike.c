/* No medicine is shown without a message for one with a similar name: a
 * thousand pairs of names, each searched for where the library has only the
 * other one, in a title or in a text. */
#include "search/synonyms.h"

#include "base/ascii.h"
#include "base/strs.h"
#include "index/terms.h"
#include "shelf.h"

#define ROUNDS 4 /* each name is searched for in half of them */
#define NAME_LEAST 5
#define PAIRS_LEAST 3000  /* with the names of the collection */
#define PAIRS_OF_OURS 500 /* with our own tables alone */

static struct strs names;
static bool has_collection;

/* In two similar names, at most a third of the letters differ. */
static bool look_alike(const char *a, const char *b)
{
    unsigned limit = (unsigned)(strlen(a) < strlen(b) ? strlen(a) : strlen(b));
    limit = 1 + limit / 3;
    return str_distance(a, b, limit) <= limit;
}

/* Adds the first word of a name, in lower case, once. */
static void add_name(const char *text)
{
    char name[32];
    size_t n = 0;
    for (; ascii_is_alpha(text[n]) && n < sizeof name - 1; n++)
        name[n] = ascii_lower(text[n]);
    name[n] = '\0';
    if (n < NAME_LEAST || (text[n] && text[n] != '|' && text[n] != ' ' &&
                           text[n] != ',' && text[n] != '\n' && text[n] != '<'))
        return;
    for (size_t i = 0; i < names.n; i++)
        if (!strcmp(names.items[i], name))
            return;
    strs_add(&names, name);
}

static void add_table(const struct synonym_group *table)
{
    for (; *table->names; table++)
        for (const char *name = table->names; name;
             name = strchr(name, '|') ? strchr(name, '|') + 1 : NULL)
            add_name(name);
}

/* Reads the names of medicines in MedlinePlus's collection. Returns false if it
 * is missing. */
static bool add_collection(void)
{
    const char *shared = getenv("MEDFAQ_SHARED");
    char command[512], line[4096];
    snprintf(command, sizeof command,
             "tar -xJOf '%s/corpus/medquad.tar.xz' --wildcards"
             " '11_MPlusDrugs_QA/*' 2>/dev/null",
             shared ? shared : "");
    FILE *in = popen(command, "r");
    size_t n_before = names.n;
    while (in && fgets(line, sizeof line, in)) {
        const char *focus = strstr(line, "<Focus>");
        if (focus)
            add_name(focus + strlen("<Focus>"));
    }
    return in && pclose(in) == 0 && names.n > n_before;
}

static unsigned mix(const char *name)
{
    unsigned hash = 2166136261u;
    for (; *name; name++)
        hash = (hash ^ (unsigned char)*name) * 16777619u;
    return hash ^ hash >> 15;
}

/* Tells whether the library has a name in a round. It has half of the names,
 * every other one of them in a title; the others are searched for. */
static bool is_held(const char *name, unsigned round)
{
    return mix(name) >> (round / 2) & 1 ? round % 2 : !(round % 2);
}

/* The id of an article is the number of its name. */
static void hold(size_t i, unsigned round)
{
    char path[64], text[256];
    const char *name = names.items[i];
    snprintf(path, sizeof path, "round%u/a%zu.md", round, i);
    if (mix(name) >> (8 + round) & 1)
        snprintf(text, sizeof text,
                 "---\ntitle: %s\nlang: en\ntype: medicine\n---\n\n## Dose\n\n"
                 "One a day.\n",
                 name);
    else
        snprintf(text, sizeof text,
                 "---\ntitle: Advice\nlang: en\n---\n\n## Note\n\n"
                 "Take %s at night.\n",
                 name);
    put(path, text);
}

static bool have_same_stem(const char *a, const char *b)
{
    char stem[TERM_MAX_BYTES + 1], other[TERM_MAX_BYTES + 1];
    word_stem(a, stem);
    word_stem(b, other);
    return !strcmp(stem, other);
}

/* Searches for a name, during and after typing. If something is shown without a
 * message, it must be that name, a form of it, or a completion. */
static void ask(const char *name, bool whole)
{
    const struct search_options options = {.whole = whole, .lang = "en"};
    struct search_results *results = search_run(the_index, name, &options);
    for (size_t i = 0; i < results->n && !results->n_notes; i++) {
        const char *shown = names.items[atoi(results->items[i].id + 1)];
        if (!have_same_stem(shown, name) && (whole || !str_starts(shown, name)))
            fail_msg("%s%s shows %s", name, whole ? "" : "...", shown);
    }
    search_results_free(results);
}

/* A name in the library is found, whatever other names its substance has. */
static void find(size_t i)
{
    const struct search_options options = {.whole = true, .lang = "en"};
    struct search_results *results =
        search_run(the_index, names.items[i], &options);
    bool found = false;
    for (size_t k = 0; k < results->n; k++)
        found = found || (size_t)atoi(results->items[k].id + 1) == i;
    if (!found)
        fail_msg("%s is not found", names.items[i]);
    search_results_free(results);
}

static size_t n_like(const char *name, unsigned round)
{
    size_t n = 0;
    for (size_t i = 0; i < names.n; i++)
        n += is_held(names.items[i], round) && look_alike(names.items[i], name);
    return n;
}

static size_t run_round(unsigned round)
{
    char folder[16];
    size_t n_pairs = 0;
    for (size_t i = 0; i < names.n; i++)
        if (is_held(names.items[i], round))
            hold(i, round);
    snprintf(folder, sizeof folder, "round%u", round);
    shelf_index(folder);
    for (size_t i = 0; i < names.n; i++) {
        if (is_held(names.items[i], round)) {
            find(i);
            continue;
        }
        ask(names.items[i], false);
        ask(names.items[i], true);
        n_pairs += n_like(names.items[i], round);
    }
    index_close(the_index);
    return n_pairs;
}

static void tells_what_is_shown_instead(void **state)
{
    (void)state;
    size_t n_pairs = 0;
    for (unsigned round = 0; round < ROUNDS; round++)
        n_pairs += run_round(round);
    print_message("# %zu names, %zu pairs that look alike\n", names.n, n_pairs);
    assert_true(n_pairs >= (has_collection ? PAIRS_LEAST : PAIRS_OF_OURS));
}

int main(void)
{
    add_table(synonyms_official);
    add_table(synonyms_medicines);
    has_collection = add_collection();
    if (!has_collection)
        print_message("# names of the collection skipped: no medquad.tar.xz\n");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(tells_what_is_shown_instead,
                                        enter_folder_with_cache, leave_folder),
    };
    int status = cmocka_run_group_tests(tests, NULL, NULL);
    strs_finish(&names);
    return status;
}
