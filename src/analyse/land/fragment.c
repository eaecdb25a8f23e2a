/* fragment.c - see fragment.h. */
#include "analyse/land/fragment.h"

#include <math.h>
#include <stdlib.h>

#include "analyse/land/split.h"

struct vt_own {
    vt_polygons polygons;
    vt_geometry view;
};

void vt_knife_free(vt_knife *knife)
{
    vt_geos_free(knife->geos);
    vt_geos_free(knife->local);
    vt_array_free(&knife->edges[0]);
    vt_array_free(&knife->edges[1]);
}

/* --- making and dropping ------------------------------------------------------------------------------- */

vt_fragment vt_fragment_of(vt_parts parts)
{
    return (vt_fragment){.parts = parts, .box = vt_parts_box(&parts), .area = vt_parts_area(&parts)};
}

vt_fragment vt_fragment_row(const vt_layer *layer, uint32_t row)
{
    vt_fragment made = vt_fragment_of(vt_layer_parts(layer, row));
    made.layer = layer;
    made.row = row;
    return made;
}

/* Of polygons that it holds itself. */
static vt_fragment hold(struct vt_own *own)
{
    own->view = vt_polygons_view(&own->polygons);
    const vt_parts parts = {&own->view, 0, (uint32_t)vt_polygons_count(&own->polygons)};
    vt_fragment made = parts.n ? vt_fragment_of(parts) : (vt_fragment){.area = 0};
    made.own = own;
    return made;
}

static void let_go(struct vt_own *own)
{
    if (own) {
        vt_polygons_free(&own->polygons);
        free(own);
    }
}

/* `keep`: with the shape, which must be the knife's own GEOS's. */
static vt_fragment take_shape(vt_geos *geos, vt_geos_geometry *shape, bool keep)
{
    vt_geos_geometry *polygons = vt_geos_polygonal(geos, shape);
    struct vt_own *own = polygons ? calloc(1, sizeof *own) : NULL;
    vt_fragment made = {.area = NAN};
    if (own && vt_polygons_add_geos(&own->polygons, geos, polygons)) {
        made = hold(own);
    } else {
        let_go(own);
    }
    if (keep && !isnan(made.area)) {
        made.shape = polygons;
    } else {
        vt_geos_drop(geos, polygons);
    }
    return made;
}

vt_fragment vt_fragment_shape(vt_knife *knife, vt_geos_geometry *shape)
{
    return take_shape(knife->geos, shape, true);
}

static vt_fragment of_ring(vt_split_ring *ring)
{
    uint32_t rings[] = {0, 1}, vertices[] = {0, (uint32_t)ring->n};
    const vt_geometry view = {NULL, NULL, rings, vertices, ring->x, ring->y};
    struct vt_own *own = calloc(1, sizeof *own);
    if (!own || !vt_polygons_add(&own->polygons, &view, 0, 1)) {
        let_go(own);
        return (vt_fragment){.area = NAN};
    }
    return hold(own);
}

void vt_fragment_drop(vt_knife *knife, vt_fragment *fragment)
{
    vt_clips_free(fragment->clips, knife->geos);
    vt_bands_free(fragment->bands);
    vt_geos_drop(knife->geos, fragment->shape);
    let_go(fragment->own);
    *fragment = (vt_fragment){.area = 0};
}

const vt_geos_geometry *vt_fragment_polygon(vt_knife *knife, vt_fragment *fragment)
{
    if (!fragment->shape && fragment->parts.n) {
        fragment->shape = vt_geos_polygons(knife->geos, fragment->parts.g, fragment->parts.first, fragment->parts.n);
    }
    return fragment->shape;
}

/* --- by plain arithmetic ------------------------------------------------------------------------------- */

/* Edges of a large feature are sorted once it meets a fragment. NULL: it is small, or the fragment reaches beyond the frame. */
static const vt_bands *bands_for(const vt_knife *knife, vt_fragment *by, const vt_box *box)
{
    enum { FEW = 64 };
    const vt_geometry *g = by->parts.g;
    const size_t n = g->vertex[g->ring[by->parts.first + by->parts.n]] - g->vertex[g->ring[by->parts.first]];
    if (n <= FEW || !knife->frame || !vt_box_holds(knife->frame, box)) {
        return NULL;
    }
    if (!by->bands) {
        by->bands = vt_bands_new(&by->parts, knife->frame);
    }
    return by->bands;
}

/* A vertex of each part of `of` lies in `in`: 1 all, 0 some, −1 none. Their outlines keep apart. */
static int parts_inside(const vt_parts *of, const vt_parts *in, const vt_bands *bands)
{
    const vt_geometry *g = of->g;
    size_t inside = 0;
    for (size_t p = of->first; p < of->first + of->n; p++) {
        const size_t v = g->vertex[g->ring[p]];
        inside += bands ? vt_bands_cover(bands, in, g->x[v], g->y[v]) : vt_parts_cover(in, g->x[v], g->y[v]);
    }
    return inside == of->n ? 1 : inside ? 0 : -1;
}

/* A hole of `by` lies inside the fragment, whose outlines keep apart. */
static bool has_hole_in(const vt_parts *by, const vt_parts *fragment)
{
    const vt_geometry *g = by->g;
    bool found = false;
    for (size_t p = by->first; p < by->first + by->n; p++) {
        for (size_t r = g->ring[p] + 1; !found && r < g->ring[p + 1]; r++) {
            found = vt_parts_cover(fragment, g->x[g->vertex[r]], g->y[g->vertex[r]]);
        }
    }
    return found;
}

/* Of outlines that keep apart; VT_CUT where GEOS must tell. */
static vt_relation lies(const vt_parts *fragment, const vt_parts *by, const vt_bands *bands)
{
    const int inside = parts_inside(fragment, by, bands);
    if (inside > 0) {
        return has_hole_in(by, fragment) ? VT_CUT : VT_UNDER_IT;
    }
    return inside < 0 && parts_inside(by, fragment, NULL) < 0 ? VT_OUTSIDE_IT : VT_CUT;
}

/* --- by GEOS ------------------------------------------------------------------------------------------- */

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

/* An overlay that loses ground is no answer: what is shared and the rest make the whole. */
static bool make(double whole, double inside, double outside, double slack)
{
    return fabs(inside + outside - whole) <= 1e-6 * whole + slack;
}

static bool is_cut(const vt_fragment *fragment, double inside)
{
    return inside >= VT_SLIVER_M2 && inside <= fragment->area - VT_SLIVER_M2;
}

/* By what is near each other. Without a cut *outside is left empty. */
static bool overlay_near(vt_knife *knife, vt_fragment *fragment, vt_fragment *by, vt_fragment *inside, vt_fragment *outside)
{
    vt_geos *geos = knife->geos;
    const vt_geos_geometry *whole = vt_fragment_polygon(knife, fragment);
    const vt_geos_geometry *one = polygon_near(knife, fragment, &by->box), *two = polygon_near(knife, by, &fragment->box);
    if (!whole || !one || !two) {
        return false;
    }
    *inside = vt_fragment_shape(knife, vt_geos_intersection(geos, one, two));
    *outside = vt_fragment_shape(knife, vt_geos_difference(geos, one, two));
    if (!make(vt_geos_area(geos, one), inside->area, outside->area, 1e-5)) {
        return false;
    }
    if (one != whole) {
        vt_fragment_drop(knife, outside);
        if (is_cut(fragment, inside->area)) {
            *outside = vt_fragment_shape(knife, vt_geos_difference(geos, whole, two));
        }
    }
    return !is_cut(fragment, inside->area) || make(fragment->area, inside->area, outside->area, 1e-5);
}

/* Of whole polygons near 0, where GEOS's arithmetic has more places: floating, or on a grid. */
static bool overlay_local(vt_knife *knife, const vt_fragment *fragment, const vt_fragment *by, double grid, vt_fragment *inside, vt_fragment *outside)
{
    vt_geos *geos = knife->local ? knife->local : (knife->local = vt_geos_new());
    if (!geos) {
        return false;
    }
    vt_geos_origin(geos, fragment->box.xmin, fragment->box.ymin);
    vt_geos_geometry *one = vt_geos_polygons(geos, fragment->parts.g, fragment->parts.first, fragment->parts.n);
    vt_geos_geometry *two = vt_geos_polygons(geos, by->parts.g, by->parts.first, by->parts.n);
    *inside = take_shape(geos, one && two ? vt_geos_intersection_on(geos, one, two, grid) : NULL, false);
    *outside = take_shape(geos, one && two ? vt_geos_difference_on(geos, one, two, grid) : NULL, false);
    vt_geos_drop(geos, one);
    vt_geos_drop(geos, two);
    return make(fragment->area, inside->area, outside->area, grid > 0 ? 1e-3 : 1e-5);
}

/* GEOS takes what came out for a polygon; nothing is one too. */
static bool is_sound(vt_knife *knife, vt_fragment *fragment)
{
    char why[200];
    double x, y;
    const vt_geos_geometry *polygon = fragment->parts.n ? vt_fragment_polygon(knife, fragment) : NULL;
    return !fragment->parts.n || (polygon && vt_geos_is_valid(knife->geos, polygon, why, sizeof why, &x, &y));
}

static void mend(vt_knife *knife, vt_fragment *fragment)
{
    if (!is_sound(knife, fragment)) {
        vt_fragment mended = vt_fragment_shape(knife, vt_geos_repair(knife->geos, vt_fragment_polygon(knife, fragment)));
        vt_fragment_drop(knife, fragment);
        *fragment = mended;
    }
}

static void drop_both(vt_knife *knife, vt_fragment *inside, vt_fragment *outside)
{
    vt_fragment_drop(knife, inside);
    vt_fragment_drop(knife, outside);
}

/* false: GEOS gives up. */
static bool overlay(vt_knife *knife, vt_fragment *fragment, vt_fragment *by, vt_fragment *inside, vt_fragment *outside)
{
    bool good = overlay_near(knife, fragment, by, inside, outside) && is_sound(knife, inside) && is_sound(knife, outside);
    for (int attempt = 0; !good && attempt < 2; attempt++) {
        drop_both(knife, inside, outside);
        good = overlay_local(knife, fragment, by, attempt ? VT_GRID_M : 0, inside, outside);
        if (good && !(is_sound(knife, inside) && is_sound(knife, outside))) { /* valid near 0, but no longer where it lies */
            mend(knife, inside);
            mend(knife, outside);
            good = make(fragment->area, inside->area, outside->area, 1e-3);
        }
    }
    return good;
}

/* --- both ---------------------------------------------------------------------------------------------- */

vt_relation vt_fragment_cut(vt_knife *knife, vt_fragment *fragment, vt_fragment *by, vt_fragment *inside, vt_fragment *outside)
{
    vt_fragment rest = {.area = 0};
    *inside = rest;
    if (!fragment->parts.n || !by->parts.n || !vt_box_meets(&fragment->box, &by->box)) {
        return VT_OUTSIDE_IT;
    }
    const vt_bands *bands = bands_for(knife, by, &fragment->box);
    const vt_contact contact = vt_contact_of(&fragment->parts, &fragment->box, &by->parts, bands, knife->edges);
    const vt_relation told = contact == VT_APART ? lies(&fragment->parts, &by->parts, bands) : VT_CUT;
    if (contact == VT_NO_ROOM || told != VT_CUT) {
        return contact == VT_NO_ROOM ? VT_CUT_FAILED : told;
    }
    vt_split_ring in, out;
    bool good = true;
    if (contact == VT_CROSS && vt_split(&fragment->parts, &by->parts, knife->edges, &in, &out)) {
        *inside = of_ring(&in);
        rest = of_ring(&out);
        good = !isnan(inside->area) && !isnan(rest.area);
    } else {
        good = overlay(knife, fragment, by, inside, &rest);
    }
    const vt_relation relation = !good                                                   ? VT_CUT_FAILED
                                 : inside->area < VT_SLIVER_M2                           ? VT_OUTSIDE_IT
                                 : inside->area > fragment->area - VT_SLIVER_M2 ? VT_UNDER_IT
                                                                                         : VT_CUT;
    if (relation != VT_CUT) {
        vt_fragment_drop(knife, inside);
    }
    if (relation == VT_CUT && outside) {
        *outside = rest;
    } else {
        vt_fragment_drop(knife, &rest);
    }
    return relation;
}
