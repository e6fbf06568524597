/* Folding: stays UTF-8, is the same with a map, and the map leads back. */
#include <string.h>

#include "base/fold.h"
#include "base/utf8.h"
#include "fuzz.h"

static void require_way_back(const struct fold_map *map, size_t n_folded,
                             size_t n_bytes)
{
    uint32_t last = 0;
    for (uint32_t i = 0; i <= n_folded; i++) {
        uint32_t start = fold_map_start(map, i), end = fold_map_end(map, i);
        REQUIRE(last <= start && start <= end && end <= n_bytes);
        last = start;
    }
    REQUIRE(last == n_bytes);
}

static void require_stable(const struct buf *folded, unsigned fold)
{
    struct buf again;
    buf_init(&again);
    fold_text(folded->data, folded->n_bytes, fold, &again);
    REQUIRE(again.n_bytes == folded->n_bytes);
    REQUIRE(!memcmp(again.data, folded->data, folded->n_bytes));
    buf_finish(&again);
}

static void fold_with(const char *text, size_t n_bytes, unsigned fold)
{
    struct buf folded, mapped;
    struct fold_map map;
    buf_init(&folded);
    buf_init(&mapped);
    fold_text(text, n_bytes, fold, &folded);
    fold_text_mapped(text, n_bytes, fold, &mapped, &map);
    REQUIRE(folded.n_bytes == mapped.n_bytes);
    REQUIRE(!memcmp(folded.data, mapped.data, folded.n_bytes));
    REQUIRE(utf8_valid_prefix(folded.data, folded.n_bytes) == folded.n_bytes);
    require_stable(&folded, fold);
    require_way_back(&map, mapped.n_bytes, n_bytes);
    fold_map_finish(&map);
    buf_finish(&folded);
    buf_finish(&mapped);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n_bytes)
{
    static const unsigned folds[] = {
        FOLD_ALL,
        FOLD_ALL | FOLD_SPACES,
        FOLD_ACCENTS | FOLD_SPACES,
        FOLD_CASE,
    };
    for (size_t i = 0; i < sizeof folds / sizeof *folds; i++)
        fold_with((const char *)data, n_bytes, folds[i]);
    return 0;
}
