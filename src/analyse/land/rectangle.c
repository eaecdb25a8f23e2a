/* rectangle.c - see rectangle.h. Row by row: which cells are free, how high each column of free cells stands, and the greatest
 * rectangle under that skyline, by a stack. */
#include "analyse/land/rectangle.h"

#include <math.h>
#include <stdlib.h>

#include "base/number.h"

/* Less than this of a cell (m) is the rounding of the turned coordinates. */
#define SLACK 1e-6

typedef struct {
    double *x, *y;      /* turned, from the corner; vertex by vertex */
    const vt_polygons *of;
    size_t columns, rows;
    double *height;     /* by column: free cells down from the row at hand */
    bool *blocked;
    double *crossing;   /* x of outlines at the middle of the row */
    size_t *stack;
} grid;

/* The cells of a row that an edge passes through, and where it crosses the row's middle. */
static void pass(grid *g, size_t row, double ax, double ay, double bx, double by, size_t *crossings)
{
    const double low = (double)row, high = low + 1, middle = low + 0.5;
    const double from = fmax(fmin(ay, by), low), to = fmin(fmax(ay, by), high);
    if ((ay > middle) != (by > middle)) {
        g->crossing[(*crossings)++] = ax + (middle - ay) * (bx - ax) / (by - ay);
    }
    if (from > to || (to - from < SLACK && (from < low + SLACK || to > high - SLACK))) {
        return; /* not in the row, or along its edge */
    }
    const double x1 = ay == by ? ax : ax + (from - ay) * (bx - ax) / (by - ay), x2 = ay == by ? bx : ax + (to - ay) * (bx - ax) / (by - ay);
    const double left = fmin(x1, x2) + SLACK, right = fmax(x1, x2) - SLACK;
    if (right < left) { /* upright: between two columns it blocks none */
        const double x = (x1 + x2) / 2, off = fabs(x - round(x));
        if (off > SLACK && x > 0 && x < (double)g->columns) {
            g->blocked[(size_t)x] = true;
        }
        return;
    }
    for (size_t c = (size_t)fmax(0, left); c < g->columns && (double)c < right; c++) {
        g->blocked[c] = true;
    }
}

static void raise_row(grid *g, size_t row)
{
    size_t crossings = 0, at = 0;
    for (size_t c = 0; c < g->columns; c++) {
        g->blocked[c] = false;
    }
    for (size_t r = 0; r + 1 < g->of->vertex.n; r++) {
        for (size_t v = g->of->vertex.at[r] + 1; v < g->of->vertex.at[r + 1]; v++) {
            pass(g, row, g->x[v - 1], g->y[v - 1], g->x[v], g->y[v], &crossings);
        }
    }
    if (crossings) {
        qsort(g->crossing, crossings, sizeof *g->crossing, vt_number_compare);
    }
    for (size_t c = 0; c < g->columns; c++) {
        const double middle = (double)c + 0.5;
        while (at < crossings && g->crossing[at] <= middle) {
            at++;
        }
        g->height[c] = at % 2 && !g->blocked[c] ? g->height[c] + 1 : 0;
    }
}

static double under_skyline(grid *g)
{
    double best = 0;
    size_t n = 0;
    for (size_t c = 0; c <= g->columns; c++) {
        const double here = c < g->columns ? g->height[c] : 0;
        while (n && g->height[g->stack[n - 1]] >= here) {
            const double height = g->height[g->stack[--n]];
            const size_t left = n ? g->stack[n - 1] + 1 : 0;
            best = fmax(best, height * (double)(c - left));
        }
        g->stack[n++] = c;
        if (c == g->columns) {
            break;
        }
    }
    return best;
}

/* Turns the vertices so that (dx, dy) points along the rows, from the corner of all. */
static void turn(grid *g, double dx, double dy)
{
    const double length = hypot(dx, dy), ux = length > 0 ? dx / length : 1, uy = length > 0 ? dy / length : 0;
    const double ox = g->of->x.at[0], oy = g->of->y.at[0];
    double xmin = INFINITY, ymin = INFINITY, xmax = -INFINITY, ymax = -INFINITY;
    for (size_t i = 0; i < g->of->x.n; i++) {
        const double x = g->of->x.at[i] - ox, y = g->of->y.at[i] - oy;
        g->x[i] = x * ux + y * uy;
        g->y[i] = y * ux - x * uy;
        xmin = fmin(xmin, g->x[i]);
        ymin = fmin(ymin, g->y[i]);
        xmax = fmax(xmax, g->x[i]);
        ymax = fmax(ymax, g->y[i]);
    }
    for (size_t i = 0; i < g->of->x.n; i++) {
        g->x[i] -= xmin;
        g->y[i] -= ymin;
    }
    g->columns = (size_t)floor(xmax - xmin + SLACK);
    g->rows = (size_t)floor(ymax - ymin + SLACK);
}

double vt_rectangle_greatest(const vt_polygons *ground, double dx, double dy)
{
    const size_t n = ground->x.n;
    if (!n) {
        return 0;
    }
    grid g = {.x = malloc(n * sizeof *g.x), .y = malloc(n * sizeof *g.y), .of = ground, .crossing = malloc(n * sizeof *g.crossing)};
    double best = NAN;
    if (g.x && g.y && g.crossing) {
        turn(&g, dx, dy);
        g.height = calloc(g.columns + 1, sizeof *g.height);
        g.blocked = calloc(g.columns + 1, sizeof *g.blocked);
        g.stack = calloc(g.columns + 2, sizeof *g.stack);
    }
    if (g.height && g.blocked && g.stack) {
        best = 0;
        for (size_t row = 0; row < g.rows; row++) {
            raise_row(&g, row);
            best = fmax(best, under_skyline(&g));
        }
    }
    free(g.x);
    free(g.y);
    free(g.crossing);
    free(g.height);
    free(g.blocked);
    free(g.stack);
    return best;
}
