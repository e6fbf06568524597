/* Finds the terms of a glossary in an article, one section at a time. */
#include "library/term_marks.h"

#include <stdlib.h>

#include "base/mem.h"

struct term_marks {
    const struct article *article;
    const struct glossary *glossary;
    struct term_mark_list *sections; /* one for each section */
    bool *is_searched;               /* for each section */
    size_t *seen; /* for each term: last section with a mark, + 1 */
};

struct term_marks *term_marks_new(const struct article *article,
                                  const struct glossary *glossary)
{
    struct term_marks *marks = mem_calloc(1, sizeof *marks);
    size_t n = article->n_sections + 1;
    marks->article = article;
    marks->glossary = glossary;
    marks->sections = mem_calloc(n, sizeof *marks->sections);
    marks->is_searched = mem_calloc(n, sizeof *marks->is_searched);
    marks->seen = mem_calloc(glossary->n_terms + 1, sizeof *marks->seen);
    return marks;
}

void term_marks_free(struct term_marks *marks)
{
    if (!marks)
        return;
    for (size_t i = 0; i < marks->article->n_sections; i++)
        free(marks->sections[i].items);
    free(marks->sections);
    free(marks->is_searched);
    free(marks->seen);
    free(marks);
}

static void add_mark(struct term_mark_list *list, struct term_mark mark)
{
    list->items =
        mem_grow(list->items, list->n, &list->capacity, sizeof *list->items);
    list->items[list->n++] = mark;
}

/* Tells whether terms may be marked in a block. */
static bool may_mark(const struct node *block)
{
    if (block->type != NODE_PARAGRAPH && block->type != NODE_CELL)
        return false;
    for (const struct node *node = block->parent; node; node = node->parent)
        if (node->type == NODE_ALERT && node->alert == ALERT_EMERGENCY)
            return false;
    return true;
}

static void search_block(struct term_marks *marks, size_t section,
                         const struct node *block)
{
    const struct article *article = marks->article;
    const struct node *own = block;
    bool plain = may_mark(block);
    struct glossary_match match = {.end = block->text_start};
    while (glossary_next(marks->glossary, article->text, block->text_end,
                         match.end, &match)) {
        size_t *seen = &marks->seen[match.term->index];
        own = node_next_special(block, own, (uint32_t)match.start);
        bool first = plain && *seen != section + 1 &&
                     !(own && own->text_start < match.end);
        if (first)
            *seen = section + 1;
        add_mark(&marks->sections[section],
                 (struct term_mark){(uint32_t)match.start, (uint32_t)match.end,
                                    match.term, first});
    }
}

static void search_section(struct term_marks *marks, size_t i)
{
    const struct section *section = &marks->article->sections[i];
    marks->is_searched[i] = true;
    for (size_t block = section->first_block; block < section->end_block;
         block++) {
        const struct node *root = marks->article->blocks[block];
        for (const struct node *node = root; node; node = node_walk(root, node))
            if (node_holds_inlines(node->type))
                search_block(marks, i, node);
    }
}

/* Finds the range of text of a section. */
static void section_text(const struct article *article, size_t i,
                         uint32_t *start, uint32_t *end)
{
    const struct section *section = &article->sections[i];
    *start = *end = 0;
    if (section->first_block < section->end_block) {
        *start = article->blocks[section->first_block]->text_start;
        *end = article->blocks[section->end_block - 1]->text_end;
    }
}

void term_marks_find(struct term_marks *marks, uint32_t text_start,
                     uint32_t text_end, struct term_mark_list *out)
{
    for (size_t i = 0; i < marks->article->n_sections; i++) {
        uint32_t start, end;
        section_text(marks->article, i, &start, &end);
        if (start >= text_end)
            break;
        if (end <= text_start)
            continue;
        if (!marks->is_searched[i])
            search_section(marks, i);
        const struct term_mark_list *list = &marks->sections[i];
        for (size_t k = 0; k < list->n && list->items[k].text_start < text_end;
             k++)
            if (list->items[k].text_end > text_start)
                add_mark(out, list->items[k]);
    }
}
