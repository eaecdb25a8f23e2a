/* map.h - text to number, by open addressing. Keys are not copied. */
#ifndef VT_MAP_H
#define VT_MAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
    const char **key;
    size_t *value;
    size_t n, room;
} vt_map;

/* The slot of `key`, new (and *fresh) with value 0 where there was none; NULL when out of memory. */
size_t *vt_map_at(vt_map *map, const char *key, bool *fresh);
/* NULL when there is none. */
const size_t *vt_map_find(const vt_map *map, const char *key);
void vt_map_free(vt_map *map);

#endif
