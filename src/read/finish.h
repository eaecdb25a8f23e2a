/* finish.h - from rows as read to a layer of the model: transformed, checked, sorted, in columns. */
#ifndef VT_FINISH_H
#define VT_FINISH_H

#include "geo/crs.h"
#include "read/rows.h"

/* Judges each row (transform, area of use, area of interest, length, validity), settles ids and double
 * entries, and gathers what is left into `layer`. `account` receives the filtered ones. */
vitrine_status vt_rows_finish(vt_rows *rows, const vt_crs *crs, vt_layer *layer, vt_account *account);

#endif
