/* clips.h - a polygon of many vertices cut ahead into quarters of its box, and they again, as far as is asked for: what a small
 * fragment is overlaid with is then small too. */
#ifndef VT_CLIPS_H
#define VT_CLIPS_H

#include "geo/geos.h"

/* Of so few vertices a cut gains nothing. */
enum { VT_CLIPS_FEW = 40 };

typedef struct vt_clips vt_clips;

/* Of what lies in `frame`; `shape` must outlive it. NULL: out of memory. */
vt_clips *vt_clips_new(vt_geos *geos, const vt_geos_geometry *shape, const vt_box *frame);
void vt_clips_free(vt_clips *clips, vt_geos *geos);

/* What stands for the polygon within `box`, which lies in the frame: a clip of it that reaches farther on all sides, or all of it.
 * It may be empty. */
const vt_geos_geometry *vt_clips_near(vt_clips *clips, vt_geos *geos, const vt_box *box);

#endif
