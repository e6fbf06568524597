/* How fold.c makes a map; fold.h is for those who read it. */
#ifndef MEDFAQ_BASE_FOLD_MAP_H
#define MEDFAQ_BASE_FOLD_MAP_H

#include "base/fold.h"

/* From here to the next stretch: text that kept its length, offset by offset,
 * or what one code point of another length became. */
struct fold_stretch {
    uint32_t folded, text; /* offsets of its start */
    bool parallel;
};

/* Appends a stretch, if it does not simply continue the last one. */
void fold_map_add(struct fold_map *map, struct fold_stretch stretch);

/* Makes all from folded on one stretch that is not parallel. */
void fold_map_merge(struct fold_map *map, uint32_t folded);

#endif
