/* simple.c - see simple.h. */
#include "geo/simple.h"

#include <math.h>

enum { MOST = 100 }; /* vertices: beyond them GEOS, which sorts its edges, is faster */

/* Side of c as to a→b: 1 left, −1 right; 0: not certain. */
static int side(double ax, double ay, double bx, double by, double cx, double cy)
{
    const double bound = 3.3306690738754716e-16;
    const double left = (ax - cx) * (by - cy), right = (ay - cy) * (bx - cx);
    const double error = bound * (fabs(left) + fabs(right)), cross = left - right;
    return cross > error ? 1 : cross < -error ? -1 : 0;
}

/* An edge turns into the next without folding back onto it. */
static bool turns(double ax, double ay, double bx, double by, double cx, double cy)
{
    return side(ax, ay, bx, by, cx, cy) || (bx - ax) * (cx - bx) + (by - ay) * (cy - by) > 0;
}

/* p→q and r→s have no point in common. */
static bool apart(double px, double py, double qx, double qy, double rx, double ry, double sx, double sy)
{
    if (fmax(px, qx) < fmin(rx, sx) || fmax(rx, sx) < fmin(px, qx) || fmax(py, qy) < fmin(ry, sy) || fmax(ry, sy) < fmin(py, qy)) {
        return true;
    }
    return side(px, py, qx, qy, rx, ry) * side(px, py, qx, qy, sx, sy) > 0 ||
           side(rx, ry, sx, sy, px, py) * side(rx, ry, sx, sy, qx, qy) > 0;
}

bool vt_simple_ring(const double *x, const double *y, size_t n)
{
    const size_t edges = n - 1;
    bool simple = n >= 4 && n <= MOST && x[0] == x[edges] && y[0] == y[edges];
    for (size_t i = 0; simple && i < edges; i++) {
        const size_t next = i + 2 < n ? i + 2 : 1;
        simple = turns(x[i], y[i], x[i + 1], y[i + 1], x[next], y[next]);
        for (size_t j = i + 2; simple && j < edges - (i == 0); j++) {
            simple = apart(x[i], y[i], x[i + 1], y[i + 1], x[j], y[j], x[j + 1], y[j + 1]);
        }
    }
    return simple;
}
