/* contact.c - see contact.h. */
#include "analyse/overlay/contact.h"

#include <math.h>

#include "analyse/overlay/bands.h"

vt_box vt_contact_edge_box(const vt_geometry *g, size_t end)
{
    const double ax = g->x[end - 1], ay = g->y[end - 1], bx = g->x[end], by = g->y[end];
    return (vt_box){ax < bx ? ax : bx, ay < by ? ay : by, ax < bx ? bx : ax, ay < by ? by : ay};
}

bool vt_contact_edges(const vt_parts *parts, const vt_box *box, vt_edges *edges, vt_box *span)
{
    const vt_geometry *g = parts->g;
    edges->n = 0;
    *span = (vt_box){INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (size_t r = g->ring[parts->first]; r < g->ring[parts->first + parts->n]; r++) {
        for (size_t i = g->vertex[r] + 1; i < g->vertex[r + 1]; i++) {
            const vt_box edge = vt_contact_edge_box(g, i);
            if (!vt_box_meets(&edge, box)) {
                continue;
            }
            if (!vt_array_push(edges, (uint32_t)i)) {
                return false;
            }
            *span = (vt_box){fmin(span->xmin, edge.xmin), fmin(span->ymin, edge.ymin), fmax(span->xmax, edge.xmax),
                             fmax(span->ymax, edge.ymax)};
        }
    }
    return true;
}

/* Which side of a→b p lies on: 1 left, −1 right, 0 where rounding hides it (bound: Shewchuk 1997). */
static int side(double ax, double ay, double bx, double by, double px, double py)
{
    const double left = (bx - ax) * (py - ay), right = (by - ay) * (px - ax);
    const double bound = 3.3306690738754716e-16 * (fabs(left) + fabs(right));
    return left - right > bound ? 1 : left - right < -bound ? -1 : 0;
}

vt_contact vt_contact_of_edges(const vt_geometry *a, size_t i, const vt_geometry *b, size_t j)
{
    const double px = a->x[i - 1], py = a->y[i - 1], qx = a->x[i], qy = a->y[i];
    const double rx = b->x[j - 1], ry = b->y[j - 1], sx = b->x[j], sy = b->y[j];
    if ((px == rx && py == ry) || (px == sx && py == sy) || (qx == rx && qy == ry) || (qx == sx && qy == sy)) {
        return VT_MEET;
    }
    const int one = side(px, py, qx, qy, rx, ry) * side(px, py, qx, qy, sx, sy);
    if (one > 0) {
        return VT_APART;
    }
    const int two = side(rx, ry, sx, sy, px, py) * side(rx, ry, sx, sy, qx, qy);
    return two > 0 ? VT_APART : one < 0 && two < 0 ? VT_CROSS : VT_UNSURE;
}

vt_contact vt_contact_of(const vt_parts *a, const vt_box *box, const vt_parts *b, const vt_bands *bands, vt_edges scratch[2])
{
    vt_box near_a, near_b;
    const bool listed = bands ? vt_bands_edges(bands, b, box, &scratch[1], &near_b) : vt_contact_edges(b, box, &scratch[1], &near_b);
    if (!listed || !vt_contact_edges(a, &near_b, &scratch[0], &near_a)) {
        return VT_NO_ROOM;
    }
    vt_contact contact = VT_APART;
    for (size_t k = 0; k < scratch[1].n; k++) {
        const size_t j = scratch[1].at[k];
        const vt_box edge = vt_contact_edge_box(b->g, j);
        for (size_t m = 0; vt_box_meets(&edge, &near_a) && m < scratch[0].n; m++) {
            const size_t i = scratch[0].at[m];
            const vt_box other = vt_contact_edge_box(a->g, i);
            if (!vt_box_meets(&edge, &other)) {
                continue;
            }
            const vt_contact found = vt_contact_of_edges(a->g, i, b->g, j);
            if (found == VT_MEET || found == VT_CROSS) {
                return found;
            }
            contact = found == VT_UNSURE ? VT_UNSURE : contact;
        }
    }
    return contact;
}
