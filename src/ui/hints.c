/* Which hints fit. */
#include "ui/hints.h"

int hints_gap(int cols)
{
    return cols < 100 ? 2 : 3;
}

/* Which hint is the rank-th to get room. */
static size_t by_rank(size_t rank, size_t n)
{
    if (n < 3)
        return rank;
    return rank == 0 ? 0 : rank == 1 ? n - 2 : rank == 2 ? n - 1 : rank - 2;
}

size_t hints_fit(const int *cells, size_t n, int room, bool *shown)
{
    size_t n_shown = 0;
    for (size_t i = 0; i < n; i++)
        shown[i] = false;
    for (size_t rank = 0; rank < n; rank++) {
        size_t i = by_rank(rank, n);
        if (cells[i] == 0 || cells[i] > room)
            continue;
        room -= cells[i];
        shown[i] = true;
        n_shown++;
    }
    return n_shown;
}

void hint_keys(const struct keymap *keymap, const struct hint *hint, bool ascii,
               struct buf *out)
{
    size_t start = out->n_bytes;
    keymap_keys(keymap, hint->actions[0], 1, ascii, out);
    if (hint->actions[1] == ACTION_NONE)
        return;
    /* "n/N", but arrows side by side. */
    if (out->n_bytes > start && !(out->data[start] & 0x80))
        buf_add_char(out, '/');
    keymap_keys(keymap, hint->actions[1], 1, ascii, out);
}

const char *hint_label(const struct hint *hint, bool is_first)
{
    if (hint->actions[0] == ACTION_CLOSE && is_first)
        return "leave";
    return hint->label ? hint->label : action_get(hint->actions[0])->hint;
}
