/* Classifies headings into section kinds by ordered rules. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "kind/phrase.h"

/* names are masked in headings: the title, its short form and its synonyms. */
struct kind_classifier {
    struct phrase_search searches[LANG_COUNT][PHRASES_COUNT];
    enum lang lang;
    bool is_tried[LANG_COUNT];
    const char *type;
    struct heading_words *names;
    size_t n_names;
};

#define ANY_TYPE "*"

/* Tells whether a rule applies to articles of a type. A rule without types
 * applies to all. */
static bool is_for_type(const struct phrase_rule *rule, const char *type)
{
    if (!rule->types || (type && !strcmp(type, ANY_TYPE)))
        return true;
    const char *at = type && *type ? strstr(rule->types, type) : NULL;
    return at && strcspn(at, " ") == strlen(type);
}

static void mask_nouns(const struct phrase_table *table,
                       struct heading_words *words, const char *type)
{
    for (const struct phrase_nouns *row = table->nouns; row && row->type;
         row++) {
        if (type && !strcmp(row->type, type))
            heading_words_mask_nouns(words, row->nouns, table->determiners);
    }
}

static enum kind first_rule(struct phrase_search *search,
                            const struct heading_words *words, const char *type)
{
    struct phrase_match match;
    phrase_search_begin(search, words);
    while (phrase_search_next(search, words, &match))
        if (is_for_type(&search->list->rules[match.rule], type))
            return search->list->rules[match.rule].kind;
    return KIND_NONE;
}

/* Finds the first topic that is named from word start on. */
static bool first_topic(struct phrase_search *search,
                        const struct heading_words *words, size_t start,
                        struct phrase_match *match)
{
    struct heading_words rest = *words;
    rest.n -= start;
    memmove(rest.items, rest.items + start, rest.n * sizeof *rest.items);
    if (!phrase_search_first(search, &rest, match))
        return false;
    match->start += start;
    match->end += start;
    return true;
}

/* Returns the kind of the topic that is named first. Of adjacent topics, the
 * last one counts in languages such as English: "treatment risks" are risks. */
static enum kind named_topic(const struct phrase_table *table,
                             struct phrase_search *search,
                             const struct heading_words *words)
{
    struct phrase_match match, next;
    if (!first_topic(search, words, 0, &match))
        return KIND_NONE;
    while (table->head_last && match.end < words->n &&
           first_topic(search, words, match.end, &next) &&
           next.start == match.end)
        match = next;
    return search->list->rules[match.rule].kind;
}

static enum kind classify_by_rules(const struct phrase_table *table,
                                   struct phrase_search searches[PHRASES_COUNT],
                                   const struct heading_words *words,
                                   const char *type)
{
    enum kind kind = first_rule(&searches[PHRASES_ASKED], words, type);
    if (kind == KIND_NONE)
        kind = named_topic(table, &searches[PHRASES_NAMED], words);
    /* An article without a type may be of any type, so the rules for types are
       tried before the fallback. */
    if (kind == KIND_NONE && !type)
        kind = first_rule(&searches[PHRASES_ASKED], words, ANY_TYPE);
    if (kind == KIND_NONE)
        kind = first_rule(&searches[PHRASES_FALLBACK], words, type);
    return kind;
}

/* Classifies a heading by the rules of one language. Of two questions, as in
 * "What is it and how does it work?", the first one counts, but a kind of the
 * safety set takes precedence. */
static enum kind classify_in_language(struct kind_classifier *classifier,
                                      enum lang lang,
                                      const struct heading_words *heading)
{
    const struct phrase_table *table = &phrase_tables[lang];
    struct phrase_search *searches = classifier->searches[lang];
    struct heading_words words = *heading;
    mask_nouns(table, &words, classifier->type);
    heading_words_drop(&words, table->dropped);
    enum kind kind =
        classify_by_rules(table, searches, &words, classifier->type);
    struct phrase_match joint;
    if (kind_get(kind)->safety ||
        !phrase_search_first(&searches[PHRASES_NEXT], &words, &joint))
        return kind;
    words.n = joint.start;
    enum kind first =
        classify_by_rules(table, searches, &words, classifier->type);
    return first != KIND_NONE ? first : kind;
}

/* Classifies a heading by the rules of the languages in question, the article's
 * own first. */
static enum kind classify_in_languages(struct kind_classifier *classifier,
                                       const struct heading_words *words)
{
    enum kind kind = KIND_NONE;
    if (classifier->is_tried[classifier->lang])
        kind = classify_in_language(classifier, classifier->lang, words);
    for (enum lang i = 0; i < LANG_COUNT && kind == KIND_NONE; i++) {
        if (i != classifier->lang && classifier->is_tried[i])
            kind = classify_in_language(classifier, i, words);
    }
    return kind;
}

static void add_name(struct kind_classifier *classifier, const char *name,
                     size_t n_bytes)
{
    heading_words_init(&classifier->names[classifier->n_names++], name,
                       n_bytes);
}

/* Adds the short form of a title: headings call "Microneedling for acne scars"
 * just "microneedling". A short form that is a topic, as in "Treatment for
 * acne", is not a name. */
static void add_short_title(struct kind_classifier *classifier,
                            const char *title)
{
    static const char *const ends[] = {" (", ", ", ": ", " for ", " – ", " - "};
    size_t n = strlen(title), n_title = n;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        const char *end = strstr(title, ends[i]);
        if (end && (size_t)(end - title) < n)
            n = (size_t)(end - title);
    }
    if (n == n_title)
        return;
    add_name(classifier, title, n);
    struct heading_words *name = &classifier->names[classifier->n_names - 1];
    struct phrase_match match;
    if (first_topic(&classifier->searches[LANG_EN][PHRASES_NAMED], name, 0,
                    &match) &&
        match.end - match.start >= name->n) {
        heading_words_finish(name);
        classifier->n_names--;
    }
}

/* Chooses whose rules are tried. Phrases only count in their own language:
 * French "dos" is the back. If no language is stated, all are tried, English
 * first. */
static void choose_languages(struct kind_classifier *classifier,
                             const char *lang)
{
    bool is_known = lang_find_known(lang, &classifier->lang);
    for (enum lang i = 0; i < LANG_COUNT; i++)
        classifier->is_tried[i] = !lang || (is_known && i == classifier->lang);
}

static void init_searches(struct kind_classifier *classifier)
{
    for (enum lang i = 0; i < LANG_COUNT; i++)
        for (enum phrase_list_name j = 0; j < PHRASES_COUNT; j++)
            classifier->searches[i][j].list = &phrase_tables[i].lists[j];
}

struct kind_classifier *kind_classifier_new(const struct kind_context *context)
{
    struct kind_classifier *classifier = mem_calloc(1, sizeof *classifier);
    init_searches(classifier);
    choose_languages(classifier, context->lang);
    classifier->type = context->type;
    classifier->names =
        mem_calloc(context->n_synonyms + 2, sizeof *classifier->names);
    if (context->title) {
        add_name(classifier, context->title, strlen(context->title));
        add_short_title(classifier, context->title);
    }
    for (size_t i = 0; i < context->n_synonyms; i++)
        add_name(classifier, context->synonyms[i],
                 strlen(context->synonyms[i]));
    return classifier;
}

void kind_classifier_free(struct kind_classifier *classifier)
{
    if (!classifier)
        return;
    for (enum lang i = 0; i < LANG_COUNT; i++)
        for (enum phrase_list_name j = 0; j < PHRASES_COUNT; j++)
            phrase_search_finish(&classifier->searches[i][j]);
    for (size_t i = 0; i < classifier->n_names; i++)
        heading_words_finish(&classifier->names[i]);
    free(classifier->names);
    free(classifier);
}

enum kind kind_classify(struct kind_classifier *classifier, const char *heading)
{
    struct heading_words words;
    heading_words_init(&words, heading, strlen(heading));
    for (size_t i = 0; i < classifier->n_names; i++)
        heading_words_mask(&words, &classifier->names[i]);
    enum kind kind = classify_in_languages(classifier, &words);
    heading_words_finish(&words);
    return kind;
}

enum kind kind_of_heading(const char *heading,
                          const struct kind_context *context)
{
    struct kind_classifier *classifier = kind_classifier_new(context);
    enum kind kind = kind_classify(classifier, heading);
    kind_classifier_free(classifier);
    return kind;
}
