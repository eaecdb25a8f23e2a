/* status.c - see status.h. */
#include "read/status.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "model/layer.h"

static const char *fold(vt_arena *arena, const char *text)
{
    char *folded = vt_text_fold(text);
    const char *copy = folded ? vt_arena_text(arena, folded) : NULL;
    free(folded);
    return copy;
}

vitrine_status vt_status_map_open(vitrine_context *ctx, vt_arena *arena, const vt_spec *spec, vt_status_map *map)
{
    const vt_entry *field = vt_spec_entry(spec, "status.field");
    map->several = field && field->n > 1;
    for (int s = 0; s < VT_STATUSES; s++) {
        char key[64];
        snprintf(key, sizeof key, "status.values.%s", vt_status_names[s]);
        const vt_entry *entry = vt_spec_entry(spec, key);
        for (size_t i = 0; entry && i < entry->n; i++) {
            const char *word = fold(arena, entry->values[i]);
            bool fresh = false;
            size_t *slot = word ? vt_map_at(&map->listed, word, &fresh) : NULL;
            if (!slot) {
                return vt_no_memory(ctx);
            }
            if (!fresh) {
                return vt_fail(ctx, VITRINE_E_INPUT,
                               _("%s: \"%s\" stands twice (case and accents do not count), also under %s"),
                               vt_spec_where(spec, arena, key), entry->values[i], vt_status_names[*slot - 1]);
            }
            *slot = (size_t)s + 1;
        }
    }
    const char *otherwise = vt_spec_text(spec, "status.otherwise");
    map->otherwise = !otherwise ? -1 : strcmp(otherwise, "occupied") == 0 ? VT_OCCUPIED : VT_UNKNOWN;
    return VITRINE_OK;
}

void vt_status_map_close(vt_status_map *map)
{
    vt_map_free(&map->listed);
    vt_map_free(&map->others);
    vt_array_free(&map->other_words);
}

/* The status listed for a word of a field, or −1. "field=*" takes any word of it. */
static int listed(const vt_status_map *map, const char *field, const char *word)
{
    char text[512];
    char *folded = vt_text_fold(word);
    char *folded_field = vt_text_fold(field);
    const size_t *slot = NULL;
    if (folded && folded_field && map->several) {
        snprintf(text, sizeof text, "%s=%s", folded_field, folded);
        slot = vt_map_find(&map->listed, text);
        if (!slot) {
            snprintf(text, sizeof text, "%s=*", folded_field);
            slot = vt_map_find(&map->listed, text);
        }
    } else if (folded) {
        slot = vt_map_find(&map->listed, folded);
    }
    free(folded);
    free(folded_field);
    return slot ? (int)*slot - 1 : -1;
}

bool vt_status_of(vt_status_map *map, vt_arena *arena, const char *const *fields, const char *const *words,
                  size_t n, long long fid, uint8_t *status)
{
    const char *other = NULL;
    for (size_t i = 0; i < n; i++) {
        if (!words[i]) {
            continue;
        }
        const int found = listed(map, fields[i], words[i]);
        if (found >= 0) {
            *status = (uint8_t)found;
            return true;
        }
        other = other ? other : words[i];
    }
    if (!other) { /* empty: unknown unless "" itself is listed */
        const size_t *slot = vt_map_find(&map->listed, "");
        *status = slot ? (uint8_t)(*slot - 1) : VT_UNKNOWN;
        return true;
    }
    *status = (uint8_t)(map->otherwise < 0 ? VT_UNKNOWN : map->otherwise);
    const size_t *known = vt_map_find(&map->others, other);
    const char *word = known ? other : vt_arena_text(arena, other);
    bool fresh = false;
    size_t *count = word ? vt_map_at(&map->others, word, &fresh) : NULL;
    if (!count || (fresh && !vt_array_push(&map->other_words, word))) {
        return false;
    }
    map->first_other = map->first_other ? map->first_other : vt_arena_printf(arena, "%lld", fid);
    ++*count;
    return map->first_other != NULL;
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

vitrine_status vt_status_map_check(vitrine_context *ctx, vt_arena *arena, const vt_spec *spec,
                                   const vt_status_map *map)
{
    if (map->other_words.n) {
        qsort(map->other_words.at, map->other_words.n, sizeof *map->other_words.at, by_text);
    }
    if (map->otherwise >= 0 || map->other_words.n == 0) {
        return VITRINE_OK;
    }
    char list[400] = "";
    for (size_t i = 0; i < map->other_words.n && strlen(list) < sizeof list - 80; i++) {
        const char *word = map->other_words.at[i];
        snprintf(list + strlen(list), sizeof list - strlen(list), "%s\"%.60s\" (%zu)", i ? ", " : "", word,
                 *vt_map_find(&map->others, word));
    }
    return vt_fail(ctx, VITRINE_E_INPUT,
                   _("%s: values that are not mapped: %s, first in feature %s; list them under %s.status.values, "
                     "or say what any other means with status.otherwise"),
                   vt_spec_where(spec, arena, "status.field"), list, map->first_other, spec->key);
}
