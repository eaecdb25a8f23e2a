/* map.c - see map.h. */
#include "base/map.h"

#include <stdlib.h>
#include <string.h>

static size_t hash_of(const char *key) /* FNV-1a */
{
    uint64_t h = 14695981039346656037u;
    for (; *key; key++) {
        h = (h ^ (unsigned char)*key) * 1099511628211u;
    }
    return (size_t)(h ^ h >> 29);
}

static size_t slot_of(const vt_map *map, const char *key)
{
    size_t slot = hash_of(key) & (map->room - 1);
    while (map->key[slot] && strcmp(map->key[slot], key) != 0) {
        slot = (slot + 1) & (map->room - 1);
    }
    return slot;
}

static bool grow(vt_map *map)
{
    vt_map larger = {.room = map->room ? map->room * 2 : 64, .n = map->n};
    larger.key = calloc(larger.room, sizeof *larger.key);
    larger.value = calloc(larger.room, sizeof *larger.value);
    if (!larger.key || !larger.value) {
        vt_map_free(&larger);
        return false;
    }
    for (size_t i = 0; i < map->room; i++) {
        if (map->key[i]) {
            const size_t slot = slot_of(&larger, map->key[i]);
            larger.key[slot] = map->key[i];
            larger.value[slot] = map->value[i];
        }
    }
    vt_map_free(map);
    *map = larger;
    return true;
}

size_t *vt_map_at(vt_map *map, const char *key, bool *fresh)
{
    if ((map->n + 1) * 2 > map->room && !grow(map)) {
        return NULL;
    }
    const size_t slot = slot_of(map, key);
    *fresh = !map->key[slot];
    if (*fresh) {
        map->key[slot] = key;
        map->n++;
    }
    return &map->value[slot];
}

const size_t *vt_map_find(const vt_map *map, const char *key)
{
    if (!map->n) {
        return NULL;
    }
    const size_t slot = slot_of(map, key);
    return map->key[slot] ? &map->value[slot] : NULL;
}

void vt_map_free(vt_map *map)
{
    free(map->key);
    free(map->value);
    *map = (vt_map){0};
}
