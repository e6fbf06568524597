/* The pieces of text that a ledger speaks of, to be found by their letters. */
#include "import/pieces.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

static int compare_letters(const char *a, size_t n_a, const char *b, size_t n_b)
{
    int order = memcmp(a, b, n_a < n_b ? n_a : n_b);
    return order ? order : (n_a > n_b) - (n_a < n_b);
}

static int compare(const void *a, const void *b)
{
    const struct piece *left = a, *right = b;
    int order = compare_letters(left->letters, left->n_letters, right->letters,
                                right->n_letters);
    return order ? order : letters_signs_compare(left->signs, right->signs);
}

static int compare_orders(const void *a, const void *b)
{
    const struct piece *left = a, *right = b;
    int order = compare(a, b);
    return order ? order
                 : (left->order > right->order) - (left->order < right->order);
}

static bool begins(const struct piece *piece, const char *letters, size_t n)
{
    return piece->n_letters <= n &&
           memcmp(piece->letters, letters, piece->n_letters) == 0;
}

/* Counts what is the same as one, and finds what begins the others: of sorted
 * strings, what begins one comes before it, as the one before or as what
 * begins that. */
static void link_pieces(struct pieces *pieces)
{
    size_t n = 0;
    for (size_t i = 0; i < pieces->n; i++) {
        struct piece *piece = &pieces->items[i];
        pieces->orders[i] = piece->order;
        if (n > 0 && compare(&pieces->items[n - 1], piece) == 0) {
            pieces->items[n - 1].n_left++;
            pieces->items[n - 1].n++;
            pieces->items[n - 1].n_moved += piece->n_moved;
            continue;
        }
        size_t shorter = n > 0 ? n - 1 : SIZE_MAX;
        while (shorter != SIZE_MAX && !begins(&pieces->items[shorter],
                                              piece->letters, piece->n_letters))
            shorter = pieces->items[shorter].shorter;
        pieces->items[n] = *piece;
        pieces->items[n].order = i;
        pieces->items[n++].shorter = shorter;
    }
    pieces->n = n;
}

void pieces_init(struct pieces *pieces, const struct ledger *ledger,
                 unsigned acts)
{
    *pieces = (struct pieces){
        .items = mem_calloc(ledger->n + 1, sizeof *pieces->items),
        .orders = mem_calloc(ledger->n + 1, sizeof *pieces->orders),
        .n_due = mem_calloc(ledger->n + 1, sizeof *pieces->n_due)};
    for (size_t i = 0; i < ledger->n; i++) {
        const struct ledger_entry *entry = &ledger->entries[i];
        bool due = acts & 1u << entry->act && entry->act != LEDGER_MOVED;
        pieces->n_due[i + 1] = pieces->n_due[i] + due;
        if (acts & 1u << entry->act)
            pieces->items[pieces->n++] =
                (struct piece){.letters = entry->letters,
                               .n_letters = entry->n_letters,
                               .signs = &entry->signs,
                               .what = entry->what,
                               .n_left = 1,
                               .n = 1,
                               .order = i,
                               .n_moved = entry->act == LEDGER_MOVED};
    }
    qsort(pieces->items, pieces->n, sizeof *pieces->items, compare_orders);
    link_pieces(pieces);
}

void pieces_finish(struct pieces *pieces)
{
    free(pieces->items);
    free(pieces->orders);
    free(pieces->n_due);
}

static const struct piece *same_piece(const struct pieces *pieces,
                                      const struct piece *piece)
{
    return bsearch(piece, pieces->items, pieces->n, sizeof *pieces->items,
                   compare);
}

size_t pieces_order(const struct pieces *pieces, const struct piece *piece)
{
    return pieces->orders[piece->order + piece->n - piece->n_left];
}

bool pieces_may_follow(const struct pieces *pieces, const struct piece *piece,
                       size_t last)
{
    size_t order = pieces_order(pieces, piece);
    size_t next = last == SIZE_MAX ? 0 : last + 1;
    return order >= next && pieces->n_due[order] == pieces->n_due[next];
}

bool pieces_are_found(const struct pieces *pieces, const struct pieces *others)
{
    for (size_t i = 0; i < pieces->n; i++) {
        const struct piece *piece = &pieces->items[i];
        if (piece->n_left == 0)
            continue;
        const struct piece *other = same_piece(others, piece);
        if (piece->n_left > piece->n_moved || other->n_left != piece->n_left)
            return false;
    }
    return true;
}

struct piece *pieces_find(const struct pieces *pieces, const char *letters,
                          size_t n_letters)
{
    size_t low = 0, high = pieces->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct piece *piece = &pieces->items[middle];
        if (compare_letters(piece->letters, piece->n_letters, letters,
                            n_letters) <= 0)
            low = middle + 1;
        else
            high = middle;
    }
    size_t at = low > 0 ? low - 1 : SIZE_MAX;
    while (at != SIZE_MAX && !begins(&pieces->items[at], letters, n_letters))
        at = pieces->items[at].shorter;
    return at == SIZE_MAX ? NULL : &pieces->items[at];
}

struct piece *pieces_shorter(const struct pieces *pieces,
                             const struct piece *piece)
{
    return piece->shorter == SIZE_MAX ? NULL : &pieces->items[piece->shorter];
}
