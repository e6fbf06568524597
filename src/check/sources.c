/* Rules about sources: what is cited, and what should be. */
#include <stdlib.h>
#include <string.h>

#include "article/risk.h"
#include "base/ascii.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "check/fraction.h"

static const char *nearest_reference(const struct article *article,
                                     const char *wrong)
{
    const char **ids = mem_calloc(article->n_references, sizeof *ids);
    for (size_t i = 0; i < article->n_references; i++)
        ids[i] = article->references[i].id;
    const char *nearest = nearest_word(wrong, ids, article->n_references);
    free(ids);
    return nearest;
}

static void report_citation(struct check *check, const struct node *node,
                            const char *id)
{
    const char *nearest = nearest_reference(check->article, id);
    if (nearest)
        report_at(check, node->source_start,
                  _("No source is called \"%s\". Did you mean \"%s\"?"), id,
                  nearest);
    else
        report_at(
            check, node->source_start,
            _("No source is called \"%s\". Add it to sources in the front "
              "matter"),
            id);
}

static void check_citation(struct check *check, const struct node *node)
{
    if (node->index >= 0 || report_is_full(check))
        return;
    /* Without "[^" and "]". */
    char *id = mem_strndup(check->article->text + node->text_start + 2,
                           node->text_end - node->text_start - 3);
    report_citation(check, node, id);
    free(id);
}

static void check_figures(struct check *check, const struct node *node)
{
    for (size_t i = 0; i < node->risk->n_rows; i++) {
        const struct risk_row *row = &node->risk->rows[i];
        if (row->source && row->reference < 0 && !report_is_full(check))
            report_citation(check, node, row->source);
    }
}

void rule_citations(struct check *check)
{
    const struct node *root = check->article->root;
    if (check->broken) /* who knows what sources it has */
        return;
    for (const struct node *node = root; node; node = node_walk(root, node))
        if (node->type == NODE_CITATION)
            check_citation(check, node);
        else if (node->type == NODE_RISK)
            check_figures(check, node);
}

void rule_uncited_sources(struct check *check)
{
    for (size_t i = 0; i < check->article->n_references; i++) {
        const struct reference *reference = &check->article->references[i];
        if (reference->source && !reference->n_citations)
            report_line(check, reference->source->line,
                        _("Nothing cites the source \"%s\". Write [^%s] "
                          "where it is used, or remove it"),
                        reference->id, reference->id);
    }
}

static bool holds_citation(const struct node *block)
{
    for (const struct node *node = block; node; node = node_walk(block, node))
        if (node->type == NODE_CITATION)
            return true;
    return false;
}

static const struct node *previous_of(const struct node *node)
{
    const struct node *previous = NULL;
    for (const struct node *other = node->parent->first; other != node;
         other = other->next)
        previous = other;
    return previous;
}

static bool is_group(enum node_type type)
{
    return type == NODE_ITEM || type == NODE_ROW;
}

/* A paragraph may lead to a risk block, whose rows cite their sources. */
static bool leads_to_risk(const struct node *block)
{
    const struct node *next = block->next;
    return next && next->type == NODE_RISK && next->risk->n_rows &&
           next->risk->rows[0].source;
}

static bool has_word(const char *text, size_t n_bytes, const char *word)
{
    size_t n = strlen(word);
    for (size_t i = 0; i + n <= n_bytes; i++)
        if (!ascii_ncasecmp(text + i, word, n) &&
            (!i || !ascii_is_alpha(text[i - 1])))
            return true;
    return false;
}

/* Does a paragraph lead to what follows: "The doses are:", "The table shows"?
 */
static bool leads_in(const struct article *article, const struct node *before)
{
    static const char *const pointers[] = {"table", "below",     "following",
                                           "these", "this list", NULL};
    const char *text = article->text + before->text_start;
    size_t n_bytes = before->text_end - before->text_start;
    const char *colon = memrchr(text, ':', n_bytes);
    if (colon && !memchr(colon, '.', n_bytes - (size_t)(colon - text)))
        return true;
    if (strncmp(article->lang, "en", 2)) /* it may say so in other words */
        return true;
    for (const char *const *word = pointers; *word; word++)
        if (has_word(text, n_bytes, *word))
            return true;
    return false;
}

/* Where a citation for a block may stand besides: in its list item or row of
 * a table, in the paragraph that leads to the list or table, and in the head
 * of the table. */
static bool is_cited_around(const struct article *article,
                            const struct node *block)
{
    const struct node *node = block;
    while (node->parent && !is_group(node->type))
        node = node->parent;
    if (!node->parent)
        return false;
    if (holds_citation(node))
        return true;
    const struct node *whole = node->parent; /* the list or the table */
    const struct node *before = previous_of(whole);
    return (whole->type == NODE_TABLE && holds_citation(whole->first)) ||
           (whole->type == NODE_TABLE && node == whole->first &&
            holds_citation(whole)) ||
           (before && before->type == NODE_PARAGRAPH &&
            holds_citation(before) && leads_in(article, before)) ||
           (whole->parent && is_cited_around(article, whole));
}

/* "RECESSIVE 5": a name in capitals goes on with a number. */
static bool is_in_capitals(const struct prose *prose, size_t word)
{
    const struct prose_word *at = &prose->words[word];
    uint32_t i = at->start;
    while (i < at->end && ascii_is_upper(prose->article->text[i]))
        i++;
    return i == at->end && at->end - at->start > 3;
}

/* "5p", "3A", "17-beta": digits joined to letters that are no unit. */
static bool is_part_of_name(const struct prose *prose, size_t word)
{
    static const char *const units[] = {
        "mg", "g",  "kg", "mcg", "ml", "l",  "cm", "mm", "m", "h", "x",
        "s",  "st", "nd", "rd",  "th", "am", "pm", "iu", "f", "c", NULL};
    static const char *const greek[] = {"-alpha", "-beta", "-gamma", "-delta",
                                        NULL};
    const char *text = prose->text + prose->words[word].start;
    size_t n = prose->words[word].end - prose->words[word].start, i = 0;
    while (i < n && (ascii_is_digit(text[i]) || strchr(".,", text[i])))
        i++;
    bool joined = i < n && ascii_is_alpha(text[i]);
    for (const char *const *form = joined ? units : greek; *form; form++)
        if (strlen(*form) == n - i && !memcmp(*form, text + i, n - i))
            return !joined;
    return joined;
}

/* Does a number belong to a name in the title, "Usher syndrome 3"? */
static bool is_in_title(const struct prose *prose, size_t word)
{
    const struct prose_word *words = prose->words;
    size_t n_bytes = words[word].end - words[word].start;
    if (ascii_is_alpha(prose->text[words[word].end - 1]) &&
        check_is_topic(prose->article, prose->article->text + words[word].start,
                       n_bytes))
        return true;
    return word && check_is_topic(prose->article,
                                  prose->article->text + words[word - 1].start,
                                  words[word].end - words[word - 1].start);
}

/* A number to call is no statement, nor is that of a page of the law, of a
 * month's year or the one in a name such as "type 2 diabetes". */
static bool is_statement(const struct prose *prose, size_t word)
{
    static const char *const callers[] = {
        "call",       "dial",        "phone",   "ring",     "step",
        "version",    "text",        "type",    "table",    "tables",
        "figure",     "figures",     "fig",     "figs",     "box",
        "chapter",    "appendix",    "stage",   "phase",    "grade",
        "chromosome", "chromosomes", "section", "page",     "pages",
        "question",   "protein",     "gene",    "january",  "february",
        "march",      "april",       "may",     "june",     "july",
        "august",     "september",   "october", "november", "december",
        NULL};
    return prose_is_number(prose, word) &&
           !(word && (prose_is_any(prose, word - 1, callers) ||
                      is_in_capitals(prose, word - 1))) &&
           !is_part_of_name(prose, word) && !is_in_title(prose, word) &&
           !prose_is(prose, word, "24-hour");
}

/* Something that is counted: doses, times, people. */
static const char *const counted[] = {
    "tablet",    "tablets",   "pill",     "pills",  "capsules",
    "doses",     "puffs",     "drops",    "sprays", "spoons",
    "spoonfuls", "teaspoons", "minutes",  "hours",  "days",
    "weeks",     "months",    "years",    "people", "women",
    "men",       "children",  "patients", "adults", NULL};

/* "two tablets", "within three days", "half of all people". */
static bool is_counted(const struct prose *prose, size_t word, size_t end)
{
    static const char *const parts[] = {"half",    "third",    "thirds",
                                        "quarter", "quarters", NULL};
    if (prose_is_any(prose, word, parts) && prose_is(prose, word + 1, "of"))
        return word + 3 < end && (prose_is_any(prose, word + 2, counted) ||
                                  prose_is_any(prose, word + 3, counted));
    return word + 1 < end && fraction_number(prose, word) > 1 &&
           prose_is_any(prose, word + 1, counted);
}

static size_t first_number(const struct prose *prose,
                           const struct sentence *sentence)
{
    size_t word = sentence->first_word;
    while (word < sentence->end_word && !is_statement(prose, word) &&
           !is_counted(prose, word, sentence->end_word))
        word++;
    return word;
}

/* The end of the sentences of a block that a citation in this or a later
 * sentence covers; first if there is none. */
static size_t cited_end(const struct prose *prose, size_t first, size_t end)
{
    while (end > first && !prose->sentences[end - 1].cited)
        end--;
    return end;
}

/* Reports the sentences of a block with a number that nothing cites. */
static void check_block(struct check *check, size_t first, size_t end)
{
    const struct prose *prose = &check->prose;
    const struct node *block = prose->sentences[first].block;
    bool around_is_known = false;
    for (size_t i = cited_end(prose, first, end);
         i < end && !report_is_full(check); i++) {
        size_t word = first_number(prose, &prose->sentences[i]);
        if (word == prose->sentences[i].end_word)
            continue;
        if (!around_is_known &&
            (is_cited_around(check->article, block) || leads_to_risk(block)))
            return;
        around_is_known = true;
        report_word(check, word,
                    _("The number %.*s has no source. Cite one with [^id], "
                      "or remove the number"),
                    (int)(prose->words[word].end - prose->words[word].start),
                    prose->text + prose->words[word].start);
    }
}

/* An article without sources has one message already; a paper from elsewhere is
 * the source of its numbers. */
void rule_uncited_numbers(struct check *check)
{
    const struct prose *prose = &check->prose;
    if (!check->article->meta.n_sources || check->foreign)
        return;
    for (size_t i = 0, end; i < prose->n_sentences; i = end) {
        end = prose_block_end(prose, i);
        check_block(check, i, end);
    }
}
