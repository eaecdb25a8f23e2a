/* clips.c - see clips.h. A quarter is larger than half its parent's side, so that every small box lies well inside one of the four;
 * the edges that a clip adds then keep clear of what is overlaid with it. */
#include "analyse/land/clips.h"

#include <math.h>
#include <stdlib.h>

enum { QUARTERS = 4 };
#define SIDE 0.6                 /* of a quarter, of its parent's */
#define MARGIN 0.002             /* of the parent's side that a box keeps from a quarter's edge */

struct vt_clips {
    const vt_geos_geometry *shape;
    vt_geos_geometry *own; /* NULL: the polygon itself */
    vt_box box;
    size_t vertices;
    vt_clips *quarter[QUARTERS]; /* NULL until asked for */
};

static vt_clips *new_clip(vt_geos *geos, const vt_geos_geometry *shape, vt_geos_geometry *own, const vt_box *box)
{
    vt_clips *clip = calloc(1, sizeof *clip);
    if (clip) {
        clip->shape = shape;
        clip->own = own;
        clip->box = *box;
        clip->vertices = vt_geos_vertices(geos, shape);
    }
    return clip;
}

/* What of `shape` lies in a box. NULL where GEOS refuses. */
static vt_clips *cut_to(vt_geos *geos, const vt_geos_geometry *shape, const vt_box *box)
{
    vt_geos_geometry *frame = vt_geos_rectangle(geos, box);
    vt_geos_geometry *part = frame ? vt_geos_polygonal(geos, vt_geos_intersection_on(geos, shape, frame, 0)) : NULL;
    vt_clips *clip = part ? new_clip(geos, part, part, box) : NULL;
    if (!clip) {
        vt_geos_drop(geos, part);
    }
    vt_geos_drop(geos, frame);
    return clip;
}

vt_clips *vt_clips_new(vt_geos *geos, const vt_geos_geometry *shape, const vt_box *frame)
{
    const double margin = fmax(1, MARGIN * (frame->xmax - frame->xmin + frame->ymax - frame->ymin));
    const vt_box wide = {frame->xmin - margin, frame->ymin - margin, frame->xmax + margin, frame->ymax + margin};
    const vt_box box = vt_geos_box(geos, shape);
    vt_clips *cut = vt_box_holds(&wide, &box) || vt_geos_vertices(geos, shape) <= VT_CLIPS_FEW ? NULL : cut_to(geos, shape, &wide);
    return cut ? cut : new_clip(geos, shape, NULL, &box);
}

void vt_clips_free(vt_clips *clips, vt_geos *geos)
{
    for (int q = 0; clips && q < QUARTERS; q++) {
        vt_clips_free(clips->quarter[q], geos);
    }
    if (clips) {
        vt_geos_drop(geos, clips->own);
        free(clips);
    }
}

static vt_box quarter_box(const vt_box *box, int q)
{
    const double width = box->xmax - box->xmin, height = box->ymax - box->ymin;
    vt_box own = {box->xmin, box->ymin, box->xmin + SIDE * width, box->ymin + SIDE * height};
    if (q & 1) {
        own.xmin = box->xmax - SIDE * width;
        own.xmax = box->xmax;
    }
    if (q & 2) {
        own.ymin = box->ymax - SIDE * height;
        own.ymax = box->ymax;
    }
    return own;
}

/* The quarter that the part of `box` inside the parent lies well in; beyond the parent there is nothing to be cut. */
static int quarter_of(const vt_box *parent, const vt_box *box)
{
    const double dx = MARGIN * (parent->xmax - parent->xmin), dy = MARGIN * (parent->ymax - parent->ymin);
    for (int q = 0; q < QUARTERS; q++) {
        const vt_box own = quarter_box(parent, q);
        const bool west = q & 1 ? box->xmin > own.xmin + dx : box->xmax < own.xmax - dx;
        const bool south = q & 2 ? box->ymin > own.ymin + dy : box->ymax < own.ymax - dy;
        if (west && south) {
            return q;
        }
    }
    return QUARTERS;
}

const vt_geos_geometry *vt_clips_near(vt_clips *clips, vt_geos *geos, const vt_box *box)
{
    while (clips->vertices > VT_CLIPS_FEW) {
        const int q = quarter_of(&clips->box, box);
        const vt_box own = quarter_box(&clips->box, q);
        if (q < QUARTERS && !clips->quarter[q]) {
            clips->quarter[q] = cut_to(geos, clips->shape, &own);
        }
        if (q == QUARTERS || !clips->quarter[q]) { /* GEOS refuses: the larger one serves too */
            break;
        }
        clips = clips->quarter[q];
    }
    return clips->shape;
}
