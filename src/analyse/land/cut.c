/* cut.c - one zone cut into bases and pieces; see ground.h. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analyse/land/fragment.h"
#include "analyse/land/ground.h"

typedef struct {
    const vt_ground_map *map;
    uint32_t zone;
    vt_zone_ground *out;
    vt_knife knife;
    vt_fragment ground;     /* the zone's own: as drawn, or a shape without what lesser zones have */
    VT_ARRAY(vt_fragment) by; /* features at hand, with their shapes once made; by stage and row */
    size_t first_by[VT_PARTINGS + VT_MOST_KINDS + 1];
    size_t stages;
} cutting;

const vt_layer *vt_ground_layer(const vt_ground_map *map, size_t of)
{
    return of == VT_OF_ZONES ? map->zones : of == VT_OF_PARCELS ? map->parcels : map->partings[of].layer;
}

vt_parts vt_ground_of_base(const vt_ground_map *map, const vt_geometry *grounds, const vt_base *base)
{
    return base->whole ? vt_layer_parts(map->parcels, base->parcel) : (vt_parts){grounds, base->first_ground, base->n_ground};
}

static void fail(cutting *c, const char *why)
{
    c->out->fault = c->out->fault ? c->out->fault : why;
}

/* --- features at hand ---------------------------------------------------------------------------------- */

static bool list_near(cutting *c, const vt_cutter *cutter)
{
    bool worked = true;
    for (size_t i = cutter->layer ? cutter->near.first[c->zone] : 0; worked && cutter->layer && i < cutter->near.first[c->zone + 1]; i++) {
        const uint32_t row = cutter->near.row[i];
        worked = cutter->layer->geometry.shape[row] != VT_POLYGONS || vt_array_push(&c->by, vt_fragment_row(cutter->layer, row));
    }
    return worked;
}

static bool list_stages(cutting *c)
{
    bool worked = true;
    for (size_t p = 0; worked && p < VT_PARTINGS; p++) {
        worked = list_near(c, &c->map->partings[p]);
        c->first_by[++c->stages] = c->by.n;
    }
    for (size_t k = 0; worked && k < c->map->n_kinds; k++) {
        for (size_t i = 0; worked && i < c->map->of_kind[k].n; i++) {
            worked = list_near(c, &c->map->of_kind[k].at[i]);
        }
        c->first_by[++c->stages] = c->by.n;
    }
    return worked;
}

/* --- pieces -------------------------------------------------------------------------------------------- */

static void emit(cutting *c, const vt_fragment *f, const vt_label *label)
{
    vt_zone_ground *out = c->out;
    bool worked = true;
    for (size_t i = f->parts.first; worked && i < f->parts.first + f->parts.n; i++) {
        vt_piece piece = {.label = *label, .base = (uint32_t)out->bases.n, .floor = NAN};
        worked = vt_polygons_add(&out->shapes, f->parts.g, i, 1);
        piece.area = worked ? vt_polygons_area(&out->shapes, vt_polygons_count(&out->shapes) - 1) : 0;
        if (worked && piece.area < VT_SLIVER_M2) {
            vt_polygons_drop_last(&out->shapes);
        } else {
            worked = worked && vt_array_push(&out->pieces, piece);
        }
    }
    out->no_room = out->no_room || !worked;
}

static vt_label labelled(vt_label label, size_t stage, uint32_t row)
{
    if (stage < VT_PARTINGS) {
        label.feature[stage] = row;
    } else {
        label.kinds |= (uint64_t)1 << (stage - VT_PARTINGS);
    }
    return label;
}

/* Ground under a kind of rank is of no later kind. */
static size_t stage_after(const cutting *c, size_t stage, bool found)
{
    return found && stage >= VT_PARTINGS && stage - VT_PARTINGS < c->map->ranked ? c->stages : stage + 1;
}

/* Cuts f by the features of `stage` and those after it. f is dropped. */
static void cut(cutting *c, vt_fragment f, vt_label label, size_t stage)
{
    if (c->out->fault || c->out->no_room) {
        vt_fragment_drop(&c->knife, &f);
        return;
    }
    if (stage == c->stages) {
        emit(c, &f, &label);
        vt_fragment_drop(&c->knife, &f);
        return;
    }
    for (size_t i = c->first_by[stage]; i < c->first_by[stage + 1]; i++) {
        vt_fragment *by = &c->by.at[i], inside, outside;
        if (!vt_box_meets(&f.box, &by->box)) {
            continue;
        }
        const vt_label here = labelled(label, stage, by->row);
        const vt_relation relation = vt_fragment_cut(&c->knife, &f, by, &inside, &outside);
        if (relation == VT_CUT_FAILED) {
            fail(c, by->layer->id[by->row]);
            vt_fragment_drop(&c->knife, &f);
            return;
        }
        if (relation == VT_UNDER_IT) {
            cut(c, f, here, stage_after(c, stage, true));
            return;
        }
        if (relation == VT_CUT) {
            cut(c, inside, here, stage_after(c, stage, true));
            vt_fragment_drop(&c->knife, &f);
            f = outside;
        }
    }
    cut(c, f, label, stage_after(c, stage, false));
}

/* The base whose ground is f: its pieces follow those there are. f is dropped. */
static void cut_base(cutting *c, vt_fragment f, uint32_t parcel)
{
    vt_zone_ground *out = c->out;
    vt_base base = {.parcel = parcel, .first = (uint32_t)out->pieces.n, .whole = parcel != VT_NONE && f.layer, .built = NAN};
    base.first_ground = (uint32_t)vt_polygons_count(&out->grounds);
    out->no_room = out->no_room || (!base.whole && !vt_polygons_add(&out->grounds, f.parts.g, f.parts.first, f.parts.n));
    base.n_ground = (uint32_t)vt_polygons_count(&out->grounds) - base.first_ground;
    const vt_label none = {.feature = {VT_NONE, VT_NONE, VT_NONE, VT_NONE}};
    cut(c, f, none, 0);
    base.n = (uint32_t)out->pieces.n - base.first;
    for (size_t i = base.first; i < out->pieces.n; i++) {
        base.area += out->pieces.at[i].area;
    }
    out->no_room = out->no_room || !vt_array_push(&out->bases, base);
}

/* --- losses -------------------------------------------------------------------------------------------- */

static void lose(cutting *c, uint8_t of, uint32_t kept, uint32_t lost, const vt_fragment *ground)
{
    vt_zone_ground *out = c->out;
    vt_loss loss = {of, kept, lost, ground->area, (uint32_t)vt_polygons_count(&out->lost), 0};
    const bool worked = vt_polygons_add(&out->lost, ground->parts.g, ground->parts.first, ground->parts.n);
    loss.n = (uint32_t)vt_polygons_count(&out->lost) - loss.first;
    out->no_room = out->no_room || !worked || !vt_array_push(&out->losses, loss);
}

/* f without what `by` has of it, which is a loss. Where all of f is lost it becomes empty (area 0). */
static void give(cutting *c, vt_fragment *f, vt_fragment *by, uint8_t of, uint32_t kept, uint32_t lost)
{
    vt_fragment inside, outside;
    const vt_relation relation = f->area > 0 ? vt_fragment_cut(&c->knife, f, by, &inside, &outside) : VT_OUTSIDE_IT;
    if (relation == VT_CUT_FAILED) {
        fail(c, vt_ground_layer(c->map, of)->id[kept]);
    } else if (relation == VT_UNDER_IT) {
        lose(c, of, kept, lost, f);
        vt_fragment_drop(&c->knife, f);
    } else if (relation == VT_CUT) {
        lose(c, of, kept, lost, &inside);
        vt_fragment_drop(&c->knife, &inside);
        vt_fragment_drop(&c->knife, f);
        *f = outside;
    }
}

static void take_zone(cutting *c, const uint32_t *shared, size_t n)
{
    c->ground = vt_fragment_row(c->map->zones, c->zone);
    c->out->area = c->ground.area;
    for (size_t i = 0; i < n; i++) {
        vt_fragment other = vt_fragment_row(c->map->zones, shared[i]);
        give(c, &c->ground, &other, VT_OF_ZONES, shared[i], c->zone);
        vt_fragment_drop(&c->knife, &other);
    }
    c->out->given = c->out->area - c->ground.area;
}

/* --- a layer's features, each ground once ---------------------------------------------------------------- */

typedef struct {
    uint32_t row;
    vt_fragment whole, base; /* as drawn; of it in the zone */
} taker;

typedef VT_ARRAY(taker) taker_list;

/* The features of a layer that the zone has ground of, each with it. */
static void list_takers(cutting *c, const vt_layer *layer, const vt_hits *near, taker_list *list)
{
    for (size_t i = near->first[c->zone]; i < near->first[c->zone + 1] && !c->out->fault && !c->out->no_room; i++) {
        if (layer->geometry.shape[near->row[i]] != VT_POLYGONS) {
            continue;
        }
        taker t = {.row = near->row[i], .whole = vt_fragment_row(layer, near->row[i])};
        const vt_relation relation = vt_fragment_cut(&c->knife, &t.whole, &c->ground, &t.base, NULL);
        if (relation == VT_CUT_FAILED) {
            fail(c, layer->id[t.row]);
        }
        if (relation == VT_UNDER_IT) {
            t.base = vt_fragment_row(layer, t.row);
        }
        const bool taken = relation == VT_UNDER_IT || relation == VT_CUT;
        if (!taken || !vt_array_push(list, t)) {
            c->out->no_room = c->out->no_room || taken;
            vt_fragment_drop(&c->knife, &t.whole);
            vt_fragment_drop(&c->knife, &t.base);
        }
    }
}

/* Features reach far beyond the zone, as the one parcel of all roads does: of them only what lies in it is worth a union. */
static bool reach_far(cutting *c, taker_list *list)
{
    size_t drawn = 0, inside = 0;
    for (size_t i = 0; i < list->n; i++) {
        const vt_geos_geometry *whole = vt_fragment_polygon(&c->knife, &list->at[i].whole);
        const vt_geos_geometry *base = vt_fragment_polygon(&c->knife, &list->at[i].base);
        drawn += whole ? vt_geos_vertices(c->knife.geos, whole) : 0;
        inside += base ? vt_geos_vertices(c->knife.geos, base) : 0;
    }
    return drawn > 4 * inside;
}

static vt_geos_geometry **copy_shapes(cutting *c, taker_list *list, bool drawn)
{
    vt_geos_geometry **copies = malloc((list->n + 1) * sizeof(vt_geos_geometry *));
    for (size_t i = 0; copies && i < list->n; i++) {
        const vt_geos_geometry *polygon = vt_fragment_polygon(&c->knife, drawn ? &list->at[i].whole : &list->at[i].base);
        copies[i] = polygon ? vt_geos_copy(c->knife.geos, polygon) : NULL;
    }
    return copies;
}

/* The union of the features, as drawn or what lies in the zone, and whether they keep clear of each other: what they bound together
 * is then valid, and as great as they are in sum (the sum of their indicators is that of the union). NULL: GEOS refuses. */
static vt_geos_geometry *union_of(cutting *c, taker_list *list, bool *clear)
{
    vt_geos *geos = c->knife.geos;
    const bool drawn = !reach_far(c, list);
    double sum = 0, x, y;
    char why[200];
    for (size_t i = 0; i < list->n; i++) {
        sum += drawn ? list->at[i].whole.area : list->at[i].base.area;
    }
    vt_geos_geometry **copies = drawn ? copy_shapes(c, list, true) : NULL;
    vt_geos_geometry *all = copies ? vt_geos_coverage_union(geos, copies, list->n) : NULL;
    free(copies);
    *clear = all && fabs(vt_geos_area(geos, all) - sum) <= 1e-9 * sum && vt_geos_is_valid(geos, all, why, sizeof why, &x, &y);
    if (!*clear) {
        vt_geos_drop(geos, all);
        copies = copy_shapes(c, list, drawn);
        all = copies ? vt_geos_union(geos, copies, list->n) : NULL;
        free(copies);
        *clear = !drawn && all && fabs(vt_geos_area(geos, all) - sum) <= 1e-9 * sum;
    }
    return all;
}

/* The ground of both overlaps: a look at what lies in the zone alone. */
static bool overlap(cutting *c, vt_fragment *a, vt_fragment *b)
{
    vt_fragment inside;
    const vt_relation relation = a->area > 0 && b->area > 0 ? vt_fragment_cut(&c->knife, a, b, &inside, NULL) : VT_OUTSIDE_IT;
    if (relation == VT_CUT) {
        vt_fragment_drop(&c->knife, &inside);
    }
    return relation != VT_OUTSIDE_IT;
}

typedef VT_ARRAY(uint32_t) near_takers;

static bool note_taker(void *user, size_t i)
{
    near_takers *near = user;
    return vt_array_push(near, (uint32_t)i);
}

static int by_row(const void *a, const void *b)
{
    const uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

/* Ground under two of them goes to the lesser: as it is drawn, for its ground in the zone has the zone's edge in common, which would
 * leave hairs. */
static void settle_overlaps(cutting *c, taker_list *list, uint8_t of)
{
    vt_box *boxes = malloc((list->n + 1) * sizeof *boxes);
    for (size_t i = 0; boxes && i < list->n; i++) {
        boxes[i] = list->at[i].base.box;
    }
    vt_rtree *tree = boxes ? vt_rtree_new(boxes, list->n) : NULL;
    near_takers near = {.n = 0};
    c->out->no_room = c->out->no_room || !tree;
    for (size_t i = 1; tree && i < list->n; i++) {
        taker *t = &list->at[i];
        near.n = 0;
        vt_rtree_search(tree, &boxes[i], note_taker, &near);
        if (near.n) {
            qsort(near.at, near.n, sizeof *near.at, by_row);
        }
        for (size_t k = 0; k < near.n && near.at[k] < i; k++) {
            taker *lesser = &list->at[near.at[k]];
            if (overlap(c, &t->base, &lesser->base)) {
                give(c, &t->base, &lesser->whole, of, lesser->row, t->row);
            }
        }
    }
    vt_array_free(&near);
    vt_rtree_free(tree);
    free(boxes);
}

/* Tells what of the zone lies under two features of a parting; the pieces go to the lesser as they are cut. */
static void find_overlaps(cutting *c, size_t parting)
{
    const vt_cutter *cutter = &c->map->partings[parting];
    taker_list list = {0};
    bool clear = true;
    if (cutter->layer) {
        list_takers(c, cutter->layer, &cutter->near, &list);
        vt_geos_drop(c->knife.geos, list.n > 1 ? union_of(c, &list, &clear) : NULL);
    }
    if (!clear) {
        settle_overlaps(c, &list, (uint8_t)parting);
    }
    for (size_t i = 0; i < list.n; i++) {
        vt_fragment_drop(&c->knife, &list.at[i].whole);
        vt_fragment_drop(&c->knife, &list.at[i].base);
    }
    vt_array_free(&list);
}

/* --- parcels ------------------------------------------------------------------------------------------- */

/* What of the zone no parcel covers. */
static vt_fragment rest_of(cutting *c, const taker_list *list, vt_geos_geometry *all, bool clear)
{
    double sum = 0;
    for (size_t i = 0; i < list->n; i++) {
        sum += list->at[i].base.area;
    }
    if (clear && c->ground.area - sum <= 1e-9 * c->ground.area) {
        return (vt_fragment){.area = 0};
    }
    const vt_geos_geometry *zone = vt_fragment_polygon(&c->knife, &c->ground);
    vt_fragment rest = vt_fragment_shape(&c->knife, zone && all ? vt_geos_difference(c->knife.geos, zone, all) : NULL);
    if (isnan(rest.area)) {
        fail(c, c->map->zones->id[c->zone]);
    }
    return rest;
}

static void cut_parcels(cutting *c)
{
    taker_list list = {0};
    bool clear = false;
    if (c->map->parcels) {
        list_takers(c, c->map->parcels, &c->map->parcels_near, &list);
    }
    vt_geos_geometry *all = list.n ? union_of(c, &list, &clear) : NULL;
    if (!clear) {
        settle_overlaps(c, &list, VT_OF_PARCELS);
    }
    vt_fragment rest = list.n ? rest_of(c, &list, all, clear) : c->ground;
    if (!list.n) {
        c->ground = (vt_fragment){.area = 0};
    }
    vt_geos_drop(c->knife.geos, all);
    for (size_t i = 0; i < list.n; i++) {
        vt_fragment_drop(&c->knife, &list.at[i].whole);
        if (list.at[i].base.area > 0) {
            cut_base(c, list.at[i].base, list.at[i].row);
        }
    }
    if (rest.area >= VT_SLIVER_M2) {
        cut_base(c, rest, VT_NONE);
    } else {
        vt_fragment_drop(&c->knife, &rest);
    }
    vt_array_free(&list);
}

void vt_ground_cut(vt_ground_map *map, uint32_t zone, const uint32_t *shared, size_t n)
{
    const vt_box frame = vt_layer_box(map->zones, zone);
    cutting c = {.map = map, .zone = zone, .out = &map->of_zone[zone], .knife = {.geos = vt_geos_new(), .frame = &frame}};
    c.out->no_room = !c.knife.geos || !list_stages(&c);
    if (!c.out->no_room) {
        take_zone(&c, shared, n);
        for (size_t p = 0; p < VT_PARTINGS; p++) {
            find_overlaps(&c, p);
        }
        cut_parcels(&c);
    }
    for (size_t i = 0; i < c.by.n; i++) {
        vt_fragment_drop(&c.knife, &c.by.at[i]);
    }
    vt_fragment_drop(&c.knife, &c.ground);
    vt_array_free(&c.by);
    vt_knife_free(&c.knife);
}
