/* measure.h - plain plane geometry on coordinate columns: points, segments, rings. */
#ifndef VT_MEASURE_H
#define VT_MEASURE_H

#include <stdbool.h>
#include <stddef.h>

typedef struct {
    double distance; /* from the point to the segment */
    double along;    /* from a to the foot of the point, 0..length */
    double cross;    /* (b−a)×(p−a): positive where p lies left of a→b */
    int end;         /* the foot is a: −1, b: 1, between them: 0 */
} vt_foot;

/* The foot of p on the segment a→b. */
vt_foot vt_measure_foot(double px, double py, double ax, double ay, double bx, double by);

double vt_measure_length(const double *x, const double *y, size_t n);

/* Signed area of a closed ring (first vertex repeated), positive when counter-clockwise. Computed from
 * the first vertex, so that large coordinates lose nothing. */
double vt_measure_ring_area(const double *x, const double *y, size_t n);

/* The edge a→b as to a point: 1 right of it at its height, so that a ring holds the point where such edges are odd in number; −1 under
 * it; 0 elsewhere. */
int vt_measure_beside(double px, double py, double ax, double ay, double bx, double by);

/* Where a point lies as to a closed ring: 1 inside, 0 outside, −1 on its boundary. */
int vt_measure_in_ring(double px, double py, const double *x, const double *y, size_t n);

/* Segments p→q and r→s cross at one inner point of both (touching does not count). */
bool vt_measure_cross(double px, double py, double qx, double qy, double rx, double ry, double sx, double sy);

/* Least distance of the segments a→b and c→d. */
double vt_measure_between(double ax, double ay, double bx, double by, double cx, double cy, double dx, double dy);

#endif
