/* measure.c - see measure.h. */
#include "geo/measure.h"

#include <math.h>

vt_foot vt_measure_foot(double px, double py, double ax, double ay, double bx, double by)
{
    const double dx = bx - ax, dy = by - ay, ux = px - ax, uy = py - ay;
    const double square = dx * dx + dy * dy;
    double t = square > 0 ? (ux * dx + uy * dy) / square : 0;
    t = t < 0 ? 0 : t > 1 ? 1 : t;
    return (vt_foot){
        /* at an end, from the vertex itself: two segments that share it then tie to the last bit */
        .distance = t == 1 ? hypot(px - bx, py - by) : hypot(ux - t * dx, uy - t * dy),
        .along = t * sqrt(square),
        .cross = dx * uy - dy * ux,
        .end = t <= 0 ? -1 : t >= 1 ? 1 : 0,
    };
}

double vt_measure_length(const double *x, const double *y, size_t n)
{
    double length = 0;
    for (size_t i = 1; i < n; i++) {
        length += hypot(x[i] - x[i - 1], y[i] - y[i - 1]);
    }
    return length;
}

double vt_measure_ring_area(const double *x, const double *y, size_t n)
{
    double twice = 0;
    for (size_t i = 2; i < n; i++) {
        twice += (x[i - 1] - x[0]) * (y[i] - y[0]) - (x[i] - x[0]) * (y[i - 1] - y[0]);
    }
    return twice / 2;
}

static double turn(double ax, double ay, double bx, double by, double px, double py)
{
    return (bx - ax) * (py - ay) - (by - ay) * (px - ax);
}

int vt_measure_beside(double px, double py, double ax, double ay, double bx, double by)
{
    const double low = ay < by ? ay : by, high = ay < by ? by : ay, right = ax > bx ? ax : bx;
    if (low > py || high < py || right < px) {
        return 0;
    }
    const double side = turn(ax, ay, bx, by, px, py);
    if (side == 0 && fmin(ax, bx) <= px) {
        return -1;
    }
    return (ay > py) != (by > py) && (side > 0) == (by > ay);
}

int vt_measure_in_ring(double px, double py, const double *x, const double *y, size_t n)
{
    bool inside = false;
    for (size_t i = 1; i < n; i++) {
        const int where = vt_measure_beside(px, py, x[i - 1], y[i - 1], x[i], y[i]);
        if (where < 0) {
            return -1;
        }
        inside = inside != (where > 0);
    }
    return inside;
}

bool vt_measure_cross(double px, double py, double qx, double qy, double rx, double ry, double sx, double sy)
{
    const double a = turn(px, py, qx, qy, rx, ry), b = turn(px, py, qx, qy, sx, sy);
    const double c = turn(rx, ry, sx, sy, px, py), d = turn(rx, ry, sx, sy, qx, qy);
    return ((a > 0 && b < 0) || (a < 0 && b > 0)) && ((c > 0 && d < 0) || (c < 0 && d > 0));
}

double vt_measure_between(double ax, double ay, double bx, double by, double cx, double cy, double dx, double dy)
{
    if (vt_measure_cross(ax, ay, bx, by, cx, cy, dx, dy)) {
        return 0;
    }
    const double ends[] = {vt_measure_foot(ax, ay, cx, cy, dx, dy).distance, vt_measure_foot(bx, by, cx, cy, dx, dy).distance,
                           vt_measure_foot(cx, cy, ax, ay, bx, by).distance, vt_measure_foot(dx, dy, ax, ay, bx, by).distance};
    return fmin(fmin(ends[0], ends[1]), fmin(ends[2], ends[3]));
}
