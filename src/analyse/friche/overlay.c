/* overlay.c - see overlay.h. Most features lie wholly inside or outside a site, which whole rings tell; GEOS sees only
 * those whose outlines touch, without what of them lies elsewhere. */
#include "analyse/friche/overlay.h"

#include <math.h>

#include "geo/measure.h"

static void drop_site(vt_overlay *o)
{
    vt_geos_drop(o->geos, o->polygon);
    o->polygon = NULL;
}

void vt_overlay_site(vt_overlay *o, const vt_layer *sites, size_t site)
{
    drop_site(o);
    o->sites = sites;
    o->site = site;
    o->box = vt_layer_box(sites, site);
    o->area = vt_layer_area(sites, site);
}

void vt_overlay_free(vt_overlay *o)
{
    if (o->geos) {
        drop_site(o);
        vt_geos_free(o->geos);
    }
    vt_array_free(&o->edges[0]);
    vt_array_free(&o->edges[1]);
    vt_array_free(&o->pieces);
    vt_array_free(&o->over);
    vt_nearby_free(&o->nearby);
}

static const vt_geos_geometry *site_polygon(vt_overlay *o)
{
    if (!o->polygon) {
        const vt_geometry *g = &o->sites->geometry;
        o->polygon = vt_geos_polygons(o->geos, g, g->part[o->site], g->part[o->site + 1] - g->part[o->site]);
    }
    return o->polygon;
}

/* What of a feature is near the site, as GEOS sees it; NULL where it refuses. */
static vt_geos_geometry *feature_polygon(vt_overlay *o, vt_feature f)
{
    const vt_geometry *g = &f.layer->geometry;
    const size_t first = g->part[f.row], n = g->part[f.row + 1] - first;
    if (n == 1 && g->ring[first + 1] - g->ring[first] == 1) {
        return vt_geos_polygons(o->geos, g, first, n);
    }
    if (!vt_nearby_take(&o->nearby, g, first, n, &o->box)) {
        o->no_room = true;
        return NULL;
    }
    const vt_geometry nearby = vt_nearby_geometry(&o->nearby);
    return vt_geos_polygons(o->geos, &nearby, 0, vt_nearby_parts(&o->nearby));
}

/* The part of a feature that the site shares; NULL where GEOS gives up. */
static vt_geos_geometry *piece_of(vt_overlay *o, vt_feature f)
{
    vt_geos_geometry *feature = feature_polygon(o, f);
    const vt_geos_geometry *site = site_polygon(o);
    vt_geos_geometry *piece = feature && site ? vt_geos_intersection(o->geos, feature, site) : NULL;
    vt_geos_drop(o->geos, feature);
    return piece;
}

/* Area of the rings of `of` that lie inside `in`, shells with + and holes with −; *all: each of them does. `box` is
 * that of the site. */
static double rings_inside(const vt_layer *of, size_t row, const vt_layer *in, size_t in_row, const vt_box *box,
                           bool *all)
{
    const vt_geometry *g = &of->geometry;
    double area = 0;
    *all = true;
    for (size_t p = g->part[row]; p < g->part[row + 1]; p++) {
        for (size_t r = g->ring[p]; r < g->ring[p + 1]; r++) {
            const size_t from = g->vertex[r], n = g->vertex[r + 1] - from;
            const double x = g->x[from], y = g->y[from];
            const vt_box here = {x, y, x, y};
            if (!vt_box_meets(box, &here) || !vt_layer_covers(in, in_row, x, y)) {
                *all = false;
                continue;
            }
            const double ring = fabs(vt_measure_ring_area(g->x + from, g->y + from, n));
            area += r == g->ring[p] ? ring : -ring;
        }
    }
    return area;
}

/* Of outlines that keep apart: the boundary of what they share is made of whole rings of both. */
static vt_shared share_apart(const vt_overlay *o, vt_feature f)
{
    bool whole, some; /* all rings of the site are inside the feature; the other way round */
    const double inner = rings_inside(f.layer, f.row, o->sites, o->site, &o->box, &some);
    const double outer = rings_inside(o->sites, o->site, f.layer, f.row, &o->box, &whole);
    const double area = inner + outer;
    const bool covers = whole && inner == 0;
    return (vt_shared){area > 0, covers, covers ? o->area : fmax(area, 0)};
}

/* GEOS's own word on outlines that are too near to tell. */
static bool meets(vt_overlay *o, vt_feature f)
{
    vt_geos_geometry *feature = feature_polygon(o, f);
    const vt_geos_geometry *site = site_polygon(o);
    const bool answer = feature && site && vt_geos_meets(o->geos, feature, site) == 1;
    vt_geos_drop(o->geos, feature);
    return answer;
}

/* Sets *piece to what they share, or NULL where plain arithmetic told its area. */
static vt_shared share(vt_overlay *o, vt_feature f, vt_geos_geometry **piece)
{
    *piece = NULL;
    const vt_parts site = vt_layer_parts(o->sites, o->site), feature = vt_layer_parts(f.layer, f.row);
    const vt_contact contact = vt_contact_of(&site, &o->box, &feature, NULL, o->edges);
    if (contact == VT_APART) {
        return share_apart(o, f);
    }
    if (contact == VT_NO_ROOM) {
        o->no_room = true;
        return (vt_shared){.area = NAN};
    }
    *piece = piece_of(o, f);
    vt_shared shared = {.touches = contact == VT_MEET || contact == VT_CROSS, .area = *piece ? vt_geos_area(o->geos, *piece) : NAN};
    shared.touches = shared.touches || shared.area > 0 || meets(o, f);
    return shared;
}

vt_shared vt_overlay_shared(vt_overlay *o, vt_feature feature)
{
    vt_geos_geometry *piece;
    const vt_shared shared = share(o, feature, &piece);
    vt_geos_drop(o->geos, piece);
    return shared;
}

/* Adds a feature that lies over part of the site. */
static bool add_piece(vt_overlay *o, vt_feature feature, vt_geos_geometry *piece)
{
    if (!vt_array_push(&o->pieces, piece) || !vt_array_push(&o->over, feature)) {
        o->no_room = true;
        return false;
    }
    return true;
}

static double area_of_union(vt_overlay *o)
{
    for (size_t i = 0; i < o->pieces.n; i++) {
        if (!o->pieces.at[i] && !(o->pieces.at[i] = piece_of(o, o->over.at[i]))) {
            return NAN;
        }
    }
    vt_geos_geometry *all = vt_geos_union(o->geos, o->pieces.at, o->pieces.n);
    const double area = all ? vt_geos_area(o->geos, all) : NAN;
    o->pieces.n = 0; /* the union took them */
    vt_geos_drop(o->geos, all);
    return area;
}

double vt_overlay_under(vt_overlay *o, const vt_feature *features, size_t n)
{
    double area = 0;
    bool whole = false;
    o->pieces.n = o->over.n = 0;
    for (size_t i = 0; i < n && !whole && !isnan(area); i++) {
        vt_geos_geometry *piece;
        const vt_shared shared = share(o, features[i], &piece);
        whole = shared.covers;
        if (shared.area > 0 && !whole && add_piece(o, features[i], piece)) {
            area = shared.area;
        } else {
            vt_geos_drop(o->geos, piece);
            area = isnan(shared.area) || o->no_room ? NAN : area;
        }
    }
    if (o->over.n > 1 && !whole && !isnan(area)) {
        area = area_of_union(o);
    }
    for (size_t i = 0; i < o->pieces.n; i++) {
        vt_geos_drop(o->geos, o->pieces.at[i]);
    }
    return whole ? o->area : area < o->area ? area : isnan(area) ? NAN : o->area;
}

double vt_overlay_widest(vt_overlay *o)
{
    const double tolerance = 0.1;
    if (fmin(o->box.xmax - o->box.xmin, o->box.ymax - o->box.ymin) < tolerance) {
        /* GEOS would begin with squares of that width all along. 2A/P is no wider than the circle, which is no wider
         * than the tolerance. */
        return 2 * o->area / vt_layer_perimeter(o->sites, o->site);
    }
    const vt_geos_geometry *site = site_polygon(o);
    return site ? vt_geos_widest(o->geos, site, tolerance) : NAN;
}
