/* Rules about urgent advice: what to do must stand in it, and it must stand
 * out. Those that read words know English only. */
#include <string.h>

#include "base/ascii.h"
#include "base/i18n.h"
#include "check/rule.h"

static bool is_urgent(const struct node *node)
{
    return node && node->type == NODE_ALERT &&
           (node->alert == ALERT_EMERGENCY || node->alert == ALERT_URGENT ||
            node->alert == ALERT_SEE_DOCTOR || node->alert == ALERT_WARNING);
}

static bool is_emergency(const struct node *node)
{
    return node->type == NODE_ALERT && node->alert == ALERT_EMERGENCY;
}

static const char *const actions[] = {
    "call",  "dial",   "phone", "ring",      "go to",  "get help",
    "get",   "take",   "tell",  "contact",   "seek",   "ask",
    "go",    "rush",   "use",   "lie",       "stop",   "give",
    "start", "inject", "rinse", "ambulance", "press",  "see a doctor",
    "need",  "needs",  "visit", "send",      "return", "alert staff",
    "a&e",   NULL};

/* Does an action stand in a sentence of this node? */
static bool has_action(const struct prose *prose, const struct node *node)
{
    for (size_t i = prose_sentence_at(prose, node->text_start);
         i < prose->n_sentences; i++) {
        const struct sentence *sentence = &prose->sentences[i];
        if (sentence->start >= node->text_end)
            return false;
        if (wording_stands_in(prose, sentence->first_word, sentence->end_word,
                              actions))
            return true;
    }
    return false;
}

void rule_emergency_actions(struct check *check)
{
    const struct node *root = check->article->root;
    for (const struct node *node = root;
         node && check->english && !report_is_full(check);
         node = node_walk(root, node))
        if (is_emergency(node) && !has_action(&check->prose, node))
            report_at(check, node->source_start,
                      _("The emergency block does not say what to do. Begin "
                        "with \"Call your local emergency number if\""));
}

/* A block between two alerts that belongs to neither. */
static bool is_squeezed(const struct article *article, size_t i)
{
    return i && i + 1 < article->n_blocks &&
           article->blocks[i]->type == NODE_PARAGRAPH &&
           is_urgent(article->blocks[i - 1]) &&
           is_urgent(article->blocks[i + 1]);
}

void rule_emergency_place(struct check *check)
{
    const struct article *article = check->article;
    const struct node *first = NULL;
    for (size_t i = 0; i < article->n_blocks; i++) {
        const struct node *block = article->blocks[i];
        if (is_squeezed(article, i))
            report_at(check, block->source_start,
                      _("Readers miss text between two alerts. Put it "
                        "before or after them, or into one of them"));
        if (is_emergency(block) && first)
            report_at(check, block->source_start,
                      _("This is a second emergency block. Join them, so "
                        "that a reader in a hurry finds everything in one "
                        "place"));
        else if (is_emergency(block))
            first = block;
    }
}

/* ---- numbers to call ---- */

static const char *const numbers[] = {"911", "999", "112", "000", "111",
                                      "118", "995", "119", NULL};

static const char *const callers[] = {"call",    "calls", "dial",     "phone",
                                      "calling", "ring",  "dialling", NULL};

/* Words by which an article says for which country it is. */
static const char *const countries[] = {"uk",
                                        "united kingdom",
                                        "england",
                                        "scotland",
                                        "wales",
                                        "britain",
                                        "british",
                                        "nhs",
                                        "us",
                                        "usa",
                                        "united states",
                                        "america",
                                        "american",
                                        "canada",
                                        "canadian",
                                        "australia",
                                        "australian",
                                        "ireland",
                                        "irish",
                                        "europe",
                                        "european",
                                        "eu",
                                        "new zealand",
                                        "india",
                                        "singapore",
                                        "healthdirect",
                                        "medlineplus",
                                        "cdc",
                                        "nih",
                                        "vietnam",
                                        NULL};

static bool holds_name(const char *text, const char *name)
{
    size_t n_bytes = strlen(name);
    for (const char *at = text; (at = ascii_casestr(at, name)); at++)
        if ((at == text || !ascii_is_alnum(at[-1])) &&
            !ascii_is_alnum(at[n_bytes]))
            return true;
    return false;
}

/* Is the article of a country, by its title, its publisher or its language
 * (en-GB)? */
static bool is_of_a_country(const struct article *article)
{
    const char *publisher = article->meta.origin.publisher;
    bool named = strchr(article->lang, '-');
    for (const char *const *name = countries; *name && !named; name++)
        named = holds_name(article->title, *name) ||
                (publisher && holds_name(publisher, *name));
    return named;
}

/* "111" is the NHS's, which does not make it known elsewhere. */
static bool names_country(const struct prose *prose,
                          const struct sentence *sentence)
{
    static const char *const services[] = {"nhs 111", NULL};
    return wording_stands_in(prose, sentence->first_word, sentence->end_word,
                             countries) &&
           !wording_stands_in(prose, sentence->first_word, sentence->end_word,
                              services);
}

/* The first number of one country in a sentence that names no country: "call
 * 911", but not "999 in the UK". Its end if there is none. */
static size_t number_to_call(const struct prose *prose,
                             const struct sentence *sentence)
{
    size_t word = sentence->first_word;
    for (; word < sentence->end_word; word++) {
        if (prose->words[word].number < 0 ||
            !prose_is_any(prose, word, numbers))
            continue;
        bool called = false;
        for (size_t back = 1; back <= 2 && word >= sentence->first_word + back;
             back++)
            called = called || prose_is_any(prose, word - back, callers);
        if (called)
            break;
    }
    if (word < sentence->end_word && names_country(prose, sentence))
        return sentence->end_word;
    return word;
}

void rule_emergency_numbers(struct check *check)
{
    const struct prose *prose = &check->prose;
    if (!check->english || is_of_a_country(check->article))
        return;
    for (size_t i = 0; i < prose->n_sentences && !report_is_full(check); i++) {
        size_t word = number_to_call(prose, &prose->sentences[i]);
        if (word < prose->sentences[i].end_word)
            report_word(
                check, word,
                _("%.*s works in some countries only. Write \"your local "
                  "emergency number\", or name the country"),
                (int)(prose->words[word].end - prose->words[word].start),
                prose->text + prose->words[word].start);
    }
}
