/* From a heading to its section kind, by ordered rules. */
#include <string.h>

#include "article/kind_phrases.h"
#include "article/lang.h"
#include "article/phrase.h"
#include "article/words.h"

static const struct kind_phrases *const kind_phrases[LANG_COUNT] = {
    [LANG_EN] = &kind_phrases_en, [LANG_ES] = &kind_phrases_es,
    [LANG_FR] = &kind_phrases_fr, [LANG_DE] = &kind_phrases_de,
    [LANG_VI] = &kind_phrases_vi, [LANG_ZH] = &kind_phrases_zh,
};

#define ANY_TYPE "*"

/* A rule without types is for every article; one with types needs one. */
static bool is_for_type(const struct kind_rule *rule, const char *type)
{
    if (!rule->types || (type && !strcmp(type, ANY_TYPE)))
        return true;
    const char *at = type && *type ? strstr(rule->types, type) : NULL;
    return at && strcspn(at, " ") == strlen(type);
}

static void mask_nouns(const struct kind_phrases *phrases, struct words *words,
                       const char *type)
{
    for (const struct kind_nouns *row = phrases->nouns; row && row->type;
         row++) {
        if (type && !strcmp(row->type, type))
            words_mask_nouns(words, row->nouns, phrases->determiners);
    }
}

static enum kind first_rule(const struct kind_rule *rules,
                            const struct words *words, const char *type)
{
    struct phrase_match match;
    for (; rules->phrases; rules++) {
        if (is_for_type(rules, type) &&
            phrase_find(rules->phrases, words, &match))
            return rules->kind;
    }
    return KIND_NONE;
}

/* The topic named first from word start on; *match tells where. */
static enum kind first_topic(const struct kind_rule *rules,
                             const struct words *words, size_t start,
                             struct phrase_match *match)
{
    enum kind kind = KIND_NONE;
    struct words rest = {.n = words->n - start,
                         .beginnings = words->beginnings};
    memcpy(rest.items, words->items + start, rest.n * sizeof *rest.items);
    for (; rules->phrases; rules++) {
        struct phrase_match here;
        if (!phrase_find(rules->phrases, &rest, &here))
            continue;
        here.start += start;
        here.end += start;
        if (kind != KIND_NONE &&
            (here.start > match->start ||
             (here.start == match->start && here.end <= match->end)))
            continue;
        kind = rules->kind;
        *match = here;
    }
    return kind;
}

/* "Treatment risks" are risks: the last of topics that stand side by side. */
static enum kind named_topic(const struct kind_phrases *phrases,
                             const struct words *words)
{
    struct phrase_match match, next;
    enum kind kind = first_topic(phrases->named, words, 0, &match);
    while (kind != KIND_NONE && phrases->head_last && match.end < words->n) {
        enum kind head = first_topic(phrases->named, words, match.end, &next);
        if (head == KIND_NONE || next.start != match.end)
            break;
        kind = head;
        match = next;
    }
    return kind;
}

static enum kind by_rules(const struct kind_phrases *phrases,
                          const struct words *words, const char *type)
{
    enum kind kind = first_rule(phrases->asked, words, type);
    if (kind == KIND_NONE)
        kind = named_topic(phrases, words);
    /* An article of no type may be of any; weak signs come after. */
    if (kind == KIND_NONE && !type)
        kind = first_rule(phrases->asked, words, ANY_TYPE);
    if (kind == KIND_NONE)
        kind = first_rule(phrases->fallback, words, type);
    return kind;
}

/* "What is it and how does it work?" is about what it is; but what belongs to
 * the safety set is not passed over. */
static enum kind by_language(const struct kind_phrases *phrases,
                             const struct words *heading, const char *type)
{
    struct words words = *heading;
    mask_nouns(phrases, &words, type);
    words_drop(&words, phrases->dropped);
    enum kind kind = by_rules(phrases, &words, type);
    struct phrase_match joint;
    if (kind_get(kind)->safety || !phrases->next_question ||
        !phrase_find(phrases->next_question, &words, &joint))
        return kind;
    words.n = joint.start;
    enum kind first = by_rules(phrases, &words, type);
    return first != KIND_NONE ? first : kind;
}

/* The article's language, then English, then what else it may be. */
static enum kind by_languages(const struct words *words,
                              const struct kind_context *context)
{
    enum lang own = lang_find(context->lang);
    enum kind kind = by_language(kind_phrases[own], words, context->type);
    for (enum lang i = 0; i < LANG_COUNT && kind == KIND_NONE; i++) {
        if (i != own)
            kind = by_language(kind_phrases[i], words, context->type);
    }
    return kind;
}

static void mask(struct words *words, const char *name, size_t n_bytes)
{
    struct words parts;
    words_init(&parts, name, n_bytes);
    words_mask(words, &parts);
    words_finish(&parts);
}

/* "Microneedling for acne scars" is spoken of as "microneedling". A short
 * form that names a kind ("Treatment for acne") is no name. */
static void mask_short_title(struct words *words, const char *title)
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
    struct words name;
    struct phrase_match match;
    words_init(&name, title, n);
    if (first_topic(kind_phrases_en.named, &name, 0, &match) == KIND_NONE ||
        match.end - match.start < name.n)
        words_mask(words, &name);
    words_finish(&name);
}

enum kind kind_of_heading(const char *heading,
                          const struct kind_context *context)
{
    struct words words;
    words_init(&words, heading, strlen(heading));
    if (context->title) {
        mask(&words, context->title, strlen(context->title));
        mask_short_title(&words, context->title);
    }
    for (size_t i = 0; i < context->n_synonyms; i++)
        mask(&words, context->synonyms[i], strlen(context->synonyms[i]));
    enum kind kind = by_languages(&words, context);
    words_finish(&words);
    return kind;
}
