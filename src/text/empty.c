/* Finds sections without content. */
#include "text/empty.h"

#include "text/word.h"

/* Tells whether a block has no content: a thematic break, a comment or a list
 * of empty items, for instance. Headings and risk blocks always count as
 * content, and so does an image that has an address but no text. */
static bool is_empty_block(const struct node *block)
{
    return block->text_end <= block->text_start && block->type != NODE_RISK &&
           block->type != NODE_HEADING &&
           !(block->type == NODE_PARAGRAPH && block->first);
}

static bool is_empty_section(const struct article *article,
                             const struct section *section)
{
    size_t block = section->first_block + 1;
    while (block < section->end_block && is_empty_block(article->blocks[block]))
        block++;
    return block >= section->end_block;
}

const char *empty_section_words(const struct article *article, size_t heading)
{
    size_t section = article->headings[heading].section;
    if (section >= article->n_sections ||
        article->sections[section].heading != heading ||
        !is_empty_section(article, &article->sections[section]))
        return NULL;
    return word_in(WORD_EMPTY, article->lang);
}

bool empty_section_warns(const struct article *article, size_t heading)
{
    return kind_get(article->headings[heading].kind)->safety;
}
