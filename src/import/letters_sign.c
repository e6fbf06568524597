/* The signs that change what a number means. */
#include "import/letters_sign.h"

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
    while (i < gap->n && (gap->items[i] == LETTERS_GAP_INLINE ||
                          gap->items[i] == '(' || gap->items[i] == '-'))
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

/* ---- comparing ---- */

static bool are_apart(const struct letters_sign *sign)
{
    return sign->code_point == LETTERS_APART ||
           sign->code_point == LETTERS_BLOCK;
}

/* A tag between two numbers may be the end of a block, or stand for a sign
 * that the importer writes: "<volume>50</volume><fpage>477" is "50:477". A dash
 * may be the mark of an item, where a block begins. */
static bool may_be(const struct letters_sign *a, const struct letters_sign *b)
{
    bool tag = a->code_point == LETTERS_TAG;
    if (b->code_point == LETTERS_APART)
        return tag || (a->loose && a->code_point != '-');
    return b->code_point == LETTERS_BLOCK ? tag || a->loose : tag && a->loose;
}

static bool are_alike(const struct letters_sign *a,
                      const struct letters_sign *b)
{
    return a->code_point == b->code_point || (are_apart(a) && are_apart(b)) ||
           may_be(a, b) || may_be(b, a);
}

/* May the other text do without it? */
static bool is_optional(const struct letters_sign *sign)
{
    return sign->code_point == LETTERS_TAG ||
           (sign->loose && sign->side != LETTERS_BETWEEN);
}

/* The first sign from an offset on. */
static size_t first_from(const struct letters_signs *signs, size_t at)
{
    size_t low = 0, high = signs->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (signs->items[middle].at < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Signs of a stretch of a text, one after another. */
struct sign_cursor {
    const struct letters_sign *next, *end;
    size_t start;
};

static struct sign_cursor open_cursor(const struct letters_signs *signs,
                                      size_t start)
{
    size_t first = first_from(signs, start);
    if (first < signs->n && signs->items[first].at == start &&
        signs->items[first].side == LETTERS_BETWEEN)
        first++;
    return (struct sign_cursor){signs->items + first, signs->items + signs->n,
                                start};
}

/* Where the next sign stands: its digit, counted from the start, and side. */
static uint64_t key(const struct sign_cursor *cursor)
{
    return cursor->next == cursor->end
               ? UINT64_MAX
               : (uint64_t)(cursor->next->at - cursor->start) * 4 +
                     cursor->next->side;
}

size_t letters_signs_match(const struct letters_signs *a, size_t a_start,
                           const struct letters_signs *b, size_t b_start,
                           size_t n_letters)
{
    struct sign_cursor left = open_cursor(a, a_start);
    struct sign_cursor right = open_cursor(b, b_start);
    for (;;) {
        uint64_t left_key = key(&left), right_key = key(&right);
        uint64_t least = left_key < right_key ? left_key : right_key;
        if (least / 4 >= n_letters)
            return n_letters;
        bool good =
            left_key == right_key
                ? are_alike(left.next, right.next)
                : is_optional(left_key < right_key ? left.next : right.next);
        if (!good)
            return (size_t)(least / 4);
        left.next += left_key == least;
        right.next += right_key == least;
    }
}

bool letters_signs_have(const struct letters_signs *text, size_t start,
                        const struct letters_signs *piece, size_t n_letters)
{
    struct sign_cursor left = open_cursor(text, start);
    struct sign_cursor right = open_cursor(piece, 0);
    for (;;) {
        uint64_t left_key = key(&left), right_key = key(&right);
        uint64_t least = left_key < right_key ? left_key : right_key;
        if (least / 4 >= n_letters)
            return true;
        bool edge = least < LETTERS_AFTER ||
                    least == (uint64_t)(n_letters - 1) * 4 + LETTERS_AFTER;
        bool good = left_key == right_key  ? are_alike(left.next, right.next)
                    : left_key < right_key ? edge || is_optional(left.next)
                                           : is_optional(right.next);
        if (!good)
            return false;
        left.next += left_key == least;
        right.next += right_key == least;
    }
}

int letters_signs_compare(const struct letters_signs *a,
                          const struct letters_signs *b)
{
    if (a->n != b->n)
        return a->n < b->n ? -1 : 1;
    for (size_t i = 0; i < a->n; i++) {
        const struct letters_sign *left = &a->items[i], *right = &b->items[i];
        if (left->at != right->at)
            return left->at < right->at ? -1 : 1;
        if (left->code_point != right->code_point)
            return left->code_point < right->code_point ? -1 : 1;
        if (left->side != right->side)
            return left->side < right->side ? -1 : 1;
    }
    return 0;
}

bool letters_sign_is_shown(const struct letters_sign *sign)
{
    return sign->code_point > ' ' && sign->code_point != LETTERS_BLOCK;
}

bool letters_sign_joins(const struct letters_signs *signs, size_t at)
{
    size_t i = first_from(signs, at);
    return i < signs->n && signs->items[i].at == at &&
           signs->items[i].side == LETTERS_BETWEEN &&
           letters_sign_is_shown(&signs->items[i]);
}

void letters_sign_quote(const struct letters_signs *signs, size_t at,
                        enum letters_side side, struct buf *out)
{
    for (size_t i = first_from(signs, at);
         i < signs->n && signs->items[i].at == at; i++)
        if (signs->items[i].side == side &&
            letters_sign_is_shown(&signs->items[i]))
            buf_add_code_point(out, signs->items[i].code_point);
}
