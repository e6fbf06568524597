/* Rules about what a section must hold: safety advice its sources, other
 * treatments the choice to do nothing, a link words that say where it leads. */
#include <stdlib.h>
#include <string.h>

#include "article/risk.h"
#include "base/ascii.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "check/rule.h"
#include "text/empty.h"

static bool cites(const struct node *node)
{
    bool found = node->type == NODE_CITATION;
    for (size_t i = 0; node->type == NODE_RISK && i < node->risk->n_rows; i++)
        found = found || node->risk->rows[i].source;
    return found;
}

/* Whether each section cites something, for the caller to free. */
static bool *list_cited_sections(const struct article *article)
{
    bool *cited = mem_calloc(article->n_sections, sizeof *cited);
    for (const struct node *node = article->root; node;
         node = node_walk(article->root, node)) {
        size_t section = cites(node)
                             ? article_section_at(article, node->source_start)
                             : NO_SECTION;
        if (section != NO_SECTION)
            cited[section] = true;
    }
    return cited;
}

/* Does one of these words stand in the text of a section, its headings
 * included? */
static bool section_holds(const struct article *article,
                          const struct section *section,
                          const char *const *words)
{
    const struct node *first = article->blocks[section->first_block];
    const struct node *last = article->blocks[section->end_block - 1];
    char *text = mem_strndup(article->text + first->text_start,
                             last->text_end - first->text_start);
    bool found = false;
    for (; *words && !found; words++)
        found = ascii_casestr(text, *words);
    free(text);
    return found;
}

/* Where nothing is known, there is nothing to cite. */
static bool says_unknown(const struct article *article,
                         const struct section *section)
{
    static const char *const words[] = {
        "found no",  "no source",  "no evidence", "nothing is known",
        "not known", "nobody has", NULL};
    return section_holds(article, section, words);
}

/* An article without sources has one message already. */
void rule_uncited_safety(struct check *check)
{
    const struct article *article = check->article;
    if (!article->meta.n_sources || check->foreign)
        return;
    bool *cited = list_cited_sections(article);
    for (size_t i = 0; i < article->n_sections; i++) {
        const struct section *section = &article->sections[i];
        if (kind_get(section->kind)->safety &&
            section->kind != KIND_SEE_DOCTOR && !cited[i] &&
            section->heading != SIZE_MAX &&
            !empty_section_words(article, section->heading) &&
            !says_unknown(article, section))
            report_at(check, section->source_start,
                      _("Nothing in \"%s\" has a source. People act on such "
                        "advice, so cite where it comes from"),
                      section->title);
    }
    free(cited);
}

/* ---- alternatives ---- */

static bool is_about_alternatives(const struct article *article,
                                  const struct section *section)
{
    static const char *const words[] = {"alternative", "instead", "other treat",
                                        "other choice", NULL};
    bool named = false;
    if (section->kind != KIND_TREATMENT || !section->title)
        return false;
    for (const char *const *word = words; *word; word++)
        named = named || ascii_casestr(section->title, *word);
    return named || article->meta.type == TYPE_PROCEDURE ||
           article->meta.type == TYPE_MEDICINE ||
           article->meta.type == TYPE_VACCINE ||
           article->meta.type == TYPE_TEST;
}

/* Does the text of a section speak of leaving it? Its headings count. */
static bool offers_nothing(const struct article *article,
                           const struct section *section)
{
    static const char *const words[] = {
        "nothing",      "no treatment", "without treatment",
        "untreated",    "leave it",     "left alone",
        "leave them",   "wait and see", "watchful",
        "not to have",  "not have",     "without it",
        "not treat",    "no medicine",  "not take",
        "no vaccine",   "not to take",  "do without",
        "no screening", "not to go",    "decide not",
        "choose not",   "leaving it",   "say no",
        "not to treat", "no surgery",   NULL};
    return section_holds(article, section, words);
}

void rule_alternatives(struct check *check)
{
    const struct article *article = check->article;
    if (!check->english || check->foreign)
        return;
    for (size_t i = 0; i < article->n_sections; i++) {
        const struct section *section = &article->sections[i];
        if (section->end_block > section->first_block &&
            is_about_alternatives(article, section) &&
            !offers_nothing(article, section))
            report_at(check, section->source_start,
                      _("\"%s\" does not say what happens if you do "
                        "nothing, which is also a choice"),
                      section->title);
    }
}

/* ---- texts of links ---- */

static const char *const empty_words[] = {"click here",
                                          "click",
                                          "here",
                                          "this link",
                                          "this page",
                                          "read more",
                                          "learn more",
                                          "more",
                                          "link",
                                          "page",
                                          "see more",
                                          "go",
                                          "this site",
                                          "this",
                                          "website",
                                          "this website",
                                          "click this link",
                                          "see here",
                                          NULL};

void rule_link_texts(struct check *check)
{
    const struct article *article = check->article;
    for (size_t i = 0; i < article->n_links && check->english; i++) {
        const struct node *node = article->links[i].node;
        const char *text = article->text + node->text_start;
        size_t n_bytes = node->text_end - node->text_start;
        if (article->links[i].image)
            continue;
        while (n_bytes && strchr(" .:", text[n_bytes - 1]))
            n_bytes--;
        for (const char *const *words = empty_words; *words; words++)
            if (strlen(*words) == n_bytes &&
                !ascii_ncasecmp(*words, text, n_bytes))
                report_at(check, node->source_start,
                          _("The link \"%s\" does not say where it leads. "
                            "Use the name of the page"),
                          *words);
    }
}
