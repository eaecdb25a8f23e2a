/* fragment.c - see fragment.h. */
#include "analyse/land/fragment.h"

#include <math.h>

void vt_knife_free(vt_knife *knife)
{
    vt_geos_free(knife->geos);
    vt_array_free(&knife->edges[0]);
    vt_array_free(&knife->edges[1]);
}

vt_fragment vt_fragment_row(const vt_layer *layer, uint32_t row)
{
    return (vt_fragment){layer, row, NULL, NULL, vt_layer_box(layer, row), vt_layer_area(layer, row)};
}

vt_fragment vt_fragment_shape(vt_knife *knife, vt_geos_geometry *shape)
{
    vt_geos_geometry *polygons = vt_geos_polygonal(knife->geos, shape);
    vt_fragment made = {.shape = polygons, .box = {INFINITY, INFINITY, -INFINITY, -INFINITY}, .area = NAN};
    if (polygons) {
        made.box = vt_geos_box(knife->geos, polygons);
        made.area = vt_geos_area(knife->geos, polygons);
    }
    return made;
}

void vt_fragment_drop(vt_knife *knife, vt_fragment *fragment)
{
    vt_clips_free(fragment->clips, knife->geos);
    vt_geos_drop(knife->geos, fragment->shape);
    fragment->clips = NULL;
    fragment->shape = NULL;
}

const vt_geos_geometry *vt_fragment_polygon(vt_knife *knife, vt_fragment *fragment)
{
    if (!fragment->shape && fragment->layer) {
        const vt_geometry *g = &fragment->layer->geometry;
        const size_t first = g->part[fragment->row];
        fragment->shape = vt_geos_polygons(knife->geos, g, first, g->part[fragment->row + 1] - first);
    }
    return fragment->shape;
}

/* A vertex of each part of `of` lies in `in`: 1 all, 0 some, −1 none. Their outlines keep apart. */
static int parts_inside(const vt_fragment *of, const vt_fragment *in)
{
    const vt_geometry *g = &of->layer->geometry;
    size_t inside = 0;
    const size_t first = g->part[of->row], n = g->part[of->row + 1] - first;
    for (size_t p = first; p < first + n; p++) {
        const size_t v = g->vertex[g->ring[p]];
        inside += vt_layer_covers(in->layer, in->row, g->x[v], g->y[v]);
    }
    return inside == n ? 1 : inside ? 0 : -1;
}

/* A hole of `by` lies inside the fragment, whose outlines keep apart. */
static bool has_hole_in(const vt_fragment *by, const vt_fragment *fragment)
{
    const vt_geometry *g = &by->layer->geometry;
    bool found = false;
    for (size_t p = g->part[by->row]; p < g->part[by->row + 1]; p++) {
        for (size_t r = g->ring[p] + 1; !found && r < g->ring[p + 1]; r++) {
            const double x = g->x[g->vertex[r]], y = g->y[g->vertex[r]];
            found = vt_layer_covers(fragment->layer, fragment->row, x, y);
        }
    }
    return found;
}

/* Of rows: what plain arithmetic tells; VT_CUT where it does not. */
static vt_relation glance(vt_knife *knife, const vt_fragment *fragment, const vt_fragment *by)
{
    const vt_contact contact = vt_contact_of(fragment->layer, fragment->row, &fragment->box, by->layer, by->row, knife->edges);
    if (contact == VT_NO_ROOM) {
        return VT_CUT_FAILED;
    }
    if (contact != VT_APART) {
        return VT_CUT;
    }
    const int inside = parts_inside(fragment, by);
    if (inside > 0) {
        return has_hole_in(by, fragment) ? VT_CUT : VT_UNDER_IT;
    }
    return inside < 0 && parts_inside(by, fragment) < 0 ? VT_OUTSIDE_IT : VT_CUT;
}

/* What stands for a fragment within a box, as GEOS sees it. NULL where GEOS refuses. */
static const vt_geos_geometry *polygon_near(vt_knife *knife, vt_fragment *by, const vt_box *box)
{
    const vt_geos_geometry *whole = vt_fragment_polygon(knife, by);
    if (!whole || !knife->frame || !vt_box_holds(knife->frame, box)) {
        return whole;
    }
    if (!by->clips && vt_geos_vertices(knife->geos, whole) <= VT_CLIPS_FEW) {
        return whole;
    }
    if (!by->clips) {
        by->clips = vt_clips_new(knife->geos, whole, knife->frame);
    }
    return by->clips ? vt_clips_near(by->clips, knife->geos, box) : whole;
}

vt_relation vt_fragment_cut(vt_knife *knife, vt_fragment *fragment, vt_fragment *by, vt_fragment *inside, vt_fragment *outside)
{
    *inside = (vt_fragment){.area = 0};
    if (outside) {
        *outside = (vt_fragment){.area = 0};
    }
    if (!vt_box_meets(&fragment->box, &by->box)) {
        return VT_OUTSIDE_IT;
    }
    if (fragment->layer && by->layer) {
        const vt_relation told = glance(knife, fragment, by);
        if (told != VT_CUT) {
            return told;
        }
    }
    const vt_geos_geometry *one = polygon_near(knife, fragment, &by->box), *two = polygon_near(knife, by, &fragment->box);
    vt_geos_geometry *both = one && two ? vt_geos_intersection(knife->geos, one, two) : NULL;
    *inside = vt_fragment_shape(knife, both);
    vt_relation relation = !inside->shape                                       ? VT_CUT_FAILED
                           : inside->area < VT_SLIVER_M2                        ? VT_OUTSIDE_IT
                           : inside->area > fragment->area - VT_SLIVER_M2 ? VT_UNDER_IT
                                                                                : VT_CUT;
    if (relation == VT_CUT && outside) {
        *outside = vt_fragment_shape(knife, vt_geos_difference(knife->geos, vt_fragment_polygon(knife, fragment), two));
        relation = outside->shape ? VT_CUT : VT_CUT_FAILED;
    }
    if (relation != VT_CUT) {
        vt_fragment_drop(knife, inside);
        if (outside) {
            vt_fragment_drop(knife, outside);
        }
    }
    return relation;
}
