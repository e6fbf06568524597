/* Items that a program decides rest on the messages of the check or on what
 * the article is built of. */
#include "check/pemat.h"

#include <string.h>

#include "base/ascii.h"
#include "base/i18n.h"

enum answer {
    ANSWER_YES,
    ANSWER_NO,
    ANSWER_PERSON, /* only people can tell */
};

struct facts_of_article {
    const struct article *article;
    const struct messages *messages;
};

static bool is_said(const struct facts_of_article *facts, const char *code)
{
    for (size_t i = 0; i < facts->messages->n; i++)
        if (!strcmp(facts->messages->items[i].rule->code, code))
            return true;
    return false;
}

static enum answer answer(bool yes)
{
    return yes ? ANSWER_YES : ANSWER_NO;
}

static size_t count(const struct facts_of_article *facts, enum node_type type)
{
    const struct node *root = facts->article->root;
    size_t n = 0;
    for (const struct node *node = root; node; node = node_walk(root, node))
        n += node->type == type;
    return n;
}

static enum answer everyday_words(const struct facts_of_article *facts)
{
    return answer(!is_said(facts, "M061") && !is_said(facts, "M063"));
}

static enum answer terms_explained(const struct facts_of_article *facts)
{
    return answer(!is_said(facts, "M060"));
}

static enum answer clear_numbers(const struct facts_of_article *facts)
{
    static const char *const codes[] = {"M050", "M051", "M052", "M053", "M054",
                                        "M057", "M058", "M059", NULL};
    for (const char *const *code = codes; *code; code++)
        if (is_said(facts, *code))
            return ANSWER_NO;
    return ANSWER_YES;
}

#define SECTION_BYTES_MAX 3000 /* about 500 words */

static enum answer short_sections(const struct facts_of_article *facts)
{
    const struct article *article = facts->article;
    for (size_t i = 0; i < article->n_sections; i++)
        if (article->sections[i].source_end -
                article->sections[i].source_start >
            SECTION_BYTES_MAX)
            return ANSWER_NO;
    return answer(article->n_sections > 1);
}

static enum answer has_headings(const struct facts_of_article *facts)
{
    if (facts->article->n_headings < 2 || is_said(facts, "M032"))
        return ANSWER_NO;
    return ANSWER_PERSON;
}

static enum answer has_summary(const struct facts_of_article *facts)
{
    return answer(facts->article->meta.summary);
}

static enum answer has_cues(const struct facts_of_article *facts)
{
    return answer(count(facts, NODE_LIST) && count(facts, NODE_ALERT));
}

static enum answer has_picture(const struct facts_of_article *facts)
{
    return count(facts, NODE_RISK) || count(facts, NODE_IMAGE) ? ANSWER_YES
                                                               : ANSWER_PERSON;
}

static enum answer pictures_have_titles(const struct facts_of_article *facts)
{
    return count(facts, NODE_RISK) ? answer(!is_said(facts, "M056"))
                                   : ANSWER_PERSON;
}

#define COLUMNS_MAX 4

static enum answer simple_tables(const struct facts_of_article *facts)
{
    const struct node *root = facts->article->root;
    enum answer simple = ANSWER_PERSON; /* there is none */
    for (const struct node *node = root; node; node = node_walk(root, node)) {
        if (node->type != NODE_TABLE)
            continue;
        if (node->table.n_columns > COLUMNS_MAX)
            return ANSWER_NO;
        simple = ANSWER_YES;
    }
    return simple;
}

static enum answer has_action(const struct facts_of_article *facts)
{
    const struct article *article = facts->article;
    bool advises =
        article_find_kind(article, KIND_SEE_DOCTOR, SIZE_MAX) != SIZE_MAX ||
        article_find_kind(article, KIND_EMERGENCY, SIZE_MAX) != SIZE_MAX;
    return answer(advises && !is_said(facts, "M036"));
}

static enum answer addresses_reader(const struct facts_of_article *facts)
{
    return answer(ascii_casestr(facts->article->text, " you "));
}

static enum answer has_steps(const struct facts_of_article *facts)
{
    const struct node *root = facts->article->root;
    for (const struct node *node = root; node; node = node_walk(root, node))
        if (node->type == NODE_LIST && node->list.ordered)
            return ANSWER_YES;
    return ANSWER_PERSON;
}

static enum answer ask_person(const struct facts_of_article *facts)
{
    (void)facts;
    return ANSWER_PERSON;
}

static const struct {
    unsigned number; /* of PEMAT; 13 and 14 are for films */
    enum answer (*decide)(const struct facts_of_article *facts);
    const char *text;
} items[] = {
    {1, ask_person, N_("Its purpose is clear at once")},
    {2, ask_person, N_("Nothing distracts from that purpose")},
    {3, everyday_words, N_("It uses everyday words")},
    {4, terms_explained, N_("It uses few medical terms, and explains them")},
    {5, ask_person, N_("Sentences say who does what")},
    {6, clear_numbers, N_("Numbers are clear and easy to understand")},
    {7, ask_person, N_("Readers do not have to calculate anything")},
    {8, short_sections, N_("The text comes in short sections")},
    {9, has_headings, N_("Headings say what the text below is about")},
    {10, ask_person, N_("The information comes in a logical order")},
    {11, has_summary, N_("There is a summary")},
    {12, has_cues, N_("Lists and boxes point to what matters")},
    {15, has_picture, N_("Pictures are used where they help")},
    {16, ask_person, N_("Pictures agree with the text")},
    {17, pictures_have_titles, N_("Pictures have titles")},
    {18, ask_person, N_("Pictures are clear")},
    {19, simple_tables, N_("Tables are simple")},
    {20, has_action, N_("It names something that readers can do")},
    {21, addresses_reader, N_("It addresses the reader as \"you\"")},
    {22, has_steps, N_("It breaks down actions into steps")},
    {23, ask_person,
     N_("It offers something that helps to act, such as a "
        "plan")},
    {24, ask_person, N_("It explains how to do any calculations")},
    {25, ask_person, N_("It explains how to use its tables and pictures")},
    {26, ask_person, N_("Pictures help readers to act")},
};

#define N_ITEMS (sizeof items / sizeof *items)

void pemat_write(const struct article *article, const struct messages *messages,
                 struct buf *out)
{
    const struct facts_of_article facts = {article, messages};
    const char *const words[] = {_("yes"), _("no"), _("ask a person")};
    size_t n_person = 0, n_yes = 0;
    bool english = !strncmp(article->lang, "en", 2);
    buf_printf(out, _("PEMAT-P checklist: %s\n"), article->title);
    for (size_t i = 0; i < N_ITEMS; i++) {
        enum answer found = english ? items[i].decide(&facts) : ANSWER_PERSON;
        buf_printf(out, "%4u  %-12s  %s\n", items[i].number, words[found],
                   _(items[i].text));
        n_person += found == ANSWER_PERSON;
        n_yes += found == ANSWER_YES;
    }
    buf_printf(out,
               _("The program decided %zu of %zu items: %zu yes, %zu no. "
                 "%zu are left to people. This is not a score: for PEMAT, "
                 "two people rate all items.\n"),
               N_ITEMS - n_person, N_ITEMS, n_yes, N_ITEMS - n_person - n_yes,
               n_person);
}
