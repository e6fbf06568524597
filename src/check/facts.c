/* From sentences to facts: which medicines they are about, and what they
 * advise. */
#include "check/facts.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/strs.h"
#include "check/advice.h"
#include "check/fact_reading.h"
#include "check/names.h"

const struct sentence *fact_reading_sentence(const struct fact_reading *reading)
{
    return &reading->prose->sentences[reading->sentence];
}

struct fact *fact_reading_add(struct fact_reading *reading, enum fact_kind kind,
                              const char *about, const char *with)
{
    struct facts *out = reading->out;
    out->items =
        mem_grow(out->items, out->n, &out->capacity, sizeof *out->items);
    struct fact *fact = &out->items[out->n++];
    *fact = (struct fact){.kind = kind, .about = about, .with = with};
    report_place(reading->check, fact_reading_sentence(reading)->first_word,
                 &fact->line, &fact->column);
    return fact;
}

static void add_name(struct fact_reading *reading, const char *id)
{
    for (size_t i = 0; i < reading->n_names; i++)
        if (str_equal(reading->names[i], id))
            return;
    if (reading->n_names < NAMES_MAX)
        reading->names[reading->n_names++] = id;
}

/* Finds the medicines of the sentence. One that names none goes on about those
 * of the sentence before it in its block. */
static void find_names(struct fact_reading *reading, bool same_block)
{
    const struct sentence *at = fact_reading_sentence(reading);
    const char *old[NAMES_MAX];
    size_t n_old = reading->n_names;
    memcpy(old, reading->names, sizeof old);
    reading->n_names = 0;
    reading->names_self = false;
    memset(reading->is_name, 0, sizeof reading->is_name);
    for (size_t word = at->first_word; word < at->end_word; word++) {
        const char *id = NULL;
        size_t n = names_at(reading->out->names, reading->prose, word,
                            at->end_word, &id);
        for (size_t i = word; i < word + n; i++)
            if (i - at->first_word < sizeof reading->is_name)
                reading->is_name[i - at->first_word] = true;
        if (n && str_equal(id, reading->out->id))
            reading->names_self = true;
        else if (n)
            add_name(reading, id);
        word += n ? n - 1 : 0;
    }
    reading->names_are_old = same_block && !reading->n_names;
    if (reading->names_are_old) {
        memcpy(reading->names, old, sizeof old);
        reading->n_names = n_old;
    }
}

const char *fact_reading_subject(const struct fact_reading *reading)
{
    if (reading->n_names == 1 && !reading->names_self)
        return reading->names[0];
    return reading->n_names ? NULL : reading->out->id;
}

/* ---- advice ---- */

/* The levels that a paragraph before a list gives its items. */
static unsigned levels_before(const struct fact_reading *reading)
{
    const struct node *item = fact_reading_sentence(reading)->block->parent;
    if (!item || item->type != NODE_ITEM)
        return ADVICE_NONE;
    const struct node *list = item->parent;
    size_t i = reading->sentence;
    while (i-- && i + 60 > reading->sentence)
        if (reading->prose->sentences[i].block->text_end < list->text_start)
            return reading->prose->sentences[i].block->next == list
                       ? advice_of(reading->prose, i)
                       : ADVICE_NONE;
    return ADVICE_NONE;
}

/* What the sentence advises, by its own words, those before its list, or those
 * of its section. */
static unsigned levels_of(const struct fact_reading *reading)
{
    unsigned levels = advice_of(reading->prose, reading->sentence);
    const struct sentence *at = fact_reading_sentence(reading);
    if (levels || !at->block->parent)
        return levels;
    if (memchr(reading->prose->text + at->start, '?', at->end - at->start))
        return ADVICE_NONE;
    levels = levels_before(reading);
    bool item = at->block->parent->type == NODE_ITEM;
    if (!levels && item && reading->section == KIND_CONTRAINDICATIONS)
        return ADVICE_FORBID;
    if (!levels && item && reading->section == KIND_WARNINGS)
        return ADVICE_ASK;
    return levels;
}

static void add_advice(struct fact_reading *reading, const char *a,
                       const char *b, unsigned levels)
{
    bool swap = strcmp(a, b) > 0;
    fact_reading_add(reading, FACT_ADVICE, swap ? b : a, swap ? a : b)->levels =
        levels;
}

/* Advice on two medicines, one of them the article's or named. */
static void read_pairs(struct fact_reading *reading, unsigned levels)
{
    const char *self = reading->out->id;
    for (size_t i = 0; self && i < reading->n_names; i++)
        add_advice(reading, self, reading->names[i], levels);
    for (size_t i = 0; !self && i < reading->n_names; i++)
        for (size_t j = i + 1; j < reading->n_names; j++)
            add_advice(reading, reading->names[i], reading->names[j], levels);
}

/* Advice on one medicine and pregnancy, alcohol, ... */
static void read_topics(struct fact_reading *reading, unsigned levels)
{
    const char *subject = fact_reading_subject(reading);
    if (!subject)
        return;
    for (enum topic topic = 0; topic < TOPIC_COUNT; topic++)
        if (topic_stands_in(reading->prose, reading->sentence, topic))
            fact_reading_add(reading, FACT_ADVICE, subject, topic_name(topic))
                ->levels = levels;
}

static bool is_about_safety(enum kind section)
{
    return section == KIND_INTERACTIONS || section == KIND_CONTRAINDICATIONS ||
           section == KIND_WARNINGS || section == KIND_PREGNANCY;
}

static void read_advice(struct fact_reading *reading)
{
    unsigned levels = levels_of(reading);
    if (!is_about_safety(reading->section))
        return;
    for (size_t i = 0; reading->out->id && i < reading->n_names; i++) {
        struct fact *fact = fact_reading_add(
            reading, FACT_MENTION, reading->out->id, reading->names[i]);
        fact->interaction = reading->section == KIND_INTERACTIONS;
        fact->levels = levels;
    }
    if (!levels || advice_is_limited(reading->prose, reading->sentence))
        return;
    if (reading->section != KIND_PREGNANCY)
        read_pairs(reading, levels);
    read_topics(reading, levels);
}

static void read_sentence(struct fact_reading *reading, bool same_block)
{
    find_names(reading, same_block);
    read_advice(reading);
    fact_doses_read(reading);
    fact_claims_read(reading);
}

static bool is_subject(enum article_type type)
{
    return type == TYPE_MEDICINE || type == TYPE_VACCINE ||
           type == TYPE_PROCEDURE || type == TYPE_TEST;
}

void facts_collect(struct check *check, struct facts *out)
{
    const struct prose *prose = &check->prose;
    const struct article *article = check->article;
    struct fact_reading reading = {.check = check, .out = out, .prose = prose};
    if (!check->english || check->foreign)
        return;
    out->id = is_subject(article->meta.type)
                  ? arena_strdup(out->arena, article->id)
                  : NULL;
    out->is_medicine = article->meta.type == TYPE_MEDICINE;
    out->has_interactions = check_has_kind(article, KIND_INTERACTIONS);
    for (size_t i = 0; i < prose->n_sentences; i++) {
        const struct section *section =
            check_section_of(article, prose->sentences[i].block);
        reading.sentence = i;
        reading.section = section ? section->kind : KIND_NONE;
        read_sentence(&reading, i && prose->sentences[i].block ==
                                         prose->sentences[i - 1].block);
    }
}

void facts_finish(struct facts *facts)
{
    free(facts->items);
    facts->items = NULL;
    facts->n = facts->capacity = 0;
}
