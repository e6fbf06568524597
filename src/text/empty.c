/* Sections in which nothing is written. */
#include "text/empty.h"

#include "text/word.h"

/* A rule, a comment, a list without items say nothing. A risk block does, and
 * an image may have an address only. */
static bool says_nothing(const struct node *block)
{
    return block->text_end <= block->text_start && block->type != NODE_RISK &&
           block->type != NODE_HEADING &&
           !(block->type == NODE_PARAGRAPH && block->first);
}

static bool is_empty(const struct article *article,
                     const struct section *section)
{
    size_t block = section->first_block + 1;
    while (block < section->end_block && says_nothing(article->blocks[block]))
        block++;
    return block >= section->end_block;
}

const char *empty_section_words(const struct article *article, size_t heading)
{
    size_t section = article->headings[heading].section;
    if (section >= article->n_sections ||
        article->sections[section].heading != heading ||
        !is_empty(article, &article->sections[section]))
        return NULL;
    return word_in(WORD_EMPTY, article->lang);
}

bool empty_section_warns(const struct article *article, size_t heading)
{
    return kind_get(article->headings[heading].kind)->safety;
}
