/* Facts of all articles, by what they are about; those of one subject are
 * compared in pairs. */
#include "check/agreement.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/strs.h"
#include "check/advice.h"
#include "check/facts.h"
#include "check/rule.h"
#include "library/library.h"

/* A fact and the file that has it. */
struct stated {
    const struct fact *fact;
    size_t file;
};

/* Facts of one kind, subject and companion. */
struct group {
    struct stated *items;
    size_t n, capacity;
};

/* More are not compared with each other: what a hundred articles say of one
 * medicine no author puts right at once. */
#define GROUP_MAX 400

struct agreement {
    struct batch *batch;
    struct arena arena; /* keys */
    struct map by_subject;
    struct group *groups;
    size_t n_groups, groups_capacity;
};

static struct group *group_of(struct agreement *agreement,
                              const struct fact *fact)
{
    char *key = arena_printf(&agreement->arena, "%d %s\n%s", fact->kind,
                             fact->about, fact->with);
    struct map_entry *entry = map_put(&agreement->by_subject, key, strlen(key));
    if (!entry->number) {
        agreement->groups =
            mem_grow(agreement->groups, agreement->n_groups,
                     &agreement->groups_capacity, sizeof *agreement->groups);
        agreement->groups[agreement->n_groups++] = (struct group){0};
        entry->number = agreement->n_groups;
    }
    return &agreement->groups[entry->number - 1];
}

static void add_facts(struct agreement *agreement, size_t file)
{
    const struct facts *facts = &agreement->batch->files[file].facts;
    for (size_t i = 0; i < facts->n; i++) {
        struct group *group = group_of(agreement, &facts->items[i]);
        if (group->n >= GROUP_MAX)
            continue;
        group->items = mem_grow(group->items, group->n, &group->capacity,
                                sizeof *group->items);
        group->items[group->n++] = (struct stated){&facts->items[i], file};
    }
}

static const char *name_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* Adds a message to the file of one fact about another. */
static void tell(struct agreement *agreement, const char *code,
                 const struct stated *here, const struct stated *there,
                 const char *text)
{
    struct checked *file = &agreement->batch->files[here->file];
    char whole[512];
    if (file->unasked)
        return;
    snprintf(whole, sizeof whole, "%s (%s, line %u)", text,
             name_of(agreement->batch->files[there->file].path),
             there->fact->line);
    message_add(&file->messages, check_rule_find(code),
                (struct place){here->fact->line, here->fact->column}, whole);
}

static void tell_both(struct agreement *agreement, const char *code,
                      const struct stated *a, const struct stated *b,
                      const char *const texts[2])
{
    tell(agreement, code, a, b, texts[0]);
    tell(agreement, code, b, a, texts[1]);
}

/* Advice: all that each file says, as one set; sets without a common level
 * contradict each other. */
static unsigned levels_of_file(const struct group *group, size_t file)
{
    unsigned levels = 0;
    for (size_t i = 0; i < group->n; i++)
        if (group->items[i].file == file)
            levels |= group->items[i].fact->levels;
    return levels;
}

static bool is_first_of_file(const struct group *group, size_t i)
{
    for (size_t j = 0; j < i; j++)
        if (group->items[j].file == group->items[i].file)
            return false;
    return true;
}

static void say_advice(char text[256], const struct fact *fact, unsigned levels,
                       unsigned other)
{
    snprintf(text, 256, _("%s and %s: \"%s\" here, \"%s\" in another article"),
             fact->about, fact->with, advice_words(levels),
             advice_words(other));
}

static void compare_advice(struct agreement *agreement,
                           const struct group *group, size_t i, size_t j)
{
    const struct stated *a = &group->items[i], *b = &group->items[j];
    unsigned mine = levels_of_file(group, a->file);
    unsigned theirs = levels_of_file(group, b->file);
    char texts[2][256];
    if ((mine & theirs) || !is_first_of_file(group, i) ||
        !is_first_of_file(group, j))
        return;
    say_advice(texts[0], a->fact, mine, theirs);
    say_advice(texts[1], b->fact, theirs, mine);
    tell_both(agreement, "M081", a, b,
              (const char *const[]){texts[0], texts[1]});
}

/* Does some fact of a file have this value? */
static bool file_says(const struct group *group, size_t file, double value)
{
    for (size_t i = 0; i < group->n; i++)
        if (group->items[i].file == file &&
            group->items[i].fact->value == value)
            return true;
    return false;
}

static void say_dose(char text[256], const struct fact *mine,
                     const struct fact *theirs)
{
    snprintf(text, 256, _("%s: %g here, %g in another article (%s)"),
             mine->about, mine->value, theirs->value, mine->with);
}

/* Doses: some of each file's, but none in common. */
static void compare_doses(struct agreement *agreement,
                          const struct group *group, size_t i, size_t j)
{
    const struct stated *a = &group->items[i], *b = &group->items[j];
    char texts[2][256];
    if (!is_first_of_file(group, i) || !is_first_of_file(group, j))
        return;
    for (size_t k = 0; k < group->n; k++)
        if (group->items[k].file == a->file &&
            file_says(group, b->file, group->items[k].fact->value))
            return;
    say_dose(texts[0], a->fact, b->fact);
    say_dose(texts[1], b->fact, a->fact);
    tell_both(agreement, "M083", a, b,
              (const char *const[]){texts[0], texts[1]});
}

#define LIKENESS_OF_SHARES 0.6
#define LIKENESS_OF_CLAIMS 0.75
#define CLAIM_WORDS_MIN 2

static void compare_shares(struct agreement *agreement,
                           const struct group *group, size_t i, size_t j)
{
    const struct stated *a = &group->items[i], *b = &group->items[j];
    char texts[2][256];
    if ((a->fact->value == b->fact->value && a->fact->of == b->fact->of) ||
        facts_likeness(a->fact, b->fact) < LIKENESS_OF_SHARES)
        return;
    const struct fact *facts[2] = {a->fact, b->fact};
    for (size_t k = 0; k < 2; k++)
        snprintf(texts[k], 256,
                 _("%s: %g of %g people here, %g of %g in another article"),
                 facts[k]->about, facts[k]->value, facts[k]->of,
                 facts[1 - k]->value, facts[1 - k]->of);
    tell_both(agreement, a->fact->of == b->fact->of ? "M084" : "M082", a, b,
              (const char *const[]){texts[0], texts[1]});
}

static void compare_times(struct agreement *agreement,
                          const struct group *group, size_t i, size_t j)
{
    const struct stated *a = &group->items[i], *b = &group->items[j];
    char texts[2][256];
    if (a->fact->value == b->fact->value ||
        a->fact->n_words < CLAIM_WORDS_MIN ||
        facts_likeness(a->fact, b->fact) < LIKENESS_OF_SHARES)
        return;
    say_dose(texts[0], a->fact, b->fact);
    say_dose(texts[1], b->fact, a->fact);
    tell_both(agreement, "M084", a, b,
              (const char *const[]){texts[0], texts[1]});
}

static void compare_claims(struct agreement *agreement,
                           const struct group *group, size_t i, size_t j)
{
    const struct stated *a = &group->items[i], *b = &group->items[j];
    if (a->fact->negated == b->fact->negated ||
        a->fact->n_words < CLAIM_WORDS_MIN ||
        b->fact->n_words < CLAIM_WORDS_MIN ||
        facts_likeness(a->fact, b->fact) < LIKENESS_OF_CLAIMS)
        return;
    const char *text = _("Another article says the opposite of this");
    tell_both(agreement, "M085", a, b, (const char *const[]){text, text});
}

/* Does the article of a medicine name another in its safety sections? */
static bool names_back(struct agreement *agreement, const char *id,
                       const char *other)
{
    struct fact back = {.kind = FACT_MENTION, .about = id, .with = other};
    return group_of(agreement, &back)->n > 0;
}

/* The file that is the article on a medicine; the number of files if there is
 * none. */
static size_t file_of(const struct batch *batch, const char *id)
{
    size_t i = 0;
    while (i < batch->n_all && !str_equal(batch->files[i].facts.id, id))
        i++;
    return i;
}

static void look_for_one_way(struct agreement *agreement,
                             const struct stated *stated)
{
    const struct fact *fact = stated->fact;
    struct batch *batch = agreement->batch;
    size_t other = file_of(batch, fact->with);
    struct checked *file = &batch->files[stated->file];
    if (!fact->interaction || fact->levels == ADVICE_ALLOW || file->unasked ||
        other == batch->n_all || !file->facts.is_medicine ||
        !batch->files[other].facts.is_medicine ||
        !batch->files[other].facts.has_interactions ||
        names_back(agreement, fact->with, fact->about))
        return;
    char text[256];
    snprintf(text, sizeof text,
             _("%s is named here, but %s does not name %s among other "
               "medicines"),
             fact->with, name_of(batch->files[other].path), fact->about);
    message_add(&file->messages, check_rule_find("M080"),
                (struct place){fact->line, fact->column}, text);
}

static void compare_group(struct agreement *agreement, size_t n)
{
    static void (*const compare[])(struct agreement * agreement,
                                   const struct group *group, size_t i,
                                   size_t j) = {
        [FACT_ADVICE] = compare_advice, [FACT_DOSE] = compare_doses,
        [FACT_SHARE] = compare_shares,  [FACT_TIME] = compare_times,
        [FACT_CLAIM] = compare_claims,
    };
    const struct group group = agreement->groups[n];
    if (!group.n)
        return;
    enum fact_kind kind = group.items[0].fact->kind;
    if (kind == FACT_MENTION) {
        look_for_one_way(agreement, &group.items[0]);
        return;
    }
    for (size_t i = 0; i < group.n; i++)
        for (size_t j = i + 1; j < group.n; j++)
            if (group.items[i].file != group.items[j].file)
                compare[kind](agreement, &group, i, j);
}

void agreement_check(struct batch *batch)
{
    struct agreement agreement = {.batch = batch};
    arena_init(&agreement.arena);
    for (size_t i = 0; i < batch->n_all; i++)
        add_facts(&agreement, i);
    size_t n_groups = agreement.n_groups;
    for (size_t i = 0; i < n_groups; i++)
        compare_group(&agreement, i);
    for (size_t i = 0; i < agreement.n_groups; i++)
        free(agreement.groups[i].items);
    free(agreement.groups);
    map_finish(&agreement.by_subject);
    arena_finish(&agreement.arena);
    for (size_t i = 0; i < batch->n_all; i++)
        messages_sort(&batch->files[i].messages);
}
