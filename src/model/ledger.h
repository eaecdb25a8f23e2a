/* ledger.h - what became of every feature: read = used + filtered + rejected, a count a code, and
 * notices beside it (a notice speaks of a feature in use, or says why one was filtered). */
#ifndef VT_LEDGER_H
#define VT_LEDGER_H

#include <vitrine/model.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/context.h"
#include "model/layer.h"

/* Rejections first, then notices. The names are stable: users filter by them. */
typedef enum {
    VT_NULL_GEOMETRY,
    VT_EMPTY_GEOMETRY,
    VT_BAD_GEOMETRY,
    VT_NOT_FINITE,
    VT_WRONG_TYPE,
    VT_INVALID_GEOMETRY,
    VT_ZERO_LENGTH,
    VT_NO_ID,
    VT_SWAPPED_AXES,
    VT_OUTSIDE_CRS,
    VT_MISPLACED,
    VT_FIRST_NOTICE,
    VT_BAD_VALUE = VT_FIRST_NOTICE,
    VT_DUPLICATE_ID,
    VT_SAME_BUSINESS,
    VT_REPAIRED,
    VT_NO_STREET,
    VT_UNKNOWN_STREET,
    VT_CROSSING,
    VT_OVERLAP,
    VT_FUTURE_DATE,
    VT_UNKNOWN_ACTIVITY,
    VT_OUTSIDE_WINDOW,
    VT_UNKNOWN_PARCEL,
    VT_NO_POLYGON,
    VT_NOT_MEASURED,
    VT_LOST_ZERO,
    VT_UNKNOWN_VALUE,
    VT_SHARED_GROUND,
    VT_NO_OWNER,
    VT_NO_PARCELS,
    VT_STILL_ACTIVE,
    VT_CODES
} vt_code;

typedef struct {
    const char *name, *fr, *en;
} vt_code_text;
extern const vt_code_text vt_codes[VT_CODES];

/* One row of the layer `rejects`. */
typedef struct {
    const char *layer, *feature_id;
    vt_code code;
    const char *detail; /* the value, a word in no language, or "" */
    double x, y;        /* in the study's CRS; NaN when there is none */
} vt_reject;

/* A value that fell to `status.otherwise`, and how often. */
typedef struct {
    const char *value;
    size_t n;
} vt_otherwise;

typedef struct {
    const char *layer, *source; /* as named in the study */
    char sha256[65];
    size_t read, used, filtered, rejected, notices;
    size_t codes[VT_CODES];
    vt_otherwise *otherwise;
    size_t n_otherwise;
} vt_account;

typedef struct {
    vt_arena arena;
    VT_ARRAY(vt_account) accounts;
    VT_ARRAY(vt_reject) rejects;
} vt_ledger;

void vt_ledger_free(vt_ledger *ledger);

/* Adds a row. `feature_id` and `detail` are copied (NULL detail: none). */
/* A value of a feature that none of the known ones is: noted as FIELD: WRITTEN with the nearest, or NULL. */
vitrine_status vt_ledger_unknown(vitrine_context *ctx, vt_ledger *ledger, bool french, const vt_layer *layer, size_t row, const char *field,
                                 const char *written, const char *near);
vitrine_status vt_ledger_add(vitrine_context *ctx, vt_ledger *ledger, const char *layer, const char *feature_id,
                             vt_code code, double x, double y, const char *detail);

#endif
