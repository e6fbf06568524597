/* Which of the characters between two letters or digits are signs that change
 * what a number means. */
#include "import/letters_gap.h"

#include "base/mem.h"

/* ---- characters ---- */

static bool is_among(uint32_t code_point, const uint32_t *set, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (set[i] == code_point)
            return true;
    return false;
}

#define IS_AMONG(code_point, set)                                              \
    is_among(code_point, set, sizeof(set) / sizeof *(set))

static bool is_space(uint32_t item)
{
    return item <= ' ' || item == 0xA0 || item == 0x1680 ||
           (item >= 0x2000 && item <= 0x200A) || item == 0x2028 ||
           item == 0x2029 || item == 0x202F || item == 0x205F || item == 0x3000;
}

/* Soft hyphens, joiners and the like, which have no width. */
static bool is_invisible(uint32_t item)
{
    return item == 0xAD || (item >= 0x200B && item <= 0x200F) ||
           (item >= 0x2060 && item <= 0x2064) || item == 0xFEFF;
}

/* All dashes are one, and the stroke of a fraction is as good as another. */
static uint32_t plain_form(uint32_t item)
{
    if ((item >= 0x2010 && item <= 0x2015) || item == 0x2212)
        return '-';
    return item == 0x2044 || item == 0x2215 ? '/' : item;
}

/* Signs that mean the same with spaces around them. */
static bool is_operator(uint32_t item)
{
    static const uint32_t signs[] = {'-', '/', ':', 0xD7};
    return IS_AMONG(item, signs);
}

/* Signs that are part of a number if no space is beside them: points, commas,
 * and what groups thousands. */
static bool is_point(uint32_t item)
{
    static const uint32_t signs[] = {'.',   ',',   '\'', '*',  '=',
                                     '^',   '+',   '_',  0xB7, 0x2019,
                                     0x66B, 0x66C, 0x2E, 0x2C, 0x22C5};
    return IS_AMONG(item, signs);
}

static bool compares(uint32_t item)
{
    static const uint32_t signs[] = {'<',    '>',    0xB1,   0x2248, 0x2264,
                                     0x2265, 0x226A, 0x226B, 0x2A7D, 0x2A7E};
    return IS_AMONG(item, signs);
}

static bool is_percent(uint32_t item)
{
    return item == '%' || item == 0x2030 || item == 0x66A;
}

static bool is_tag(uint32_t item)
{
    return item == LETTERS_GAP_TAG || item == LETTERS_GAP_INLINE;
}

static bool is_character(uint32_t item)
{
    return item < LETTERS_GAP_BLOCK && item != ' ';
}

/* ---- finding them ---- */

static void add_sign(struct letters_signs *signs, size_t at,
                     enum letters_side side, uint32_t code_point, bool loose)
{
    signs->items = mem_grow(signs->items, signs->n, &signs->capacity,
                            sizeof *signs->items);
    signs->items[signs->n++] = (struct letters_sign){.at = (uint32_t)at,
                                                     .code_point = code_point,
                                                     .side = (uint8_t)side,
                                                     .loose = loose};
}

/* "5%", "5 %", and "65+" without a space. */
static void add_after(const struct letters_gap *gap,
                      struct letters_signs *signs, uint32_t item)
{
    bool tag = false;
    if (!gap->after_digit || gap->cut || gap->block)
        return;
    for (unsigned i = 0; i < gap->n; i++) {
        if (!is_tag(gap->items[i]) &&
            (gap->items[i] != ' ' || !is_percent(item)))
            return;
        tag |= gap->items[i] == LETTERS_GAP_TAG;
    }
    add_sign(signs, gap->digit_end, LETTERS_AFTER, item, tag);
}

void letters_gap_add(struct letters_gap *gap, struct letters_signs *signs,
                     uint32_t item)
{
    if (is_invisible(item))
        return;
    item = is_space(item) ? ' ' : plain_form(item);
    if (is_percent(item) || item == '+')
        add_after(gap, signs, item);
    gap->block |= item == LETTERS_GAP_BLOCK;
    if (gap->n > 0 && gap->items[gap->n - 1] == item &&
        (item == ' ' || item >= LETTERS_GAP_BLOCK))
        return;
    if (gap->n == LETTERS_GAP_MAX) {
        gap->cut = true;
        gap->n--;
        for (unsigned i = 0; i < gap->n; i++)
            gap->items[i] = gap->items[i + 1];
    }
    gap->items[gap->n++] = item;
}

/* What raises or lowers the digit after the gap, or a minus before it, if
 * nothing but tags stands before that; else 0. A superscript may have been
 * written "^(9)". */
static uint32_t raising(const struct letters_gap *gap)
{
    unsigned i = 0;
    while (i < gap->n && is_tag(gap->items[i]))
        i++;
    if (i == gap->n)
        return 0;
    uint32_t item = gap->items[i++];
    while (i < gap->n && (is_tag(gap->items[i]) || gap->items[i] == '(' ||
                          gap->items[i] == '-'))
        i++;
    if (i < gap->n)
        return 0;
    if (item == LETTERS_GAP_RAISED || item == '^')
        return '^';
    return item == LETTERS_GAP_LOWERED || item == '_' ? '_' : 0;
}

struct between {
    unsigned n_characters;
    uint32_t first, operator;
    bool space, tag, inline_tag;
};

static struct between look_between(const struct letters_gap *gap)
{
    struct between between = {0};
    for (unsigned i = 0; i < gap->n; i++) {
        uint32_t item = gap->items[i];
        between.space |= item == ' ';
        between.tag |= item == LETTERS_GAP_TAG;
        between.inline_tag |= item >= LETTERS_GAP_INLINE;
        if (!is_character(item) ||
            (is_percent(item) && between.n_characters == 0))
            continue;
        if (between.n_characters++ == 0)
            between.first = item;
        if (is_operator(item) && between.operator== 0)
            between.operator= item;
    }
    return between;
}

static void add_between(const struct letters_gap *gap,
                        struct letters_signs *signs, size_t at)
{
    struct between between = look_between(gap);
    uint32_t code_point = LETTERS_APART, raised = raising(gap);
    bool loose = between.tag;
    if (gap->block) {
        code_point = LETTERS_BLOCK;
    } else if (gap->cut) {
        code_point = LETTERS_APART;
    } else if (raised) {
        code_point = raised;
    } else if (between.n_characters == 0) {
        if (!between.space && (between.tag || between.inline_tag))
            code_point = LETTERS_TAG;
        else if (!between.space)
            return;
    } else if (between.n_characters == 1 && is_operator(between.first)) {
        code_point = between.first;
        loose |= between.space && between.first == '-';
    } else if (between.n_characters == 1 && is_point(between.first) &&
               !between.space) {
        code_point = between.first;
    } else if (between.operator&& !between.space) {
        code_point = between.operator;
    }
    add_sign(signs, at, LETTERS_BETWEEN, code_point, loose);
}

/* "< 5", ">=5" */
static bool add_comparison(const struct letters_gap *gap,
                           struct letters_signs *signs, size_t at)
{
    bool tag = false;
    for (unsigned i = gap->n; i > 0; i--) {
        uint32_t item = gap->items[i - 1];
        if (compares(item)) {
            add_sign(signs, at, LETTERS_BEFORE, item, tag);
            return true;
        }
        if (item != ' ' && item != '=' && !is_tag(item))
            return false;
        tag |= item == LETTERS_GAP_TAG;
    }
    return false;
}

/* "-5", ".5": what stands before the sign tells that it is none between two
 * words. */
static void add_before(const struct letters_gap *gap,
                       struct letters_signs *signs, size_t at)
{
    static const uint32_t openers[] = {
        ' ', '(', '[', '/', '^', LETTERS_GAP_BLOCK, LETTERS_GAP_RAISED};
    unsigned n = gap->n;
    if (add_comparison(gap, signs, at))
        return;
    while (n > 0 && gap->items[n - 1] == LETTERS_GAP_INLINE)
        n--;
    uint32_t item = n > 0 ? gap->items[n - 1] : 0;
    if (item != '-' && item != '.' && item != ',' && item != 0xB7)
        return;
    for (n--; n > 0 && gap->items[n - 1] == LETTERS_GAP_INLINE;)
        n--;
    bool first = n == 0 && !gap->after_digit && !gap->after_letter;
    bool tag = n > 0 && gap->items[n - 1] == LETTERS_GAP_TAG;
    if (first || tag || (n > 0 && IS_AMONG(gap->items[n - 1], openers)))
        add_sign(signs, at, LETTERS_BEFORE, item, tag);
}

void letters_gap_end(struct letters_gap *gap, struct letters_signs *signs,
                     size_t at, size_t n_bytes, bool digit)
{
    if (digit && (gap->n > 0 || gap->cut)) {
        if (gap->after_digit)
            add_between(gap, signs, at);
        add_before(gap, signs, at);
    }
    *gap = (struct letters_gap){.after_digit = digit,
                                .after_letter = !digit,
                                .digit_end = (uint32_t)(at + n_bytes - 1)};
}
