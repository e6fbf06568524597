/* Compares the signs of two texts, and writes those of one. */
#include "import/letters_sign.h"

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
