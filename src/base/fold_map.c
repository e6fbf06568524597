/* The way back from folded text to the text that it was. */
#include "base/fold_map.h"

#include <stdlib.h>

#include "base/mem.h"

void fold_map_add(struct fold_map *map, struct fold_stretch stretch)
{
    if (map->n > 0 && stretch.parallel) {
        const struct fold_stretch *last = &map->stretches[map->n - 1];
        if (last->parallel &&
            stretch.text - stretch.folded == last->text - last->folded)
            return;
    }
    map->stretches = mem_grow(map->stretches, map->n, &map->capacity,
                              sizeof *map->stretches);
    map->stretches[map->n++] = stretch;
}

void fold_map_merge(struct fold_map *map, uint32_t folded)
{
    uint32_t text = fold_map_start(map, folded);
    while (map->n > 0 && map->stretches[map->n - 1].folded >= folded)
        map->n--;
    fold_map_add(map, (struct fold_stretch){folded, text, false});
}

void fold_map_finish(struct fold_map *map)
{
    if (!map)
        return;
    free(map->stretches);
    *map = (struct fold_map){0};
}

/* The last stretch that begins at or before folded; the first begins at 0. */
static const struct fold_stretch *stretch_at(const struct fold_map *map,
                                             uint32_t folded)
{
    size_t first = 0, end = map->n;
    while (end - first > 1) {
        size_t middle = first + (end - first) / 2;
        if (map->stretches[middle].folded <= folded)
            first = middle;
        else
            end = middle;
    }
    return &map->stretches[first];
}

uint32_t fold_map_start(const struct fold_map *map, uint32_t folded_start)
{
    const struct fold_stretch *stretch = stretch_at(map, folded_start);
    uint32_t into = stretch->parallel ? folded_start - stretch->folded : 0;
    return stretch->text + into;
}

uint32_t fold_map_end(const struct fold_map *map, uint32_t folded_end)
{
    const struct fold_stretch *stretch = stretch_at(map, folded_end);
    if (!stretch->parallel && stretch->folded < folded_end)
        return stretch[1].text; /* the end of all is a stretch, too */
    return fold_map_start(map, folded_end);
}
