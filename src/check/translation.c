/* Rules for a translation: the numbers, citations, lists, alerts, risk blocks
 * and sections of its original must all be there. Sections are compared one by
 * one; within a section block by block, if there are as many. */
#include "check/rule.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "article/risk.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/strs.h"
#include "check/quantity.h"

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

/* A section of an article. */
struct translation_part {
    const struct article *article;
    size_t first_block, end_block;
    uint32_t start; /* in the source */
};

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

/* Calls look for each section and its counterpart in the original. */
static void each_pair(struct check *check,
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

static unsigned line_of(const struct article *article, size_t offset)
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
                        _("the section \"%s\" of the original (line %u) is "
                          "missing"),
                        section->title,
                        line_of(original, section->source_start));
        else if (other)
            report_at(check, article->sections[own].source_start,
                      _("the original has \"%s\" here (line %u): the section "
                        "is missing, or in another place"),
                      section->title ? section->title : "",
                      line_of(original, section->source_start));
    }
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
                  _("%zu list items and rows here, %zu in the original (line "
                    "%u)"),
                  n_own, n, line_of(other.article, other.start));
}

void rule_translation_items(struct check *check)
{
    each_pair(check, compare_items);
}

static void compare_alerts(struct check *check, struct translation_part own,
                           struct translation_part other)
{
    const struct node *mine = NULL, *theirs = NULL;
    do {
        mine = next_in(&own, mine, is_alert);
        theirs = next_in(&other, theirs, is_alert);
    } while (mine && theirs && mine->alert == theirs->alert);
    if (theirs)
        report_at(check, mine ? mine->source_start : own.start,
                  _("the original has a block [!%s] here (line %u)"),
                  alert_name(theirs->alert),
                  line_of(other.article, theirs->source_start));
    else if (mine)
        report_at(check, mine->source_start,
                  _("the original has no block [!%s] here (line %u)"),
                  alert_name(mine->alert), line_of(other.article, other.start));
}

void rule_translation_alerts(struct check *check)
{
    each_pair(check, compare_alerts);
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
    report_at(
        check, mine ? mine->source_start : own.start,
        theirs ? _("the risk block of the original (line %u) has other "
                   "figures, or is missing here")
               : _("the original has no such risk block here (line %u)"),
        line_of(other.article, theirs ? theirs->source_start : other.start));
}

void rule_translation_risks(struct check *check)
{
    each_pair(check, compare_risks);
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
                      _("the original cites [^%s] in this section (line %u), "
                        "the translation does not"),
                      id, line_of(other.article, node->source_start));
            return;
        }
    }
    for (const struct node *node = NULL;
         (node = next_in(&own, node, is_citation));) {
        const char *id = id_of(&own, node);
        if (id && !cites_id(&other, id)) {
            report_at(check, node->source_start,
                      _("the original does not cite [^%s] in this section "
                        "(line %u)"),
                      id, line_of(other.article, other.start));
            return;
        }
    }
}

void rule_translation_citations(struct check *check)
{
    each_pair(check, compare_citations);
}

/* ---- numbers ---- */

#define QUANTITIES_MAX 400 /* of a section */

struct quantities {
    struct quantity items[QUANTITIES_MAX];
    size_t n;
    struct buf text; /* without citations and addresses */
    enum lang lang;
};

/* Blocks that show text, within a part. */
struct leaves {
    const struct node *const *items;
    size_t n;
};

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

static struct leaves leaves_of(const struct translation_part *part)
{
    const struct article *article = part->article;
    struct leaves leaves = {NULL, 0};
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

static bool hides_numbers(const struct node *node)
{
    return node->type == NODE_CITATION || node->type == NODE_CODE ||
           node->type == NODE_HTML;
}

/* Appends the text of a block but what is no statement. */
static void add_leaf(struct quantities *out, const struct article *article,
                     const struct node *leaf)
{
    if (leaf->type == NODE_RISK || leaf->type == NODE_CODE_BLOCK)
        return;
    for (const struct node *node = leaf; node;) {
        bool hidden = hides_numbers(node);
        if (node->type == NODE_TEXT)
            buf_add_n(&out->text, article->text + node->text_start,
                      node->text_end - node->text_start);
        else if (node->type != NODE_CITATION && !node->first)
            buf_add_char(&out->text, ' ');
        node = hidden ? node_skip(leaf, node) : node_walk(leaf, node);
    }
    buf_add_char(&out->text, '\n');
}

static void find_quantities(struct quantities *out)
{
    uint32_t at = 0, end = (uint32_t)out->text.n_bytes;
    struct quantity quantity;
    out->n = 0;
    while (out->n < QUANTITIES_MAX &&
           quantity_find(out->lang, out->text.data, at, end, &quantity)) {
        out->items[out->n++] = quantity;
        at = quantity.end;
    }
}

/* Is there one of the same value, and of a unit that may be the same? */
static bool has_quantity(const struct quantities *all,
                         const struct quantity *wanted)
{
    for (size_t i = 0; i < all->n; i++)
        if (all->items[i].value == wanted->value &&
            (all->items[i].unit == wanted->unit || !all->items[i].unit ||
             !wanted->unit))
            return true;
    return quantity_in_words(all->lang, wanted->value, all->text.data,
                             all->text.n_bytes);
}

/* How often a value stands among the quantities. */
static size_t count_value(const struct quantities *all, double value)
{
    size_t n = 0;
    for (size_t i = 0; i < all->n; i++)
        n += all->items[i].value == value;
    return n;
}

/* The first quantity of a that b lacks; NULL if b has them all. A number that
 * stands more often may be one that b has in words, or not at all. */
static const struct quantity *lacking(const struct quantities *a,
                                      const struct quantities *b)
{
    for (size_t i = 0; i < a->n; i++) {
        const struct quantity *quantity = &a->items[i];
        if (!has_quantity(b, quantity))
            return quantity;
        if (count_value(a, quantity->value) > count_value(b, quantity->value) &&
            !quantity_in_words(b->lang, quantity->value, b->text.data,
                               b->text.n_bytes))
            return quantity;
    }
    return NULL;
}

/* Writes a number with the word behind it. */
static void say_quantity(const struct quantities *of,
                         const struct quantity *quantity, char out[48])
{
    const char *text = of->text.data + quantity->start;
    size_t n = quantity->end - quantity->start;
    size_t word = n + (text[n] == ' ');
    word += strcspn(text + word, " \n.,;:()");
    if (quantity->unit)
        n = word;
    snprintf(out, 48, "%.*s", (int)(n < 47 ? n : 47), text);
}

static void quantities_init(struct quantities *all, const char *lang)
{
    all->lang = lang_find(lang);
    all->n = 0;
    buf_init(&all->text);
}

static void report_numbers(struct check *check, size_t offset,
                           const struct quantities *own,
                           const struct quantities *other, size_t other_offset)
{
    const struct quantity *missing = lacking(other, own);
    const struct quantity *added = lacking(own, other);
    char theirs[48], mine[48];
    if (!missing && !added)
        return;
    unsigned line = line_of(check->original, other_offset);
    if (missing)
        say_quantity(other, missing, theirs);
    if (added)
        say_quantity(own, added, mine);
    if (missing && added)
        report_at(check, offset,
                  _("\"%s\" here, \"%s\" in the original (line %u)"), mine,
                  theirs, line);
    else if (missing)
        report_at(check, offset,
                  _("\"%s\" stands in the original (line %u), and not here"),
                  theirs, line);
    else if (added)
        report_at(check, offset,
                  _("\"%s\" stands here, and not in the original (line %u)"),
                  mine, line);
}

/* Compares blocks, each side joined to one text. */
static void compare_numbers_of(struct check *check, const struct leaves *own,
                               const struct leaves *other)
{
    struct quantities *mine = mem_calloc(1, sizeof *mine);
    struct quantities *theirs = mem_calloc(1, sizeof *theirs);
    quantities_init(mine, check->article->lang);
    quantities_init(theirs, check->original->lang);
    for (size_t i = 0; i < own->n; i++)
        add_leaf(mine, check->article, own->items[i]);
    for (size_t i = 0; i < other->n; i++)
        add_leaf(theirs, check->original, other->items[i]);
    find_quantities(mine);
    find_quantities(theirs);
    if (own->n && other->n)
        report_numbers(check, own->items[0]->source_start, mine, theirs,
                       other->items[0]->source_start);
    buf_finish(&mine->text);
    buf_finish(&theirs->text);
    free(mine);
    free(theirs);
}

static bool are_alike(const struct leaves *a, const struct leaves *b)
{
    bool alike = a->n == b->n;
    for (size_t i = 0; alike && i < a->n; i++)
        alike = a->items[i]->type == b->items[i]->type;
    return alike;
}

static void compare_numbers(struct check *check, struct translation_part own,
                            struct translation_part other)
{
    struct leaves mine = leaves_of(&own), theirs = leaves_of(&other);
    if (!are_alike(&mine, &theirs)) {
        compare_numbers_of(check, &mine, &theirs);
        return;
    }
    for (size_t i = 0; i < mine.n && !report_is_full(check); i++)
        compare_numbers_of(check, &(struct leaves){&mine.items[i], 1},
                           &(struct leaves){&theirs.items[i], 1});
}

void rule_translation_numbers(struct check *check)
{
    if (check->original && quantity_knows(check->article->lang) &&
        quantity_knows(check->original->lang))
        each_pair(check, compare_numbers);
}
