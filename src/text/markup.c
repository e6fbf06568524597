/* Finds and shows markup that CommonMark does not have. */
#include "text/markup.h"

#include <string.h>

#include "base/strs.h"
#include "text/page.h"

static void add_markup(struct markups *markups, struct markup markup)
{
    struct markup *items = markups->items;
    size_t i = markups->n;
    if (i == MARKUPS_MAX)
        return;
    for (; i > 0 && items[i - 1].range.start > markup.range.start; i--)
        items[i] = items[i - 1];
    items[i] = markup;
    markups->n++;
}

static void add_range(struct markups *markups, uint32_t start, uint32_t end,
                      enum role role)
{
    if (end > start)
        add_markup(markups,
                   (struct markup){.range = {start, end}, .role = role});
}

/* Returns the offset of a string in a range of the text, or the end of the
 * range if it is not there. */
static uint32_t find(const struct page *page, struct text_range range,
                     const char *string)
{
    const char *text = page->article->text;
    const char *at = memmem(text + range.start, range.end - range.start, string,
                            strlen(string));
    return at ? (uint32_t)(at - text) : range.end;
}

/* A pair of marks around text, such as "~~" and "~~". */
struct pair {
    const char *open, *close;
    enum role role; /* of the text between the marks, which are dim */
    uint8_t attributes;
};

static bool may_be_inside(const struct page *page, uint32_t start, uint32_t end)
{
    const char *text = page->article->text;
    return end > start && !memchr(text + start, '\n', end - start) &&
           text[start] != ' ' && text[end - 1] != ' ';
}

/* Chooses what replaces the marks. "~~10 mg~~" must not be mistaken for a valid
 * dose: the screen strikes it out, and where that is not possible, words say
 * so. */
static void choose_replacements(const struct page *page,
                                const struct pair *pair,
                                const char *replacement[2])
{
    const char *lang = page->article->lang;
    if (pair->open[0] == '<') {
        replacement[0] = page->glyphs[GLYPH_LINK_OPEN];
        replacement[1] = page->glyphs[GLYPH_LINK_CLOSE];
        return;
    }
    if (page->options->strikes && !page->options->linear) {
        replacement[0] = replacement[1] = "";
        return;
    }
    replacement[0] =
        arena_printf(page->arena, "[%s: ", word_in(WORD_STRUCK_OUT, lang));
    replacement[1] = page->options->linear
                         ? arena_printf(page->arena, ", %s]",
                                        word_in(WORD_END_OF_STRUCK_OUT, lang))
                         : "]";
}

/* Adds the markup of a pair. Only marks that are replaced by nothing need the
 * attributes to show what they mean. */
static void add_pair(struct page *page, const struct pair *pair,
                     struct text_range inside)
{
    struct markups *markups = &page->markups;
    uint32_t n_open = (uint32_t)strlen(pair->open);
    uint32_t n_close = (uint32_t)strlen(pair->close);
    const char *replacement[2];
    if (markups->n + 3 > MARKUPS_MAX)
        return;
    choose_replacements(page, pair, replacement);
    add_markup(markups,
               (struct markup){.range = {inside.start - n_open, inside.start},
                               .role = ROLE_DIM,
                               .replacement = replacement[0]});
    add_markup(
        markups,
        (struct markup){.range = inside,
                        .role = pair->role,
                        .attributes = *replacement[0] ? 0 : pair->attributes});
    add_markup(markups,
               (struct markup){.range = {inside.end, inside.end + n_close},
                               .role = ROLE_DIM,
                               .replacement = replacement[1]});
}

/* Tells whether an offset is in a code span, where marks are text. */
static bool is_in_code(const struct node *parent, uint32_t at)
{
    for (const struct node *node = parent->first; node;
         node = node_walk(parent, node))
        if (node->type == NODE_CODE && at >= node->text_start &&
            at < node->text_end)
            return true;
    return false;
}

static void find_pairs(struct page *page, const struct node *parent,
                       const struct pair *pair)
{
    struct text_range range = {parent->text_start, parent->text_end};
    uint32_t n_open = (uint32_t)strlen(pair->open);
    uint32_t n_close = (uint32_t)strlen(pair->close);
    for (size_t n = 0; n < MARKUPS_MAX; n++) {
        range.start = find(page, range, pair->open);
        if (range.start == range.end)
            return;
        struct text_range inside = {range.start + n_open, range.end};
        inside.end = find(page, inside, pair->close);
        range.start = inside.start;
        if (inside.end == range.end)
            return;
        if (!may_be_inside(page, inside.start, inside.end) ||
            is_in_code(parent, inside.start - n_open) ||
            is_in_code(parent, inside.end))
            continue;
        add_pair(page, pair, inside);
        range.start = inside.end + n_close;
    }
}

/* Finds the box of a task list item, "[ ] " or "[x] ". */
static void find_task(struct page *page, const struct node *parent)
{
    const char *text = page->article->text + parent->text_start;
    bool begins_item = parent->type == NODE_PARAGRAPH && parent->parent &&
                       parent->parent->type == NODE_ITEM &&
                       parent->parent->first == parent &&
                       parent->text_end - parent->text_start > 4;
    if (!begins_item || text[0] != '[' || text[2] != ']' || text[3] != ' ' ||
        !memchr(" xX", text[1], 3))
        return;
    const char *box =
        page->glyphs[text[1] == ' ' ? GLYPH_TASK : GLYPH_TASK_DONE];
    bool is_ascii = !(box[0] & 0x80) || page->options->linear;
    /* A box replaces the space as well: a replacement as long as what it
       replaces would be taken for the text itself. */
    uint32_t end = parent->text_start + (is_ascii ? 3 : 4);
    add_markup(&page->markups,
               (struct markup){.range = {parent->text_start, end},
                               .role = ROLE_MARKER,
                               .replacement = is_ascii ? NULL : box});
}

bool markup_is_definition(const struct page *page, const struct node *line_end)
{
    const char *text = page->article->text;
    const struct node *next = line_end->next;
    return next && next->type == NODE_TEXT &&
           next->text_end - next->text_start > 2 &&
           text[next->text_start] == ':' && text[next->text_start + 1] == ' ';
}

/* Finds the term of a definition list, the line before the first definition. */
static void find_term(struct page *page, const struct node *parent)
{
    const struct node *node = parent->first;
    if (parent->type != NODE_PARAGRAPH)
        return;
    while (node && node->type != NODE_SOFT_BREAK)
        node = node->next;
    if (node && markup_is_definition(page, node) && !page->markups.n)
        add_range(&page->markups, parent->text_start, node->text_start,
                  ROLE_LABEL);
}

void markup_find(struct page *page, const struct node *parent)
{
    static const struct pair pairs[] = {
        {"~~", "~~", ROLE_DIM, SPAN_STRUCK},
        {"<kbd>", "</kbd>", ROLE_CODE, 0},
    };
    page->markups.n = 0;
    find_task(page, parent);
    for (size_t i = 0; i < sizeof(pairs) / sizeof *pairs; i++)
        find_pairs(page, parent, &pairs[i]);
    find_term(page, parent);
}

/* Adds a part of the text that one markup covers. Its replacement is added
 * where it starts, once. */
static void add_covered(struct page *page, struct text_range shows,
                        const struct markup *markup, struct flow_style style)
{
    if (style.role == ROLE_TEXT)
        style.role = (uint8_t)markup->role;
    style.attributes |= markup->attributes;
    if (!markup->replacement)
        flow_add(&page->flow, shows, style);
    else if (shows.start == markup->range.start)
        flow_add_replacement(&page->flow, markup->range, markup->replacement,
                             style);
    if (markup->replacement && page->article->text[shows.end - 1] == ' ')
        flow_add_words(&page->flow, " ", flow_style(ROLE_TEXT));
}

void markup_add(struct page *page, struct text_range shows,
                struct flow_style style)
{
    for (size_t i = 0; i < page->markups.n && shows.start < shows.end; i++) {
        const struct markup *markup = &page->markups.items[i];
        if (markup->range.end <= shows.start)
            continue;
        if (markup->range.start >= shows.end)
            break;
        struct text_range part = shows;
        if (markup->range.start > shows.start) {
            part.end = markup->range.start;
            flow_add(&page->flow, part, style);
            part = (struct text_range){markup->range.start, shows.end};
        }
        if (markup->range.end < part.end)
            part.end = markup->range.end;
        add_covered(page, part, markup, style);
        shows.start = part.end;
    }
    if (shows.start < shows.end)
        flow_add(&page->flow, shows, style);
}

uint8_t markup_attributes(const struct page *page, struct text_range shows)
{
    uint8_t attributes = 0;
    for (size_t i = 0; i < page->markups.n; i++)
        if (page->markups.items[i].range.start <= shows.start &&
            page->markups.items[i].range.end >= shows.end)
            attributes |= page->markups.items[i].attributes;
    return attributes;
}

bool markup_covers(const struct page *page, struct text_range shows)
{
    for (size_t i = 0; i < page->markups.n; i++)
        if (page->markups.items[i].range.start == shows.start &&
            page->markups.items[i].replacement)
            return true;
    return false;
}
