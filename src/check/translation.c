/* Rules for a translation: the citations, lists, alerts, risk blocks and
 * sections of its original must all be there. Sections are compared one by
 * one. */
#include "check/translation.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "article/risk.h"
#include "base/i18n.h"
#include "base/lang.h"
#include "base/strs.h"

/* "x/peel.vi.md" -> "x/peel.md", for the caller to free; NULL if the name has
 * no language. */
static char *path_of_original(const struct article *article)
{
    const char *path = article->path;
    size_t n_bytes = path ? strlen(path) : 0;
    if (n_bytes < 4 || !str_ends(path, ".md"))
        return NULL;
    const char *slash = strrchr(path, '/');
    const char *dot = memrchr(path, '.', n_bytes - 3);
    if (!dot || (slash && dot < slash) || !lang_is_tag(article->lang) ||
        strncmp(dot + 1, article->lang, 2))
        return NULL;
    struct buf original;
    buf_init(&original);
    buf_printf(&original, "%.*s.md", (int)(dot - path), path);
    return buf_steal(&original);
}

struct article *translation_open_original(const struct article *article)
{
    struct file_stamp stamp;
    char *path = path_of_original(article);
    struct article *original =
        path && file_stamp_get(path, &stamp) ? article_open(path, NULL) : NULL;
    free(path);
    return original;
}

/* ---- pairs of sections ---- */

static struct translation_part part_of(const struct article *article,
                                       size_t section)
{
    const struct section *of = &article->sections[section];
    return (struct translation_part){article, of->first_block, of->end_block,
                                     of->source_start};
}

/* The section of the original that a section translates: the same number, if
 * there are as many; otherwise the next of the same kind. NO_SECTION if there
 * is none. */
static size_t counterpart_of(const struct article *from, size_t section,
                             const struct article *to)
{
    size_t n = 0;
    if (from->n_sections == to->n_sections)
        return section;
    if (from->sections[section].kind == KIND_NONE)
        return NO_SECTION;
    for (size_t i = 0; i < section; i++)
        n += from->sections[i].kind == from->sections[section].kind;
    for (size_t i = 0; i < to->n_sections; i++)
        if (to->sections[i].kind == from->sections[section].kind && !n--)
            return i;
    return NO_SECTION;
}

void translation_each_pair(struct check *check,
                           void (*look)(struct check *check,
                                        struct translation_part own,
                                        struct translation_part other))
{
    const struct article *article = check->article;
    const struct article *original = check->original;
    for (size_t i = 0; original && i < article->n_sections; i++) {
        size_t other = counterpart_of(article, i, original);
        if (other != NO_SECTION && !report_is_full(check))
            look(check, part_of(article, i), part_of(original, other));
    }
}

unsigned translation_line_of(const struct article *article, size_t offset)
{
    unsigned line = 1;
    for (size_t i = 0; i < offset && i < article->n_source_bytes; i++)
        line += article->source[i] == '\n';
    return line;
}

static bool is_safety(const struct article *article, size_t section)
{
    return kind_get(article->sections[section].kind)->safety;
}

void rule_translation_sections(struct check *check)
{
    const struct article *article = check->article;
    const struct article *original = check->original;
    for (size_t i = 0; original && i < original->n_sections; i++) {
        size_t own = counterpart_of(original, i, article);
        const struct section *section = &original->sections[i];
        bool missing = own == NO_SECTION && section->title;
        bool other = own != NO_SECTION &&
                     article->sections[own].kind != section->kind &&
                     is_safety(original, i);
        if (missing)
            report_line(check, 1,
                        _("The section \"%s\" of the original (line %u) is "
                          "missing"),
                        section->title,
                        translation_line_of(original, section->source_start));
        else if (other)
            report_at(check, article->sections[own].source_start,
                      _("The original has \"%s\" here (line %u). The "
                        "section is missing or in another place"),
                      section->title ? section->title : "",
                      translation_line_of(original, section->source_start));
    }
}

/* ---- blocks of text ---- */

/* The first leaf of a block, or the next one behind it: leaves lie in the order
 * of the text. */
static size_t first_leaf(const struct article *article,
                         const struct node *block)
{
    size_t low = 0, high = article->n_leaves;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (article->leaves[middle]->text_start < block->text_start)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

struct translation_leaves
translation_leaves_of(const struct translation_part *part)
{
    const struct article *article = part->article;
    struct translation_leaves leaves = {NULL, 0};
    if (part->first_block >= part->end_block)
        return leaves;
    size_t i = first_leaf(article, article->blocks[part->first_block]);
    leaves.items = (const struct node *const *)article->leaves + i;
    uint32_t end = article->blocks[part->end_block - 1]->text_end;
    while (i + leaves.n < article->n_leaves &&
           leaves.items[leaves.n]->text_start < end)
        leaves.n++;
    return leaves;
}

bool translation_leaves_match(const struct translation_leaves *a,
                              const struct translation_leaves *b)
{
    bool alike = a->n == b->n;
    for (size_t i = 0; alike && i < a->n; i++)
        alike = a->items[i]->type == b->items[i]->type;
    return alike;
}

/* ---- what can be counted ---- */

/* The next node of a part after node (NULL: the first) for which is holds. */
static const struct node *next_in(const struct translation_part *part,
                                  const struct node *node,
                                  bool (*is)(const struct node *node))
{
    const struct article *article = part->article;
    const struct node *end = part->end_block < article->n_blocks
                                 ? article->blocks[part->end_block]
                                 : NULL;
    if (part->first_block >= part->end_block)
        return NULL;
    node = node ? node_walk(article->root, node)
                : article->blocks[part->first_block];
    while (node && node != end && !is(node))
        node = node_walk(article->root, node);
    return node == end ? NULL : node;
}

static size_t count_in(const struct translation_part *part,
                       bool (*is)(const struct node *node))
{
    size_t n = 0;
    for (const struct node *node = NULL; (node = next_in(part, node, is));)
        n++;
    return n;
}

static bool is_item(const struct node *node)
{
    return node->type == NODE_ITEM || node->type == NODE_ROW;
}

static bool is_alert(const struct node *node)
{
    return node->type == NODE_ALERT;
}

static bool is_risk(const struct node *node)
{
    return node->type == NODE_RISK;
}

static bool is_citation(const struct node *node)
{
    return node->type == NODE_CITATION;
}

static void compare_items(struct check *check, struct translation_part own,
                          struct translation_part other)
{
    size_t n_own = count_in(&own, is_item), n = count_in(&other, is_item);
    if (n_own != n)
        report_at(check, own.start,
                  _("%zu list items and rows here, but %zu in the original "
                    "(line %u)"),
                  n_own, n, translation_line_of(other.article, other.start));
}

void rule_translation_items(struct check *check)
{
    translation_each_pair(check, compare_items);
}

/* Does an alert stand elsewhere among the blocks of a section of as many? */
static bool is_moved(const struct translation_part *own,
                     const struct translation_part *other,
                     const struct node *mine, const struct node *theirs)
{
    size_t i = own->first_block, j = other->first_block;
    if (own->end_block - i != other->end_block - j)
        return false;
    while (i < own->end_block && own->article->blocks[i] != mine &&
           other->article->blocks[j] != theirs) {
        i++;
        j++;
    }
    return i < own->end_block && (own->article->blocks[i] == mine) !=
                                     (other->article->blocks[j] == theirs);
}

static void compare_alerts(struct check *check, struct translation_part own,
                           struct translation_part other)
{
    const struct node *mine = NULL, *theirs = NULL;
    do {
        mine = next_in(&own, mine, is_alert);
        theirs = next_in(&other, theirs, is_alert);
    } while (mine && theirs && mine->alert == theirs->alert &&
             !is_moved(&own, &other, mine, theirs));
    if (theirs)
        report_at(check, mine ? mine->source_start : own.start,
                  _("The original has a block [!%s] here (line %u)"),
                  alert_name(theirs->alert),
                  translation_line_of(other.article, theirs->source_start));
    else if (mine)
        report_at(check, mine->source_start,
                  _("The original has no block [!%s] here (line %u)"),
                  alert_name(mine->alert),
                  translation_line_of(other.article, other.start));
}

void rule_translation_alerts(struct check *check)
{
    translation_each_pair(check, compare_alerts);
}

static bool is_same_row(const struct risk_row *a, const struct risk_row *b)
{
    return a->n == b->n && a->low == b->low && a->high == b->high &&
           str_equal(a->source, b->source);
}

static bool is_same_risk(const struct risk *a, const struct risk *b)
{
    bool same = a->per == b->per && a->benefit == b->benefit &&
                a->certainty == b->certainty && a->n_rows == b->n_rows;
    for (size_t i = 0; same && i < a->n_rows; i++)
        same = is_same_row(&a->rows[i], &b->rows[i]);
    return same;
}

static void compare_risks(struct check *check, struct translation_part own,
                          struct translation_part other)
{
    const struct node *mine = NULL, *theirs = NULL;
    for (;;) {
        mine = next_in(&own, mine, is_risk);
        theirs = next_in(&other, theirs, is_risk);
        if (!mine && !theirs)
            return;
        if (!mine || !theirs || !is_same_risk(mine->risk, theirs->risk))
            break;
    }
    report_at(check, mine ? mine->source_start : own.start,
              theirs ? _("The risk block of the original (line %u) has "
                         "other figures, or is missing here")
                     : _("The original has no such risk block here (line %u)"),
              translation_line_of(other.article,
                                  theirs ? theirs->source_start : other.start));
}

void rule_translation_risks(struct check *check)
{
    translation_each_pair(check, compare_risks);
}

static bool cites_id(const struct translation_part *part, const char *id)
{
    for (const struct node *node = NULL;
         (node = next_in(part, node, is_citation));)
        if (node->index >= 0 &&
            str_equal(part->article->references[node->index].id, id))
            return true;
    return false;
}

static const char *id_of(const struct translation_part *part,
                         const struct node *citation)
{
    return citation->index < 0 ? NULL
                               : part->article->references[citation->index].id;
}

static void compare_citations(struct check *check, struct translation_part own,
                              struct translation_part other)
{
    for (const struct node *node = NULL;
         (node = next_in(&other, node, is_citation));) {
        const char *id = id_of(&other, node);
        if (id && !cites_id(&own, id)) {
            report_at(check, own.start,
                      _("The original cites [^%s] in this section (line "
                        "%u), but the translation does not"),
                      id,
                      translation_line_of(other.article, node->source_start));
            return;
        }
    }
    for (const struct node *node = NULL;
         (node = next_in(&own, node, is_citation));) {
        const char *id = id_of(&own, node);
        if (id && !cites_id(&other, id)) {
            report_at(check, node->source_start,
                      _("The original does not cite [^%s] in this section "
                        "(line %u)"),
                      id, translation_line_of(other.article, other.start));
            return;
        }
    }
}

void rule_translation_citations(struct check *check)
{
    translation_each_pair(check, compare_citations);
}
