/* status.h - the survey's words for a shop's state, mapped to ours. */
#ifndef VT_READ_STATUS_H
#define VT_READ_STATUS_H

#include "base/map.h"
#include "model/ledger.h"
#include "read/spec.h"

typedef struct {
    vt_map listed;   /* folded word ("field=word" where there are several fields) → vt_status + 1 */
    int otherwise;   /* vt_status, or -1: another value refuses the run */
    bool several;    /* fields, tried in order */
    vt_map others;   /* word as written → how often it fell to otherwise, or was not mapped */
    VT_ARRAY(const char *) other_words;
    const char *first_other; /* the row in which the first unmapped word stands */
} vt_status_map;

/* From `status.values` and `status.otherwise`. Two listed words that are equal without case and accents
 * are refused. */
vitrine_status vt_status_map_open(vitrine_context *ctx, vt_arena *arena, const vt_spec *spec, vt_status_map *map);
void vt_status_map_close(vt_status_map *map);

/* The status of a row with these words (NULL: empty), one a field, in the order of `fields`. *status is
 * set; false when out of memory. `fid` names the row. */
bool vt_status_of(vt_status_map *map, vt_arena *arena, const char *const *fields, const char *const *words,
                  size_t n, long long fid, uint8_t *status);

/* Refuses the run when words were met that nobody mapped. */
vitrine_status vt_status_map_check(vitrine_context *ctx, vt_arena *arena, const vt_spec *spec,
                                   const vt_status_map *map);

#endif
