/* Rules about the text: kinds of its sections, and what it cites. */
#include <stdlib.h>

#include "article/risk.h"
#include "base/mem.h"
#include "check/rule.h"

static const char *nearest_kind(const char *wrong)
{
    const char *ids[KIND_COUNT];
    size_t n = 0;
    for (int kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
        ids[n++] = kind_get((enum kind)kind)->id;
    return nearest_word(wrong, ids, n);
}

void rule_kinds(struct check *check)
{
    for (size_t i = 0; i < check->article->n_headings; i++) {
        const struct heading *heading = &check->article->headings[i];
        if (!heading->bad_kind)
            continue;
        const char *nearest = nearest_kind(heading->bad_kind);
        report_at(check, heading->node->source_start,
                  nearest ? "there is no kind \"%s\": did you mean \"%s\"?"
                          : "there is no kind \"%s\": medfaq kinds lists them",
                  heading->bad_kind, nearest);
    }
}

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
                  "no source is called \"%s\": did you mean \"%s\"?", id,
                  nearest);
    else
        report_at(check, node->source_start,
                  "no source is called \"%s\": add it to sources in the front "
                  "matter",
                  id);
}

static void check_citation(struct check *check, const struct node *node)
{
    if (node->index >= 0)
        return;
    /* Without "[^" and "]". */
    char *id = mem_strndup(check->article->text + node->text_start + 2,
                           node->text_end - node->text_start - 3);
    report_citation(check, node, id);
    free(id);
}

static void check_figures(struct check *check, const struct node *node)
{
    for (size_t i = 0; node->risk && i < node->risk->n_rows; i++) {
        const char *id = node->risk->rows[i].source;
        if (id && article_find_reference(check->article, id) < 0)
            report_citation(check, node, id);
    }
}

void rule_citations(struct check *check)
{
    const struct node *root = check->article->root;
    for (const struct node *node = root; node; node = node_walk(root, node))
        if (node->type == NODE_CITATION)
            check_citation(check, node);
        else if (node->type == NODE_RISK)
            check_figures(check, node);
}

void rule_uncited(struct check *check)
{
    for (size_t i = 0; i < check->article->n_references; i++) {
        const struct reference *reference = &check->article->references[i];
        if (reference->source && !reference->n_citations)
            report_line(check, reference->source->line,
                        "nothing cites the source \"%s\": write [^%s] where "
                        "it is used, or take it out",
                        reference->id, reference->id);
    }
}
