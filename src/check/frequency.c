/* A rule about "common", "rare" and the like. English only. */
#include "check/fraction.h"

#include "base/i18n.h"

static const char *const frequencies[] = {
    "common",  "commonly", "uncommon",   "uncommonly",   "rare",
    "rarely",  "seldom",   "infrequent", "infrequently", "occasionally",
    "unusual", "usual",    NULL};

/* "An unusual smell", "the usual dose" are none: "very unusual" and "the most
 * usual" are. */
static bool is_plain_adjective(const struct prose *prose, size_t word)
{
    static const char *const before[] = {"very", "is",    "are",
                                         "be",   "quite", NULL};
    if (prose_is(prose, word, "usual"))
        return !word || !prose_is(prose, word - 1, "most");
    return (prose_is(prose, word, "unusual") ||
            prose_is(prose, word, "infrequent")) &&
           (!word || !prose_is_any(prose, word - 1, before) ||
            prose_is(prose, word + 1, "for"));
}

/* "common cold", "in common", "how common", "a rare inherited disease". */
static bool is_other_meaning(const struct prose *prose, size_t word)
{
    static const char *const before[] = {"in",   "how", "less",
                                         "more", "its", NULL};
    static const char *const after[] = {
        "cold",     "colds",     "name",       "names",     "use",
        "uses",     "cause",     "causes",     "reason",    "disease",
        "diseases", "condition", "conditions", "inherited", "disorder",
        "genetic",  "form",      "type",       "types",     "illness",
        "problem",  "sense",     NULL};
    if (word && prose_is_any(prose, word - 1, before))
        return true;
    if (word && prose_is(prose, word - 1, "most") &&
        !prose_is(prose, word, "usual"))
        return true;
    bool attribute = prose_is(prose, word, "rare") ||
                     prose_is(prose, word, "common") ||
                     prose_is(prose, word, "uncommon");
    for (size_t i = word + 1; attribute && i <= word + 3; i++)
        if (prose_is_any(prose, i, after))
            return true;
    return is_plain_adjective(prose, word);
}

/* Does a block give a number, or say that there is none? */
static bool is_quantified(const struct prose *prose, size_t word, size_t end)
{
    static const char *const unknown[] = {"known",  "unknown", "unclear",
                                          "figure", "figures", "unsure",
                                          "count",  "counts",  NULL};
    for (; word < end; word++)
        if (fraction_number(prose, word) > 1 ||
            prose_is_any(prose, word, unknown))
            return true;
    return false;
}

static bool is_about_harm(const struct check *check, const struct node *block)
{
    const struct section *section = check_section_of(check->article, block);
    return section && section->kind != KIND_SEE_DOCTOR &&
           section->kind != KIND_EMERGENCY && kind_get(section->kind)->safety;
}

static void look_for_frequency(struct check *check, size_t i,
                               struct block_fact *fact)
{
    const struct prose *prose = &check->prose;
    const struct sentence *sentence = &prose->sentences[i];
    size_t word = sentence->first_word;
    if (!is_about_harm(check, sentence->block))
        return;
    while (word < sentence->end_word &&
           !(prose_is_any(prose, word, frequencies) &&
             !is_other_meaning(prose, word)))
        word++;
    if (word < sentence->end_word &&
        !fraction_block(fact, prose, i, is_quantified) &&
        !fraction_has_risk_block(check, sentence->block))
        report_word(check, word,
                    _("Everybody understands \"%.*s\" differently. Add how "
                      "many of how many people, or say that no figure is "
                      "known"),
                    (int)(prose->words[word].end - prose->words[word].start),
                    prose->text + prose->words[word].start);
}

void rule_verbal_frequency(struct check *check)
{
    fraction_each_sentence(check, look_for_frequency);
}
