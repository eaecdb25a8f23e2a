/* split.c - see split.h.
 *
 * Where the outline of `by` enters and leaves the ring, all signs are certain (contact.h), and the two points keep a hair's breadth
 * from every vertex; what comes out is looked at again: both rings are simple for certain and make the area of the one. */
#include "analyse/land/split.h"

#include <math.h>
#include <string.h>

#include "geo/measure.h"
#include "geo/simple.h"

#define HAIR 1e-5 /* m */

enum { MOST = 90 }; /* vertices of the ring, and of the chain across it */

typedef struct {
    size_t i, j; /* edge of the ring and of the outline, by the vertex at its end */
    double x, y;
} crossing;

typedef struct {
    double x[MOST], y[MOST];
    size_t n;
} points;

/* The ring, counter-clockwise; edge i runs from vertex i − 1 to i. */
static bool take_ring(const vt_parts *of, points *ring, bool *turned)
{
    const vt_geometry *g = of->g;
    const size_t r = g->ring[of->first], from = g->vertex[r], n = g->vertex[r + 1] - from;
    if (of->n != 1 || g->ring[of->first + 1] != r + 1 || n > MOST) {
        return false;
    }
    *turned = vt_measure_ring_area(g->x + from, g->y + from, n) < 0;
    for (size_t k = 0; k < n; k++) {
        const size_t at = *turned ? from + n - 1 - k : from + k;
        ring->x[k] = g->x[at];
        ring->y[k] = g->y[at];
    }
    ring->n = n;
    return true;
}

/* The same point whichever way the edges run, so that neighbours share it. */
static bool cross_at(double px, double py, double qx, double qy, double rx, double ry, double sx, double sy, crossing *at)
{
    if (px > qx || (px == qx && py > qy)) {
        const double x = px, y = py;
        px = qx, py = qy, qx = x, qy = y;
    }
    if (rx > sx || (rx == sx && ry > sy)) {
        const double x = rx, y = ry;
        rx = sx, ry = sy, sx = x, sy = y;
    }
    const double dx = qx - px, dy = qy - py, ex = sx - rx, ey = sy - ry;
    const double t = ((rx - px) * ey - (ry - py) * ex) / (dx * ey - dy * ex);
    at->x = px + t * dx;
    at->y = py + t * dy;
    return hypot(at->x - px, at->y - py) > HAIR && hypot(at->x - qx, at->y - qy) > HAIR && hypot(at->x - rx, at->y - ry) > HAIR &&
           hypot(at->x - sx, at->y - sy) > HAIR;
}

/* Exactly two crossings, and no other contact. */
static bool find_crossings(const vt_parts *of, const vt_parts *by, const vt_edges edges[2], crossing found[2])
{
    size_t n = 0;
    for (size_t k = 0; k < edges[1].n; k++) {
        const size_t j = edges[1].at[k];
        const vt_box edge = vt_contact_edge_box(by->g, j);
        for (size_t m = 0; m < edges[0].n; m++) {
            const size_t i = edges[0].at[m];
            const vt_box other = vt_contact_edge_box(of->g, i);
            const vt_contact contact = vt_box_meets(&edge, &other) ? vt_contact_of_edges(of->g, i, by->g, j) : VT_APART;
            if (contact == VT_APART) {
                continue;
            }
            const vt_geometry *a = of->g, *b = by->g;
            if (contact != VT_CROSS || n == 2 ||
                !cross_at(a->x[i - 1], a->y[i - 1], a->x[i], a->y[i], b->x[j - 1], b->y[j - 1], b->x[j], b->y[j], &found[n])) {
                return false;
            }
            found[n].i = i;
            found[n++].j = j;
        }
    }
    return n == 2;
}

/* The one ring that comes near; SIZE_MAX: several do. */
static size_t only_ring(const vt_parts *by, const vt_edges *edges)
{
    const vt_geometry *g = by->g;
    size_t ring = g->ring[by->first];
    while (edges->at[0] >= g->vertex[ring + 1]) {
        ring++;
    }
    for (size_t k = 1; k < edges->n; k++) {
        if (edges->at[k] < g->vertex[ring] || edges->at[k] >= g->vertex[ring + 1]) {
            return SIZE_MAX;
        }
    }
    return ring;
}

static bool is_ahead(double px, double py, const crossing *a, const crossing *b)
{
    return hypot(b->x - px, b->y - py) > hypot(a->x - px, a->y - py);
}

/* Vertices from one crossing to the other, forward along a closed ring from[0] .. from[n − 1], of which a and b are edges. `ahead`: on
 * one edge b comes behind a. */
static bool walk(const double *x, const double *y, size_t n, size_t a, size_t b, bool ahead, points *out)
{
    out->n = 0;
    if (a == b && ahead) {
        return true;
    }
    for (size_t k = a;;) {
        if (out->n == MOST) {
            return false;
        }
        out->x[out->n] = x[k];
        out->y[out->n++] = y[k];
        k = k + 1 == n ? 1 : k + 1;
        if (k == b) {
            return true;
        }
    }
}

static void add(vt_split_ring *ring, double x, double y)
{
    ring->x[ring->n] = x;
    ring->y[ring->n++] = y;
}

/* From a through `there` to b and through `back` to a again; `back` may be turned. */
static void close_ring(vt_split_ring *ring, const crossing *a, const points *there, const crossing *b, const points *back, bool turned)
{
    ring->n = 0;
    add(ring, a->x, a->y);
    for (size_t k = 0; k < there->n; k++) {
        add(ring, there->x[k], there->y[k]);
    }
    add(ring, b->x, b->y);
    for (size_t k = 0; k < back->n; k++) {
        const size_t at = turned ? back->n - 1 - k : k;
        add(ring, back->x[at], back->y[at]);
    }
    add(ring, a->x, a->y);
}

static bool is_shell(const vt_parts *parts, size_t ring)
{
    bool shell = false;
    for (size_t p = parts->first; p < parts->first + parts->n; p++) {
        shell = shell || parts->g->ring[p] == ring;
    }
    return shell;
}

bool vt_split(const vt_parts *of, const vt_parts *by, const vt_edges edges[2], vt_split_ring *inside, vt_split_ring *outside)
{
    points ring, chain, left, right;
    crossing c[2];
    bool turned;
    const size_t outline = edges[1].n ? only_ring(by, &edges[1]) : SIZE_MAX;
    if (outline == SIZE_MAX || !take_ring(of, &ring, &turned) || !find_crossings(of, by, edges, c)) {
        return false;
    }
    const size_t start = of->g->vertex[of->g->ring[of->first]], v = by->g->vertex[outline], n = by->g->vertex[outline + 1] - v;
    const double *bx = by->g->x + v, *by_ = by->g->y + v;
    bool enters[2];
    for (int k = 0; k < 2; k++) {
        c[k].i = turned ? ring.n - (c[k].i - start) : c[k].i - start;
        c[k].j -= v;
        const size_t i = c[k].i, j = c[k].j;
        enters[k] = (ring.x[i] - ring.x[i - 1]) * (by_[j] - ring.y[i - 1]) - (ring.y[i] - ring.y[i - 1]) * (bx[j] - ring.x[i - 1]) > 0;
    }
    if (enters[0] == enters[1]) {
        return false;
    }
    const crossing *in = &c[enters[0] ? 0 : 1], *out = &c[enters[0] ? 1 : 0];
    const bool out_behind = is_ahead(bx[in->j - 1], by_[in->j - 1], in, out);
    const bool in_behind = is_ahead(ring.x[out->i - 1], ring.y[out->i - 1], out, in);
    if ((in->j == out->j && !out_behind) || !walk(bx, by_, n, in->j, out->j, out_behind, &chain) ||
        !walk(ring.x, ring.y, ring.n, out->i, in->i, in_behind, &left) || !walk(ring.x, ring.y, ring.n, in->i, out->i, !in_behind, &right)) {
        return false;
    }
    const bool left_is_in = is_shell(by, outline) == (vt_measure_ring_area(bx, by_, n) > 0);
    close_ring(left_is_in ? inside : outside, in, &chain, out, &left, false);
    close_ring(left_is_in ? outside : inside, in, &right, out, &chain, true);
    const double whole = vt_measure_ring_area(ring.x, ring.y, ring.n);
    const double one = vt_measure_ring_area(inside->x, inside->y, inside->n), two = vt_measure_ring_area(outside->x, outside->y, outside->n);
    return one > 0 && two > 0 && fabs(one + two - whole) <= 1e-9 * whole + 1e-7 && vt_simple_ring(inside->x, inside->y, inside->n) &&
           vt_simple_ring(outside->x, outside->y, outside->n);
}
