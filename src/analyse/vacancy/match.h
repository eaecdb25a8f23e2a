/* match.h - which street each premises belongs to, and where along it.
 *
 * In order: equal street_id; the name (exact after normalising, or lacking only its type word where one
 * street in reach bears the rest) within vacancy.name_distance_m; a near-identical name (one candidate)
 * within max_distance_m; the nearest street within max_distance_m, only where the premises names none or
 * vacancy.nearest_when_named. A premises is never moved to a street that the survey does not name. Ties:
 * distance, street id, place along the street. */
#ifndef VT_MATCH_H
#define VT_MATCH_H

#include "model/network.h"

typedef enum { VT_BY_ID, VT_BY_NAME, VT_FUZZY, VT_NEAREST, VT_NO_MATCH } vt_how;
extern const char *const vt_how_names[];

typedef enum { VT_LEFT, VT_RIGHT, VT_ON } vt_side;
extern const char *const vt_side_names[];

typedef struct {
    double x, y;         /* where the premises is counted */
    vt_how how;
    bool named;          /* the survey names a street, by name or id */
    uint32_t street;     /* the rest means nothing without a match */
    uint32_t segment;
    vt_side side;
    double measure_m;    /* along the piece of the street */
    double distance_m;
} vt_match;

/* matches: room for all premises. */
vitrine_status vt_match_all(vitrine_context *ctx, const vt_layer *premises, const vt_layer *streets,
                            const vt_network *network, const vitrine_study *study, vt_match *matches);

#endif
