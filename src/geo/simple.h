/* simple.h - rings that are valid at a glance, so that GEOS need not look. */
#ifndef VT_SIMPLE_H
#define VT_SIMPLE_H

#include <stdbool.h>
#include <stddef.h>

/* true: the closed ring (first vertex repeated, 3 vertices or more) neither touches nor crosses itself, for certain: each
 * orientation that says so is beyond the rounding of doubles (Shewchuk 1997, bound A of orient2d). false: it may, or it
 * has too many vertices to compare all pairs of edges. */
bool vt_simple_ring(const double *x, const double *y, size_t n);

#endif
